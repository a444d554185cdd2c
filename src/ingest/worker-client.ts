import { Refusal } from '../domain';
import type { FileInput, Stager } from './collection';
import type { StageAnswer, StageRequest } from './worker';

interface Hooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesRead: number, rows: number) => void;
}

type Final = Extract<StageAnswer, { kind: 'done' | 'seen' }>;

/**
 * Reads files in a worker of its own, so that the page never waits. One file at a time; stopping ends the worker at
 * once and the next file gets a new one.
 */
export function workerStager(): Stager {
  let idle: Worker | null = null;

  const ask = (request: StageRequest, hooks: Hooks): Promise<Final> =>
    new Promise((resolve, reject) => {
      const worker = idle ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ingest' });
      idle = null;
      const stop = (): void => {
        worker.terminate();
        reject(hooks.signal?.reason ?? new DOMException('stopped', 'AbortError'));
      };
      const finish = (settle: () => void): void => {
        hooks.signal?.removeEventListener('abort', stop);
        worker.onmessage = null;
        worker.onerror = null;
        idle = worker;
        settle();
      };
      worker.onerror = (event) => finish(() => reject(new Error(event.message)));
      worker.onmessage = ({ data }: MessageEvent<StageAnswer>) => {
        if (data.kind === 'progress') hooks.onProgress?.(data.bytes, data.rows);
        else if (data.kind === 'done' || data.kind === 'seen') finish(() => resolve(data));
        else if (data.kind === 'refused')
          finish(() => reject(new Refusal(data.code, request.path, data.place, data.value)));
        else finish(() => reject(new Error(data.message)));
      };
      if (hooks.signal?.aborted) return stop();
      hooks.signal?.addEventListener('abort', stop, { once: true });
      worker.postMessage(request);
    });

  const fileOf = ({ path, data }: FileInput): File =>
    data instanceof File ? data : new File([data as Uint8Array<ArrayBuffer>], path);

  return {
    async probe(input) {
      const answer = await ask({ task: 'probe', path: input.path, file: fileOf(input), zones: [], choices: {} }, {});
      if (answer.kind !== 'seen') throw new TypeError('the reading worker answered something else');
      return answer.seen;
    },
    async stage(input, zones, choices, hooks) {
      const request = { task: 'stage', path: input.path, file: fileOf(input), zones: [...zones], choices } as const;
      const answer = await ask(request, hooks);
      if (answer.kind !== 'done') throw new TypeError('the reading worker answered something else');
      return answer.file;
    },
  };
}
