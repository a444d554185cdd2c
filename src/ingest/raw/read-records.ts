import { Refusal } from '../../domain';
import type { ByteSource, RawOptions } from './reading';
import { readRaw } from './read-raw';

/** A stretch of records of one sheet (null in a text file), 1-based, both ends included. */
export interface RecordRange {
  readonly sheet: string | null;
  readonly from: number;
  readonly to: number;
}

/** One record as it stands in the file. */
export interface RawRecord {
  readonly record: number;
  readonly cells: readonly string[];
}

/**
 * Reads a few records of a file once more, and no further than the last of them; `shown` gives the name that the range calls
 * a sheet by. Throws `Refusal` when the file cannot be read.
 */
export async function readRecords(
  source: ByteSource,
  options: RawOptions,
  range: RecordRange,
  shown: (sheet: string) => string = (sheet) => sheet,
): Promise<RawRecord[]> {
  const found: RawRecord[] = [];
  const stopper = new AbortController();
  const onRecord = (cells: readonly string[], record: number, sheet: string | null): void => {
    if ((sheet === null ? null : shown(sheet)) !== range.sheet) return;
    if (record >= range.from && record <= range.to) found.push({ record, cells: [...cells] });
    if (record > range.to) stopper.abort();
  };
  const nothing = { table: () => undefined, row: () => undefined, end: () => undefined };
  try {
    await readRaw(source, { ...options, signal: stopper.signal, onRecord }, nothing);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'cancelled')) throw error;
  }
  return found;
}
