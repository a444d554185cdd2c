import { Refusal } from '../domain';
import type { KnownZone } from './canonical/file-level';
import { fileSource } from './source';
import type { Probe } from './raw';
import { type FileChoices, type StagedFile, probeFile, stageFile } from './stage';

/** What the page asks of the reading worker: to look at a file, or to read it. */
export interface StageRequest {
  readonly task: 'probe' | 'stage';
  readonly path: string;
  readonly file: File;
  readonly zones: readonly KnownZone[];
  readonly choices: FileChoices;
}

/** What the reading worker answers: progress, then one result or one refusal. */
export type StageAnswer =
  | { readonly kind: 'progress'; readonly bytes: number; readonly rows: number }
  | { readonly kind: 'seen'; readonly seen: Probe }
  | { readonly kind: 'done'; readonly file: StagedFile }
  | { readonly kind: 'refused'; readonly code: string; readonly place: Refusal['place']; readonly value: string | null }
  | { readonly kind: 'failed'; readonly message: string };

const EVERY_MS = 50;
let last = 0;

const answer = (message: StageAnswer, transfer: Transferable[] = []): void => self.postMessage(message, { transfer });

function progress(bytes: number, rows: number): void {
  const now = performance.now();
  if (now - last < EVERY_MS) return;
  last = now;
  answer({ kind: 'progress', bytes, rows });
}

async function stage({ path, file, zones, choices }: StageRequest): Promise<void> {
  const staged = await stageFile(fileSource(file, path), zones, choices, { onProgress: progress });
  const buffers = staged.tables.flatMap((table) => (table.staged ? [table.staged.csv.buffer as ArrayBuffer] : []));
  answer({ kind: 'done', file: staged }, buffers);
}

async function look({ path, file }: StageRequest): Promise<void> {
  answer({ kind: 'seen', seen: await probeFile(fileSource(file, path)) });
}

self.addEventListener('message', ({ data }: MessageEvent<StageRequest>) => {
  (data.task === 'probe' ? look(data) : stage(data)).catch((error: unknown) => {
    if (error instanceof Refusal) answer({ kind: 'refused', code: error.code, place: error.place, value: error.value });
    else answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});
