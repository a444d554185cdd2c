import { type Engine, type Tables, isEmpty } from '../engine';
import { type DerivedTable, HIERARCHY_TABLES, LIFE_TABLES, SPAN, UNSTATED_TABLE, ZONE_ALIAS_TABLE } from '../model';
import { literal } from '../sql';
import { CALENDAR } from './calendar';
import { type Versions, contentSql, inputsOf } from './versions';

async function writeCalendar(engine: Engine): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE ${CALENDAR.table}`);
  await engine.run(CALENDAR.rows);
  await engine.run(`CREATE OR REPLACE TABLE span AS ${SPAN}`);
}

/** What a table was made from, and what it holds by {@link Versions}; noted on the table itself, so that the note goes with it. */
interface Made {
  readonly from: string;
  readonly holds: string;
}

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

/** A table of so few rows is compared row by row with what it held before: then nothing made of it need be made again. */
const FEW = 1000;

/**
 * Writes tables from those before them; what they hold then is in `versions` too. One made from the same as before stays as it is; so does what
 * is empty and is made of nothing but empty tables: most files have rows of one table, and it is the number of statements that costs.
 */
async function write(
  engine: Engine,
  tables: readonly DerivedTable[],
  before: Tables,
  versions: Versions,
): Promise<void> {
  const known = await madeBefore(engine);
  const filled = new Map(before);
  const notes: string[] = [];
  for (const { id, sql, from } of tables) {
    if ([id, ...from].every((table) => isEmpty(filled, table))) {
      versions.set(id, '');
      continue;
    }
    const inputs = inputsOf([sql], versions);
    const made = known.get(id);
    if (made?.from === inputs) {
      versions.set(id, made.holds);
      continue;
    }
    const [written] = await engine.rows(
      `CREATE OR REPLACE TABLE ${id} AS ${sql}; ${contentSql(`(SELECT * FROM ${id} LIMIT ${FEW + 1})`)}`,
    );
    const rows = Number(written?.rows);
    filled.set(id, rows > 0);
    const holds = rows > FEW ? inputs : String(written?.version);
    versions.set(id, holds);
    notes.push(`COMMENT ON TABLE ${id} IS ${literal(`${inputs}|${holds}`)}`);
  }
  if (notes.length > 0) await engine.run(notes.join(';'));
}

/** Writes what the other tables are made by and what is the same for all files: the calendar, unless it is there. */
export async function writeFixed(engine: Engine, there: Tables): Promise<void> {
  if (!there.has('unstated')) await engine.run(`CREATE TABLE ${UNSTATED_TABLE}`);
  if (!there.has('zone_alias')) await engine.run(`CREATE TABLE ${ZONE_ALIAS_TABLE}`);
  if (!there.has('span')) await writeCalendar(engine);
}

/** Writes the tables of the hierarchy: nearly every population reads them. */
export const writeHierarchy = (engine: Engine, there: Tables, versions: Versions): Promise<void> =>
  write(engine, HIERARCHY_TABLES, there, versions);

/** Writes the hierarchy, and what was owed of organisation life, by the calendar, the rules and the day. */
export const writeDerived = (engine: Engine, there: Tables, versions: Versions): Promise<void> =>
  write(engine, [...HIERARCHY_TABLES, ...LIFE_TABLES], there, versions);
