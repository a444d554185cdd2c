import { type Engine, type Row, type Tables, isEmpty } from '../engine';
import {
  type DerivedTable,
  HIERARCHY_TABLES,
  LIFE_TABLES,
  SPAN,
  UNSTATED_TABLE,
  ZONE_ALIAS_TABLE,
  ZONE_NAMES_TABLE,
} from '../model';
import { literal } from '../sql';
import { CALENDAR } from './calendar';
import { type Versions, contentSql, inputsOf } from './versions';

async function writeCalendar(engine: Engine): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE ${CALENDAR.table}`);
  await engine.run(CALENDAR.rows);
  await engine.run(`CREATE OR REPLACE TABLE span AS ${SPAN}`);
}

const HIERARCHY = HIERARCHY_TABLES.filter((table) => table !== ZONE_NAMES_TABLE);
const DERIVED = [...HIERARCHY, ...LIFE_TABLES];

/** What a table was made from, and what it holds by {@link Versions}; noted on the table itself, so that the note goes with it. */
interface Made {
  readonly from: string;
  readonly holds: string;
}

const noteSql = (id: string, { from, holds }: Made): string =>
  `COMMENT ON TABLE ${id} IS ${literal(`${from}|${holds}`)}`;

/** A table of so few rows is compared row by row with what it held before: then nothing made of it need be made again. */
const FEW = 1000;

const fewSql = (id: string): string => contentSql(`(SELECT * FROM ${id} LIMIT ${FEW + 1})`, id);

/** What a table holds that was made from something, by what {@link fewSql} says of it. */
const heldBy = (from: string, { rows, version }: Row = {}): string => (Number(rows) > FEW ? from : String(version));

async function madeBefore(engine: Engine): Promise<ReadonlyMap<string, Made>> {
  const rows = await engine.rows(
    'SELECT table_name AS name, comment AS note FROM duckdb_tables() WHERE comment IS NOT NULL',
  );
  return new Map(
    rows.map(({ name, note }) => {
      const [from = '', holds = ''] = String(note).split('|');
      return [String(name), { from, holds }];
    }),
  );
}

/**
 * Writes tables from those before them; what they hold then is in `versions` too. One made from the same as before stays as it is; so does what
 * is empty and is made of nothing but empty tables: most files have rows of one table, and it is the number of statements that costs. Without
 * versions nothing is compared or noted.
 */
async function write(
  engine: Engine,
  tables: readonly DerivedTable[],
  before: Tables,
  versions: Versions | null,
): Promise<void> {
  const known = versions ? await madeBefore(engine) : null;
  const filled = new Map(before);
  const notes: string[] = [];
  for (const { id, sql, from } of tables) {
    if ([id, ...from].every((table) => isEmpty(filled, table))) {
      versions?.set(id, '');
      continue;
    }
    const inputs = versions ? inputsOf([sql], versions) : '';
    const made = known?.get(id);
    if (made?.from === inputs) {
      versions?.set(id, made.holds);
      continue;
    }
    const look = versions ? fewSql(id) : `SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${id}`;
    const [written] = await engine.rows(`CREATE OR REPLACE TABLE ${id} AS ${sql}; ${look}`);
    filled.set(id, Number(written?.rows) > 0);
    if (!versions) continue;
    const holds = heldBy(inputs, written);
    versions.set(id, holds);
    notes.push(noteSql(id, { from: inputs, holds }));
  }
  if (notes.length > 0) await engine.run(notes.join(';'));
}

/** Notes what tables were made from that were written without versions, and what they hold; nothing was changed since. It is in `versions` then, too. */
export async function noteDerived(engine: Engine, there: Tables, versions: Versions): Promise<void> {
  const looked = DERIVED.filter(({ id }) => there.has(id) && !isEmpty(there, id));
  const found = looked.length === 0 ? [] : await engine.rows(looked.map(({ id }) => fewSql(id)).join(' UNION ALL '));
  const told = new Map(found.map((row) => [String(row.name), row]));
  const notes = DERIVED.flatMap(({ id, sql }) => {
    const from = inputsOf([sql], versions);
    const row = told.get(id);
    const holds = row ? heldBy(from, row) : '';
    versions.set(id, holds);
    return row ? [noteSql(id, { from, holds })] : [];
  });
  if (notes.length > 0) await engine.run(notes.join(';'));
}

/** Writes what the other tables are made by and what is the same for all files: the calendar, unless it is there. */
export async function writeFixed(engine: Engine, there: Tables): Promise<void> {
  if (!there.has('unstated')) await engine.run(`CREATE TABLE ${UNSTATED_TABLE}`);
  if (!there.has('zone_alias')) await engine.run(`CREATE TABLE ${ZONE_ALIAS_TABLE}`);
  if (!there.has('span')) await writeCalendar(engine);
}

/** The statement that writes the names of zones, by which rows are placed. */
export const ZONE_NAMES = `CREATE OR REPLACE TABLE ${ZONE_NAMES_TABLE.id} AS ${ZONE_NAMES_TABLE.sql}`;

/** Writes the tables of the hierarchy: nearly every population reads them. The names of zones are written. */
export const writeHierarchy = (engine: Engine, there: Tables): Promise<void> => write(engine, HIERARCHY, there, null);

/** Writes the hierarchy, and what was owed of organisation life, by the calendar, the rules and the day. */
export const writeDerived = (engine: Engine, there: Tables, versions: Versions | null): Promise<void> =>
  write(engine, DERIVED, there, versions);
