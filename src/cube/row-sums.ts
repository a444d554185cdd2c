import { Sha256, groupedBy } from '../domain';
import type { Engine, Row } from '../engine';
import { placed } from '../model';
import { identifier } from '../sql';
import { PLAN_INPUTS, zonesInSql } from './inputs';

/** Columns that say where a row came from; the number of a file is another one each time files are read. */
const FROM_FILE = 'file_id';

const texts = (row: Row, columns: readonly string[]): string =>
  JSON.stringify(columns.map((name) => (row[name] == null ? null : String(row[name]))));

/**
 * A sum of all rows that decide the cells of each zone, by the zone: its rows in every table in the order of their files, what their lists do
 * not state, and how the zone is named and registered. Zones with the same sum have the same cells, under the same rules and as of the same day.
 */
export async function rowSums(engine: Engine): Promise<Record<string, string>> {
  const sums = new Map<string, Sha256>();
  const encoder = new TextEncoder();
  const add = (zone: string, line: string): void => {
    const sum = sums.get(zone) ?? new Sha256();
    sums.set(zone, sum);
    sum.add(encoder.encode(`${line}\n`));
  };
  const unstated = groupedBy(
    await engine.rows('SELECT table_id, column_id, taken, file_id FROM unstated ORDER BY ALL'),
    ({ table_id: table, file_id: file }) => `${String(table)} ${String(file)}`,
  );
  for (const input of PLAN_INPUTS) {
    if (zonesInSql(input) === null) continue;
    const columns = input.columns.filter((name) => name !== FROM_FILE);
    const casts = columns.map((name) => `CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`);
    const rows = await engine.rows(`SELECT zone, file_id, ${casts.join(', ')}
      FROM ${placed(identifier(input.table))} row_of ORDER BY zone, row_of.file_id, source_row`);
    let at = '';
    for (const row of rows) {
      const zone = String(row.zone);
      const file = `${zone}\n${String(row.file_id)}`;
      // A file begins: which files there are is told by where they begin, not by their numbers.
      if (file !== at) add(zone, JSON.stringify([input.table, ...fileSays(unstated, input.table, row.file_id)]));
      at = file;
      add(zone, texts(row, columns));
    }
  }
  for (const row of await engine.rows(
    'SELECT coalesce(zone_id, zone_name) AS zone, * EXCLUDE (file_id, source_row) FROM zone ORDER BY ALL',
  ))
    add(String(row.zone), texts(row, Object.keys(row)));
  for (const row of await engine.rows('SELECT zone_id AS zone, alias FROM zone_alias ORDER BY ALL'))
    add(String(row.zone), texts(row, ['alias']));
  return Object.fromEntries(
    [...sums].map(([zone, sum]) => [zone, sum.hex()] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What is taken for what the lists of a file do not state. */
const fileSays = (
  unstated: ReadonlyMap<string, readonly Row[]>,
  table: string,
  file: Row[string] | undefined,
): string[] => (unstated.get(`${table} ${String(file)}`) ?? []).map((row) => texts(row, ['column_id', 'taken']));
