import { Refusal } from '../domain';
import type { Tried } from '../egress';
import { startWorker } from '../program';
import type { FileInput, Stager } from './stager';
import { WATCH, type Watch, watched } from './watch';
import type { EgressAnswer, EgressRequest, StageAnswer, StageRequest } from './worker';
import workerUrl from './worker.ts?worker&url';

interface Hooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesRead: number, rows: number) => void;
}

type Final = Extract<StageAnswer, { kind: 'done' | 'seen' | 'records' }>;

/** The policy of the page holds for it: it sees every raw byte and must have no way out. */
const readingWorker = (): Worker => startWorker('ingest', workerUrl, 'module');

/** Which ways the worker that reads files has out of the machine: a new one tries them. Rejects when it does not start. */
export function waysOutOfReader(): Promise<readonly Tried[]> {
  const worker = readingWorker();
  return new Promise<readonly Tried[]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<EgressAnswer>) => resolve(data.tried);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ task: 'egress' } satisfies EgressRequest);
  }).finally(() => worker.terminate());
}

/**
 * Reads files in workers of their own, so that the page never waits. Stopping ends the worker at once and the next file
 * gets a new one; one that answered is used again. A worker that shows no progress for too long, or that broke, is ended and
 * its file refused; the others are read on.
 */
export function workerStager(watch: Watch = WATCH, create = readingWorker): Stager {
  let idle: Worker | null = null;

  const ask = (request: StageRequest, hooks: Hooks): Promise<Final> =>
    new Promise((resolve, reject) => {
      if (hooks.signal?.aborted) {
        reject(hooks.signal.reason as Error);
        return;
      }
      const worker = idle ?? create();
      idle = null;
      const leave = (): void => {
        guard.end();
        hooks.signal?.removeEventListener('abort', stop);
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
      };
      const end = (reason: unknown): void => {
        leave();
        worker.terminate();
        reject(reason as Error);
      };
      const stop = (): void => end(hooks.signal?.reason ?? new DOMException('stopped', 'AbortError'));
      const finish = (settle: () => void): void => {
        leave();
        if (idle) worker.terminate();
        else idle = worker;
        settle();
      };
      const guard = watched(watch, request.file.size, () => end(new Refusal('no-progress', request.path)));
      // A worker that broke, for want of memory perhaps, is not asked again.
      worker.onerror = (event) => {
        event.preventDefault();
        end(new Refusal('reading-broke', request.path, {}, event.message || null));
      };
      worker.onmessageerror = () => end(new Refusal('reading-broke', request.path));
      worker.onmessage = ({ data }: MessageEvent<StageAnswer>) => {
        guard.alive();
        if (data.kind === 'progress') hooks.onProgress?.(data.bytes, data.rows);
        else if (data.kind === 'refused')
          finish(() => reject(new Refusal(data.code, request.path, data.place, data.value)));
        else if (data.kind === 'failed') finish(() => reject(new Error(data.message)));
        else finish(() => resolve(data));
      };
      hooks.signal?.addEventListener('abort', stop, { once: true });
      worker.postMessage(request);
    });

  const wrong = (): never => {
    throw new TypeError('the reading worker answered something else');
  };
  const about = ({ path, data }: FileInput): { path: string; file: File } => ({
    path,
    file: data instanceof File ? data : new File([data as Uint8Array<ArrayBuffer>], path),
  });

  return {
    async probe(input) {
      const answer = await ask({ task: 'probe', ...about(input) }, {});
      return answer.kind === 'seen' ? answer.seen : wrong();
    },
    async stage(input, zones, choices, hooks, matches = {}) {
      const answer = await ask({ task: 'stage', ...about(input), zones: [...zones], choices, matches }, hooks);
      return answer.kind === 'done' ? answer.file : wrong();
    },
    async records(input, choices, range) {
      const answer = await ask({ task: 'records', ...about(input), choices, range }, {});
      return answer.kind === 'records' ? [...answer.records] : wrong();
    },
  };
}
