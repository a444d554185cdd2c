import type { CellStyle } from './cell-styles';
import { BOM, GBK, PLAIN } from './habit';
import type { Activity } from './life-plan';
import { monthsOf, quartersOf, type WideReport } from './life-wide';

const style: CellStyle = { dates: ['iso'], yes: '是', no: '否', numbers: 'plain', empty: '' };
const YEARS = [2016, 2017, 2018];
const times = (activity: Activity): string => `${activity}次数`;
const CODE_AND_NAME = [
  ['code', '党组织代码'],
  ['name', '支部名称'],
] as const;

const XZJK: WideReport = {
  zone: 'XZJK',
  activities: ['支委会'],
  periods: monthsOf(2018, (month) => `${month}月`),
  dialect: GBK,
  style,
  ids: [['seq', '序号'], ...CODE_AND_NAME],
  group: times,
  frame: {
    above: ['徐州经开区2018年组织生活开展情况统计表', '填报单位：徐州经开区'],
    below: ['注：示例数据；完成率由各支部自行计算'],
  },
  summed: true,
  suffix: '-2018',
  title: '2018年组织生活开展情况统计表',
};

const XAGX: WideReport = {
  zone: 'XAGX',
  activities: ['党员大会', '支委会'],
  periods: quartersOf(2018, (ordinal) => `${ordinal}季度`),
  dialect: GBK,
  style: { ...style, empty: '—' },
  ids: CODE_AND_NAME,
  group: times,
  frame: { above: ['西安高新区2018年党员大会、支委会按季统计表'], totals: true },
  suffix: '-2018',
  title: '2018年党员大会、支委会按季统计表',
};

const JLRL: WideReport = {
  zone: 'JLRL',
  activities: ['支委会', '主题党日'],
  periods: monthsOf(2018, (month) => `${month}月`),
  dialect: GBK,
  style,
  ids: [
    ['code', '党组织编码'],
    ['name', '支部名称'],
  ],
  group: times,
  frame: { above: ['吉林市热力集团2018年组织生活统计表'] },
  suffix: '-2018',
  title: '2018年组织生活统计表',
};

const YLGX: WideReport = {
  zone: 'YLGX',
  activities: ['党员大会'],
  periods: YEARS.flatMap((year) => quartersOf(year, (ordinal) => `${year}年第${ordinal}季度`)),
  dialect: BOM,
  style,
  ids: [
    ['code', '党支部编码'],
    ['zone', '开发区'],
  ],
  group: times,
  suffix: '',
  title: '党员大会召开次数2016—2018',
};

const QLJK: WideReport = {
  zone: 'QLJK',
  activities: ['主题党日'],
  periods: monthsOf(2018, (month) => `${month}月`),
  dialect: BOM,
  style: { ...style, empty: '—' },
  ids: [
    ['code', '党组织代码'],
    ['name', '党组织名称'],
  ],
  group: times,
  frame: { above: ['青岚经开区主题党日开展情况（2018年）'] },
  suffix: '-2018',
  title: '主题党日开展情况2018年',
};

const wangshu = (year: number): WideReport => ({
  zone: 'WSGX',
  activities: ['支委会'],
  periods: monthsOf(year, (month) => `${month}月`),
  dialect: GBK,
  style: { ...style, empty: '—' },
  ids: [['seq', '序号'], ...CODE_AND_NAME],
  group: { column: '会议类型', word: () => '支部委员会会议' },
  frame: { above: [`望舒高新区${year}年支部委员会会议次数统计表`], totals: true, below: ['填表人：示例甲'] },
  suffix: `-${year}`,
  title: `支委会次数统计表${year}年`,
});

const xingcha = (year: number): WideReport => ({
  zone: 'XCJK',
  activities: ['支委会', '主题党日'],
  periods: monthsOf(year, (month) => `${month}月`),
  dialect: PLAIN,
  style,
  ids: [
    ['code', '党组织代码'],
    ['name', '支部名称'],
  ],
  group: times,
  frame: { above: [`星槎经开区${year}年支委会、主题党日开展次数`] },
  suffix: `-${year}`,
  title: `支委会、主题党日${year}年`,
});

const luming = (year: number): WideReport => ({
  zone: 'LMGX',
  activities: ['支委会'],
  periods: monthsOf(year, (month) => `${month}月`),
  dialect: { encoding: 'gbk', delimiter: '\t', eol: '\r\n' },
  style,
  ids: [
    ['code', '党支部编码'],
    ['name', '支部名称'],
  ],
  group: { column: '活动名称', word: () => '支部委员会' },
  frame: { above: [`鹿鸣高新区组织生活月度台账（${year}年）`] },
  none: '0',
  suffix: `-${year}`,
  title: `组织生活月度台账${year}年`,
});

const cangyu = (year: number): WideReport => ({
  zone: 'CYJK',
  activities: ['支委会'],
  periods: monthsOf(year, (month) => `${month}月`),
  dialect: GBK,
  style: { ...style, empty: '/' },
  ids: [['seq', '序号'], ...CODE_AND_NAME],
  group: times,
  frame: { above: [`沧屿经开区${year}年支委会召开情况`], below: ['注：“/”为当月尚未成立或已撤销'] },
  suffix: `-${year}`,
  title: `${year}年支委会召开情况`,
});

const baiyu = (year: number): WideReport => ({
  zone: 'BYCY',
  activities: ['支委会'],
  periods: monthsOf(year, (month) => `${month}月`),
  dialect: BOM,
  style: { ...style, numbers: 'fullwidth' },
  ids: CODE_AND_NAME,
  group: times,
  frame: { above: [`白榆产业园支委会次数（${year}年）`] },
  suffix: `-${year}`,
  title: `支委会次数${year}年`,
});

const songtao = (year: number): WideReport => ({
  zone: 'STGX',
  activities: ['支委会'],
  periods: monthsOf(year, (month) => `${month}月`),
  dialect: { encoding: 'gbk', delimiter: ';', eol: '\r\n' },
  style: { ...style, numbers: 'unit' },
  ids: [
    ['code', '党组织\n代码'],
    ['name', '支部\n名称'],
  ],
  group: times,
  frame: { above: [`松涛高新区${year}年支委会次数`] },
  suffix: `-${year}`,
  title: `${year}年支委会次数`,
});

/** The yearly report of reviews, one shape for the bodies that send it. */
const reviews = (zone: string, name: string, activities: readonly Activity[]): WideReport => ({
  zone,
  activities,
  periods: YEARS.map((year) => [String(year), `${year}年`] as const),
  dialect: GBK,
  style: { ...style, empty: '—' },
  ids: CODE_AND_NAME,
  group: { column: '活动类型', word: (activity) => activity },
  frame: { above: [`${name}组织生活会、民主评议党员开展情况`] },
  suffix: '-reviews',
  title: '组织生活会和民主评议开展情况2016—2018年',
});

/** Every report with periods as columns, in the order of the zones. */
export const WIDE_REPORTS: readonly WideReport[] = [
  XAGX,
  XZJK,
  JLRL,
  YLGX,
  QLJK,
  ...[2016, 2018].map(wangshu),
  reviews('WSGX', '望舒高新区', ['组织生活会', '民主评议']),
  ...YEARS.map(xingcha),
  reviews('XCJK', '星槎经开区', ['组织生活会', '民主评议']),
  ...YEARS.map(luming),
  reviews('LMGX', '鹿鸣高新区', ['组织生活会', '民主评议']),
  ...YEARS.map(cangyu),
  reviews('CYJK', '沧屿经开区', ['组织生活会']),
  ...YEARS.map(baiyu),
  reviews('BYCY', '白榆产业园', ['组织生活会']),
  ...YEARS.map(songtao),
  reviews('STGX', '松涛高新区', ['组织生活会', '民主评议', '谈心谈话']),
];
