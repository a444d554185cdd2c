import type { TableSpec } from '../../domain';
import { TABLES } from '../../model';
import type { Engine } from '../../engine';
import { identifier, literals } from '../../sql';
import { folded, numberFor, thingOf } from './same-thing';

/*
 * A key of every row, beside its table: file_id, source_row, rough, by_name, coded. Working them out is what costs, so a file's are worked out
 * once, when its rows are compared with others. Rows that were taken out keep theirs: a key says which rows may be of one thing, not that
 * they are.
 */
const keysTable = (table: TableSpec): string => identifier(`${table.id}_keys`);

/**
 * SQL for rows of a table with their keys: all columns, rowid, rough (equal for all rows of one thing, and cheap; not only for those),
 * by_name (the same without the code), coded. Every text is folded once, above what it is made of: a fold names its text four times, and
 * plans grow with that.
 */
function withKeys(table: TableSpec, where: string): string {
  const { code, line, written, stated, optional } = thingOf(table);
  const others = [...stated, ...optional];
  const key = (of: string): string => `hash(${[numberFor([of]), ...others.map((_, at) => `other${at}`)].join(', ')})`;
  return `(SELECT *, ${key('coalesce(code, name, line)')} AS rough, ${key('name')} AS by_name, code IS NOT NULL AS coded FROM (
    SELECT *, ${folded('written')} AS name FROM (
      SELECT *, rowid, ${code} AS code, ${line} AS line, ${written} AS written${others.map((sql, at) => `, ${sql} AS other${at}`).join('')}
      FROM ${identifier(table.id)} WHERE ${where})))`;
}

/** The statements that work out the keys of some files' rows as they are now, and those of every file that has none yet. */
function keysSql(table: TableSpec, files: readonly number[]): string {
  const keys = keysTable(table);
  const missing = withKeys(table, `file_id NOT IN (SELECT DISTINCT file_id FROM ${keys})`);
  return `DELETE FROM ${keys} WHERE file_id IN ${literals(files)};
    INSERT INTO ${keys} SELECT file_id, source_row, rough, by_name, coded FROM ${missing}`;
}

/** Works out the keys of a file's rows as they are now, and those of every file that has none yet. */
export const noteKeys = (engine: Engine, table: TableSpec, file: number): Promise<void> =>
  engine.run(keysSql(table, [file]));

/**
 * Whether each row of a table is a thing of its own, told without keys: all are of one file, all have a code, and no two with one code say
 * the same of what else tells things apart. False where it is not that simple.
 */
export async function areAllApart(engine: Engine, table: TableSpec, file: number): Promise<boolean> {
  const { code, stated, optional } = thingOf(table);
  const [others] = await engine.rows(`SELECT 1 AS any FROM ${identifier(table.id)} WHERE file_id <> ${file} LIMIT 1`);
  if (others) return false;
  const columns = ['code', ...[...stated, ...optional].map((_, at) => `other${at}`)];
  const values = [code, ...stated, ...optional].map((sql, at) => `${sql} AS ${columns[at] ?? ''}`);
  const [alike] = await engine.rows(`SELECT 1 AS any FROM (SELECT ${values.join(', ')} FROM ${identifier(table.id)})
    GROUP BY ${columns.join(', ')} HAVING count(*) > 1 OR code IS NULL LIMIT 1`);
  return alike === undefined;
}

/** Forgets the keys of some files' rows. */
export async function forgetKeys(engine: Engine, files: readonly number[]): Promise<void> {
  await engine.run(
    TABLES.map((table) => `DELETE FROM ${keysTable(table)} WHERE file_id IN ${literals(files)}`).join(';'),
  );
}

/** Makes the tables of keys, empty. */
export async function clearKeys(engine: Engine): Promise<void> {
  const columns = 'file_id INTEGER, source_row INTEGER, rough UBIGINT, by_name UBIGINT, coded BOOLEAN';
  await engine.run(TABLES.map((table) => `CREATE OR REPLACE TABLE ${keysTable(table)} (${columns})`).join(';'));
}

/**
 * Which of some files, in the order they came, have rows that may speak of the same thing as others of theirs, of a file before them, or of one
 * that is none of them. Their keys are worked out first, as {@link noteKeys} does, unless they are known.
 */
export async function sharingAmong(
  engine: Engine,
  table: TableSpec,
  files: readonly number[],
  areKnown = false,
): Promise<Set<number>> {
  const keys = keysTable(table);
  const mine = `file_id IN ${literals(files)}`;
  // The place of a row's file among them; before them for any other.
  const place = `CASE WHEN ${mine} THEN file_id ELSE -1 END`;
  const found = await engine.rows(`${areKnown ? '' : `${keysSql(table, files)};`}
    WITH own AS (SELECT DISTINCT file_id, rough, by_name FROM ${keys} WHERE ${mine}),
    several AS (
      SELECT rough AS key, min(${place}) AS first FROM ${keys} GROUP BY 1 HAVING count(*) > 1 AND bool_or(${mine})
    ),
    within AS (SELECT file_id FROM ${keys} WHERE ${mine} GROUP BY file_id, rough HAVING count(*) > 1),
    half AS (
      SELECT by_name AS key, greatest(min(CASE WHEN coded THEN ${place} END), min(CASE WHEN NOT coded THEN ${place} END)) AS first
      FROM ${keys} GROUP BY 1 HAVING bool_or(coded) AND NOT bool_and(coded) AND bool_or(${mine})
    )
    SELECT file_id FROM own JOIN several ON several.key = own.rough WHERE own.file_id > several.first
    UNION SELECT file_id FROM within
    UNION SELECT file_id FROM own JOIN half ON half.key = own.by_name WHERE own.file_id >= half.first`);
  return new Set(found.map(({ file_id }) => Number(file_id)));
}

/**
 * The statements that write which rows may speak of the same thing as one of a file's: temporary tables `suspect` (file_id, source_row) and
 * `suspect_key` (key). Files that come `later` are not looked at.
 */
export function suspectsSql(table: TableSpec, file: number, later: readonly number[]): string {
  const keys = `(SELECT * FROM ${keysTable(table)}${later.length === 0 ? '' : ` WHERE file_id NOT IN ${literals(later)}`})`;
  const shared = (key: string, several: string): string =>
    `SELECT ${key} AS key FROM ${keys} GROUP BY 1 HAVING ${several} AND bool_or(file_id = ${file})`;
  // The second: a thing that has its code in one row only.
  const found = `${shared('rough', 'count(*) > 1')} UNION ${shared('by_name', 'bool_or(coded) AND NOT bool_and(coded)')}`;
  return `CREATE OR REPLACE TEMP TABLE suspect_key AS ${found};
    CREATE OR REPLACE TEMP TABLE suspect AS SELECT DISTINCT file_id, source_row FROM ${keys}
    WHERE rough IN (SELECT key FROM suspect_key) OR by_name IN (SELECT key FROM suspect_key)`;
}

/** SQL for the rowids of the suspected rows. One row of a file may be several rows of the table: not all of them are suspected. */
export function suspectPlaces(table: TableSpec): string {
  const candidates = withKeys(table, '(file_id, source_row) IN (SELECT (file_id, source_row) FROM suspect)');
  return `SELECT rowid FROM ${candidates} WHERE rough IN (SELECT key FROM suspect_key) OR by_name IN (SELECT key FROM suspect_key)`;
}
