import type { Issue, TableSpec } from '../../domain';
import type { Engine, Row } from '../../engine';
import { identifier, literal } from '../../sql';
import { LISTED } from './staged';

/** What the checks found; counts are exact, the list is cut at {@link LISTED} a kind. */
export interface Checked {
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** Which row stays when two files give the same key other values. */
export type Preference = 'earlier' | 'later';

/** Codes and names stand in for each other where an export has only one of them; counts of a month have no day. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  unit_id: ['unit_name'],
  org_id: ['org_name'],
  zone_id: ['zone_name'],
  held_date: ['planned_date', 'period'],
};

/** SQL for the key of a row, one expression a column. */
export function keyOf(table: TableSpec): string[] {
  const has = (id: string): boolean => table.columns.some((column) => column.id === id);
  const columns = [...table.key, ...['zone_id', 'awarding_level'].filter((id) => has(id) && !table.key.includes(id))];
  const keys = columns.map((id) => {
    const all = [id, ...(STAND_INS[id] ?? []).filter(has)];
    return all.length > 1
      ? `coalesce(${all.map((name) => `CAST(${identifier(name)} AS VARCHAR)`).join(', ')})`
      : identifier(id);
  });
  const [first = ''] = table.key;
  const instead = (table.identity ?? []).map((sql) => `CASE WHEN ${identifier(first)} IS NULL THEN (${sql}) END`);
  return [...keys, ...instead];
}

/** Where the rows of a table stay that gave way to others of the same key. */
export const asideOf = (table: TableSpec): string => identifier(`aside_${table.id}`);

/** Which file's rows gave way to which other's: table_id, winner, loser (file ids), n. */
export const PAIRS = 'repeated_pairs';

const hashOf = (table: TableSpec): string => `hash(${keyOf(table).join(', ')})`;

async function hasRepeats(engine: Engine, table: TableSpec): Promise<boolean> {
  const [row] = await engine.rows(
    `SELECT count(*) <> count(DISTINCT ${hashOf(table)}) AS found FROM ${identifier(table.id)}`,
  );
  return row?.found === true;
}

/** Ranks the rows of every key that occurs more than once: by file and record, or those of `fileId` first. */
async function rank(engine: Engine, table: TableSpec, fileId: number, prefer: Preference): Promise<void> {
  const every = `hash(${table.columns.map((column) => identifier(column.id)).join(', ')})`;
  const first = prefer === 'later' ? `file_id <> ${fileId}, ` : '';
  const shown = keyOf(table).map((key) => `CAST(${key} AS VARCHAR)`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE repeated AS SELECT * FROM (
    SELECT rowid AS place, file_id, source_row, row_number() OVER same AS nth, first_value(source_row) OVER same AS first_row,
      first_value(file_id) OVER same AS first_file, ${every} = first_value(${every}) OVER same AS alike,
      coalesce(${shown.join(', ')}) AS shown
    FROM ${identifier(table.id)}
    WHERE ${hashOf(table)} IN (SELECT ${hashOf(table)} FROM ${identifier(table.id)} GROUP BY 1 HAVING count(*) > 1)
    WINDOW same AS (PARTITION BY ${keyOf(table).join(', ')} ORDER BY ${first}file_id, source_row, rowid)
  ) ranked WHERE nth > 1`);
}

/** Keeps what gives way, so that it can be shown beside what stays, and who gave way to whom. */
async function setAside(engine: Engine, table: TableSpec): Promise<void> {
  const target = identifier(table.id);
  await engine.run(`CREATE TABLE IF NOT EXISTS ${asideOf(table)} AS SELECT * FROM ${target} LIMIT 0`);
  await engine.run(`INSERT INTO ${asideOf(table)} SELECT * FROM ${target}
    WHERE rowid IN (SELECT place FROM repeated WHERE NOT alike AND file_id <> first_file)`);
  await engine.run(`CREATE TABLE IF NOT EXISTS ${PAIRS} (table_id VARCHAR, winner INTEGER, loser INTEGER, n DOUBLE)`);
  await engine.run(`INSERT INTO ${PAIRS} SELECT ${literal(table.id)}, first_file, file_id, count(*) FROM repeated
    WHERE file_id <> first_file GROUP BY ALL`);
  await engine.run(`DELETE FROM ${target} WHERE rowid IN (SELECT place FROM repeated)`);
}

interface Kind {
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly where: string;
  /** The record that is told: the row that gave way, or the one that took its place; the other is what it clashes with. */
  readonly row: 'source_row' | 'first_row';
}

/** The paths of the files of a session, by number. */
export type FileNames = ReadonlyMap<number, string>;

function kinds(fileId: number): Kind[] {
  const mine = `file_id = ${fileId}`;
  return [
    { code: 'duplicate-row', severity: 'warning', where: `${mine} AND alike`, row: 'source_row' },
    { code: 'duplicate-key', severity: 'error', where: `${mine} AND NOT alike`, row: 'source_row' },
    {
      code: 'row-corrected',
      severity: 'note',
      where: `first_file = ${fileId} AND NOT ${mine} AND NOT alike`,
      row: 'first_row',
    },
  ];
}

function issueOf({ code, severity, row }: Kind, found: Row, file: string, names: FileNames): Issue {
  const mine = row === 'source_row';
  const other = names.get(Number(mine ? found.first_file : found.file_id));
  return {
    code,
    severity,
    file,
    row: Number(found[row]),
    column: null,
    value: found.shown === null || found.shown === undefined ? null : String(found.shown),
    detail: String(mine ? found.first_row : found.source_row),
    ...(other !== undefined && other !== file && { otherFile: other }),
  };
}

/**
 * Takes out rows whose key another row already has: the first one loaded stays, or with `later` that of this file. A row
 * alike in every column is `duplicate-row`; one that differs is `duplicate-key`, an error, since somebody must say which
 * is right; `row-corrected` where this file's row took the place of an earlier one.
 */
export async function dropDuplicates(
  engine: Engine,
  table: TableSpec,
  fileId: number,
  file: string,
  names: FileNames = new Map(),
  prefer: Preference = 'earlier',
): Promise<Checked> {
  if (!(await hasRepeats(engine, table))) return { issues: [], issueCounts: {} };
  await rank(engine, table, fileId, prefer);
  await setAside(engine, table);
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  for (const kind of kinds(fileId)) {
    const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM repeated WHERE ${kind.where}`);
    const count = Number(counted?.n ?? 0);
    if (count === 0) continue;
    issueCounts[kind.code] = count;
    for (const row of await engine.rows(
      `SELECT source_row, file_id, first_row, first_file, shown FROM repeated WHERE ${kind.where} ORDER BY ${kind.row} LIMIT ${LISTED}`,
    ))
      issues.push(issueOf(kind, row, file, names));
  }
  await engine.run('DROP TABLE repeated');
  return { issues, issueCounts };
}
