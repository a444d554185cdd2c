export { headerKey, headerSignature } from './header-key';
export { type Alternative, type HeaderMatch, type MatchOptions, matchHeader } from './match';
export { type PersonalColumn, personalColumns } from './personal';
export { type ItemColumn, saysFullMarks } from './score-items';
export { type PeriodColumn, type UnpivotPlan, unpivotPlan } from './unpivot';
export { isKnownHeader } from './vocabulary';
