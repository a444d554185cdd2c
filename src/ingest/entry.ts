import type { KnownZone } from './canonical/file-level';
import type { Reading } from './read-ahead';
import type { FileReport } from './report';
import type { KnownMatches } from './canonical/choices';
import type { StageHooks } from './stage';
import type { FileInput } from './stager';

/** How to follow and stop the adding of a file. */
export interface AddHooks extends StageHooks {
  /** The file that is to be added after this one; while the database works on this one it may be read already. */
  readonly next?: Pick<Reading, 'input' | 'choices'> & Partial<Pick<Reading, 'matches'>>;
  /** Decisions kept from other files that this one follows; those of the collection when absent. */
  readonly matches?: KnownMatches;
}

/** As {@link AddHooks}, within the collection. */
export interface EnterHooks extends AddHooks {
  /** The zones of every register, where they are known before the registers are read. */
  readonly zones?: readonly KnownZone[];
}

/** A file of the session: where it came from, what became of it, and what was known when it was read. */
export interface Entry {
  readonly input: FileInput;
  readonly report: FileReport;
  readonly matches: KnownMatches;
  readonly zones: readonly KnownZone[];
}
