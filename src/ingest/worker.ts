import { Refusal } from '../domain';
import { type Tried, tryFromWorker } from '../egress';
import { buffersOf } from './canonical/coded-values';
import type { Staged } from './canonical/staged';
import type { KnownZone } from './canonical/file-level';
import type { Probe, RawRecord, RecordRange } from './raw';
import { fileSource } from './source';
import type { KnownMatches } from './canonical/choices';
import { type FileChoices, type StagedFile, probeFile, recordsOf, stageFile } from './stage';

interface About {
  readonly path: string;
  readonly file: File;
}

/** What the page asks of the reading worker about a file: to look at it, to read it, or to read a few of its records again. */
export type StageRequest =
  | (About & { readonly task: 'probe' })
  | (About & {
      readonly task: 'stage';
      readonly zones: readonly KnownZone[];
      readonly choices: FileChoices;
      readonly matches: KnownMatches;
    })
  | (About & { readonly task: 'records'; readonly choices: FileChoices; readonly range: RecordRange });

/** What else it may be asked: which ways it has out of the machine. */
export interface EgressRequest {
  readonly task: 'egress';
}

/** What the reading worker answers: progress, then one result or one refusal. */
export type StageAnswer =
  | { readonly kind: 'progress'; readonly bytes: number; readonly rows: number }
  | { readonly kind: 'seen'; readonly seen: Probe }
  | { readonly kind: 'done'; readonly file: StagedFile }
  | { readonly kind: 'records'; readonly records: readonly RawRecord[] }
  | { readonly kind: 'refused'; readonly code: string; readonly place: Refusal['place']; readonly value: string | null }
  | { readonly kind: 'failed'; readonly message: string };

/** What it answers then. */
export interface EgressAnswer {
  readonly kind: 'tried';
  readonly tried: readonly Tried[];
}

const EVERY_MS = 50;
let last = 0;

const answer = (message: StageAnswer | EgressAnswer, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

/** What some browsers tell of the memory a worker has. */
interface Heap {
  readonly usedJSHeapSize: number;
  readonly jsHeapSizeLimit: number;
}

/** The share of it at which a file is given up, before the browser gives up the page. */
const FULL = 0.85;

function refuseWhenFull(path: string): void {
  const { memory } = performance as Performance & { readonly memory?: Heap };
  if (memory && memory.usedJSHeapSize > FULL * memory.jsHeapSizeLimit)
    throw new Refusal('too-large', path, {}, `${Math.round(memory.usedJSHeapSize / (1 << 20))} MB`);
}

function progress(path: string, bytes: number, rows: number): void {
  refuseWhenFull(path);
  const now = performance.now();
  if (now - last < EVERY_MS) return;
  last = now;
  answer({ kind: 'progress', bytes, rows });
}

const buffersIn = ({ csv, coded }: Staged): ArrayBuffer[] => [
  ...(csv ? [csv.buffer as ArrayBuffer] : []),
  ...(coded ? buffersOf(coded) : []),
];

async function stage({ path, file, zones, choices, matches }: Extract<StageRequest, { task: 'stage' }>): Promise<void> {
  const staged = await stageFile(
    fileSource(file, path),
    zones,
    choices,
    { onProgress: (bytes, rows) => progress(path, bytes, rows) },
    matches,
  );
  const buffers = staged.tables.flatMap((table) => (table.staged ? buffersIn(table.staged) : []));
  answer({ kind: 'done', file: staged }, buffers);
}

async function carryOut(request: StageRequest | EgressRequest): Promise<void> {
  if (request.task === 'egress') return answer({ kind: 'tried', tried: await tryFromWorker() });
  const source = fileSource(request.file, request.path);
  if (request.task === 'probe') answer({ kind: 'seen', seen: await probeFile(source) });
  else if (request.task === 'stage') await stage(request);
  else answer({ kind: 'records', records: await recordsOf(source, request.choices, request.range) });
}

self.addEventListener('message', ({ data }: MessageEvent<StageRequest | EgressRequest>) => {
  carryOut(data).catch((error: unknown) => {
    if (error instanceof Refusal) answer({ kind: 'refused', code: error.code, place: error.place, value: error.value });
    else answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});
