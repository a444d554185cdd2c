import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, type Page, chromium } from 'playwright-core';
import { createServer, preview } from 'vite';
import { LAUNCH_ARGS, ensureChromium } from '../browser/chromium';
import type { Answer, Question } from './bench-page';
import { type BenchFile, FORMS, benchFile } from './files';
import { BENCH_TABLES } from './tables';

/*
 * How long reading takes, as a ratio to DuckDB-WASM's own `read_csv` plus one grouped query on the same rows in clean UTF-8, in the
 * same browser and the same run: `npm run bench -- --rows 100000 --rows 1000000 --seed 7`. All answers are compared first.
 */

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', multiple: true, default: ['100000', '1000000'] },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    table: { type: 'string', multiple: true, default: BENCH_TABLES.map(({ id }) => id) },
    form: { type: 'string', multiple: true, default: [...FORMS] },
    dist: { type: 'string', default: 'dist' },
    write: { type: 'string' },
  },
});
const rounds = Number(options.rounds);
if (!existsSync(`${options.dist}/index.html`)) throw new Error('build first: npm run build');

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function ask(page: Page, path: string, question: Question): Promise<Answer> {
  await page.getByLabel('file').setInputFiles(path);
  return page.evaluate(
    (asked) => (window as unknown as { answer: (asked: Question) => Promise<Answer> }).answer(asked),
    question,
  );
}

interface Drop {
  /** From the drop until figures are seen, in ms. */
  readonly figures: number;
  /** The longest task of the main thread until then. */
  readonly longest: number;
}

/** Runs in the page before it: notes the drop, when there is a picture or a table of figures, and the long tasks between. */
const NOTE = `
  const tasks = (window.longTasks = []);
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
  addEventListener('change', () => { tasks.length = 0; performance.mark('dropped'); }, { capture: true });
  const isCounted = (since) => performance.getEntriesByName('zonelens:cube').some(({ startTime }) => startTime > since);
  new MutationObserver(() => {
    const [dropped] = performance.getEntriesByName('dropped');
    if (!dropped || performance.getEntriesByName('figures').length > 0) return;
    const drawn = document.querySelector('main svg[role="img"], main [role="img"] svg, main table');
    // Of some tables alone the overview has a sentence and no picture.
    if (drawn || (isCounted(dropped.startTime) && document.querySelector('main h1, main h2'))) performance.mark('figures');
  }).observe(document, { childList: true, subtree: true });
`;

/** Drops a file on the page itself, freshly opened, its engine ready. */
async function drop(browser: Browser, url: string, path: string): Promise<Drop> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(NOTE);
  await page.goto(url);
  const noted = (name: string): Promise<unknown> =>
    page.waitForFunction((wanted) => performance.getEntriesByName(wanted).length > 0, name, { timeout: 600_000 });
  await noted('zonelens:boot');
  await page.locator('input[type=file][multiple]').setInputFiles(path);
  await noted('figures');
  const found = await page.evaluate(() => {
    const [dropped, figures] = ['dropped', 'figures'].map((name) => performance.getEntriesByName(name)[0]?.startTime);
    const { longTasks } = window as unknown as { longTasks: number[] };
    return { figures: (figures ?? Number.NaN) - (dropped ?? Number.NaN), longest: Math.max(0, ...longTasks) };
  });
  await context.close();
  return found;
}

const questionOf = ({ table }: BenchFile, reader: Question['reader']): Question => ({
  reader,
  sql: reader === 'zonelens' ? table.canonical : table.raw('{file}'),
  also: reader === 'zonelens' ? table.filled : null,
  columns: [table.header.indexOf('所属园区'), table.kind, table.days[0] ?? 0],
});

/** One file by every reader: milliseconds by reader, each round, after the answers were found equal. */
async function measure(browser: Browser, bench: string, site: string, file: BenchFile, clean: BenchFile) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(bench);
  await page.waitForFunction(() => document.title === 'ready', null, { timeout: 120_000 });
  const times = {
    read_csv: [] as number[],
    papaparse: [] as number[],
    loaded: [] as number[],
    figures: [] as number[],
    longest: [] as number[],
  };
  let expected: string | null = null;
  const same = (answer: Answer, reader: string): void => {
    const groups = answer.groups.join('\n');
    expected ??= groups;
    if (groups !== expected) throw new Error(`${reader} answers differently on ${file.path}`);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const reader of ['read_csv', 'papaparse'] as const) {
      const answer = await ask(page, clean.path, questionOf(clean, reader));
      same(answer, reader);
      times[reader].push(answer.ms);
    }
    const own = await ask(page, file.path, questionOf(file, 'zonelens'));
    same(own, 'zonelens');
    if (own.also !== file.rows - file.spoilt)
      throw new Error(`${String(own.also)} counts were read of ${file.path}, not ${file.rows - file.spoilt}`);
    times.loaded.push(own.ms);
    const { figures, longest } = await drop(browser, site, file.path);
    times.figures.push(figures);
    times.longest.push(longest);
  }
  await context.close();
  return times;
}

const dev = await createServer({ server: { port: 0, host: '127.0.0.1', hmr: false, watch: null }, logLevel: 'error' });
await dev.listen();
const served = await preview({
  build: { outDir: options.dist },
  preview: { port: 0, host: '127.0.0.1' },
  logLevel: 'error',
});
const bench = `${dev.resolvedUrls?.local[0] ?? ''}tests/bench/bench.html`;
const site = served.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath: ensureChromium(), args: LAUNCH_ARGS });

const lines = [
  '| table | form | rows | MB | read_csv, s | PapaParse + Map | loaded | figures seen | longest task, ms |',
  '| --- | --- | --: | --: | --: | --: | --: | --: | --: |',
];
console.log(lines.join('\n'));
for (const rows of options.rows.map(Number))
  for (const table of BENCH_TABLES.filter(({ id }) => options.table.includes(id))) {
    const clean = benchFile(table, 'utf-8', rows, Number(options.seed));
    for (const form of FORMS.filter((one) => options.form.includes(one))) {
      const file = benchFile(table, form, rows, Number(options.seed));
      const times = await measure(browser, bench, site, file, clean);
      const base = median(times.read_csv);
      const ratio = (values: readonly number[]): string => `${(median(values) / base).toFixed(2)} ×`;
      const cells = [
        table.id,
        form,
        rows.toLocaleString('en'),
        (file.bytes / 1e6).toFixed(0),
        (base / 1000).toFixed(2),
        ratio(times.papaparse),
        ratio(times.loaded),
        ratio(times.figures),
        Math.round(median(times.longest)),
      ];
      lines.push(`| ${cells.join(' | ')} |`);
      console.log(lines.at(-1));
    }
  }
const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, load ${loadavg()[0]?.toFixed(1) ?? ''}`;
const about = `${machine}; Chromium ${browser.version()}, Node ${process.versions.node}; seed ${options.seed}, medians of ${rounds}`;
console.log(about);
if (options.write !== undefined) {
  const measured = `<!-- measured -->\n\n${about}\n\n${lines.join('\n')}\n\n<!-- /measured -->`;
  const before = readFileSync(options.write, 'utf8');
  writeFileSync(
    options.write,
    before.replace(/<!-- measured -->[^]*<!-- \/measured -->/u, () => measured),
  );
}
await browser.close();
await dev.close();
served.httpServer.close();
process.exit(0);
