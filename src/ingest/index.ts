export { Collection } from './collection';
export type { Parked } from './entry';
export { shownAs } from './personal-cells';
export { type FileInput, type Stager, inputNamed } from './stager';
export type { FileReport, TableReport } from './report';
export type { ListedZones } from './zones-by-list';
export type { SmallSnapshot, SmallVerdict } from './canonical/small-snapshots';
export type { TwoZones, ZoneChoice } from './canonical/two-zones';
export type { KnownZone } from './canonical/file-level';
export type { ControlSum } from './canonical/control-sums';
export type { KnownMatches, SmallChoice, TableChoice } from './canonical/choices';
export type { CorrectedCell, Correction } from './canonical/corrections';
export type { Preference, Standing, Why } from './canonical/standing';
export {
  type FileChoices,
  type StageHooks,
  type StagedFile,
  readTables,
  localStager,
  stageFile,
  typingContext,
} from './stage';
export { bytesSource, fileSource } from './source';
export { byReading } from './order';
export { sha256 } from './sha256';
export { type Inspection, inspection } from './inspect';
export { maskedPath } from './personal/shown-names';
export { ColumnSurvey, typedCell } from './typed';
export { fileStem, isTellingStem } from './cells';
export {
  type Nearest,
  type TaughtHeader,
  type TaughtValue,
  type TaughtWords,
  NO_WORDS,
  headerSignature,
  isNewWord,
  isSameWord,
  isWordOf,
} from './match';
export { type ByteSource, type EncodingSample, type RawRecord, type TableSink, encodingSamples } from './raw';
export { DownFill, repeatingHeaders } from './down-fill';
