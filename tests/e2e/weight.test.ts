import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench } from './browser';

/* What a reader waits for, in kilobytes of script as it travels (gzip). A number here may only fall. */

const DIST = inject('dist');
const KB = 1000;
/** Scripts that run beside the page: the engine's and the reader of files. */
const WORKERS = /worker-[\w-]+\.js$/u;

const kilobytes = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0) / KB;

/** The script the page begins with, and all that it cannot run without. */
function shell(): Set<string> {
  const [, main = ''] = /<script[^>]+src="\.\/([^"]+\.js)"/u.exec(readFileSync(join(DIST, 'index.html'), 'utf8')) ?? [];
  const found = new Set<string>();
  const take = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const code = readFileSync(join(DIST, path), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/gu))
      take(`assets/${name}`);
  };
  take(main);
  return found;
}

let watched: Watched;

beforeAll(async () => {
  watched = await openBrowser();
}, 60_000);

afterAll(async () => watched.close());

describe('the weight of the page', () => {
  test('that a report opens with, and that it is read with, is bounded', () => {
    const [template = ''] = readdirSync(join(DIST, 'assets')).filter((name) => name.startsWith('report-template'));
    const html = readFileSync(join(DIST, 'assets', template), 'utf8');
    const size = (id: string): number => {
      const [, packed = ''] = new RegExp(`id="${id}">([^<]+)<`, 'u').exec(html) ?? [];
      return Buffer.from(packed, 'base64').length / KB;
    };
    expect(size('first')).toBeGreaterThan(100);
    expect(size('first')).toBeLessThan(235);
    expect(size('first') + size('later')).toBeLessThan(490);
  });

  test('is small before anything is seen', () => {
    expect(kilobytes(shell())).toBeLessThan(45);
  });

  test('is bounded before a file can be chosen, and before the engine is there', async () => {
    const page = await openWorkbench(await watched.context(), inject('site'), '#/import');
    const scripts = (): Promise<string[]> =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname.slice(1))
          .filter((path) => path.endsWith('.js')),
      );
    const fetched = (await scripts()).filter((path) => !WORKERS.test(path));
    for (const path of shell()) expect(fetched).toContain(path);
    // All of it: what the page shows first, what it shows of files, and what reads and counts them.
    expect(kilobytes(new Set(fetched))).toBeLessThan(350);
    expect(fetched.filter((path) => /echarts|asking|Sentence|figure/u.test(path))).toEqual([]);
    await page.context().close();
  });
});
