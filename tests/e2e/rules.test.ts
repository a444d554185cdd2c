import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { type Watched, filesRead, openBrowser, openWorkbench } from './browser';
import { column, figureWith, go, readFigure } from './page-reader';

/* Rules edited on the page: the figures follow them and name them, what is wrong stays out, what is kept is there again. */

let watched: Watched;
let page: Page;
const LONG = 180_000;
const DOCUMENT = '端到端测试的文件';

const main = (): Locator => page.locator('main');
const card = (name: string): Locator =>
  main()
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, level: 3, exact: true }) });
const form = (name: string): Locator => page.getByRole('form', { name: `修改${name}` });

async function loadExample(): Promise<void> {
  await page.getByRole('button', { name: '载入示例数据' }).click();
  await main().getByText('数据截至 2018-12-31').waitFor({ timeout: LONG });
  await filesRead(page);
}

/** The branch committees of 2018 by month, summed over the zones: [met, due]. */
async function committees(): Promise<Record<string, readonly [number, number]>> {
  await go(page, '#/life');
  const read = await readFigure(figureWith(page, '支委会：各园区逐期落实'));
  const sum = (name: string): number =>
    column(read, name).reduce((all, text) => all + Number(text.replaceAll(',', '') || 0), 0);
  const months = read.columns.filter((name) => /^2018 年 \d+ 月$/u.test(name));
  return Object.fromEntries(months.map((month) => [month, [sum(`${month} 分子`), sum(`${month} 分母`)] as const]));
}

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context({ acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  await loadExample();
}, LONG);
afterAll(async () => watched.close());
afterEach(() => watched.assertQuiet());

test('a bad value is refused on its field, and the version before stays in force', async () => {
  await go(page, '#/rules');
  await page.getByRole('button', { name: '修改支委会', exact: true }).click();
  const times = form('支委会').getByLabel('次数');
  await times.fill('40');
  await form('支委会').getByLabel('生效日期').fill('2018-10-01');
  await form('支委会').getByRole('button', { name: '保存' }).click();
  expect(await times.getAttribute('aria-invalid')).toBe('true');
  expect(await form('支委会').getByRole('alert').filter({ hasText: '40 超出 1 至 31 的范围' }).isVisible()).toBe(true);
  expect(await card('支委会').innerText()).toContain('每月 1 次');
  expect(await card('支委会').innerText()).toContain('产品自带');
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '修改综合评定办法', exact: true }).click();
  await form('综合评定办法').getByLabel('自评权重').fill('30');
  expect(await form('综合评定办法').getByRole('alert').filter({ hasText: '权重合计 110%' }).count()).toBe(1);
  expect(await form('综合评定办法').getByLabel('自评权重').getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Escape');
});

test(
  'a new version of a meeting changes the figure from its day on, and the figure names it',
  async () => {
    const before = await committees();
    await go(page, '#/rules');
    await page.getByRole('button', { name: '修改支委会', exact: true }).click();
    await form('支委会').getByLabel('次数').fill('31');
    await form('支委会').getByLabel('生效日期').fill('2018-10-01');
    await form('支委会').getByLabel('依据文件').fill(DOCUMENT);
    await form('支委会').getByRole('button', { name: '保存' }).click();
    await main().getByRole('status').filter({ hasText: '支委会已保存并生效' }).waitFor({ timeout: LONG });
    expect(await card('支委会').innerText()).toContain('每月 31 次');
    expect(await card('支委会').innerText()).toContain('本页改动');
    const after = await committees();
    // Nobody meets 31 times a month: what was owed stays, nothing of it is met, and the months before are as they were.
    expect(Object.keys(before)).toHaveLength(12);
    for (const [month, [met, due]] of Object.entries(before)) {
      const late = ['2018 年 10 月', '2018 年 11 月', '2018 年 12 月'].includes(month);
      expect(met).toBeGreaterThan(0);
      expect([month, after[month]]).toEqual([month, late ? [0, due] : [met, due]]);
    }
    const trend = figureWith(page, '三会一课全项落实率的走势');
    expect(await trend.innerText()).toContain(`${DOCUMENT}（2018-10-01 起）`);
    expect(await trend.locator('svg').textContent()).toContain('规则变更');
  },
  LONG,
);

test(
  'the edit is saved as a file that the page reads, undone, and loaded again',
  async () => {
    await go(page, '#/rules');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '改动的规则存为文件' }).click();
    const download = await waiting;
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain(`meeting/支委会/times,31,2018-10-01,,${DOCUMENT}`);
    await page.getByRole('button', { name: '撤销对支委会的改动' }).click();
    await card('支委会').getByText('产品自带').waitFor({ timeout: LONG });
    expect(await card('支委会').innerText()).toContain('每月 1 次');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '从文件载入' }).click();
    await (await chooser).setFiles({ name: '规则.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await card('支委会').getByText('本页改动').waitFor({ timeout: LONG });
    expect(await card('支委会').innerText()).toContain('每月 31 次');
  },
  LONG,
);

test(
  'a file with a fault is not loaded, and says what is wrong',
  async () => {
    await go(page, '#/rules');
    await main().getByText('正在按新规则重新计算').waitFor({ state: 'hidden', timeout: LONG });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '从文件载入' }).click();
    const wrong = '规则,取值,生效日期,失效日期\nmeeting/党课/times,2,,2018-06-30\nmeeting/党课/times,3,2018-01-01,\n';
    await (await chooser).setFiles({ name: '错的规则.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) });
    await main().getByText('文件没有载入，原有规则不变').waitFor({ timeout: LONG });
    expect(await main().innerText()).toContain('与前一版重叠');
    expect(await card('党课').innerText()).toContain('每季度 1 次');
  },
  LONG,
);

test(
  'what was kept is there after the page is opened again',
  async () => {
    await page.reload();
    await page.evaluate(() => (location.hash = '#/rules'));
    await card('支委会').getByText('本页改动').waitFor({ timeout: LONG });
    expect(await card('支委会').innerText()).toContain('每月 31 次');
    await go(page, '#/overview');
    // The example comes back with the project.
    await page.getByText('图表是').waitFor({ state: 'hidden', timeout: LONG });
    const after = await committees();
    expect(after['2018 年 12 月']?.[0]).toBe(0);
    expect(after['2018 年 9 月']?.[0]).toBeGreaterThan(0);
  },
  LONG,
);
