import type { ReadColumn } from './read-cells';
import type { CodedValues, PackedTexts } from './staged';

/** Texts packed one behind the other; a text takes at most three bytes a character. */
function packed(texts: readonly string[]): PackedTexts {
  const encoder = new TextEncoder();
  const offsets = new Int32Array(texts.length + 1);
  const most = texts.reduce((sum, text) => sum + 3 * text.length, 0);
  const bytes = new Uint8Array(most);
  let at = 0;
  texts.forEach((text, nth) => {
    at += encoder.encodeInto(text, bytes.subarray(at)).written;
    offsets[nth + 1] = at;
  });
  return { offsets, bytes: bytes.slice(0, at) };
}

/** Whether nearly every row has a value of its own, so that a list of values would be as long as the rows. */
const isOwn = ({ values, codes }: ReadColumn): boolean => values.length * 2 > codes.length;

/** The rows of a large table as the database takes them in: numbers for the rows, and every value once. */
export function codedValues(records: Int32Array, columns: readonly ReadColumn[]): CodedValues {
  const columnOf: number[] = [];
  const codeOf: number[] = [];
  const listed: string[] = [];
  columns.forEach((column, at) => {
    if (isOwn(column)) return;
    column.values.forEach((value, code) => {
      if (value === '') return;
      columnOf.push(at);
      codeOf.push(code);
      listed.push(value);
    });
  });
  return {
    records,
    columns: columns.map((column) =>
      isOwn(column) ? packed(Array.from(column.codes, (code) => column.values[code] ?? '')) : column.codes,
    ),
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
