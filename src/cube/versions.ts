import { Sha256 } from '../domain';
import { type Engine, type Tables, isEmpty } from '../engine';
import { TABLES, placed } from '../model';
import { identifier, literal, sqlType, wordsIn } from '../sql';
import { CALENDAR } from './calendar';

/** Short texts that say what tables hold, by their names: under one text a table holds the same rows, in whatever order. */
export type Versions = Map<string, string>;

const NO_ROWS = '';

const TEXT = 'VARCHAR';

/**
 * What is filled as files are read, and how its rows are asked for: with the zone each counts for, since that is all that is ever asked of the names
 * of zones. So a name more, or a zone more in the register, changes only the tables whose rows it places elsewhere.
 */
const FILLED = TABLES.filter(({ id }) => id !== 'zone').map(({ id, columns }) => {
  const isPlaced = columns.some((column) => column.id === 'zone_id');
  const texts = columns.filter((column) => sqlType(column) === TEXT).map((column) => identifier(column.id));
  return {
    id,
    from: isPlaced ? placed(identifier(id)) : identifier(id),
    texts: (isPlaced ? ['zone', ...texts] : texts).map((text) => `t.${text}`),
  };
});

/** A text of few signs, the same for the same texts only. */
function sumOf(...texts: readonly string[]): string {
  const sum = new Sha256();
  sum.add(new TextEncoder().encode(JSON.stringify(texts)));
  return sum.hex();
}

/**
 * The rows of a table as a sum that does not depend on their order. The database’s own hash lets some short texts of one form fall together; all texts
 * of the row in one, each beginning at another place, tell these apart.
 */
const rowsSql = (texts: readonly string[]): string =>
  `concat_ws(' ', sum(hash(t, concat(${['chr(31)', ...texts].join(', ')}))), count(*))`;

/** Every column, where it is not known which hold texts. */
const ALL: readonly string[] = ['*COLUMNS(t.*)'];

/** Asks how many `rows` there are, and for the `version` of what they say. */
export const contentSql = (from: string, name: string, texts = ALL): string =>
  `SELECT ${literal(name)} AS name, CAST(count(*) AS DOUBLE) AS rows, CASE WHEN count(*) > 0 THEN ${rowsSql(texts)} ELSE ${literal(NO_ROWS)} END AS version FROM ${from} t`;

/** What the lists of a table do not state is asked for by the name of that table, and counts as a part of it. */
const UNSTATED = `SELECT table_id AS name, CAST(0 AS DOUBLE) AS rows, ${rowsSql(ALL)} AS version FROM unstated t GROUP BY table_id`;

/** What the tables hold that everything else is worked out from, the names of zones being written. The calendar is the same in every session. */
export async function versionsOf(
  engine: Engine,
  there: Tables,
  { asOf, rules }: { readonly asOf: string | null; readonly rules: string | null },
): Promise<Versions> {
  const isFilled = (table: string): boolean => there.has(table) && !isEmpty(there, table);
  const looks = FILLED.filter(({ id }) => isFilled(id)).map(({ id, from, texts }) => contentSql(from, id, texts));
  if (isFilled('unstated')) looks.push(UNSTATED);
  const found = looks.length === 0 ? [] : await engine.rows(`${looks.join(' UNION ALL ')} ORDER BY name, version`);
  const held: Versions = new Map();
  for (const { name, version } of found)
    held.set(String(name), `${held.get(String(name)) ?? NO_ROWS}${String(version)} `);
  return new Map([
    ['as_of', asOf ?? NO_ROWS],
    ['rule', rules ?? NO_ROWS],
    ['calendar', CALENDAR.table],
    ['span', CALENDAR.table],
    ...FILLED.map(({ id }) => [id, held.get(id) ?? NO_ROWS] as const),
  ]);
}

/** What the answer to some statements depends on: what they ask, and what the tables hold that they read. */
export function inputsOf(statements: readonly string[], versions: Versions): string {
  const words = wordsIn(statements.join('\n'));
  const read = [...versions].filter(([table]) => words.has(table)).sort(([a], [b]) => (a < b ? -1 : 1));
  return sumOf(...statements, ...read.flat());
}
