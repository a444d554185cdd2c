import type { Table } from 'apache-arrow';

/** A value in a result row: bigint is narrowed to number, dates arrive as the text the query made of them. */
export type Value = string | number | boolean | null;

/** One row of a result, by column name. */
export type Row = Readonly<Record<string, Value>>;

/**
 * A column to put into the database: plain values, whole numbers, or texts packed as UTF-8, where text n is the bytes from
 * `offsets[n]` to `offsets[n + 1]`.
 */
export type Column =
  | readonly (string | number | boolean | null)[]
  | Int32Array
  | { readonly offsets: Int32Array; readonly bytes: Uint8Array };

/** DuckDB behind one small face, the same in the page and in Node. Statements run one at a time, in order. */
export interface Engine {
  /** Resolves with the reason once the database has died by itself; whatever is asked then rejects. Never after {@link Engine.close}. */
  readonly gone: Promise<string>;
  /** Runs statements for their effect. Rejects with {@link EngineError}. */
  run(sql: string): Promise<void>;
  /** Runs one query and returns its rows. Rejects with {@link EngineError}. */
  rows(sql: string): Promise<Row[]>;
  /** Runs one query and returns the Arrow table. Rejects with {@link EngineError}. */
  arrow(sql: string): Promise<Table>;
  /** Makes bytes readable to `read_csv` and returns the path to read them from. A File is read in place, not copied. */
  load(data: Uint8Array | File): Promise<string>;
  /** Forgets bytes given to {@link Engine.load}. */
  drop(path: string): Promise<void>;
  /** Creates or replaces a table from columns of equal length. */
  insert(table: string, columns: Readonly<Record<string, Column>>): Promise<void>;
  /** Asks the running statement to stop; it then rejects. */
  cancel(): Promise<void>;
  /** Ends the database and gives its memory back. */
  close(): Promise<void>;
}

/** A statement the database refused; `sql` is what was asked. */
export class EngineError extends Error {
  readonly code = 'engine';
  constructor(
    message: string,
    readonly sql: string,
  ) {
    super(message);
    this.name = 'EngineError';
  }
}

/** The database died while, or before, it was asked. */
export class EngineGone extends EngineError {}

/** Run at every boot: nothing may be fetched, installed or read but the registered uploads, and nothing may undo that. */
export const LOCK_DOWN: readonly string[] = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  "SET allowed_directories = ['upload/']",
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];
