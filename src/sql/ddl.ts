import type { ColumnSpec, ColumnType, TableSpec } from '../domain';
import { identifier, literal } from './text';

const TYPES: Readonly<Record<Exclude<ColumnType, 'enum'>, string>> = {
  text: 'VARCHAR',
  code: 'VARCHAR',
  period: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  date: 'DATE',
  boolean: 'BOOLEAN',
};

/** The SQL type a column of a canonical table is stored as. Periods are text (`2018Q4`), closed vocabularies ENUM. */
export function sqlType(column: ColumnSpec): string {
  if (column.type !== 'enum') return TYPES[column.type];
  return `ENUM (${(column.values ?? []).map((value) => literal(value.id)).join(', ')})`;
}

/** Where a canonical row came from: the file's number in the session and the 1-based record in it. */
export const PROVENANCE = ['file_id', 'source_row'] as const;

function tableOf(spec: TableSpec, typed: (column: ColumnSpec) => string): string {
  const columns = spec.columns.map((column) => `${identifier(column.id)} ${typed(column)}`);
  const provenance = PROVENANCE.map((column) => `${column} INTEGER`);
  return `${identifier(spec.id)} (${[...columns, ...provenance].join(', ')})`;
}

/** CREATE TABLE for a canonical table: its columns in order, then {@link PROVENANCE}. */
export const createTable = (spec: TableSpec): string => `CREATE OR REPLACE TABLE ${tableOf(spec, sqlType)}`;

/** A canonical table as databases without closed vocabularies declare it: what is of one is text. */
export const plainTable = (spec: TableSpec): string =>
  tableOf(spec, (column) => (column.type === 'enum' ? TYPES.text : TYPES[column.type]));
