import type { Domain } from './truth';

/** The grade schemes of the example, with their labels from the best down. */
export const GRADE_LABELS = {
  'three-level': ['先进', '一般', '后进'],
  'four-level': ['好', '较好', '一般', '较差'],
  letters: ['A', 'B', 'C', 'D'],
} as const;

/** One of the grade schemes of the example. */
export type GradeScheme = keyof typeof GRADE_LABELS;

/** Cycles of one scheme and one version of its standard. */
export interface GradingStretch {
  readonly cycles: readonly string[];
  readonly scheme: GradeScheme;
  readonly version: string;
}

/** Whom a zone grades, when, by what, and how. */
export interface GradingPlan {
  readonly zone: string;
  readonly subject: readonly Domain[] | 'all';
  readonly stretches: readonly GradingStretch[];
  /** Mean of the superior's score in the first and the last cycle. */
  readonly mean: readonly [number, number];
  /** How many points a body gives itself above its superior's score. */
  readonly bias: number;
  /** Lowest score of each grade but the last. */
  readonly cutoffs: readonly number[];
  /** Share with the top grade, by cycle, where places are given by number and not by score. */
  readonly places?: Readonly<Record<string, readonly number[]>>;
  /** Not graded: every so many organisations, and the word that stands there. */
  readonly ungraded?: { readonly every: number; readonly word: string };
}

const years = ['2016', '2017', '2018'];
const halves = ['2016H1', '2017H1', '2018H1'];
const both = ['2016H1', '2016', '2017H1', '2017', '2018H1', '2018'];
const always = (cycles: readonly string[], scheme: GradeScheme, version: string): readonly GradingStretch[] => [
  { cycles, scheme, version },
];
const RURAL: readonly Domain[] = ['村', '社区'];

/** How the zones grade. The speech of seed 002: 31 offices in the middle of the year, 6 advanced, 25 average, none backward. */
export const GRADING_PLANS: readonly GradingPlan[] = [
  {
    zone: 'JYGX',
    subject: RURAL,
    stretches: always(both, 'three-level', '2016年标准'),
    mean: [80, 84],
    bias: 3,
    cutoffs: [88, 70],
  },
  {
    zone: 'XAGX',
    subject: ['机关', '学校', '村', '社区'],
    stretches: always(years, 'four-level', '2016版'),
    mean: [81, 85],
    bias: 2.5,
    cutoffs: [90, 80, 66],
  },
  {
    zone: 'CZGX',
    subject: ['机关'],
    stretches: always(halves, 'three-level', '2016年工作标准'),
    mean: [80, 83],
    bias: 5,
    cutoffs: [],
    places: { '2016H1': [4, 24], '2017H1': [5, 25], '2018H1': [6, 25] },
  },
  {
    zone: 'XZJK',
    subject: ['村'],
    stretches: always(both, 'three-level', '2015版'),
    mean: [81, 85],
    bias: 2,
    cutoffs: [89, 71],
  },
  {
    zone: 'YLGX',
    subject: [...RURAL, '机关'],
    stretches: always(years, 'three-level', '2015版'),
    mean: [80, 83],
    bias: 1,
    cutoffs: [89, 71],
  },
  {
    zone: 'QLJK',
    subject: RURAL,
    stretches: always(years, 'three-level', '2015版'),
    mean: [79, 76],
    bias: 8,
    cutoffs: [89, 71],
    ungraded: { every: 17, word: '—' },
  },
  {
    zone: 'WSGX',
    subject: ['机关', '学校', '国企', ...RURAL],
    stretches: [
      { cycles: both.slice(0, 3), scheme: 'three-level', version: '2015版' },
      { cycles: both.slice(3), scheme: 'three-level', version: '2017版' },
    ],
    mean: [82, 80],
    bias: 4.5,
    cutoffs: [89, 71],
  },
  {
    zone: 'XCJK',
    subject: 'all',
    stretches: always(years, 'letters', '2016版'),
    mean: [79, 84],
    bias: 3.5,
    cutoffs: [90, 80, 66],
  },
  {
    zone: 'LMGX',
    subject: 'all',
    stretches: always(years, 'three-level', '2015版'),
    mean: [82, 82],
    bias: 0,
    cutoffs: [89, 71],
    ungraded: { every: 29, word: '暂缓定级' },
  },
  {
    zone: 'CYJK',
    subject: 'all',
    stretches: always(years, 'four-level', '2016版'),
    mean: [76, 78],
    bias: 6.5,
    cutoffs: [90, 80, 66],
  },
  {
    zone: 'BYCY',
    subject: 'all',
    stretches: always(years, 'three-level', '2016年标准'),
    mean: [80, 82],
    bias: 2,
    cutoffs: [89, 71],
  },
  {
    zone: 'STGX',
    subject: 'all',
    stretches: [
      { cycles: ['2016'], scheme: 'three-level', version: '2014版' },
      { cycles: ['2017', '2018'], scheme: 'four-level', version: '2017版' },
    ],
    mean: [80, 82],
    bias: 3,
    cutoffs: [89, 76, 64],
  },
];

/** Zones that list weak organisations every year, the share of their branches listed, and how many of those turn around. */
export const WEAK_PLANS: readonly { readonly zone: string; readonly share: number; readonly turned: number }[] = [
  { zone: 'XAGX', share: 0.05, turned: 0.86 },
  { zone: 'XZJK', share: 0.06, turned: 0.92 },
  { zone: 'YLGX', share: 0.05, turned: 0.84 },
  { zone: 'QLJK', share: 0.08, turned: 0.45 },
  { zone: 'WSGX', share: 0.07, turned: 0.72 },
  { zone: 'LMGX', share: 0.08, turned: 0.8 },
  { zone: 'CYJK', share: 0.1, turned: 0.6 },
  { zone: 'STGX', share: 0.07, turned: 0.78 },
];
