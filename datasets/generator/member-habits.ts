import { BOM, GBK, type Headed, headed, PLAIN, UNICODE } from './habit';
import type { MemberField, MemberStyle } from './member-columns';
import type { Dialect, Frame } from './sheet';

/** How one body reports its totals: what a row is, which years, one file or one a year. */
export interface MemberHabit {
  readonly zone: string;
  /** Behind `member-` in the path, and in the name its body gives it. */
  readonly path: string;
  readonly name: string;
  readonly kind: 'month' | 'quarter' | 'year';
  readonly years: readonly number[];
  readonly split: boolean;
  readonly dialect: Dialect;
  readonly style: MemberStyle;
  readonly columns: readonly Headed<MemberField>[];
  /** Texts may hold {zone} and {year}. */
  readonly frame?: Frame;
}

const columns = headed<MemberField>({
  seq: '序号',
  code: '党组织代码',
  name: '党组织名称',
  zone: '开发区',
  period: '时期',
  begin: '期初党员数',
  end: '期末党员数',
  applicants: '入党申请人',
  activists: '入党积极分子',
  targets: '发展对象',
  admitted: '发展党员数',
  duesDue: '应缴党费人数',
  duesPaid: '按期缴纳人数',
  duesDueAmount: '应缴党费(元)',
  duesPaidAmount: '实缴党费(元)',
  dueConfirm: '应转正人数',
  confirmed: '按期转正人数',
  hoursBase: '应达学时人数',
  hoursMet: '学时达标人数',
  secBase: '书记班子应达学时人数',
  secMet: '书记班子学时达标人数',
  reviewDue: '应参加评议人数',
  reviewAttended: '参加评议人数',
  secretary: '党组织书记',
});

const PEOPLE: readonly MemberField[] = ['begin', 'end', 'applicants', 'activists', 'targets', 'admitted'];
const RECRUITING: readonly MemberField[] = ['applicants', 'activists', 'targets', 'admitted'];
const DUES: readonly MemberField[] = ['duesDue', 'duesPaid'];
const YEARLY: readonly MemberField[] = [
  'hoursBase',
  'hoursMet',
  'secBase',
  'secMet',
  'dueConfirm',
  'confirmed',
  'reviewDue',
  'reviewAttended',
];
const ALL = [2016, 2017, 2018];

const style: MemberStyle = {
  dates: ['iso'],
  yes: '是',
  no: '否',
  numbers: 'plain',
  empty: '',
  periods: 'chinese',
};

/** How each body writes its totals of members. */
export const MEMBER_HABITS: readonly MemberHabit[] = [
  {
    zone: 'JYGX',
    path: 'year',
    name: '党员队伍和学时年报',
    kind: 'year',
    years: ALL,
    split: false,
    dialect: GBK,
    style: { ...style, empty: '/' },
    frame: { above: ['{zone}党员队伍、教育培训年报'], below: ['填表人：示例甲    审核人：示例乙'] },
    columns: columns(['seq', 'code', 'name', 'zone', ['period', '年度'], ...PEOPLE, ...YEARLY, 'secretary']),
  },
  {
    zone: 'JYGX',
    path: 'dues',
    name: '发展党员和党费收缴季报',
    kind: 'quarter',
    years: [2018],
    split: false,
    dialect: GBK,
    style,
    frame: { above: ['{zone}发展党员和党费收缴情况（2018年）'], totals: true },
    columns: columns(['code', 'name', 'zone', ['period', '季度'], ...RECRUITING, ...DUES]),
  },
  {
    zone: 'XAGX',
    path: 'quarter',
    name: '党员队伍和党费收缴季报',
    kind: 'quarter',
    years: ALL,
    split: true,
    dialect: GBK,
    style: { ...style, numbers: 'thousands' },
    frame: { above: ['{zone}党员队伍和党费收缴情况统计表（{year}年）'] },
    columns: columns(['seq', 'code', 'name', 'zone', ['period', '季度'], ...PEOPLE, ...DUES]),
  },
  {
    zone: 'XAGX',
    path: 'year',
    name: '教育培训、转正和民主评议年报',
    kind: 'year',
    years: ALL,
    split: false,
    dialect: GBK,
    style: { ...style, empty: '—' },
    columns: columns(['code', 'name', 'zone', ['period', '年度'], ...YEARLY]),
  },
  {
    zone: 'CZGX',
    path: 'quarter',
    name: '党员队伍汇总',
    kind: 'quarter',
    years: ALL,
    split: false,
    dialect: UNICODE,
    style: { ...style, periods: 'short' },
    columns: columns([['period', '所属时期'], ['zone', '所属区域'], 'code', 'name', ...PEOPLE, ...DUES, ...YEARLY]),
  },
  {
    zone: 'XZJK',
    path: 'dues',
    name: '党费收缴月报',
    kind: 'month',
    years: ALL,
    split: true,
    dialect: GBK,
    style: { ...style, periods: 'month' },
    frame: {
      above: ['{zone}党费收缴月报（{year}年）'],
      totals: true,
      below: ['制表单位：{zone}党工委组织部（示例）'],
    },
    columns: columns([
      'code',
      'name',
      ['zone', '所属单位'],
      ['period', '月份'],
      ['duesDue', ['党费收缴', '应缴人数']],
      ['duesPaid', ['党费收缴', '按期缴纳人数']],
    ]),
  },
  {
    zone: 'XZJK',
    path: 'quarter',
    name: '党员队伍季报',
    kind: 'quarter',
    years: ALL,
    split: false,
    dialect: GBK,
    style,
    columns: columns(['code', 'name', ['zone', '所属单位'], ['period', '季度'], ...PEOPLE]),
  },
  {
    zone: 'XZJK',
    path: 'year',
    name: '教育培训、转正和民主评议年报',
    kind: 'year',
    years: ALL,
    split: false,
    dialect: GBK,
    style,
    columns: columns(['code', 'name', ['zone', '所属单位'], ['period', '年度'], ...YEARLY]),
  },
  {
    zone: 'JLRL',
    path: 'quarter',
    name: '发展党员和党费台账',
    kind: 'quarter',
    years: ALL,
    split: false,
    dialect: GBK,
    style: { ...style, numbers: 'unit' },
    frame: { above: ['{zone}发展党员和党费台账'], below: ['注：本表为示例数据'] },
    columns: columns([
      ['code', '党组织编码'],
      'name',
      ['zone', '所属单位'],
      ['period', '所属时期'],
      ...PEOPLE,
      ...DUES,
      ...YEARLY,
    ]),
  },
  {
    zone: 'YLGX',
    path: 'quarter',
    name: '党员队伍汇总',
    kind: 'quarter',
    years: ALL,
    split: false,
    dialect: PLAIN,
    style: { ...style, periods: 'figures' },
    columns: columns([
      'code',
      'name',
      'zone',
      'period',
      ...PEOPLE,
      ...DUES,
      'duesDueAmount',
      'duesPaidAmount',
      ...YEARLY,
    ]),
  },
  {
    zone: 'QLJK',
    path: 'quarter',
    name: '党员队伍汇总',
    kind: 'quarter',
    years: ALL,
    split: false,
    dialect: BOM,
    style: { ...style, numbers: 'fullwidth', empty: '—' },
    frame: { repeated: [7] },
    columns: columns(['code', 'name', 'zone', ['period', '统计期'], ...PEOPLE, ...DUES, ...YEARLY, 'secretary']),
  },
  {
    zone: 'WSGX',
    path: 'quarter',
    name: '党员队伍汇总',
    kind: 'quarter',
    years: ALL,
    split: true,
    dialect: GBK,
    style: { ...style, numbers: 'thousands', empty: '—', periods: 'short' },
    frame: { above: ['{zone}党员队伍统计表（{year}年）'] },
    columns: columns(['seq', 'code', 'name', ['zone', '园区'], ['period', '季度'], ...PEOPLE, ...DUES, ...YEARLY]),
  },
  {
    zone: 'XCJK',
    path: 'quarter',
    name: '党员队伍汇总',
    kind: 'quarter',
    years: ALL,
    split: false,
    dialect: PLAIN,
    style: { ...style, periods: 'figures' },
    columns: columns(['code', 'name', 'zone', 'period', ...PEOPLE, ...DUES, ...YEARLY]),
  },
  {
    zone: 'STGX',
    path: 'quarter',
    name: '党员队伍汇总',
    kind: 'quarter',
    years: ALL,
    split: false,
    dialect: { encoding: 'gbk', delimiter: ';', eol: '\r\n' },
    style,
    columns: columns([
      ['code', '党组织\n代码'],
      ['name', '党组织\n名称'],
      ['zone', '所属\n园区'],
      ['period', '季度'],
      ...PEOPLE,
      ['duesDue', '应缴党费\n人数'],
      ['duesPaid', '按期缴纳\n人数'],
      ...YEARLY,
    ]),
  },
];
