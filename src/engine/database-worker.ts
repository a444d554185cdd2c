import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import packedWasmUrl from 'virtual:packed-duckdb';
import { startWorker } from '../program';
import { type EngineProgram, fetchEngine } from './engine-file';
import { Life, holdInWorker } from './life';

/** What goes wrong in the worker and answers nobody, such as an engine that cannot be compiled, is told as an error of the worker. */
const TELL = "addEventListener('unhandledrejection', (event) => reportError(event.reason));";

/** Where the worker asks for its program, which is sent to it: a worker of a page from the disk may fetch nothing. */
export const PROGRAM = 'engine:program';

const DAMAGED = 'engine file is damaged';

/** Unpacks and compiles the program as soon as it is there, while the rest of what opens the database is still on its way. */
const COMPILE = `{
  const given = new Promise((resolve) =>
    addEventListener(
      'message',
      (event) => {
        event.stopImmediatePropagation();
        resolve(event.data);
      },
      { once: true },
    ),
  );
  const compile = async ({ file, packed }) => {
    const plain = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
    const type = { headers: { 'Content-Type': 'application/wasm' } };
    return WebAssembly.compileStreaming(new Response(plain, type)).catch((error) => {
      throw new Error('${DAMAGED}: ' + error);
    });
  };
  const program = given.then(compile);
  const ask = fetch;
  fetch = async (request, ...more) => (request.url === '${PROGRAM}' ? new Response('') : ask(request, ...more));
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await program;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}`;

let program: Promise<EngineProgram> | null = null;

/** The program is kept for the next engine, should this one die: the site may be gone by then, and it may die while it is fetched. */
function engineProgram(): Promise<EngineProgram> {
  program ??= fetchEngine(packedWasmUrl).catch((error: unknown) => {
    program = null;
    throw error;
  });
  return program;
}

/** A database worker that has begun. */
export interface DatabaseWorker {
  readonly worker: Worker;
  readonly life: Life;
  /** Settles when its program was sent to it. Rejects with `EngineError` when there is none. */
  readonly sent: Promise<void>;
}

/** Starts the database worker and has its program fetched; what opens the database in it may come later. */
export function startDatabase(): DatabaseWorker {
  const life = new Life();
  const first = [TELL, holdInWorker(life.name), COMPILE].join('\n');
  const worker = startWorker('database', workerUrl, 'classic', `${first}\n`);
  worker.addEventListener('error', ({ message }) => {
    if (message.includes(DAMAGED)) program = null;
    life.end(message || 'the database worker broke');
  });
  void life.watch().catch(() => undefined);
  const sent = engineProgram().then((found) => worker.postMessage(found));
  // Told to who opens the database.
  sent.catch(() => undefined);
  return { worker, life, sent };
}

/** Ends a worker in which no database is to be opened after all. */
export function giveUp({ worker, life }: DatabaseWorker): void {
  life.close();
  worker.terminate();
}
