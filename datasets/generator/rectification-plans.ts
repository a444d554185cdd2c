import type { Source } from './rectification-truth';

/** A round of finding problems, repeated in the same months every year. */
export interface Round {
  readonly source: Source;
  /** Months of the year, 1–12. */
  readonly months: readonly number[];
  readonly years: readonly number[];
  /** Fewest and most items a round. */
  readonly count: readonly [number, number];
  /** Fewest and most days until an item is due. */
  readonly due: readonly [number, number];
  readonly dimensions: readonly string[];
  /** How the due day is meant and written: a day, a month's end, or a part of a month without the year. */
  readonly dueAs: 'day' | 'month' | 'part';
  /** The batch a round is written under; absent: none. */
  readonly batch?: (year: number, month: number) => string;
}

/** How one zone rectifies. */
export interface RectificationPlan {
  readonly zone: string;
  readonly rounds: readonly Round[];
  /** Typical days to close in 2016, 2017 and 2018. */
  readonly pace: readonly [number, number, number];
  /** Share of items that get stuck and stay open. */
  readonly stuck: number;
  /** Share of done items that are signed off as well. */
  readonly signed: number;
  /** Domains of the organisations concerned; absent: all. */
  readonly domains?: readonly string[];
  /** How many items are written down badly: done without a day, with no status, closed before found. */
  readonly odd?: { readonly undated: number; readonly unread: number; readonly early: number };
  /** The export has a column for items that came back. */
  readonly reopens?: boolean;
}

/** The four checks of seed 002. */
const FOUR = ['领导班子履职', '党员队伍作用', '工作机制', '整改措施'] as const;
/** The three levels of seed 000, from the offices down. */
const LEVELS = ['机关', '村（居）', '党员个人'] as const;
const DUTY = ['组织设置', '组织生活', '党员教育管理', '阵地保障', '台账资料'] as const;
const SERVICE = ['办事服务', '环境整治', '矛盾调解', '信息公开'] as const;

const ALL = [2016, 2017, 2018] as const;
/** Spring, early summer, autumn, and once more before the year ends. */
const ROUNDS = [3, 6, 9, 11] as const;
const MONTHLY = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The appraisal of a half-year is held in the month after it. */
const halfYear = (year: number, month: number): string => (month < 7 ? `${year - 1}年下半年` : `${year}年上半年`);
const wholeYear = (year: number): string => `${year}年`;

const appraisal = (count: Round['count'], years: Round['years'] = ALL): Round => ({
  source: '半年考核',
  months: [1, 7],
  years,
  count,
  due: [45, 95],
  dimensions: DUTY,
  dueAs: 'month',
  batch: halfYear,
});
const inspection = (count: Round['count'], months: readonly number[] = ROUNDS): Round => ({
  source: '检查',
  months,
  years: ALL,
  count,
  due: [15, 60],
  dimensions: DUTY,
  dueAs: 'day',
});
const fourChecks = (count: Round['count'], years: Round['years'] = ALL): Round => ({
  source: '四查四看',
  months: [7, 8],
  years,
  count,
  due: [28, 70],
  dimensions: FOUR,
  dueAs: 'day',
});
const residents = (count: Round['count']): Round => ({
  source: '群众反映',
  months: MONTHLY,
  years: ALL,
  count,
  due: [5, 15],
  dimensions: SERVICE,
  dueAs: 'day',
});
const reflection = (count: Round['count'], dimensions: readonly string[], months: readonly number[]): Round => ({
  source: '组织生活会',
  months,
  years: ALL,
  count,
  due: [60, 120],
  dimensions,
  dueAs: 'month',
  batch: wholeYear,
});

/** How each zone rectifies; a zone that keeps no such register is not in the list. */
export const RECTIFICATION_PLANS: readonly RectificationPlan[] = [
  {
    zone: 'JYGX',
    rounds: [reflection([14, 20], LEVELS, [3, 9])],
    pace: [70, 62, 55],
    stuck: 0.05,
    signed: 0,
  },
  { zone: 'XAGX', rounds: [inspection([17, 24])], pace: [44, 38, 31], stuck: 0.03, signed: 0.7 },
  {
    zone: 'CZGX',
    rounds: [{ ...fourChecks([16, 21]), dueAs: 'part' }],
    pace: [48, 44, 46],
    stuck: 0.08,
    signed: 0,
    domains: ['机关'],
  },
  { zone: 'XZJK', rounds: [appraisal([22, 30]), residents([1, 4])], pace: [62, 60, 58], stuck: 0.06, signed: 0.4 },
  {
    zone: 'YLGX',
    rounds: [appraisal([14, 20]), fourChecks([9, 13])],
    pace: [50, 45, 40],
    stuck: 0.03,
    signed: 0.5,
  },
  {
    zone: 'QLJK',
    rounds: [inspection([9, 14]), fourChecks([7, 10], [2017, 2018])],
    pace: [66, 70, 78],
    stuck: 0.13,
    signed: 0.2,
    odd: { undated: 4, unread: 3, early: 0 },
  },
  {
    zone: 'WSGX',
    rounds: [inspection([8, 12]), fourChecks([8, 11])],
    pace: [72, 84, 98],
    stuck: 0.18,
    signed: 0.1,
    odd: { undated: 0, unread: 0, early: 1 },
    reopens: true,
  },
  { zone: 'XCJK', rounds: [appraisal([8, 12]), residents([0, 2])], pace: [46, 44, 40], stuck: 0.04, signed: 0.5 },
  { zone: 'LMGX', rounds: [inspection([6, 9]), fourChecks([6, 9])], pace: [56, 54, 55], stuck: 0.06, signed: 0 },
  { zone: 'CYJK', rounds: [appraisal([7, 10])], pace: [95, 80, 66], stuck: 0.1, signed: 0 },
  {
    zone: 'BYCY',
    rounds: [{ ...inspection([1, 2], [6, 11]), years: [2017, 2018] }],
    pace: [40, 40, 40],
    stuck: 0,
    signed: 0,
  },
];
