import { type Engine } from '../src/engine';
import { openNodeEngine } from '../src/engine/node';
import { TABLES, UNSTATED_TABLE, ZONE_ALIAS_TABLE } from '../src/model';
import { createTable } from '../src/sql';

/** The real engine with every canonical table, empty. */
export async function openWithTables(): Promise<Engine> {
  const engine = await openNodeEngine();
  for (const table of TABLES) await engine.run(createTable(table));
  await engine.run(`CREATE TABLE IF NOT EXISTS ${UNSTATED_TABLE}`);
  await engine.run(`CREATE TABLE IF NOT EXISTS ${ZONE_ALIAS_TABLE}`);
  return engine;
}
