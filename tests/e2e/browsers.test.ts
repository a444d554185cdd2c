import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { NOTICES } from '../../src/app/opening/notices';
import { MESSAGES } from '../words';
import { newerInMarkup, newerInScripts, newerInStyle } from '../browser/newer';
import { takeAway } from '../browser/older';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { choose } from './example-files';
import { figureWith, go, headlineOf, readFigure } from './page-reader';

/* The page runs in the oldest browsers of package.json, and says what to do where it cannot. */

const SITE = inject('site');
const ASSETS = join(inject('dist'), 'assets');
const shipped = (wanted: RegExp): string[] =>
  readdirSync(ASSETS)
    .filter((name) => wanted.test(name))
    .map((name) => readFileSync(join(ASSETS, name), 'utf8'));

const UNITS = [
  '统计日期,开发区,企业名称,单位性质,经营状态,组建方式,党建指导员',
  ...['甲', '乙'].flatMap((zone, nth) =>
    Array.from(
      { length: 20 },
      (_, at) =>
        `2024-03-31,${zone}州开发区,${zone}第${at + 1}公司,非公企业,运营,${at < 12 + nth * 4 ? '单独支部' : '未建-无党员'},否`,
    ),
  ),
].join('\n');

let watched: Watched;

beforeAll(async () => {
  watched = await openBrowser();
}, 60_000);

afterAll(async () => watched.close());

/** What some of the oldest browsers lack, and why that does no harm. */
const GUARDED: ReadonlyMap<string, string> = new Map([
  ['ClipboardItem', 'ui/image: downloads the picture instead'],
  ['WebTransport', 'egress: asks first'],
  ['captureStackTrace', 'fflate: asks first'],
  ['changedTouches', 'zrender: on touch screens, which have it'],
  ['createObjectURL', 'papaparse: of URL, for a worker it is not asked for'],
  ['createPolicy', 'svelte: asks first'],
  ['createWritable', 'keep: asks first, and keeps the bytes in IndexedDB'],
  ['destroy', 'arrow: Node streams'],
  ['element', 'zrender: its own'],
  ['local', 'zrender: its own'],
  ['requestId', 'duckdb: its own'],
  ['targetTouches', 'zrender: on touch screens, which have it'],
  ['trustedTypes', 'svelte: asks first'],
]);

describe('what is shipped', () => {
  test('calls nothing that one of the oldest browsers lacks', () => {
    expect(newerInScripts(shipped(/^(?!duckdb).*\.js$/u)).filter((name) => !GUARDED.has(name))).toEqual([]);
    // The engine's worker is shipped as it comes: parts for canvas, sound and sockets are in it, and never run.
    expect(newerInScripts(shipped(/^duckdb.*\.js$/u), 'language')).toEqual([
      'chunks', // emscripten: its own
      'grow', // WebAssembly.Table
    ]);
    expect(newerInMarkup(shipped(/^(?!duckdb).*\.js$/u))).toEqual([
      'is', // svelte: takes it off elements that have it
    ]);
  });

  test('styles nothing that the page cannot be read without', () => {
    expect(newerInStyle(shipped(/\.css$/u).join('\n'))).toEqual([
      '@page', // the browser's own paper
      'accent-color',
      'break-after: avoid',
      'size',
      'text-wrap', // lines break where they may
      'text-wrap: balance',
      'text-wrap: pretty',
    ]);
  });

  test('is looked through by something that finds what it looks for', () => {
    expect(
      newerInScripts([
        '[].toSorted(); Promise.withResolvers(); a.showPopover(); requestIdleCallback(b); new BroadcastChannel(c)',
      ]),
    ).toEqual(['requestIdleCallback', 'showPopover', 'toSorted', 'withResolvers']);
    expect(() => newerInScripts(['/[a--b]/v'])).toThrow(SyntaxError);
    expect(newerInMarkup(['f(`<div popover="auto"></div>`); set(a, "popovertarget", b)'])).toEqual([
      'popover',
      'popovertarget',
    ]);
    const style = 'a { &:hover { color: light-dark(red, blue) } } p:has(b) { field-sizing: content }';
    expect(newerInStyle(style)).toEqual([':has', 'field-sizing', 'field-sizing: content', 'light-dark()', 'nesting']);
  });
});

describe('a browser that has only what all of the oldest have', () => {
  let page: Page;

  beforeAll(async () => {
    const context = await watched.context();
    const older = takeAway();
    await context.addInitScript(older);
    await context.route(/worker[^/]*\.js$/u, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${older}\n${await response.text()}` });
    });
    page = await openWorkbench(context, SITE);
    await choose(page, { name: '覆盖台账.csv', mimeType: 'text/csv', buffer: Buffer.from(UNITS) });
    await page.getByRole('region', { name: '主要指标' }).waitFor();
  });

  afterAll(async () => page.context().close());

  test('reads a file, in page and workers, and shows its figures', async () => {
    const has = (): boolean[] => [
      'popover' in HTMLElement.prototype,
      'withResolvers' in Promise,
      'toSorted' in Array.prototype,
      'union' in Set.prototype,
      'subtle' in crypto,
    ];
    expect(await page.evaluate(has)).toEqual([false, false, false, false, false]);
    const workers = await Promise.all(
      page.workers().map((worker) => worker.evaluate(() => 'toSorted' in Array.prototype)),
    );
    expect(workers.length).toBeGreaterThan(0);
    expect(new Set(workers)).toEqual(new Set([false]));
    await go(page, '#/coverage');
    expect(await headlineOf(page)).toContain('70.0%');
    expect((await readFigure(figureWith(page, /组织覆盖率，\d{4}/u))).rows.map((row) => row.join(' '))).toEqual([
      expect.stringContaining('16 20'),
      expect.stringContaining('12 20'),
    ]);
    watched.assertQuiet();
  });

  test('opens and closes its panels by mouse and by keyboard', async () => {
    const button = page.getByRole('button', { name: /^园区: /u });
    const panel = page.getByRole('dialog', { name: '园区' });
    const focused = (): Promise<boolean> => button.evaluate((at) => at === document.activeElement);
    await button.click();
    const [above, below] = [await button.boundingBox(), await panel.boundingBox()];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    await page.mouse.click(1200, 800);
    await panel.waitFor({ state: 'hidden' });
    await button.focus();
    await page.keyboard.press('Enter');
    await panel.waitFor();
    await expect.poll(() => panel.evaluate((at) => at.contains(document.activeElement))).toBe(true);
    await panel.getByRole('button', { name: '只看 甲州开发区' }).click();
    await settled(page);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await focused()).toBe(true);
    expect(await headlineOf(page)).toContain('60.0%');
    watched.assertQuiet();
  });
});

describe('a browser that cannot run the page', () => {
  interface Case {
    readonly what: string;
    readonly notice: keyof typeof NOTICES;
    readonly address?: string;
    readonly options?: BrowserContextOptions;
    readonly before?: string;
    /** What does not arrive, or arrives as something else. */
    readonly blocked?: RegExp;
    readonly typed?: string;
    readonly found?: string;
  }

  const CASES: readonly Case[] = [
    { what: 'an old one', notice: 'old', before: 'delete Array.prototype.findLast', found: 'Array.prototype.findLast' },
    {
      what: 'one without DecompressionStream',
      notice: 'old',
      before: 'delete DecompressionStream',
      found: 'DecompressionStream',
    },
    { what: 'one without WebAssembly', notice: 'wasm', before: 'delete WebAssembly', found: 'WebAssembly' },
    {
      what: 'one whose policy forbids to compile',
      notice: 'wasm',
      before: 'WebAssembly.Module = function () { throw new WebAssembly.CompileError("blocked"); }',
    },
    {
      what: 'one that takes modules for scripts',
      notice: 'worker',
      before: 'const Plain = Worker; Worker = function (address) { return new Plain(address); }',
    },
    { what: 'one without JavaScript', notice: 'script', options: { javaScriptEnabled: false } },
    { what: 'any, from the disk', notice: 'file', address: pathToFileURL(join(ASSETS, '../index.html')).href },
    { what: 'one that gets no program', notice: 'broken', blocked: /assets\/index-.*\.js$/u, found: 'assets/index-' },
    {
      what: 'one that is given the program as plain text',
      notice: 'broken',
      blocked: /assets\/index-.*\.js$/u,
      typed: 'text/plain',
      found: 'assets/index-',
    },
    {
      what: 'one in which the program fails',
      notice: 'broken',
      before: 'window.matchMedia = function () { throw new Error("不行"); }',
      found: '不行',
    },
  ];

  test.each(CASES)(
    '$what: a sentence that says what to do',
    async ({ notice, address, options, before, blocked, typed, found }) => {
      const context = await watched.context(options);
      if (before !== undefined) await context.addInitScript(before);
      if (blocked)
        await context.route(blocked, (route) =>
          typed === undefined ? route.abort() : route.fulfill({ contentType: typed, body: 'let a;' }),
        );
      const page = await context.newPage();
      await page.goto(address ?? SITE);
      await page.getByRole('heading', { level: 1, name: NOTICES[notice].title.zh }).waitFor();
      const text = await page.getByRole('alert').innerText();
      for (const { zh, en } of [NOTICES[notice].why, ...NOTICES[notice].steps])
        for (const said of [zh, en]) for (const piece of said.split('{browsers}')) expect(text).toContain(piece);
      expect(text).not.toMatch(/[{}%]/u);
      if (notice !== 'file') expect(text).toContain('Chrome 109、Edge 109、Firefox 115、Safari 17');
      if (found !== undefined) expect(text).toContain(found);
      expect(await page.getByRole('navigation').count()).toBe(0);
      await context.close();
      expect(watched.leaks.splice(0)).toEqual([]);
      // What did not load is told on the console too; nothing else is.
      const told = /ERR_FAILED|CORS|MIME type|不行/u;
      expect(watched.errors.splice(0).filter((error) => !told.test(error))).toEqual([]);
    },
  );
});

describe('an engine that does not start', () => {
  const WORKER = /duckdb[^/]*worker[^/]*\.js$/u;
  const PACK = /\.bin$/u;
  const failing = (error: string): string =>
    `WebAssembly.instantiateStreaming = WebAssembly.instantiate = async () => { throw ${error}; };`;

  test.each([
    ['files', 'gone', PACK, { status: 404, body: '' }],
    ['files', 'a page of the gateway', PACK, { status: 200, body: '<html>请登录</html>' }],
    ['files', 'cut short', PACK, { status: 200, body: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]) }],
    ['files', 'no worker', WORKER, { status: 404, body: '' }],
    ['memory', 'too little', WORKER, failing("new RangeError('WebAssembly.Memory(): could not allocate memory')")],
    ['blocked', 'a policy', WORKER, failing("new WebAssembly.CompileError('violates the Content Security Policy')")],
    ['other', 'nobody knows', WORKER, "throw new Error('不明原因');"],
  ] as const)('%s, %s: a sentence that says what to do', async (trouble, _, asked, given) => {
    const context = await watched.context();
    await context.route(asked, async (route) => {
      if (typeof given !== 'string') return route.fulfill(given);
      const response = await route.fetch();
      return route.fulfill({ response, body: `${given}\n${await response.text()}` });
    });
    const page = await context.newPage();
    await page.goto(SITE);
    await page.getByRole('heading', { level: 1, name: MESSAGES[`start.${trouble}`].zh }).waitFor();
    const said = await page.getByRole('alert').innerText();
    for (const step of MESSAGES[`start.${trouble}.steps`].zh.split('\n')) expect(said).toContain(step);
    expect(said).toMatch(/浏览器给出的原因：.{4}/u);
    expect(await page.locator('input[type=file][multiple]').count()).toBe(0);
    await page.getByRole('button', { name: '刷新' }).waitFor();
    await context.close();
    expect(watched.leaks.splice(0)).toEqual([]);
    watched.errors.length = 0;
  });
});
