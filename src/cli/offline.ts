import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, '../program/offline-worker.js');

/** Too many, or too large, to be kept by everybody; they are fetched when they are asked for. */
const NOT_KEPT = /^(?:datasets\/|zonelens\.html$)|\.map$/u;

/** The service worker that keeps a version of the site: its files by their path, with their content. */
export function offlineWorker(files: ReadonlyMap<string, string | Uint8Array>): string {
  const kept = [...files.keys()].filter((path) => !NOT_KEPT.test(path)).sort();
  const sum = createHash('sha256');
  for (const path of kept)
    sum
      .update(path)
      .update('\0')
      .update(files.get(path) ?? '');
  const page = files.get('index.html');
  const [, main] =
    /<script[^>]+src="\.\/([^"]+\.js)"/u.exec(page === undefined ? '' : Buffer.from(page).toString()) ?? [];
  if (main === undefined) throw new RangeError('index.html begins with no script');
  return readFileSync(SOURCE, 'utf8')
    .replace('%VERSION%', () => sum.digest('hex').slice(0, 16))
    .replace("'%FILES%'", () => JSON.stringify(kept))
    .replace('%MAIN%', () => main);
}
