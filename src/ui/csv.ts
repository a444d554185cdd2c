import { type Field, csvFile } from '../share';

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
  readonly columns: readonly { readonly label: string; readonly kind: ColumnKind; readonly wrap?: boolean }[];
  readonly rows: readonly (readonly CellValue[])[];
}

function field(value: CellValue): Field {
  if (value !== null && typeof value === 'object') return field(value.value);
  // More digits would be binary dust: 28.000000000000004.
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}

/** The figures as a CSV file. */
export const csvText = (table: TableData): string =>
  csvFile([table.columns.map((column) => column.label), ...table.rows.map((row) => row.map(field))]);
