import { type Engine, isEmpty, tablesThere } from '../engine';
import type { FileReport } from '../ingest';
import { TABLES } from '../model';
import { identifier, literal } from '../sql';

/** Rows of one table of a file that state no zone: they count for none. */
export interface Unplaced {
  readonly path: string;
  /** Canonical table. */
  readonly table: string;
  readonly rows: number;
}

/** Tables whose rows belong to a zone, and are not the register of zones itself. */
const PLACED = TABLES.filter(
  ({ id, columns }) => id !== 'zone' && columns.some((column) => column.id === 'zone_id' && column.required === true),
);

/** The rows of the loaded files that state no zone, by file and table. */
export async function rowsInNoZone(engine: Engine, files: readonly FileReport[]): Promise<Unplaced[]> {
  const there = await tablesThere(engine);
  const counts = PLACED.filter(({ id }) => !isEmpty(there, id)).map(
    ({ id }) => `SELECT ${literal(id)} AS "table", file_id, CAST(count(*) AS DOUBLE) AS n FROM ${identifier(id)}
      WHERE zone_id IS NULL GROUP BY file_id`,
  );
  const rows = counts.length === 0 ? [] : await engine.rows(counts.join(' UNION ALL '));
  return files.flatMap(({ id, path }) =>
    rows
      .filter((row) => Number(row.file_id) === id)
      .map((row) => ({ path, table: String(row.table), rows: Number(row.n) })),
  );
}
