import type { ColumnSpec, TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal, sqlType } from '../../sql';
import { parseCell } from '../cells';
import { asText } from './careful';
import { valueOfNumber } from './numbered';
import type { CodedValues, Loaded, Staged } from './staged';

const ROWS = 'staged_rows';
const VALUES = 'staged_values';

/** SQL that reads a registered CSV as texts, its records in `record`. */
function textsOf(path: string, width: number): string {
  const columns = ['record', ...Array.from({ length: width }, (_, at) => `c${at}`)];
  const types = columns.map((name) => `${literal(name)}: ${literal(name === 'record' ? 'INTEGER' : 'VARCHAR')}`);
  return `read_csv(${literal(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', columns = {${types.join(', ')}})`;
}

const cast = (text: string, spec: ColumnSpec): string => {
  const type = sqlType(spec);
  return type === 'VARCHAR' ? text : `CAST(${text} AS ${type})`;
};

/** The file-level value of a column as an SQL literal of its type; NULL when it cannot be read. */
function fileLevelValue(staged: Staged, spec: ColumnSpec): string | null {
  const text = staged.fileLevel[spec.id];
  if (text === undefined) return null;
  const value = asText(staged.table, parseCell(spec, text, staged.context));
  return value === null ? null : `CAST(${literal(value)} AS ${sqlType(spec)})`;
}

/** A column of the table that the file stores: where it stands among those stored. */
interface Stored {
  readonly spec: ColumnSpec;
  readonly at: number;
}

const storedOf = ({ table, read: { columns } }: Staged): Stored[] =>
  table.columns.flatMap((spec) => (columns.includes(spec.id) ? [{ spec, at: columns.indexOf(spec.id) }] : []));

/** One statement that adds all rows: what their cells say, else what is given once for all of them. */
function insertSql(staged: Staged, cellOf: (stored: Stored) => string, fileId: number, from: string): string {
  const values = new Map<string, string>();
  const stored = new Map(storedOf(staged).map((column) => [column.spec, column] as const));
  for (const spec of staged.table.columns) {
    const column = stored.get(spec);
    const parts = [column ? cellOf(column) : null, fileLevelValue(staged, spec)].filter((part) => part !== null);
    if (parts.length > 0) values.set(spec.id, parts.length === 1 ? String(parts[0]) : `coalesce(${parts.join(', ')})`);
  }
  return `INSERT INTO ${identifier(staged.table.id)} (${[...values.keys()].map(identifier).join(', ')}, file_id, source_row)
    SELECT ${[...values.values()].join(', ')}, ${fileId}, record FROM ${from}`;
}

async function insertCsv(
  engine: Engine,
  staged: Staged,
  csv: Uint8Array,
  fileId: number,
  also: string | null,
): Promise<void> {
  const path = await engine.load(csv);
  try {
    const from = textsOf(path, staged.read.columns.length);
    await engine.run(`${insertSql(staged, ({ spec, at }) => cast(`c${at}`, spec), fileId, from)};${also ?? ''}`);
  } finally {
    // What comes next need not wait for it.
    void engine.drop(path).catch(() => undefined);
  }
}

const hasRecordsOfSeveral = (records: Int32Array): boolean =>
  records.some((record, row) => row > 0 && record <= (records[row - 1] ?? 0));

/** Every value of a column is cast once, and the rows find theirs by their codes; columns of ever other values, and of numbers, hold them themselves. */
async function insertCoded(
  engine: Engine,
  staged: Staged,
  { records, columns, areNumbers, columnOf, codeOf, values }: CodedValues,
  fileId: number,
  signal?: AbortSignal,
): Promise<void> {
  const isCoded = ({ at }: Stored): boolean => columns[at] instanceof Int32Array && areNumbers[at] !== true;
  const cellOf = (stored: Stored): string =>
    areNumbers[stored.at] === true
      ? valueOfNumber(stored.spec, `s.c${stored.at}`)
      : isCoded(stored)
        ? `v${stored.at}.value`
        : cast(`nullif(s.c${stored.at}, '')`, stored.spec);
  const joins = storedOf(staged)
    .filter(isCoded)
    .map(
      ({ spec, at }) =>
        `LEFT JOIN (SELECT code, ${cast('value', spec)} AS value FROM ${VALUES} WHERE nth = ${at}) v${at} ON v${at}.code = s.c${at}`,
    );
  // The database may begin a join with the values; only rows of one record are told apart by nothing but their order.
  const order = hasRecordsOfSeveral(records) ? 'ORDER BY s.rowid' : '';
  try {
    const byColumn = Object.fromEntries(columns.map((column, at) => [`c${at}`, column]));
    await engine.insert(ROWS, { record: records, ...byColumn });
    signal?.throwIfAborted();
    await engine.insert(VALUES, { nth: columnOf, code: codeOf, value: values });
    signal?.throwIfAborted();
    await engine.run(insertSql(staged, cellOf, fileId, `${ROWS} s ${joins.join(' ')} ${order}`));
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${ROWS}; DROP TABLE IF EXISTS ${VALUES}`);
  }
}

async function lastRow(engine: Engine, table: TableSpec): Promise<number> {
  const [last] = await engine.rows(`SELECT CAST(coalesce(max(rowid), -1) AS DOUBLE) AS n FROM ${identifier(table.id)}`);
  return Number(last?.n ?? -1);
}

/**
 * Adds a staged table to its canonical table, `again` where another table of the same file went there before, and carries out what is to
 * be written with it. Rejects with the reason of the signal, between two statements, when it was aborted.
 */
export async function loadStaged(
  engine: Engine,
  staged: Staged,
  fileId: number,
  file: string,
  again: boolean,
  also: string | null,
  signal?: AbortSignal,
): Promise<Loaded> {
  const { rows, csv, coded, read } = staged;
  if (also !== null && (!csv || rows === 0)) await engine.run(also);
  if (rows === 0) return { rows, since: -1, issues: [], issueCounts: {} };
  signal?.throwIfAborted();
  const since = again ? await lastRow(engine, staged.table) : -1;
  if (csv) await insertCsv(engine, staged, csv, fileId, also);
  if (coded) await insertCoded(engine, staged, coded, fileId, signal);
  return { rows, since, issues: read.issues.map((issue) => ({ ...issue, file })), issueCounts: read.issueCounts };
}
