import type { Issue } from '../domain';
import type { Correction } from './canonical/corrections';
import type { Standing } from './canonical/standing';
import type { SmallSnapshot } from './canonical/small-snapshots';
import type { UnbuiltBeside } from './canonical/unbuilt-beside';
import type { TwoZones } from './canonical/two-zones';
import type { StagedTable } from './canonical/staging';
import type { RawReading } from './raw';
import type { FileChoices } from './stage';
import type { ListedZones } from './zones-by-list';

/** A name of a zone as rows of one table write it, and how many do. */
export interface WrittenZone {
  readonly name: string;
  readonly rows: number;
}

/** What became of one table of a file. */
export interface TableReport {
  /** Canonical table, or null when nothing fits. */
  readonly table: string | null;
  readonly view: Omit<StagedTable, 'staged'>;
  /** Values taken for every row from the title or the file's name. */
  readonly fileLevel: Readonly<Record<string, string>>;
  /** The columns of those that nothing states: their values were taken because they are likely. Absent where there are none. */
  readonly taken?: readonly string[];
  /** Rows in the canonical table. */
  readonly loaded: number;
  /** The names of zones that its rows write, before any of them gave way to others; absent where none. */
  readonly zones?: readonly WrittenZone[];
  /** Its rows that were set aside: only units without an organisation, where counts speak of some that have one; absent where none were. */
  readonly beside?: readonly UnbuiltBeside[];
  /** What lists say of its rows, which state no zone; absent where they do, or no list says anything. */
  readonly listed?: ListedZones;
}

/** What became of one file: how it was read, what it was taken for, everything that was skipped, changed or refused. */
export interface FileReport {
  readonly id: number;
  readonly path: string;
  readonly size: number;
  readonly reading: RawReading;
  readonly tables: readonly TableReport[];
  /** At most 200 of a kind and column; `issueCounts` is exact. */
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
  readonly choices: FileChoices;
  /** What the file says of itself beside others. */
  readonly standing: Standing;
  /** Rows that an earlier file gives other values under the same key and date; absent where there are none. */
  readonly corrections?: readonly Correction[];
  /** Codes that stand in two zones on one day; absent where there are none. */
  readonly twoZones?: readonly TwoZones[];
  /** Snapshots far smaller than the one before; absent where there are none. */
  readonly small?: readonly SmallSnapshot[];
}
