import { Table, type Vector, tableToIPC } from 'apache-arrow';
import { booleanVector, numberVector, textVector } from './arrow-vector';
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
  const sample = column.find((value) => value !== null);
  if (typeof sample === 'number') return numberVector(column as (number | null)[]);
  if (typeof sample === 'boolean') return booleanVector(column as (boolean | null)[]);
  return textVector(column as (string | null)[]);
}

/** Columns as an Arrow IPC stream: text, number or boolean by the first value that is not null. */
export function toIpc(columns: Readonly<Record<string, Column>>): Uint8Array {
  const vectors = Object.entries(columns).map(([name, column]) => [name, toVector(column)] as const);
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}
