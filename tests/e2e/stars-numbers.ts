import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settled } from './browser';
import { byName, figureWith, go, readFigure, readTable, saidOf } from './page-reader';
import {
  NAMED,
  ZONES,
  type Pair,
  type Rating,
  committeeOf,
  fraction,
  lastRegister,
  organisations,
  percent,
  ratings,
  thousands,
  zoneNames,
} from './recount';
import { points } from './arithmetic';

const RATINGS: readonly Rating[] = ratings();
const NAMES = zoneNames();
const nameOf = (zone: string): string => NAMES.get(zone) ?? zone;
const LEVELS = ['五星', '四星', '三星', '二星', '一星', '无星'];

/** Schemes and awarding bodies as the page names them. */
const PARTITIONS: readonly { id: string; name: string }[] = [
  { id: 'five-level-90|园区', name: '五级评定办法（90/80/70/60 分） · 园区评定' },
  { id: 'five-level-capped|市', name: '五级评定办法（五星不超过 10%） · 市级评定' },
  { id: 'shaanxi-5|园区', name: '陕西非公五级评定办法 · 园区评定' },
  { id: 'shaanxi-5|市', name: '陕西非公五级评定办法 · 市级评定' },
  { id: 'shaanxi-5|省', name: '陕西非公五级评定办法 · 省级评定' },
];
const CYCLES = ['2016', '2017', '2018'];

const compared = RATINGS.filter((rating) => ZONES.includes(rating.zone));
const inCycle = (cycle: string, zones: readonly string[] = ZONES): Rating[] =>
  compared.filter((rating) => rating.cycle === cycle && zones.includes(rating.zone));
const inPartition = (list: readonly Rating[], id: string): Rating[] =>
  list.filter((one) => `${one.scheme}|${one.awarding}` === id && one.status === '评定' && one.level !== null);
const rated = (list: readonly Rating[]): Pair => [
  list.filter((one) => one.status === '评定').length,
  list.filter((one) => one.status !== '新建不定星').length,
];
const cellsOf = (pair: Pair): string[] => [percent(pair), thousands(pair[0]), thousands(pair[1])];
const schemeQuery = (id: string): string => `scheme=${encodeURIComponent(id)}`;

/** Stars, as the pages show them, against the rows. */
export function starNumbers(at: () => Page): void {
  test.each(CYCLES)('participation of every zone in %s, and of the whole', async (cycle) => {
    const page = at();
    await go(page, `#/stars?period=${cycle}`);
    const rows = byName(await readFigure(figureWith(page, `参评率，${cycle} 年度评定`)), ['参评率', '分子', '分母']);
    for (const zone of ZONES)
      expect([zone, rows[nameOf(zone)]]).toEqual([zone, cellsOf(rated(inCycle(cycle, [zone])))]);
    const whole = rated(inCycle(cycle));
    expect(await saidOf(page)).toContain(`${cycle} 年参评率 ${percent(whole)}`);
    if (cycle === '2016') return;
    const before = rated(inCycle(String(Number(cycle) - 1)));
    const moved = points(whole, before);
    const words =
      moved === '0.0' ? '与上年持平' : `较上年${moved.startsWith('+') ? '上升' : '下降'} ${moved.slice(1)} 个百分点`;
    expect(await saidOf(page)).toContain(words);
  });

  test('participation by committee of one zone', async () => {
    const page = at();
    await go(page, '#/stars?by=committee&period=2018&zones=XAGX');
    const rows = byName(await readFigure(figureWith(page, '参评率，2018 年度评定')), ['参评率', '分子', '分母']);
    const register = lastRegister(organisations(), 'XAGX');
    const groups = new Map<string, Rating[]>();
    for (const one of inCycle('2018', ['XAGX'])) {
      const org = register.find((known) => known.code === one.code);
      const committee = org ? committeeOf(org, register) : '';
      groups.set(committee, [...(groups.get(committee) ?? []), one]);
    }
    expect(groups.size).toBeGreaterThan(5);
    expect(rows).toEqual(Object.fromEntries([...groups].map(([name, list]) => [name, cellsOf(rated(list))])));
  });

  test.each(CYCLES)('levels of every scheme and awarding body in %s, zone by zone', async (cycle) => {
    const page = at();
    for (const { id, name } of PARTITIONS) {
      await go(page, `#/stars?period=${cycle}&${schemeQuery(id)}`);
      const read = await readFigure(
        figureWith(page, '各园区星级构成').filter({ hasText: `${name}，${cycle} 年度评定` }),
      );
      const rows = byName(read, ['分母', ...LEVELS, ...LEVELS.map((level) => `${level}占比`)]);
      const own = inPartition(inCycle(cycle), id);
      const expected = ZONES.flatMap((zone): [string, string[]][] => {
        const list = own.filter((one) => one.zone === zone);
        if (list.length === 0) return [];
        const counts = LEVELS.map((_, nth) => list.filter((one) => one.level === 5 - nth).length);
        return [
          [
            nameOf(zone),
            [thousands(list.length), ...counts.map(thousands), ...counts.map((x) => percent([x, list.length]))],
          ],
        ];
      });
      expect([id, rows]).toEqual([id, Object.fromEntries(expected)]);
    }
  });

  test.each(['2017', '2018'])('newly rated in %s, by body and level', async (cycle) => {
    const page = at();
    await go(page, `#/stars?period=${cycle}`);
    const read = await readTable(page.getByRole('region', { name: '新评定星级，按评定主体' }));
    const fresh = inCycle(cycle).filter(
      ({ status, level, before }) =>
        status === '评定' && level !== null && level >= 1 && (before === null || before < level),
    );
    for (const { id, name } of PARTITIONS) {
      const row = read.rows.find(([first]) => first === name) ?? [];
      const found = read.columns.slice(1).map((level, nth) => [level, (row[nth + 1] ?? '').replace(/ 公布数.*$/u, '')]);
      const expected = read.columns
        .slice(1)
        .map((level) => [
          level,
          thousands(inPartition(fresh, id).filter((one) => one.level === 5 - LEVELS.indexOf(level)).length),
        ]);
      expect([id, found]).toEqual([id, expected]);
    }
    if (cycle !== '2018') return;
    const said = Object.fromEntries(read.rows.map(([name = '', ...cells]) => [name, cells.join(' ')]));
    expect(said['陕西非公五级评定办法 · 省级评定']).toContain('2 公布数 2 个');
    expect(said['陕西非公五级评定办法 · 市级评定']).toContain('6 公布数 6 个');
  });

  test.each(['2017', '2018'])('named stars in %s: every star of every zone', async (cycle) => {
    const page = at();
    await go(page, `#/stars?period=${cycle}`);
    const read = await readFigure(figureWith(page, '五颗单项星'));
    const rows = byName(
      read,
      NAMED.flatMap((star) => [star, `${star} 分子`, `${star} 分母`]),
    );
    const expected = ZONES.flatMap((zone): [string, string[]][] => {
      const list = inCycle(cycle, [zone]);
      const pairs = NAMED.map((star): Pair => [
        list.filter((one) => one.named[star] === true).length,
        list.filter((one) => one.named[star] !== undefined).length,
      ]);
      return pairs.every(([, n]) => n === 0) ? [] : [[nameOf(zone), pairs.flatMap(cellsOf)]];
    });
    expect(rows).toEqual(Object.fromEntries(expected));
  });

  const moves = (cycle: string, id: string) => {
    const both = inPartition(inCycle(cycle), id).filter((one) => one.before !== null);
    const at = (from: number, to: number): number =>
      both.filter((one) => one.before === from && one.level === to).length;
    return { both, at };
  };

  test.each(['2017', '2018'])('movement between levels in %s, scheme by scheme', async (cycle) => {
    const page = at();
    for (const { id, name } of PARTITIONS.slice(0, 3)) {
      await go(page, `#/stars?period=${cycle}&${schemeQuery(id)}`);
      const { both, at: count } = moves(cycle, id);
      const up = both.filter((one) => (one.level ?? 0) > (one.before ?? 0)).length;
      const down = both.filter((one) => (one.level ?? 0) < (one.before ?? 0)).length;
      const figure = figureWith(page, `星级变动：晋星 ${up} 个，降星 ${down} 个`);
      const read = await readFigure(figure);
      const said = await figure.locator('figcaption').innerText();
      expect(said).toContain(`两期均有星级的 ${both.length} 个党组织`);
      expect(said).toContain(name);
      const rows = byName(read, LEVELS);
      for (const [nth, from] of LEVELS.entries())
        expect([id, from, rows[from]]).toEqual([id, from, LEVELS.map((_, to) => thousands(count(5 - nth, 5 - to)))]);
    }
  });

  test('movement names the cycle whose levels it compares with', async () => {
    const page = at();
    const id = 'shaanxi-5|园区';
    const earlier = (cycle: string): number => {
      const known = new Map(inCycle(cycle, ['XAGX']).map((one) => [one.code, one.level]));
      return inPartition(inCycle('2018'), id).filter((one) => one.before !== null && known.get(one.code) === one.before)
        .length;
    };
    const cycle = earlier('2017') > earlier('2016') ? '2017' : '2016';
    await go(page, `#/stars?period=2018&${schemeQuery(id)}`);
    const figure = figureWith(page, '星级变动');
    const said = await figure.locator('figcaption').innerText();
    expect(said.replace(/\s/gu, '')).toContain(`${cycle}年度评定与2018年度评定两期`);
  });

  test('four stars or more, moved up, moved down: rates of every zone in one scheme', async () => {
    const page = at();
    const id = 'five-level-90|园区';
    await go(page, `#/stars?period=2018&${schemeQuery(id)}`);
    const all = inPartition(inCycle('2018'), id);
    const twice = all.filter((one) => one.before !== null);
    const cases: [string, readonly Rating[], (one: Rating) => boolean][] = [
      ['四星及以上占比', all, (one) => (one.level ?? 0) >= 4],
      ['晋星率', twice, (one) => (one.level ?? 0) > (one.before ?? 0)],
      ['降星率', twice, (one) => (one.level ?? 0) < (one.before ?? 0)],
    ];
    for (const [rate, list, counts] of cases) {
      const rows = byName(await readFigure(figureWith(page, `${rate}，2018 年度评定`)), [rate, '分子', '分母']);
      const expected = ZONES.flatMap((zone): [string, string[]][] => {
        const own = list.filter((one) => one.zone === zone);
        return own.length === 0 ? [] : [[nameOf(zone), cellsOf([own.filter(counts).length, own.length])]];
      });
      expect([rate, rows]).toEqual([rate, Object.fromEntries(expected)]);
    }
  });

  test('a capped scheme shows no share of high levels to compare and says why', async () => {
    const page = at();
    await go(page, `#/stars?period=2018&${schemeQuery('five-level-capped|市')}`);
    expect(await page.getByRole('figure').filter({ hasText: '四星及以上占比，' }).count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('五星不超过 10%');
    await go(page, `#/compare?metric=high_star_share&period=2018&${schemeQuery('five-level-capped|市')}`);
    expect(await page.locator('main').innerText()).toContain('设名额上限的占比不排名次');
  });

  test('the star columns of the comparison page', async () => {
    const page = at();
    await go(page, '#/compare?metric=star_rated_rate&period=2017');
    await settled(page);
    const rows = byName(await readTable(page.getByRole('region', { name: '相差多少，排在哪里' })), ['参评率', 'x/n']);
    for (const zone of ZONES) {
      const pair = rated(inCycle('2017', [zone]));
      expect([zone, rows[nameOf(zone)]]).toEqual([zone, [percent(pair), fraction(pair)]]);
    }
  });
}
