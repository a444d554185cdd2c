import type { ColumnSpec, TableSpec } from '../../domain';
import type { CellResult } from '../cells';

/** A text the cheap cast refused, read by the careful reader. */
export interface Reading {
  readonly text: string;
  readonly spec: ColumnSpec;
  readonly result: CellResult;
  /** The value of another column that stands in the place of this one. */
  readonly aside?: string;
}

/** The column in which a table says that a number beside it is a bound (70余) and no exact number. */
export const boundOf = (table: TableSpec): ColumnSpec | undefined => table.columns.find(({ id }) => id === 'bound');

/** The column in which a table says how exactly its due day was written (月底前, 上旬). */
export const precisionOf = (table: TableSpec): ColumnSpec | undefined =>
  table.columns.find(({ id }) => id === 'due_precision');

/** What a table can say about the numbers of a column: eq is not said, le has no word in any table. */
function saysBound(table: TableSpec, { id }: ColumnSpec, bound: string | undefined): boolean {
  const spec = boundOf(table);
  return (spec?.bounds ?? id) === id && spec?.values?.some((value) => value.id === bound) === true;
}

/** What is stored of a reading, as text; null where nothing is. A bound such as 70余 is no exact number: it is kept only where the table says beside it that it is one. */
export function asText(table: TableSpec, { spec, result }: Pick<Reading, 'spec' | 'result'>): string | null {
  const exact = result.bound === undefined || result.bound === 'eq' || saysBound(table, spec, result.bound);
  return result.state === 'value' && result.value !== null && exact ? String(result.value) : null;
}

/** The word for the bound a reading is, where the table has one for it; null for an exact number. */
export const boundText = (table: TableSpec, { spec, result: { bound } }: Reading): string | null =>
  bound !== 'eq' && saysBound(table, spec, bound) ? (bound ?? null) : null;

/** How exactly a day was written; null for a day and for what is none. */
export const precisionText = ({ precision }: CellResult): string | null =>
  precision === undefined || precision === 'day' ? null : precision === 'month' ? 'month' : 'fuzzy';

/** The ledger code of a reading: why it was doubted or refused; null when it was neither. */
export const codeOf = ({ state, reason }: CellResult): string | null => (state === 'blank' ? null : reason);

/** Whether bounds are read from a column. */
export const isMeasured = ({ type }: ColumnSpec): boolean => type === 'integer' || type === 'number';

/** A stray identity number is told, never shown. */
export const shownValue = (code: string, text: string): string => (code === 'identity-number' ? '******' : text);
