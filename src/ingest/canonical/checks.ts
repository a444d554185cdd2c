import type { Issue, TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal } from '../../sql';
import { LISTED } from './staged';
import type { Found } from '../findings';
import type { WrittenZone } from '../report';

interface Check {
  readonly code: string;
  readonly column: string;
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
      broken: `${identifier(column.id)} IS NULL`,
      severity: 'error',
    }));
  const checkable = table.constraints.filter((constraint) => constraint.columns.every((id) => present.has(id)));
  const constraints = checkable.map((constraint): Check => ({
    code: constraint.code,
    column: constraint.columns[0] ?? '',
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

/** A column of zones as rows of a table write them, in SQL. */
const zoneOf = ({ id, columns }: TableSpec): string =>
  id !== 'zone' && columns.some((column) => column.id === 'zone_id') ? identifier('zone_id') : 'NULL';

/**
 * Checks the rows of one file, of those behind `since` only: required columns that are empty, constraints that do not
 * hold, and whose they are. One scan counts them all. A record that became several rows is one record.
 */
export async function checkRows(
  engine: Engine,
  table: TableSpec,
  fileId: number,
  file: string,
  headers: Readonly<Record<string, string>>,
  since = -1,
): Promise<Checked> {
  const checks = checksOf(table, new Set(Object.keys(headers)));
  const counts = checks.map((check, at) => `, CAST(count(CASE WHEN ${check.broken} THEN 1 END) AS DOUBLE) AS n${at}`);
  const mine = `file_id = ${literal(fileId)}${since < 0 ? '' : ` AND rowid > ${literal(since)}`}`;
  const counted = await engine.rows(`SELECT ${zoneOf(table)} AS name, CAST(count(*) AS DOUBLE) AS n${counts.join('')}
    FROM ${identifier(table.id)} WHERE ${mine} GROUP BY 1 ORDER BY 1`);
  const zones = counted.flatMap(({ name, n }) => (name === null ? [] : [{ name: String(name), rows: Number(n) }]));
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  for (const [at, check] of checks.entries()) {
    const found = counted.reduce((sum, row) => sum + Number(row[`n${at}`]), 0);
    if (found === 0) continue;
    const broken = `SELECT DISTINCT source_row, CAST(${identifier(check.column)} AS VARCHAR) AS value
      FROM ${identifier(table.id)} WHERE ${mine} AND ${check.broken}`;
    const rows = await engine.rows(`${broken} ORDER BY source_row LIMIT ${LISTED}`);
    // Of no more than are listed, those listed are all.
    const [exact] =
      found <= LISTED
        ? [{ n: rows.length }]
        : await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM (${broken}) broken`);
    issueCounts[check.code] = (issueCounts[check.code] ?? 0) + Number(exact?.n ?? 0);
    for (const row of rows)
      issues.push({
        code: check.code,
        severity: check.severity,
        file,
        row: Number(row.source_row),
        column: headers[check.column] ?? check.column,
        value: row.value === null ? null : String(row.value),
      });
  }
  return { issues, issueCounts, zones };
}
