import type { TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal } from '../../sql';
import type { Preference, Why } from './standing';

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

/** Rows of a file that an earlier file has about the same things and days with other values. */
export interface Correction {
  readonly table: string;
  /** Id of the earlier file. */
  readonly earlier: number;
  /** Whose values count, and why. */
  readonly kept: Preference;
  readonly why: Why;
  readonly rows: number;
  /** How many cells differ in all, by canonical column. */
  readonly columns: Readonly<Record<string, number>>;
  /** The first {@link LISTED_CELLS} of them. */
  readonly cells: readonly CorrectedCell[];
}

/** How many differing cells are listed; the rest are counted. */
export const LISTED_CELLS = 100;

const NAMES = ['unit_name', 'org_name', 'target_name', 'name', 'zone_name', 'label_zh'];

/** The statement that writes the rows of the file and of earlier ones that differ, in pairs; `repeated` says which they are. */
function pairsSql(table: TableSpec, fileId: number): string {
  const target = identifier(table.id);
  return `CREATE OR REPLACE TEMP TABLE corrected AS
    SELECT CASE WHEN r.file_id = ${fileId} THEN w ELSE l END AS before, CASE WHEN r.file_id = ${fileId} THEN l ELSE w END AS after
    FROM repeated r JOIN ${target} w ON w.rowid = r.first_place JOIN ${target} l ON l.rowid = r.place
    WHERE NOT r.alike AND r.file_id <> r.first_file_id AND ${fileId} IN (r.file_id, r.first_file_id)`;
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

/** The rows of a file that differ from those of earlier files about the same things, cell by cell; one entry for each earlier file. */
export async function correctionsIn(
  engine: Engine,
  table: TableSpec,
  fileId: number,
  verdicts: ReadonlyMap<number, { readonly kept: Preference; readonly why: Why }>,
): Promise<Correction[]> {
  try {
    // A statement a column: worked out once.
    const totals = await engine.rows(`${pairsSql(table, fileId)};
      CREATE OR REPLACE TEMP TABLE corrected_cells AS ${cellsSql(table)};
      SELECT before.file_id AS earlier, CAST(count(*) AS DOUBLE) AS n FROM corrected GROUP BY ALL ORDER BY earlier`);
    const counts = await engine.rows(
      `SELECT earlier, "column", CAST(count(*) AS DOUBLE) AS n FROM corrected_cells GROUP BY ALL ORDER BY n DESC, "column"`,
    );
    const listed = await engine.rows(
      `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY earlier ORDER BY row, "column") AS nth FROM corrected_cells) ranked
       WHERE nth <= ${LISTED_CELLS} ORDER BY row, "column"`,
    );
    return totals.map(({ earlier, n }) => ({
      table: table.id,
      earlier: Number(earlier),
      ...(verdicts.get(Number(earlier)) ?? { kept: 'later', why: 'loaded' }),
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
    await engine.run('DROP TABLE IF EXISTS corrected_cells; DROP TABLE IF EXISTS corrected');
  }
}

/** The corrections of several sheets of one file, one entry for each table and earlier file. */
export function together(all: readonly Correction[]): Correction[] {
  const joined = new Map<string, Correction>();
  for (const one of all) {
    const key = `${one.table} ${one.earlier}`;
    const known = joined.get(key);
    joined.set(key, known ? added(known, one) : one);
  }
  return [...joined.values()];
}

function added(a: Correction, b: Correction): Correction {
  const columns: Record<string, number> = { ...a.columns };
  for (const [id, count] of Object.entries(b.columns)) columns[id] = (columns[id] ?? 0) + count;
  return { ...a, rows: a.rows + b.rows, columns, cells: [...a.cells, ...b.cells].slice(0, LISTED_CELLS) };
}
