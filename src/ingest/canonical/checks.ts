import type { Issue, TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal } from '../../sql';
import { LISTED } from './load';

/** What the checks found; counts are exact, the list is cut at {@link LISTED} a kind. */
export interface Checked {
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** Codes and names stand in for each other where an export has only one of them. */
const STAND_INS: Readonly<Record<string, string>> = { unit_id: 'unit_name', org_id: 'org_name', zone_id: 'zone_name' };

function keyOf(table: TableSpec): string[] {
  const has = (id: string): boolean => table.columns.some((column) => column.id === id);
  const columns = [...table.key, ...['zone_id', 'awarding_level'].filter((id) => has(id) && !table.key.includes(id))];
  return columns.map((id) => {
    const other = STAND_INS[id];
    return other !== undefined && has(other) ? `coalesce(${identifier(id)}, ${identifier(other)})` : identifier(id);
  });
}

async function hasDuplicates(engine: Engine, table: TableSpec): Promise<boolean> {
  const [row] = await engine.rows(
    `SELECT count(*) <> count(DISTINCT hash(${keyOf(table).join(', ')})) AS found FROM ${identifier(table.id)}`,
  );
  return row?.found === true;
}

/**
 * Takes out rows whose key another row already has: the first one loaded stays. A row alike in every column is
 * `duplicate-row`; one that differs is `duplicate-key`, an error, since somebody must say which is right.
 */
export async function dropDuplicates(engine: Engine, table: TableSpec, fileId: number, file: string): Promise<Checked> {
  if (!(await hasDuplicates(engine, table))) return { issues: [], issueCounts: {} };
  const all = table.columns.map((column) => identifier(column.id));
  const partition = keyOf(table).join(', ');
  await engine.run(`CREATE OR REPLACE TEMP TABLE repeated AS SELECT * FROM (
    SELECT rowid AS place, file_id, source_row, row_number() OVER same AS nth, first_value(source_row) OVER same AS first_row,
      hash(${all.join(', ')}) = first_value(hash(${all.join(', ')})) OVER same AS alike,
      coalesce(${keyOf(table)
        .map((key) => `CAST(${key} AS VARCHAR)`)
        .join(', ')}) AS shown
    FROM ${identifier(table.id)} WINDOW same AS (PARTITION BY ${partition} ORDER BY file_id, source_row, rowid)
  ) ranked WHERE nth > 1`);
  await engine.run(`DELETE FROM ${identifier(table.id)} WHERE rowid IN (SELECT place FROM repeated)`);
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  for (const alike of [true, false]) {
    const code = alike ? 'duplicate-row' : 'duplicate-key';
    const where = `WHERE file_id = ${fileId} AND alike = ${String(alike)}`;
    const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM repeated ${where}`);
    const count = Number(counted?.n ?? 0);
    if (count === 0) continue;
    issueCounts[code] = count;
    for (const row of await engine.rows(
      `SELECT source_row, first_row, shown FROM repeated ${where} ORDER BY source_row LIMIT ${LISTED}`,
    ))
      issues.push({
        code,
        severity: alike ? 'warning' : 'error',
        file,
        row: Number(row.source_row),
        column: null,
        value: row.shown === null ? null : String(row.shown),
        detail: String(row.first_row),
      });
  }
  await engine.run('DROP TABLE repeated');
  return { issues, issueCounts };
}

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

/** Checks the rows of one file: required columns that are empty, constraints that do not hold. One scan counts them all. */
export async function checkRows(
  engine: Engine,
  table: TableSpec,
  fileId: number,
  file: string,
  headers: Readonly<Record<string, string>>,
): Promise<Checked> {
  const checks = checksOf(table, new Set(Object.keys(headers)));
  if (checks.length === 0) return { issues: [], issueCounts: {} };
  const counts = checks.map((check, at) => `CAST(count(CASE WHEN ${check.broken} THEN 1 END) AS DOUBLE) AS n${at}`);
  const [counted] = await engine.rows(
    `SELECT ${counts.join(', ')} FROM ${identifier(table.id)} WHERE file_id = ${fileId}`,
  );
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  for (const [at, check] of checks.entries()) {
    const count = Number(counted?.[`n${at}`] ?? 0);
    if (count === 0) continue;
    issueCounts[check.code] = (issueCounts[check.code] ?? 0) + count;
    const rows =
      await engine.rows(`SELECT source_row, CAST(${identifier(check.column)} AS VARCHAR) AS value FROM ${identifier(table.id)}
      WHERE file_id = ${literal(fileId)} AND ${check.broken} ORDER BY source_row LIMIT ${LISTED}`);
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
  return { issues, issueCounts };
}
