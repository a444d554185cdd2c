import { type Engine, isEmpty, tablesThere } from '../../engine';
import { literals } from '../../sql';
import { ZONE_OF_ALIAS } from './zone-alias';

/** A list of units none of which has an organisation, beside counts of the same zone and month that speak of some. */
export interface UnbuiltBeside {
  readonly zone: string;
  readonly month: string;
  readonly rows: number;
}

const ASIDE = 'unbuilt_unit_coverage';

const monthOf = (row: string): string => `substr(CAST(${row}.snapshot_date AS VARCHAR), 1, 7)`;
const placedIn = (table: string): string => `(SELECT t.*, t.rowid AS place, coalesce(a.zone, t.zone_id) AS zone
  FROM ${table} t LEFT JOIN ${ZONE_OF_ALIAS} a ON a.alias = t.zone_id)`;

/** Forgets what was set aside; for tables that start empty. */
export const forgetUnbuilt = (engine: Engine): Promise<void> => engine.run(`DROP TABLE IF EXISTS ${ASIDE}`);

/** Puts the rows back that were set aside. */
export async function restoreUnbuilt(engine: Engine): Promise<void> {
  if (!(await tablesThere(engine)).has(ASIDE)) return;
  await engine.run(`INSERT INTO unit_coverage SELECT * FROM ${ASIDE}; DROP TABLE ${ASIDE}`);
}

/**
 * Sets lists aside that have only units without an organisation, where the same zone reports in counts of the same month that there are
 * some: no share of all can be told from them. Not names alone, which count for nothing, nor those of files that are said to list all units.
 * Resolves to them by file.
 */
export async function settleUnbuilt(
  engine: Engine,
  whole: readonly number[],
): Promise<ReadonlyMap<number, readonly UnbuiltBeside[]>> {
  const there = await tablesThere(engine);
  if (isEmpty(there, 'unit_coverage') || isEmpty(there, 'coverage_count')) return new Map();
  const found = `SELECT u.zone, ${monthOf('u')} AS month FROM ${placedIn('unit_coverage')} u
    JOIN (SELECT DISTINCT zone, ${monthOf('c')} AS month FROM ${placedIn('coverage_count')} c
      WHERE coalesce(c.built, 0) > 0 OR coalesce(c.due_built, 0) > 0) counted ON counted.zone = u.zone AND counted.month = ${monthOf('u')}
    GROUP BY 1, 2
    HAVING bool_and(CAST(u.coverage_mode AS VARCHAR) LIKE '未建%' AND u.coverage_mode IS NOT NULL)
      AND (count(u.unit_kind) > 0 OR count(u.members) > 0) AND NOT coalesce(bool_or(u.file_id IN ${literals(whole)}), FALSE)`;
  const rows = `SELECT u.place, u.file_id, u.zone, ${monthOf('u')} AS month FROM ${placedIn('unit_coverage')} u
    JOIN (${found}) f ON f.zone = u.zone AND f.month = ${monthOf('u')}`;
  const listed = await engine.rows(
    `SELECT file_id, zone, month, CAST(count(*) AS DOUBLE) AS n FROM (${rows}) found GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  if (listed.length === 0) return new Map();
  await engine.run(`CREATE TABLE ${ASIDE} AS SELECT t.* FROM unit_coverage t WHERE t.rowid IN (SELECT place FROM (${rows}) found);
    DELETE FROM unit_coverage WHERE rowid IN (SELECT place FROM (${rows}) found)`);
  const byFile = new Map<number, UnbuiltBeside[]>();
  for (const { file_id, zone, month, n } of listed) {
    const own = byFile.get(Number(file_id)) ?? [];
    byFile.set(Number(file_id), [...own, { zone: String(zone), month: String(month), rows: Number(n) }]);
  }
  return byFile;
}
