export {
  CELL_COLUMNS,
  CELL_TEXTS,
  type Cell,
  type Group,
  type Question,
  type Selection,
  numeratorSaid,
  rateOf,
} from './cell';
export {
  type Cube,
  EMPTY_CUBE,
  type MissingMetric,
  type PublishedFigure,
  type UnstatedColumn,
  type ZoneInfo,
  type ZonePlace,
  zoneName,
} from './cube';
export {
  type DrillQuestion,
  type TableQuery,
  cellsSql,
  countedRows,
  drillSql,
  measuresOf,
  nameColumns,
  populationSql,
  storedRows,
} from './population';
export { aboutCells, buildCube, buildFirstCube } from './about';
export { buildCells, computable, firstLookAt } from './build';
export { type Decided, type PlanStep, planSteps } from './plan';
export { PLAN_INPUTS, type PlanInput, inputSql, rowsInZonesSql, zonesInSql } from './inputs';
export { rowSums } from './row-sums';
export { type Earlier, changedSince } from './earlier';
export { EVERY_ZONE, type GivenTable, type Plan, cubeOfCells, modelText, readPlan } from './plan-file';
export { cellsOf, hasCells, isEmpty, metricsIn, textsIn, zonesIn } from './metric-cells';
export { Kept } from './kept';
export { once } from './once';
export { type Snapshot, groupCells, isLater, partitionIn, rollUp, snapshotsIn, total } from './roll-up';
export { type ItemsByZone, itemsIn, itemsOfBoth, itemsReported, sharedItems } from './items';
export { type PartOfZone, type PartsByZone, cellsOfParts, partsOfDuties } from './parts';
export { type Absence, type Comparable, type ItemChange, type LeftOut, comparable } from './comparable';
export { type Reporting, reportingIn } from './reporting';
export { type ScopeEffect, type ScopeJump, scopeEffect, scopeJumps } from './scope-jumps';
export { type LoadedRow, type LoadedSetting, NOTHING_LOADED, type Setting, overlaySetting } from './overlay';
export { type InForce, loadedSetting, noteHeld, prepare } from './setting';
export {
  type Comparison,
  type Share,
  alignPeriod,
  categoryParts,
  comparedPeriod,
  pointsBetween,
  sharesOf,
} from './compare';
export { type Counted, countedIn } from './counted';
export { binsOf, observedIn } from './score';
export { DUE_BY_MEMBERS } from './unstated';
export { type Filing, filingsOf } from './filings';
export {
  ALLOWED_DAYS,
  DOUBTFUL_SHARE,
  type FilingCell,
  type FilingMark,
  type FilingRow,
  type FilingState,
  type FilingTable,
  filedBy,
  filingBoard,
} from './filing-board';
export { aboutCube, loadCube, originOf, saveCube, toArrow } from './file';
export {
  type Chosen,
  type Disclosure,
  LEVELS,
  LEVEL_LABELS,
  type Level,
  type Merged,
  OPENNESS,
  type Reason,
  type Release,
  TOGETHER,
} from './disclosure';
export { type MergeNote, levelOf } from './merged';
export { furtherDisclosure } from './merge/disclosures';
export { mergeCubes } from './merge/merge';
export type { NamedCube } from './merge/named';
export { fingerprintLater, fingerprintOf, levelShown } from './fingerprint';
export { type Apart, type Differences, type Figure, differencesBetween } from './differences';
export { otherCommittees, withheldIn, withheldWholly } from './withheld';
