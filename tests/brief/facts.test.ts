import { describe, expect, it } from 'vitest';
import { adverse, factsOf, mixMatters, periodAnswered, standingsOf } from '../../src/brief';
import { wilson } from '../../src/stats';
import { sampleCube } from '../ui/sample-cube';
import { ASK, cubeOf } from './cells';

const METRIC = 'org_coverage_rate';
const CUBE = cubeOf([
  ['甲', '2018-12-31', 90, 100],
  ['甲', '2018-09-30', 88, 100],
  ['乙', '2018-12-31', 160, 200],
  ['乙', '2018-09-30', 150, 200],
  ['丙', '2018-12-31', 40, 100],
  ['丁', '2018-12-31', 0, 0],
]);

describe('facts', () => {
  const facts = factsOf(CUBE, { ...ASK, metric: METRIC });

  it('gives the whole as Σx ÷ Σn, never as a mean of rates', () => {
    expect(facts.rate).toBe(290 / 400);
    expect(facts.whole).toMatchObject({ numerator: 290, denominator: 400 });
  });

  it('has the highest member first and an unknown rate last, as unknown', () => {
    expect(facts.members.map((member) => member.key.zone)).toEqual(['甲', '乙', '丙', '丁']);
    expect(facts.members.at(-1)).toMatchObject({ rate: null, interval: null, verdict: null, points: null });
  });

  it('gives changes in percentage points, null where there was nothing before', () => {
    expect(facts.members[0]?.points).toBeCloseTo(2, 10);
    expect(facts.members[2]?.points).toBeNull();
  });

  it('signals exactly where the interval leaves the whole out', () => {
    for (const member of facts.members) {
      const interval = wilson(member.now);
      if (!interval || facts.rate === null) continue;
      const outside = facts.rate < interval.low || facts.rate > interval.high;
      expect(member.verdict?.signal !== 'none', member.id).toBe(outside);
    }
  });

  it('names only the unwanted side', () => {
    expect(adverse(facts).map((member) => member.key.zone)).toEqual(['丙']);
  });

  it('answers a yearly metric for the cycle, and for the last one known', () => {
    const cycles = cubeOf([['甲', '2016', 1, 2]], 'star_rated_rate');
    expect(periodAnswered(cycles, 'star_rated_rate', '2018Q4')).toBe('2016');
    expect(periodAnswered(sampleCube(), 'star_rated_rate', '2018Q2')).toBe('2018');
  });

  it('has no whole where there are no cells', () => {
    expect(factsOf(CUBE, { ...ASK, metric: 'work_coverage_rate' })).toMatchObject({
      whole: null,
      rate: null,
      members: [],
    });
  });
});

describe('standings', () => {
  const facts = factsOf(CUBE, { ...ASK, metric: METRIC });

  it('compares each with all the others together, so that the groups do not overlap', () => {
    const [first] = standingsOf(facts, null, true);
    expect(first?.toWhole).toBeCloseTo(90 - 72.5, 10);
    expect(first?.difference?.difference).toBeCloseTo(0.9 - 200 / 300, 10);
  });

  it('compares with a chosen member, and the member itself with nothing', () => {
    const stands = standingsOf(facts, '乙', true);
    expect(stands[0]?.difference?.difference).toBeCloseTo(0.1, 10);
    expect(stands[1]?.difference).toBeNull();
  });

  it('gives places to rates with a wanted direction only', () => {
    expect(standingsOf(facts, null, true).map(({ place }) => place?.observed)).toEqual([1, 2, 3, undefined]);
    expect(standingsOf(facts, null, false).every(({ place }) => place === null)).toBe(true);
    const counts = factsOf(sampleCube(), { ...ASK, metric: 'party_org_count' });
    expect(standingsOf(counts, null, true).every(({ place }) => place === null)).toBe(true);
  });

  it('says when the mix of domains turns the order round', () => {
    const rows = (zone: string, domain: string, numerator: number, denominator: number) => ({
      metric: METRIC,
      zone,
      committee: '',
      domain,
      period: '2018-12-31',
      category: '',
      numerator,
      denominator,
    });
    const paradox = {
      ...CUBE,
      cells: [rows('甲', 'a', 81, 87), rows('甲', 'b', 192, 263), rows('乙', 'a', 234, 270), rows('乙', 'b', 55, 80)],
    };
    const ask = { ...ASK, metric: METRIC };
    expect(mixMatters(paradox, ask, factsOf(paradox, ask))).toBe(true);
    expect(mixMatters(CUBE, ask, factsOf(CUBE, ask))).toBe(false);
  });
});
