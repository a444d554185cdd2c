import { BOM, GBK, headed, type Headed, PLAIN, UNICODE } from './habit';
import type { GradingField, GradingStyle, TurnedWords } from './grading-columns';
import type { Dialect, Frame } from './sheet';

/** How one body exports its gradings. */
export interface GradingHabit {
  readonly zone: string;
  readonly dialect: Dialect;
  readonly style: GradingStyle;
  readonly columns: readonly Headed<GradingField>[];
  readonly frame?: Frame;
}

/** How one body exports its list of weak organisations. */
export interface WeakHabit {
  readonly zone: string;
  readonly dialect: Dialect;
  readonly words: TurnedWords;
  readonly frame?: Frame;
}

const columns = headed<GradingField>({
  seq: '序号',
  code: '党组织代码',
  name: '党组织名称',
  zone: '开发区',
  domain: '领域',
  kind: '考评种类',
  cycle: '定级周期',
  scheme: '定级办法',
  version: '标准版本',
  self: '自评得分',
  mass: '测评得分',
  superior: '上级评定',
  total: '总分',
  satisfaction: '满意率',
  grade: '定级等次',
  secretary: '支部书记',
});

const base: GradingStyle = {
  cycle: 'chinese',
  scheme: { 'three-level': '3级', 'four-level': '4级', letters: 'ABCD' },
  tail: '',
  satisfaction: 'percent',
  points: '',
};

const PLACE: readonly GradingField[] = ['code', 'name', 'zone', 'domain', 'kind', 'cycle', 'scheme', 'version'];
const THREE: readonly GradingField[] = ['self', 'mass', 'superior'];

/** How each body exports its gradings. */
export const GRADING_HABITS: readonly GradingHabit[] = [
  {
    zone: 'JYGX',
    dialect: GBK,
    style: { ...base, tail: '党组织' },
    frame: {
      above: ['济源高新区村（居）党组织作风分析研判与分类定级情况统计表（示例数据）'],
      below: ['注：三方量化评价，依次为党组织自评、党员群众测评、上级党工委评定。', '填表人：示例甲'],
    },
    columns: columns([
      'seq',
      ...PLACE,
      ['self', ['三方评价', '党组织\n自评']],
      ['mass', ['三方评价', '党员群众\n测评']],
      ['superior', ['三方评价', '上级党组织\n评定']],
      ['grade', '分类定级\n等次'],
    ]),
  },
  {
    zone: 'XAGX',
    dialect: GBK,
    style: { ...base, cycle: 'year', scheme: { ...base.scheme, 'four-level': '四级' } },
    frame: { above: ['西安高新区基层党组织分类定级结果（示例数据）'] },
    columns: columns(['seq', ...PLACE, ...THREE, 'total', 'satisfaction', 'grade', 'secretary']),
  },
  {
    zone: 'CZGX',
    dialect: GBK,
    style: { ...base, points: '分' },
    frame: {
      above: ['长治高新区机关基层党组织规范化建设分类定级情况（示例数据）'],
      below: [
        '注：2018年上半年先进6个，一般25个，后进0个；先进、一般不设比例，自评、测评、评定不加权。',
        '填报单位：机关党委',
      ],
    },
    columns: columns([
      'seq',
      'name',
      'code',
      'zone',
      'domain',
      'kind',
      'cycle',
      'scheme',
      'version',
      ...THREE,
      ['grade', '评定等次'],
    ]),
  },
  {
    zone: 'XZJK',
    dialect: BOM,
    style: { ...base, scheme: { ...base.scheme, 'three-level': '三级' } },
    columns: columns([...PLACE, 'self', 'superior', 'total', 'grade']),
  },
  {
    zone: 'YLGX',
    dialect: PLAIN,
    style: {
      ...base,
      cycle: 'code',
      scheme: { ...base.scheme, 'three-level': 'three-level' },
      satisfaction: 'fraction',
    },
    columns: columns([...PLACE, ...THREE, 'satisfaction', 'grade']),
  },
  {
    zone: 'QLJK',
    dialect: GBK,
    style: { ...base, satisfaction: 'number' },
    frame: {
      above: ['青岚经开区村（社区）党组织分类定级汇总表（示例数据）'],
      below: ['注：“—”为当年新建或整合，暂不定级。'],
    },
    columns: columns(['seq', ...PLACE, ...THREE, 'satisfaction', 'grade', 'secretary']),
  },
  {
    zone: 'WSGX',
    dialect: UNICODE,
    style: { ...base, cycle: 'chinese' },
    frame: { above: ['望舒高新区基层党组织分类定级一览表（示例数据）'], totals: true },
    columns: columns([
      'seq',
      'name',
      'code',
      'zone',
      'domain',
      'kind',
      'cycle',
      'scheme',
      'version',
      ...THREE,
      'grade',
    ]),
  },
  {
    zone: 'XCJK',
    dialect: BOM,
    style: { ...base, tail: '级' },
    columns: columns([...PLACE, ...THREE, 'total', 'grade']),
  },
  {
    zone: 'LMGX',
    dialect: { encoding: 'gbk', delimiter: '\t', eol: '\r\n' },
    style: { ...base, cycle: 'year' },
    frame: { above: ['鹿鸣高新区分类定级表（示例数据）'], below: ['注：暂缓定级的下期补评。'] },
    columns: columns([...PLACE, ...THREE, 'grade']),
  },
  {
    zone: 'CYJK',
    dialect: GBK,
    style: { ...base, cycle: 'year', points: '分' },
    columns: columns([...PLACE, ...THREE, 'satisfaction', 'grade']),
  },
  { zone: 'BYCY', dialect: PLAIN, style: base, columns: columns([...PLACE, ...THREE, 'grade']) },
  {
    zone: 'STGX',
    dialect: { encoding: 'gbk', delimiter: ';', eol: '\r\n' },
    style: { ...base, cycle: 'year' },
    columns: columns([...PLACE, ...THREE, ['grade', '分类定级\n结果']]),
  },
];

const title = (zone: string): Frame => ({
  above: [`${zone}软弱涣散党组织排查整顿台账（示例数据）`],
  below: ['注：按年度倒排确定，整顿一年后验收。'],
});

/** How each body exports its list of weak organisations. */
export const WEAK_HABITS: readonly WeakHabit[] = [
  { zone: 'XAGX', dialect: GBK, words: ['已转化', '未转化', ''], frame: title('西安高新区') },
  { zone: 'XZJK', dialect: GBK, words: ['转化', '未转化', '—'], frame: title('徐州经开区') },
  { zone: 'YLGX', dialect: BOM, words: ['转化升级', '整顿中', ''] },
  { zone: 'QLJK', dialect: GBK, words: ['是', '否', ''], frame: title('青岚经开区') },
  { zone: 'WSGX', dialect: BOM, words: ['已转化', '尚未转化', ''] },
  { zone: 'LMGX', dialect: GBK, words: ['√', '×', ''], frame: title('鹿鸣高新区') },
  { zone: 'CYJK', dialect: GBK, words: ['整顿到位', '正在整顿', ''] },
  { zone: 'STGX', dialect: PLAIN, words: ['转化', '未转化', ''] },
];
