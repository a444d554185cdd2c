import {
  type Fraction,
  UNKNOWN,
  bareChangeText,
  changeOf,
  countText,
  percentText,
  scoreText,
  signedPoints,
} from '../domain';
import { type Field, csvFile } from './csv';

/** A number and the words it is shown with, where they depend on the figures beside it: a change. A workbook holds the number. */
export interface Told {
  readonly value: number;
  readonly text: string;
}

/** A value of a data table; null is unknown and written as an empty cell. */
export type CellValue = string | number | Told | null;

/**
 * How a column of a data table is written. `text` is text whatever it looks like: codes keep all their digits. `value` is what each
 * value is: a number, a day, or text.
 */
export type ColumnKind = 'text' | 'value' | 'count' | 'rate' | 'points' | 'score';

/** A column of a data table. */
export interface TableColumn {
  readonly label: string;
  readonly kind: ColumnKind;
  /** Long text may wrap. */
  readonly wrap?: boolean;
}

/** Figures as a table: what stands under a chart and what a file holds. Rates are 0…1, points are percentage points. */
export interface TableData {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The change between two groups as a cell: shown so that it agrees with the rates beside it, exact in a workbook. */
export function changeCell(now: Fraction | null, before: Fraction | null): CellValue {
  const value = changeOf(now, before);
  const text = bareChangeText(now, before);
  return value === null || text === null ? null : { value, text };
}

/** A value as people read it, on the page and in files. */
export function cellText(value: CellValue, kind: ColumnKind): string {
  if (value === null) return UNKNOWN;
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return value.text;
  switch (kind) {
    case 'rate':
      return percentText(value);
    case 'score':
      return scoreText(value);
    case 'points':
      return signedPoints(value);
    case 'count':
      return countText(value);
    default:
      return String(value);
  }
}

/** A number without binary dust: 28 for 28.000000000000004. */
export const dusted = (value: number): number => Number(value.toPrecision(12));

/** A value as a field: rates and points as they are read (77.2%, -1.5), for their x/n stands beside them; other numbers as they are. */
function field(value: CellValue, kind: ColumnKind): Field {
  if (value === null || typeof value === 'string') return value;
  if (kind === 'rate') return cellText(value, kind);
  if (kind === 'points') return Number(cellText(value, kind).replace('−', '-').replaceAll(',', ''));
  return dusted(typeof value === 'object' ? value.value : value);
}

/** A table as a CSV file. */
export const tableCsv = ({ columns, rows }: TableData): string =>
  csvFile([
    columns.map(({ label }) => label),
    ...rows.map((row) => row.map((value, at) => field(value, columns[at]?.kind ?? 'text'))),
  ]);
