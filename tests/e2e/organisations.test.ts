import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { choose } from './example-files';
import {
  entries,
  exampleFilePaths,
  lastOf,
  linkedOf,
  membersOf,
  oddSizesOf,
  overdueOf,
  pairOf,
  termsOf2018,
  totals,
} from './organisation-rows';
import { byName, column, figureWith, go, headlineOf, readFigure } from './page-reader';
import { ZONES, percent, thousands, zoneNames } from './recount';

/*
 * A person drops the registers of organisations and the totals of members and reads the organisations page; every number is
 * counted again from the cells of the files, by code that shares nothing with the product.
 */

type Pair = readonly [number, number];

const ALL = entries();
const TOTALS = totals();
const NAMES = zoneNames();
const nameOf = (zone: string): string => NAMES.get(zone) ?? zone;
/** Baiyu writes its days in Chinese numerals, which the plain reader of registers leaves alone. */
const READ = ZONES.filter((zone) => zone !== 'BYCY');
const register = new Map(READ.map((zone) => [zone, lastOf(ALL, zone)]));
const QUARTER = ['2018Q4', '2018-10', '2018-11', '2018-12'];

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  const zones = [null, ...NAMES.keys()];
  await choose(
    page,
    zones.flatMap((zone) => exampleFilePaths(zone, ['zone', 'party_org', 'member_period'])),
  );
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor({ timeout: 170_000 });
  await page.getByRole('link', { name: '组织建设' }).waitFor();
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, undefined, {
    timeout: 170_000,
  });
  await go(page, '#/organisations');
  await figureWith(page, /^党员/u).waitFor({ timeout: 170_000 });
}, 360_000);

afterAll(() => watched.close());

const cells = (pair: Pair): string[] => [percent(pair), thousands(pair[0]), thousands(pair[1])];
const rates = async (title: string | RegExp, label: string): Promise<Record<string, string[]>> =>
  byName(await readFigure(figureWith(page, title)), [label, '分子', '分母']);
const added = (pairs: readonly Pair[]): Pair => [
  pairs.reduce((sum, [x]) => sum + x, 0),
  pairs.reduce((sum, [, n]) => sum + n, 0),
];

test('members and organisations by zone: Xuzhou has at least 13,000 and 530', async () => {
  await go(page, '#/organisations');
  const members = byName(await readFigure(figureWith(page, /^党员 [\d,]+ 名/u)), ['党员数', '人数未知的基层组织']);
  for (const [zone, own] of register)
    expect([zone, members[nameOf(zone)]]).toEqual([zone, [thousands(membersOf(own)), '0']]);
  expect(members['徐州经开区']).toEqual(['13,046', '0']);
  await go(page, '#/organisations?count=party_org_count');
  const organisations = byName(await readFigure(figureWith(page, /^党组织 [\d,]+ 个，按/u)), ['党组织数']);
  for (const [zone, own] of register)
    expect([zone, organisations[nameOf(zone)]]).toEqual([zone, [thousands(own.length)]]);
  expect(organisations['徐州经开区']).toEqual(['530']);
});

test('the tiers of one zone, and where its groups sit', async () => {
  await go(page, '#/organisations?zones=JYGX');
  const own = register.get('JYGX') ?? [];
  const tiers = byName(await readFigure(figureWith(page, /分 3 级/u)), ['数量']);
  const types = ['党工委', '联合支部', '支部', '党小组'];
  expect(tiers).toEqual(
    Object.fromEntries(types.map((type) => [type, [thousands(own.filter((one) => one.type === type).length)]])),
  );
  const groups = own.filter(({ type }) => type === '党小组');
  const settings = byName(await readFigure(figureWith(page, `${groups.length} 个党小组建在何处`)), ['数量']);
  const places = ['居民组', '车间', '班组', '产业链'];
  expect(Object.keys(settings).sort()).toEqual([...places].sort());
  for (const place of places)
    expect([place, settings[place]]).toEqual([
      place,
      [String(groups.filter(({ setting }) => setting === place).length)],
    ]);
});

test('the chain to the work committee, and branches of unusual size', async () => {
  await go(page, '#/organisations');
  const linked = await rates('隶属完整率，2018 年第四季度', '隶属完整率');
  const sizes = await rates('支部规模异常率，2018 年第四季度', '支部规模异常率');
  for (const [zone, own] of register) {
    expect([zone, linked[nameOf(zone)]]).toEqual([zone, cells(linkedOf(own))]);
    expect([zone, sizes[nameOf(zone)]]).toEqual([zone, cells(oddSizesOf(own))]);
  }
});

test('terms due in 2018 and the overdue, by zone and by name', async () => {
  await go(page, '#/organisations');
  const shown = await rates('按期换届率，2018 年', '按期换届率');
  for (const zone of READ) {
    const pair = termsOf2018(ALL, zone);
    expect([zone, shown[nameOf(zone)]]).toEqual([zone, pair?.[1] ? cells(pair) : undefined]);
  }
  const told = [...register].filter(([zone]) => termsOf2018(ALL, zone) !== null).flatMap(([, own]) => overdueOf(own));
  expect(await headlineOf(page)).toContain(`${thousands(told.length)} 个党组织超期未换届`);
  const list = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: `超期未换届 ${told.length} 个` }) });
  const first = [...told].sort((a, b) => a.due.localeCompare(b.due))[0];
  const row = list.last().locator('tbody tr').first();
  expect(await row.innerText()).toContain(first?.due);
  expect(told.filter(({ due }) => due === first?.due).map(({ name }) => name)).toContain(
    (await row.locator('th, td').first().innerText()).trim(),
  );
});

test('dues, study hours, confirmation and review by zone', async () => {
  await go(page, '#/organisations');
  const asked: readonly (readonly [string, string, readonly string[], RegExp, RegExp])[] = [
    ['党费按期收缴率，2018 年第四季度', '党费按期收缴率', QUARTER, /按期缴纳人数$/u, /应缴(?:党费)?人数$/u],
    ['学时达标率，2018 年', '学时达标率', ['2018', '2018Q4'], /^学时达标人数$/u, /^应达学时人数$/u],
    ['按期转正率，2018 年', '按期转正率', ['2018', '2018Q4'], /^按期转正人数$/u, /^应转正人数$/u],
    ['民主评议参加率，2018 年', '民主评议参加率', ['2018', '2018Q4'], /^参加评议人数$/u, /^应参加评议人数$/u],
  ];
  for (const [title, label, periods, part, whole] of asked) {
    const shown = await rates(title, label);
    const expected = ZONES.flatMap((zone): [string, Pair][] => {
      // Dues are in member-months: what was reported for a quarter stands for three months.
      const months = (period: string): number => (label === '党费按期收缴率' && period.includes('Q') ? 3 : 1);
      const pair = pairOf(TOTALS, zone, periods, part, whole, months);
      return pair ? [[nameOf(zone), pair]] : [];
    });
    expect(expected.length).toBeGreaterThanOrEqual(9);
    expect([label, shown]).toEqual([label, Object.fromEntries(expected.map(([name, pair]) => [name, cells(pair)]))]);
  }
  await go(page, '#/organisations?learners=' + encodeURIComponent('书记'));
  const secretaries = await rates('学时达标率，2018 年', '学时达标率');
  const pairs = ZONES.flatMap((zone) => {
    const pair = pairOf(TOTALS, zone, ['2018', '2018Q4'], /^书记班子学时达标人数$/u, /^书记班子应达学时人数$/u);
    return pair ? [pair] : [];
  });
  expect(
    added(
      Object.values(secretaries).map(([, x = '', n = '']) => [Number(x.replace(',', '')), Number(n.replace(',', ''))]),
    ),
  ).toEqual(added(pairs));
});

test('recruiting by zone is counted, not ranked', async () => {
  await go(page, '#/organisations');
  const figure = figureWith(page, /^积极分子 [\d,]+ 名/u);
  const read = await readFigure(figure);
  const rows = byName(read, ['入党申请人', '入党积极分子', '发展对象', '发展党员']);
  const sumOf = (zone: string, header: RegExp): string => {
    const own = TOTALS.filter((row) => row.zone === zone && row.period === '2018Q4');
    return thousands(own.reduce((sum, row) => sum + (row.number(header) ?? 0), 0));
  };
  const zones = ZONES.filter((zone) => TOTALS.some((row) => row.zone === zone && row.period === '2018Q4'));
  expect(column(read, '园区').sort()).toEqual(zones.map(nameOf).sort());
  for (const zone of zones)
    expect([zone, rows[nameOf(zone)]]).toEqual([
      zone,
      [/^入党申请人$/u, /^入党积极分子$/u, /^发展对象$/u, /^发展党员数$/u].map((header) => sumOf(zone, header)),
    ]);
});

test('nothing was asked of another machine and nothing went wrong', () => watched.assertQuiet());
