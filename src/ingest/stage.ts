import type { KnownZone } from './canonical/file-level';
import { type StagedTable, Staging, type TableChoice } from './canonical/staging';
import { isKnownHeader } from './match';
import { type CellContext, titleFacts } from './cells';
import { type ByteSource, type Probe, type RawOptions, type RawReading, type TableSink, probe, readRaw } from './raw';

/** What the user decided about a file instead of us; everything is optional. */
export interface FileChoices extends Pick<RawOptions, 'encoding' | 'delimiter' | 'headerRows'> {
  /** By table of the file, counted from 0. */
  readonly tables?: Readonly<Record<number, TableChoice>>;
}

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

/** Reads a file and gives its tables as text to the sink; the model's words help to find the headers. Throws only `Refusal`. */
export function readTables(
  source: ByteSource,
  choices: FileChoices,
  sink: TableSink,
  hooks: StageHooks = {},
): Promise<RawReading> {
  const { tables: _tables, ...raw } = choices;
  return readRaw(source, { ...raw, ...hooks, isHeaderWord: isKnownHeader }, sink);
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
): Promise<StagedFile> {
  const staging = new Staging(source.name, zones, choices.tables);
  const reading = await readTables(source, choices, staging, hooks);
  return { reading, tables: staging.tables };
}

/** Looks at the head and the tail of a file, without reading the rest. */
export function probeFile(source: ByteSource): Promise<Probe> {
  return probe(source, isKnownHeader);
}

/** Reads files in this thread. */
export const localStager = {
  probe: ({ source }: { readonly source: ByteSource }) => probeFile(source),
  stage: (
    { source }: { readonly source: ByteSource },
    zones: readonly KnownZone[],
    choices: FileChoices,
    hooks: StageHooks,
  ) => stageFile(source, zones, choices, hooks),
};
