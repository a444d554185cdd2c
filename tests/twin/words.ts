import type { Chance } from '../truth/chance';

/*
 * What offices write above the same column. Many of these the model does not list: they are read by what they are made of.
 */

const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim());

export const HEADERS = {
  number: list('序号 | 编号 | 序 | No.'),
  unit: list(
    '企业名称 | 单位名称 | 企业（单位）全称 | 两新组织名称 | 公司名称 | 入驻企业名称 | 企业单位名称 | 非公企业全称 | 企业全名 | 法人企业名称 | 单位（企业）名称',
  ),
  code: list(
    '统一社会信用代码 | 信用代码 | 社会信用代码 | 统一社会信用代码（18位） | 信用代码证号 | 企业信用代码 | 统一信用代码 | 机构信用代码',
  ),
  part: list(
    '所属街道 | 街道 | 所在镇街 | 片区 | 所属片区 | 属地街道 | 所在板块 | 辖区街道 | 所在街道（镇） | 管辖街道',
  ),
  trade: list('行业 | 所属行业 | 行业门类 | 主导产业 | 主营行业'),
  employees: list(
    '从业人数（人） | 职工总数 | 员工数 | 用工人数 | 职工（人） | 在册职工数 | 员工总人数 | 从业人员总数 | 现有员工（人） | 企业职工人数',
  ),
  members: list(
    '党员数（人） | 党员总数 | 党员 | 在册党员数 | 党员（名） | 中共党员人数 | 现有党员人数（名） | 企业党员数 | 党员总量 | 党员情况（人）',
  ),
  built: list(
    '是否建立党组织 | 党组织建立情况 | 是否建立 | 党组织是否组建 | 党组织是否建立 | 党组织有无 | 是否已成立党支部 | 是否建立党支部 | 党组织组建与否 | 是否单独或联合建立党组织 | 建立党组织与否 | 有无党支部',
  ),
  mode: list(
    '组织形式 | 组建形式 | 建立方式 | 组建方式 | 形式 | 建立模式 | 党组织组建模式 | 组建途径 | 党支部组建形式 | 建立党组织方式',
  ),
  guide: list(
    '是否派驻党建指导员 | 是否选派党建指导员 | 指导员 | 有无指导员 | 指导员是否到位 | 是否明确党建指导员 | 党建指导员派驻 | 是否落实党建指导员 | 党建指导员有无 | 选派指导员与否 | 是否选派党建工作指导员 | 是否有党建指导员联系',
  ),
  period: list('季度 | 统计期 | 报告期 | 填报季度 | 期别 | 所属期 | 数据所属期 | 报表期 | 统计时点 | 所属季度'),
  zone: list('园区名称 | 开发区 | 所属园区 | 园区 | 功能区名称 | 开发区（园区） | 园区全称 | 所属功能区 | 报送园区'),
  contact: list('企业联系人 | 联系人 | 负责人姓名 | 党建联系人姓名'),
  phone: list('联系电话 | 手机 | 联系方式'),
  remark: list('备注 | 说明 | 其他情况'),
} as const;

/** Yes and no, as one office writes them in all rows. */
export const YES_NO: readonly (readonly [string | number, string | number])[] = [
  ['是', '否'],
  ['√', '×'],
  ['有', '无'],
  ['√', ''],
  [1, 0],
  ['Y', 'N'],
];
export const BUILT_WORDS: typeof YES_NO = [
  ...YES_NO,
  ['已建', '未建'],
  ['已建立', '未建立'],
  ['已组建', '尚未组建'],
  ['已成立', '—'],
  ['建立', '未建立'],
  ['已建党支部', '未建'],
];
export const GUIDE_WORDS: typeof YES_NO = [
  ...YES_NO,
  ['已选派', '未选派'],
  ['已派驻', '未派驻'],
  ['已派', '未派'],
  ['到位', '未到位'],
  ['已落实', '未落实'],
  ['已明确', '未明确'],
];
/** Alone, joint, none: 建立方式. */
export const MODES: readonly (readonly [string, string, string])[] = [
  ['单独', '联合', ''],
  ['单独组建', '联合组建', '—'],
  ['单独建立', '联合建立', '/'],
  ['单独党支部', '联合党支部', '未建'],
  ['独立组建', '联建', '无'],
  ['单独成立党支部', '联合成立党支部', '-'],
  ['企业单独组建', '与其他企业联合组建', '未组建'],
  ['独立建支部', '联合建支部', '暂未建'],
  ['单独设立支部', '联合设立支部', '尚未建立'],
];

export const SUMMARY = {
  part: list('街道 | 镇街 | 片区 | 单位 | 街道（镇） | 所在街道 | 板块'),
  units: list('企业总数 | 两新组织总数 | 非公企业数 | 企业户数 | 非公企业（家） | 法人企业数 | 企业总数（户）'),
  due: list(
    '应建数 | 应建党组织数 | 应建企业数 | 符合组建条件企业数 | 应组建数（家） | 具备组建条件的企业数 | 应建立党组织企业数',
  ),
  built: list(
    '已建数 | 已建党组织数 | 已建企业数 | 已组建数（家） | 其中：已建党组织 | 已建立党组织企业数 | 其中已建数',
  ),
  alone: list('其中：单独组建 | 单独组建数 | 单独组建（家） | 单独建立党组织数 | 单建党组织'),
  joint: list('其中：联合组建 | 联合组建数 | 联合组建（家） | 联合建立党组织数 | 联建党组织'),
  rate: list('覆盖率 | 覆盖率（%） | 应建已建率 | 组建率 | 党组织覆盖率 | 组建率（%）'),
  guides: list('选派指导员数 | 党建指导员数 | 派驻指导员（名） | 选派党建指导员人数 | 已选派指导员企业数'),
  members: list('党员总数 | 党员数 | 党员人数（人） | 党员（名） | 在册党员数'),
} as const;

export const quarterWords = (year: number, nth: number): readonly string[] => {
  const han = ['一', '二', '三', '四'][nth - 1] ?? '';
  return [`${year}年第${han}季度`, `${year}年${han}季度`, `${year}年${nth}季度`, `${year}Q${nth}`];
};

/** The last day of a quarter in words. */
export const cutOffWords = (year: number, nth: number): readonly string[] => {
  const [month, day] = [3 * nth, [31, 30, 30, 31][nth - 1] ?? 30];
  return [
    `${year}年${month}月${day}日`,
    `${year}.${month}.${day}`,
    `${year}-${String(month).padStart(2, '0')}-${day}`,
    `${year}年${month}月底`,
  ];
};

/** One column's word in this office's hand. */
export const wordFor = (chance: Chance, words: readonly string[]): string => chance.pick(words);
