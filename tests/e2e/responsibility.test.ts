import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { loadExample } from './example-files';
import { byName, column, figureWith, go, headlineOf, readFigure, readTable, saidOf } from './page-reader';
import { ZONES, type Pair, percent, zoneNames } from './recount';
import { isDone, isoOf, lines } from './work-recount';

/* A person loads the example and reads the page; every number is counted again from the cells of the files. */

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  await loadExample(page);
}, 240_000);

afterAll(async () => watched.close());

const NAMES = zoneNames();
const compared = ({ zone, year }: { zone: string; year: string }): boolean => ZONES.includes(zone) && year === '2018';

const letters = lines('work_record', '签订单位').filter((line) => compared(line) && line.row.签订单位 !== '—');
const signed = (own: typeof letters): Pair => [own.filter(({ row }) => isDone(row.是否签订)).length, own.length];
const isClean = ({ row }: (typeof letters)[number]): boolean => (row.责任书名称 ?? '').includes('廉');

test.each([
  ['党建目标责任书', false, ''],
  ['党风廉政责任书', true, '&letter=党风廉政'],
] as const)('%s: the headline, the rate of every zone and the unsigned', async (_, clean, choice) => {
  await go(page, `#/responsibility?period=2018${choice}`);
  const own = letters.filter((line) => isClean(line) === clean);
  expect(await headlineOf(page)).toMatch(/检查指导覆盖率 [\d.]+%(?:（[^）]+）)?，不到一半/u);
  expect(await saidOf(page)).toContain(`责任书签订率 ${percent(signed(own))}`);
  const read = byName(await readFigure(figureWith(page, '责任书签订率，2018 年')), ['责任书签订率', '分子', '分母']);
  const zones = [...new Set(own.map(({ zone }) => zone))];
  expect(zones.length).toBeGreaterThanOrEqual(clean ? 7 : 8);
  for (const zone of zones) {
    const pair = signed(own.filter((line) => line.zone === zone));
    expect([zone, read[NAMES.get(zone) ?? zone]]).toEqual([zone, [percent(pair), String(pair[0]), String(pair[1])]]);
  }
  const [x, n] = signed(own);
  await page.getByRole('heading', { name: `未签订 ${n - x} 份` }).waitFor();
});

test('inspections by kind count every body once; coverage has the branches of the register beneath', async () => {
  await go(page, '#/responsibility?period=2018&zones=XAGX&by=zone');
  const kinds = byName(await readFigure(figureWith(page, '检查指导了多少单位')), ['检查指导单位数']);
  const bodies = lines('work_record', '被检查单位').filter(({ zone }) => zone === 'XAGX');
  const count = (kind: string): string =>
    String(new Set(bodies.filter(({ row }) => row.被检查单位类型 === kind).map(({ row }) => row.被检查单位)).size);
  expect(kinds).toEqual({ 机关: [count('机关部门')], 企业: [count('企业党组织')], 农村: [count('农村党组织')] });
  expect([count('机关部门'), count('企业党组织'), count('农村党组织')]).toEqual(['26', '105', '24']);
  const fields = byName(await readFigure(figureWith(page, '检查指导到了哪些领域')), ['分子', '分母']);
  expect(fields['村']).toEqual(['22', '22']);
});

test('dated work: in time, late, and what is still open', async () => {
  await go(page, '#/responsibility?period=2018&zones=CZGX&by=zone');
  const due = lines('work_record', '应完成时间').filter(({ zone }) => zone === 'CZGX');
  const limits: Readonly<Record<string, string>> = { '6月上旬': '2018-06-10', '9月底前': '2018-09-30' };
  const read = await readFigure(figureWith(page, '按时间节点推进'));
  for (const [type, limit] of [
    ['走访调研', '6月上旬'],
    ['工作汇报', '9月底前'],
  ] as const) {
    const own = due.filter(({ row }) => row.工作类型 === type && row.应完成时间 === limit);
    const inTime = own.filter(
      ({ row }) => isDone(row.完成情况) && isoOf(row.实际完成时间 ?? '') <= (limits[limit] ?? ''),
    ).length;
    expect([type, column(read, type)]).toEqual([type, [percent([inTime, own.length])]]);
  }
  const open = due.filter(({ row }) => !isDone(row.完成情况));
  await page.getByRole('heading', { name: `已过时限、尚未完成 ${open.length} 项` }).waitFor();
  const listed = await readTable(page.locator('#overdue-work'));
  expect(listed.rows.map(([, who]) => who).sort()).toEqual(open.map(({ row }) => row.责任单位).sort());
});

test('disclosure at two levels', async () => {
  await go(page, '#/responsibility?period=2018&zones=JYGX&by=zone');
  const rows = lines('work_record', '公开单位').filter(({ zone, year }) => zone === 'JYGX' && year === '2018');
  const read = await readFigure(figureWith(page, '两级党务公开'));
  for (const level of ['村级', '区级']) {
    const own = rows.filter(({ row }) => row.公开层级?.startsWith(level));
    expect(column(read, level)).toEqual([percent([own.filter(({ row }) => isDone(row.是否公开)).length, own.length])]);
  }
});

test('sites stand kind by kind; volumes are stated with their bound and without a rank', async () => {
  await go(page, '#/responsibility?period=2018&zones=XAGX&by=zone');
  const sites = lines('site_honour', '阵地类别').filter(({ zone }) => zone === 'XAGX');
  for (const [kind, label] of [
    ['示范岗', '示范岗 · 区级'],
    ['远程教育站点', '远程教育站点 · 区级'],
  ] as const) {
    const sum = sites.filter(({ row }) => row.阵地类别 === kind).reduce((all, { row }) => all + Number(row.数量), 0);
    await page.getByRole('radio', { name: label }).check();
    const read = await readFigure(figureWith(page, label));
    expect(read.rows.reduce((all, row) => all + Number(row[1]?.replace(/\D/gu, '')), 0)).toBe(sum);
  }
  const cards = await page.getByRole('region', { name: '工作量' }).innerText();
  expect(cards).toContain('只是工作量，不比较、不排名');
  for (const { row } of lines('work_record', '事项名称')
    .filter(({ zone, row: one }) => zone === 'XAGX' && one.工作类型 !== '走访调研')
    .slice(0, 6)) {
    const [, figure = '', more = ''] = /^(\d+)(余?)/u.exec(row.数量 ?? '') ?? [];
    expect(cards.replace(/\s+/gu, ' ')).toContain(`${more === '' ? '' : '≥'}${figure} ${row.事项名称}`);
  }
});

test('an enterprise shows its letters by tier and its contacts when it is chosen', async () => {
  await go(page, '#/responsibility?period=2018&zones=JLRL&by=zone');
  const rows = lines('work_record', '联系单位').filter(({ zone }) => zone === 'JLRL');
  const pair: Pair = [rows.filter(({ row }) => isDone(row.是否落实)).length, rows.length];
  const read = await readFigure(figureWith(page, '定点联系覆盖率，2018 年'));
  const sums = ['分子', '分母'].map((name) => column(read, name).reduce((all, text) => all + Number(text), 0));
  expect(sums).toEqual([...pair]);
});

test('what is folded opens by the keyboard, is kept in the address and closed by Back', async () => {
  await go(page, '#/responsibility?period=2018&open=none');
  expect(await figureWith(page, '走访基层党组织').count()).toBe(0);
  const fold = page.locator('summary', { hasText: '检查与走访的次数' });
  await fold.focus();
  await page.keyboard.press('Enter');
  await figureWith(page, '走访基层党组织').waitFor();
  expect(await page.evaluate(() => location.hash)).toContain('open=none,visits');
  await page.goBack();
  await figureWith(page, '走访基层党组织').waitFor({ state: 'detached' });
});

test('nothing was asked of another machine and nothing went wrong', () => watched.assertQuiet());
