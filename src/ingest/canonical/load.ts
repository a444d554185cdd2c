import type { ColumnSpec, Issue, TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal, sqlType } from '../../sql';
import { isShareColumn, parseCell, specContext } from '../cells';
import {
  type Reading as Careful,
  asText,
  boundOf,
  boundText,
  codeOf,
  isMeasured,
  precisionOf,
  precisionText,
  shownValue,
} from './careful';
import { LISTED, type Loaded, type ReadCells, type Staged, wideKey } from './staged';
import { cheapCast } from './typing';

/** A careful reading and the text column it was found in. */
interface Reading extends Careful {
  readonly raw: string;
}

/** A staged column: its text column in the database and what it means. */
interface StagedColumn {
  readonly raw: string;
  readonly spec: ColumnSpec;
}

const STAGE = 'staged';
const READ = 'read_carefully';

function columnsOf(staged: Staged): StagedColumn[] {
  return staged.columns.flatMap((id, at) => {
    const spec = staged.table.columns.find((column) => column.id === id);
    return spec ? [{ raw: `c${at}`, spec }] : [];
  });
}

/** SQL that reads a registered CSV as texts, its records in `record`. */
function textsOf(path: string, width: number): string {
  const columns = ['record', ...Array.from({ length: width }, (_, at) => `c${at}`)];
  const types = columns.map((name) => `${literal(name)}: ${literal(name === 'record' ? 'INTEGER' : 'VARCHAR')}`);
  return `read_csv(${literal(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', columns = {${types.join(', ')}})`;
}

async function stage(engine: Engine, staged: Staged, path: string): Promise<void> {
  const texts = textsOf(path, staged.columns.length);
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${STAGE} AS SELECT * FROM ${texts}`);
}

/**
 * Every distinct text of a column that the cheap cast refuses, read carefully; of shares every text, since 1 is the whole in
 * one column and a hundredth in another. One scan of the database for all columns.
 */
async function readCarefully(engine: Engine, staged: Staged, columns: readonly StagedColumn[]): Promise<Reading[]> {
  const refused = columns.map(
    ({ raw, spec }) =>
      `SELECT DISTINCT ${literal(raw)} AS raw, ${raw} AS text FROM ${STAGE}
      WHERE ${raw} IS NOT NULL ${isShareColumn(spec) ? '' : `AND ${cheapCast(spec, raw)} IS NULL`}`,
  );
  const texts = new Map<string, string[]>();
  for (const row of await engine.rows(refused.join(' UNION ALL '))) {
    const list = texts.get(String(row.raw)) ?? [];
    list.push(String(row.text));
    texts.set(String(row.raw), list);
  }
  return columns.flatMap(({ raw, spec }) => {
    const own = texts.get(raw) ?? [];
    const context = specContext(spec, own, staged.context, staged.headers[spec.id]);
    return own.map((text) => ({ raw, spec, text, result: parseCell(spec, text, context) }));
  });
}

async function insertReadings(engine: Engine, table: TableSpec, readings: readonly Reading[]): Promise<void> {
  await engine.insert(READ, {
    raw: readings.map((reading) => reading.raw),
    text: readings.map((reading) => reading.text),
    value: readings.map((reading) => asText(table, reading.result)),
    bound: readings.map(({ result }) => boundText(table, result)),
    precision: readings.map(({ result }) => precisionText(result)),
    code: readings.map(({ result }) => codeOf(result)),
  });
}

/** The value of a cell: the cheap cast, else the careful reading of its text. */
function typed({ raw, spec }: StagedColumn, careful: ReadonlySet<string>): string {
  const cheap = cheapCast(spec, raw);
  if (!careful.has(raw)) return cheap;
  const read = `CAST(read_${raw}.value AS ${sqlType(spec)})`;
  return isShareColumn(spec) ? read : `coalesce(${cheap}, ${read})`;
}

/** What the row says about its number, else what the number says itself; null where neither does. */
function boundValue(table: TableSpec, columns: readonly StagedColumn[], careful: ReadonlySet<string>): string | null {
  const spec = boundOf(table);
  const own = columns.find((column) => column.spec === spec);
  const numbers = columns.filter((column) => careful.has(column.raw) && isMeasured(column.spec));
  const parts = numbers.map(({ raw }) => `read_${raw}.bound`);
  if (!spec || parts.length === 0) return null;
  const told = `CAST(coalesce(${parts.join(', ')}) AS ${sqlType(spec)})`;
  return own ? `coalesce(${typed(own, careful)}, ${told})` : told;
}

/** How exactly the due day was written (月底前, 上旬), where the table asks; null for a day, and where the row does not say. */
function precisionValue(
  table: TableSpec,
  columns: readonly StagedColumn[],
  careful: ReadonlySet<string>,
): string | null {
  const spec = precisionOf(table);
  const due = columns.find((column) => column.spec.id === 'due_date');
  if (!spec || !due || !careful.has(due.raw)) return null;
  const own = columns.find((column) => column.spec === spec);
  const told = `CAST(read_${due.raw}.precision AS ${sqlType(spec)})`;
  return own ? `coalesce(${typed(own, careful)}, ${told})` : told;
}

const idOf = (staged: Staged, raw: string): string => staged.columns[Number(raw.slice(1))] ?? '';

async function listIssues(
  engine: Engine,
  staged: Staged,
  readings: readonly Reading[],
  file: string,
): Promise<Omit<Loaded, 'rows' | 'since'>> {
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  const flagged = [...new Set(readings.filter(({ result }) => codeOf(result) !== null).map((reading) => reading.raw))];
  if (flagged.length === 0) return { issues, issueCounts };
  const { wide } = staged;
  const periodAt = wide ? staged.columns.indexOf(wide.periodColumn) : -1;
  // A cell that stands beside the periods is repeated on every row of its record, but it is one cell.
  const found = flagged.map((raw) => {
    const period = periodAt >= 0 && wide?.values.includes(idOf(staged, raw)) ? `s.c${periodAt}` : 'NULL';
    return `SELECT ${wide ? 'DISTINCT' : ''} r.raw, r.code, r.text, r.value, s.record, CAST(${period} AS VARCHAR) AS period
      FROM ${STAGE} s JOIN ${READ} r ON r.raw = ${literal(raw)} AND r.text = s.${raw} WHERE r.code IS NOT NULL`;
  });
  const rows = await engine.rows(`SELECT * FROM (
    SELECT *, row_number() OVER (PARTITION BY raw, code ORDER BY record) AS nth, count(*) OVER (PARTITION BY raw, code) AS total
    FROM (${found.join(' UNION ALL ')}) flagged
  ) ranked WHERE nth <= ${LISTED} ORDER BY record`);
  for (const row of rows) {
    const code = String(row.code);
    const id = idOf(staged, String(row.raw));
    const header = row.period === null ? undefined : wide?.headers[wideKey(String(row.period), id)];
    if (row.nth === 1) issueCounts[code] = (issueCounts[code] ?? 0) + Number(row.total);
    issues.push({
      code,
      severity: row.value === null ? 'error' : 'warning',
      file,
      row: Number(row.record),
      column: header ?? staged.headers[id] ?? id,
      value: shownValue(code, String(row.text)),
      ...(row.value === null ? {} : { detail: String(row.value) }),
    });
  }
  return { issues, issueCounts };
}

/** The file-level value of a column as an SQL literal of its type; NULL when it cannot be read. */
function fileLevelValue(staged: Staged, spec: ColumnSpec): string | null {
  const text = staged.fileLevel[spec.id];
  if (text === undefined) return null;
  const value = asText(staged.table, parseCell(spec, text, staged.context));
  return value === null ? null : `CAST(${literal(value)} AS ${sqlType(spec)})`;
}

/** SQL for each column of the table that the file gives: what its cells say, else what is given once for all rows. */
function valuesOf(staged: Staged, cellOf: (spec: ColumnSpec) => string | null): Map<string, string> {
  const values = new Map<string, string>();
  for (const spec of staged.table.columns) {
    const parts = [cellOf(spec), fileLevelValue(staged, spec)].filter((part) => part !== null);
    if (parts.length > 0) values.set(spec.id, parts.length === 1 ? String(parts[0]) : `coalesce(${parts.join(', ')})`);
  }
  return values;
}

function insertSql({ table }: Staged, values: ReadonlyMap<string, string>, fileId: number, from: string): string {
  return `INSERT INTO ${identifier(table.id)} (${[...values.keys()].map(identifier).join(', ')}, file_id, source_row)
    SELECT ${[...values.values()].join(', ')}, ${fileId}, record FROM ${from}`;
}

async function insertRows(
  engine: Engine,
  staged: Staged,
  columns: readonly StagedColumn[],
  careful: ReadonlySet<string>,
  fileId: number,
): Promise<void> {
  const values = valuesOf(staged, (spec) => {
    const column = columns.find((known) => known.spec.id === spec.id);
    return column ? typed(column, careful) : null;
  });
  const bound = boundValue(staged.table, columns, careful);
  if (bound !== null) values.set('bound', bound);
  const precision = precisionValue(staged.table, columns, careful);
  if (precision !== null) values.set('due_precision', precision);
  const joins = [...careful].map(
    (raw) => `LEFT JOIN ${READ} read_${raw} ON read_${raw}.raw = ${literal(raw)} AND read_${raw}.text = s.${raw}`,
  );
  await engine.run(insertSql(staged, values, fileId, `${STAGE} s ${joins.join(' ')} ORDER BY record`));
}

/** Adds a table whose cells are read already: one statement. */
async function insertRead(
  engine: Engine,
  staged: Staged,
  read: ReadCells,
  fileId: number,
  path: string,
): Promise<void> {
  const values = valuesOf(staged, (spec) => {
    const at = read.columns.indexOf(spec.id);
    const type = sqlType(spec);
    return at < 0 ? null : type === 'VARCHAR' ? `c${at}` : `CAST(c${at} AS ${type})`;
  });
  await engine.run(insertSql(staged, values, fileId, textsOf(path, read.columns.length)));
}

async function insertTexts(
  engine: Engine,
  staged: Staged,
  fileId: number,
  file: string,
  path: string,
  signal?: AbortSignal,
): Promise<Omit<Loaded, 'rows' | 'since'>> {
  try {
    await stage(engine, staged, path);
    signal?.throwIfAborted();
    const columns = columnsOf(staged);
    const readings = await readCarefully(engine, staged, columns);
    signal?.throwIfAborted();
    const careful = new Set(readings.map((reading) => reading.raw));
    if (careful.size > 0) await insertReadings(engine, staged.table, readings);
    await insertRows(engine, staged, columns, careful, fileId);
    signal?.throwIfAborted();
    return await listIssues(engine, staged, readings, file);
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${STAGE}`);
  }
}

async function lastRow(engine: Engine, table: TableSpec): Promise<number> {
  const [last] = await engine.rows(`SELECT CAST(coalesce(max(rowid), -1) AS DOUBLE) AS n FROM ${identifier(table.id)}`);
  return Number(last?.n ?? -1);
}

/**
 * Types a staged table and adds it to its canonical table, `again` where another table of the same file went there before.
 * Values that cannot be read become null and an issue each. Rejects with the reason of the signal, between two
 * statements, when it was aborted.
 */
export async function loadStaged(
  engine: Engine,
  staged: Staged,
  fileId: number,
  file: string,
  again: boolean,
  signal?: AbortSignal,
): Promise<Loaded> {
  const { rows, read } = staged;
  if (rows === 0) return { rows, since: -1, issues: [], issueCounts: {} };
  const path = await engine.load(staged.csv);
  try {
    signal?.throwIfAborted();
    const since = again ? await lastRow(engine, staged.table) : -1;
    if (!read) return { rows, since, ...(await insertTexts(engine, staged, fileId, file, path, signal)) };
    await insertRead(engine, staged, read, fileId, path);
    return { rows, since, issues: read.issues.map((issue) => ({ ...issue, file })), issueCounts: read.issueCounts };
  } finally {
    await engine.drop(path);
  }
}
