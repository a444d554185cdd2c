import { Table, type Vector, tableToIPC } from 'apache-arrow';
import { booleanVector, intVector, numberVector, packedVector, textVector } from './arrow-vector';
import type { Column, Row, Value } from './engine';

function plain(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`cast this column in the query: ${Object.prototype.toString.call(value)}`);
}

/** The rows of an Arrow table as plain objects. Throws TypeError on nested and decimal columns. */
export function toRows(table: Table): Row[] {
  const names = table.schema.fields.map((field) => field.name);
  const vectors = names.map((_, index) => table.getChildAt(index));
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(names.map((name, column) => [name, plain(vectors[column]?.get(row))])),
  );
}

function toVector(column: Column): Vector {
  if (column instanceof Int32Array) return intVector(column);
  if ('bytes' in column) return packedVector(column.offsets, column.bytes);
  const sample = column.find((value) => value !== null);
  if (typeof sample === 'number') return numberVector(column as (number | null)[]);
  if (typeof sample === 'boolean') return booleanVector(column as (boolean | null)[]);
  return textVector(column as (string | null)[]);
}

const lengthOf = (column: Column): number => ('bytes' in column ? column.offsets.length - 1 : column.length);

/** Rows from one to another of a column. */
function part(column: Column, from: number, to: number): Column {
  if (column instanceof Int32Array) return column.subarray(from, to);
  if (!('bytes' in column)) return column.slice(from, to);
  const start = column.offsets[from] ?? 0;
  const offsets = column.offsets.slice(from, to + 1).map((offset) => offset - start);
  return { offsets, bytes: column.bytes.subarray(start, column.offsets[to]) };
}

/** Rows that are laid out in one go, so that the page is never kept from drawing for long. */
const MOST_ROWS = 100_000;

/** Columns as Arrow IPC streams, the first rows first: text, number or boolean by the first value that is not null. */
export function* toIpc(columns: Readonly<Record<string, Column>>): Generator<Uint8Array> {
  const named = Object.entries(columns);
  const rows = Math.max(0, ...named.map(([, column]) => lengthOf(column)));
  const whole = named.every(([, column]) => column instanceof Int32Array || 'bytes' in column) ? MOST_ROWS : rows;
  for (let from = 0; from === 0 || from < rows; from += whole) {
    const vectors = named.map(([name, column]) => [name, toVector(part(column, from, from + whole))] as const);
    yield tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
  }
}
