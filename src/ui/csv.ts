import { neutral } from '../share';

/** A number and the words it is shown with, where they depend on the figures beside it: a change. The file holds the number. */
export interface Told {
  readonly value: number;
  readonly text: string;
}

/** A value of a data table; null is unknown and written as an empty cell. */
export type CellValue = string | number | Told | null;

/** How a column of a data table is written on the page. */
export type ColumnKind = 'text' | 'count' | 'rate' | 'points' | 'score';

/** The figures behind a chart: what the table shows and the CSV holds. Rates are 0…1, points are percentage points. */
export interface TableData {
  readonly columns: readonly { readonly label: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly CellValue[])[];
}

function field(value: CellValue): string {
  if (value === null) return '';
  // More digits would be binary dust: 28.000000000000004.
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  if (typeof value === 'object') return field(value.value);
  const text = neutral(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 text with a byte-order mark, so that spreadsheets read the Chinese; formulas are neutralised. */
export function csvText(table: TableData): string {
  const header = table.columns.map((column) => field(column.label)).join(',');
  const lines = table.rows.map((row) => row.map(field).join(','));
  return `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
}
