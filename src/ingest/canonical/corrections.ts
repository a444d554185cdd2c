import type { TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal } from '../../sql';
import { asideOf, keyOf } from './repeats';

/** One cell that a later file gives another value; null is empty. */
export interface CorrectedCell {
  /** What the row is about: a name, else its key. */
  readonly name: string | null;
  /** 1-based record in the later file. */
  readonly row: number;
  /** Canonical column. */
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Rows of a file that an earlier file has under the same key and date with other values. */
export interface Correction {
  readonly table: string;
  /** Id of the earlier file. */
  readonly earlier: number;
  readonly rows: number;
  /** How many cells differ in all, by canonical column. */
  readonly columns: Readonly<Record<string, number>>;
  /** The first {@link LISTED_CELLS} of them. */
  readonly cells: readonly CorrectedCell[];
}

/** How many differing cells are listed; the rest are counted. */
export const LISTED_CELLS = 100;

const NAMES = ['unit_name', 'org_name', 'target_name', 'name', 'zone_name', 'label_zh'];

async function pair(engine: Engine, table: TableSpec, fileId: number): Promise<void> {
  const same = `hash(${keyOf(table).join(', ')}) AS same_key`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE corrected AS
    WITH kept AS (SELECT *, ${same} FROM ${identifier(table.id)}), aside AS (SELECT *, ${same} FROM ${asideOf(table)})
    SELECT kept AS before, aside AS after FROM aside JOIN kept USING (same_key) WHERE aside.file_id = ${fileId} AND kept.file_id < ${fileId}
    UNION ALL
    SELECT aside AS before, kept AS after FROM aside JOIN kept USING (same_key) WHERE kept.file_id = ${fileId} AND aside.file_id < ${fileId}`);
}

function cellsSql(table: TableSpec): string {
  const names = NAMES.filter((id) => table.columns.some((column) => column.id === id)).map(
    (id) => `after.${identifier(id)}`,
  );
  const keys = table.key.map((id) => `CAST(after.${identifier(id)} AS VARCHAR)`);
  return table.columns
    .map(({ id }) => {
      const [before, after] = [`before.${identifier(id)}`, `after.${identifier(id)}`];
      return `SELECT before.file_id AS earlier, after.source_row AS row, coalesce(${[...names, ...keys].join(', ')}) AS name,
        ${literal(id)} AS "column", CAST(${before} AS VARCHAR) AS before, CAST(${after} AS VARCHAR) AS after
        FROM corrected WHERE ${before} IS DISTINCT FROM ${after}`;
    })
    .join(' UNION ALL ');
}

const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** The rows of a file that clash with earlier files, with the cells that differ; one entry for each earlier file. */
export async function correctionsOf(engine: Engine, table: TableSpec, fileId: number): Promise<Correction[]> {
  await pair(engine, table, fileId);
  try {
    const cells = cellsSql(table);
    const totals = await engine.rows(
      'SELECT before.file_id AS earlier, CAST(count(*) AS DOUBLE) AS n FROM corrected GROUP BY ALL ORDER BY earlier',
    );
    const counts = await engine.rows(
      `SELECT earlier, "column", CAST(count(*) AS DOUBLE) AS n FROM (${cells}) c GROUP BY ALL ORDER BY n DESC`,
    );
    const listed = await engine.rows(
      `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY earlier ORDER BY row, "column") AS nth FROM (${cells}) c) ranked
       WHERE nth <= ${LISTED_CELLS} ORDER BY row, "column"`,
    );
    return totals.map(({ earlier, n }) => ({
      table: table.id,
      earlier: Number(earlier),
      rows: Number(n),
      columns: Object.fromEntries(
        counts.filter((row) => row.earlier === earlier).map((row) => [String(row.column), Number(row.n)]),
      ),
      cells: listed
        .filter((row) => row.earlier === earlier)
        .map((row) => ({
          name: textOrNull(row.name),
          row: Number(row.row),
          column: String(row.column),
          before: textOrNull(row.before),
          after: textOrNull(row.after),
        })),
    }));
  } finally {
    await engine.run('DROP TABLE IF EXISTS corrected');
  }
}
