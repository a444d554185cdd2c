import { AsyncDuckDB, type AsyncDuckDBConnection, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import packedWasmUrl from 'virtual:packed-duckdb';
import { toIpc, toRows } from './arrow';
import { fetchEngine } from './engine-file';
import { type Engine, EngineError, LOCK_DOWN } from './engine';

/** What goes wrong in the worker and answers nobody, such as an engine that cannot be compiled, is told as an error of the worker. */
const TELL = "addEventListener('unhandledrejection', (event) => reportError(event.reason));";

/** A worker started from a blob: URL inherits the page's content policy, one started from its own URL does not. */
function startWorker(): Worker {
  const address = new URL(workerUrl, document.baseURI).href;
  const script = URL.createObjectURL(
    new Blob([`${TELL}importScripts(${JSON.stringify(address)})`], { type: 'text/javascript' }),
  );
  const worker = new Worker(script);
  worker.addEventListener('message', () => URL.revokeObjectURL(script), { once: true });
  return worker;
}

async function instantiate(db: AsyncDuckDB): Promise<void> {
  const wasm = URL.createObjectURL(await fetchEngine(packedWasmUrl));
  try {
    await db.instantiate(wasm);
  } finally {
    URL.revokeObjectURL(wasm);
  }
}

/** A streamed query can be cancelled between batches, a plain one cannot. */
async function ask(connection: AsyncDuckDBConnection, sql: string) {
  try {
    return await connection.query(sql);
  } catch (cause) {
    throw new EngineError(cause instanceof Error ? cause.message : String(cause), sql);
  }
}

/** Rejects when the worker breaks: it would then never answer. */
function broken(worker: Worker): Promise<never> {
  return new Promise((_, reject) =>
    worker.addEventListener('error', ({ message }) =>
      reject(new EngineError(message || 'the worker of the engine did not start', '')),
    ),
  );
}

/** Opens the engine in the page: a worker, the packed build, locked down. Rejects when it cannot be fetched or started. */
export async function openBrowserEngine(): Promise<Engine> {
  const worker = startWorker();
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await Promise.race([instantiate(db), broken(worker)]);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  const connection = await db.connect();
  for (const statement of LOCK_DOWN) await ask(connection, statement);
  let uploads = 0;
  return {
    run: async (sql) => void (await ask(connection, sql)),
    rows: async (sql) => toRows(await ask(connection, sql)),
    arrow: (sql) => ask(connection, sql),
    async load(data) {
      const path = `upload/${++uploads}`;
      if (data instanceof Uint8Array) await db.registerFileBuffer(path, data);
      else await db.registerFileHandle(path, data, DuckDBDataProtocol.BROWSER_FILEREADER, true);
      return path;
    },
    drop: async (path) => void (await db.dropFile(path)),
    async insert(table, columns) {
      await ask(connection, `DROP TABLE IF EXISTS "${table}"`);
      await connection.insertArrowFromIPCStream(toIpc(columns), { name: table, create: true });
    },
    cancel: async () => void (await connection.cancelSent()),
    async close() {
      await db.terminate();
    },
  };
}
