import type { Issue } from '../domain';
import { isIdentityNumber } from './cells';
import type { HeaderMatch } from './match';
import type { RawReading, SkippedRows } from './raw';

/** One issue as `inspect` prints it. */
export interface InspectedIssue {
  readonly code: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
}

/** What `inspect` prints for one table of a file, exactly these keys. */
export interface Inspection {
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Canonical table, or null when none fits. */
  readonly table: string | null;
  /** 0 when the file has no header. */
  readonly headerRows: number;
  readonly header: readonly string[];
  /** Header → column id, or null where the column is not used; periods of a wide table lead to the column of their cells. */
  readonly fields: Readonly<Record<string, string | null>>;
  readonly rows: number;
  readonly skipped: SkippedRows;
  /** Headers of the columns dropped as personal. */
  readonly personal: readonly string[];
  readonly issues: readonly InspectedIssue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** A header as it was matched: that of the file, or of its table put upright. */
interface Matched {
  readonly header: readonly string[];
  readonly match: HeaderMatch;
}

/** Issues found after the reading, in typing or checking, and their exact counts. */
export interface LaterIssues {
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

const NOTHING_SKIPPED: SkippedRows = { title: 0, total: 0, note: 0, blank: 0, repeatedHeader: 0, hint: 0, group: 0 };

/** A header that stands twice keeps the column of the first that has one. */
function fieldsOf(header: readonly string[], match: HeaderMatch | null): Record<string, string | null> {
  const wide = new Map<number, string | null>([
    ...(match?.unpivot?.periodColumns ?? []).map((column) => [column.index, column.column] as const),
    ...(match?.items ?? []).map((column) => [column.index, 'score'] as const),
  ]);
  const fields = new Map<string, string | null>();
  header.forEach((text, index) => {
    const id = match?.fields[index] ?? wide.get(index) ?? null;
    fields.set(text, fields.get(text) ?? id);
  });
  return Object.fromEntries(fields);
}

/** The ledger may say where a personal cell stands, never what it holds. */
function printed(issue: Issue, personal: ReadonlySet<string>): InspectedIssue {
  const { code, row, column, value } = issue;
  const secret = value !== null && (isIdentityNumber(value) || (column !== null && personal.has(column)));
  return { code, row, column, value: secret ? '******' : value };
}

function summed(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of all) for (const [code, count] of Object.entries(one)) counts[code] = (counts[code] ?? 0) + count;
  return counts;
}

/**
 * What `inspect` says about one table of a reading: how it was read, what it was taken for, what was skipped, dropped and
 * doubted. A file without any table gives one inspection with an empty header; `matched` is null when nothing was.
 */
export function inspection(
  reading: RawReading,
  index: number,
  matched: Matched | null,
  later: LaterIssues = { issues: [], issueCounts: {} },
): Inspection {
  const table = reading.tables[index];
  const match = matched?.match ?? null;
  const header = matched?.header ?? table?.header ?? [];
  const personal = match?.personal.map((column) => column.header) ?? [];
  const hidden = new Set(personal);
  return {
    file: reading.file,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    table: match?.table ?? null,
    headerRows: table?.headerRows ?? 0,
    header,
    fields: fieldsOf(header, match),
    rows: table?.rows ?? 0,
    skipped: { ...NOTHING_SKIPPED, ...table?.skipped },
    personal,
    issues: [...reading.issues, ...later.issues].map((issue) => printed(issue, hidden)),
    issueCounts: summed([reading.issueCounts, later.issueCounts]),
  };
}
