import { type ColumnSpec, type Issue, type TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal, sqlType } from '../../sql';
import { type CellContext, type CellResult, parseCell } from '../cells';
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
}

/** What loading did: rows taken and what was doubted or refused; at most {@link LISTED} issues of a kind, counts exact. */
export interface Loaded {
  readonly rows: number;
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

/** A bound such as 70余 is no exact number: it is kept only where the table says beside it that it is one. */
function asText(table: TableSpec, result: CellResult): string | null {
  const exact = result.bound === undefined || result.bound === 'eq' || table.columns.some(({ id }) => id === 'bound');
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

/** Every distinct text of a column that the cheap cast refuses, read carefully. One scan of the database for all columns. */
async function readCarefully(engine: Engine, staged: Staged, columns: readonly StagedColumn[]): Promise<Reading[]> {
  const refused = columns.map(
    ({ raw, spec }) =>
      `SELECT DISTINCT ${literal(raw)} AS raw, ${raw} AS text FROM ${STAGE} WHERE ${raw} IS NOT NULL AND ${cheapCast(spec, raw)} IS NULL`,
  );
  const rows = await engine.rows(refused.join(' UNION ALL '));
  const specs = new Map(columns.map(({ raw, spec }) => [raw, spec]));
  return rows.flatMap((row) => {
    const spec = specs.get(String(row.raw));
    const text = String(row.text);
    return spec ? [{ raw: String(row.raw), spec, text, result: parseCell(spec, text, staged.context) }] : [];
  });
}

async function insertReadings(engine: Engine, table: TableSpec, readings: readonly Reading[]): Promise<void> {
  await engine.insert(READ, {
    raw: readings.map((reading) => reading.raw),
    text: readings.map((reading) => reading.text),
    value: readings.map((reading) => asText(table, reading.result)),
    code: readings.map(codeOf),
  });
}

/** The value of a cell: the cheap cast, else the careful reading of its text. */
function typed({ raw, spec }: StagedColumn, careful: ReadonlySet<string>): string {
  const cheap = cheapCast(spec, raw);
  return careful.has(raw) ? `coalesce(${cheap}, CAST(read_${raw}.value AS ${sqlType(spec)}))` : cheap;
}

/** A stray identity number is told, never shown. */
const shownValue = (code: string, text: string): string => (code === 'identity-number' ? '******' : text);

async function listIssues(
  engine: Engine,
  staged: Staged,
  readings: readonly Reading[],
  file: string,
): Promise<Omit<Loaded, 'rows'>> {
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  if (readings.every((reading) => codeOf(reading) === null)) return { issues, issueCounts };
  const flagged = [...new Set(readings.filter((reading) => codeOf(reading) !== null).map((reading) => reading.raw))];
  const found = flagged.map(
    (
      raw,
    ) => `SELECT r.raw, r.code, r.text, r.value, s.record FROM ${STAGE} s JOIN ${READ} r ON r.raw = ${literal(raw)} AND r.text = s.${raw}
      WHERE r.code IS NOT NULL`,
  );
  const rows = await engine.rows(`SELECT * FROM (
    SELECT *, row_number() OVER (PARTITION BY raw, code ORDER BY record) AS nth, count(*) OVER (PARTITION BY raw, code) AS total
    FROM (${found.join(' UNION ALL ')}) flagged
  ) ranked WHERE nth <= ${LISTED} ORDER BY record`);
  for (const row of rows) {
    const code = String(row.code);
    const id = staged.columns[Number(String(row.raw).slice(1))] ?? '';
    if (row.nth === 1) issueCounts[code] = (issueCounts[code] ?? 0) + Number(row.total);
    issues.push({
      code,
      severity: row.value === null ? 'error' : 'warning',
      file,
      row: Number(row.record),
      column: staged.headers[id] ?? id,
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
  const joins = [...careful].map(
    (raw) => `LEFT JOIN ${READ} read_${raw} ON read_${raw}.raw = ${literal(raw)} AND read_${raw}.text = s.${raw}`,
  );
  await engine.run(`INSERT INTO ${identifier(staged.table.id)} (${[...values.keys()].map(identifier).join(', ')}, file_id, source_row)
    SELECT ${[...values.values()].join(', ')}, ${fileId}, record FROM ${STAGE} s ${joins.join(' ')} ORDER BY record`);
}

/** Types a staged table and adds it to its canonical table. Values that cannot be read become null and an issue each. */
export async function loadStaged(engine: Engine, staged: Staged, fileId: number, file: string): Promise<Loaded> {
  const path = await engine.load(staged.csv);
  try {
    await stage(engine, staged, path);
    const columns = columnsOf(staged);
    const readings = await readCarefully(engine, staged, columns);
    const careful = new Set(readings.map((reading) => reading.raw));
    if (careful.size > 0) await insertReadings(engine, staged.table, readings);
    await insertRows(engine, staged, columns, careful, fileId);
    const listed = await listIssues(engine, staged, readings, file);
    const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${STAGE}`);
    return { rows: Number(counted?.n ?? 0), ...listed };
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${STAGE}`);
    await engine.drop(path);
  }
}
