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

interface Reading {
  readonly spec: ColumnSpec;
  /** Name of the staged text column. */
  readonly raw: string;
  /** Texts the cheap cast refused, read one by one. */
  readonly careful: readonly { readonly text: string; readonly result: CellResult }[];
}

const STAGE = 'staged';
const asText = (result: CellResult): string | null =>
  result.state === 'value' && result.value !== null ? String(result.value) : null;

async function stage(engine: Engine, staged: Staged): Promise<string> {
  const path = await engine.load(staged.csv);
  const columns = ['record', ...staged.columns.map((_, at) => `c${at}`)];
  const types = columns.map((name) => `${literal(name)}: ${literal(name === 'record' ? 'INTEGER' : 'VARCHAR')}`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${STAGE} AS SELECT * FROM read_csv(${literal(path)},
    auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}})`);
  return path;
}

async function readCarefully(engine: Engine, staged: Staged, spec: ColumnSpec, raw: string): Promise<Reading> {
  const rows = await engine.rows(
    `SELECT DISTINCT ${raw} AS text FROM ${STAGE} WHERE ${raw} IS NOT NULL AND ${cheapCast(spec, raw)} IS NULL`,
  );
  const careful = rows.map((row) => {
    const text = String(row.text);
    return { text, result: parseCell(spec, text, staged.context) };
  });
  return { spec, raw, careful };
}

/** The careful readings of a column as a table to join with: the text, its value, the ledger code if there is one. */
async function insertReadings(engine: Engine, reading: Reading): Promise<void> {
  await engine.insert(`read_${reading.raw}`, {
    text: reading.careful.map((entry) => entry.text),
    value: reading.careful.map((entry) => asText(entry.result)),
    code: reading.careful.map((entry) => (entry.result.state === 'blank' ? null : entry.result.reason)),
  });
}

function typed(reading: Reading): string {
  const type = sqlType(reading.spec);
  const cheap = cheapCast(reading.spec, reading.raw);
  return reading.careful.length === 0 ? cheap : `coalesce(${cheap}, CAST(read_${reading.raw}.value AS ${type}))`;
}

async function listIssues(engine: Engine, staged: Staged, reading: Reading, file: string): Promise<Loaded> {
  const flagged = reading.careful.filter(({ result }) => result.state !== 'blank' && result.reason !== null);
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  const { raw, spec } = reading;
  for (const code of new Set(flagged.map(({ result }) => String(result.reason)))) {
    const from = `FROM ${STAGE} JOIN read_${raw} r ON r.text = ${raw} WHERE r.code = ${literal(code)}`;
    const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n ${from}`);
    issueCounts[code] = Number(counted?.n ?? 0);
    for (const row of await engine.rows(
      `SELECT record, r.text AS text, r.value AS value ${from} ORDER BY record LIMIT ${LISTED}`,
    ))
      issues.push({
        code,
        severity: row.value === null ? 'error' : 'warning',
        file,
        row: Number(row.record),
        column: staged.headers[spec.id] ?? spec.id,
        value: String(row.text),
        ...(row.value === null ? {} : { detail: String(row.value) }),
      });
  }
  return { rows: 0, issues, issueCounts };
}

function add(counts: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [code, count] of Object.entries(more)) counts[code] = (counts[code] ?? 0) + count;
}

/** The file-level value of a column as an SQL literal of its type; NULL when it cannot be read. */
function fileLevelValue(staged: Staged, spec: ColumnSpec): string | null {
  const text = staged.fileLevel[spec.id];
  if (text === undefined) return null;
  const value = asText(parseCell(spec, text, staged.context));
  return value === null ? null : `CAST(${literal(value)} AS ${sqlType(spec)})`;
}

/** Types a staged table and adds it to its canonical table. Values that cannot be read become null and an issue each. */
export async function loadStaged(engine: Engine, staged: Staged, fileId: number, file: string): Promise<Loaded> {
  const path = await stage(engine, staged);
  const readings: Reading[] = [];
  for (const [at, id] of staged.columns.entries()) {
    const spec = staged.table.columns.find((column) => column.id === id);
    if (!spec) continue;
    const reading = await readCarefully(engine, staged, spec, `c${at}`);
    if (reading.careful.length > 0) await insertReadings(engine, reading);
    readings.push(reading);
  }
  const values = new Map<string, string>();
  for (const spec of staged.table.columns) {
    const reading = readings.find((known) => known.spec.id === spec.id);
    const given = fileLevelValue(staged, spec);
    const parts = [reading ? typed(reading) : null, given].filter((part) => part !== null);
    if (parts.length > 0) values.set(spec.id, parts.length === 1 ? String(parts[0]) : `coalesce(${parts.join(', ')})`);
  }
  const joins = readings
    .filter((reading) => reading.careful.length > 0)
    .map(({ raw }) => `LEFT JOIN read_${raw} ON read_${raw}.text = ${raw}`);
  await engine.run(`INSERT INTO ${identifier(staged.table.id)} (${[...values.keys()].map(identifier).join(', ')}, file_id, source_row)
    SELECT ${[...values.values()].join(', ')}, ${fileId}, record FROM ${STAGE} ${joins.join(' ')} ORDER BY record`);
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  for (const reading of readings) {
    const listed = await listIssues(engine, staged, reading, file);
    issues.push(...listed.issues);
    add(issueCounts, listed.issueCounts);
    if (reading.careful.length > 0) await engine.run(`DROP TABLE read_${reading.raw}`);
  }
  const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${STAGE}`);
  await engine.run(`DROP TABLE ${STAGE}`);
  await engine.drop(path);
  return { rows: Number(counted?.n ?? 0), issues, issueCounts };
}
