import { groupedBy } from '../domain';
import { METRICS, columnsRead, placed, tableById } from '../model';
import { type Engine, type Tables, isEmpty } from '../engine';
import { identifier, literal } from '../sql';
import type { UnstatedColumn } from './cube';
import type { Kept } from './kept';

/** What stands for the column that no list has: which units are due, where that is told by their members. */
export const DUE_BY_MEMBERS = 'due';

/** The columns that figures rest on, by table. */
function columnsInUse(): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const metric of METRICS)
    for (const { table, column } of columnsRead(metric)) used.set(table, (used.get(table) ?? new Set()).add(column));
  return used;
}

const DUE_IN = `SELECT DISTINCT told.zone FROM ${placed(`(
    SELECT zone_id FROM unit_coverage WHERE snapshot_date IS NOT NULL GROUP BY zone_id, snapshot_date
    HAVING max(CASE WHEN coverage_mode IN ('未建-应建', '未建-个别党员', '未建-无党员') THEN 1 ELSE 0 END) = 0
      AND max(CASE WHEN coverage_mode = '未建-未注明' THEN 1 ELSE 0 END) = 1 AND count(members) > 0 AND count(due) = 0
  )`)} told ORDER BY 1`;

/** A column some lists do not state, with the numbers of their files. */
interface Told extends Omit<UnstatedColumn, 'zones'> {
  readonly files: readonly number[];
}

/** The columns that some lists do not state and figures rest on. */
async function toldColumns(engine: Engine): Promise<Told[]> {
  const used = columnsInUse();
  const told =
    await engine.rows(`SELECT table_id, column_id, taken, string_agg(DISTINCT CAST(file_id AS VARCHAR), ',') AS files,
    string_agg(DISTINCT source, chr(31) ORDER BY source) AS sources
    FROM unstated GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
  return told.flatMap((row): Told[] => {
    const [table, column] = [String(row.table_id), String(row.column_id)];
    const hasZones = tableById(table)?.columns.some(({ id }) => id === 'zone_id') === true && table !== 'zone';
    if (!hasZones || used.get(table)?.has(column) !== true) return [];
    const taken = row.taken === null ? null : String(row.taken);
    const files = String(row.files).split(',').map(Number);
    return [{ table, column, taken, files, sources: String(row.sources).split('\u001f') }];
  });
}

/** The zones whose rows in some files do not state columns of a table: one look at the table for all of its columns. */
async function zonesLacking(engine: Engine, table: string, told: readonly Told[], kept: Kept): Promise<string[][]> {
  const lacks = told.map(
    ({ column, taken, files }, at) =>
      `bool_or(t.file_id IN (${files.map((file) => literal(file)).join(', ')}) AND t.${identifier(column)} IS ${taken === null ? 'NULL' : 'NOT NULL'}) AS c${at}`,
  );
  const asked = `SELECT t.zone, ${lacks.join(', ')} FROM ${placed(identifier(table))} t GROUP BY t.zone ORDER BY t.zone`;
  const rows = await kept.of(`lacking ${table}`, [asked], () => engine.rows(asked));
  return told.map((_, at) => rows.filter((row) => row[`c${at}`] === true).map(({ zone }) => String(zone)));
}

/** What the loaded lists do not state that figures rest on, by column, with their zones and files. */
export async function unstatedColumns(engine: Engine, there: Tables, kept: Kept): Promise<UnstatedColumn[]> {
  const told = isEmpty(there, 'unstated') ? [] : await toldColumns(engine);
  const found: UnstatedColumn[] = [];
  for (const [name, own] of groupedBy(told, ({ table }) => table)) {
    const zones = await zonesLacking(engine, name, own, kept);
    own.forEach(({ table, column, taken, sources }, at) => {
      const lacking = zones[at] ?? [];
      if (lacking.length > 0) found.push({ table, column, taken, zones: lacking, sources });
    });
  }
  const due = isEmpty(there, 'unit_coverage') ? [] : await kept.of('due', [DUE_IN], () => engine.rows(DUE_IN));
  if (due.length > 0)
    found.push({
      table: 'unit_coverage',
      column: DUE_BY_MEMBERS,
      taken: null,
      zones: due.map(({ zone }) => String(zone)),
      sources: [],
    });
  return found;
}
