import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { choose } from './example-files';

/* Nothing gets out: scripts run in the page and in each of its workers try to reach a listener, and it hears nothing. */

const TABLE = `统计日期,开发区,企业名称,单位性质,经营状态,组建方式
2024-03-31,试验开发区,甲公司,非公企业,运营,单独支部
2024-03-31,试验开发区,乙公司,非公企业,运营,未建-无党员
`;

/** Ways a worker and a page have, as they would be written in either. `to` is the listener's address without a scheme. */
const ANYWHERE: readonly string[] = [
  'fetch(`http://${to}/fetch`, { mode: "no-cors" })',
  'fetch(`http://${to}/post`, { mode: "no-cors", method: "POST", body: "text", keepalive: true })',
  'void ((request) => { request.open("GET", `http://${to}/request`); request.send(); })(new XMLHttpRequest())',
  'void new WebSocket(`ws://${to}/socket`)',
  'void new EventSource(`http://${to}/events`)',
  'import(`http://${to}/import.js`)',
  'typeof importScripts === "function" ? importScripts(`http://${to}/scripts.js`) : 0',
  'void new Worker(URL.createObjectURL(new Blob([`fetch("http://${to}/nested", { mode: "no-cors" })`])))',
  'void new Worker(URL.createObjectURL(new Blob([`import "http://${to}/nested-import.js"`], { type: "text/javascript" })), { type: "module" })',
];
const element = (name: string, attribute: string, more = ''): string =>
  `void ((made) => { made.${attribute} = \`http://\${to}/${name}\`; ${more} document.body.append(made); })(document.createElement("${name}"))`;
const PAGE_ONLY: readonly string[] = [
  'navigator.sendBeacon(`http://${to}/beacon`, "text")',
  element('img', 'src'),
  element('audio', 'src', 'made.preload = "auto";'),
  element('script', 'src'),
  element('iframe', 'src'),
  element('object', 'data'),
  element('link', 'href', 'made.rel = "stylesheet";'),
  'new FontFace("f", `url(http://${to}/font)`).load()',
  'void ((form) => { form.action = `http://${to}/form`; form.target = "_blank"; document.body.append(form); form.submit(); })(document.createElement("form"))',
];

let watched: Watched;
let listener: Server;
let to = '';
const heard: string[] = [];

beforeAll(async () => {
  watched = await openBrowser();
  listener = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end();
  });
  listener.on('upgrade', (request, socket) => {
    heard.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  to = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await watched.close();
  listener.close();
});

async function tryAll(run: (script: string) => Promise<unknown>, ways: readonly string[]): Promise<void> {
  for (const way of ways)
    await run(`{ const to = ${JSON.stringify(to)}; Promise.resolve().then(() => ${way}).catch(() => 0); }`);
}
const inPage = (page: Page) => (script: string) => page.evaluate(script);
const inWorker = (worker: Worker) => (script: string) => worker.evaluate(script);

const PATIENT = { timeout: 60_000 };
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1500));

test('the listener hears a page that has no policy', async () => {
  const page = await (await watched.context()).newPage();
  await page.goto(`http://${to}/plain`);
  heard.length = 0;
  await tryAll(inPage(page), [...ANYWHERE, ...PAGE_ONLY]);
  const names = ['fetch', 'post', 'request', 'socket', 'events', 'import.js', 'nested', 'nested-import.js', 'beacon'];
  const elements = ['img', 'audio', 'script', 'iframe', 'object', 'link', 'font', 'form'];
  for (const name of [...names, ...elements])
    await expect.poll(() => heard.map((url) => url.replace(/\?$/u, '')), { timeout: 20_000 }).toContain(`/${name}`);
  await page.context().close();
});

test('nothing the page or its workers try reaches it', async () => {
  heard.length = 0;
  const page = await openWorkbench(await watched.context(), inject('site'), '#/import');
  await choose(page, [{ name: '试验开发区.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) }]);
  await page.getByRole('region', { name: '主要指标' }).waitFor();
  const workers = page.workers();
  // The database and the reader of files; the nested ones come only now.
  expect(workers.length).toBe(2);
  for (const worker of workers) await tryAll(inWorker(worker), ANYWHERE);
  await tryAll(inPage(page), [...ANYWHERE, ...PAGE_ONLY]);
  expect(await page.evaluate('typeof RTCPeerConnection')).toBe('undefined');
  await later();
  expect(heard).toEqual([]);
  // Whatever was tried, it was tried here only: the console says what the policy forbade.
  expect(watched.errors.splice(0).filter((error) => /Content Security Policy/u.test(error)).length).toBeGreaterThan(
    PAGE_ONLY.length,
  );
  expect(watched.leaks.splice(0).filter((leak) => !leak.includes(to))).toEqual([]);
});

test('the page that tries it says so, and says when a way is open', async () => {
  const context = await watched.context();
  const page = await context.newPage();
  await page.goto(`${inject('site')}#/egress`);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), PATIENT).toContain('全部不通');
  expect(await page.locator('main tbody tr').count()).toBeGreaterThanOrEqual(23);
  expect(await page.locator('main tbody tr').filter({ hasNotText: '不通' }).count()).toBe(0);
  await context.close();

  // Served with a policy that forgot to close two of them.
  const careless = await watched.context();
  await careless.route('**/index.html', async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    await route.fulfill({
      response: answer,
      body: body.replace('img-src ', 'img-src https: ').replace("connect-src 'self'", "connect-src 'self' https:"),
    });
  });
  const other = await careless.newPage();
  await other.goto(`${inject('site')}index.html#/egress`);
  await expect.poll(() => other.getByRole('heading', { level: 1 }).textContent(), PATIENT).toContain('是通的');
  const open = await other.locator('main tbody tr.open th').allTextContents();
  expect(open).toContain('图片');
  expect(open).toContain('取数请求（fetch）');
  expect(open).not.toContain('脚本');
  watched.errors.length = watched.leaks.length = 0;
});
