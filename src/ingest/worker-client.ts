import { Refusal } from '../domain';
import type { FileInput, Stager } from './stager';
import type { StageAnswer, StageRequest } from './worker';

interface Hooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesRead: number, rows: number) => void;
}

type Final = Extract<StageAnswer, { kind: 'done' | 'seen' | 'records' }>;

/**
 * Reads files in workers of their own, so that the page never waits. Stopping ends the worker at once and the next file
 * gets a new one; one that answered is used again.
 */
export function workerStager(): Stager {
  let idle: Worker | null = null;

  const ask = (request: StageRequest, hooks: Hooks): Promise<Final> =>
    new Promise((resolve, reject) => {
      const worker = idle ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ingest' });
      idle = null;
      const leave = (): void => hooks.signal?.removeEventListener('abort', stop);
      const stop = (): void => {
        leave();
        worker.terminate();
        reject(hooks.signal?.reason ?? new DOMException('stopped', 'AbortError'));
      };
      const finish = (settle: () => void): void => {
        leave();
        worker.onmessage = null;
        worker.onerror = null;
        if (idle) worker.terminate();
        else idle = worker;
        settle();
      };
      worker.onerror = (event) => {
        // A worker that broke, for want of memory perhaps, is not asked again.
        leave();
        worker.terminate();
        reject(new Error(event.message || 'the reading worker broke'));
      };
      worker.onmessage = ({ data }: MessageEvent<StageAnswer>) => {
        if (data.kind === 'progress') hooks.onProgress?.(data.bytes, data.rows);
        else if (data.kind === 'refused')
          finish(() => reject(new Refusal(data.code, request.path, data.place, data.value)));
        else if (data.kind === 'failed') finish(() => reject(new Error(data.message)));
        else finish(() => resolve(data));
      };
      if (hooks.signal?.aborted) return stop();
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
