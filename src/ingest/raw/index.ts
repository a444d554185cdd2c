export type {
  ByteSource,
  CellCodes,
  MergedAbove,
  RawOptions,
  RawReading,
  RawTableSummary,
  SkippedRows,
  TableSink,
  TableStart,
} from './reading';
export { readRaw, readRawInChunks } from './read-raw';
export { normaliseHeader } from './normalise-header';
export { type Probe, probe } from './probe';
export { type RawRecord, type RecordRange, readRecords } from './read-records';
export { type EncodingSample, encodingSamples } from './encoding-samples';
