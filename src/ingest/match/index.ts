export { headerKey, headerSignature } from './header-key';
export { whetherNamed } from './named';
export { type Alternative, type HeaderMatch, type MatchOptions, matchHeader } from './match';
export type { Nearest } from './nearest';
export {
  type TaughtChoice,
  type TaughtHeader,
  type TaughtValue,
  type TaughtWords,
  NO_WORDS,
  isNewWord,
  isSameWord,
  isWordOf,
  taughtFor,
  usesWords,
} from './taught';
export { type PersonalColumn, personalColumns } from './personal';
export { type ItemColumn, saysFullMarks } from './score-items';
export { countOfTick, unpivotPlan } from './unpivot';
export type { PeriodColumn, UnpivotPlan } from './unpivot-plan';
export { isKnownHeader } from './vocabulary';
