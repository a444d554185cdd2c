import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/cube';
import { NOTICES } from '../../src/app/opening/notices';
import { cubeInFile } from '../../src/share';
import { type Watched, openBrowser } from './browser';
import { runCli, temporaryFolder } from '../cli/command-line';
import { exampleFiles } from './example-files';
import { SCREEN_LIKE_PAPER, chartNumbers, print, shows } from './paper';
import { byName, figureWith, go, headlineOf, readFigure, readTable } from './page-reader';
import { ZONES, coverageRates, fraction, inScope, percent, ratings, thousands, units, zoneNames } from './recount';

/* The report of the command line opens from disk, asks for nothing, and shows the numbers that the rows give. */

const folder = temporaryFolder();
const requests: string[] = [];
let watched: Watched;
let page: Page;
let address: string;

beforeAll(async () => {
  const { paths, remove } = exampleFiles();
  const report = folder.path('报告.html');
  const ran = runCli(['report', ...paths, '-o', report]);
  remove();
  expect(ran.code).toBe(0);
  expect(ran.stderr).not.toMatch(/没有注明开发区|待补填/u);
  watched = await openBrowser();
  const context = await watched.context({ offline: true });
  context.setDefaultTimeout(10_000);
  context.on('request', (request) => requests.push(request.url()));
  page = await context.newPage();
  address = `file://${encodeURI(report)}`;
  await page.goto(address);
  await page.locator('main h1').waitFor();
}, 180_000);

test('tells an old browser what to do', async () => {
  const context = await watched.context({ offline: true });
  await context.addInitScript('delete Array.prototype.findLast');
  const other = await context.newPage();
  await other.goto(address);
  const told = other.getByRole('alert').filter({ hasText: '当前浏览器版本过低' });
  await told.waitFor();
  expect(await told.innerText()).toContain('Chrome 109、Edge 109、Firefox 115、Safari 17');
  expect(await other.getByRole('navigation').count()).toBe(0);
  await context.close();
  watched.assertQuiet();
});

test('one that was cut off or altered on its way says so', async () => {
  const html = readFileSync(folder.path('报告.html'), 'utf8');
  const altered = (id: string): string =>
    html.replace(new RegExp(`(id="${id}">.{5000}).{40}`, 'su'), (_, before: string) => before + 'A'.repeat(40));
  const damaged = [0.02, 0.3, 0.9, 0.9999].map((part) => html.slice(0, Math.floor(html.length * part)));
  const opened = damaged.concat(
    altered('cube'),
    altered('first'),
    altered('later'),
    html.replace('const packed', 'let packed'),
  );
  const context = await watched.context({ offline: true });
  const other = await context.newPage();
  for (const [nth, text] of opened.entries()) {
    expect([nth, text === html]).toEqual([nth, false]);
    writeFileSync(folder.path('坏.html'), text);
    await other.goto(`file://${encodeURI(folder.path('坏.html'))}`);
    await other.getByRole('heading', { level: 1, name: NOTICES.damaged.title.zh }).waitFor();
    expect(await other.getByRole('navigation').count()).toBe(0);
  }
  await context.close();
  expect(watched.leaks.splice(0)).toEqual([]);
  expect(watched.errors.splice(0)).not.toEqual([]);
});

afterAll(async () => {
  await watched.close();
  folder.remove();
});

test('is read without JavaScript: every zone with its x/n, in tables and pictures, on A4', async () => {
  const context = await watched.context({ offline: true, javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(address);
  const told = await still.getByRole('alert').innerText();
  expect(told).toContain('Chrome 109、Edge 109、Firefox 115、Safari 17');
  const list = units().filter((unit) => inScope(unit) && unit.quarter === '2018Q4');
  const row = (zone: string) => still.getByRole('row').filter({ hasText: zoneNames().get(zone) ?? '' });
  const picture = await still.locator('svg').first().textContent();
  for (const zone of ZONES) {
    const pair = coverageRates(list.filter((unit) => unit.zone === zone)).组织覆盖率 ?? [0, 0];
    const [all = '', one = ''] = await row(zone).allInnerTexts();
    expect([zone, all.includes(`${percent(pair)} ${fraction(pair)}`)]).toEqual([zone, true]);
    expect([zone, one.split('\t').slice(1, 4)]).toEqual([zone, [percent(pair), ...pair.map(thousands)]]);
    expect([zone, picture?.includes(fraction(pair))]).toEqual([zone, true]);
  }
  expect(await still.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(
    expect.arrayContaining(['总览', '覆盖', '星级', '分类定级', '党建考核', '组织生活', '整改', '责任与检查']),
  );
  const sheets = await print(still);
  expect(sheets.map(({ text }) => text).join('')).toContain('望舒高新区');
  await context.close();
  watched.assertQuiet();
});

test('the fingerprint of its figures stands at its foot, on paper and where nothing runs', async () => {
  const html = readFileSync(folder.path('报告.html'), 'utf8');
  const fingerprint = fingerprintOf(await cubeInFile(html, '报告.html'));
  await go(page, '#/quality');
  await page.locator('main p', { hasText: `数据指纹 ${fingerprint}（内部）` }).waitFor();
  for (const { text } of await print(page)) expect(text).toContain(fingerprint);
  expect(html).toContain(`数据指纹：${fingerprint}（内部）`);
});

test('coverage of every zone in two quarters', async () => {
  for (const [period, label] of [
    ['2018Q4', '2018 年第四季度'],
    ['2016Q2', '2016 年第二季度'],
  ] as const) {
    await go(page, `#/coverage?period=${period}`);
    const list = units().filter((unit) => inScope(unit) && unit.quarter === period);
    const rows = byName(await readFigure(figureWith(page, `组织覆盖率，${label}`)), ['组织覆盖率', '分子', '分母']);
    for (const zone of ZONES) {
      const pair = coverageRates(list.filter((unit) => unit.zone === zone)).组织覆盖率 ?? [0, 0];
      expect([zone, rows[zoneNames().get(zone) ?? '']]).toEqual([
        zone,
        [percent(pair), thousands(pair[0]), thousands(pair[1])],
      ]);
    }
    const whole = coverageRates(list.filter((unit) => ZONES.includes(unit.zone))).组织覆盖率 ?? [0, 0];
    expect(await headlineOf(page)).toContain(percent(whole));
    await go(page, `#/overview?period=${period}`);
    expect(await page.getByRole('region', { name: '主要指标' }).innerText()).toContain(fraction(whole));
  }
});

test('participation, the comparison and the published figures', async () => {
  await go(page, '#/stars?period=2018');
  const rows = byName(await readFigure(figureWith(page, '参评率，2018 年度评定')), ['分子', '分母']);
  for (const zone of ZONES) {
    const list = ratings().filter((one) => one.zone === zone && one.cycle === '2018');
    expect([zone, rows[zoneNames().get(zone) ?? '']]).toEqual([
      zone,
      [
        thousands(list.filter(({ status }) => status === '评定').length),
        thousands(list.filter(({ status }) => status !== '新建不定星').length),
      ],
    ]);
  }
  await go(page, '#/compare');
  expect((await readTable(figureWith(page, '各项比率一览'))).rows).toHaveLength(13);
  await go(page, '#/published');
  const published = await readTable(page.getByRole('region', { name: '覆盖' }));
  expect(published.rows.map((row) => row[2])).toContain('81.0% 567/700');
});

test('is printed still, as it is drawn, with the period, the source and the number on every sheet', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: SCREEN_LIKE_PAPER, height: 900 });
  for (const [name, title, when] of [
    ['organisations?period=2017Q4', '组织建设', '2017年第四季度'],
    ['coverage?period=2016Q3', '覆盖', '2016年第三季度'],
    ['compare', '对比', '2018年第四季度'],
    ['life', '组织生活', '2018年第四季度'],
    ['rectification', '整改', '2018年第四季度'],
    ['stars', '星级', '2018年'],
  ] as const) {
    // At once, while what changed still moves.
    await go(page, `#/${name}`);
    const sheets = await print(page);
    const charts = await chartNumbers(page);
    expect(charts.length).toBeGreaterThan(0);
    charts.forEach((chart, nth) => {
      expect([name, nth, sheets.some((sheet) => shows(sheet, chart))]).toEqual([name, nth, true]);
    });
    sheets.forEach((sheet, at) => {
      const text = sheet.text.replace(/\s/gu, '');
      expect(text).toContain(`区镜·${title}`);
      expect(text).toContain(`${when}·示例数据`);
      expect(text).toMatch(/来源[：:]\d+个文件·数据截至2018-12-31/u);
      expect(text).toContain(`${at + 1}/${sheets.length}`);
    });
  }
  await go(page, '#/zone?zones=WSGX');
  const sheet = await print(page);
  expect(sheet.map(({ text }) => /望舒高新区.*按期整改率.*数据完整率.*值得关注.*责任书未签/su.test(text))).toEqual([
    true,
  ]);
  const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.theme);
  expect(await theme()).toBe('dark');
  await page.emulateMedia({ media: 'print' });
  await expect.poll(theme).toBe('light');
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}, 180_000);

test('says that it is an example on every page, and offers no rows it does not have', async () => {
  for (const hash of ['#/overview', '#/coverage', '#/stars', '#/compare']) {
    await go(page, hash);
    expect(await page.locator('main').getByText('示例数据', { exact: true }).first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '明细' }).count()).toBe(0);
  }
  await go(page, '#/coverage');
  expect(await page.locator('main').innerText()).toContain('这份报告只带汇总数，不带单位明细');
  const links = await page.getByRole('navigation').getByRole('link').allInnerTexts();
  expect(links).not.toContain('导入');
});

test('asks for nothing but itself, and nothing goes wrong', () => {
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatch(/^file:/u);
  watched.assertQuiet();
});
