import type { FileInput, Stager } from './stager';
import type { KnownZone } from './canonical/file-level';
import type { KnownMatches } from './canonical/choices';
import type { FileChoices, StagedFile } from './stage';

/** Larger files are not read ahead: two at once would be held in memory. */
const AHEAD_BELOW_BYTES = 2_000_000;

/** A file and everything its reading depends on. */
export interface Reading {
  readonly input: FileInput;
  readonly zones: readonly KnownZone[];
  readonly choices: FileChoices;
  readonly matches: KnownMatches;
}

const isSame = (a: Reading, b: Reading): boolean =>
  a.input.data === b.input.data &&
  a.input.path === b.input.path &&
  a.zones === b.zones &&
  a.choices === b.choices &&
  a.matches === b.matches;

/** Reads one small file while the database works on the one before it. */
export class ReadAhead {
  private held: { readonly reading: Reading; readonly staged: Promise<StagedFile> } | null = null;

  constructor(private readonly stager: Stager) {}

  /** Begins to read a file, unless it is large; what it is refused for is told when it is taken. */
  start(reading: Reading, signal?: AbortSignal): void {
    const { input, zones, choices, matches } = reading;
    if (input.source.size >= AHEAD_BELOW_BYTES) return;
    const staged = this.stager.stage(input, zones, choices, signal ? { signal } : {}, matches);
    // It may never be taken, and a refusal nobody asked for is none.
    staged.catch(() => undefined);
    this.held = { reading, staged };
  }

  /** The file as it was read ahead; null when it was not, or when something it depends on has changed since. */
  take(reading: Reading): Promise<StagedFile> | null {
    const { held } = this;
    this.held = null;
    return held && isSame(held.reading, reading) ? held.staged : null;
  }
}
