import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { expect } from 'vitest';
import { LAUNCH_ARGS, findChromium } from '../browser/chromium';

const LOCAL = /^(?:https?:\/\/127\.0\.0\.1(?::\d+)?\/|blob:|data:|about:)/u;

/** A browser whose ways out are watched: what pages and workers ask for, and whatever reaches the proxy of the context. */
export interface Watched {
  readonly browser: Browser;
  /** Addresses outside this machine that somebody asked for, from pages, workers or anything else the page started. */
  readonly leaks: string[];
  /** Errors on the console and uncaught exceptions. */
  readonly errors: string[];
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Fails the test when anything leaked or went wrong since the last time. */
  assertQuiet(): void;
  close(): Promise<void>;
}

/** What Chrome asks on its own whatever page is open. A page or worker that asked there would still be told by its request. */
const HOUSEKEEPING = /^(?:content-autofill|update)\.googleapis\.com|^accounts\.google\.com/u;

/** A proxy that lets nothing through and writes down who wanted to go where. */
async function openTrap(leaks: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    leaks.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    if (!HOUSEKEEPING.test(request.url ?? '')) leaks.push(`CONNECT ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** What the page 外传自检 tries on purpose: names that no machine has. */
const TRIED = /\b[a-z]+\.zonelens\.invalid\b/u;

function watch(context: BrowserContext, leaks: string[], errors: string[]): void {
  context.on('request', (request) => {
    const url = request.url();
    if (!LOCAL.test(url) && !url.startsWith('file:') && !TRIED.test(url)) leaks.push(url);
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
    page.on('crash', () => errors.push('the page crashed'));
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !TRIED.test(message.text()))
      errors.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => errors.push(`uncaught: ${error.error().message}`));
}

/** Starts the browser of this machine. */
export async function openBrowser(): Promise<Watched> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge: install one or set CHROMIUM_PATH');
  const leaks: string[] = [];
  const errors: string[] = [];
  const trap = await openTrap(leaks);
  const browser = await chromium.launch({
    executablePath,
    args: [...LAUNCH_ARGS],
  });
  // Of the context, not of the browser: Chrome's own housekeeping is nobody's doing here.
  const proxy = { server: `http://127.0.0.1:${(trap.address() as AddressInfo).port}`, bypass: '127.0.0.1' };
  return {
    browser,
    leaks,
    errors,
    async context(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        proxy,
        // Ten megabytes kept anew for every test; tests/e2e/offline.test.ts lets it.
        serviceWorkers: 'block',
        ...options,
      });
      watch(context, leaks, errors);
      return context;
    },
    assertQuiet() {
      expect({ leaks: leaks.splice(0), errors: errors.splice(0) }).toEqual({ leaks: [], errors: [] });
    },
    async close() {
      await browser.close();
      trap.close();
    },
  };
}

/** Opens the workbench and waits until its engine runs. */
export async function openWorkbench(context: BrowserContext, site: string, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site + hash);
  await page.getByText(/正在启动数据引擎|Starting the data engine/u).waitFor({ state: 'hidden' });
  await page.locator('input[type=file][multiple]:enabled').waitFor({ state: 'attached' });
  return page;
}

/** Waits until the files are read whose figures are shown already. */
export async function filesRead(page: Page): Promise<void> {
  await page.getByText('明细核对中，数字可能更新').waitFor({ state: 'detached', timeout: 180_000 });
}

/** Waits until the page stands still: two frames after everything the page had to do, and after the page gone to is fetched. */
export async function settled(page: Page): Promise<void> {
  const frames = (): Promise<void> =>
    page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  await frames();
  if ((await page.locator('main[aria-busy="true"]').count()) === 0) return;
  await page.locator('main[aria-busy="true"]').waitFor({ state: 'detached' });
  await frames();
}
