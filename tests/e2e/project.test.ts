import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { byName, figureWith, go, readFigure } from './page-reader';

/* What is loaded is a project: it is there after a reload, can be undone, has one tab, and says so where the browser keeps nothing. */

const HEADER = '企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const rows = (zone: string, built: number, other: number): string =>
  Array.from(
    { length: built + other },
    (_, at) => `${zone}${at}厂,${zone},2024-09-30,非公企业,运营,${at < built ? '单独支部' : '未组建'},20,5\n`,
  ).join('');
const given = (name: string, zone: string, built: number, other: number) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${HEADER}\n${rows(zone, built, other)}`),
});
const YUN = given('云岭台账.csv', '云岭高新区', 6, 4);
const QING = given('青岚台账.csv', '青岚经开区', 9, 3);
/** What holds no table known so far waits on a card to be told what it is. */
const MENU = { name: '食堂菜单.csv', mimeType: 'text/csv', buffer: Buffer.from('菜名,价格\n麻婆豆腐,10\n') };
const SAVED = /已保存在本机 · [\d.]+ [KM]?B/u;

let watched: Watched;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
}, 60_000);
afterAll(() => watched.close());
beforeEach(async () => {
  context = await watched.context({ acceptDownloads: true });
  page = await open();
});
afterEach(async () => {
  await context.close();
  watched.assertQuiet();
});

async function open(hash = '#/import'): Promise<Page> {
  const opened = await openWorkbench(context, inject('site'), hash);
  opened.setDefaultTimeout(20_000);
  return opened;
}

async function drop(...files: readonly ReturnType<typeof given>[]): Promise<void> {
  await page.locator('input[type=file][multiple]:enabled').setInputFiles([...files]);
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, null, { timeout: 60_000 });
}

/** Organisation coverage by zone as the page shows it. */
async function shown(from: Page = page): Promise<Record<string, string>> {
  await go(from, '#/coverage?period=2024Q3');
  const read = byName(await readFigure(figureWith(from, '组织覆盖率，2024 年第三季度')), ['分子', '分母']);
  return Object.fromEntries(Object.entries(read).map(([name, pair]) => [name, pair.join('/')]));
}

const saved = (from: Page = page): Promise<void> => from.getByText(SAVED).waitFor();
/** The browser agrees to keep what this page keeps, as it does for pages that are used a lot. */
async function agree(): Promise<void> {
  const { targetInfo } = await (await context.newCDPSession(page)).send('Target.getTargetInfo');
  const browser = await watched.browser.newBrowserCDPSession();
  await browser.send('Browser.setPermission', {
    permission: { name: 'persistent-storage' },
    setting: 'granted',
    origin: new URL(inject('site')).origin,
    ...(targetInfo.browserContextId !== undefined && { browserContextId: targetInfo.browserContextId }),
  });
}

const card = (name: string): Locator => page.getByRole('article').filter({ hasText: name });
const undo = (what: string): Locator => page.getByRole('button', { name: `撤销：${what}`, exact: true });
const rowsRead = (from: Page): Promise<void> => from.getByText('图表是').waitFor({ state: 'hidden', timeout: 60_000 });
/** One zone alone is shown by its committees. */
const ALONE = { yun: { 未注明: '6/10' }, qing: { 未注明: '9/12' } };
const BOTH = { 云岭高新区: '6/10', 青岚经开区: '9/12' };

test('the figures are there at once after a reload, the rows when the engine is; what was done is undone and done again', async () => {
  await drop(YUN, QING, MENU);
  await card(MENU.name).waitFor();
  await saved();
  expect(await shown()).toMatchObject(BOTH);
  // The engine is held back: what is seen is what was kept.
  await page.route(/\.bin(?:\?|$)/u, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await route.continue();
  });
  // Whoever comes back is never told to begin.
  await page.addInitScript(() => {
    const begin = () => document.querySelector('main h1')?.textContent.includes('把手头的导出表拖进来') === true;
    new MutationObserver(() => begin() && performance.mark('told to begin')).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await page.reload();
  await page.getByText(/图表是.*保存的，数据引擎正在启动/u).waitFor();
  expect(await page.evaluate(() => performance.getEntriesByName('told to begin').length)).toBe(0);
  expect(await shown()).toMatchObject(BOTH);
  expect(await page.getByText(/数据引擎正在启动/u).count()).toBe(1);
  await rowsRead(page);
  await page.unroute(/\.bin(?:\?|$)/u);
  expect(await shown()).toMatchObject(BOTH);
  await figureWith(page, '组织覆盖率，2024 年第三季度').getByRole('button', { name: '明细' }).click();
  const panel = page.getByRole('dialog').filter({ has: page.locator('#drill-title') });
  await panel.getByText('云岭高新区0厂').first().waitFor();
  // The rows are in the address: they are open again after a reload, and going back closes them.
  const told = await panel.getByRole('heading').innerText();
  await page.reload();
  await panel.getByText('云岭高新区0厂').first().waitFor({ timeout: 60_000 });
  expect(await panel.getByRole('heading').innerText()).toBe(told);
  await page.goBack();
  await panel.waitFor({ state: 'hidden' });
  expect(await shown()).toMatchObject(BOTH);
  // Anything is found by its name.
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('青岚');
  await page.getByRole('option', { name: '青岚经开区', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/zone\?.*zones=/u);
  await page.getByRole('combobox').waitFor({ state: 'hidden' });

  await go(page, '#/import');
  await page.getByText('浏览器没有同意长期保存').waitFor();
  await card(MENU.name)
    .getByRole('button', { name: `移除 ${MENU.name}` })
    .click();
  await card(MENU.name).waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Z');
  await card(MENU.name).waitFor();
  await page.getByRole('button', { name: '全部移除' }).click();
  await undo('移除 3 个文件').waitFor();
  await page.getByRole('heading', { name: '把手头的导出表拖进来' }).waitFor();
  await undo('移除 3 个文件').click();
  await page.getByText('已导入 2 个文件，22 行').waitFor();
  await card(MENU.name).waitFor();
  // Each is taken in its turn, also while another is being taken.
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+Z');
  await page.getByRole('button', { name: '重做：移除 3 个文件' }).waitFor();
  await saved();
  expect(await shown()).toMatchObject(BOTH);
  // Asked for while a file is being read, the file is what is taken back.
  await go(page, '#/import');
  await page
    .locator('input[type=file][multiple]:enabled')
    .setInputFiles([given('大台账.csv', '临江高新区', 9, 60_000)]);
  await page.getByRole('progressbar').waitFor();
  await page.keyboard.press('Control+Z');
  await page.getByText('当前操作完成后撤销').waitFor();
  await page.getByRole('button', { name: '重做：导入 1 个文件' }).waitFor({ timeout: 60_000 });
  // Its rows go after that; with them its card and its figures.
  await card('大台账.csv').waitFor({ state: 'hidden', timeout: 60_000 });
  expect(await shown()).toEqual(BOTH);
}, 240_000);

test('another tab looks on, and takes over without loss', async () => {
  await drop(YUN);
  await saved();
  const other = await context.newPage();
  await other.goto(`${inject('site')}#/overview`);
  await other.getByText('“我的项目”正在另一个标签页中打开，这里只能查看。').waitFor();
  expect(await shown(other)).toEqual(ALONE.yun);
  await go(page, '#/import');
  await drop(QING);
  // It is not even saved yet when the other tab asks for it.
  await other.getByRole('button', { name: '改在这里打开' }).click();
  await page.getByText('正在另一个标签页中打开').waitFor();
  await rowsRead(other);
  expect(await shown(other)).toMatchObject(BOTH);
}, 180_000);

test('projects have names, leave as one file and come back; one button erases all', async () => {
  await agree();
  await drop(YUN, MENU);
  await saved();
  await go(page, '#/import');
  await page.getByText('浏览器已同意长期保存').waitFor();
  await page.getByRole('button', { name: '项目：我的项目' }).click();
  await page.getByRole('button', { name: '改名' }).click();
  await page.getByLabel('项目名称').fill('三季度');
  await page.keyboard.press('Enter');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存为项目文件（含原始文件）' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('三季度.zonelens');
  const whole = readFileSync(await file.path());
  expect(Object.keys(unzipSync(whole))).toEqual([
    'manifest.json',
    'decisions.json',
    'cube.arrow',
    'files/1-云岭台账.csv',
    `files/2-${MENU.name}`,
  ]);
  await page.getByRole('button', { name: '项目：三季度' }).click();
  await page.getByRole('button', { name: '新建项目' }).click();
  await page.getByLabel('项目名称').fill('三季度');
  await page.keyboard.press('Enter');
  // Two of one name could not be told apart.
  await page.getByRole('button', { name: '项目：三季度（2）' }).waitFor();
  await page.getByRole('heading', { name: '把手头的导出表拖进来' }).waitFor();
  await card(MENU.name).waitFor({ state: 'hidden' });
  await drop(QING);
  await saved();
  expect(await shown()).toEqual(ALONE.qing);
  await go(page, '#/import');
  // A file that was tampered with is refused whole.
  const parts = unzipSync(whole);
  parts['files/1-云岭台账.csv'] = strToU8('改过的内容');
  const zip = (name: string, buffer: Uint8Array) => ({
    name,
    mimeType: 'application/zip',
    buffer: Buffer.from(buffer),
  });
  await drop(zip('坏.zonelens', zipSync(parts)));
  await page
    .getByText('没有打开“坏.zonelens”：它不是完整的区镜项目文件（云岭台账.csv）。现有的项目没有变动。')
    .waitFor();
  await drop(zip('三季度.zonelens', whole));
  await page.getByRole('button', { name: '项目：三季度（3）' }).waitFor();
  await rowsRead(page);
  expect(await shown()).toEqual(ALONE.yun);
  await go(page, '#/import');
  await card(MENU.name).waitFor();
  await page.getByText('3 个项目，共').waitFor();
  await page.getByRole('button', { name: '清除本机保存的全部内容' }).click();
  await page.getByRole('button', { name: '全部清除' }).click();
  await page.getByRole('heading', { name: '把手头的导出表拖进来' }).waitFor();
  await page.reload();
  await page.locator('input[type=file][multiple]:enabled').waitFor({ state: 'attached' });
  expect(await page.getByText('个项目，共').count()).toBe(0);
  const left = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('zonelens');
    let count = 0;
    for await (const _ of folder.keys()) count += 1;
    return count;
  });
  expect(left).toBe(0);
}, 240_000);

test('where the browser keeps nothing, or has no room left, it says so and loses nothing', async () => {
  await page.close();
  await context.addInitScript(() => {
    if (location.hash.includes('refused'))
      indexedDB.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
  });
  page = await open('#/import?refused=1');
  await drop(YUN);
  await page.getByText('浏览器不允许本页保存内容').waitFor();
  expect(await shown()).toEqual(ALONE.yun);
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  await (await asked).accept();

  page = await open();
  await drop(YUN);
  await saved();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(inject('site')).origin, quotaSize: 1 });
  await go(page, '#/import');
  await drop(given('大台账.csv', '青岚经开区', 9, 60_000));
  await page.getByText('浏览器可用的空间已满，最近的改动没有保存').waitFor();
  expect(Object.keys(await shown())).toHaveLength(2);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(inject('site')).origin });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await rowsRead(page);
  expect(await shown()).toEqual(ALONE.yun);
}, 240_000);
