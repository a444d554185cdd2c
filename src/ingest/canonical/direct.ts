import { type ColumnSpec, type Issue, type TableSpec, nextTurn } from '../../domain';
import { type Engine, EngineError, textRows } from '../../engine';
import { identifier, literal, sqlType } from '../../sql';
import { type CellContext, parseCell } from '../cells';
import { TELLING, maskText } from '../personal/mask-text';
import { isCheap } from './plain';
import { LISTED, type Loaded } from './staged';
import { cheapCast, isPlainText, knownCast } from './typing';

/** A regular file as it stands: one header row, one delimiter, UTF-8, nothing to take out. */
export interface DirectFile {
  readonly table: TableSpec;
  /** Canonical column of each column of the file; null where none matches. */
  readonly fields: readonly (string | null)[];
  readonly delimiter: string;
  readonly newline: 'lf' | 'crlf';
  /** The first rows of the file, to learn the words its yes/no and enum columns use. */
  readonly sample: readonly (readonly string[])[];
  /** Header text each canonical column came from; for the ledger. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fileLevel: Readonly<Record<string, string>>;
  readonly context: CellContext;
}

const YES_NO = ['是', '否', '有', '无', '√', '×', 'Y', 'N', 'yes', 'no', 'true', 'false'];

/** The words of a closed vocabulary with what they mean, those of the sample first; only words that leave no doubt. */
function vocabulary(spec: ColumnSpec, sample: readonly string[], context: CellContext): Map<string, string> {
  const words = spec.type === 'boolean' ? YES_NO : (spec.values ?? []).flatMap((value) => value.synonyms ?? []);
  const known = new Map<string, string>();
  for (const text of new Set([...sample, ...words])) {
    const result = parseCell(spec, text, context);
    if (text !== '' && result.state === 'value' && result.reason === null) known.set(text, String(result.value));
  }
  return known;
}

/**
 * Reads plain spellings and the words of closed vocabularies, keeps empty cells null, and stops the whole load on anything
 * else. Texts are passed through and looked at afterwards: choosing between strings would copy every one of them.
 */
function strictCast(spec: ColumnSpec, raw: string, texts: readonly string[], context: CellContext): string {
  if (spec.type === 'text' || spec.type === 'code') return raw;
  const closed = spec.type === 'boolean' || spec.type === 'enum';
  const words = closed ? [knownCast(spec, raw, vocabulary(spec, texts, context))] : [];
  const stop = `CASE WHEN ${raw} IS NULL THEN NULL ELSE CAST(error('not plain') AS ${sqlType(spec)}) END`;
  return `coalesce(${[cheapCast(spec, raw), ...words, stop].join(', ')})`;
}

/** Thrown when a loaded text turns out to need the careful reader. */
class NotPlain extends EngineError {}

/** SQL that is true for every text with something personal in it, and for some others. */
const mayBePersonal = (column: string): string => `regexp_matches(${column}, ${literal(TELLING)})`;

/** A text with something personal in it is masked by the careful reader. */
function refusePersonal(spec: ColumnSpec, text: string, sql: string): void {
  if (maskText(text, spec.type === 'code' ? 'code' : 'text').kinds.length > 0)
    throw new NotPlain(`personal: ${spec.id}`, sql);
}

/** How many texts are looked at before other work gets a turn. */
const TURN = 10_000;

function append(lists: Map<string, string[]>, key: string, text: string): void {
  const list = lists.get(key);
  if (list) list.push(text);
  else lists.set(key, [text]);
}

/**
 * Reads the distinct texts of a loaded column that could mean something else than they say. Resolves to the codes that are
 * doubted or damaged, by ledger code; throws NotPlain when a text is a blank, personal, or would be read differently.
 */
async function doubtfulTexts(
  engine: Engine,
  file: DirectFile,
  spec: ColumnSpec,
  fileId: number,
): Promise<Map<string, string[]>> {
  const column = identifier(spec.id);
  // Few of many long names need a look; codes are fewer than rows, and cheaper to tell apart than to test.
  const narrow = spec.type === 'text' ? `AND (NOT ${isPlainText(spec, column)} OR ${mayBePersonal(column)})` : '';
  const sql = `SELECT DISTINCT ${column} AS text FROM ${identifier(file.table.id)}
    WHERE file_id = ${fileId} AND ${column} IS NOT NULL ${narrow}`;
  const distinct = await engine.arrow(sql);
  const found = new Map<string, string[]>();
  let at = 0;
  for (const text of textRows(distinct.getChild('text'))) {
    if (at++ % TURN === TURN - 1) await nextTurn();
    refusePersonal(spec, text, sql);
    if (isCheap(spec, text)) continue;
    const { state, value, reason } = parseCell(spec, text, file.context);
    const doubt = reason === 'damaged-code' || reason === 'credit-code-checksum' ? reason : null;
    if (doubt !== null) append(found, doubt, text);
    else if (state !== 'value' || reason !== null || value !== text) throw new NotPlain(`not plain: ${spec.id}`, sql);
  }
  return found;
}

/** Looks at the texts of a loaded file: a damaged code is never used as a key and becomes null, a doubtful one is told. */
export async function checkTexts(
  engine: Engine,
  file: DirectFile,
  fileId: number,
  name: string,
): Promise<Omit<Loaded, 'rows' | 'since'>> {
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  const target = identifier(file.table.id);
  const columns = file.table.columns.filter(
    ({ id, type }) => (type === 'code' || type === 'text') && file.fields.includes(id),
  );
  for (const spec of columns)
    for (const [code, texts] of await doubtfulTexts(engine, file, spec, fileId)) {
      const column = identifier(spec.id);
      await engine.insert('doubtful_codes', { text: texts });
      const where = `WHERE file_id = ${fileId} AND ${column} IN (SELECT text FROM doubtful_codes)`;
      const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${target} ${where}`);
      const rows = await engine.rows(
        `SELECT source_row, ${column} AS text FROM ${target} ${where} ORDER BY source_row LIMIT ${LISTED}`,
      );
      issueCounts[code] = (issueCounts[code] ?? 0) + Number(counted?.n ?? 0);
      const damaged = code === 'damaged-code';
      const about = {
        code,
        severity: damaged ? 'error' : 'warning',
        file: name,
        column: file.headers[spec.id] ?? spec.id,
      } as const;
      for (const row of rows) issues.push({ ...about, row: Number(row.source_row), value: String(row.text) });
      if (damaged) await engine.run(`UPDATE ${target} SET ${column} = NULL ${where}`);
    }
  return { issues, issueCounts };
}

/** SQL that reads a registered file as texts c0, c1 … and refuses ragged rows. */
function textsOf(path: string, file: DirectFile): string {
  const types = file.fields.map((_, at) => `${literal(`c${at}`)}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(file.delimiter)}, quote = '"',
    escape = '"', new_line = ${file.newline === 'crlf' ? "'\\r\\n'" : "'\\n'"}, null_padding = false, columns = {${types}})`;
}

/** SQL for a canonical column of a regular file; null when neither the file nor its title gives it. */
function valueOf(file: DirectFile, spec: ColumnSpec): string | null {
  const at = file.fields.indexOf(spec.id);
  if (at >= 0) {
    const texts = file.sample.map((row) => row[at] ?? '');
    return strictCast(spec, `c${at}`, texts, file.context);
  }
  const given = file.fileLevel[spec.id];
  if (given === undefined) return null;
  const { value } = parseCell(spec, given, file.context);
  return value === null ? null : `CAST(${literal(String(value))} AS ${sqlType(spec)})`;
}

/**
 * Counts the rows of a regular file by some canonical columns, in one scan and without keeping the rows: a table `into` of
 * those columns and `weight`. Rejects when any value is not plain.
 */
export async function countDirect(
  engine: Engine,
  data: File | Uint8Array,
  file: DirectFile,
  columns: readonly string[],
  into: string,
): Promise<void> {
  const path = await engine.load(data);
  try {
    const specs = file.table.columns.filter((spec) => columns.includes(spec.id));
    const values = specs.map(
      (spec) => `${valueOf(file, spec) ?? `CAST(NULL AS ${sqlType(spec)})`} AS ${identifier(spec.id)}`,
    );
    const names = specs.map((spec) => identifier(spec.id)).join(', ');
    // The file has no number before it is loaded.
    const number = columns.includes('file_id') ? ', 0 AS file_id' : '';
    await engine.run(`CREATE OR REPLACE TEMP TABLE ${identifier(into)} AS SELECT ${names}${number}, count(*) AS weight
      FROM (SELECT ${values.join(', ')} FROM ${textsOf(path, file)}) plain GROUP BY ${names}`);
    // A row without what every row has may be none: totals, notes.
    const needed = specs.filter(({ required }) => required === true).map(({ id }) => `${identifier(id)} IS NULL`);
    const lacking = `SELECT 1 AS any FROM ${identifier(into)} WHERE ${['false', ...needed].join(' OR ')} LIMIT 1`;
    if ((await engine.rows(lacking)).length > 0) throw new NotPlain('a required cell is empty', lacking);
    for (const spec of specs.filter(({ type }) => type === 'code' || type === 'text')) {
      const column = identifier(spec.id);
      const few = `SELECT DISTINCT ${column} AS text FROM ${identifier(into)} WHERE ${column} IS NOT NULL LIMIT ${TURN}`;
      const telling = `SELECT DISTINCT ${column} AS text FROM ${identifier(into)} WHERE ${mayBePersonal(column)}`;
      for (const { text } of await engine.rows(telling)) refusePersonal(spec, String(text), telling);
      for (const { text } of await engine.rows(few))
        if (parseCell(spec, String(text), file.context).value !== text)
          throw new NotPlain(`not plain: ${spec.id}`, few);
    }
  } finally {
    await engine.drop(path);
  }
}

/**
 * Loads a regular file into its canonical table in one scan, without passing through JavaScript. Rejects, with nothing
 * added, when any row or value is not plain; the caller then reads the file the careful way. Resolves to the row count.
 */
export async function loadDirect(
  engine: Engine,
  data: File | Uint8Array,
  file: DirectFile,
  fileId: number,
): Promise<number> {
  const path = await engine.load(data);
  try {
    const given = file.table.columns.flatMap((spec) => {
      const value = valueOf(file, spec);
      return value === null ? [] : [{ name: identifier(spec.id), value }];
    });
    const target = identifier(file.table.id);
    const [before] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${target}`);
    await engine.run(`INSERT INTO ${target} (${given.map(({ name }) => name).join(', ')}, file_id, source_row)
      SELECT ${given.map(({ value }) => value).join(', ')}, ${fileId}, row_number() OVER () + 1 FROM ${textsOf(path, file)}`);
    const [after] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${target}`);
    return Number(after?.n ?? 0) - Number(before?.n ?? 0);
  } finally {
    await engine.drop(path);
  }
}
