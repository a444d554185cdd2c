import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { byName, figureWith, go, readFigure } from './page-reader';

/* What dies on the way — the tab, the database, the reading worker — takes nothing with it. */

const HEADER = '企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const given = (name: string, zone: string, built: number, other: number) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `${HEADER}\n${Array.from(
      { length: built + other },
      (_, at) => `${zone}${at}厂,${zone},2024-09-30,非公企业,运营,${at < built ? '单独支部' : '未组建'},20,5\n`,
    ).join('')}`,
  ),
});
const YUN = given('云岭台账.csv', '云岭高新区', 6, 4);
const QING = given('青岚台账.csv', '青岚经开区', 9, 3);
const LARGE = given('临江台账.csv', '临江高新区', 2, 60_000);
const ONE = { 未注明: '6/10' };
const TWO = { 云岭高新区: '6/10', 青岚经开区: '9/12' };
/** What was kept before says so until the next reading is kept. */
const PATIENT = { timeout: 60_000 };
const THREE = { ...TWO, 临江高新区: '2/60,002' };

let watched: Watched;
let processes: CDPSession;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  processes = await watched.browser.newBrowserCDPSession();
}, 60_000);
afterAll(() => watched.close());
beforeEach(async () => {
  context = await watched.context();
});
afterEach(async () => {
  await context.close();
  watched.assertQuiet();
});

async function open(): Promise<void> {
  page = await openWorkbench(context, inject('site'), '#/import');
  page.setDefaultTimeout(60_000);
}

const choose = (...files: readonly ReturnType<typeof given>[]): Promise<void> =>
  page.locator('input[type=file][multiple]:enabled').setInputFiles([...files]);
const saved = (): Promise<void> => page.getByText(/已保存在本机 · [\d.]+ [KM]?B/u).waitFor();

/** Organisation coverage by zone as the page shows it. */
async function shown(): Promise<Record<string, string>> {
  await go(page, '#/coverage?period=2024Q3');
  const read = byName(await readFigure(figureWith(page, '组织覆盖率，2024 年第三季度')), ['分子', '分母']);
  return Object.fromEntries(Object.entries(read).map(([name, pair]) => [name, pair.join('/')]));
}

/** Ends the tab as the system does when memory runs out: its process is no more. */
async function kill(): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const { processInfo } = await processes.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
  await crashed;
  await page.close();
  expect(watched.errors.splice(0)).toEqual(['the page crashed']);
}

/** Holds the next writing to the store where it is told to. */
function holdWriting(): void {
  // The blank page before the first has no storage.
  if (!isSecureContext) return;
  const state = globalThis as typeof globalThis & { hold?: 'bytes' | 'manifest' };
  const plain = FileSystemFileHandle.prototype.createWritable;
  FileSystemFileHandle.prototype.createWritable = async function (...options) {
    const writer = await plain.apply(this, options);
    if (state.hold !== 'bytes') return writer;
    await writer.write(new Uint8Array(10));
    console.info('held');
    return new Promise(() => undefined);
  };
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given);
    if (state.hold === 'manifest' && String(given[1]).startsWith('project/')) {
      console.info('held');
      // What is begun is not committed before this returns, and it never does.
      for (;;);
    }
    return request;
  };
}

test('a tab that is killed while files are read or kept leaves the state before or the state after, never half', async () => {
  await context.addInitScript(holdWriting);
  await open();
  await choose(YUN);
  await saved();
  await go(page, '#/import');
  await choose(LARGE);
  await page.getByRole('progressbar').waitFor();
  await kill();
  for (const where of ['bytes', 'manifest'] as const) {
    await open();
    await page.getByText('已导入 1 个文件，10 行').waitFor();
    await page.evaluate((hold) => Object.assign(globalThis, { hold }), where);
    const held = page.waitForEvent('console', (message) => message.text() === 'held');
    await choose(QING);
    await held;
    await kill();
  }
  await open();
  await page.getByText('已导入 1 个文件，10 行').waitFor();
  expect(await page.getByText('没有找到保存的内容').count()).toBe(0);
  await expect.poll(shown, PATIENT).toEqual(ONE);
  await go(page, '#/import');
  await choose(QING, LARGE);
  await page.getByRole('progressbar').waitFor({ state: 'hidden' });
  await saved();
  await kill();
  // Files over which the tab ended are read again only when asked for.
  page = await context.newPage();
  await page.goto(`${inject('site')}#/import`);
  await page.getByText(/正在重新读取/u).waitFor();
  await kill();
  await open();
  await page.getByText('上次读取这些文件时页面意外中断').waitFor();
  await expect.poll(shown, PATIENT).toEqual(THREE);
  await page.getByRole('button', { name: '读取文件' }).click();
  await page.getByText('上次读取这些文件时页面意外中断').waitFor({ state: 'hidden' });
  await go(page, '#/import');
  await page.getByText('已导入 3 个文件，60,024 行').waitFor();
  await expect.poll(shown, PATIENT).toEqual(THREE);
}, 300_000);

/** Runs something in the database worker and the reading workers, which have a name. One that ends over it cannot answer. */
const inWorkers = (work: () => unknown): Promise<unknown> =>
  Promise.all(page.workers().map((worker) => worker.evaluate(work).catch(() => undefined)));

/** The lock by which the database is known to live. */
const life = (): Promise<string | undefined> =>
  page.evaluate(async () =>
    (await navigator.locks.query()).held
      ?.map(({ name }) => name)
      .find((name) => name?.startsWith('zonelens/database/')),
  );

/** Ends the database as soon as it lives, which may be before it has answered anything; resolves when it is no more. */
async function end(): Promise<void> {
  await expect.poll(life, { timeout: 30_000 }).toBeDefined();
  const before = await life();
  void inWorkers(() => void (self.name === 'ingest' || close()));
  await expect.poll(life, { timeout: 30_000 }).not.toBe(before);
}

test('a database that dies is there again with the files in it, also when the next one dies; one that dies on and on is told', async () => {
  await open();
  await choose(YUN, QING);
  await saved();
  await end();
  await end();
  await page.getByText('数据库曾意外停止，已重新启动并重新读取文件').waitFor();
  await expect.poll(shown, PATIENT).toEqual(TWO);
  await go(page, '#/import');
  await choose(given('临江台账.csv', '临江高新区', 2, 3));
  await page.getByText('已导入 3 个文件').waitFor();
  await expect.poll(shown, PATIENT).toEqual({ ...TWO, 临江高新区: '2/5' });
  await end();
  await end();
  await end();
  await page.getByText('数据库一再意外停止，没有再启动').waitFor();
  await expect.poll(shown, PATIENT).toEqual({ ...TWO, 临江高新区: '2/5' });
}, 240_000);

test('memory that runs out, and a reading worker that breaks, cost the file that was being read and nothing else', async () => {
  await open();
  await choose(YUN, QING);
  await saved();
  await go(page, '#/import');
  // The reading worker breaks over a file; the next one is read by another.
  const huge = given('临江台账.csv', '临江高新区', 2, 200_000);
  await choose({ ...huge, buffer: Buffer.concat([Buffer.from('临江高新区台账\n\n'), huge.buffer]) });
  // It is in the middle of it.
  await page.getByText(/B，[1-9][\d,]* 行/u).waitFor();
  await inWorkers(() => void (self.name === 'ingest' && setTimeout(() => reportError(new Error('no memory left')), 0)));
  await page.getByText('读取这个文件时程序中断，可能是内存不足').waitFor();
  await choose(given('北港台账.csv', '北港经开区', 1, 1));
  await page.getByText('已导入 3 个文件').waitFor();
  await expect.poll(shown, PATIENT).toEqual({ ...TWO, 北港经开区: '1/2' });
  await go(page, '#/import');
  // From now on the engine is given no more memory by the browser.
  await inWorkers(() => {
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('Maximum memory size exceeded');
    };
  });
  await choose(huge);
  await page.getByText(/内存不够，这一步没有完成|数据库在处理它时意外停止/u).waitFor();
  await page.getByText('数据库曾意外停止，已重新启动并重新读取文件').waitFor();
  await expect.poll(shown, PATIENT).toEqual({ ...TWO, 北港经开区: '1/2' });
  // The next database has memory again.
  await go(page, '#/import');
  await choose(given('南屿台账.csv', '南屿园区', 3, 1));
  await page.getByText('已导入 4 个文件').waitFor();
  await expect.poll(shown, PATIENT).toEqual({ ...TWO, 北港经开区: '1/2', 南屿园区: '3/4' });
}, 240_000);
