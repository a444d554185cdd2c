import { identifier, literal } from '../sql';
import type { Engine } from './engine';

/** The tables that are there, each with whether rows were ever put into it as it stands: without, it is empty; with, it may be by now. */
export type Tables = ReadonlyMap<string, boolean>;

/** The tables that are there. */
export async function tablesThere(engine: Engine): Promise<Map<string, boolean>> {
  const rows = await engine.rows('SELECT table_name AS name, estimated_size > 0 AS filled FROM duckdb_tables()');
  return new Map(rows.map(({ name, filled }) => [String(name), filled === true]));
}

/** Whether a table is there and certainly empty: most are, and need not be asked. */
export const isEmpty = (there: Tables, table: string): boolean => there.get(table) === false;

/** Those of some tables that hold no row, in one statement. */
export async function emptyAmong(engine: Engine, tables: readonly string[], known?: Tables): Promise<Set<string>> {
  const there = known ?? (await tablesThere(engine));
  const asked = tables.filter((table) => !isEmpty(there, table));
  const first = (table: string): string => `(SELECT ${literal(table)} AS name FROM ${identifier(table)} LIMIT 1)`;
  const found = asked.length === 0 ? [] : await engine.rows(asked.map(first).join(' UNION ALL '));
  const filled = new Set(found.map(({ name }) => String(name)));
  return new Set(tables.filter((table) => !filled.has(table)));
}
