import type { ColumnSpec, TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal, sqlType } from '../../sql';
import { valueOfNumber } from './numbered';
import { onceOf } from './once';
import type { CodedValues, Loaded, Staged } from './staged';

const ROWS = 'staged_rows';
const VALUES = 'staged_values';

/** SQL that reads a registered CSV as texts, its records in `record`, the number of each row in `nth`. */
function textsOf(path: string, width: number): string {
  const columns = ['record', ...Array.from({ length: width }, (_, at) => `c${at}`)];
  const types = columns.map((name) => `${literal(name)}: ${literal(name === 'record' ? 'INTEGER' : 'VARCHAR')}`);
  return `(SELECT *, row_number() OVER () AS nth FROM read_csv(${literal(path)}, auto_detect = false, header = false, delim = ',',
    quote = '"', escape = '"', new_line = '\\n', columns = {${types.join(', ')}}))`;
}

const cast = (text: string, spec: ColumnSpec): string => {
  const type = sqlType(spec);
  return type === 'VARCHAR' ? text : `CAST(${text} AS ${type})`;
};

/** A column of the table that the file stores: where it stands among those stored. */
interface Stored {
  readonly spec: ColumnSpec;
  readonly at: number;
}

const storedOf = ({ table, read: { columns } }: Staged): Stored[] =>
  table.columns.flatMap((spec) => (columns.includes(spec.id) ? [{ spec, at: columns.indexOf(spec.id) }] : []));

/** One statement that adds rows: by column what is written into it. */
const insertSql = (table: TableSpec, values: ReadonlyMap<string, string>, file: string, from: string): string =>
  `INSERT INTO ${identifier(table.id)} (${[...values.keys()].map(identifier).join(', ')}, file_id, source_row)
    SELECT ${[...values.values()].join(', ')}, ${file}, record FROM ${from}`;

/** Texts one behind the other. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** SQL for the file of a row by its number: the rows of each file stand together. */
function fileOf(parts: readonly Part[]): string {
  const [only] = parts;
  if (only && parts.length === 1) return String(only.file);
  let last = 0;
  const cases = parts.map(({ file, staged: { rows } }) => `WHEN nth <= ${(last += rows)} THEN ${file}`);
  return `CASE ${cases.join(' ')} END`;
}

/** Adds the rows of small tables, of many files in one statement. */
async function insertCsv(engine: Engine, table: TableSpec, parts: readonly Part[], also: string | null): Promise<void> {
  const path = await engine.load(joined(parts.flatMap(({ staged }) => staged.csv ?? [])));
  const values = new Map(table.columns.map((spec, at) => [spec.id, cast(`c${at}`, spec)] as const));
  try {
    await engine.run(`${insertSql(table, values, fileOf(parts), textsOf(path, table.columns.length))};${also ?? ''}`);
  } finally {
    // What comes next need not wait for it.
    void engine.drop(path).catch(() => undefined);
  }
}

/** By column of a large table what its cells say, else what is given once for all of them. */
function codedSql(staged: Staged, cellOf: (stored: Stored) => string): Map<string, string> {
  const once = onceOf(staged);
  const stored = new Map(storedOf(staged).map((column) => [column.spec, column] as const));
  const values = new Map<string, string>();
  for (const spec of staged.table.columns) {
    const [column, given] = [stored.get(spec), once.get(spec.id)];
    const parts = [
      ...(column ? [cellOf(column)] : []),
      ...(given === undefined ? [] : [`CAST(${literal(given)} AS ${sqlType(spec)})`]),
    ];
    if (parts.length > 0) values.set(spec.id, parts.length === 1 ? String(parts[0]) : `coalesce(${parts.join(', ')})`);
  }
  return values;
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
    await engine.run(
      insertSql(staged.table, codedSql(staged, cellOf), String(fileId), `${ROWS} s ${joins.join(' ')} ${order}`),
    );
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${ROWS}; DROP TABLE IF EXISTS ${VALUES}`);
  }
}

async function lastRow(engine: Engine, table: TableSpec): Promise<number> {
  const [last] = await engine.rows(`SELECT CAST(coalesce(max(rowid), -1) AS DOUBLE) AS n FROM ${identifier(table.id)}`);
  return Number(last?.n ?? -1);
}

/** A table of a file, on its way into the canonical table. */
export interface Part {
  readonly file: number;
  readonly path: string;
  readonly staged: Staged;
}

/**
 * Adds tables of files to their canonical table, `again` where another table of the same file went there before, and carries out what is
 * to be written with them; a large one comes alone. Rejects with the reason of the signal, between two statements, when it was aborted.
 */
export async function loadStaged(
  engine: Engine,
  table: TableSpec,
  parts: readonly Part[],
  again: boolean,
  also: string | null,
  signal?: AbortSignal,
): Promise<Loaded[]> {
  const filled = parts.filter(({ staged }) => staged.rows > 0);
  const small = filled.filter(({ staged }) => staged.csv);
  if (also !== null && small.length === 0) await engine.run(also);
  signal?.throwIfAborted();
  const since = again && filled.length > 0 ? await lastRow(engine, table) : -1;
  if (small.length > 0) await insertCsv(engine, table, small, also);
  for (const { staged, file } of filled)
    if (staged.coded) await insertCoded(engine, staged, staged.coded, file, signal);
  return parts.map(({ path, staged: { rows, read } }): Loaded => {
    if (rows === 0) return { rows, since: -1, issues: [], issueCounts: {} };
    return {
      rows,
      since,
      issues: read.issues.map((issue) => ({ ...issue, file: path })),
      issueCounts: read.issueCounts,
    };
  });
}
