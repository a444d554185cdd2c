import type { Issue, TableSpec } from '../../domain';
import type { CellContext } from '../cells';

/** One table of a file, ready for the database: only matched columns, nothing personal, as clean CSV. */
export interface Staged {
  readonly table: TableSpec;
  /** Canonical ids of the CSV columns after the first, which is the source record number. */
  readonly columns: readonly string[];
  /** RFC 4180, UTF-8, no header. */
  readonly csv: Uint8Array;
  /** How many rows the CSV has. */
  readonly rows: number;
  /** Header text each canonical column came from; for the ledger. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values given once for the whole file, as the cell would have been written. */
  readonly fileLevel: Readonly<Record<string, string>>;
  /** Those of them that nothing states: taken because they are likely. */
  readonly taken: Readonly<Record<string, string>>;
  readonly context: CellContext;
  /** How the rows of a wide table came about: one record is several rows. Absent where a record is a row. */
  readonly wide?: Wide;
  /** The cells of a small table are read before the database sees them; absent where it reads them itself. */
  readonly read?: ReadCells;
}

/** The column that says which period a row is of, and the header of each cell by period and canonical column. */
export interface Wide {
  readonly periodColumn: string;
  readonly values: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What {@link Wide.headers} are found by. */
export const wideKey = (period: string, column: string): string => `${period}|${column}`;

/** A table whose CSV holds values that only need a cast, and what was doubted or refused; issues name no file yet. */
export interface ReadCells {
  /** Canonical ids of the CSV columns after the first. */
  readonly columns: readonly string[];
  readonly issues: readonly Omit<Issue, 'file'>[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** What loading did: rows taken and what was doubted or refused; at most {@link LISTED} issues of a kind, counts exact. */
export interface Loaded {
  readonly rows: number;
  /** The last row id of the table before where rows of this very file were in it, else -1; the rows taken are behind it. */
  readonly since: number;
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** How many issues of one kind and column are listed; the rest are counted. */
export const LISTED = 200;
