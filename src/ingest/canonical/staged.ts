import type { Issue, TableSpec } from '../../domain';
import type { Column } from '../../engine';
import type { CellContext } from '../cells';

/** Texts one behind the other as UTF-8: the bytes of text n are those from `offsets[n]` to `offsets[n + 1]`. */
export type PackedTexts = Extract<Column, { readonly offsets: Int32Array }>;

/**
 * The values of a large table. A column is by row a code, and for every code of it there is a value to be cast, none for an empty
 * cell; where nearly every row has a value of its own the column is those, empty for an empty cell; where all values are whole numbers, days or
 * yes and no it is by row a number that stands for the value.
 */
export interface CodedValues {
  readonly records: Int32Array;
  readonly columns: readonly (Int32Array | PackedTexts)[];
  /** Which columns are by row such a number. */
  readonly areNumbers: readonly boolean[];
  /** Of each value its column, its code and itself. */
  readonly columnOf: Int32Array;
  readonly codeOf: Int32Array;
  readonly values: PackedTexts;
}

/** What the cells of a table were read to: the columns that are stored, and what was doubted or refused; issues name no file yet. */
export interface ReadCells {
  /** Canonical ids: those that the file gives, and those told by what its cells said of themselves (a bound). */
  readonly columns: readonly string[];
  readonly issues: readonly Omit<Issue, 'file'>[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** One table of a file, ready for the database: only matched columns, nothing personal, every cell read to a value that only needs a cast. */
export interface Staged {
  readonly table: TableSpec;
  /** Canonical ids of the columns that the file gives. */
  readonly columns: readonly string[];
  /** What its cells were read to. */
  readonly read: ReadCells;
  /** The rows of a small table: RFC 4180, UTF-8, no header; the record in the source, then all columns of the table. Absent for a large one. */
  readonly csv?: Uint8Array;
  /** The rows of a large table; absent for a small one. */
  readonly coded?: CodedValues;
  /** How many rows there are. */
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
}

/** The column that says which period a row is of, and the header of each cell by period and canonical column. */
export interface Wide {
  readonly periodColumn: string;
  readonly values: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What {@link Wide.headers} are found by. */
export const wideKey = (period: string, column: string): string => `${period}|${column}`;

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
