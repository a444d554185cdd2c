import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { offlineWorker } from '../../src/cli/offline';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { choose } from './example-files';
import { figureWith, go, readFigure } from './page-reader';

/* The site on a plain host, under a path: kept by the browser, opened without the host, and never of two versions at once. */

type Site = ReadonlyMap<string, Buffer>;

const UNDER = '/dangjian/lens/';
const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const TEXT = new Set(['.html', '.js', '.css', '.json']);
const UNITS = `统计日期,开发区,企业名称,单位性质,经营状态,组建方式
2024-03-31,试验开发区,甲公司,非公企业,运营,单独支部
2024-03-31,试验开发区,乙公司,非公企业,运营,未建-无党员
2024-03-31,试验开发区,丙公司,非公企业,运营,联合支部
2024-03-31,云岭高新区,丁公司,非公企业,运营,单独支部
`;

function built(): Site {
  const dist = inject('dist');
  const names = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(dist.length + 1).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

/** The same build as if everything in it had changed: no asset has the name it had, and the page says which build it is. */
function rebuilt(site: Site): Site {
  const renamed = new Map(
    [...site.keys()]
      .filter((path) => path.startsWith('assets/'))
      .map((path) => path.slice('assets/'.length))
      .map((name) => [
        name,
        name.replace(/(.)(\.\w+)$/u, (_, last: string, end: string) => (last === 'x' ? 'y' : 'x') + end),
      ]),
  );
  const names = new RegExp([...renamed.keys()].map((name) => name.replace(/[.$]/gu, '\\$&')).join('|'), 'gu');
  const other = (text: string): string => text.replace(names, (name) => renamed.get(name) ?? name);
  const next = new Map<string, Buffer>();
  for (const [path, content] of site) {
    if (path === 'offline.js' || path === 'zonelens.html') continue;
    next.set(other(path), TEXT.has(extname(path)) ? Buffer.from(other(content.toString())) : content);
  }
  const page = next.get('index.html')?.toString().replace('<html ', '<html data-build="2" ') ?? '';
  next.set('index.html', Buffer.from(page));
  return next.set('offline.js', Buffer.from(offlineWorker(next)));
}

let site: Site;
let host: Server;
let port = 0;
/** What was asked for and is not there: the sign that a page wanted a file of another build. */
const missed: string[] = [];
let watched: Watched;
let context: BrowserContext;
let page: Page;
const address = (): string => `http://127.0.0.1:${port}${UNDER}`;

/** A host that knows nothing but files, and lets browsers keep what they got for ten minutes, as some do. */
async function serve(): Promise<void> {
  host = createServer((request, response) => {
    const path =
      decodeURI(request.url ?? '')
        .replace(UNDER, '')
        .replace(/\?.*$/u, '') || 'index.html';
    const content = site.get(path);
    if (!content) missed.push(path);
    response.setHeader('Content-Type', KINDS[extname(path)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'max-age=600');
    // As docs/hosting.md says a host may.
    if (path === 'offline.js') response.setHeader('Content-Security-Policy', "default-src 'none'; connect-src 'self'");
    response.writeHead(content ? 200 : 404).end(content);
  });
  await new Promise<void>((resolve) => host.listen(port, '127.0.0.1', resolve));
  port = (host.address() as AddressInfo).port;
}

/** The host is gone, and so is the network. */
async function unplug(): Promise<void> {
  await context.setOffline(true);
  // Nobody new is let in, then everybody is let go.
  const closed = new Promise((resolve) => host.close(resolve));
  host.closeAllConnections();
  await closed;
}

async function plugIn(): Promise<void> {
  await serve();
  await context.setOffline(false);
}

const buildOf = (of: Page): Promise<string | undefined> => of.evaluate(() => document.documentElement.dataset['build']);
const ready = (of: Page): Promise<void> => of.getByRole('button', { name: /可离线/ }).waitFor();

/** Two of three units of a zone, counted by hand, are what the page counts. */
async function countsUnits(of: Page): Promise<void> {
  await go(of, '#/coverage?period=2024Q1');
  const { rows } = await readFigure(figureWith(of, '组织覆盖率，2024 年第一季度'));
  expect(rows.find(([zone]) => zone === '试验开发区')?.slice(1, 4)).toEqual(['66.7%', '2', '3']);
}

beforeAll(async () => {
  watched = await openBrowser();
  site = built();
  await serve();
  context = await watched.context({ serviceWorkers: 'allow', acceptDownloads: true });
  context.setDefaultTimeout(30_000);
});

afterAll(async () => {
  await watched.close();
  host.close();
});

test('no file is too large for a host, and all addresses are relative', () => {
  for (const [path, content] of site) expect([path, content.length < 25e6]).toEqual([path, true]);
  expect(site.get('index.html')?.toString()).not.toMatch(/(?:src|href)="\//u);
  expect(JSON.parse(site.get('manifest.json')?.toString() ?? '')).toMatchObject({ start_url: './', scope: './' });
});

test('a visit later it opens without the network, and counts', async () => {
  page = await openWorkbench(context, address(), '#/import');
  await ready(page);
  await unplug();
  await page.close();
  page = await openWorkbench(context, address(), '#/import');
  await ready(page);
  expect(await buildOf(page)).toBeUndefined();
  await choose(page, [{ name: '试验开发区.csv', mimeType: 'text/csv', buffer: Buffer.from(UNITS) }]);
  await page.getByRole('region', { name: '主要指标' }).waitFor();
  await countsUnits(page);
  await page.getByText('已保存在本机').waitFor();
  await go(page, '#/share');
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存报告' }).click(),
  ]);
  expect(readFileSync(await report.path(), 'utf8')).toContain('id="cube"');
});

test('a new version: the open page goes on as it was, the next visit has the new one, and keeps it', async () => {
  const kept = (): Promise<string[]> => page.evaluate(() => caches.keys());
  const before = await kept();
  expect(before).toHaveLength(1);
  site = rebuilt(site);
  await plugIn();
  missed.length = 0;
  // A page it has not fetched before, of the version it is.
  await go(page, '#/appraisal');
  await go(page, '#/rules');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await buildOf(page)).toBeUndefined();
  await page.reload();
  await page.locator('main[aria-busy="false"]').waitFor();
  expect(await buildOf(page)).toBe('2');
  await go(page, '#/quality');
  expect(missed).toEqual([]);

  // The version before is dropped once the new one is kept and no page is of the one before.
  const openAgain = async (): Promise<boolean> => {
    await page.close();
    page = await openWorkbench(context, address(), '#/import');
    expect(await buildOf(page)).toBe('2');
    const now = await kept();
    return now.length === 1 && now[0] !== before[0];
  };
  await expect.poll(openAgain, { timeout: 60_000 }).toBe(true);
  await unplug();
  await page.close();
  page = await openWorkbench(context, address(), '#/import');
  expect(await buildOf(page)).toBe('2');
  await countsUnits(page);
  expect(missed).toEqual([]);
  expect(watched.leaks).toEqual([]);
});
