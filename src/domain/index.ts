export { freeName, stemOf } from './free-name';
export { escapeText } from './escape';
export { byText, groupedBy } from './groups';
export { Sha256 } from './sha256';
export { TextCodes } from './text-codes';
export { textSum } from './text-sum';
export { nextTurn } from './turn';
export { type Parts, between, capitalised, ended, joined, noted } from './joined';
export type { Label, Locale } from './label';
export {
  GRAINS,
  type Grain,
  type Period,
  contains,
  daysInMonth,
  firstDay,
  grainOf,
  isFinerOrEqual,
  isPeriod,
  lastDay,
  periodsBetween,
  shift,
  toGrain,
  yearBefore,
} from './period';
export {
  CATEGORY_SIGNS,
  DIMENSIONS,
  NOT_STATED,
  statedOf,
  type CompareBy,
  type Dimension,
  categoryWithin,
  coarseCategory,
  joinCategory,
  splitCategory,
} from './dimension';
export {
  type ColumnSpec,
  type ColumnType,
  type Constraint,
  type EnumValue,
  type SomeOnly,
  type TableSpec,
  type Told,
  isWanting,
} from './table';
export type { Base, Direction, MetricKind, MetricSpec, Population, TimeBehaviour } from './metric';
export type { Issue, Severity } from './issue';
export { Refusal } from './refusal';
export type { StarScheme } from './scheme';
export type { Fault, RuleFault, RuleVersion, Target, TargetFault } from './rule';
export {
  type Fraction,
  UNKNOWN,
  apartText,
  bareChangeText,
  changeOf,
  changeText,
  countText,
  decimalText,
  declaredPercent,
  fractionText,
  movedScoreText,
  movedTextOf,
  percentText,
  scoreText,
  signedCount,
  signedPoints,
  signedScore,
  wholeShareText,
} from './number-text';
