import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NODE_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import { toIpc, toRows } from './arrow';
import { type Engine, EngineError, LOCK_DOWN } from './engine';

/** Opens the engine in Node: the DuckDB-WASM build the page ships, in this thread. */
export async function openNodeEngine(): Promise<Engine> {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
  const mainModule = join(dist, 'duckdb-eh.wasm');
  const bundle = { mainModule, mainWorker: '' };
  const db = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate();
  const connection = db.connect();
  const ask = (sql: string) => {
    try {
      return connection.query(sql);
    } catch (cause) {
      throw new EngineError(cause instanceof Error ? cause.message : String(cause), sql);
    }
  };
  ask(LOCK_DOWN.join(';'));
  let uploads = 0;
  return {
    // It lives in this thread: nothing can end it alone.
    gone: new Promise(() => undefined),
    run: async (sql) => void ask(sql),
    rows: async (sql) => toRows(ask(sql)),
    arrow: async (sql) => ask(sql),
    async load(data) {
      const path = `upload/${++uploads}`;
      const bytes = data instanceof Uint8Array ? data : new Uint8Array(await data.arrayBuffer());
      db.registerFileBuffer(path, bytes);
      return path;
    },
    drop: async (path) => void db.dropFile(path),
    async insert(table, columns) {
      ask(`DROP TABLE IF EXISTS "${table}"`);
      let create = true;
      for (const ipc of toIpc(columns)) {
        connection.insertArrowFromIPCStream(ipc, { name: table, create });
        create = false;
      }
    },
    cancel: async () => undefined,
    async close() {
      connection.close();
      db.reset();
    },
  };
}
