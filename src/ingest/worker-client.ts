import { Refusal } from '../domain';
import type { Stager } from './collection';
import type { StagedFile } from './stage';
import type { StageAnswer, StageRequest } from './worker';

/**
 * Reads files in a worker of its own, so that the page never waits. One file at a time; stopping ends the worker at
 * once and the next file gets a new one.
 */
export function workerStager(): Stager {
  let idle: Worker | null = null;
  return (input, zones, choices, hooks) =>
    new Promise<StagedFile>((resolve, reject) => {
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
        else if (data.kind === 'done') finish(() => resolve(data.file));
        else if (data.kind === 'refused')
          finish(() => reject(new Refusal(data.code, input.path, data.place, data.value)));
        else finish(() => reject(new Error(data.message)));
      };
      if (hooks.signal?.aborted) return stop();
      hooks.signal?.addEventListener('abort', stop, { once: true });
      const { data } = input;
      const file = data instanceof File ? data : new File([data as Uint8Array<ArrayBuffer>], input.path);
      worker.postMessage({ path: input.path, file, zones: [...zones], choices } satisfies StageRequest);
    });
}
