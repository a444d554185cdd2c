import { BOM, GBK, headed, type Headed, PLAIN, UNICODE } from './habit';
import type { RatingField, RatingStyle } from './rating-columns';
import type { Dialect, Frame } from './sheet';
import type { RatingPlan } from './star-rules';

/** How one body exports the ratings of one scheme. */
export interface RatingHabit {
  readonly zone: string;
  readonly scheme: RatingPlan['scheme'];
  readonly dialect: Dialect;
  readonly style: RatingStyle;
  readonly columns: readonly Headed<RatingField>[];
  readonly frame?: Frame;
}

const columns = headed<RatingField>({
  seq: '序号',
  code: '党组织代码',
  name: '党组织名称',
  zone: '开发区',
  domain: '领域',
  cycle: '评定年度',
  scheme: '评定办法',
  max: '最高星级',
  level: '评定星级',
  status: '参评情况',
  dim_political: '政治星',
  dim_learning: '学习星',
  dim_development: '发展星',
  dim_service: '服务星',
  dim_integrity: '廉洁星',
  self: '自评得分',
  score: '考核得分',
  previous: '上年星级',
  awarding: '评定层级',
  secretary: '支部书记',
});

const base: RatingStyle = {
  dates: ['iso'],
  yes: '是',
  no: '否',
  numbers: 'plain',
  empty: '',
  level: 'number',
  cycle: 'year',
  awarding: { 省: '省', 市: '市', 区: '区', 园区: '园区' },
};
const GRADED = { 省: '省级', 市: '市级', 区: '区级', 园区: '园区级' };

const LEVELS: readonly RatingField[] = [
  'code',
  'name',
  'zone',
  'domain',
  'cycle',
  'scheme',
  'max',
  'level',
  'status',
  'self',
  'score',
  'previous',
  'awarding',
];
const STARS: readonly RatingField[] = [
  'code',
  'name',
  'zone',
  'cycle',
  'scheme',
  'max',
  'status',
  'dim_political',
  'dim_learning',
  'dim_development',
  'dim_service',
  'dim_integrity',
  'awarding',
];

/** How each body exports its ratings. */
export const RATING_HABITS: readonly RatingHabit[] = [
  {
    zone: 'JYGX',
    scheme: 'five-named',
    dialect: GBK,
    style: { ...base, yes: '√', no: '×', empty: '—', cycle: 'yearChinese' },
    frame: {
      above: ['济源高新区“五星”村（居）党组织评定情况（示例数据）'],
      below: ['注：√ 为获评，× 为未获评，— 为未参评。'],
    },
    columns: columns(['seq', ...STARS, 'secretary']),
  },
  {
    zone: 'XAGX',
    scheme: 'shaanxi-5',
    dialect: GBK,
    style: { ...base, level: 'chinese', cycle: 'yearLabel', awarding: GRADED, empty: '—' },
    frame: {
      above: ['西安高新区两新组织党组织星级评定汇总表（示例数据）'],
      below: ['填表人：示例甲    审核人：示例乙'],
    },
    columns: columns(['seq', ...LEVELS]),
  },
  {
    zone: 'CZGX',
    scheme: 'five-level-90',
    dialect: UNICODE,
    style: { ...base, level: 'digit' },
    columns: columns(LEVELS),
  },
  {
    zone: 'XZJK',
    scheme: 'five-level-90',
    dialect: GBK,
    style: { ...base, level: 'stars', cycle: 'yearChinese', awarding: GRADED },
    columns: columns(['seq', ...LEVELS, 'secretary']),
  },
  {
    zone: 'YLGX',
    scheme: 'five-level-capped',
    dialect: BOM,
    style: { ...base, level: 'chinese' },
    columns: columns(LEVELS),
  },
  {
    zone: 'QLJK',
    scheme: 'five-level-90',
    dialect: BOM,
    style: { ...base, level: 'stars', empty: '—' },
    frame: { repeated: [15] },
    columns: columns(LEVELS),
  },
  { zone: 'QLJK', scheme: 'five-named', dialect: BOM, style: { ...base, yes: '√', no: '×' }, columns: columns(STARS) },
  {
    zone: 'WSGX',
    scheme: 'five-level-90',
    dialect: GBK,
    style: { ...base, level: 'digit', cycle: 'yearLabel', empty: '—' },
    frame: { above: ['望舒高新区两新组织党组织星级评定结果（示例数据）'] },
    columns: columns(['seq', ...LEVELS]),
  },
  { zone: 'XCJK', scheme: 'five-level-90', dialect: PLAIN, style: base, columns: columns(LEVELS) },
  { zone: 'XCJK', scheme: 'five-named', dialect: PLAIN, style: { ...base, awarding: GRADED }, columns: columns(STARS) },
  {
    zone: 'LMGX',
    scheme: 'five-level-90',
    dialect: { encoding: 'gbk', delimiter: '\t', eol: '\r\n' },
    style: { ...base, level: 'chinese' },
    columns: columns(LEVELS),
  },
  {
    zone: 'CYJK',
    scheme: 'five-named',
    dialect: GBK,
    style: { ...base, yes: '有', no: '无' },
    columns: columns(STARS),
  },
  {
    zone: 'BYCY',
    scheme: 'five-named',
    dialect: BOM,
    style: { ...base, yes: '√', no: '×' },
    columns: columns(STARS),
  },
  {
    zone: 'STGX',
    scheme: 'five-level-capped',
    dialect: { encoding: 'gbk', delimiter: ';', eol: '\r\n' },
    style: { ...base, level: 'digit' },
    frame: {
      hint: ['必填', '必填', '必填', '选填', '必填', '必填', '必填', '必填', '必填', '选填', '选填', '选填', '必填'],
    },
    columns: columns(
      LEVELS.map((f) => (f === 'level' ? ['level', '评定\n星级'] : f === 'score' ? ['score', '考核\n得分'] : f)),
    ),
  },
];
