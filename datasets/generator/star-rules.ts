import type { Rating } from './truth';

/** How the organisations of a zone are rated: by levels or by named stars. */
export interface RatingPlan {
  readonly zone: string;
  /** Id of a scheme of the model. */
  readonly scheme: 'shaanxi-5' | 'five-level-90' | 'five-level-capped' | 'five-named';
  readonly awarding: Rating['awarding'];
  /** Which organisations take part. */
  readonly subject: '两新' | '村社区' | '全部支部';
  /** Mean score in each cycle; for named stars the mean chance of winning one, in percent. */
  readonly mean: readonly [number, number, number];
}

/** Lowest score of each level from five stars down (five-level-90). */
export const CUTOFFS: readonly number[] = [90, 80, 70, 60];

/** Largest share of five, four, three stars under the capped scheme; the rest get two, the last few one. */
export const CAPS: readonly number[] = [0.1, 0.3, 0.4];

/** Which zone rates whom by which rules. */
export const RATING_PLANS: readonly RatingPlan[] = [
  { zone: 'JYGX', scheme: 'five-named', awarding: '园区', subject: '村社区', mean: [58, 67, 76] },
  { zone: 'XAGX', scheme: 'shaanxi-5', awarding: '园区', subject: '两新', mean: [70, 73, 76] },
  { zone: 'CZGX', scheme: 'five-level-90', awarding: '园区', subject: '全部支部', mean: [74, 75, 77] },
  { zone: 'XZJK', scheme: 'five-level-90', awarding: '园区', subject: '全部支部', mean: [76, 79, 81] },
  { zone: 'YLGX', scheme: 'five-level-capped', awarding: '市', subject: '两新', mean: [76, 78, 80] },
  { zone: 'QLJK', scheme: 'five-level-90', awarding: '园区', subject: '两新', mean: [75, 77, 77] },
  { zone: 'QLJK', scheme: 'five-named', awarding: '园区', subject: '村社区', mean: [60, 62, 66] },
  { zone: 'WSGX', scheme: 'five-level-90', awarding: '园区', subject: '两新', mean: [76, 73, 70] },
  { zone: 'XCJK', scheme: 'five-level-90', awarding: '园区', subject: '两新', mean: [73, 76, 79] },
  { zone: 'XCJK', scheme: 'five-named', awarding: '市', subject: '村社区', mean: [52, 60, 70] },
  { zone: 'LMGX', scheme: 'five-level-90', awarding: '园区', subject: '全部支部', mean: [76, 76, 76] },
  { zone: 'CYJK', scheme: 'five-named', awarding: '园区', subject: '村社区', mean: [40, 44, 52] },
  { zone: 'BYCY', scheme: 'five-named', awarding: '园区', subject: '村社区', mean: [55, 60, 65] },
  { zone: 'STGX', scheme: 'five-level-capped', awarding: '市', subject: '两新', mean: [77, 74, 78] },
];
