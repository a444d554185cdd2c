import { AsyncDuckDB, type AsyncDuckDBConnection, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { toIpc, toRows } from './arrow';
import { PROGRAM, giveUp, startDatabase } from './database-worker';
import { type Engine, LOCK_DOWN } from './engine';

/** Opens the engine in the page: a worker, the packed build, locked down. Rejects when it cannot be fetched or started. */
export async function openBrowserEngine(started = startDatabase()): Promise<Engine> {
  const { worker, life, sent } = started;
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await life.during(
      sent.then(() => db.instantiate(PROGRAM)),
      '',
    );
  } catch (error) {
    giveUp(started);
    throw error;
  }
  const connection = await life.during(db.connect(), '');
  /** A streamed query can be cancelled between batches, a plain one cannot. */
  const ask = (sql: string): ReturnType<AsyncDuckDBConnection['query']> => life.during(connection.query(sql), sql);
  await ask(LOCK_DOWN.join(';'));
  let uploads = 0;
  return {
    gone: life.gone,
    run: async (sql) => void (await ask(sql)),
    rows: async (sql) => toRows(await ask(sql)),
    arrow: (sql) => ask(sql),
    async load(data) {
      const path = `upload/${++uploads}`;
      const given =
        data instanceof Uint8Array
          ? db.registerFileBuffer(path, data)
          : db.registerFileHandle(path, data, DuckDBDataProtocol.BROWSER_FILEREADER, true);
      await life.during(given, path);
      return path;
    },
    drop: async (path) => void (await life.during(db.dropFile(path), path)),
    async insert(table, columns) {
      await ask(`DROP TABLE IF EXISTS "${table}"`);
      let create = true;
      for (const ipc of toIpc(columns)) {
        await life.during(connection.insertArrowFromIPCStream(ipc, { name: table, create }), table);
        create = false;
      }
    },
    cancel: async () => void (await life.during(connection.cancelSent(), '')),
    async close() {
      life.close();
      await db.terminate();
    },
  };
}
