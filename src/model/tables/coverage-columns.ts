import type { ColumnSpec } from '../../domain';
import { ALONE_TEXT, BUILT_HEADER, DUE_UNIT_HEADER, JOINT_TEXT, MODE_HEADER, NOT_BUILT_TEXT } from './made-of';
import { words } from './words';

/** Whether and how a unit has an organisation. */
export const COVERAGE_MODE: ColumnSpec = {
  id: 'coverage_mode',
  type: 'enum',
  label: { zh: '组建方式', en: 'Coverage mode' },
  made: MODE_HEADER,
  headers: words(`
    组建方式 | 组建形式 | 建立党组织情况 | 是否建立党组织 | 党组织组建方式 | 党组织组建形式 | 党组织组建情况
    党组织建立情况 | 党组织设置情况 | 党组织设置类型 | 党组织设置形式 | 党组织设立类型 | 党组织建立类型 | 党组织覆盖类型 | 党组织设置 | 党组织设立 | 党组织设立情况 | 组织设置情况 | 党组织覆盖情况 | 党组织覆盖方式 | 党组织覆盖形式 | 组织覆盖方式
    组织覆盖形式 | 组织覆盖情况 | 覆盖方式 | 覆盖形式 | 覆盖情况 | 组建情况 | 建组织情况 | 党建情况
    党组织情况 | 建立形式 | 建立方式 | 党组织类型 | 党组织形式 | 是否已建党组织 | 是否建立 | 是否组建党组织
    是否成立党组织 | 有无党组织 | 党组织建立形式 | 党组织状态 | 党组织建立方式 | 组建类型 | 组建类别 | 建立类型
    建立类别 | 组织形式 | 组织设置形式 | 建组织方式 | 建党组织方式 | 建党组织形式 | 建党形式 | 建党方式 | 组建模式
    覆盖类型 | 覆盖类别 | 形式 | 方式 | coverage | coverage mode | build mode | party org built
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
        独立党总支 | 单独党总支 | 总支 | 党总支 | 建立党总支 | 已建立党总支 | 已建党总支 | 总支部 | 党总支部
      `),
    },
    {
      id: '单独支部',
      en: 'Own branch',
      made: ALONE_TEXT,
      synonyms: words(`
        单独建支部 | 单独建党支部 | 单独组建支部 | 单独组建党支部 | 单独建立党支部 | 单建支部 | 独立支部
        独立党支部 | 单独党支部 | 支部 | 党支部 | 建立党支部 | 已建党支部 | 单独建 | 单建 | 单独组建 | 单独建立
        独立组建 | 独立建 | 独立 | 单独 | 已单建 | 已独立建 | 已自建 | 单独成立 | 单独设立 | 单独建党组织 | 单独党组织 | 单独组建党组织 | 单独型 | 自建
      `),
    },
    {
      id: '联合支部',
      en: 'Joint branch',
      made: JOINT_TEXT,
      synonyms: words(`
        联合党支部 | 联合建支部 | 联合建党支部 | 联合组建支部 | 联合组建党支部 | 联合建立党支部 | 联建支部
        联合建 | 联建 | 已联建 | 已联合建 | 联合组建 | 联合建立 | 联合 | 加入联合支部 | 加入联合党支部 | 纳入联合支部 | 联合成立 | 联合设立 | 联合建党组织
        联合党组织 | 联合组建党组织 | 联合型
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
        built | 已覆盖 | 应建已建
      `),
    },
    {
      id: '未建-未注明',
      en: 'Not built, kind not stated',
      made: NOT_BUILT_TEXT,
      synonyms: words(`
        未建 | 无 | 未建立 | 未组建 | 未成立 | 尚未建立 | 尚未组建 | 未建党组织 | 未建立党组织 | 无党组织 | 没有党组织
        未覆盖 | 暂不具备条件 | 不具备条件 | 不具备组建条件 | 不具备建党条件 | 暂不具备组建条件 | 暂不具备建党条件 | 不符合条件
        否 | × | no | n | false | not built
      `),
    },
  ],
};

/** Only whether it has one. */
export const BUILT: ColumnSpec = {
  id: 'built',
  type: 'boolean',
  label: { zh: '是否建立党组织', en: 'Has an organisation' },
  made: BUILT_HEADER,
  headers: words(`
    是否建立党组织 | 是否已建党组织 | 已建党组织 | 是否已建立党组织 | 已建立党组织 | 是否组建党组织 | 已组建党组织 | 是否成立党组织
    是否设立党组织 | 是否建有党组织 | 建有党组织 | 是否有党组织 | 有无党组织 | 是否建党组织 | 是否建立 | 是否已建 | 是否组建
    是否建党 | 已建 | 建立党组织 | 建立党组织情况 | 党组织建立情况 | 党组织组建情况 | 党组织覆盖情况 | 党组织情况 | 党组织状态
    党组织设置有无 | 党组织设立有无 | 党组织建立有无 | 党组织覆盖有无 | 党组织有无
    组织覆盖情况 | 组织覆盖 | 是否组织覆盖 | 是否覆盖 | 是否实现组织覆盖 | 覆盖情况 | 组建情况 | 建组织情况 | 党建情况 | 党组织
    党支部 | has organisation
  `),
  tells: {
    column: 'coverage_mode',
    alone: true,
    yes: {
      silent: '已建-未注明',
      agrees: ['单独党委', '单独总支', '单独支部', '联合支部', '区域行业覆盖', '已建-未注明'],
    },
    no: {
      silent: '未建-未注明',
      agrees: ['未建-应建', '未建-个别党员', '未建-无党员', '区域行业覆盖', '未建-未注明'],
    },
  },
  note: {
    zh: '与组建方式合读：“×”旁的“—”或空白是未建，“√”旁的空白是已建、方式未注明；两处矛盾的不采用，记入台账。',
    en: 'Read together with the coverage mode; where the two contradict each other neither is used and the ledger tells.',
  },
};

/** Whether a unit is required to have an organisation, where its list says so of each. */
export const DUE: ColumnSpec = {
  id: 'due',
  type: 'boolean',
  label: { zh: '是否应建', en: 'Required' },
  made: DUE_UNIT_HEADER,
  headers: words(`
    是否应建 | 是否应建党组织 | 是否应组建 | 是否应组建党组织 | 是否应建立党组织 | 是否应当建立党组织 | 应建与否 | 应建情况
    是否符合组建条件 | 是否具备组建条件 | 是否符合建立党组织条件 | 是否具备建立党组织条件 | 是否符合应建条件 | 是否达到应建条件
    是否应建单位 | 应建 | 应建党组织 | 应组建 | should build
  `),
  yes: words(
    '应建 | 应组建 | 应建立 | 应建未建 | 应建已建 | 应建单位 | 符合 | 符合条件 | 具备 | 具备条件 | 已达到 | 达到',
  ),
  no: words(
    '不应建 | 非应建 | 无需建 | 不需建 | 暂不应建 | 不符合 | 不符合条件 | 不具备 | 不具备条件 | 暂不具备 | 暂不具备条件 | 未达到',
  ),
  note: {
    zh: '名单注明应建的，应建已建率以名单为准，不再按党员人数定；只注在未建单位上的，已建单位也算应建。',
    en: 'Where a list says which units are required, the list counts and not the number of members; where it says so of units without one only, those with one are required too.',
  },
};
