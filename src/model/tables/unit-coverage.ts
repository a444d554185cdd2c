import type { TableSpec } from '../../domain';
import { COMMITTEE, SNAPSHOT_DATE, ZONE_ID } from './shared-columns';
import { words } from './words';

/** Units that are to be covered (enterprises, social organisations), one row each at each snapshot. */
export const UNIT_COVERAGE: TableSpec = {
  id: 'unit_coverage',
  label: { zh: '单位覆盖', en: 'Unit coverage' },
  row: { zh: '一个单位在一个统计日', en: 'One unit on one snapshot date' },
  key: ['unit_id', 'snapshot_date'],
  identity: ['unit_name'],
  columns: [
    {
      id: 'unit_id',
      type: 'code',
      label: { zh: '统一社会信用代码', en: 'Unit code' },
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
      values: [
        {
          id: '非公企业',
          en: 'Non-public enterprise',
          synonyms: words(`
            非公 | 非公有制企业 | 非公有制经济组织 | 非公经济组织 | 非公有制 | 民营企业 | 民营 | 民企 | 私营企业
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
        经营状态 | 是否实体运营 | 是否正常经营 | 是否正常运营 | 经营情况 | 运营状态 | 运营情况 | 生产经营状态
        生产经营状况 | 生产经营情况 | 企业状态 | 企业经营状态 | 单位状态 | 登记状态 | 存续状态 | 是否运营
        是否经营 | 是否存续 | 是否在营 | 实体运营 | 正常经营 | 状态 | operating | operating status | status
        in operation
      `),
      required: true,
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
    {
      id: 'coverage_mode',
      type: 'enum',
      label: { zh: '组建方式', en: 'Coverage mode' },
      headers: words(`
        组建方式 | 组建形式 | 建立党组织情况 | 是否建立党组织 | 党组织组建方式 | 党组织组建形式 | 党组织组建情况
        党组织建立情况 | 党组织设置情况 | 党组织覆盖情况 | 党组织覆盖方式 | 党组织覆盖形式 | 组织覆盖方式
        组织覆盖形式 | 组织覆盖情况 | 覆盖方式 | 覆盖形式 | 覆盖情况 | 组建情况 | 建组织情况 | 党建情况
        党组织情况 | 建立形式 | 建立方式 | 党组织类型 | 党组织形式 | 是否已建党组织 | 是否建立 | 是否组建党组织
        是否成立党组织 | 有无党组织 | 党组织建立形式 | 党组织状态 | coverage | coverage mode | build mode
        party org built
      `),
      required: true,
      values: [
        {
          id: '单独党委',
          en: 'Own committee',
          synonyms: words(`
            单独建党委 | 单独组建党委 | 单独建立党委 | 单建党委 | 独立党委 | 党委 | 建立党委 | 已建党委 | 基层党委
          `),
        },
        {
          id: '单独总支',
          en: 'Own general branch',
          synonyms: words(`
            单独建总支 | 单独建党总支 | 单独组建总支 | 单独组建党总支 | 单独建立党总支 | 单建总支 | 独立总支
            独立党总支 | 单独党总支 | 总支 | 党总支 | 建立党总支 | 已建党总支 | 总支部 | 党总支部
          `),
        },
        {
          id: '单独支部',
          en: 'Own branch',
          synonyms: words(`
            单独建支部 | 单独建党支部 | 单独组建支部 | 单独组建党支部 | 单独建立党支部 | 单建支部 | 独立支部
            独立党支部 | 单独党支部 | 支部 | 党支部 | 建立党支部 | 已建党支部 | 单独建 | 单建 | 单独组建 | 单独建立
            独立组建 | 独立建 | 独立 | 单独 | 单独成立
          `),
        },
        {
          id: '联合支部',
          en: 'Joint branch',
          synonyms: words(`
            联合党支部 | 联合建支部 | 联合建党支部 | 联合组建支部 | 联合组建党支部 | 联合建立党支部 | 联建支部
            联合建 | 联建 | 联合组建 | 联合建立 | 联合 | 加入联合支部 | 加入联合党支部 | 纳入联合支部 | 联合成立
          `),
        },
        {
          id: '区域行业覆盖',
          en: 'Area or trade coverage',
          synonyms: words(`
            区域覆盖 | 行业覆盖 | 区域性覆盖 | 行业性覆盖 | 区域(行业)覆盖 | 区域行业性覆盖 | 区域联建 | 行业联建
            区域建 | 行业建 | 区域组建 | 行业组建 | 区域党组织覆盖 | 行业党组织覆盖 | 区域性党组织 | 行业性党组织
            园区党组织覆盖 | 楼宇党组织覆盖 | 挂靠 | 挂靠组建 | 挂靠支部 | 挂靠党支部 | area
          `),
        },
        {
          id: '未建-应建',
          en: 'Not built, should be',
          synonyms: words(`
            应建未建 | 应建尚未建 | 应建尚未建立 | 未建(应建) | 未建(应建未建) | 未建应建 | 未组建(应建) | 应建
            具备条件未建 | 符合条件未建 | 有3名以上正式党员未建
          `),
        },
        {
          id: '未建-个别党员',
          en: 'Not built, few members',
          synonyms: words(`
            仅有个别党员 | 个别党员 | 未建(个别党员) | 未建(仅有个别党员) | 党员不足3人 | 不足3人 | 党员不足3名
            正式党员不足3人 | 正式党员不足3名 | 有党员未建 | 未建(党员不足3人) | 未建(有党员)
          `),
        },
        {
          id: '未建-无党员',
          en: 'Not built, no members',
          synonyms: words('没有党员 | 无党员 | 未建(无党员) | 未建(没有党员) | 未建立(无党员) | 无党员未建'),
        },
        {
          id: '已建-未注明',
          en: 'Built, form not stated',
          synonyms: words(`
            已建 | 已建立 | 已组建 | 已成立 | 已建党组织 | 已建立党组织 | 有 | 有党组织 | 是 | √ | yes | y | true
            built | 已覆盖
          `),
        },
        {
          id: '未建-未注明',
          en: 'Not built, kind not stated',
          synonyms: words(`
            未建 | 无 | 未建立 | 未组建 | 未成立 | 尚未建立 | 尚未组建 | 未建党组织 | 未建立党组织 | 无党组织 | 没有党组织
            未覆盖 | 否 | × | no | n | false | not built
          `),
        },
      ],
    },
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
      label: { zh: '党建指导员', en: 'Instructor' },
      headers: words(`
        党建指导员 | 是否有党建指导员 | 有无党建指导员 | 是否选派党建指导员 | 是否选派指导员 | 选派党建指导员
        党建工作指导员 | 是否派驻党建指导员 | 派驻指导员 | 指导员 | instructor | party instructor
      `),
    },
    {
      id: 'liaison',
      type: 'boolean',
      label: { zh: '联络员', en: 'Liaison' },
      headers: words(`
        联络员 | 党建联络员 | 是否有联络员 | 是否有党建联络员 | 有无联络员 | 有无党建联络员 | 是否选派联络员
        是否确定联络员 | 党建联系员 | liaison | liaison officer
      `),
    },
    {
      id: 'mass_org',
      type: 'boolean',
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
  ],
};
