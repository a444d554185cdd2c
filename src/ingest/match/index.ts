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
export { type PeriodColumn, type UnpivotPlan, countOfTick, unpivotPlan } from './unpivot';
export { isKnownHeader } from './vocabulary';
