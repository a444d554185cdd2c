import type { Column, Dialect, Frame } from './sheet';

/** A column of a file as its body heads it: the field and the header. */
export type Headed<Field extends string> = readonly [field: Field, header: Column<never>['header']];

/** How many files a table comes in. */
export type Split = 'one' | 'year' | 'quarter';

/** How one body exports one table. Texts above and below may hold {zone}, {year}, {quarter} and {day}. */
export interface Habit<Field extends string, Style> {
  readonly zone: string;
  readonly split: Split;
  readonly dialect: Dialect;
  readonly style: Style;
  readonly columns: readonly Headed<Field>[];
  readonly frame?: Frame;
  /** Only the year-end snapshots; absent: every quarter. */
  readonly yearEnds?: boolean;
  /** A subtotal after each committee's rows. */
  readonly subtotals?: boolean;
}

/** Comma-separated Excel export in the Chinese code page. */
export const GBK: Dialect = { encoding: 'gbk', delimiter: ',', eol: '\r\n' };
/** “CSV UTF-8” of Excel. */
export const BOM: Dialect = { encoding: 'utf-8-bom', delimiter: ',', eol: '\r\n' };
/** “Unicode text” of Excel. */
export const UNICODE: Dialect = { encoding: 'utf-16le', delimiter: '\t', eol: '\r\n' };
/** Plain UTF-8. */
export const PLAIN: Dialect = { encoding: 'utf-8', delimiter: ',', eol: '\n' };

/** Fields with the headers most bodies use, in the order given. */
export function headed<Field extends string>(words: Readonly<Record<Field, string>>) {
  return (fields: readonly (Field | Headed<Field>)[]): Headed<Field>[] =>
    fields.map((f) => (typeof f === 'string' ? [f, words[f]] : f));
}
