import { type Engine, type Tables, isEmpty } from '../engine';
import { type DerivedTable, HIERARCHY_TABLES, LIFE_TABLES, SPAN, UNSTATED_TABLE, ZONE_ALIAS_TABLE } from '../model';
import { CALENDAR } from './calendar';

async function writeCalendar(engine: Engine): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE ${CALENDAR.table}`);
  await engine.run(CALENDAR.rows);
  await engine.run(`CREATE OR REPLACE TABLE span AS ${SPAN}`);
}

/**
 * Writes tables from those before them. What is empty and is made of nothing but empty tables stays as it is: most files have rows of one
 * table, and it is the number of statements that costs.
 */
async function write(engine: Engine, tables: readonly DerivedTable[], before: Tables): Promise<void> {
  const filled = new Map(before);
  for (const { id, sql, from } of tables) {
    if ([id, ...from].every((table) => isEmpty(filled, table))) continue;
    const [made] = await engine.rows(`CREATE OR REPLACE TABLE ${id} AS ${sql}`);
    filled.set(id, made?.Count !== 0);
  }
}

/** Writes what the other tables are made by and what is the same for all files: the calendar, unless it is there. */
export async function writeFixed(engine: Engine, there: Tables): Promise<void> {
  if (!there.has('unstated')) await engine.run(`CREATE TABLE ${UNSTATED_TABLE}`);
  if (!there.has('zone_alias')) await engine.run(`CREATE TABLE ${ZONE_ALIAS_TABLE}`);
  if (!there.has('span')) await writeCalendar(engine);
}

/** Writes the tables of the hierarchy: nearly every population reads them. */
export const writeHierarchy = (engine: Engine, there: Tables): Promise<void> => write(engine, HIERARCHY_TABLES, there);

/** Writes the hierarchy, and what was owed of organisation life, by the calendar, the rules and the day. */
export const writeDerived = (engine: Engine, there: Tables): Promise<void> =>
  write(engine, [...HIERARCHY_TABLES, ...LIFE_TABLES], there);
