import { METRICS, columnsRead, placed, tableById } from '../model';
import type { Engine } from '../engine';
import { identifier, literal } from '../sql';
import type { UnstatedColumn } from './cube';

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

/** What the loaded lists do not state that figures rest on, by column, with their zones and files. */
export async function unstatedColumns(engine: Engine): Promise<UnstatedColumn[]> {
  const found: UnstatedColumn[] = [];
  const used = columnsInUse();
  const told =
    await engine.rows(`SELECT table_id, column_id, taken, string_agg(DISTINCT CAST(file_id AS VARCHAR), ',') AS files,
    string_agg(DISTINCT source, chr(31) ORDER BY source) AS sources
    FROM unstated GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
  for (const row of told) {
    const [table, column] = [String(row.table_id), String(row.column_id)];
    const hasZones = tableById(table)?.columns.some(({ id }) => id === 'zone_id') === true && table !== 'zone';
    if (!hasZones || used.get(table)?.has(column) !== true) continue;
    const files = String(row.files).split(',').map(Number);
    const zones = await engine.rows(`SELECT DISTINCT t.zone FROM ${placed(identifier(table))} t
      WHERE t.file_id IN (${files.map((file) => literal(file)).join(', ')}) AND t.${identifier(column)} IS ${
        row.taken === null ? 'NULL' : 'NOT NULL'
      } ORDER BY 1`);
    if (zones.length === 0) continue;
    found.push({
      table,
      column,
      taken: row.taken === null ? null : String(row.taken),
      zones: zones.map(({ zone }) => String(zone)),
      sources: String(row.sources).split('\u001f'),
    });
  }
  const due = await engine.rows(DUE_IN);
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
