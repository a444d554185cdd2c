import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { createServer, preview } from 'vite';
import { LAUNCH_ARGS, ensureChromium } from '../browser/chromium';
import { writeMillion } from './million';

/*
 * Drop to first chart on a clean file of a million rows, as a ratio to DuckDB-WASM's own `read_csv` plus one grouped query
 * in the same browser and the same run, and the longest task on the main thread. `npm run build` first; `npm run bench`.
 */

const ROUNDS = 3;
const path = join(tmpdir(), 'zonelens-million.csv');
const bytes = writeMillion(path);
if (!existsSync('dist/index.html')) throw new Error('build first: npm run build');

async function baseline(page: Page): Promise<number> {
  await page.evaluate(() => (document.title = 'waiting'));
  await page.getByLabel('file').setInputFiles(path);
  await page.waitForFunction(() => document.title.startsWith('done'), null, { timeout: 60_000 });
  return Number((await page.title()).split(' ')[1]);
}

interface Drop {
  readonly total: number;
  readonly measures: Record<string, number>;
  readonly longest: number;
}

async function drop(page: Page, url: string): Promise<Drop> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('zonelens:boot').length > 0, null, { timeout: 60_000 });
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
    addEventListener('change', () => performance.mark('dropped'), { capture: true });
  });
  await page.locator('input[type=file][multiple]').setInputFiles(path);
  await page.waitForFunction(() => performance.getEntriesByName('zonelens:first-chart').length > 0, null, {
    timeout: 120_000,
  });
  return page.evaluate(() => {
    const last = performance.getEntriesByName('zonelens:first-chart')[0];
    const start = performance.getEntriesByName('dropped').at(-1)?.startTime ?? 0;
    const measures = Object.fromEntries(
      performance.getEntriesByType('measure').map((entry) => [entry.name, Math.round(entry.duration)]),
    );
    const tasks = (window as unknown as { longTasks: number[] }).longTasks;
    return { total: (last?.startTime ?? 0) + (last?.duration ?? 0) - start, measures, longest: Math.max(0, ...tasks) };
  });
}

const dev = await createServer({ server: { port: 5391, host: '127.0.0.1' }, logLevel: 'error' });
await dev.listen();
const served = await preview({ preview: { port: 5392, host: '127.0.0.1' }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: LAUNCH_ARGS });
const raw = await browser.newPage();
await raw.goto('http://127.0.0.1:5391/tests/bench/baseline.html');
await raw.waitForFunction(() => document.title === 'ready', null, { timeout: 60_000 });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

console.log(`${(bytes / 1e6).toFixed(0)} MB, 1,000,000 rows`);
const ratios: number[] = [];
await baseline(raw);
for (let round = 0; round < ROUNDS; round++) {
  const before = await baseline(raw);
  const ours = await drop(page, 'http://127.0.0.1:5392/');
  const after = await baseline(raw);
  const yardstick = (before + after) / 2;
  ratios.push(ours.total / yardstick);
  console.log(
    `read_csv ${Math.round(before)} / ${Math.round(after)} ms, drop to first chart ${Math.round(ours.total)} ms, ratio ${(ours.total / yardstick).toFixed(2)}, longest task ${Math.round(ours.longest)} ms`,
    JSON.stringify(ours.measures),
  );
}
console.log(`median ratio ${[...ratios].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]?.toFixed(2)}`);
await browser.close();
await dev.close();
served.httpServer.close();
process.exit(0);
