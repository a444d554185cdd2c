import type { KnownZone } from './canonical/file-level';
import { type StagedTable, Staging, type TableChoice } from './canonical/staging';
import { isKnownHeader } from './match';
import { type ByteSource, type RawOptions, type RawReading, readRaw } from './raw';

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

/** Reads a file and matches its tables to the model. Throws only `Refusal`. */
export async function stageFile(
  source: ByteSource,
  zones: readonly KnownZone[],
  choices: FileChoices = {},
  hooks: StageHooks = {},
): Promise<StagedFile> {
  const staging = new Staging(source.name, zones, choices.tables);
  const { tables: _tables, ...raw } = choices;
  const reading = await readRaw(source, { ...raw, ...hooks, isHeaderWord: isKnownHeader }, staging);
  return { reading, tables: staging.tables };
}
