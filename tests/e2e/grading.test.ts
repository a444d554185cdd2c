import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { exampleList, rowsOf } from '../datasets/plain-reader';
import { points, wilson } from './arithmetic';
import { type Watched, openBrowser, openWorkbench, settled } from './browser';
import { choose, exampleFiles } from './example-files';
import { byName, figureWith, go, readFigure, readTable, saidOf } from './page-reader';
import { type Pair, fraction, percent, zoneNames } from './recount';

/*
 * A person drops the example's gradings and reads their page; every number is counted again from the cells of the files, by
 * code that shares nothing with the product.
 */

interface Graded {
  readonly zone: string;
  readonly code: string;
  readonly name: string;
  readonly cycle: string;
  readonly scheme: string;
  readonly version: string;
  /** 0: not graded. */
  readonly rank: number;
  readonly self: number;
  readonly superior: number;
}

const WORDS: Readonly<Record<string, readonly [scheme: string, words: readonly string[]]>> = {
  '3级': ['three-level', ['先进', '一般', '后进']],
  三级: ['three-level', ['先进', '一般', '后进']],
  'three-level': ['three-level', ['先进', '一般', '后进']],
  '4级': ['four-level', ['好', '较好', '一般', '较差']],
  四级: ['four-level', ['好', '较好', '一般', '较差']],
  ABCD: ['letters', ['A', 'B', 'C', 'D']],
};
const NAMES = zoneNames();
const nameOf = (zone: string): string => NAMES.get(zone) ?? zone;
const cycleOf = (text: string): string => text.slice(0, 4) + (/H1|上半年/u.test(text) ? 'H1' : '');
const cell = (row: Readonly<Record<string, string>>, ...ends: readonly string[]): string =>
  Object.entries(row).find(([header]) => ends.some((end) => header.replace(/\s/gu, '').endsWith(end)))?.[1] ?? '';

const exports = exampleList().filter(({ path }) => /\/grading\.(?:csv|txt)$/u.test(path));
const GRADED: readonly Graded[] = exports.flatMap((file) =>
  rowsOf(file, ['定级周期']).map((row): Graded => {
    const [scheme, words] = WORDS[cell(row, '定级办法')] ?? ['', []];
    const grade = cell(row, '定级等次', '评定等次', '定级结果', '等次').replace(/党组织$|级$/u, '');
    return {
      zone: file.zone ?? '',
      code: cell(row, '党组织代码'),
      name: cell(row, '党组织名称'),
      cycle: cycleOf(cell(row, '定级周期')),
      scheme,
      version: cell(row, '标准版本'),
      rank: words.indexOf(grade) + 1,
      self: parseFloat(cell(row, '自评得分', '自评')),
      superior: parseFloat(cell(row, '上级评定', '评定')),
    };
  }),
);
const WEAK = exampleList()
  .filter(({ path }) => /\/weak-organisations\./u.test(path))
  .flatMap((file) =>
    rowsOf(file, ['整顿转化情况']).map((row) => ({
      zone: file.zone ?? '',
      name: cell(row, '党组织名称'),
      year: cell(row, '年度').slice(0, 4),
      turned: cell(row, '整顿转化情况'),
    })),
  );
const TURNED = ['已转化', '转化', '转化升级', '是', '√', '整顿到位'];
const OPEN = ['未转化', '整顿中', '否', '尚未转化', '×', '正在整顿'];

/** The cycles of a year, the last one last. */
const inYear = (year: string): string[] => [`${year}H1`, year];
/** What a year answers with: of every zone its last cycle under the scheme. */
function lastIn(year: string, scheme: string): Graded[] {
  const zones = [...new Set(GRADED.map(({ zone }) => zone))];
  return zones.flatMap((zone) => {
    const own = GRADED.filter((one) => one.zone === zone && one.scheme === scheme);
    const cycle = inYear(year).findLast((at) => own.some((one) => one.cycle === at));
    return own.filter((one) => one.cycle === cycle);
  });
}
const zonesIn = (rows: readonly Graded[]): string[] => [...new Set(rows.map(({ zone }) => zone))];
const share = (rows: readonly Graded[], rank: number): Pair => {
  const graded = rows.filter((one) => one.rank > 0);
  return [graded.filter((one) => one.rank === rank).length, graded.length];
};

let watched: Watched;
let page: Page;

beforeAll(async () => {
  watched = await openBrowser();
  const context = await watched.context();
  context.setDefaultTimeout(20_000);
  page = await openWorkbench(context, inject('site'));
  // The files this page reads: the register of zones, gradings, lists of weak organisations, published figures.
  const { paths, remove } = exampleFiles();
  try {
    await choose(
      page,
      paths.filter((path) => /开发区名册|分类定级|软弱涣散|公布数/u.test(path)),
    );
    await page.getByText('数据截至 2018-12-31').waitFor({ timeout: 150_000 });
  } finally {
    remove();
  }
});

afterAll(async () => watched.close());

test('the rows of the files are all there', () => {
  expect(exports).toHaveLength(12);
  expect(GRADED.every(({ scheme, superior }) => scheme !== '' && Number.isFinite(superior))).toBe(true);
  expect(WEAK.length).toBeGreaterThan(200);
});

test('grades of every zone under three grades, from the table of the figure', async () => {
  await go(page, '#/grading');
  const rows = lastIn('2018', 'three-level');
  const whole = share(rows, 1);
  const earlier = lastIn('2017', 'three-level');
  // The change is of the zones graded both times; the level is of all.
  const both = zonesIn(rows).filter((zone) => zonesIn(earlier).includes(zone));
  const among = (all: typeof rows) =>
    share(
      all.filter(({ zone }) => both.includes(zone)),
      1,
    );
  const moved = points(among(rows), among(earlier));
  const change = `较上年${moved.startsWith('+') ? '上升' : '下降'} ${moved.slice(1)} 个百分点`;
  const said = await saidOf(page);
  expect(said).toContain(`2018 年先进率 ${percent(whole)}`);
  expect(said).toContain(change);
  const read = byName(await readFigure(figureWith(page, '定级分布')), ['分母', '先进', '一般', '后进']);
  const expected = zonesIn(rows).map((zone) => {
    const own = rows.filter((one) => one.zone === zone);
    return [nameOf(zone), [share(own, 1)[1], ...[1, 2, 3].map((rank) => share(own, rank)[0])].map(String)];
  });
  expect(read).toEqual(Object.fromEntries(expected));
});

test('top and lowest grade by zone, with the reference interval; the published 6 of 31 beside', async () => {
  await go(page, '#/grading');
  const rows = lastIn('2018', 'three-level');
  for (const [name, rank] of [
    ['先进率', 1],
    ['后进率', 3],
  ] as const) {
    const read = byName(await readFigure(figureWith(page, `${name}，2018 年`)), [name, '分子', '分母']);
    for (const zone of zonesIn(rows)) {
      const pair = share(
        rows.filter((one) => one.zone === zone),
        rank,
      );
      expect([zone, read[nameOf(zone)]]).toEqual([zone, [percent(pair), String(pair[0]), String(pair[1])]]);
    }
  }
  const figure = figureWith(page, '先进率，2018 年');
  const limits = byName(await readFigure(figure), ['区间下限', '区间上限'])[nameOf('CZGX')];
  expect(limits).toEqual(wilson([6, 31]).map((limit) => `${(limit * 100).toFixed(1)}%`));
  expect(limits).toEqual(['9.2%', '36.3%']);
  await go(page, '#/published');
  const published = await readTable(page.getByRole('region', { name: '分类定级' }));
  const told = published.rows.map(([what = '', stated, computed]) => [what.split(' ')[0], stated, computed]);
  expect(told).toEqual([
    ['先进基层组织', '6 个', '6 个'],
    ['一般党组织', '25 个', '25 个'],
    ['先进率', '≈ 19.4%', '19.4% 6/31'],
  ]);
});

test('movement between cycles of the same standard', async () => {
  await go(page, '#/grading');
  const before = (one: Graded): Graded | undefined => {
    const own = GRADED.filter(
      (other) => other.zone === one.zone && other.scheme === one.scheme && other.version === one.version,
    );
    const cycles = ['2016', '2017', '2018'].flatMap(inYear).filter((at) => own.some(({ cycle }) => cycle === at));
    const earlier = cycles[cycles.indexOf(one.cycle) - 1];
    return own.find(({ code, cycle }) => code === one.code && cycle === earlier);
  };
  const moves = GRADED.filter(
    (one) => one.scheme === 'three-level' && one.cycle.startsWith('2018') && one.rank > 0,
  ).flatMap((one) => {
    const rank = before(one)?.rank ?? 0;
    return rank === 0 ? [] : [[rank, one.rank] as const];
  });
  const up = moves.filter(([from, to]) => to < from).length;
  const down = moves.filter(([from, to]) => to > from).length;
  const figure = figureWith(page, `等次变动：晋位 ${up} 个，降位 ${down} 个`);
  const read = byName(await readFigure(figure), ['先进', '一般', '后进']);
  const labels = ['先进', '一般', '后进'];
  const cellOf = (from: number, to: number): string => String(moves.filter(([a, b]) => a === from && b === to).length);
  expect(read).toEqual(
    Object.fromEntries(labels.map((label, from) => [label, [1, 2, 3].map((to) => cellOf(from + 1, to))])),
  );
});

test('the gap between self and superior, within the error the page states', async () => {
  await go(page, '#/grading');
  const rows = lastIn('2018', 'three-level');
  const read = byName(await readFigure(figureWith(page, '自评得分减上级评定得分')), ['n', '中位数']);
  for (const zone of zonesIn(rows)) {
    const gaps = rows
      .filter((one) => one.zone === zone)
      .map(({ self, superior }) => self - superior)
      .sort((a, b) => a - b);
    const half = Math.floor(gaps.length / 2);
    const median = gaps.length % 2 === 1 ? (gaps[half] ?? 0) : ((gaps[half - 1] ?? 0) + (gaps[half] ?? 0)) / 2;
    const [size, told = ''] = read[nameOf(zone)] ?? [];
    expect([zone, size]).toEqual([zone, String(gaps.length)]);
    // Half a bin, and the rounding of the page to one decimal.
    expect(Math.abs(Number(told.replace('−', '-')) - median)).toBeLessThanOrEqual(0.25 + 0.05);
  }
});

test('a zone that took a new standard breaks the line and is named', async () => {
  await go(page, '#/grading');
  const said = await figureWith(page, '先进率的变化').locator('figcaption').innerText();
  expect(said).toContain('望舒高新区（2017 年起换用新标准）');
  expect(said).toContain('松涛高新区（2017 年起改变办法）');
  await go(page, '#/grading?period=2017');
  expect(await saidOf(page)).not.toContain('较上年');
  expect(await page.locator('main').innerText()).toContain('本期更换了标准或办法，与上期不可比');
});

test('weak organisations: turned around ÷ those whose outcome is stated', async () => {
  await go(page, '#/grading');
  const listed = WEAK.filter(({ year }) => year === '2018');
  const read = byName(await readFigure(figureWith(page, '软弱涣散转化率，2018 年')), [
    '软弱涣散转化率',
    '分子',
    '分母',
  ]);
  for (const zone of new Set(listed.map((one) => one.zone))) {
    const own = listed.filter((one) => one.zone === zone);
    const done = own.filter(({ turned }) => TURNED.includes(turned)).length;
    const open = own.filter(({ turned }) => OPEN.includes(turned)).length;
    const pair: Pair = [done, done + open];
    expect([zone, read[nameOf(zone)]]).toEqual([zone, [percent(pair), String(pair[0]), String(pair[1])]]);
  }
  const open = listed.filter(({ turned }) => OPEN.includes(turned));
  const list = page.getByRole('region', { name: `未转化的软弱涣散党组织 ${open.length} 个` });
  await list.scrollIntoViewIfNeeded();
  const names = (await readTable(list)).rows.map(([name]) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !open.some((one) => one.name === name))).toEqual([]);
});

test('the rows behind a figure are those of the figure; what is not graded is told and can be opened', async () => {
  await go(page, '#/grading');
  const rows = lastIn('2018', 'three-level').filter(({ zone }) => zone === 'QLJK');
  const low = share(rows, 3);
  const figure = figureWith(page, '后进率，2018 年');
  await readFigure(figure);
  await figure.getByRole('button', { name: nameOf('QLJK') }).click();
  const drill = page.getByRole('dialog').filter({ has: page.locator('#drill-title') });
  await drill.waitFor();
  expect(await drill.getByTestId('drill-figure').innerText()).toBe(fraction(low));
  await drill.getByText(`计入分子 ${low[0]}`).click();
  await expect.poll(async () => (await readTable(drill)).rows.length).toBe(low[0]);
  const names = (await readTable(drill)).rows.map(([name]) => name);
  expect([...names].sort()).toEqual(
    rows
      .filter(({ rank }) => rank === 3)
      .map(({ name }) => name)
      .sort(),
  );
  await page.keyboard.press('Escape');
  await drill.waitFor({ state: 'hidden' });
  const missing = lastIn('2018', 'three-level').filter(({ rank }) => rank === 0);
  expect(missing.length).toBeGreaterThan(0);
  expect(await page.locator('main').innerText()).toContain(`另有 ${missing.length} 个未定级`);
  await page.getByRole('button', { name: '看是哪些' }).click();
  await drill.waitFor();
  await expect.poll(async () => (await readTable(drill)).rows.length).toBe(missing.length);
  await page.keyboard.press('Escape');
});

test('grades of another scheme stand apart', async () => {
  await go(page, '#/grading?scheme=four-level');
  await settled(page);
  const rows = lastIn('2018', 'four-level');
  const read = byName(await readFigure(figureWith(page, '定级分布')), ['分母', '好', '较好', '一般', '较差']);
  const expected = zonesIn(rows).map((zone) => {
    const own = rows.filter((one) => one.zone === zone);
    return [nameOf(zone), [share(own, 1)[1], ...[1, 2, 3, 4].map((rank) => share(own, rank)[0])].map(String)];
  });
  expect(read).toEqual(Object.fromEntries(expected));
});

test('nothing went wrong and nothing was asked of another machine', () => {
  watched.assertQuiet();
});
