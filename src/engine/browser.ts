import { AsyncDuckDB, type AsyncDuckDBConnection, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import packedWasmUrl from 'virtual:packed-duckdb';
import { startWorker } from '../program';
import { toIpc, toRows } from './arrow';
import { fetchEngine } from './engine-file';
import { type Engine, LOCK_DOWN } from './engine';
import { Life, holdInWorker } from './life';

/** What goes wrong in the worker and answers nobody, such as an engine that cannot be compiled, is told as an error of the worker. */
const TELL = "addEventListener('unhandledrejection', (event) => reportError(event.reason));";

/** Where the worker asks for its program: it is sent there, for a worker of a page from the disk may fetch nothing. */
const PROGRAM = 'engine:program';
const ANSWER = `{
  const program = new Promise((resolve) =>
    addEventListener(
      'message',
      (event) => {
        event.stopImmediatePropagation();
        resolve(event.data);
      },
      { once: true },
    ),
  );
  const ask = fetch;
  fetch = async (request, ...more) =>
    request.url === '${PROGRAM}' ? new Response(await program) : ask(request, ...more);
}`;

function databaseWorker(life: Life): Worker {
  const first = [TELL, holdInWorker(life.name), ANSWER].join('\n');
  const worker = startWorker('database', workerUrl, 'classic', `${first}\n`);
  worker.addEventListener('error', ({ message }) => life.end(message || 'the database worker broke'));
  return worker;
}

let program: Promise<Blob> | null = null;

/** The program is kept for the next engine, should this one die: the site may be gone by then, and it may die while it is fetched. */
function engineProgram(): Promise<Blob> {
  program ??= fetchEngine(packedWasmUrl).catch((error: unknown) => {
    program = null;
    throw error;
  });
  return program;
}

async function instantiate(db: AsyncDuckDB, worker: Worker): Promise<void> {
  worker.postMessage(await engineProgram());
  await db.instantiate(PROGRAM);
}

/** Opens the engine in the page: a worker, the packed build, locked down. Rejects when it cannot be fetched or started. */
export async function openBrowserEngine(): Promise<Engine> {
  const life = new Life();
  const worker = databaseWorker(life);
  void life.watch().catch(() => undefined);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await life.during(instantiate(db, worker), '');
  } catch (error) {
    life.close();
    worker.terminate();
    throw error;
  }
  const connection = await life.during(db.connect(), '');
  /** A streamed query can be cancelled between batches, a plain one cannot. */
  const ask = (sql: string): ReturnType<AsyncDuckDBConnection['query']> => life.during(connection.query(sql), sql);
  for (const statement of LOCK_DOWN) await ask(statement);
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
      await life.during(connection.insertArrowFromIPCStream(toIpc(columns), { name: table, create: true }), table);
    },
    cancel: async () => void (await life.during(connection.cancelSent(), '')),
    async close() {
      life.close();
      await db.terminate();
    },
  };
}
