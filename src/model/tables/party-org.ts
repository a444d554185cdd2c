import type { TableSpec } from '../../domain';
import { DOMAIN, ORG_ID, ORG_NAME, SNAPSHOT_DATE, ZONE_ID, partialList } from './shared-columns';
import { MEMBERS_HEADER } from './made-of';
import { words } from './words';

/** Party organisations, one row each at each snapshot. */
export const PARTY_ORG: TableSpec = {
  id: 'party_org',
  label: { zh: '党组织', en: 'Party organisations' },
  row: { zh: '一个党组织在一个统计日', en: 'One party organisation on one snapshot date' },
  key: ['org_id', 'snapshot_date'],
  identity: ['org_name'],
  columns: [
    ORG_ID,
    ORG_NAME,
    SNAPSHOT_DATE,
    ZONE_ID,
    {
      id: 'parent_org_id',
      type: 'code',
      label: { zh: '上级党组织代码', en: 'Parent organisation code' },
      headers: words(`
        上级党组织代码 | 上级党组织编码 | 上级党组织编号 | 上级组织代码 | 上级组织编码 | 上级代码 | 上级编码
        父级编码 | 父级代码 | 隶属党组织代码 | 所在分党委编码 | 所属党委编码 | 所属党委代码 | 所在党委编码
        分党委编码 | 上级党组织ID | parent | parent id | parent code | parent org | parent org id
        parent org code
      `),
    },
    {
      id: 'parent_org_name',
      type: 'text',
      label: { zh: '上级党组织名称', en: 'Parent organisation name' },
      headers: words(`
        上级党组织名称 | 上级党组织 | 上级党组织全称 | 上级组织名称 | 上级组织 | 直接上级党组织 | 隶属党组织
        隶属关系 | 隶属 | 隶属上级党组织 | 隶属党委 | 上级党委 | 上级党委名称 | 所属党委 | 所属党委名称
        所在党委 | 所在分党委 | 分党委 | 分党委名称 | 所属党总支 | 二级党组织 | 二级党组织名称 | 二级党委
        直属党委 | 主管党委 | 归口党委 | 所属党工委 | 所属党(工)委 | 镇街党工委 | 镇(街)党工委 | 街道党工委
        上级单位 | parent name | parent org name | parent organisation | parent organization | superior
        committee
      `),
    },
    {
      id: 'org_type',
      type: 'enum',
      label: { zh: '党组织类别', en: 'Organisation type' },
      endingOf: 'org_name',
      unstated: {
        value: null,
        label: {
          zh: '未列党组织类别：按名称末尾（党委、党总支、党支部等）定，看不出的不定',
          en: 'not stated: told by how names end (党委, 党总支, 党支部); unknown where they do not tell',
        },
      },
      headers: words(`
        党组织类别 | 党组织类型 | 组织类别 | 组织类型 | 党组织性质 | 党组织层级 | 党组织级别 | 党组织形式
        组织形式 | 党组织类别名称 | 支部类型 | 党支部类型 | 支部类别 | 类别 | 类型 | org type | type
        organisation type | organization type
      `),
      required: true,
      values: [
        {
          id: '党工委',
          en: 'Working committee',
          synonyms: words(`
            工委 | 党的工作委员会 | 工作委员会 | 街道党工委 | 镇街党工委 | 派出党工委 | 党工委(派出机关)
          `),
        },
        {
          id: '党委',
          en: 'Committee',
          synonyms: words(`
            基层党委 | 党的基层委员会 | 基层委员会 | 党委会 | 委员会 | 党委(基层) | 二级党委 | 直属党委 | 机关党委
            镇党委 | 分党委 | 企业党委 | 园区党委 | committee
          `),
        },
        {
          id: '总支',
          en: 'General branch',
          synonyms: words(`
            党总支 | 总支部 | 党总支部 | 总支部委员会 | 党总支部委员会 | 党的总支部委员会 | 总支委 | 直属党总支
            机关党总支 | general branch
          `),
        },
        {
          id: '支部',
          en: 'Branch',
          synonyms: words(`
            党支部 | 支部委员会 | 党支部委员会 | 党的支部委员会 | 直属党支部 | 直属支部 | 独立党支部 | 单独党支部
            普通党支部 | 机关党支部 | 农村党支部 | 社区党支部 | 村党支部 | 企业党支部 | branch
          `),
        },
        {
          id: '联合支部',
          en: 'Joint branch',
          synonyms: words(`
          联合党支部 | 联合党支部委员会 | 联合 | joint branch
        `),
        },
        {
          id: '临时支部',
          en: 'Temporary branch',
          synonyms: words(`
          临时党支部 | 临时党组织 | 临时 | temporary branch
        `),
        },
        { id: '党小组', en: 'Group', synonyms: words('小组 | 党的小组 | group | party group') },
      ],
    },
    DOMAIN,
    {
      id: 'setting',
      type: 'enum',
      label: { zh: '设置形式', en: 'Setting' },
      headers: words(`
        设置形式 | 建在何处 | 设置方式 | 建立方式 | 设立形式 | 设在 | 设置位置 | 党组织设置 | 设置类型 | setting
      `),
      values: [
        { id: '单位', en: 'Unit', synonyms: words('按单位 | 单位建立 | 建在单位 | 单位设置 | unit') },
        { id: '园区', en: 'Park', synonyms: words('建在园区 | 按园区 | 产业园 | 产业园区 | 开发区 | park') },
        { id: '车间', en: 'Workshop', synonyms: words('建在车间 | 生产车间 | workshop') },
        { id: '班组', en: 'Team', synonyms: words('建在班组 | 生产班组 | team') },
        {
          id: '产业链',
          en: 'Industrial chain',
          synonyms: words('建在产业链 | 建在产业链上 | 产业链上 | 产业联盟 | industrial chain'),
        },
        { id: '楼宇', en: 'Building', synonyms: words('建在楼宇 | 商务楼宇 | 楼栋 | 商圈 | building') },
        {
          id: '居民组',
          en: "Residents' group",
          synonyms: words(`
          居民小组 | 村民小组 | 村民组 | 建在居民组 | 网格
        `),
        },
      ],
    },
    {
      id: 'uscc',
      type: 'code',
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headers: words(`
        统一社会信用代码 | 社会信用代码 | 信用代码 | 所在单位统一社会信用代码 | 单位代码 | 组织机构代码
        法人代码 | uscc | credit code | unified social credit code
      `),
    },
    {
      id: 'founded_date',
      type: 'date',
      label: { zh: '建立党组织日期', en: 'Founded' },
      headers: words(`
        建立党组织日期 | 建立党组织时间 | 党组织成立时间 | 党组织成立日期 | 党组织建立时间 | 党组织建立日期
        党组织组建时间 | 组建时间 | 组建日期 | 成立时间 | 成立日期 | 建立时间 | 建立日期 | 批准成立时间
        批准成立日期 | 批复时间 | 设立时间 | 设立日期 | 支部成立时间 | founded | founding date | established
        date founded
      `),
    },
    {
      id: 'dissolved_date',
      type: 'date',
      label: { zh: '撤销时间', en: 'Dissolved' },
      headers: words(`
        撤销时间 | 撤销日期 | 党组织撤销时间 | 撤消时间 | 撤消日期 | 注销时间 | 注销日期 | 合并时间 | dissolved
        date dissolved
      `),
    },
    {
      id: 'member_total',
      type: 'integer',
      label: { zh: '党员总数', en: 'Members' },
      made: MEMBERS_HEADER,
      headers: words(`
        党员总数 | 党员数 | 党员人数 | 实有党员人数 | 实有党员数 | 实有党员 | 现有党员数 | 现有党员 | 党员数量
        党员合计 | 党员数合计 | 党员总人数 | 党员 | members | member count | party members
      `),
    },
    {
      id: 'member_full',
      type: 'integer',
      label: { zh: '正式党员', en: 'Full members' },
      headers: words('正式党员 | 正式党员数 | 正式党员人数 | 党员数正式 | 党员人数正式 | 正式 | full members'),
    },
    {
      id: 'member_prob',
      type: 'integer',
      label: { zh: '预备党员', en: 'Probationary members' },
      headers: words(`
        预备党员 | 预备党员数 | 预备党员人数 | 党员数预备 | 党员人数预备 | 预备 | probationary members
        probationary
      `),
    },
    {
      id: 'term_start',
      type: 'date',
      label: { zh: '本届任期起始', en: 'Term start' },
      headers: words(`
        领导班子当选日期 | 班子当选日期 | 当选日期 | 当选时间 | 任命时间 | 任期开始 | 任期起始 | 任期起始时间
        任期起始日期 | 本届任期起始 | 本届当选时间 | 本届开始时间 | 上次换届时间 | 上次换届日期 | 换届时间
        换届日期 | 本届换届时间 | 最近换届时间 | 最近换届日期 | 最近一次换届时间 | 最近一次换届日期 | 上届换届时间
        上一次换届时间 | 本届任期起 | 任期起 | 本届起始时间 | term start
      `),
    },
    {
      id: 'term_due',
      type: 'date',
      label: { zh: '应换届时间', en: 'Term due' },
      headers: words(`
        应换届时间 | 应换届日期 | 领导班子届满日期 | 班子届满日期 | 届满日期 | 届满时间 | 任期届满时间
        任期届满日期 | 任期结束时间 | 任期结束 | 下次换届时间 | 下次换届日期 | 应届满时间 | 到届时间
        换届到期时间 | 本届届满时间 | 本届届满日期 | 本届任期届满时间 | 本届到期时间 | 班子任期届满时间 | term due | term end
      `),
    },
    {
      id: 'term_actual',
      type: 'date',
      label: { zh: '实际换届时间', en: 'Term renewed' },
      headers: words(`
        实际换届时间 | 实际换届日期 | 实际完成换届时间 | 完成换届时间 | 换届完成时间 | 换届完成日期 | 已换届时间 | term actual
        renewed
      `),
    },
    {
      id: 'term_extension_ok',
      type: 'boolean',
      label: { zh: '批准延期', en: 'Extension approved' },
      headers: words(`
        批准延期 | 是否批准延期 | 延期批准 | 经批准延期 | 是否延期 | 延期换届 | 批准延期换届 | 是否批准延期换届
        extension approved
      `),
    },
    partialList('list-of-some', {
      zh: '换届、到期、新建等名单只列部分党组织：换届、新建按它计，党组织数、党员数和应开会议不按它计。标题不是这样写的可在卡片上改。',
      en: 'Lists of terms due or of new organisations name some only: terms and foundings are counted by them, organisations, members and meetings owed are not.',
    }),
  ],
  constraints: [
    {
      code: 'founded-after-dissolved',
      holds: 'founded_date <= dissolved_date',
      columns: ['founded_date', 'dissolved_date'],
      label: { zh: '建立时间应不晚于撤销时间', en: 'Founded on or before dissolved' },
    },
    {
      code: 'members-do-not-add-up',
      holds: 'member_full + member_prob = member_total',
      columns: ['member_full', 'member_prob', 'member_total'],
      label: { zh: '正式党员 + 预备党员 = 党员总数', en: 'Full + probationary = total members' },
    },
    {
      code: 'term-due-not-after-start',
      holds: 'term_due > term_start',
      columns: ['term_due', 'term_start'],
      label: { zh: '应换届时间应晚于本届起始', en: 'A term ends after it starts' },
    },
    {
      code: 'extension-over-one-year',
      holds: "CASE WHEN term_extension_ok THEN term_actual <= term_due + INTERVAL '1' YEAR END",
      columns: ['term_extension_ok', 'term_actual', 'term_due'],
      label: { zh: '批准延期不超过 1 年', en: 'An extension is at most one year' },
    },
  ],
};
