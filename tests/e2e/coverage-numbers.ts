import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { byName, column, figureWith, go, headlineOf, readFigure, readTable } from './page-reader';
import { settled } from './browser';
import {
  ZONES,
  type Org,
  type Pair,
  type Unit,
  activeAt,
  built,
  committeeOf,
  coverageRates,
  fraction,
  inScope,
  lastRegister,
  organisations,
  percent,
  thousands,
  units,
  worked,
  zoneNames,
} from './recount';
import { after, points, quarterBefore, quarters, wilson } from './arithmetic';

const UNITS: readonly Unit[] = units().filter(inScope);
const ORGS: readonly Org[] = organisations();
const NAMES = zoneNames();
const nameOf = (zone: string): string => NAMES.get(zone) ?? zone;

const RATES = [
  ['组织覆盖率', ''],
  ['组织覆盖率（含区域行业覆盖）', 'area=1'],
  ['单独组建率', 'metric=standalone_build_rate'],
  ['应建已建率', 'metric=should_build_built_rate'],
  ['工作覆盖率', 'metric=work_coverage_rate'],
  ['规上覆盖率', 'metric=above_scale_coverage_rate'],
] as const;

interface Selection {
  readonly period: string;
  readonly zones?: readonly string[];
  readonly committees?: readonly string[];
  readonly domains?: readonly string[];
  readonly by?: 'committee' | 'domain';
}

/** The quarter whose snapshot answers for a period: its last. */
const snapshotOf = (period: string): string =>
  period.includes('Q') ? period : `${period.slice(0, 4)}Q${period.endsWith('H1') ? 2 : 4}`;

const selected = ({ period, zones = ZONES, committees, domains }: Selection): Unit[] =>
  UNITS.filter(
    (unit) =>
      unit.quarter === snapshotOf(period) &&
      zones.includes(unit.zone) &&
      (committees === undefined || committees.includes(unit.committee)) &&
      (domains === undefined || domains.includes(unit.domain)),
  );

/** Lists without the column say nothing of it: that is no 0. */
const isSilent = (rate: string, list: readonly Unit[]): boolean =>
  rate === '规上覆盖率' && list.length > 0 && list.every(({ above }) => above === null);

/** What the rows of a comparison must be: every member's name, rate, x and n; members without units are left out, zones not. */
function expectedRows(selection: Selection, rate: string): Record<string, string[]> {
  const list = selected(selection);
  const key = (unit: Unit): string =>
    selection.by === 'committee' ? unit.committee : selection.by === 'domain' ? unit.domain : nameOf(unit.zone);
  const members = new Set(list.map(key));
  if (selection.by === undefined && selection.committees === undefined)
    for (const zone of selection.zones ?? ZONES) members.add(nameOf(zone));
  return Object.fromEntries(
    [...members].map((name): [string, string[]] => {
      const own = list.filter((unit) => key(unit) === name);
      if (isSilent(rate, own)) return [name, ['—', '—', '—']];
      const pair = coverageRates(own)[rate] ?? [0, 0];
      return [name, [percent(pair), thousands(pair[0]), thousands(pair[1])]];
    }),
  );
}

function hashOf(page: string, { period, zones, committees, domains, by }: Selection, more: string): string {
  const list = (values: readonly string[]): string => values.map(encodeURIComponent).join(',');
  const parts = [
    ...(by === undefined ? [] : [`by=${by}`]),
    ...(committees ? [`committees=${list(committees)}`] : []),
    ...(domains ? [`domains=${list(domains)}`] : []),
    `period=${period}`,
    ...(zones ? [`zones=${list(zones)}`] : []),
    ...(more === '' ? [] : [more]),
  ];
  return `#/${page}?${parts.join('&')}`;
}

const SELECTIONS: readonly (readonly [string, Selection])[] = [
  ['the last quarter', { period: '2018Q4' }],
  ['the first quarter', { period: '2016Q1' }],
  ['the quarter in which a denominator was widened', { period: '2017Q3' }],
  ['a half-year, by its last snapshot', { period: '2017H1' }],
  ['a year, by its last snapshot', { period: '2016' }],
  ['social organisations only', { period: '2018Q2', domains: ['社会组织'] }],
  ['three zones', { period: '2018Q1', zones: ['QLJK', 'WSGX', 'BYCY'] }],
  ["Xi'an by committee", { period: '2018Q4', zones: ['XAGX'], by: 'committee' }],
  ["Xi'an by committee in an earlier quarter", { period: '2017Q2', zones: ['XAGX'], by: 'committee' }],
  [
    'two committees of one zone',
    {
      period: '2018Q4',
      zones: ['XAGX'],
      committees: ['示例甲街道党工委', '西安高新区示例软件园党委'],
      by: 'committee',
    },
  ],
  [
    'Wangshu by committee, enterprises only',
    { period: '2017Q4', zones: ['WSGX'], domains: ['非公企业'], by: 'committee' },
  ],
  ['by domain', { period: '2018Q3', by: 'domain' }],
  ['one zone by domain', { period: '2016Q4', zones: ['YLGX'], by: 'domain' }],
];

/** Coverage, as the pages show it, against the rows. */
export function coverageNumbers(at: () => Page): void {
  test.each(SELECTIONS)('every coverage rate: %s', async (_, selection) => {
    const page = at();
    for (const [rate, query] of RATES) {
      await go(page, hashOf('coverage', selection, query));
      const figure = figureWith(page, `${rate}，`).filter({ hasText: '参考波动区间' });
      const expected = expectedRows(selection, rate);
      if (Object.values(expected).every(([, , n]) => n === '0' || n === '—')) {
        expect(await headlineOf(page)).toMatch(new RegExp(`没有(?:可算的)?${rate.replace(/[（）]/gu, '.')}`, 'u'));
        continue;
      }
      const read = await readFigure(figure);
      const rows = byName(read, [rate, '分子', '分母']);
      expect([rate, rows]).toEqual([rate, expected]);
    }
  });

  test('the headline and the counts of coverage, and its key figure on the overview', async () => {
    const page = at();
    await go(page, '#/coverage');
    const now = coverageRates(selected({ period: '2018Q4' }));
    const before = coverageRates(selected({ period: '2018Q3' }));
    const [coverage = [0, 0], coverageBefore = [0, 0]] = [now.组织覆盖率, before.组织覆盖率];
    const moved = `较上季度上升 ${points(coverage, coverageBefore).slice(1)} 个百分点`;
    expect(await headlineOf(page)).toContain(`四季度组织覆盖率 ${percent(coverage)}，${moved}`);
    await go(page, '#/overview');
    const [x, n] = coverage;
    const should = (now.应建已建率?.[1] ?? 0) - (now.应建已建率?.[0] ?? 0);
    const orgs = ZONES.flatMap((zone) => activeAt(ORGS, zone, '2018Q4')).length;
    const lede = await page.locator('main .lede').innerText();
    expect(lede).toContain(
      `实体运营单位 ${thousands(n)} 家，已覆盖 ${thousands(x)} 家；应建未建 ${thousands(should)} 家`,
    );
    expect(lede).toContain(`党组织 ${thousands(orgs)} 个`);
    const said = (await page.getByRole('region', { name: '主要指标' }).innerText()).replace(/\s+/gu, ' ');
    for (const text of ['组织覆盖率', percent(coverage), fraction(coverage), moved]) expect(said).toContain(text);
    const uncovered = selected({ period: '2018Q4' }).filter((unit) => !worked(unit)).length;
    const watched = page.getByRole('region', { name: '值得关注' });
    await expect.poll(() => watched.innerText()).toContain(`${uncovered} 家`);
    expect(await watched.innerText()).toContain(`${thousands(should)} 家`);
    // Every zone stands in the table with its rate, and leads to its own sheet.
    const rows = byName(await readTable(page.getByRole('region', { name: '各园区一览' })), []);
    expect(Object.keys(rows)).toEqual(expect.arrayContaining(ZONES.map(nameOf)));
    const grid = await readTable(page.getByRole('region', { name: '各园区一览' }));
    for (const zone of ZONES) {
      const pair = coverageRates(selected({ period: '2018Q4', zones: [zone] })).组织覆盖率 ?? [0, 0];
      expect([zone, grid.rows.find(([name]) => name === nameOf(zone))?.[1]]).toEqual([
        zone,
        expect.stringContaining(percent(pair)),
      ]);
    }
    const [first = ''] = ZONES;
    await page
      .getByRole('region', { name: '各园区一览' })
      .getByRole('link', { name: nameOf(first) })
      .click();
    await settled(page);
    expect(await page.evaluate(() => location.hash)).toBe(`#/zone?zones=${first}`);
    const sheet = await readTable(page.getByRole('region', { name: '全部指标' }));
    const own = coverageRates(selected({ period: '2018Q4', zones: [first] }));
    // The first row of a field begins with the name of the field.
    const ofRate = (rate: string): readonly string[] | undefined => {
      const row = sheet.rows.find((cells) => cells.slice(0, 2).includes(rate));
      return row?.slice(row.indexOf(rate));
    };
    for (const [rate, pair] of Object.entries(own)) {
      const row = ofRate(rate);
      if (pair[1] > 0 && row) expect([rate, row[1], row[2]]).toEqual([rate, percent(pair), fraction(pair)]);
    }
    expect(ofRate('组织覆盖率')?.[5]).toBe(percent(coverage));
  });

  test('intervals, the quarter before and the change beside every rate of coverage', async () => {
    const page = at();
    await go(page, '#/coverage');
    const read = await readFigure(figureWith(page, '组织覆盖率，2018 年第四季度'));
    const rows = byName(read, ['区间下限', '区间上限', '对比时期', '变化（百分点）']);
    for (const zone of ZONES) {
      const pair = (period: string): Pair => coverageRates(selected({ period, zones: [zone] })).组织覆盖率 ?? [0, 0];
      const [low, high] = wilson(pair('2018Q4'));
      expect([zone, rows[nameOf(zone)]]).toEqual([
        zone,
        [
          `${(low * 100).toFixed(1)}%`,
          `${(high * 100).toFixed(1)}%`,
          percent(pair('2018Q3')),
          points(pair('2018Q4'), pair('2018Q3')),
        ],
      ]);
    }
  });

  test('compared with a year earlier and with nothing', async () => {
    const page = at();
    await go(page, '#/coverage?vs=year');
    const rows = byName(await readFigure(figureWith(page, '组织覆盖率，2018 年第四季度')), ['对比时期']);
    for (const zone of ZONES)
      expect([zone, rows[nameOf(zone)]]).toEqual([
        zone,
        [percent(coverageRates(selected({ period: '2017Q4', zones: [zone] })).组织覆盖率 ?? [0, 0])],
      ]);
    await go(page, '#/coverage?vs=none');
    const alone = await readFigure(figureWith(page, '组织覆盖率，2018 年第四季度'));
    expect(alone.columns).not.toContain('对比时期');
    expect(await headlineOf(page)).not.toContain('较');
  });

  test('the trend: every quarter of the whole and of every zone', async () => {
    const page = at();
    await go(page, '#/coverage');
    const read = await readFigure(figureWith(page, '组织覆盖率的走势'));
    expect(read.rows).toHaveLength(12);
    const rows = byName(read, ['组织覆盖率', '分子', '分母', '变化（百分点）', ...ZONES.map(nameOf)]);
    for (const [nth, quarter] of quarters().entries()) {
      const of = (period: string, zones?: string[]): Pair =>
        coverageRates(selected({ period, ...(zones && { zones }) })).组织覆盖率 ?? [0, 0];
      const whole = of(quarter);
      // Where a zone widened its base (青岚, 2017Q3) the two are not of the same units, and no change is given.
      const leapt = ZONES.some((zone) => {
        const [now, before] = [of(quarter, [zone])[1], of(quarterBefore(quarter), [zone])[1]];
        return Math.abs(now - before) > 0.35 * before && Math.abs(now - before) >= 5;
      });
      expect([quarter, rows[quarter]]).toEqual([
        quarter,
        [
          percent(whole),
          thousands(whole[0]),
          thousands(whole[1]),
          nth === 0 || leapt ? '—' : points(whole, of(quarterBefore(quarter))),
          ...ZONES.map((zone) => percent(of(quarter, [zone]))),
        ],
      ]);
    }
  });

  test('how units are covered: every mode of every zone', async () => {
    const page = at();
    await go(page, '#/coverage?period=2017Q4');
    const read = await readFigure(figureWith(page, '各园区怎样覆盖'));
    const modes = [...new Set(UNITS.map((unit) => unit.mode))];
    const rows = byName(read, ['分母', ...modes, ...modes.map((mode) => `${mode}占比`)]);
    for (const zone of ZONES) {
      const list = selected({ period: '2017Q4', zones: [zone] });
      const counts = modes.map((mode) => list.filter((unit) => unit.mode === mode).length);
      expect([zone, rows[nameOf(zone)]]).toEqual([
        zone,
        [thousands(list.length), ...counts.map(thousands), ...counts.map((x) => percent([x, list.length]))],
      ]);
    }
  });

  test('zone by domain', async () => {
    const page = at();
    await go(page, '#/coverage?period=2018Q3&metric=work_coverage_rate');
    const read = await readFigure(figureWith(page, '园区与领域交叉'));
    for (const domain of ['非公企业', '社会组织'] as const) {
      const rows = byName(read, [domain, `${domain} 分子`, `${domain} 分母`]);
      for (const zone of ZONES) {
        const pair = coverageRates(selected({ period: '2018Q3', zones: [zone], domains: [domain] })).工作覆盖率 ?? [
          0, 0,
        ];
        const none = pair[1] === 0;
        expect([zone, domain, rows[nameOf(zone)]]).toEqual([
          zone,
          domain,
          none ? ['—', '—', '—'] : [percent(pair), thousands(pair[0]), thousands(pair[1])],
        ]);
      }
    }
  });

  test('the list of uncovered units: every unit, none more', async () => {
    const page = at();
    await go(page, '#/coverage?period=2018Q4');
    const expected = selected({ period: '2018Q4' }).filter((unit) => !worked(unit));
    const list = page.getByRole('region', { name: `空白点 ${expected.length} 家` });
    const found: string[] = [];
    const names = new Set(expected.map((unit) => unit.name));
    await expect.poll(async () => (await readTable(list)).rows.every(([name = '']) => names.has(name))).toBe(true);
    for (;;) {
      found.push(...(await readTable(list)).rows.map((row) => `${row[1]} ${row[0]} ${row[3]}`));
      const next = list.getByRole('button', { name: '下一页' });
      if (await next.isDisabled()) break;
      await next.click();
      await settled(page);
    }
    expect(found.sort()).toEqual(expected.map((unit) => `${nameOf(unit.zone)} ${unit.name} ${unit.mode}`).sort());
  });

  test.each(['2018Q4', '2016Q4', '2017'])(
    'organisations by type in %s, and by committee of one zone',
    async (period) => {
      const page = at();
      const typesOf = (list: readonly Org[]): Record<string, string[]> => {
        const counts = new Map<string, number>();
        for (const { type } of list) counts.set(type, (counts.get(type) ?? 0) + 1);
        return Object.fromEntries([...counts].map(([type, count]) => [type, [thousands(count)]]));
      };
      await go(page, `#/coverage?period=${period}`);
      const all = ZONES.flatMap((zone) => activeAt(ORGS, zone, snapshotOf(period)));
      const figure = figureWith(page, `党组织 ${thousands(all.length)} 个，按类别`);
      expect(byName(await readFigure(figure), ['数量'])).toEqual(typesOf(all));
      const committee = '示例甲街道党工委';
      const register = ORGS.filter((org) => org.zone === 'XAGX' && org.quarter === snapshotOf(period));
      const own = register.filter((org) => org.dissolved === '' && committeeOf(org, register) === committee);
      await go(page, `#/coverage?committees=${encodeURIComponent(committee)}&period=${period}&zones=XAGX`);
      const one = figureWith(page, `党组织 ${thousands(own.length)} 个，按类别`);
      expect(byName(await readFigure(one), ['数量'])).toEqual(typesOf(own));
    },
  );

  test.each(['2018Q4', '2018', '2017', '2017H2'])('founded, dissolved and net in %s, by zone', async (period) => {
    const page = at();
    await go(page, `#/coverage?period=${period}`);
    const expected = new Map<string, string[]>();
    let net = 0;
    for (const zone of ZONES) {
      const register = lastRegister(ORGS, zone);
      const founded = register.filter((org) => after(period, org.founded)).length;
      const dissolved = register.filter((org) => after(period, org.dissolved)).length;
      net += founded - dissolved;
      const signed = founded < dissolved ? `−${thousands(dissolved - founded)}` : thousands(founded - dissolved);
      expected.set(nameOf(zone), [thousands(founded), thousands(dissolved), signed]);
    }
    const figure = figureWith(page, `党组织净${net < 0 ? '减' : '增'} ${thousands(Math.abs(net))} 个`);
    const rows = byName(await readFigure(figure), ['新建', '撤销', '净增党组织']);
    for (const [name, counts] of expected) expect([name, rows[name] ?? ['0', '0', '0']]).toEqual([name, counts]);
  });

  test('the comparison page: all rates at a glance, differences to the whole, and the slope between two periods', async () => {
    const page = at();
    await go(page, '#/compare?period=2018Q2');
    const glance = await readTable(figureWith(page, '各项比率一览'));
    for (const [rate] of RATES) {
      const whole = coverageRates(selected({ period: '2018Q2' }))[rate] ?? [0, 0];
      const cells = byName(glance, [rate]);
      expect([rate, cells.总体]).toEqual([rate, [`${percent(whole)} ${fraction(whole)}`]]);
      for (const zone of ZONES) {
        const pair = coverageRates(selected({ period: '2018Q2', zones: [zone] }))[rate] ?? [0, 0];
        const said = (cells[nameOf(zone)]?.[0] ?? '').replace(/ (?:显著|需关注)$/u, '');
        expect([rate, zone, said]).toEqual([rate, zone, pair[1] === 0 ? '—' : `${percent(pair)} ${fraction(pair)}`]);
      }
    }
    const standing = await readTable(page.getByRole('region', { name: '相差多少，排在哪里' }));
    const whole = coverageRates(selected({ period: '2018Q2' })).组织覆盖率 ?? [0, 0];
    const order = [...ZONES]
      .map((zone) => ({
        zone,
        pair: coverageRates(selected({ period: '2018Q2', zones: [zone] })).组织覆盖率 ?? [0, 0],
      }))
      .sort((a, b) => b.pair[0] / b.pair[1] - a.pair[0] / a.pair[1]);
    expect(standing.rows.map((row) => row.slice(0, 4))).toEqual(
      order.map(({ zone, pair }) => [nameOf(zone), percent(pair), fraction(pair), points(pair, whole)]),
    );
    await go(page, '#/compare?from=2016Q1&period=2018Q2');
    const slope = byName(await readFigure(figureWith(page, '两个时期之间')), [
      '2016 年第一季度',
      '2018 年第二季度',
      '变化（百分点）',
    ]);
    for (const { zone } of order) {
      // All of the zone, or, where committees came or went without the others taking them up, those that reported both times.
      const [then, now] = ['2016Q1', '2018Q2'].map((period) => selected({ period, zones: [zone] }));
      const both = (unit: { committee: string }): boolean =>
        [then, now].every((units) => units?.some(({ committee }) => committee === unit.committee));
      const told = [() => true, both].map((kept) => {
        const start = coverageRates((then ?? []).filter(kept)).组织覆盖率 ?? [0, 0];
        const end = coverageRates((now ?? []).filter(kept)).组织覆盖率 ?? [0, 0];
        return [percent(start), percent(end), points(end, start)];
      });
      // The row says which.
      const [all, part] = [slope[nameOf(zone)], slope[`${nameOf(zone)}（两期可比的部分）`]];
      expect([zone, all ?? part]).toEqual([zone, told[all ? 0 : 1]]);
    }
  });

  test('counts on the comparison page are not ranked and equal the rows', async () => {
    const page = at();
    await go(page, '#/compare?metric=uncovered_unit_count&period=2018Q4');
    const rows = byName(await readFigure(figureWith(page, '空白点，按园区')), ['空白点']);
    for (const zone of ZONES)
      expect([zone, rows[nameOf(zone)]]).toEqual([
        zone,
        [thousands(selected({ period: '2018Q4', zones: [zone] }).filter((unit) => !worked(unit)).length)],
      ]);
    expect(column(await readTable(figureWith(page, '各项比率一览')), '园区')).toContain('总体');
  });

  test('the enterprise is left out until asked for, and then has no rate rather than 0 %', async () => {
    const page = at();
    await go(page, '#/coverage');
    expect(await page.locator('main').innerText()).toContain('吉林市热力集团属企业，不列入园区比较');
    await page.getByRole('button', { name: '列入' }).click();
    await settled(page);
    const rows = byName(await readFigure(figureWith(page, '组织覆盖率，2018 年第四季度')), [
      '组织覆盖率',
      '分子',
      '分母',
    ]);
    expect(rows.吉林市热力集团).toEqual(['—', '0', '0']);
    expect(UNITS.filter((unit) => unit.zone === 'JLRL' && built(unit))).toEqual([]);
  });
}
