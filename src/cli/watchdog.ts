import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../domain';
import { localStager } from '../ingest';
import { refusalText } from './refusal-text';

/** Seconds a file of so many bytes may keep the process busy without giving other work a turn. */
const patienceFor = (bytes: number): number => 20 + Math.min(580, Math.ceil(bytes / 250_000));

/** Runs beside the reading, which may never come back: a damaged workbook can keep its reader busy for ever. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let job = null, silent = 0, seen = -1;
parentPort.on('message', (next) => { job = next; silent = 0; });
setInterval(() => {
  const now = Atomics.load(workerData, 0);
  silent = job === null || now !== seen ? 0 : silent + 1;
  seen = now;
  if (job === null || silent <= job.patience) return;
  writeSync(2, job.sentence + '\\n');
  process.kill(process.pid, 'SIGTERM');
}, 1000);
`;

const beat = new Int32Array(new SharedArrayBuffer(4));
let watcher: Worker | null = null;
let working = 0;

function start(): Worker {
  const worker = new Worker(SCRIPT, { eval: true, workerData: beat });
  worker.unref();
  setInterval(() => Atomics.add(beat, 0, 1), 500).unref();
  return worker;
}

/** Does the work on one file; when it hangs, the process ends with a sentence that names the file. */
export async function watching<Result>(
  path: string,
  bytes: number,
  work: () => Promise<Result>,
  patience = patienceFor(bytes),
): Promise<Result> {
  watcher ??= start();
  const sentence = `${basename(path)}: ${refusalText(new Refusal('no-progress', path))}`;
  watcher.postMessage({ patience, sentence });
  working += 1;
  try {
    return await work();
  } finally {
    working -= 1;
    if (working === 0) watcher.postMessage(null);
  }
}

/** Reads files in this thread, watched. */
export const watchedStager: typeof localStager = {
  ...localStager,
  stage: (input, zones, choices, hooks, matches) =>
    watching(input.source.name, input.source.size, () => localStager.stage(input, zones, choices, hooks, matches)),
};
