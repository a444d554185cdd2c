import type { ColumnType, TableSpec } from '../domain';
import { identifier } from './text';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  code: 'VARCHAR',
  enum: 'VARCHAR',
  period: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  date: 'DATE',
  boolean: 'BOOLEAN',
};

/** The SQL type a column of a canonical table is stored as. Periods are text (`2018Q4`), dates are DATE. */
export function sqlType(type: ColumnType): string {
  return TYPES[type];
}

/** Where a canonical row came from: the file's number in the session and the 1-based record in it. */
export const PROVENANCE = ['file_id', 'source_row'] as const;

/** CREATE TABLE for a canonical table: its columns in order, then {@link PROVENANCE}. */
export function createTable(spec: TableSpec): string {
  const columns = spec.columns.map((column) => `${identifier(column.id)} ${sqlType(column.type)}`);
  const provenance = PROVENANCE.map((column) => `${column} INTEGER`);
  return `CREATE OR REPLACE TABLE ${identifier(spec.id)} (${[...columns, ...provenance].join(', ')})`;
}
