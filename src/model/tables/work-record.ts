import type { EnumValue, TableSpec } from '../../domain';
import { DONE_HEADER, LETTER_HEADER, TARGET_HEADER } from './made-of';
import { COMMITTEE, CUT_OFF, DOMAIN, DOMAIN_VALUES, ZONE_ID } from './shared-columns';
import { words } from './words';

/** As exports write them beside a list of bodies inspected; 企业 where nobody says whose it is. */
const TARGET_DOMAINS: readonly EnumValue[] = [
  ...DOMAIN_VALUES.map((value) =>
    value.id === '机关' ? { ...value, synonyms: [...(value.synonyms ?? []), '机关部门', '部门'] } : value,
  ),
  { id: '企业', en: 'Enterprises', synonyms: words('企业党组织 | 企业单位 | 园区企业 | 企业类 | enterprises') },
];

/** Recurring duties and their fulfilment: one row an obligation, so that the denominator exists. */
export const WORK_RECORD: TableSpec = {
  id: 'work_record',
  label: { zh: '工作记录', en: 'Work records' },
  row: { zh: '一项应做的工作', en: 'One obligation' },
  key: ['record_id'],
  identity: [
    'coalesce(target_org_id, target_name, committee, topic)',
    'record_type',
    'letter_type',
    'topic',
    'period',
    'committee',
    'target_org_id',
    'target_name',
    'due_date',
    // Who is visited, inspected or heard twice is visited twice; a letter signed late is still the same letter.
    "CASE WHEN record_type IN ('检查指导', '走访调研', '例会', '工作汇报', '文件传达', '对口交流') AND due_date IS NULL THEN done_date END",
  ],
  columns: [
    {
      id: 'record_id',
      type: 'code',
      label: { zh: '记录编号', en: 'Record' },
      headers: words('记录编号 | 记录ID | 工作编号 | 流水号 | 编号 | record | record id | id'),
      note: {
        zh: '缺时以类型、事项、时期、对象和日期辨认同一项工作；序号不是编号。',
        en: 'Where missing, type, matter, period, target and dates tell records apart; a running number is no id.',
      },
    },
    {
      id: 'record_type',
      type: 'enum',
      label: { zh: '工作类型', en: 'Record type' },
      headers: words(
        '工作类型 | 工作类别 | 记录类型 | 记录类别 | 事项类型 | 工作事项 | 任务类型 | 工作项目 | 类型 | 类别 | record type | type',
      ),
      required: true,
      fileLevel: true,
      values: [
        {
          id: '责任书',
          en: 'Letter of responsibility',
          synonyms: words(`
            签订责任书 | 目标责任书 | 责任书签订 | 党建责任书 | 党建目标责任书 | 党风廉政责任书 | 党风廉政建设责任书 | 责任状
            目标责任状 | letter
          `),
        },
        {
          id: '月调度',
          en: 'Monthly dispatch',
          synonyms: words('一月一调度 | 月度调度 | 调度 | 党建调度 | 月调度会 | dispatch'),
        },
        { id: '季主题', en: 'Quarterly theme', synonyms: words('一季一主题 | 季度主题 | 主题活动 | theme') },
        { id: '半年考核', en: 'Half-year appraisal', synonyms: words('半年一考核 | 年中考核 | 半年度考核') },
        {
          id: '检查指导',
          en: 'Inspection',
          synonyms: words('检查 | 督导检查 | 督查 | 检查督导 | 督导 | 指导检查 | inspection'),
        },
        {
          id: '走访调研',
          en: 'Visit',
          synonyms: words('走访 | 调研 | 走访基层党组织 | 到村调研 | 实地调研 | 到村走访 | visit'),
        },
        {
          id: '例会',
          en: 'Regular meeting',
          synonyms: words(
            '党建例会 | 周一例会 | 季度例会 | 工作例会 | 推进会 | 会议 | 党工委会议 | 召开会议 | meeting',
          ),
        },
        { id: '工作汇报', en: 'Report', synonyms: words('汇报 | 情况汇报 | 专题汇报 | 听取汇报 | report') },
        { id: '党务公开', en: 'Disclosure', synonyms: words('公开 | 党务村务公开 | 两级党务公开 | disclosure') },
        {
          id: '定点联系',
          en: 'Contact point',
          synonyms: words('联系点 | 定点联系支部 | 党支部联系点 | 支部联系点 | 联系支部 | contact'),
        },
        {
          id: '文件传达',
          en: 'Documents passed on',
          synonyms: words('传达文件 | 文件学习 | 学习文件 | 传达学习 | 学习传达 | 文件 | documents'),
        },
        {
          id: '制度建设',
          en: 'Systems and policies',
          synonyms: words('制度 | 建立制度 | 出台制度 | 制度出台 | 完善制度 | 制度办法 | 台账 | policy'),
        },
        {
          id: '专项活动',
          en: 'Campaigns and projects',
          synonyms: words('专项工程 | 工程项目 | 项目 | 主题年 | 专项行动 | 品牌项目 | 结对帮扶 | campaign | project'),
        },
        {
          id: '对口交流',
          en: 'Exchanges',
          synonyms: words('交流学习 | 一对一交流 | 结对交流 | 交流 | exchange'),
        },
        {
          id: '学习活动',
          en: 'Study',
          synonyms: words('学习 | 中心组学习 | 集中学习 | 四个一 | study'),
        },
      ],
    },
    ZONE_ID,
    { ...COMMITTEE, required: 'target' },
    {
      id: 'target_org_id',
      type: 'code',
      label: { zh: '对象党组织代码', en: 'Target organisation code' },
      headers: words(
        '对象代码 | 责任主体代码 | 被检查单位代码 | 党组织代码 | 党组织编码 | 单位代码 | target org | target org id | target code',
      ),
      required: 'target',
    },
    {
      id: 'target_name',
      type: 'text',
      label: { zh: '对象', en: 'Target' },
      made: TARGET_HEADER,
      headers: words(`
        责任主体 | 被检查单位 | 签订单位 | 责任单位 | 受检单位 | 检查对象 | 检查单位 | 走访单位 | 走访对象 | 调研单位 | 调研对象 | 汇报单位
        公开单位 | 联系单位 | 承担单位 | 签订主体 | 对象 | 被考核单位 | 党组织名称 | 党组织 | 单位名称 | 单位 | target | target name
      `),
      required: 'target',
    },
    {
      ...DOMAIN,
      id: 'target_domain',
      label: { zh: '对象领域', en: 'Target domain' },
      headers: words(
        '对象领域 | 被检查单位类型 | 单位类型 | 单位类别 | 单位性质 | 领域 | 所属领域 | 对象类别 | target domain | domain',
      ),
      values: TARGET_DOMAINS,
    },
    {
      id: 'letter_type',
      type: 'text',
      label: { zh: '责任书种类', en: 'Letter type' },
      made: LETTER_HEADER,
      fileLevel: true,
      headers: words('责任书种类 | 责任书类型 | 责任书名称 | 责任书类别 | 责任书 | letter type | letter'),
    },
    {
      id: 'topic',
      type: 'text',
      label: { zh: '事项', en: 'Matter' },
      required: 'target',
      headers: words(`
        事项名称 | 事项 | 工作事项名称 | 工作名称 | 制度名称 | 活动名称 | 项目名称 | 会议名称 | 汇报事项 | 公开层级 | 联系方式类别 | 工程名称
        任务名称 | 指标名称 | 统计项目 | topic | matter
      `),
    },
    {
      id: 'period',
      type: 'period',
      label: { zh: '所属时期', en: 'Period' },
      headers: words(
        '所属时期 | 时期 | 调度月份 | 月份 | 所属月份 | 季度 | 年度 | 年份 | 期间 | 周期 | period | month | quarter | year',
      ),
      required: true,
      fileLevel: true,
    },
    {
      id: 'due_date',
      type: 'date',
      label: { zh: '应完成时间', en: 'Due' },
      headers: words(
        '应完成时间 | 应完成日期 | 计划完成时间 | 计划时间 | 完成时限 | 时限 | 截止时间 | 要求时间 | due date | due | deadline',
      ),
    },
    {
      id: 'done_date',
      type: 'date',
      label: { zh: '完成时间', en: 'Done on' },
      required: 'deed',
      headers: words(`
        完成时间 | 完成日期 | 实际完成时间 | 签订时间 | 签订日期 | 签署时间 | 签署日期 | 检查时间 | 检查日期 | 走访时间 | 走访日期 | 调研时间
        调度时间 | 公开时间 | 汇报时间 | 时间 | 日期 | done date | date
      `),
    },
    {
      id: 'done',
      type: 'boolean',
      label: { zh: '是否完成', en: 'Done' },
      made: DONE_HEADER,
      headers: words(`
        是否完成 | 完成情况 | 是否签订 | 签订情况 | 是否落实 | 落实情况 | 是否开展 | 开展情况 | 是否执行 | 执行情况 | 是否公开 | 是否检查
        是否走访 | 是否已签 | done | completed
      `),
      required: 'deed',
      note: { zh: '缺时看有无完成时间。', en: 'Where missing, a date of completion says so.' },
    },
    {
      id: 'count',
      type: 'integer',
      label: { zh: '次数', en: 'Count' },
      required: 'deed',
      headers: words('次数 | 数量 | 份数 | 件数 | 场次 | 频次 | 累计次数 | count | number'),
      note: { zh: '缺时为 1。', en: '1 where missing.' },
    },
    {
      id: 'bound',
      type: 'enum',
      label: { zh: '界', en: 'Bound' },
      headers: words('界 | 精确性 | 数值界 | bound'),
      values: [
        { id: 'eq', en: 'Exact', synonyms: words('等于 | 精确 | 确数 | = | exact') },
        { id: 'ge', en: 'At least', synonyms: words('不少于 | 至少 | 以上 | 余 | 多 | >= | ≥ | at least') },
        { id: 'approx', en: 'About', synonyms: words('约 | 大约 | 近 | 左右 | ≈ | ~ | about') },
      ],
    },
    CUT_OFF,
  ],
  constraints: [
    {
      code: 'done-date-without-done',
      holds: 'done OR done_date IS NULL',
      columns: ['done', 'done_date'],
      label: { zh: '未完成的不应有完成时间', en: 'What is not done has no date of completion' },
    },
    {
      code: 'count-below-zero',
      holds: 'count >= 0',
      columns: ['count'],
      label: { zh: '次数不应为负', en: 'A count is not negative' },
    },
  ],
};
