import type { ColumnSpec, Issue, TableSpec } from '../../domain';
import type { Engine, Row } from '../../engine';
import { identifier, literal, literals } from '../../sql';
import { LISTED } from './staged';
import type { Found } from '../findings';
import type { WrittenZone } from '../report';

interface Check {
  readonly code: string;
  readonly column: string;
  /** The columns it speaks of: a file that lacks one is not checked. */
  readonly needs: readonly string[];
  readonly broken: string;
  readonly severity: Issue['severity'];
}

/** The checks of the columns a file has: a column it lacks altogether is one issue of the file, not one of every row. */
function checksOf(table: TableSpec, present: ReadonlySet<string>): Check[] {
  const required = table.columns
    .filter((column) => column.required === true && present.has(column.id))
    .map((column): Check => ({
      code: 'missing-required',
      column: column.id,
      needs: [column.id],
      broken: `${identifier(column.id)} IS NULL`,
      severity: 'error',
    }));
  // A row that says no day and no period is of none: it is in no figure.
  const isTime = ({ type }: ColumnSpec): boolean => type === 'date' || type === 'period';
  const days = table.columns.filter((column) => isTime(column) && present.has(column.id));
  const when = days.find(
    ({ required: group }) =>
      typeof group === 'string' && table.columns.every((column) => column.required !== group || isTime(column)),
  );
  if (when)
    required.push({
      code: 'missing-required',
      column: when.id,
      needs: days.map(({ id }) => id),
      broken: days.map(({ id }) => `${identifier(id)} IS NULL`).join(' AND '),
      severity: 'error',
    });
  const checkable = table.constraints.filter((constraint) => constraint.columns.every((id) => present.has(id)));
  const constraints = checkable.map((constraint): Check => ({
    code: constraint.code,
    column: constraint.columns[0] ?? '',
    needs: constraint.columns,
    broken: `NOT (${constraint.holds})`,
    severity: 'warning',
  }));
  return [...required, ...constraints];
}

/** What the rows of a file are found to be. */
export interface Checked extends Found {
  /** The names of zones they write; none in the register of zones. */
  readonly zones: readonly WrittenZone[];
}

export const NOTHING_FOUND: Checked = { issues: [], issueCounts: {}, zones: [] };

/** A column of zones as rows of a table write them, in SQL. */
const zoneOf = ({ id, columns }: TableSpec): string =>
  id !== 'zone' && columns.some((column) => column.id === 'zone_id') ? identifier('zone_id') : 'NULL';

/** A file whose rows are checked: its number, its name, and the header text each of its columns came from. */
export interface Asked {
  readonly file: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The rows that break some checks: of each file and check the first that are listed. */
async function brokenRows(
  engine: Engine,
  table: TableSpec,
  where: string,
  broken: ReadonlyMap<Check, readonly number[]>,
): Promise<ReadonlyMap<Check, readonly Row[]>> {
  if (broken.size === 0) return new Map();
  const parts = [...broken].map(
    ([check, files], at) => `SELECT ${at} AS nth, * FROM (
      SELECT DISTINCT file_id, source_row, CAST(${identifier(check.column)} AS VARCHAR) AS value
      FROM ${identifier(table.id)} WHERE file_id IN ${literals(files)}${where} AND ${check.broken}) found
      QUALIFY row_number() OVER (PARTITION BY file_id ORDER BY source_row) <= ${LISTED}`,
  );
  const rows = await engine.rows(
    `SELECT * FROM (${parts.join(' UNION ALL ')}) broken ORDER BY nth, file_id, source_row`,
  );
  return new Map([...broken.keys()].map((check, at) => [check, rows.filter(({ nth }) => nth === at)]));
}

/**
 * Checks the rows of some files, of those behind `since` only: required columns that are empty, constraints that do not
 * hold, and whose they are. One scan counts them all. A record that became several rows is one record.
 */
export async function checkRows(
  engine: Engine,
  table: TableSpec,
  asked: readonly Asked[],
  since = -1,
): Promise<Checked[]> {
  const checks = checksOf(table, new Set(asked.flatMap(({ headers }) => Object.keys(headers))));
  const counts = checks.map((check, at) => `, CAST(count(CASE WHEN ${check.broken} THEN 1 END) AS DOUBLE) AS n${at}`);
  const behind = since < 0 ? '' : ` AND rowid > ${literal(since)}`;
  const counted =
    await engine.rows(`SELECT file_id, ${zoneOf(table)} AS name, CAST(count(*) AS DOUBLE) AS n${counts.join('')}
    FROM ${identifier(table.id)} WHERE file_id IN ${literals(asked.map(({ file }) => file))}${behind} GROUP BY 1, 2 ORDER BY 1, 2`);
  const own = new Map(asked.map(({ file }) => [file, counted.filter(({ file_id }) => file_id === file)] as const));
  const foundIn = (file: number, check: Check): number =>
    (own.get(file) ?? []).reduce((sum, row) => sum + Number(row[`n${checks.indexOf(check)}`]), 0);
  const has = ({ headers }: Asked, { needs }: Check): boolean => needs.every((id) => id in headers);
  const broken = new Map<Check, number[]>();
  for (const check of checks) {
    const files = asked.filter((one) => has(one, check) && foundIn(one.file, check) > 0).map(({ file }) => file);
    if (files.length > 0) broken.set(check, files);
  }
  const listed = await brokenRows(engine, table, behind, broken);
  const results: Checked[] = [];
  for (const { file, path, headers } of asked) {
    const zones = (own.get(file) ?? []).flatMap(({ name, n }) =>
      name === null ? [] : [{ name: String(name), rows: Number(n) }],
    );
    const issues: Issue[] = [];
    const issueCounts: Record<string, number> = {};
    for (const [check, files] of broken) {
      if (!files.includes(file)) continue;
      const rows = (listed.get(check) ?? []).filter(({ file_id }) => file_id === file);
      // Of no more than are listed, those listed are all.
      const exact =
        foundIn(file, check) <= LISTED
          ? rows.length
          : await howMany(engine, table, `file_id = ${file}${behind}`, check);
      issueCounts[check.code] = (issueCounts[check.code] ?? 0) + exact;
      for (const row of rows)
        issues.push({
          code: check.code,
          severity: check.severity,
          file: path,
          row: Number(row.source_row),
          column: headers[check.column] ?? check.column,
          value: row.value === null || row.value === undefined ? null : String(row.value),
        });
    }
    results.push({ issues, issueCounts, zones });
  }
  return results;
}

/** How many records break a check. */
async function howMany(engine: Engine, table: TableSpec, where: string, check: Check): Promise<number> {
  const [row] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM (
    SELECT DISTINCT source_row, CAST(${identifier(check.column)} AS VARCHAR) AS value FROM ${identifier(table.id)}
    WHERE ${where} AND ${check.broken}) broken`);
  return Number(row?.n ?? 0);
}
