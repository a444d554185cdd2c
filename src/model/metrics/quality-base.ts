import type { Base, ColumnSpec, TableSpec } from '../../domain';
import { TABLES } from '../tables';
import { placed } from './fragments';

/*
 * Completeness of what was loaded, written from the model's own tables: a column that every row needs is one
 * required cell; of columns that stand in for one another (a code or a name) at least one must be filled.
 */

/** Registers and rules of the product itself: nobody reports them for a zone. */
const CONFIGURATION = ['zone', 'metric_target', 'rule_version', 'reported_fact', 'zone_place'];
/** What a row is about, best first, where its table has it. */
const SUBJECTS = ['org_name', 'unit_name', 'target_name', 'name', 'org_id', 'target_org_id', 'item_id', 'record_id'];

const REPORTED: readonly TableSpec[] = TABLES.filter(
  ({ id, columns }) => !CONFIGURATION.includes(id) && columns.some((column) => column.id === 'zone_id'),
);

/** The required cells of a row: columns of which one must be filled. */
function requirementsOf({ columns }: TableSpec): ColumnSpec[][] {
  const groups = new Map<string, ColumnSpec[]>();
  for (const column of columns) {
    if (column.required === undefined) continue;
    const group = column.required === true ? `: ${column.id}` : column.required;
    groups.set(group, [...(groups.get(group) ?? []), column]);
  }
  return [...groups.values()];
}

const isEmpty = (columns: readonly ColumnSpec[]): string => columns.map(({ id }) => `t.${id} IS NULL`).join(' AND ');
const named = (columns: readonly ColumnSpec[]): string => columns.map(({ label }) => label.zh).join('或');

function rowsOf(table: TableSpec): string {
  const requirements = requirementsOf(table);
  const filled = requirements.map((columns) => `CASE WHEN ${isEmpty(columns)} THEN 0 ELSE 1 END`);
  const missing = requirements.map((columns) => `CASE WHEN ${isEmpty(columns)} THEN '、${named(columns)}' ELSE '' END`);
  const subjects = SUBJECTS.filter((id) => table.columns.some((column) => column.id === id));
  // Trino wants two things to choose among.
  const subject =
    subjects.length === 0 ? `''` : `coalesce(${subjects.map((id) => `CAST(t.${id} AS VARCHAR), `).join('')}'')`;
  return `SELECT t.zone, '' AS committee, '' AS domain, CAST(d.day AS VARCHAR) AS period,
      '${table.id}' AS table_id, ${subject} AS subject,
      ${filled.join(' + ')} AS filled, ${requirements.length} AS required_cells,
      substr(${missing.join(' || ')}, 2) AS missing, t.file_id, t.source_row
    FROM ${placed(table.id)} t CROSS JOIN as_of d
    WHERE d.day IS NOT NULL`;
}

/** Every row of every reported table with its required cells, as of the day the data reach. */
const REQUIRED_CELLS: Base = {
  id: 'required-cells',
  needs: [],
  uses: ['zone', ...REPORTED.map(({ id }) => id)],
  keys: ['subject', 'table_id', 'missing'],
  sql: REPORTED.map(rowsOf).join('\n  UNION ALL '),
};

/** Base queries over required cells. */
export const QUALITY_BASES: readonly Base[] = [REQUIRED_CELLS];
