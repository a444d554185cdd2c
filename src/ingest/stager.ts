import type { KnownZone } from './canonical/file-level';
import type { ByteSource, Probe, RawRecord, RecordRange } from './raw';
import type { KnownMatches } from './canonical/choices';
import type { FileChoices, StageHooks, StagedFile } from './stage';

/** A file to add: its path as dropped (folders included) and its bytes. */
export interface FileInput {
  readonly path: string;
  readonly source: ByteSource;
  readonly data: File | Uint8Array;
}

/** The same bytes under another name. */
export function inputNamed(input: FileInput, path: string): FileInput {
  if (path === input.path) return input;
  const { size } = input.source;
  return { ...input, path, source: { name: path, size, read: (from, to) => input.source.read(from, to) } };
}

/** What is done with the bytes of a file; in the page a worker does it. */
export interface Stager {
  /** Looks at the head and the tail of a file. */
  probe(input: FileInput): Promise<Probe>;
  /** Reads and matches a file. Rejects with `Refusal`, or with the abort reason. */
  stage(
    input: FileInput,
    zones: readonly KnownZone[],
    choices: FileChoices,
    hooks: StageHooks,
    matches?: KnownMatches,
  ): Promise<StagedFile>;
  /** Reads a few records once more, as they stand in the file. */
  records(input: FileInput, choices: FileChoices, range: RecordRange): Promise<RawRecord[]>;
}
