import type { TableSpec } from '../../domain';
import { numbersOf } from './numbered';
import type { ReadColumn } from './read-cells';
import type { CodedValues } from './staged';
import { packed } from './utf8';

/** Whether nearly every row has a value of its own, so that a list of values would be as long as the rows. */
const isOwn = ({ values, codes }: ReadColumn): boolean => values.length * 2 > codes.length;

/** The rows of a large table as the database takes them in: numbers for the rows, and every value once. */
export function codedValues(table: TableSpec, records: Int32Array, columns: readonly ReadColumn[]): CodedValues {
  const numbers = columns.map(({ id, values }) =>
    numbersOf(
      table.columns.find((spec) => spec.id === id),
      values,
    ),
  );
  const columnOf: number[] = [];
  const codeOf: number[] = [];
  const listed: string[] = [];
  columns.forEach((column, at) => {
    if (numbers[at] || isOwn(column)) return;
    column.values.forEach((value, code) => {
      if (value === '') return;
      columnOf.push(at);
      codeOf.push(code);
      listed.push(value);
    });
  });
  return {
    records,
    columns: columns.map((column, at) => {
      const own = numbers[at];
      if (own) return column.codes.map((code) => own[code] ?? 0);
      return isOwn(column) ? packed(Array.from(column.codes, (code) => column.values[code] ?? '')) : column.codes;
    }),
    areNumbers: numbers.map((own) => own !== null),
    columnOf: Int32Array.from(columnOf),
    codeOf: Int32Array.from(codeOf),
    values: packed(listed),
  };
}

/** What may be handed to another thread instead of being copied. */
export function buffersOf({ records, columns, columnOf, codeOf, values }: CodedValues): ArrayBuffer[] {
  const all = [records, ...columns, columnOf, codeOf, values].flatMap((column) =>
    column instanceof Int32Array ? [column] : [column.offsets, column.bytes],
  );
  return all.map(({ buffer }) => buffer as ArrayBuffer);
}
