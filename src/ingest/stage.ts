import { Refusal } from '../domain';
import type { KnownZone } from './canonical/file-level';
import type { Preference } from './canonical/standing';
import type { ZoneChoice } from './canonical/two-zones';
import { type KeptChoice, type StagedTable, Staging, type TableChoice } from './canonical/staging';
import { isKnownHeader } from './match';
import { type CellContext, titleFacts } from './cells';
import { maskCells, maskText } from './personal/mask-text';
import { maskedRefusal, readMasked } from './personal/mask-reading';
import { ShownNames, maskedPath } from './personal/shown-names';
import {
  type ByteSource,
  type Probe,
  type RawOptions,
  type RawReading,
  type RawRecord,
  type RecordRange,
  type TableSink,
  probe,
  readRecords,
} from './raw';

/** What the user decided about a file instead of us; everything is optional. */
export interface FileChoices extends Pick<RawOptions, 'encoding' | 'delimiter' | 'headerRows'> {
  /** By table of the file, counted from 0. */
  readonly tables?: Readonly<Record<number, TableChoice>>;
  /** Which values count where this file and an earlier one differ about the same thing and day; by default those of the correction, else of the later one. */
  readonly repeats?: Preference;
  /** Which rows count where a code stands in two zones on one day; both by default. */
  readonly zones?: ZoneChoice;
}

/** Decisions kept from other files, by header signature. */
export type KnownMatches = Readonly<Record<string, KeptChoice>>;

/** A file read and matched, before the database: nothing personal is in it any more. */
export interface StagedFile {
  readonly reading: RawReading;
  readonly tables: readonly StagedTable[];
}

/** How to follow and stop a reading. */
export interface StageHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesRead: number, rows: number) => void;
}

/**
 * Reads a file and gives its tables as text to the sink, personal stretches masked; the model's words help to find the headers.
 * Throws only `Refusal`.
 */
export function readTables(
  source: ByteSource,
  choices: FileChoices,
  sink: TableSink,
  hooks: StageHooks = {},
): Promise<RawReading> {
  return readMasked(source, { ...rawOptions(choices), ...hooks }, sink);
}

function rawOptions({ tables: _tables, repeats: _repeats, zones: _zones, ...raw }: FileChoices): RawOptions {
  return { ...raw, isHeaderWord: isKnownHeader };
}

/**
 * Reads a few records once more, as they stand in the file but for what is personal; with the same choices they have the same
 * numbers. Throws `Refusal`.
 */
export async function recordsOf(source: ByteSource, choices: FileChoices, range: RecordRange): Promise<RawRecord[]> {
  const names = new ShownNames();
  try {
    const records = await readRecords(source, rawOptions(choices), range, (sheet) => names.of(sheet));
    return records.map(({ record, cells }) => ({ record, cells: maskCells(cells) }));
  } catch (error) {
    throw error instanceof Refusal ? maskedRefusal(error) : error;
  }
}

/** What title lines say that typing needs: the year of dates that have none. */
export function typingContext(title: readonly string[]): CellContext {
  const { year } = titleFacts(title);
  return year === null ? {} : { year };
}

/** Reads a file and matches its tables to the model. Throws only `Refusal`. */
export async function stageFile(
  source: ByteSource,
  zones: readonly KnownZone[],
  choices: FileChoices = {},
  hooks: StageHooks = {},
  matches: KnownMatches = {},
): Promise<StagedFile> {
  const staging = new Staging(maskedPath(source.name), zones, choices.tables, matches);
  const reading = await readTables(source, choices, staging, hooks);
  const { tables } = staging;
  return { reading: tables.some(({ match }) => match.personal.length > 0) ? withoutRecords(reading) : reading, tables };
}

/** Issues that show a record as a whole, personal cells with it. */
const WHOLE_RECORD = new Set([
  'stray-quote',
  'broken-quote',
  'open-quote',
  'other-delimiter',
  'surplus-cells',
  'encoding-change',
  'hint-row',
]);

function withoutRecords(reading: RawReading): RawReading {
  const issues = reading.issues.map((issue) => (WHOLE_RECORD.has(issue.code) ? { ...issue, value: null } : issue));
  return { ...reading, issues };
}

const isPersonal = (text: string): boolean => maskText(text).kinds.length > 0;

/** Looks at the head and the tail of a file, without reading the rest; one with something personal there is not regular. */
export async function probeFile(source: ByteSource): Promise<Probe> {
  const seen = await probe(source, isKnownHeader);
  if (!seen.header.some(isPersonal) && !seen.rows.some((cells) => cells.some(isPersonal))) return seen;
  return { ...seen, regular: false, reason: 'personal', header: [], rows: [] };
}

/** Reads files in this thread. */
export const localStager = {
  probe: ({ source }: { readonly source: ByteSource }) => probeFile(source),
  stage: (
    { source }: { readonly source: ByteSource },
    zones: readonly KnownZone[],
    choices: FileChoices,
    hooks: StageHooks,
    matches: KnownMatches = {},
  ) => stageFile(source, zones, choices, hooks, matches),
  records: ({ source }: { readonly source: ByteSource }, choices: FileChoices, range: RecordRange) =>
    recordsOf(source, choices, range),
};
