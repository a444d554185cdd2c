import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ask, REASONS, newsHeadline, newsOf, plain } from '../../src/brief';
import { type Cell, type Cube, EMPTY_CUBE, groupCells, rateOf } from '../../src/cube';
import type { Target } from '../../src/domain';
import { metricById } from '../../src/model';
import { judge } from '../../src/stats';
import { nameOf } from './cells';

const STARS = ['star_rated_rate', 'star_down_rate'] as const;
const DUTIES = ['letter_sign_rate', 'inspection_coverage_rate'] as const;

type Row = readonly [metric: string, zone: string, x: number, n: number];

function cubeOf(rows: readonly Row[], targets: readonly Target[] = []): Cube {
  const cells = rows.map(([metric, zone, numerator, denominator]): Cell => ({
    metric,
    zone,
    committee: '',
    domain: '',
    period: '2018',
    category: '',
    numerator,
    denominator,
  }));
  return { ...EMPTY_CUBE, cells, targets, asOf: '2018-12-31' };
}

const asksOf = (metrics: readonly [string, ...string[]]): [Ask, ...Ask[]] => {
  const [first, ...others] = metrics.map((metric): Ask => ({
    metric,
    period: '2018',
    comparison: 'previous',
    by: 'zone',
  }));
  return [first as Ask, ...others];
};

const target = (metricId: string, value: number): Target => ({
  metricId,
  scope: '',
  period: '',
  target: value,
  amber: null,
  red: null,
  docRef: '',
});

describe('the headline of a page', () => {
  it('is about who moved down, not about a level in which nobody stands out', () => {
    const rows: Row[] = ['甲', '乙', '丙', '丁', '戊'].flatMap((zone) => [
      [STARS[0], zone, 94, 100],
      [STARS[1], zone, zone === '丙' ? 26 : 5, 100],
    ]);
    const news = newsOf(cubeOf(rows), asksOf(STARS));
    expect([news.facts.metric.id, news.reason]).toEqual(['star_down_rate', 'significant']);
    expect(plain(newsHeadline(news, nameOf, 'zh'))).toContain('丙区 26.0%，显著高于其余园区');
  });

  it('is about what is mostly undone before a zone that stands out', () => {
    const rows: Row[] = ['甲', '乙', '丙', '丁'].flatMap((zone) => [
      [DUTIES[0], zone, zone === '甲' ? 20 : 95, 100],
      [DUTIES[1], zone, 42, 100],
    ]);
    const news = newsOf(cubeOf(rows), asksOf(DUTIES));
    expect([news.facts.metric.id, news.reason]).toEqual(['inspection_coverage_rate', 'short']);
    expect(plain(newsHeadline(news, nameOf, 'zh'))).toContain('检查指导覆盖率 42.0%，不到一半');
    expect(plain(newsHeadline(news, nameOf, 'en'))).toContain(
      '42.0% of branches were inspected in 2018, less than half of what is owed',
    );
  });

  it('says how far a missed target is, and nothing of one that is met', () => {
    const rows: Row[] = ['甲', '乙'].map((zone) => [DUTIES[0], zone, 80, 100]);
    const short = newsOf(cubeOf(rows, [target(DUTIES[0], 0.9)]), asksOf(DUTIES));
    expect(short.reason).toBe('short');
    expect(plain(newsHeadline(short, nameOf, 'zh'))).toContain('责任书签订率 80.0%，比目标 90% 低 10.0 个百分点');
    expect(newsOf(cubeOf(rows, [target(DUTIES[0], 0.8)]), asksOf(DUTIES)).reason).toBe('level');
  });

  it('is about the first question where nothing is known, or nothing stands out', () => {
    expect(newsOf(cubeOf([]), asksOf(STARS)).facts.metric.id).toBe(STARS[0]);
    const rows: Row[] = ['甲', '乙'].flatMap((zone) => STARS.map((metric): Row => [metric, zone, 9, 10]));
    expect(newsOf(cubeOf(rows), asksOf(STARS)).facts.metric.id).toBe(STARS[0]);
  });
});

const METRICS = [...STARS, ...DUTIES] as const;
const ZONES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
const part = fc.integer({ min: 0, max: 300 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const rowsOf: fc.Arbitrary<Row[]> = fc
  .array(fc.tuple(fc.constantFrom(...METRICS), fc.constantFrom(...ZONES), part), { maxLength: 40 })
  .map((list) => {
    const once = new Map(list.map(([metric, zone, [x, n]]) => [`${metric} ${zone}`, [metric, zone, x, n] as const]));
    return [...once.values()];
  });
const targetsOf = fc.array(fc.tuple(fc.constantFrom(...METRICS), fc.constantFrom(0.05, 0.5, 0.9, 1)), { maxLength: 2 });

/** What the test of differences holds of a metric: who is on the unwanted side, by how firm the signal. */
function held(cube: Cube, metric: string) {
  const { direction, owed } = metricById(metric);
  const cells = cube.cells.filter((cell) => cell.metric === metric);
  const groups = groupCells(cells, ['zone']);
  const funnel = judge(groups, []);
  const bad = (signal: string): string[] =>
    groups.flatMap(({ zone = '' }, at) => {
      const verdict = funnel?.verdicts[at];
      const unwanted = direction === 'down' ? 'above' : 'below';
      return verdict?.signal === signal && verdict.side === unwanted ? [zone] : [];
    });
  const [whole] = groupCells(cells, []);
  const rate = whole ? rateOf(whole) : null;
  const asked = cube.targets.filter(({ metricId }) => metricId === metric);
  const goal = asked[0]?.target;
  const missed = rate !== null && goal !== undefined && (direction === 'down' ? rate > goal : rate < goal);
  const half = rate !== null && goal === undefined && owed === true && rate < 0.5;
  return { rate, significant: bad('significant'), watch: bad('watch'), short: missed || half, spread: funnel?.refused };
}

it('tells nothing that the test does not hold, and passes over nothing more important', () => {
  fc.assert(
    fc.property(rowsOf, targetsOf, (rows, goals) => {
      const once = new Map(goals);
      const cube = cubeOf(
        rows,
        [...once].map(([metric, value]) => target(metric, value)),
      );
      const { facts, reason } = newsOf(cube, asksOf(METRICS));
      const about = held(cube, facts.metric.id);
      const all = METRICS.map((metric) => held(cube, metric)).filter(({ rate }) => rate !== null);
      const text = plain(newsHeadline(newsOf(cube, asksOf(METRICS)), nameOf, 'zh'));
      if (all.length === 0) {
        expect(facts.metric.id).toBe(METRICS[0]);
        return;
      }
      const first = all.some(({ short }) => short)
        ? 'short'
        : all.some(({ significant }) => significant.length > 0)
          ? 'significant'
          : all.some(({ watch }) => watch.length > 0)
            ? 'watch'
            : null;
      if (first === null) expect(['farthest', 'level']).toContain(reason);
      else expect(reason).toBe(first);
      expect(REASONS).toContain(reason);
      if (reason === 'short') expect(about.short).toBe(true);
      if (reason === 'farthest') expect(about.spread).toBe('too-spread');
      // Whoever is called significant is, and is named or counted in full.
      const clear = /([^；。]*)显著[低高]于其余/u.exec(text)?.[1] ?? '';
      expect(clear === '' ? 0 : 1, text).toBe(about.significant.length > 0 ? 1 : 0);
      for (const zone of ZONES) if (clear.includes(`${zone}区`)) expect(about.significant, text).toContain(zone);
    }),
    { numRuns: 300 },
  );
});
