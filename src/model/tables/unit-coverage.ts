import type { TableSpec } from '../../domain';
import { BUILT, COVERAGE_MODE, DUE } from './coverage-columns';
import { COMMITTEE, SNAPSHOT_DATE, ZONE_ID } from './shared-columns';
import { UNIT_CODE_HEADER, UNIT_NAME_HEADER, EMPLOYEES_HEADER, MEMBERS_HEADER, INSTRUCTOR_HEADER } from './made-of';
import { words } from './words';

/** Units that are to be covered (enterprises, social organisations), one row each at each snapshot. */
export const UNIT_COVERAGE: TableSpec = {
  id: 'unit_coverage',
  label: { zh: '单位覆盖', en: 'Unit coverage' },
  row: { zh: '一个单位在一个统计日', en: 'One unit on one snapshot date' },
  key: ['unit_id', 'snapshot_date'],
  identity: ['unit_name'],
  mentions: words('党 | 两新 | 指导员 | 组建 | 支部 | 覆盖 | party | member | coverage | built'),
  columns: [
    {
      id: 'unit_id',
      type: 'code',
      label: { zh: '统一社会信用代码', en: 'Unit code' },
      made: UNIT_CODE_HEADER,
      headers: words(`
        统一社会信用代码 | 社会信用代码 | 信用代码 | 企业统一社会信用代码 | 单位统一社会信用代码 | 组织机构代码
        企业代码 | 企业编码 | 企业编号 | 单位代码 | 单位编码 | 单位编号 | 法人代码 | 注册号 | 工商注册号
        登记证号 | 统一代码 | 代码 | 编码 | 编号 | unit | uscc | credit code | unified social credit code
        unit code | company id | enterprise id
      `),
      required: 'unit',
    },
    {
      id: 'unit_name',
      type: 'text',
      label: { zh: '单位名称', en: 'Unit name' },
      made: UNIT_NAME_HEADER,
      headers: words(`
        企业名称 | 单位名称 | 社会组织名称 | 企业全称 | 单位全称 | 公司名称 | 法人单位名称 | 非公企业名称
        非公有制企业名称 | 企业(社会组织)名称 | 企业(单位)名称 | 单位(企业)名称 | 两新组织名称 | 市场主体名称
        组织名称 | 商户名称 | 企业 | 单位 | 公司 | 名称 | unit name | company | company name | enterprise
        enterprise name | name
      `),
      required: 'unit',
    },
    SNAPSHOT_DATE,
    ZONE_ID,
    COMMITTEE,
    {
      id: 'unit_kind',
      type: 'enum',
      label: { zh: '单位性质', en: 'Unit kind' },
      headers: words(`
        单位性质 | 企业类型 | 经济类型 | 企业性质 | 单位类型 | 单位类别 | 企业类别 | 所有制类型 | 所有制性质
        所有制 | 经济性质 | 登记注册类型 | 注册类型 | 组织类别 | 主体类型 | 性质 | 类型 | 类别 | unit kind | kind
        ownership | company type | unit type
      `),
      required: true,
      fileLevel: true,
      likely: [
        {
          words: words(
            '两新组织 | 两新组织名称 | 两新单位 | 两新单位名称 | 企业(社会组织)名称 | 企业(社会组织) | 非公企业和社会组织 | 两新',
          ),
          value: '两新组织',
        },
        {
          words: words(`
            企业名称 | 企业全称 | 非公企业名称 | 非公企业全称 | 非公有制企业名称 | 非公经济组织名称 | 非公有制经济组织名称 | 企业单位名称 | 公司名称 | 公司全称 | 市场主体名称 | 商户名称 | 企业 | 公司 | company | company name
            enterprise | enterprise name
          `),
          value: '非公企业',
        },
      ],
      values: [
        {
          id: '非公企业',
          en: 'Non-public enterprise',
          synonyms: words(`
            非公 | 企业 | 非公有制企业 | 非公有制经济组织 | 非公经济组织 | 非公有制 | 民营企业 | 民营 | 民企 | 私营企业
            私营 | 私营有限责任公司 | 外资企业 | 外资 | 外商投资企业 | 外商独资 | 外商独资企业 | 港澳台企业
            港澳台投资企业 | 港澳台商投资企业 | 中外合资 | 中外合资企业 | 个体工商户 | 个体 | 个体户 | non-public
            non-public enterprise | private | private enterprise
          `),
        },
        {
          id: '社会组织',
          en: 'Social organisation',
          synonyms: words(`
            社会团体 | 社团 | 民办非企业单位 | 民办非企业 | 民非 | 社会服务机构 | 基金会 | 行业协会 | 协会 | 商会
            中介组织 | 新社会组织 | social organisation | social organization | ngo
          `),
        },
        {
          id: '两新组织',
          en: 'Enterprise or social organisation, not told apart',
          broad: true,
          synonyms: words(`
            两新 | 两新单位 | 非公企业和社会组织 | 非公企业(社会组织) | 企业(社会组织) | 企业和社会组织 | 企业、社会组织
            非公有制经济组织和社会组织 | 新经济组织和新社会组织 | 新经济组织、新社会组织
          `),
        },
        {
          id: '国企',
          en: 'State-owned enterprise',
          synonyms: words(`
            国有企业 | 国有 | 公有制企业 | 公有企业 | 公有 | 国有控股 | 国有控股企业 | 国有独资 | 国有独资企业 | 央企
            中央企业 | 集体企业 | 集体 | soe | state-owned | state-owned enterprise
          `),
        },
        {
          id: '其他',
          en: 'Other',
          synonyms: words(`
            其它 | 机关 | 机关单位 | 事业 | 事业单位 | 学校 | 村 | 社区 | 农民专业合作社 | 合作社 | other
          `),
        },
      ],
    },
    {
      id: 'operating',
      type: 'enum',
      label: { zh: '经营状态', en: 'Operating status' },
      headers: words(`
        经营状态 | 经营状况 | 运营状况 | 营业状态 | 营业状况 | 营业情况 | 是否实体运营 | 是否正常经营 | 是否正常运营 | 经营情况 | 运营状态 | 运营情况 | 生产经营状态
        生产经营状况 | 生产经营情况 | 企业状态 | 企业经营状态 | 单位状态 | 登记状态 | 存续状态 | 是否运营
        是否经营 | 是否存续 | 是否在营 | 实体运营 | 正常经营 | 状态 | operating | operating status | status
        in operation
      `),
      required: true,
      unstated: {
        value: null,
        label: {
          zh: '名单未列经营状态，按“名单未列经营状态”的约定计（默认视同实体运营）',
          en: 'the list does not state it: its units are taken as operating unless the rule says otherwise',
        },
      },
      values: [
        {
          id: '运营',
          en: 'Operating',
          synonyms: words(`
            运营中 | 正常运营 | 正常经营 | 正常 | 经营 | 经营中 | 在营 | 在业 | 存续 | 开业 | 营业 | 生产 | 生产经营
            正常生产 | 正常生产经营 | 实体运营 | 实体经营 | 存续(在营、开业、在册) | 在营(开业) | 在营(开业)企业
            投产 | 已投产 | 是 | yes | y | true | √ | active | open
          `),
        },
        {
          id: '停业',
          en: 'Suspended',
          synonyms: words(`
            停产 | 停工 | 歇业 | 停止经营 | 停业整顿 | 半停产 | 停产停业 | 暂停营业 | 关停 | 停运 | suspended
            closed
          `),
        },
        {
          id: '空壳',
          en: 'Shell',
          synonyms: words(`
            空壳企业 | 无实体 | 无实际经营 | 僵尸企业 | 仅注册 | 注册未经营 | 未实体运营
            shell | dormant
          `),
        },
        {
          id: '注销',
          en: 'Deregistered',
          synonyms: words(`
            已注销 | 吊销 | 已吊销 | 吊销未注销 | 吊销,未注销 | 注销吊销 | 撤销 | 已撤销 | 迁出 | 已迁出 | 破产
            deregistered | cancelled | revoked
          `),
        },
        {
          id: '不运营',
          en: 'Not operating, reason not stated',
          synonyms: words(`
            否 | 非实体运营 | 未运营 | 不正常 | 非正常 | 未经营 | 非正常经营 | no | n | false | × | inactive
          `),
        },
      ],
    },
    {
      id: 'above_scale',
      type: 'boolean',
      label: { zh: '规模以上', en: 'Above scale' },
      headers: words(`
        是否规上 | 规模以上 | 是否规模以上 | 是否规上企业 | 是否规模以上企业 | 规上企业 | 规上 | 规模以上企业
        是否规上(规模以上) | 企业规模 | 规模 | above scale | above-scale
      `),
    },
    {
      id: 'employees',
      type: 'integer',
      label: { zh: '从业人员', en: 'Employees' },
      made: EMPLOYEES_HEADER,
      headers: words(`
        从业人员 | 从业人员数 | 从业人数 | 从业人员人数 | 员工人数 | 员工数 | 员工总数 | 职工人数 | 职工数
        职工总数 | 在岗职工 | 在岗职工数 | 在岗职工人数 | 在职职工 | 在职职工数 | 在职人数 | 用工人数 | 用工数
        企业人数 | 职工 | 员工 | employees | staff | headcount | employee count
      `),
    },
    {
      id: 'members',
      type: 'integer',
      label: { zh: '党员人数', en: 'Members' },
      made: MEMBERS_HEADER,
      headers: words(`
        党员人数 | 党员数 | 党员总数 | 党员数量 | 党员合计 | 实有党员数 | 实有党员人数 | 现有党员数 | 现有党员
        党员总人数 | 党员 | members | party members | member count
      `),
    },
    {
      id: 'members_full',
      type: 'integer',
      label: { zh: '正式党员数', en: 'Full members' },
      headers: words(`
        正式党员数 | 正式党员人数 | 正式党员 | 党员数正式 | 党员人数正式 | 正式 | members full | full members
      `),
    },
    COVERAGE_MODE,
    BUILT,
    DUE,
    {
      id: 'org_id',
      type: 'code',
      label: { zh: '所属党组织', en: 'Organisation' },
      headers: words(`
        所属党组织 | 所属党组织代码 | 所属党组织编码 | 所属党组织名称 | 所在党组织 | 所在党组织名称
        所在党组织代码 | 所属党支部 | 所属支部 | 所在党支部 | 所在支部 | 党组织代码 | 党组织编码 | 党组织名称
        党组织全称 | 党支部名称 | 支部名称 | 覆盖党组织 | 覆盖党组织名称 | 隶属党组织 | 党组织 | 党支部 | org
        org id | org name | organisation | organization | branch | branch name
      `),
      note: {
        zh: '可填党组织代码或名称；多个单位可属同一党组织。',
        en: 'A code or a name; many units may share one organisation.',
      },
    },
    {
      id: 'instructor',
      type: 'boolean',
      named: true,
      label: { zh: '党建指导员', en: 'Instructor' },
      made: INSTRUCTOR_HEADER,
      headers: words(`
        党建指导员 | 是否有党建指导员 | 有无党建指导员 | 是否选派党建指导员 | 是否选派指导员 | 选派党建指导员
        党建工作指导员 | 是否派驻党建指导员 | 派驻指导员 | 指导员 | 选派指导员 | 派驻党建指导员 | 是否派驻指导员
        是否选派党建工作指导员 | 是否配备党建指导员 | 配备党建指导员 | 是否配备指导员 | 是否有指导员 | 有无指导员
        指导员人数 | 指导员数 | 党建指导员人数 | 党建指导员数 | 选派指导员人数 | 选派指导员数 | 选派党建指导员人数 | 选派党建指导员数
        派驻指导员人数 | 派驻指导员数 | 派驻党建指导员人数 | 派驻党建指导员数
        选派党建指导员情况 | 党建指导员选派情况 | 指导员选派情况 | 党建指导员派驻情况 | 派驻情况 | 选派情况
        instructor | party instructor
      `),
    },
    {
      id: 'liaison',
      type: 'boolean',
      named: true,
      label: { zh: '联络员', en: 'Liaison' },
      headers: words(`
        联络员 | 党建联络员 | 是否有联络员 | 是否有党建联络员 | 有无联络员 | 有无党建联络员 | 是否选派联络员
        是否确定联络员 | 党建联系员 | liaison | liaison officer
      `),
    },
    {
      id: 'mass_org',
      type: 'boolean',
      any: true,
      label: { zh: '群团组织', en: 'Mass organisation' },
      headers: words(`
        群团组织 | 工会 | 团组织 | 工会团组织 | 工会(团组织) | 工会/团组织 | 工会或团组织 | 有无群团组织
        是否有群团组织 | 是否建立群团组织 | 群团组织建立情况 | 群团组织情况 | 是否建立工会 | 是否有工会
        有无工会 | 工会组织 | 是否建立工会或团组织 | mass org | trade union | union | mass organisation
        mass organization
      `),
    },
    {
      id: 'not_built_reason',
      type: 'text',
      label: { zh: '未建原因', en: 'Reason not built' },
      headers: words(`
        未建原因 | 未建立党组织原因 | 未组建原因 | 未建立原因 | 未建党组织原因 | 未成立原因 | 尚未建立原因
        未覆盖原因 | 未建理由 | 未建立党组织的原因 | reason | reason not built | not built reason
      `),
    },
  ],
  constraints: [
    {
      code: 'full-members-over-members',
      holds: 'members_full <= members',
      columns: ['members_full', 'members'],
      label: { zh: '正式党员数应不多于党员人数', en: 'Full members are at most all members' },
    },
    {
      code: 'members-over-employees',
      holds: 'members <= employees',
      columns: ['members', 'employees'],
      label: { zh: '党员人数应不多于从业人员', en: 'Members are at most employees' },
    },
    {
      code: 'should-build-needs-reason',
      holds: "coverage_mode <> '未建-应建' OR (not_built_reason IS NOT NULL AND not_built_reason <> '')",
      columns: ['coverage_mode', 'not_built_reason'],
      label: { zh: '应建未建应写明原因', en: 'A unit that should have an organisation states why it has none' },
    },
    {
      code: 'no-members-but-counted',
      holds: "coverage_mode <> '未建-无党员' OR members = 0",
      columns: ['coverage_mode', 'members'],
      label: { zh: '“没有党员”的单位党员人数应为 0', en: 'A unit without members counts no members' },
    },
    {
      code: 'due-against-members',
      holds: `CASE WHEN due THEN coalesce(members_full, members) >= 3
        WHEN NOT due AND coverage_mode IN ('未建-应建', '未建-个别党员', '未建-无党员', '未建-未注明') THEN coalesce(members_full, members) < 3 END`,
      columns: ['due', 'members'],
      label: {
        zh: '所注应建与否同“正式党员三人以上应建”不一致，以名单所注为准',
        en: 'What the list says of being due differs from “three full members or more”; the list counts',
      },
    },
  ],
};
