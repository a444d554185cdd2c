/** Kinds of organisation life the example reports. */
export type Activity =
  '党员大会' | '支委会' | '党小组会' | '党课' | '主题党日' | '组织生活会' | '民主评议' | '谈心谈话';

/** Months of the span, counted from 2016-01 = 0. */
export type Month = number;

/** One activity a zone reports: in which months, by which length of time, and how it is kept up. */
export interface LifePlan {
  readonly zone: string;
  readonly activity: Activity;
  /** A row a meeting, or counts by month, quarter or year. */
  readonly form: 'log' | 'month' | 'quarter' | 'year';
  readonly from: Month;
  /** Included. */
  readonly to: Month;
  /** Chance that a branch keeps up a period, at the first and the last month of the span. */
  readonly kept: readonly [first: number, last: number];
  /** The lowest point of the span, in the middle, where it is not a straight line. */
  readonly dip?: number;
}

const year = (nth: number): readonly [Month, Month] => [(nth - 2016) * 12, (nth - 2016) * 12 + 11];
const plan = (
  zone: string,
  activity: Activity,
  form: LifePlan['form'],
  [from, to]: readonly [Month, Month],
  kept: readonly [number, number],
  dip?: number,
): LifePlan => ({ zone, activity, form, from, to, kept, ...(dip !== undefined && { dip }) });

const ALL: readonly [Month, Month] = [0, 35];
const Y2018 = year(2018);

/**
 * What each body reports. Nobody reports everything: zones differ in which meetings they report, by which length of time
 * and for how long. In 望舒 the file of 2017 is missing.
 */
export const LIFE_PLANS: readonly LifePlan[] = [
  plan('JYGX', '党员大会', 'log', Y2018, [0.9, 0.97]),
  plan('JYGX', '党小组会', 'log', [33, 35], [0.6, 0.72]),
  plan('JYGX', '组织生活会', 'log', [35, 35], [0.98, 0.98]),
  plan('XAGX', '党员大会', 'quarter', Y2018, [0.93, 0.965]),
  plan('XAGX', '支委会', 'quarter', Y2018, [0.985, 0.988]),
  plan('CZGX', '党员大会', 'log', Y2018, [0.8, 0.93]),
  plan('CZGX', '民主评议', 'log', [34, 35], [0.9, 0.9]),
  plan('XZJK', '支委会', 'month', Y2018, [0.9, 0.965]),
  plan('JLRL', '支委会', 'month', Y2018, [0.95, 0.97]),
  plan('JLRL', '主题党日', 'month', Y2018, [0.93, 0.98]),
  plan('JLRL', '党课', 'log', Y2018, [0.85, 0.93]),
  plan('JLRL', '谈心谈话', 'log', [28, 35], [0.8, 0.8]),
  plan('YLGX', '党员大会', 'quarter', ALL, [0.93, 0.97]),
  plan('QLJK', '主题党日', 'month', Y2018, [0.88, 0.93]),
  plan('WSGX', '支委会', 'month', year(2016), [0.98, 0.88]),
  plan('WSGX', '支委会', 'month', Y2018, [0.98, 0.88]),
  plan('WSGX', '组织生活会', 'year', ALL, [0.97, 0.9]),
  plan('WSGX', '民主评议', 'year', ALL, [0.96, 0.88]),
  plan('XCJK', '支委会', 'month', ALL, [0.93, 0.985]),
  plan('XCJK', '主题党日', 'month', ALL, [0.9, 0.97]),
  plan('XCJK', '组织生活会', 'year', ALL, [0.95, 0.99]),
  plan('XCJK', '民主评议', 'year', ALL, [0.95, 0.98]),
  plan('LMGX', '支委会', 'month', ALL, [0.965, 0.965]),
  plan('LMGX', '组织生活会', 'year', ALL, [0.97, 0.97]),
  plan('LMGX', '民主评议', 'year', ALL, [0.96, 0.96]),
  plan('CYJK', '支委会', 'month', ALL, [0.8, 0.93]),
  plan('CYJK', '组织生活会', 'year', ALL, [0.8, 0.93]),
  plan('BYCY', '支委会', 'month', ALL, [0.97, 0.99]),
  plan('BYCY', '组织生活会', 'year', ALL, [0.98, 0.98]),
  plan('STGX', '支委会', 'month', ALL, [0.97, 0.97], 0.9),
  plan('STGX', '组织生活会', 'year', ALL, [0.96, 0.97], 0.92),
  plan('STGX', '民主评议', 'year', ALL, [0.96, 0.97], 0.9),
  plan('STGX', '谈心谈话', 'year', ALL, [0.9, 0.95]),
];

/** How often an activity is owed in one of the rule's own periods: talks twice from 2018 on, by the rules of the example. */
export const owedIn = (activity: Activity, month: Month): number => (activity === '谈心谈话' && month >= 24 ? 2 : 1);

/** Months the rules give for one meeting of each kind. */
export const EVERY: Readonly<Record<Activity, number>> = {
  党员大会: 3,
  支委会: 1,
  党小组会: 1,
  党课: 3,
  主题党日: 1,
  组织生活会: 12,
  民主评议: 12,
  谈心谈话: 12,
};
