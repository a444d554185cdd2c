import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ask, breaksText, factsOf, headline, panelBreaks, plain, watchList, worseningRun } from '../../src/brief';
import { type Cell, type Cube, rateOf } from '../../src/cube';
import { shift } from '../../src/domain';
import { ASK, cubeOf, nameOf } from './cells';

const METRIC = 'org_coverage_rate';
const days: Readonly<Record<string, string>> = {
  '2018Q1': '2018-03-31',
  '2018Q2': '2018-06-30',
  '2018Q3': '2018-09-30',
  '2018Q4': '2018-12-31',
};
const day = (period: string): string =>
  days[period] ?? `${period.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][Number(period[5]) - 1] ?? ''}`;
const ask = (more: Partial<Ask> = {}): Ask => ({ ...ASK, metric: METRIC, ...more });
const said = (cube: Cube, more: Partial<Ask> = {}): string => plain(headline(factsOf(cube, ask(more)), nameOf, 'zh'));

/** Rows of one zone and committee; the other fields are alike. */
function withCommittees(rows: readonly (readonly [string, string, string, number, number])[]): Cube {
  const cube = cubeOf(rows.map(([zone, , period, x, n]) => [zone, period, x, n] as const));
  return { ...cube, cells: cube.cells.map((cell, at) => ({ ...cell, committee: rows[at]?.[1] ?? '' })) };
}

/** A cell of 甲东 as it is once as many units came in as 西 has. */
const grownIn = (cell: Cell, period: string): Cell =>
  cell.committee === '东' && cell.period === period ? { ...cell, numerator: 60, denominator: 200 } : cell;

describe('like with like', () => {
  // 甲 and 乙 rise by two points; 丙, the lowest, does not report the last quarter.
  const missing = cubeOf([
    ['甲', day('2018Q3'), 150, 200],
    ['乙', day('2018Q3'), 150, 200],
    ['丙', day('2018Q3'), 60, 150],
    ['甲', day('2018Q4'), 154, 200],
    ['乙', day('2018Q4'), 154, 200],
  ]);

  it('compares the zones that reported both times, says on how many, and names the others', () => {
    const { change, rate } = factsOf(missing, ask());
    expect(rate).toBeCloseTo(0.77, 12);
    expect(change?.points).toBeCloseTo(2, 9);
    expect(said(missing)).toContain(
      '按两期可比的 2 个园区（共 3 个）为 77.0%，较上季度上升 2.0 个百分点（丙区未报送）',
    );
    expect(said(missing)).not.toContain('9.1');
  });

  it('compares fields with themselves where fields are compared', () => {
    const cells = missing.cells.flatMap((cell): Cell[] => [
      { ...cell, domain: '国企' },
      { ...cell, domain: '高校', numerator: cell.period === day('2018Q4') ? 40 : 20, denominator: 100 },
    ]);
    const { members } = factsOf({ ...missing, cells }, ask({ by: 'domain' }));
    const points = members.map(({ key, points: moved }) => [key.domain, Number(moved?.toFixed(9))]);
    expect(points.sort()).toEqual([
      ['国企', 2],
      ['高校', 20],
    ]);
  });

  it('adds fractions up to the same last bit, whatever is told apart', () => {
    const part = (committee: string, domain: string, numerator: number): Cell[] =>
      ['2018Q3', '2018Q4'].flatMap((period) =>
        missing.cells
          .slice(0, 1)
          .map((cell) => ({ ...cell, committee, domain, period: day(period), numerator, denominator: 10 })),
      );
    const cells = [...part('东', '国企', 0.1), ...part('西', '国企', 0.3), ...part('东', '高校', 0.7)];
    const [member] = factsOf({ ...missing, cells }, ask()).members;
    expect(member?.now.numerator).toBe(0.1 + 0.3 + 0.7);
    expect(member?.before?.numerator).toBe(0.1 + 0.3 + 0.7);
  });

  it('states no change where nothing can be compared', () => {
    const apart = cubeOf([
      ['甲', day('2018Q3'), 150, 200],
      ['乙', day('2018Q4'), 100, 200],
    ]);
    expect(factsOf(apart, ask()).change).toBeNull();
    expect(said(apart)).toBe('四季度组织覆盖率 50.0%（2 个园区中 1 个报送）。');
  });

  it('counts a zone among those asked for that never had any', () => {
    const zones = ['甲', '乙', '丙', '丁'];
    expect(said(missing, { zones })).toContain('77.0%（4 个园区中 2 个有数）');
    expect(said(missing, { zones, period: '2018Q3' })).toContain('（4 个园区中 3 个有数）');
    // Who has figures at other times did not report; who never has any may have handed in what this does not need.
    expect(said(missing, { zones: ['甲', '乙', '丙'] })).toContain('（3 个园区中 2 个报送）');
    // Alone it has nothing to state, and of others it says nothing.
    expect(said(missing, { zones: ['甲'] })).not.toContain('报送');
  });

  it('compares the same committees where one handed in nothing, and knows a reorganisation', () => {
    const gone = withCommittees([
      ['甲', '东', day('2018Q3'), 90, 100],
      ['甲', '西', day('2018Q3'), 40, 100],
      ['甲', '东', day('2018Q4'), 92, 100],
    ]);
    expect(factsOf(gone, ask()).change?.points).toBeCloseTo(2, 9);
    // Along the line the committee is told as missing: its zone did report, and its base did not shrink.
    const [gap] = panelBreaks(gone, ask(), ['2018Q3', '2018Q4']);
    expect(gap).toEqual({ period: '2018Q4', causes: ['zones'], came: [], went: [] });
    const told = breaksText(gone, ask(), gap ? [gap] : [], ({ committee = '' }) => committee, 'zh');
    expect(told).toBe('2018 年第四季度西本期无数');
    const moved = withCommittees([
      ['甲', '东', day('2018Q3'), 90, 100],
      ['甲', '西', day('2018Q3'), 40, 100],
      ['甲', '东', day('2018Q4'), 92, 100],
      ['甲', '北', day('2018Q4'), 45, 101],
    ]);
    expect(factsOf(moved, ask()).change?.points).toBeCloseTo((137 / 201 - 130 / 200) * 100, 9);
  });

  it('says so where a zone is compared whole though its committees are others', () => {
    const merged = withCommittees([
      ['甲', '东', day('2018Q3'), 90, 100],
      ['甲', '西', day('2018Q3'), 40, 100],
      ['甲', '东', day('2018Q4'), 138, 200],
    ]);
    const facts = factsOf(merged, ask());
    expect(facts.change?.points).toBeCloseTo(4, 9);
    const names = ({ zone = '', committee }: { zone?: string; committee?: string }): string => committee ?? zone;
    expect(plain(headline(facts, names, 'zh'))).toContain(
      '较上季度上升 4.0 个百分点；西仅一期有数，按机构调整、整个园区相比',
    );
    expect(plain(headline(facts, names, 'en'))).toContain(
      '西 had figures in one of the periods only, taken as a reorganisation: the zone is compared whole',
    );
  });

  it('keeps a committee in that handed in a list with nothing in scope, and tells it from one that handed in none', () => {
    const rows = (west: readonly (readonly [string, string, string, number, number])[]): Cube =>
      withCommittees([
        ['甲', '东', day('2018Q3'), 45, 50],
        ['甲', '东', day('2018Q4'), 46, 50],
        ['甲', '西', day('2018Q4'), 2, 10],
        ...west,
      ]);
    const none = factsOf(rows([['甲', '西', day('2018Q3'), 0, 0]]), ask()).change;
    expect(none?.left).toEqual([]);
    expect(none?.points).toBeCloseTo((48 / 60 - 45 / 50) * 100, 9);
    const unreported = factsOf(rows([]), ask()).change;
    expect(unreported?.left).toEqual([{ zone: '甲', committee: '西', why: 'not-before' }]);
    expect(unreported?.points).toBeCloseTo(2, 9);
  });

  it('accuses nobody of not reporting a field it has nothing of', () => {
    const rows = [
      ['甲', '东', day('2018Q3'), 45, 50],
      ['甲', '东', day('2018Q4'), 46, 50],
      ['甲', '西', day('2018Q4'), 2, 10],
      ['乙', '南', day('2018Q3'), 20, 40],
      ['乙', '南', day('2018Q4'), 21, 40],
    ] as const;
    const cube = withCommittees(rows);
    // In the third quarter 西 had enterprises only, and in the fourth 南 has none but these.
    const companies = withCommittees([
      ['甲', '西', day('2018Q3'), 9, 10],
      ['乙', '南', day('2018Q3'), 3, 10],
      ['乙', '南', day('2018Q4'), 3, 10],
    ]);
    const social = cube.cells
      .filter(({ zone, period }) => zone !== '乙' || period !== day('2018Q4'))
      .map((cell) => ({ ...cell, domain: '社会组织' }));
    const both = { ...cube, cells: [...social, ...companies.cells] };
    const { change, reporting } = factsOf(both, ask({ domains: ['社会组织'] }));
    expect(change?.left).toEqual([{ zone: '乙', why: 'nothing-due' }]);
    expect(change?.points).toBeCloseTo((48 / 60 - 45 / 50) * 100, 9);
    expect(reporting.absent).toEqual([]);
    expect(said(both, { domains: ['社会组织'] })).not.toContain('未报送');
  });

  it('tells a base that leapt, parts its effect from the others, and breaks the line', () => {
    const rows = ['2017Q4', '2018Q1', '2018Q2', '2018Q3'].flatMap((period, at) => [
      ['甲', day(period), 150 + at, 200] as const,
      ['乙', day(period), 150 + at, 200] as const,
    ]);
    const cube = cubeOf([...rows, ['甲', day('2018Q4'), 154, 200], ['乙', day('2018Q4'), 170, 320]]);
    const { change } = factsOf(cube, ask());
    expect(change?.scope).toEqual([{ zone: '乙', period: '2018Q4', from: 200, to: 320 }]);
    const total = (324 / 520 - 306 / 400) * 100;
    expect((change?.effect?.rate ?? 0) + (change?.effect?.scope ?? 0)).toBeCloseTo(total, 9);
    expect(change?.effect?.rate).toBeGreaterThan(0);
    expect(said(cube)).toContain('乙区底数由 200 变为 320');
    const periods = ['2018Q1', '2018Q2', '2018Q3', '2018Q4'];
    expect(panelBreaks(cube, ask(), periods)).toEqual([{ period: '2018Q4', causes: ['scope'], came: [], went: [] }]);
    // Nothing tells a widened base from a fallen rate in the zone itself: no change is stated for it alone.
    expect(factsOf(cube, ask({ zones: ['乙'] })).change?.points).toBeNull();
    expect(said(cube, { zones: ['乙'] })).toContain('两期不宜直接相比');
  });

  it('tells a base that leapt while a committee is missing, on what is left, and neither hides nor feigns one', () => {
    const quarters = ['2017Q4', '2018Q1', '2018Q2', '2018Q3'];
    const rows = quarters.flatMap((period) => [
      ['甲', '东', day(period), 50, 100] as const,
      ['甲', '西', day(period), 50, 100] as const,
      ['乙', '南', day(period), 150, 200] as const,
    ]);
    const last = ['甲', '东', day('2018Q4'), 60, 160] as const;
    const cube = withCommittees([...rows, last, ['乙', '南', day('2018Q4'), 152, 200]]);
    const { change } = factsOf(cube, ask());
    expect(change?.left).toEqual([{ zone: '甲', committee: '西', why: 'not-now' }]);
    expect(change?.scope).toEqual([{ zone: '甲', period: '2018Q4', from: 100, to: 160, part: true }]);
    // 乙 rose by one point, which weighs what 乙 weighs in what compares; the rest of the change is the base of 甲.
    const weight = (200 / 300 + 200 / 360) / 2;
    expect(change?.effect?.rate).toBeCloseTo(weight, 9);
    const points = (212 / 360 - 200 / 300) * 100;
    expect(change?.effect?.scope).toBeCloseTo(points - weight, 9);
    expect(said(cube)).toContain('甲区可比部分的底数由 100 变为 160');
    // The missing half alone is no leap, nor is its return.
    const gone = withCommittees([...rows, ['甲', '东', day('2018Q4'), 50, 100], ['乙', '南', day('2018Q4'), 150, 200]]);
    expect(factsOf(gone, ask()).change?.scope).toEqual([]);
    const back = withCommittees([
      ...rows.filter(([, committee, period]) => committee !== '西' || period !== day('2018Q2')),
      ['甲', '东', day('2018Q4'), 50, 100],
      ['甲', '西', day('2018Q4'), 50, 100],
    ]);
    expect(factsOf(back, ask({ comparison: 'year' })).change?.scope).toEqual([]);
    // As many come in as are missing: the zone as a whole looks as it was until the committee is back.
    const swapped = withCommittees([
      ...rows.filter(([, committee, period]) => committee !== '西' || period !== day('2018Q3')),
      ['甲', '东', day('2018Q4'), 60, 200],
      ['甲', '西', day('2018Q4'), 50, 100],
    ]);
    const grown = { ...swapped, cells: swapped.cells.map((cell) => grownIn(cell, day('2018Q3'))) };
    expect(factsOf(grown, ask({ period: '2018Q3' })).change?.scope).toEqual([
      { zone: '甲', period: '2018Q3', from: 100, to: 200, part: true },
    ]);
  });

  it('knows a committee that is missing from one merged into the others by what they took up that counts', () => {
    const quarters = ['2017Q4', '2018Q1', '2018Q2', '2018Q3'];
    const rows = quarters.flatMap((period) => [
      ['甲', '东', day(period), 60, 100] as const,
      ['甲', '西', day(period), 90, 100] as const,
      ['乙', '南', day(period), 70, 100] as const,
    ]);
    const then = (x: number): Cube =>
      withCommittees([...rows, ['甲', '东', day('2018Q4'), x, 200], ['乙', '南', day('2018Q4'), 71, 100]]);
    // As many units as 西 had, and none of them covered: these are not its units.
    const missing = factsOf(then(60), ask()).change;
    expect(missing?.left).toEqual([{ zone: '甲', committee: '西', why: 'not-now' }]);
    expect(missing?.scope).toEqual([{ zone: '甲', period: '2018Q4', from: 100, to: 200, part: true }]);
    expect(missing?.points).toBeCloseTo((131 / 300 - 130 / 200) * 100, 9);
    const merged = factsOf(then(148), ask()).change;
    expect(merged?.left).toEqual([]);
    expect(merged?.scope).toEqual([]);
    expect(merged?.points).toBeCloseTo((219 / 300 - 220 / 300) * 100, 9);
  });

  it('takes a committee that is there for the first time for a part of another, also while rates rise', () => {
    const rows = [
      ['甲', '综', day('2018Q3'), 85, 113],
      ['甲', '东', day('2018Q3'), 427, 559],
      ['甲', '综', day('2018Q4'), 24, 30],
      ['甲', '东', day('2018Q4'), 465, 579],
      ['甲', '新', day('2018Q4'), 78, 91],
    ] as const;
    const { change } = factsOf(withCommittees(rows), ask());
    expect(change?.left).toEqual([]);
    expect(change?.points).toBeCloseTo((567 / 700 - 512 / 672) * 100, 9);
  });

  it('breaks the line between two periods of which nothing compares, and says which', () => {
    const apart = cubeOf([
      ['甲', day('2018Q3'), 90, 100],
      ['乙', day('2018Q4'), 20, 100],
    ]);
    const gaps = panelBreaks(apart, ask(), ['2018Q2', '2018Q3', '2018Q4']);
    expect(gaps).toEqual([{ period: '2018Q4', causes: ['zones'], came: ['乙'], went: ['甲'] }]);
    expect(breaksText(apart, ask(), gaps, nameOf, 'zh')).toBe('2018 年第四季度乙区开始报送、甲区未报送');
  });

  it('says of which kind a line is broken where a zone begins to report it', () => {
    const METRIC = 'meeting_compliance_rate';
    const rows = ['2018Q3', '2018Q4'].flatMap((period) => [
      ['甲', period, 9, 10] as const,
      ['乙', period, 8, 10] as const,
    ]);
    const lessons = cubeOf(rows, METRIC).cells.map((cell) => ({ ...cell, category: '党课' }));
    const groups = cubeOf([['甲', '2018Q4', 2, 30]], METRIC).cells.map((cell) => ({ ...cell, category: '党小组会' }));
    const cube = { ...cubeOf(rows, METRIC), cells: [...lessons, ...groups] };
    const asked = { ...ASK, metric: METRIC };
    const gaps = panelBreaks(cube, asked, ['2018Q3', '2018Q4']);
    expect(gaps.map(({ causes }) => causes)).toEqual([['items']]);
    expect(breaksText(cube, asked, gaps, nameOf, 'zh')).toBe('2018 年第四季度甲区只比两期都有的类别，不计党小组会');
  });

  it('states the two parts of a change so that they add up to it', () => {
    const quarters = ['2017Q4', '2018Q1', '2018Q2', '2018Q3'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 300, max: 420 }), fc.nat(300), (x, n, y) => {
        const rows = quarters.flatMap((period) => [
          ['甲', day(period), 150, 200] as const,
          ['乙', day(period), 110, 208] as const,
        ]);
        const cube = cubeOf([...rows, ['甲', day('2018Q4'), x, 200], ['乙', day('2018Q4'), Math.min(y, n), n]]);
        const text = said(cube);
        const moved = /较上季度(上升|下降) (\d+\.\d+) 个百分点|持平/u.exec(text);
        const parts = /底数变化影响 ([+−]?[\d.]+) 个百分点，其余影响 ([+−]?[\d.]+) 个百分点/u.exec(text);
        expect(parts, text).not.toBeNull();
        const number = (part = '0'): number => Number(part.replace('−', '-'));
        const change = number(moved?.[2]) * (moved?.[1] === '下降' ? -1 : 1);
        const digits = (moved?.[2] ?? '0.0').split('.')[1]?.length ?? 1;
        const sum = number(parts?.[1]) + number(parts?.[2]);
        expect(Math.abs(sum - change), text).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
      }),
      { numRuns: 200, examples: [[28, 313, 299]] },
    );
  });

  it('does not take ordinary growth for a leap', () => {
    const cube = cubeOf(
      ['2017Q3', '2017Q4', '2018Q1', '2018Q2', '2018Q3', '2018Q4'].map(
        (period, at) => ['甲', day(period), 100 + 6 * at, 200 + 12 * at] as const,
      ),
    );
    expect(factsOf(cube, ask()).change?.scope).toEqual([]);
  });
});

describe('who is looked at', () => {
  const zones = ['甲', '乙', '丙', '丁'];
  const periods = Array.from({ length: 12 }, (_, back) => shift('2018Q4', back - 11));
  const cube = cubeOf(
    periods.flatMap((period, at) =>
      zones.map((zone) => [zone, day(period), zone === '丁' ? 140 - 2 * at : 150 + (at % 2), 200] as const),
    ),
  );

  it('keeps all zones as the yardstick of one', () => {
    const facts = factsOf(cube, ask({ zones: ['丁'], peers: zones }));
    expect(facts.parent?.rate).toBeCloseTo((3 * 151 + 118) / 800, 12);
    expect(facts.parent?.verdict).toEqual({ signal: 'significant', side: 'below' });
    const sentence = said(cube, { zones: ['丁'], peers: zones });
    expect(sentence).toContain('本区组织覆盖率 59.0%');
    expect(sentence).toContain('全部 4 个园区为 71.4%，本区低 12.4 个百分点，在各园区中最低（显著）');
    const [first] = watchList(cube, { ...ASK, zones: ['丁'], peers: zones }, nameOf, 'zh').items;
    expect(first?.title).toBe('丁区 组织覆盖率');
    expect(first?.significant).toBe(true);
  });

  it('calls a yardstick all zones only where all have a figure', () => {
    const fewer = { ...cube, cells: cube.cells.filter(({ zone, period }) => zone !== '丙' || period < '2018-10') };
    expect(said(fewer, { zones: ['丁'], peers: zones })).toContain(
      '有数的 3 个园区（共 4 个）为 70.0%，本区低 11.0 个百分点，其中最低（显著）',
    );
    const [first] = watchList(fewer, { ...ASK, zones: ['丁'], peers: zones }, nameOf, 'en').items;
    expect(first?.detail).toContain('11.0 points below the 3 of 4 zones with a figure, the lowest of them');
  });

  it('says how long a rate has fallen, to its true length', () => {
    const facts = factsOf(cube, ask({ zones: ['丁'], peers: zones }));
    expect(facts.run).toBe(11);
    expect(worseningRun(cube, facts, { zones }, { zone: '甲' })).toBeLessThan(2);
    expect(said(cube, { zones: ['丁'], peers: zones })).toContain('连续 11 个季度下降');
  });
});

describe('meetings of other kinds', () => {
  const pattern = (zone: string, period: string, category: string, count: number) => ({
    metric: 'meeting_items_dist',
    zone,
    committee: '',
    domain: '',
    period,
    category,
    numerator: count,
    denominator: null,
  });
  const whole = (zone: string, period: string, x: number, n: number) => ({
    ...pattern(zone, period, '', x),
    metric: 'all_meetings_compliance_rate',
    denominator: n,
  });
  // 乙 begins to report group meetings, which many of its branches lack; what both reported before stays as good.
  const cells = [
    whole('甲', '2018Q3', 90, 100),
    pattern('甲', '2018Q3', '党员大会|无', 90),
    pattern('甲', '2018Q3', '党员大会|党员大会', 10),
    whole('甲', '2018Q4', 91, 100),
    pattern('甲', '2018Q4', '党员大会|无', 91),
    pattern('甲', '2018Q4', '党员大会|党员大会', 9),
    whole('乙', '2018Q3', 95, 100),
    pattern('乙', '2018Q3', '党员大会|无', 95),
    pattern('乙', '2018Q3', '党员大会|党员大会', 5),
    whole('乙', '2018Q4', 60, 100),
    pattern('乙', '2018Q4', '党员大会+党小组会|无', 60),
    pattern('乙', '2018Q4', '党员大会+党小组会|党小组会', 36),
    pattern('乙', '2018Q4', '党员大会+党小组会|党员大会', 4),
  ];
  const cube: Cube = { ...cubeOf([]), cells };
  const facts = factsOf(cube, ask({ metric: 'all_meetings_compliance_rate' }));

  it('are compared on the kinds reported both times, and between zones on those they share', () => {
    expect(facts.change?.points).toBeCloseTo((187 / 200 - 185 / 200) * 100, 9);
    expect(facts.change?.items).toEqual([{ zone: '乙', added: ['党小组会'], dropped: [] }]);
    const member = facts.members.find(({ key }) => key.zone === '乙');
    expect(member?.now).toMatchObject({ numerator: 96, denominator: 100 });
    expect(member && rateOf(member.now)).toBe(0.96);
    const sentence = plain(headline(facts, nameOf, 'zh'));
    expect(sentence).toContain('四季度三会一课全项落实率 75.5%');
    expect(sentence).toContain('乙区增报党小组会');
    expect(sentence).toContain('园区之间按共有的项目比（乙区 96/100）');
    expect(sentence).not.toContain('显著');
  });
});
