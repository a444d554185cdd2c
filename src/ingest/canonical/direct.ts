import type { ColumnSpec, Issue, TableSpec } from '../../domain';
import type { Engine } from '../../engine';
import { identifier, literal, sqlType } from '../../sql';
import { type CellContext, parseCell } from '../cells';
import { LISTED, type Loaded } from './load';
import { cheapCast, failsCreditCheck, isDamagedCode, knownCast } from './typing';

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

/** An open column (zones, committees) with no more words than this in its sample is treated as a small vocabulary. */
const FEW = 40;

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
 * SQL for a column that reads plain spellings and the sample's words, keeps empty cells null, and stops the whole load
 * on anything else: a file with one doubtful value is read the careful way.
 */
function strictCast(spec: ColumnSpec, raw: string, texts: readonly string[], context: CellContext): string {
  const known = vocabulary(spec, texts, context);
  const few = spec.type === 'boolean' || spec.type === 'enum' || known.size <= FEW;
  const cheap = cheapCast(spec, raw, true);
  const read = few ? `coalesce(${cheap}, ${knownCast(spec, raw, known)})` : cheap;
  return `CASE WHEN ${raw} IS NULL THEN NULL ELSE coalesce(${read}, CAST(error('not plain') AS ${sqlType(spec)})) END`;
}

/** What is looked at in the codes of a loaded file; a damaged one is never used as a key. */
const CODE_CHECKS = [
  { code: 'damaged-code', severity: 'error', suspect: isDamagedCode, cleared: true },
  { code: 'credit-code-checksum', severity: 'warning', suspect: failsCreditCheck, cleared: false },
] as const;

/** Looks at the distinct codes of a loaded file: damaged ones become null, doubtful ones are told. */
async function checkCodes(
  engine: Engine,
  file: DirectFile,
  fileId: number,
  name: string,
): Promise<Omit<Loaded, 'rows'>> {
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  const target = identifier(file.table.id);
  const codes = file.table.columns.filter(
    (spec) => spec.type === 'code' && file.fields.includes(spec.id) && spec.fileLevel !== true,
  );
  for (const spec of codes)
    for (const { code, severity, suspect, cleared } of CODE_CHECKS) {
      const column = identifier(spec.id);
      const suspects = `SELECT text FROM (SELECT DISTINCT ${column} AS text FROM ${target} WHERE file_id = ${fileId}) codes WHERE ${suspect('text')}`;
      const where = `WHERE file_id = ${fileId} AND ${column} IN (${suspects})`;
      const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${target} ${where}`);
      const count = Number(counted?.n ?? 0);
      if (count === 0) continue;
      issueCounts[code] = (issueCounts[code] ?? 0) + count;
      const rows = await engine.rows(
        `SELECT source_row, ${column} AS text FROM ${target} ${where} ORDER BY source_row LIMIT ${LISTED}`,
      );
      const about = { code, severity, file: name, column: file.headers[spec.id] ?? spec.id };
      for (const row of rows) issues.push({ ...about, row: Number(row.source_row), value: String(row.text) });
      if (cleared) await engine.run(`UPDATE ${target} SET ${column} = NULL ${where}`);
    }
  return { issues, issueCounts };
}

/**
 * Loads a regular file into its canonical table in one scan, without passing through JavaScript. Rejects, with nothing
 * added, when any row or value is not plain; the caller then reads the file the careful way.
 */
export async function loadDirect(
  engine: Engine,
  data: File | Uint8Array,
  file: DirectFile,
  fileId: number,
  name: string,
): Promise<Loaded> {
  const path = await engine.load(data);
  try {
    const types = file.fields.map((_, at) => `${literal(`c${at}`)}: 'VARCHAR'`).join(', ');
    const source = `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(file.delimiter)}, quote = '"',
      escape = '"', new_line = ${file.newline === 'crlf' ? "'\\r\\n'" : "'\\n'"}, null_padding = false, columns = {${types}})`;
    const columns: string[] = [];
    const values: string[] = [];
    for (const spec of file.table.columns) {
      const at = file.fields.indexOf(spec.id);
      const given = file.fileLevel[spec.id];
      if (at < 0 && given === undefined) continue;
      columns.push(identifier(spec.id));
      if (at >= 0)
        values.push(
          strictCast(
            spec,
            `c${at}`,
            file.sample.map((row) => row[at] ?? ''),
            file.context,
          ),
        );
      else
        values.push(
          `CAST(${literal(String(parseCell(spec, given ?? '', file.context).value ?? ''))} AS ${sqlType(spec)})`,
        );
    }
    const target = identifier(file.table.id);
    const [before] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${target}`);
    await engine.run(`INSERT INTO ${target} (${columns.join(', ')}, file_id, source_row)
      SELECT ${values.join(', ')}, ${fileId}, row_number() OVER () + 1 FROM ${source}`);
    const [after] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${target}`);
    return {
      rows: Number(after?.n ?? 0) - Number(before?.n ?? 0),
      ...(await checkCodes(engine, file, fileId, name)),
    };
  } finally {
    await engine.drop(path);
  }
}
