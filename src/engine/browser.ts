import { AsyncDuckDB, type AsyncDuckDBConnection, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import packedWasmUrl from 'virtual:packed-duckdb';
import { toIpc, toRows } from './arrow';
import { type Engine, EngineError, LOCK_DOWN } from './engine';

const GZIP = [0x1f, 0x8b];

/** Inflates unless the host already did: some hosts answer a compressed file with Content-Encoding. */
async function unpack(response: Response): Promise<Blob> {
  if (!response.ok) throw new EngineError(`the engine file is missing: ${response.status}`, response.url);
  const bytes = await response.arrayBuffer();
  const head = new Uint8Array(bytes, 0, 2);
  const packed = head[0] === GZIP[0] && head[1] === GZIP[1];
  const stream = new Blob([bytes]).stream();
  const inflated = packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
  return new Response(inflated, { headers: { 'Content-Type': 'application/wasm' } }).blob();
}

/** A worker started from a blob: URL inherits the page's content policy, one started from its own URL does not. */
function startWorker(): Worker {
  const address = new URL(workerUrl, document.baseURI).href;
  const script = URL.createObjectURL(
    new Blob([`importScripts(${JSON.stringify(address)})`], { type: 'text/javascript' }),
  );
  const worker = new Worker(script);
  worker.addEventListener('message', () => URL.revokeObjectURL(script), { once: true });
  return worker;
}

async function instantiate(db: AsyncDuckDB): Promise<void> {
  const wasm = URL.createObjectURL(await unpack(await fetch(packedWasmUrl)));
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

/** Opens the engine in the page: a worker, the packed build, locked down. Rejects when the files are missing. */
export async function openBrowserEngine(): Promise<Engine> {
  const db = new AsyncDuckDB(new VoidLogger(), startWorker());
  await instantiate(db);
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
