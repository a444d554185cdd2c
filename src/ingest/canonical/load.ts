import { type ColumnSpec, type Issue, type TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal, sqlType } from '../../sql';
import { type CellContext, type CellResult, isShareColumn, parseCell, specContext } from '../cells';
import { cheapCast } from './typing';

/** One table of a file, ready for the database: only matched columns, nothing personal, as clean CSV. */
export interface Staged {
  readonly table: TableSpec;
  /** Canonical ids of the CSV columns after the first, which is the source record number. */
  readonly columns: readonly string[];
  /** RFC 4180, UTF-8, no header. */
  readonly csv: Uint8Array;
  /** Header text each canonical column came from; for the ledger. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values given once for the whole file, as the cell would have been written. */
  readonly fileLevel: Readonly<Record<string, string>>;
  readonly context: CellContext;
  /** How the rows of a wide table came about: one record is several rows. Absent where a record is a row. */
  readonly wide?: Wide;
}

/** The column that says which period a row is of, and the header of each cell by period and canonical column. */
export interface Wide {
  readonly periodColumn: string;
  readonly values: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What {@link Wide.headers} are found by. */
export const wideKey = (period: string, column: string): string => `${period}|${column}`;

/** What loading did: rows taken and what was doubted or refused; at most {@link LISTED} issues of a kind, counts exact. */
export interface Loaded {
  readonly rows: number;
  /** The last row id of the table before; the rows taken are behind it. */
  readonly since: number;
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** How many issues of one kind and column are listed; the rest are counted. */
export const LISTED = 200;

/** A text the cheap cast refused, read by the careful reader. */
interface Reading {
  readonly raw: string;
  readonly spec: ColumnSpec;
  readonly text: string;
  readonly result: CellResult;
}

/** A staged column: its text column in the database and what it means. */
interface StagedColumn {
  readonly raw: string;
  readonly spec: ColumnSpec;
}

const STAGE = 'staged';
const READ = 'read_carefully';

/** The column in which a table says that a number beside it is a bound (70余) and no exact number. */
const boundOf = (table: TableSpec): ColumnSpec | undefined => table.columns.find(({ id }) => id === 'bound');

/** What a table can say about a number: eq is not said, le has no word in any table. */
const saysBound = (table: TableSpec, bound: string | undefined): boolean =>
  boundOf(table)?.values?.some(({ id }) => id === bound) === true;

/** A bound such as 70余 is no exact number: it is kept only where the table says beside it that it is one. */
function asText(table: TableSpec, result: CellResult): string | null {
  const exact = result.bound === undefined || result.bound === 'eq' || saysBound(table, result.bound);
  return result.state === 'value' && result.value !== null && exact ? String(result.value) : null;
}

const codeOf = ({ result }: Reading): string | null => (result.state === 'blank' ? null : result.reason);

function columnsOf(staged: Staged): StagedColumn[] {
  return staged.columns.flatMap((id, at) => {
    const spec = staged.table.columns.find((column) => column.id === id);
    return spec ? [{ raw: `c${at}`, spec }] : [];
  });
}

async function stage(engine: Engine, staged: Staged, path: string): Promise<void> {
  const columns = ['record', ...staged.columns.map((_, at) => `c${at}`)];
  const types = columns.map((name) => `${literal(name)}: ${literal(name === 'record' ? 'INTEGER' : 'VARCHAR')}`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${STAGE} AS SELECT * FROM read_csv(${literal(path)},
    auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}})`);
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
    const context = specContext(spec, own, staged.context);
    return own.map((text) => ({ raw, spec, text, result: parseCell(spec, text, context) }));
  });
}

async function insertReadings(engine: Engine, table: TableSpec, readings: readonly Reading[]): Promise<void> {
  await engine.insert(READ, {
    raw: readings.map((reading) => reading.raw),
    text: readings.map((reading) => reading.text),
    value: readings.map((reading) => asText(table, reading.result)),
    bound: readings.map(({ result: { bound } }) =>
      bound !== 'eq' && saysBound(table, bound) ? (bound ?? null) : null,
    ),
    precision: readings.map(({ result: { precision } }) =>
      precision === undefined || precision === 'day' ? null : precision === 'month' ? 'month' : 'fuzzy',
    ),
    code: readings.map(codeOf),
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
  const numbers = columns.filter(({ raw, spec: { type } }) => careful.has(raw) && /^(?:integer|number)$/u.test(type));
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
  const spec = table.columns.find(({ id }) => id === 'due_precision');
  const due = columns.find((column) => column.spec.id === 'due_date');
  if (!spec || !due || !careful.has(due.raw)) return null;
  const own = columns.find((column) => column.spec === spec);
  const told = `CAST(read_${due.raw}.precision AS ${sqlType(spec)})`;
  return own ? `coalesce(${typed(own, careful)}, ${told})` : told;
}

/** A stray identity number is told, never shown. */
const shownValue = (code: string, text: string): string => (code === 'identity-number' ? '******' : text);

const idOf = (staged: Staged, raw: string): string => staged.columns[Number(raw.slice(1))] ?? '';

async function listIssues(
  engine: Engine,
  staged: Staged,
  readings: readonly Reading[],
  file: string,
): Promise<Omit<Loaded, 'rows' | 'since'>> {
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  if (readings.every((reading) => codeOf(reading) === null)) return { issues, issueCounts };
  const flagged = [...new Set(readings.filter((reading) => codeOf(reading) !== null).map((reading) => reading.raw))];
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

async function insertRows(
  engine: Engine,
  staged: Staged,
  columns: readonly StagedColumn[],
  careful: ReadonlySet<string>,
  fileId: number,
): Promise<void> {
  const values = new Map<string, string>();
  for (const spec of staged.table.columns) {
    const column = columns.find((known) => known.spec.id === spec.id);
    const parts = [column ? typed(column, careful) : null, fileLevelValue(staged, spec)].filter(
      (part) => part !== null,
    );
    if (parts.length > 0) values.set(spec.id, parts.length === 1 ? String(parts[0]) : `coalesce(${parts.join(', ')})`);
  }
  const bound = boundValue(staged.table, columns, careful);
  if (bound !== null) values.set('bound', bound);
  const precision = precisionValue(staged.table, columns, careful);
  if (precision !== null) values.set('due_precision', precision);
  const joins = [...careful].map(
    (raw) => `LEFT JOIN ${READ} read_${raw} ON read_${raw}.raw = ${literal(raw)} AND read_${raw}.text = s.${raw}`,
  );
  await engine.run(`INSERT INTO ${identifier(staged.table.id)} (${[...values.keys()].map(identifier).join(', ')}, file_id, source_row)
    SELECT ${[...values.values()].join(', ')}, ${fileId}, record FROM ${STAGE} s ${joins.join(' ')} ORDER BY record`);
}

/**
 * Types a staged table and adds it to its canonical table. Values that cannot be read become null and an issue each.
 * Rejects with the reason of the signal, between two statements, when it was aborted.
 */
export async function loadStaged(
  engine: Engine,
  staged: Staged,
  fileId: number,
  file: string,
  signal?: AbortSignal,
): Promise<Loaded> {
  const path = await engine.load(staged.csv);
  try {
    signal?.throwIfAborted();
    await stage(engine, staged, path);
    signal?.throwIfAborted();
    const columns = columnsOf(staged);
    const readings = await readCarefully(engine, staged, columns);
    signal?.throwIfAborted();
    const careful = new Set(readings.map((reading) => reading.raw));
    if (careful.size > 0) await insertReadings(engine, staged.table, readings);
    const [last] = await engine.rows(
      `SELECT CAST(coalesce(max(rowid), -1) AS DOUBLE) AS n FROM ${identifier(staged.table.id)}`,
    );
    await insertRows(engine, staged, columns, careful, fileId);
    signal?.throwIfAborted();
    const listed = await listIssues(engine, staged, readings, file);
    const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${STAGE}`);
    return { rows: Number(counted?.n ?? 0), since: Number(last?.n ?? -1), ...listed };
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${STAGE}`);
    await engine.drop(path);
  }
}
