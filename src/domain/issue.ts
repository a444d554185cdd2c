/** How much an issue matters: a note of what was done, a doubt, or a value that could not be used. */
export type Severity = 'note' | 'warning' | 'error';

/** One entry of the ledger: something in the data that was skipped, changed, refused or doubted. Never an exception. */
export interface Issue {
  /** Kebab-case kind; also the translation key `issue.<code>`. */
  readonly code: string;
  readonly severity: Severity;
  /** File name as dropped. */
  readonly file: string;
  /** Sheet of a workbook, or file in an archive; absent in a plain text file. */
  readonly sheet?: string;
  /** 1-based record number in the source file (a record may span lines), or null when about the whole file. */
  readonly row: number | null;
  /** Header text of the column, or null. */
  readonly column: string | null;
  /** The raw value, as found; null when there is none. */
  readonly value: string | null;
  /** What was done, when not told by the code: the value used instead, the row it clashes with … */
  readonly detail?: string;
  /** The file `detail` speaks of, when it is another one. */
  readonly otherFile?: string;
}
