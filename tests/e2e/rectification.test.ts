import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { exampleList, jsonOf, rowsOf } from '../datasets/plain-reader';
import { type Watched, openBrowser, openWorkbench } from './browser';
import { loadExample } from './example-files';
import { byName, figureWith, go, headlineOf, readFigure, readTable } from './page-reader';
import { type Pair, percent, thousands, zoneNames } from './recount';

/*
 * A person loads the example and reads the page of rectification; its numbers are those counted by the generator over the rows
 * in memory, and the list of what is overdue is counted again from the cells of one register.
 */

interface Median {
  items: number;
  closed: number;
  median: number | null;
}
interface Zone {
  items: number;
  atQuarterEnd: Record<
    string,
    {
      rect_completion_rate: Pair;
      rect_overdue_open: Record<string, number>;
      rect_by_source: Record<string, Pair>;
      rect_by_dimension: Record<string, Pair>;
    }
  >;
  rect_on_time_rate: Record<string, Pair>;
  byYear: Record<string, { rect_item_count: Record<string, number>; rect_days_median: Median }>;
}
const { zones, whole } = jsonOf('expected/rectification.json') as {
  zones: Record<string, Zone>;
  whole: { byYear: Record<string, { rect_days_median: Median }> };
};
const NAMES = zoneNames();
const LAST = '2018-12-31';
const all = Object.entries(zones).map(([id, zone]) => ({ name: NAMES.get(id) ?? id, zone }));

const plus = (a: Pair, b: Pair): Pair => [a[0] + b[0], a[1] + b[1]];
const quarter = (byMonth: Record<string, Pair>, months: readonly string[]): Pair =>
  months.reduce<Pair>((sum, month) => plus(sum, byMonth[month] ?? [0, 0]), [0, 0]);
const Q4 = ['2018-10', '2018-11', '2018-12'];
const cellsOf = (pair: Pair): string[] => [percent(pair), thousands(pair[0]), thousands(pair[1])];

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  await loadExample(page);
  await go(page, '#/rectification');
}, 240_000);

afterAll(async () => watched.close());

test('on time: every zone, and the whole in the headline', async () => {
  const rows = byName(await readFigure(figureWith(page, '按期整改率，2018 年第四季度')), [
    '按期整改率',
    '分子',
    '分母',
  ]);
  let sum: Pair = [0, 0];
  for (const { name, zone } of all) {
    const pair = quarter(zone.rect_on_time_rate, Q4);
    sum = plus(sum, pair);
    expect([name, rows[name]]).toEqual([name, cellsOf(pair)]);
  }
  expect(await headlineOf(page)).toContain(`四季度按期整改率 ${percent(sum)}`);
});

test('completion at the end of the year, zone by zone', async () => {
  const rows = byName(await readFigure(figureWith(page, '整改完成率，2018 年第四季度。')), [
    '整改完成率',
    '分子',
    '分母',
  ]);
  for (const { name, zone } of all)
    expect([name, rows[name]]).toEqual([name, cellsOf(zone.atQuarterEnd[LAST]?.rect_completion_rate ?? [0, 0])]);
});

test('overdue by age, zone by zone, and in the words under the headline', async () => {
  const read = await readFigure(figureWith(page, '按逾期天数'));
  const rows = byName(read, ['1–30 天', '31–90 天', '超过 90 天', '合计']);
  let [count, old] = [0, 0];
  for (const { name, zone } of all) {
    const bands = zone.atQuarterEnd[LAST]?.rect_overdue_open ?? {};
    const parts = ['1-30', '31-90', '91-'].map((band) => bands[band] ?? 0);
    const total = parts.reduce((sum, part) => sum + part, 0);
    expect([name, rows[name]]).toEqual([name, [...parts, total].map(String)]);
    count += total;
    old += bands['91-'] ?? 0;
  }
  await expect
    .poll(() => page.locator('main').innerText())
    .toContain(`截至 ${LAST}，逾期未改 ${count} 件，其中超过 90 天的 ${old} 件。`);
});

test('days to close: the median of the whole and of every zone, from a survival curve', async () => {
  const read = await readFigure(figureWith(page, '2018 年发现的问题'));
  const rows = byName(read, ['事项', '已完成', '中位数（天）']);
  const told = ({ items, closed, median }: Median): string[] => [
    String(items),
    String(closed),
    median === null ? '—' : String(median),
  ];
  expect(rows['总体']).toEqual(told(whole.byYear['2018']?.rect_days_median ?? { items: 0, closed: 0, median: null }));
  for (const { name, zone } of all) {
    const expected = zone.byYear['2018']?.rect_days_median;
    if (expected && expected.items > 0) expect([name, rows[name]]).toEqual([name, told(expected)]);
  }
});

test('the four checks, zone by zone, and completion by source', async () => {
  const checks = ['领导班子履职', '党员队伍作用', '工作机制', '整改措施'];
  const read = await readFigure(figureWith(page, '“四查四看”整改完成率'));
  const rows = byName(
    read,
    checks.flatMap((check) => [check, `${check} 分子`, `${check} 分母`]),
  );
  const counted = all.filter(({ zone }) => Object.keys(zone.atQuarterEnd[LAST]?.rect_by_dimension ?? {}).length > 0);
  expect(Object.keys(rows).sort()).toEqual(counted.map(({ name }) => name).sort());
  for (const { name, zone } of counted) {
    const at = zone.atQuarterEnd[LAST]?.rect_by_dimension ?? {};
    expect([name, rows[name]]).toEqual([
      name,
      checks.flatMap((check) => (at[check] ? cellsOf(at[check]) : ['—', '—', '—'])),
    ]);
  }
  const sources: Record<string, Pair> = {};
  for (const { zone } of all)
    for (const [source, pair] of Object.entries(zone.atQuarterEnd[LAST]?.rect_by_source ?? {}))
      sources[source] = plus(sources[source] ?? [0, 0], pair);
  const bySource = byName(await readFigure(figureWith(page, '问题来源').filter({ hasText: '整改完成率，2018' })), [
    '分来源整改完成率',
    '分子',
    '分母',
  ]);
  expect(bySource).toEqual(
    Object.fromEntries(Object.entries(sources).map(([source, pair]) => [source, cellsOf(pair)])),
  );
});

const days = (text: string): number => {
  const [year = 0, month = 1, day = 1] = text.split('/').map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

test('the list to act on is what the cells of the register say, longest overdue first', async () => {
  const file = exampleList().find(({ path }) => path === 'example/wangshu/rectification.txt');
  if (!file) throw new Error('no register of 望舒');
  const today = days('2018/12/31');
  const expected = rowsOf(file, ['整改状态'])
    .filter((row) => ['整改中', '未启动'].includes(row['整改状态'] ?? '') && row['整改类型'] !== '长期坚持')
    .map((row) => today - days((row['延期至'] || row['整改时限']) ?? ''))
    .filter((late) => late > 0)
    .sort((a, b) => b - a);
  expect(expected.length).toBeGreaterThan(15);
  await go(page, '#/rectification?zones=WSGX');
  const list = page.getByRole('region', { name: `逾期未改事项 ${expected.length} 件` });
  const read = await readTable(list);
  const late = read.columns.indexOf('逾期（天）');
  expect(read.rows.map((row) => Number((row[late] ?? '').replaceAll(',', '')))).toEqual(expected.slice(0, 15));
});

test('completeness of what was loaded: every register has all its required cells but the unreadable ones', async () => {
  await go(page, '#/quality');
  const read = await readFigure(figureWith(page, '数据完整率'));
  const rows = byName(read, ['整改台账 分子', '整改台账 分母']);
  for (const { name, zone } of all) {
    // Three cells of 青岚 say no status.
    const unread = name === '青岚经开区' ? 3 : 0;
    expect([name, rows[name]]).toEqual([name, [zone.items * 6 - unread, zone.items * 6].map(thousands)]);
  }
});

test('nothing was asked of another machine and nothing went wrong', () => {
  watched.assertQuiet();
});
