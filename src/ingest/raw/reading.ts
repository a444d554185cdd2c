import type { Issue } from '../../domain';

/** Bytes that can be read from any place: a `File` in the page, a file handle in Node. `size` in bytes. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** The bytes from `from` up to but not including `to`; fewer only at the end of the file. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** What the user decided instead of us, and how to follow or stop a reading. */
export interface RawOptions {
  /** A WHATWG encoding label that overrides the verdict ('gb18030', 'big5', 'utf-16le' …). */
  readonly encoding?: string;
  /** The text between two fields; overrides the choice. A space means runs of white space, '' one column. */
  readonly delimiter?: string;
  /** How many header rows the first table has (0 = none); overrides the choice. */
  readonly headerRows?: number;
  readonly signal?: AbortSignal;
  /** Called at least once a megabyte. */
  readonly onProgress?: (bytesRead: number, rows: number) => void;
  /** Called with every record as it stands in the file, titles and totals too; the cells are only lent. */
  readonly onRecord?: (cells: readonly string[], record: number, sheet: string | null) => void;
  /** Whether a text (after `normaliseHeader`) is a known column header; helps to find the header row. */
  readonly isHeaderWord?: (normalisedText: string) => boolean;
}

/** Where one table of the file starts: its place among the tables, what stood above it, its header. */
export interface TableStart {
  /** 0-based. */
  readonly index: number;
  /** The name of the sheet or of the file inside a .zip; null in a plain text file. */
  readonly sheet: string | null;
  /** Title lines above the header, raw. */
  readonly title: readonly string[];
  /** One text a column: the tiers joined, 第1列 … where there is no header. */
  readonly header: readonly string[];
  /** Rows the header took; 0 when the file has none. */
  readonly headerRows: number;
  /** The header rows as found, top to bottom. */
  readonly tiers: readonly (readonly string[])[];
}

/** Rows left out of a table, counted by reason. */
export interface SkippedRows {
  title: number;
  total: number;
  note: number;
  blank: number;
  repeatedHeader: number;
  hint: number;
  group: number;
}

/** A totals row that was taken out of the table, to be compared with the sum of the rows. */
export interface ControlTotal {
  /** 1-based record in the source. */
  readonly record: number;
  readonly label: string;
  readonly cells: readonly string[];
}

/** Everything known about one table once its last row is out. */
export interface RawTableSummary {
  readonly index: number;
  readonly sheet: string | null;
  readonly headerRows: number;
  readonly header: readonly string[];
  /** Rows given to the sink. */
  readonly rows: number;
  readonly skipped: Readonly<SkippedRows>;
  readonly titleLines: readonly string[];
  readonly notes: readonly string[];
  readonly groups: readonly { readonly record: number; readonly label: string }[];
  readonly totals: readonly ControlTotal[];
}

/** The texts of cells that are merged with the one above, by column; figures are never repeated. */
export type MergedAbove = ReadonlyMap<number, string>;

/**
 * By column, a number that stands for the text of a cell and for no other text of the column in the whole file, 0 for the empty one; -1 where
 * it has none. Who changes a cell makes it -1.
 */
export type CellCodes = number[];

/** Receives the tables of a file in order: `table`, its rows, `end`; then the next table. */
export interface TableSink {
  table(start: TableStart): void;
  /**
   * `cells` has at least as many entries as the header; `record` is the 1-based record in the source; `merged` is there
   * where a workbook tells which cells of the table are merged with the one above, `codes` where texts have numbers.
   */
  row(cells: string[], record: number, merged?: MergedAbove, codes?: CellCodes): void;
  /** A line of its own that heads the rows below it: a zone, a street. */
  group?(label: string): void;
  end(summary: RawTableSummary): void;
}

/** The line ends met: one kind, several, or none (a single line). */
export type Newline = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none';

/** How a file was read, and everything that was skipped, changed or doubted on the way. */
export interface RawReading {
  readonly file: string;
  readonly format: 'text' | 'spreadsheet' | 'zip';
  /** WHATWG label; 'utf-8+gb18030' when lines differ; the container for spreadsheets ('xlsx', 'xls', 'html'). */
  readonly encoding: string;
  readonly bom: boolean;
  /** U+FFFD in the decoded text. */
  readonly replacements: number;
  /** '' for one column and for spreadsheets. */
  readonly delimiter: string;
  /** '' when no field is quoted. */
  readonly quote: string;
  readonly newline: Newline;
  readonly tables: readonly RawTableSummary[];
  /** At most 200 of a kind; `issueCounts` is exact. */
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}
