import { type TableSpec, groupedBy } from '../domain';
import { type Engine, type Row, isEmpty, tablesThere } from '../engine';
import type { FileReport } from '../ingest';
import { TABLES, placed } from '../model';
import { identifier, literal } from '../sql';
import { Kept } from './kept';

/** What one file says of one zone in one table for one period, as it counts now: rows that gave way to others are not in it. */
export interface Filing {
  readonly table: string;
  readonly zone: string;
  /** As it is stored: the day of a snapshot, a cycle, the month of what happened. */
  readonly period: string;
  /** Number of the file. */
  readonly file: number;
  readonly path: string;
  readonly rows: number;
  /** Rows with a cell that was refused, and rows with one that is doubted; null where the file does not tell which rows. */
  readonly refused: number | null;
  readonly doubted: number | null;
  /** The day the file says it was filled in; null where it says none. */
  readonly filled: string | null;
  /** It calls itself a correction or a supplement, or its values took the place of an earlier file's. */
  readonly corrects: boolean;
  /** Paths of the files whose values it replaced. */
  readonly replaced: readonly string[];
}

/** Registers and rules: nobody reports them for a period. */
const NOT_REPORTED = new Set(['zone', 'metric_target', 'rule_version', 'reported_fact', 'zone_place']);

const monthOf = (column: string): string => `substr(CAST(t.${column} AS VARCHAR), 1, 7)`;

/** Where a row has a day of its own, that says when it is of; else the period it is counted for. */
const OWN_WHEN: Readonly<Record<string, string>> = {
  org_life: `CASE WHEN t.held_date IS NOT NULL THEN ${monthOf('held_date')} WHEN t.period IS NOT NULL THEN t.period ELSE ${monthOf('planned_date')} END`,
  rectification: monthOf('found_date'),
  work_record: `coalesce(${monthOf('done_date')}, t.period)`,
  site_honour: monthOf('valid_from'),
};

/** When a row of a table is of, in SQL; null where its rows are of no time. */
function whenOf({ id, columns }: TableSpec): string | null {
  const has = (name: string): boolean => columns.some((column) => column.id === name);
  if (OWN_WHEN[id] !== undefined) return OWN_WHEN[id];
  if (has('snapshot_date')) return `CAST(t.snapshot_date AS VARCHAR)`;
  return has('cycle') ? 't.cycle' : has('period') ? 't.period' : null;
}

const FILED = TABLES.filter(({ id }) => !NOT_REPORTED.has(id)).flatMap((table) => {
  const when = whenOf(table);
  return when === null ? [] : [{ id: table.id, when }];
});

/** Tables whose rows happened: a period without rows may be one in which nothing happened. */
export const EVENT_TABLES: ReadonlySet<string> = new Set(['rectification', 'work_record', 'site_honour']);

/** A row of a file that something was found in. */
interface Flag {
  readonly table: string;
  readonly file: number;
  readonly row: number;
  readonly flag: string;
}

/** The table each flagged row of a file is in; null where several of its sheets are of one table, since rows do not tell theirs. */
function tableOfSheet(file: FileReport, sheet: string | null): string | null {
  const tables = file.tables.filter(({ table }) => table !== null);
  const own = sheet === null && tables.length === 1 ? tables[0] : tables.find(({ view }) => view.start.sheet === sheet);
  const id = own?.table ?? null;
  return id === null || isRepeated(file, id) ? null : id;
}

const isRepeated = (file: FileReport, table: string): boolean =>
  file.tables.filter((one) => one.table === table && one.loaded > 0).length > 1;

/** What was found in rows, by table. */
function flagsOf(files: readonly FileReport[]): ReadonlyMap<string, readonly Flag[]> {
  const flags: Flag[] = [];
  for (const file of files)
    for (const { row, severity, sheet, column } of file.issues) {
      if (row === null || column === null || severity === 'note') continue;
      const table = tableOfSheet(file, sheet ?? null);
      if (table !== null) flags.push({ table, file: file.id, row, flag: severity });
    }
  return groupedBy(flags, ({ table }) => table);
}

const FLAGS = 'filing_flags';
/** Where nothing is doubted. */
const NO_FLAGS = `(SELECT '' AS table_id, 0 AS file_id, 0 AS source_row, '' AS flag WHERE FALSE)`;

function filingsSql({ id: table, when }: (typeof FILED)[number], flags: string): string {
  return `SELECT ${literal(table)} AS table_id, t.zone, ${when} AS period, t.file_id,
      CAST(count(*) AS DOUBLE) AS n, CAST(count(CASE WHEN f.refused THEN 1 END) AS DOUBLE) AS refused,
      CAST(count(CASE WHEN f.doubted AND NOT f.refused THEN 1 END) AS DOUBLE) AS doubted
    FROM ${placed(identifier(table))} t
    LEFT JOIN (
      SELECT file_id, source_row, bool_or(flag = 'error') AS refused, bool_or(flag = 'warning') AS doubted
      FROM ${flags} WHERE table_id = ${literal(table)} GROUP BY file_id, source_row
    ) f ON f.file_id = t.file_id AND f.source_row = t.source_row
    WHERE t.zone_id IS NOT NULL GROUP BY ALL HAVING period IS NOT NULL`;
}

const text = (value: Row[string] | undefined): string => String(value ?? '');

/** What the tables say of who filed, table by table: those whose rows and flags are as before are not asked. */
async function filedRows(engine: Engine, files: readonly FileReport[], kept: Kept): Promise<Row[]> {
  const there = await tablesThere(engine);
  const flags = flagsOf(files);
  const filed = FILED.filter(({ id }) => !isEmpty(there, id)).map((table) => {
    const own = flags.get(table.id);
    const sql = filingsSql(table, own ? FLAGS : NO_FLAGS);
    const asked = [sql, JSON.stringify(own ?? null)];
    return { id: table.id, own, sql, asked, rows: kept.get<Row[]>(`filed ${table.id}`, asked) };
  });
  const missing = filed.filter(({ rows }) => rows === null);
  const doubted = missing.flatMap(({ own }) => own ?? []);
  if (doubted.length > 0)
    await engine.insert(FLAGS, {
      table_id: doubted.map(({ table }) => table),
      file_id: doubted.map(({ file }) => file),
      source_row: doubted.map(({ row }) => row),
      flag: doubted.map(({ flag }) => flag),
    });
  const each = missing.map(({ sql }) => sql).join(' UNION ALL ');
  const found = each === '' ? [] : await engine.rows(`SELECT * FROM (${each}) filed ORDER BY zone, period, file_id`);
  if (doubted.length > 0) await engine.run(`DROP TABLE ${FLAGS}`);
  const byTable = groupedBy(found, ({ table_id }) => text(table_id));
  for (const { id, asked } of missing) kept.set(`filed ${id}`, asked, byTable.get(id) ?? []);
  return filed.sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ id, rows }) => rows ?? byTable.get(id) ?? []);
}

/** Who filed what: for every zone, table and period the files that say something, with what was doubted in them. */
export async function filingsOf(engine: Engine, files: readonly FileReport[], kept = new Kept()): Promise<Filing[]> {
  if (files.length === 0) return [];
  const rows = await filedRows(engine, files, kept);
  const known = new Map(files.map((file) => [file.id, file]));
  return rows.flatMap((row): Filing[] => {
    const file = known.get(Number(row.file_id));
    if (!file) return [];
    const table = text(row.table_id);
    const corrections = (file.corrections ?? []).filter((one) => one.table === table && one.kept === 'later');
    const unclear = isRepeated(file, table);
    return [
      {
        table,
        zone: text(row.zone),
        period: text(row.period),
        file: file.id,
        path: file.path,
        rows: Number(row.n),
        refused: unclear ? null : Number(row.refused),
        doubted: unclear ? null : Number(row.doubted),
        filled: file.standing.filled,
        corrects: corrections.length > 0 || file.standing.mark !== null,
        replaced: corrections.map(({ earlier }) => known.get(earlier)?.path ?? '').filter((path) => path !== ''),
      },
    ];
  });
}
