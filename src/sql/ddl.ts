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

/** CREATE TABLE for a canonical table: its columns in order, then {@link PROVENANCE}. */
export function createTable(spec: TableSpec): string {
  const columns = spec.columns.map((column) => `${identifier(column.id)} ${sqlType(column)}`);
  const provenance = PROVENANCE.map((column) => `${column} INTEGER`);
  return `CREATE OR REPLACE TABLE ${identifier(spec.id)} (${[...columns, ...provenance].join(', ')})`;
}
