import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { jsonOf } from '../datasets/plain-reader';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { loadExample } from './example-files';
import { attendance, metInMonth, monthsOf, quarterOf, rhythm } from './life-recount';
import { byName, column, figureWith, go, headlineOf, readFigure, readTable } from './page-reader';
import { type Pair, ZONES, fraction, percent, thousands } from './recount';

/*
 * A person loads the example and reads the page on organisation life; the numbers are counted again from the cells of the
 * files by code that shares nothing with the product.
 */

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  await loadExample(page);
}, 300_000);

afterAll(async () => watched.close());

const cells = (pair: Pair): string[] => [percent(pair), thousands(pair[0]), thousands(pair[1])];
const MONTHLY = [
  ['XZJK', '徐州经开区'],
  ['XCJK', '星槎经开区'],
  ['LMGX', '鹿鸣高新区'],
] as const;
const monthName = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;

test('the finding: branches that held everything due, and the change on the quarter before', async () => {
  await go(page, '#/life?period=2018Q4');
  const golden = jsonOf('expected/life.json') as Record<string, { allMeetings: Record<string, Pair> }>;
  const whole = (quarter: string): Pair =>
    ZONES.reduce<Pair>(
      ([x, n], zone) => {
        const [more, of] = golden[zone]?.allMeetings[quarter] ?? [0, 0];
        return [x + more, n + of];
      },
      [0, 0],
    );
  const [met, due] = whole('2018Q4');
  const said = await headlineOf(page);
  expect(said).toContain(`四季度三会一课全项落实率 ${percent([met, due])}`);
  const lede = await page.locator('main .lede').innerText();
  expect(lede).toContain(`应开三会一课的支部 ${thousands(due)} 个，全部开齐 ${thousands(met)} 个`);
  expect(lede).toContain('不用来衡量工作成效');
  expect(await page.locator('main').innerText()).not.toMatch(/排名第|名列|倒数|先进单位/u);
});

test('branch committees by month, zone by zone', async () => {
  await go(page, '#/life?period=2018Q4');
  const read = await readFigure(figureWith(page, '支委会：各园区逐期落实'));
  for (const [zone, name] of MONTHLY)
    for (let month = 1; month <= 12; month += 1) {
      const at = `2018-${String(month).padStart(2, '0')}`;
      const head = monthName(at);
      const row = byName(read, [head, `${head} 分子`, `${head} 分母`])[name];
      expect([zone, at, row]).toEqual([zone, at, cells(metInMonth(zone, at))]);
    }
  // Reported by quarter: told in words, never as an empty row.
  expect(column(read, '园区')).not.toContain('西安高新区');
  expect(await figureWith(page, '支委会：各园区逐期落实').innerText()).toContain('西安高新区按更长时期报送');
});

test('all meetings of a quarter by zone, and the branches that lacked one', async () => {
  for (const quarter of ['2018Q4', '2018Q2']) {
    await go(page, `#/life?period=${quarter}`);
    const figure = figureWith(page, /全项落实率，2018 年第.季度/u);
    const rows = byName(await readFigure(figure), ['三会一课全项落实率', '分子', '分母']);
    for (const [zone, name] of MONTHLY) {
      const due = quarterOf(zone, quarter);
      const met = due.filter(({ missed }) => missed === 0).length;
      // Zones report different meetings: the row says on which it is compared.
      expect([zone, quarter, rows[`${name}（支委会）`]]).toEqual([zone, quarter, cells([met, due.length])]);
    }
  }
  await go(page, '#/life?period=2018Q4&zones=XZJK');
  const lacking = quarterOf('XZJK', '2018Q4').filter(({ missed }) => missed > 0);
  const list = page.getByRole('region', { name: `未开齐的支部 ${lacking.length} 个` });
  const found: string[] = [];
  // The rows of the question before stay until those of this one have come.
  await expect.poll(async () => new Set(column(await readTable(list), '园区')).size, { timeout: 20_000 }).toBe(1);
  for (;;) {
    const read = await readTable(list);
    const lacks = column(read, '未开足');
    found.push(...read.rows.map((row, at) => `${row[0]} ${lacks[at]}`));
    const next = list.getByRole('button', { name: '下一页' });
    if (await next.isDisabled()) break;
    await next.click();
    await settled(page);
  }
  expect([...found].sort()).toEqual(lacking.map(({ name, missed }) => `${name} 支委会 ${missed} 项`).sort());
  const counts = found.map((text) => Number(/(\d) 项$/u.exec(text)?.[1]));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test('attendance by the logs', async () => {
  await go(page, '#/life?period=2018Q3');
  const rows = byName(await readFigure(figureWith(page, /参会率，2018 年第三季度/u)), ['参会率', '分子', '分母']);
  for (const [zone, name] of [
    ['JYGX', '济源高新区'],
    ['CZGX', '长治高新区'],
  ] as const)
    expect([zone, rows[name]]).toEqual([zone, cells(attendance(zone, '2018Q3'))]);
});

test('reviews of the year: three items, one at a time', async () => {
  await go(page, '#/life?period=2018Q4');
  const golden = jsonOf('expected/life.json') as Record<string, { byActivity: Record<string, Record<string, Pair>> }>;
  const reviews = page.getByRole('radio', { name: '民主评议' });
  for (const [nth, item] of ['组织生活会', '民主评议'].entries()) {
    if (nth > 0) await reviews.check({ force: true });
    await settled(page);
    const rows = byName(await readFigure(figureWith(page, /组织生活会、民主评议开展率，2018 年/u)), [
      '组织生活会、民主评议开展率',
      '分子',
      '分母',
    ]);
    expect([item, rows['星槎经开区']]).toEqual([item, cells(golden.XCJK?.byActivity[item]?.['2018'] ?? [0, 0])]);
  }
});

test('the rhythm of Xuzhou: months, quarters, half-years; x of n by zone, a box by committee', async () => {
  await go(page, '#/life?period=2018Q4');
  const read = await readFigure(figureWith(page, /月调度、季主题、半年考核/u));
  const told = (head: string): string[] | undefined => byName(read, [`${head} 分子`, `${head} 分母`])['徐州经开区'];
  const plain = ([x, n]: Pair): string[] => [String(x), String(n)];
  for (let month = 1; month <= 12; month += 1) {
    const at = `2018-${String(month).padStart(2, '0')}`;
    expect([at, told(`月调度 ${month}`)]).toEqual([at, plain(rhythm('XZJK', '一月一调度', `2018年${month}月`, [at]))]);
  }
  for (const [nth, ordinal] of ['一', '二', '三', '四'].entries()) {
    const expected = rhythm('XZJK', '一季一主题', `2018年第${ordinal}季度`, monthsOf(`2018Q${nth + 1}`));
    expect(told(`季主题 ${nth + 1}季`)).toEqual(plain(expected));
  }
  const half = rhythm('XZJK', '半年一考核', '2018年上半年', [...monthsOf('2018Q1'), ...monthsOf('2018Q2')]);
  expect(told('半年考核 上')).toEqual(plain(half));
  await go(page, '#/life?period=2018Q4&zones=XZJK');
  const one = figureWith(page, /月调度、季主题、半年考核/u);
  await one
    .getByRole('button', { name: '图形' })
    .or(one.getByRole('button', { name: '表格' }))
    .first()
    .waitFor();
  const committees = await readFigure(one);
  expect(committees.rows).toHaveLength(10);
  const december = byName(committees, ['月调度 12 分子', '月调度 12 分母']);
  const [done, owed] = rhythm('XZJK', '一月一调度', '2018年12月', ['2018-12']);
  const values = Object.values(december);
  expect([values.filter(([x]) => x === '1').length, values.filter(([, n]) => n === '1').length]).toEqual([done, owed]);
});

test('the rows behind a figure are those of all its months', async () => {
  await go(page, '#/life?period=2018Q4&zones=LMGX');
  const figure = figureWith(page, '支委会：各党委逐期落实');
  await figure.getByRole('button', { name: '明细' }).click();
  const panel = page.getByRole('dialog');
  const due = ['2018Q1', '2018Q2', '2018Q3', '2018Q4'].flatMap(monthsOf).map((month) => metInMonth('LMGX', month));
  const sum: Pair = [due.reduce((s, [x]) => s + x, 0), due.reduce((s, [, n]) => s + n, 0)];
  expect(await panel.getByTestId('drill-figure').innerText()).toBe(fraction(sum));
  await panel.getByRole('button', { name: '关闭' }).click();
});

test('a zone that reports nothing is said to report nothing, not 0 %', async () => {
  await go(page, '#/life?period=2018Q4');
  const reported = await readTable(page.getByRole('region', { name: '各园区报送了什么' }));
  const row = byName(reported, ['党员大会', '支委会', '主题党日'])['青岚经开区'];
  expect(row).toEqual(['', '', '按月 2018']);
  const rows = byName(await readFigure(figureWith(page, /全项落实率，2018 年第四季度/u)), ['分母']);
  expect(Object.keys(rows).join()).not.toContain('青岚经开区');
});

test('nothing was asked of another machine and nothing went wrong', () => {
  expect(watched.browser.isConnected()).toBe(true);
  watched.assertQuiet();
});
