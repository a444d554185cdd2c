import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { type Browser, chromium } from 'playwright-core';
import { preview } from 'vite';
import { LAUNCH_ARGS, ensureChromium } from '../browser/chromium';

/*
 * How long a reader waits, medians of five visits, each with nothing in the browser's cache: `npx tsx tests/bench/start.ts [dist] [report.html]`.
 * Milliseconds from the start of the navigation, and from the click on the example.
 */

const ROUNDS = 5;
const [outDir = 'dist', report] = process.argv.slice(2);
if (!existsSync(`${outDir}/index.html`)) throw new Error('build first: npm run build');

const median = (values: readonly number[]): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN);

/** Runs in the page before it: notes when there is first a heading, a picture, rows that can be opened. */
const NOTE = `
  const note = (name, selector) => {
    if (performance.getEntriesByName(name).length === 0 && document.querySelector(selector)) performance.mark(name);
  };
  new MutationObserver(() => {
    note('seen:heading', 'main h1');
    note('seen:chart', 'main svg[role="img"], main [role="img"] svg');
  }).observe(document, { childList: true, subtree: true });
  addEventListener('click', () => performance.mark('clicked'), { capture: true });
`;

async function fresh(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(NOTE);
  const at = (name: string): Promise<number> =>
    page.evaluate((wanted) => {
      const entry = performance.getEntriesByName(wanted)[0];
      return entry ? entry.startTime + entry.duration : Number.NaN;
    }, name);
  const there = (name: string): Promise<unknown> =>
    page.waitForFunction((wanted) => performance.getEntriesByName(wanted).length > 0, name, { timeout: 120_000 });
  return { context, page, at, there };
}

type Times = Record<string, number>;

async function visit(browser: Browser, site: string): Promise<Times> {
  const { context, page, at, there } = await fresh(browser);
  await page.goto(site);
  await there('seen:heading');
  const example = page.getByRole('button', { name: '载入示例数据' });
  await example.click({ timeout: 60_000 });
  await there('seen:chart');
  await there('zonelens:boot');
  const [clicked, chart] = [await at('clicked'), await at('seen:chart')];
  const found = {
    'first paint': await at('first-contentful-paint'),
    heading: await at('seen:heading'),
    'example can be clicked': clicked,
    'click → first chart': chart - clicked,
    'engine ready': await at('zonelens:boot'),
  };
  await context.close();
  return found;
}

async function open(browser: Browser, address: string): Promise<Times> {
  const { context, page, at, there } = await fresh(browser);
  await page.goto(address);
  await there('seen:chart');
  const found = {
    'first paint': await at('first-contentful-paint'),
    heading: await at('seen:heading'),
    'first chart': await at('seen:chart'),
  };
  await context.close();
  return found;
}

async function measure(name: string, once: () => Promise<Times>): Promise<void> {
  const rounds: Times[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await once());
  for (const what of Object.keys(rounds[0] ?? {})) {
    const values = rounds.map((times) => times[what] ?? Number.NaN);
    console.log(`${name}, ${what}: ${median(values)} ms (${values.map((value) => Math.round(value)).join(', ')})`);
  }
}

const load = (): string => loadavg()[0]?.toFixed(1) ?? '';
const served = await preview({ build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const [site = ''] = served.resolvedUrls?.local ?? [];
const browser = await chromium.launch({ executablePath: ensureChromium(), args: LAUNCH_ARGS });
console.log(`${cpus().length} × ${cpus()[0]?.model}, load ${load()}`);
await measure('workbench', () => visit(browser, site));
if (report !== undefined) await measure('report', () => open(browser, `file://${report}`));
console.log(`load ${load()}`);
await browser.close();
served.httpServer.close();
process.exit(0);
