export { Collection, type FileInput, type FileReport, type Stager, type TableReport } from './collection';
export type { KnownZone } from './canonical/file-level';
export type { TableChoice } from './canonical/staging';
export { type FileChoices, type StageHooks, type StagedFile, stageFile } from './stage';
export { bytesSource, fileSource } from './source';
export { isCreditCode } from './cells';
export { headerSignature } from './match';
export { type ByteSource, type RawReading, type TableSink, readRaw, writeRecord } from './raw';
