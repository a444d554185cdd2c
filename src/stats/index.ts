export { type Difference, type Fraction, type Interval, Z95, Z998, isKnown, wilson } from './interval';
export { binomialQuantile } from './binomial';
export { mcnemarExact } from './mcnemar';
export {
  MAX_PHI,
  MIN_FUNNEL,
  type Funnel,
  type FunnelLimits,
  funnelCurve,
  funnelLimits,
  judge,
  without,
} from './funnel';
export { type Signal, type Verdict, chanceOf, differenceOf, verdictOf } from './differ';
export { dispersionOf } from './dispersion';
export { type RankSettings, type Standing, rankIntervals } from './rank';
export { MIN_STRATUM, type Mix, type Standardised, orderChanges, standardise } from './standardise';
export { type Bin, type Quartiles, quantileOfBins, quartilesOfBins } from './quantile';
export { type Observed, type Survival, type SurvivalStep, atRiskAt, kaplanMeier } from './kaplan-meier';
export {
  SOURCES,
  type Evaluated,
  type EvaluationFault,
  type EvaluationLevel,
  type EvaluationRules,
  type Outcome,
  type Source,
  combinedScore,
  evaluate,
  evaluationFaults,
} from './evaluation';
export { type Effect, type Lever, effectOf, sensitivity, withCutoff, withWeight } from './sensitivity';
