export { Collection, type FileInput, type Stager } from './collection';
export type { FileReport, TableReport } from './report';
export type { KnownZone } from './canonical/file-level';
export type { TableChoice } from './canonical/staging';
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
export { type Inspection, inspection } from './inspect';
export { ColumnSurvey, typedCell } from './typed';
export { headerSignature } from './match';
export { type ByteSource, type TableSink, writeRecord } from './raw';
