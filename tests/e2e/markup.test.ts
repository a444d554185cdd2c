import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { choose } from './example-files';
import { runCli, temporaryFolder } from '../cli/command-line';
import { go } from './page-reader';

/* A cell that holds markup is text wherever it is shown: tables, pictures, tooltips, cards, panels, the report. */

const IMG = '<img src=x onerror="window.hurt=1">';
const SCRIPT = '<script>window.hurt=2</script>';
const SVG = '<svg onload=window.hurt=3>';
const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(quote).join(',')).join('\n');

const ZONES = [`甲${IMG}开发区`, `乙${SCRIPT}开发区`];
const UNITS = csv([
  ['统计日期', '开发区', '归口党委', '企业名称', '单位性质', '经营状态', '组建方式', '党建指导员', `未建原因`],
  ...['2023-12-31', '2024-03-31'].flatMap((day) =>
    ZONES.flatMap((zone) =>
      Array.from({ length: 30 }, (_, at) => [
        day,
        zone,
        `第${at % 3}${SVG}党委`,
        `${zone}${IMG}第${at}公司`,
        at % 5 === 0 ? '社会组织' : '非公企业',
        '运营',
        at < 12 ? '单独支部' : '未建-应建',
        '否',
        at < 12 ? '' : `${SCRIPT}筹建中`,
      ]),
    ),
  ),
]);
/** Cells that cannot be read are shown in the ledger as they are. */
const UNREADABLE = csv([
  ['统计日期', '开发区', '企业名称', '单位性质', '经营状态', '组建方式', `备注${IMG}`],
  ['2024-03-31', ZONES[0] ?? '', `${SVG}公司`, `${IMG}性质`, `${SCRIPT}状态`, `${SVG}方式`, IMG],
  [`${IMG}某日`, ZONES[1] ?? '', `${IMG}公司`, '非公企业', '运营', '单独支部', SCRIPT],
]);
const ORGS = csv([
  [
    '统计日期',
    '开发区',
    '党组织代码',
    '党组织名称',
    '上级党组织名称',
    '党组织类别',
    '领域',
    '建立党组织日期',
    '党员总数',
  ],
  ...ZONES.flatMap((zone, nth) =>
    Array.from({ length: 6 }, (_, at) => [
      '2024-03-31',
      zone,
      `00${nth + 1}00${at}`,
      `${IMG}第${at}党支部`,
      `${SVG}党委`,
      '党支部',
      '非公',
      at % 2 === 0 ? '2024-02-01' : '2010-01-01',
      '9',
    ]),
  ),
]);
const STARS = csv([
  [
    '开发区',
    '党组织代码',
    '党组织名称',
    '评定年度',
    '评定办法',
    '最高星级',
    '评定星级',
    '参评情况',
    '上年星级',
    '评定层级',
  ],
  ...['2022', '2023'].flatMap((year) =>
    ZONES.flatMap((zone, nth) =>
      Array.from({ length: 6 }, (_, at) => [
        zone,
        `00${nth + 1}00${at}`,
        `${IMG}第${at}党支部`,
        year,
        `办法${SVG}`,
        '5',
        `${(at % 5) + 1}星`,
        '评定',
        `${((at + 1) % 5) + 1}星`,
        '区级',
      ]),
    ),
  ),
]);
const FILES = [
  ['覆盖台账.csv', UNITS],
  [`读不懂的${IMG.replace(/"/gu, '')}.csv`, UNREADABLE],
  ['党组织名册.csv', ORGS],
  ['星级评定.csv', STARS],
] as const;

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(10_000);
  page = await openWorkbench(context, inject('site'));
  await choose(
    page,
    FILES.map(([name, content]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })),
  );
  await page.locator('main').getByText('数据截至 2024-03-31').waitFor({ timeout: 60_000 });
}, 120_000);

afterAll(async () => watched.close());

/** Elements that a cell's markup would have made, and whether any of it ran. */
const made = (target: Page): Promise<unknown> =>
  target.evaluate(() => ({
    elements: [...document.querySelectorAll('body img, #app script, body [onload], body [onerror]')].map((at) =>
      at.outerHTML.slice(0, 80),
    ),
    hurt: (window as unknown as { hurt?: number }).hurt ?? null,
  }));
const NOTHING = { elements: [], hurt: null };

/** Moves the mouse over every part of every picture. */
async function hover(target: Page): Promise<number> {
  let tips = 0;
  for (const chart of await target.locator('figure :is([role=img], [role=application])').all()) {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) continue;
    for (const across of [0.2, 0.45, 0.6, 0.8])
      for (let down = 20; down < box.height; down += Math.max(24, box.height / 6)) {
        await target.mouse.move(box.x + box.width * across, box.y + down);
        const tip = await target.evaluate(() =>
          [...document.querySelectorAll('figure div')].some(
            (at) =>
              /^<(?:img|svg)|<(?:img|script|svg)/u.test(at.textContent ?? '') &&
              getComputedStyle(at).position === 'absolute',
          ),
        );
        if (tip) tips += 1;
      }
  }
  return tips;
}

const HASHES = [
  '#/overview',
  '#/overview?by=committee',
  '#/coverage',
  '#/stars',
  '#/compare',
  '#/compare?view=funnel',
  '#/quality',
];

test.each(HASHES)('is text on %s, with every figure as picture, under the mouse and as table', async (hash) => {
  await go(page, hash);
  await settled(page);
  expect(await page.locator('main').innerText()).toMatch(/<(?:img|script|svg)/u);
  const tips = await hover(page);
  if (hash === '#/coverage') expect(tips).toBeGreaterThan(0);
  expect(await made(page)).toEqual(NOTHING);
  const asTable = page.getByRole('button', { name: '表格', exact: true });
  while ((await asTable.count()) > 0) await asTable.first().click();
  await settled(page);
  expect(await made(page)).toEqual(NOTHING);
});

test('is text in the rows behind a mark, in the pickers and on an open card', async () => {
  await go(page, '#/coverage');
  const opening = page.getByRole('button', { name: '明细' });
  const figures = page.getByRole('figure').filter({ has: opening });
  expect(await figures.count()).toBeGreaterThan(1);
  for (const figure of await figures.all()) {
    await figure.getByRole('button', { name: '明细' }).first().click();
    const panel = page.getByRole('dialog').filter({ has: page.locator('#drill-title') });
    await panel.getByRole('table').waitFor();
    expect(await panel.innerText()).toMatch(/<(?:img|script|svg)/u);
    expect(await made(page)).toEqual(NOTHING);
    await page.keyboard.press('Escape');
  }
  for (const name of ['园区', '党委', '领域'] as const) {
    await page
      .locator('main')
      .getByRole('button', { name: new RegExp(`^${name}: `, 'u') })
      .click();
    expect(await made(page)).toEqual(NOTHING);
    await page.keyboard.press('Escape');
  }
  await go(page, '#/import');
  for (const fold of await page.locator('main details:not([open]) > summary').all()) await fold.click();
  const cards = page.getByRole('article').getByRole('button', { name: /^查看 /u });
  expect(await cards.count()).toBe(FILES.length);
  for (const card of await cards.all()) {
    await card.click();
    await settled(page);
    expect(await page.locator('body').innerText()).toMatch(/<(?:img|script|svg)/u);
    expect(await made(page)).toEqual(NOTHING);
    await page.keyboard.press('Escape');
  }
});

test('is text in the name and the content of a file nobody knows', async () => {
  await go(page, '#/import');
  const name = `菜单${SVG}.csv`;
  await choose(page, {
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(
      csv([
        [IMG, SCRIPT],
        ['1', '2'],
        ['3', '4'],
      ]),
    ),
  });
  const waiting = page.getByRole('region', { name: /个文件要说明是什么表/u });
  await waiting.waitFor();
  expect(await waiting.innerText()).toContain(name);
  expect(await made(page)).toEqual(NOTHING);
});

test('is text in the report', async () => {
  const folder = temporaryFolder();
  const paths = FILES.map(([name, content]) => folder.write(name.replaceAll('/', ''), content));
  const report = folder.path('report.html');
  expect(runCli(['report', ...paths, '-o', report]).code).toBe(0);
  const opened = await (await watched.context()).newPage();
  await opened.goto(`file://${report}`);
  await opened.locator('main h1').waitFor();
  for (const hash of HASHES.slice(0, 6)) {
    await go(opened, hash);
    expect(await opened.locator('main').innerText()).toMatch(/<(?:img|script|svg)/u);
    expect(await made(opened)).toEqual(NOTHING);
  }
  await hover(opened);
  expect(await made(opened)).toEqual(NOTHING);
  folder.remove();
});

test('nothing was asked of another machine and nothing went wrong', () => watched.assertQuiet());
