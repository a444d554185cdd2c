import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cube, EMPTY_CUBE, binsOf, buildCells, prepare, rateOf, rollUp, total } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { metricById } from '../../src/model';
import { quartilesOfBins } from '../../src/stats';
import { type Fields, fill } from '../cube/rows';
import { openWithTables } from '../engine';

let engine: Engine;

beforeAll(async () => {
  engine = await openWithTables();
});

afterAll(() => engine.close());

const METRICS = [
  'graded_rate',
  'grade_dist',
  'advanced_share',
  'backward_share',
  'grade_transition',
  'grade_up_rate',
  'grade_down_rate',
  'assessor_gap',
  'weak_listed_count',
  'weak_turnaround_rate',
].map(metricById);

async function cubeOf(rows: readonly Fields[]): Promise<Cube> {
  await fill(
    engine,
    'grading',
    rows.map((row) => ({ zone_id: '甲', kind: '分类定级', scheme_id: '3级', ...row })),
  );
  await prepare(engine, { asOf: '2018-12-31' });
  const { cells } = await buildCells(engine, METRICS);
  return { ...EMPTY_CUBE, cells };
}

const pair = (cube: Cube, metric: string, period: string): [number, number | null] | null => {
  const found = total(cube, { metric, periods: [period] });
  return found && [found.numerator, found.denominator];
};

it('gives the same word another rank in another scheme', async () => {
  const cube = await cubeOf([
    { org_id: '1', cycle: '2018', grade_label: '一般' },
    { org_id: '2', cycle: '2018', grade_label: '一般', scheme_id: '4级' },
    { org_id: '3', cycle: '2018', grade_label: '差', scheme_id: 'four-level' },
    { org_id: '4', cycle: '2018', grade_label: 'A级', scheme_id: 'ABCD' },
    { org_id: '5', cycle: '2018', grade_label: '先进党组织' },
  ]);
  const groups = rollUp(cube, { metric: 'grade_dist', periods: ['2018'], by: ['category'] });
  expect(Object.fromEntries(groups.map((group) => [group.category, group.numerator]))).toEqual({
    'three-level|2': 1,
    'four-level|3': 1,
    'four-level|4': 1,
    'letters|1': 1,
    'three-level|1': 1,
  });
});

it('never guesses the rank of a word the scheme does not know, and counts it apart', async () => {
  const cube = await cubeOf([
    { org_id: '1', cycle: '2018', grade_label: '先进' },
    { org_id: '2', cycle: '2018', grade_label: '较好' },
    { org_id: '3', cycle: '2018', grade_label: null },
    { org_id: '4', cycle: '2018', grade_label: '暂缓', grade_rank: 2 },
    { org_id: '5', cycle: '2018', grade_label: '一般', grade_rank: 7 },
  ]);
  expect(pair(cube, 'advanced_share', '2018')).toEqual([1, 2]);
  expect(pair(cube, 'graded_rate', '2018')).toEqual([2, 5]);
});

it('does not say which grade is the lowest of a scheme nobody declared', async () => {
  const cube = await cubeOf([
    { org_id: '1', cycle: '2018', scheme_id: '本地办法', grade_label: '优', grade_rank: 1 },
    { org_id: '2', cycle: '2018', scheme_id: '本地办法', grade_label: '良', grade_rank: 2 },
  ]);
  expect(pair(cube, 'advanced_share', '2018')).toEqual([1, 2]);
  const low = total(cube, { metric: 'backward_share', periods: ['2018'] });
  expect(low && rateOf(low)).toBeNull();
});

it('counts a zone that changes its standard within a year once, by its last cycle', async () => {
  const cube = await cubeOf([
    { org_id: '1', cycle: '2018H1', standard_version: '旧', grade_label: '先进' },
    { org_id: '2', cycle: '2018H1', standard_version: '旧', grade_label: '先进' },
    { org_id: '1', cycle: '2018', standard_version: '新', grade_label: '一般' },
    { org_id: '2', cycle: '2018', standard_version: '新', grade_label: '先进' },
  ]);
  expect(pair(cube, 'advanced_share', '2018')).toEqual([1, 2]);
  expect(pair(cube, 'advanced_share', '2018H1')).toEqual([2, 2]);
  expect(pair(cube, 'grade_up_rate', '2018')).toEqual([0, 0]);
});

it('compares with the cycle right before, under the same scheme and standard only', async () => {
  const cube = await cubeOf([
    { org_id: '1', cycle: '2017', grade_label: '一般' },
    { org_id: '1', cycle: '2018H1', grade_label: '先进' },
    { org_id: '1', cycle: '2018', grade_label: '后进' },
    { org_id: '2', cycle: '2017', grade_label: '先进' },
    // Not graded in the half-year: the year before is not the cycle before.
    { org_id: '2', cycle: '2018', grade_label: '一般' },
    { org_id: '3', cycle: '2017', grade_label: '先进', scheme_id: '4级', grade_rank: 1 },
    { org_id: '3', cycle: '2018', grade_label: '一般' },
  ]);
  expect(pair(cube, 'grade_up_rate', '2018H1')).toEqual([1, 1]);
  expect(pair(cube, 'grade_up_rate', '2018')).toEqual([1, 2]);
  expect(pair(cube, 'grade_down_rate', '2018')).toEqual([1, 2]);
  const moves = rollUp(cube, { metric: 'grade_transition', periods: ['2018'], by: ['category'] });
  const moved = moves.filter(({ numerator }) => numerator > 0).map(({ category }) => category);
  expect(moved.sort()).toEqual(['three-level|1|3', 'three-level|2|1']);
});

it('keeps the gap between self and superior as it is, below zero too', async () => {
  const gaps = [-1.2, 0, 0.2, 0.3, 4.5];
  const cube = await cubeOf([
    ...gaps.map((gap, at) => ({ org_id: String(at), cycle: '2018', score_self: 90 + gap, score_superior: 90 })),
    { org_id: '9', cycle: '2018', score_self: 99, score_superior: null },
  ]);
  const groups = rollUp(cube, { metric: 'assessor_gap', periods: ['2018'], by: ['category'] });
  const bins = binsOf(metricById('assessor_gap'), groups);
  expect(bins).toEqual([
    { value: -1.2, count: 1 },
    { value: 0, count: 1 },
    { value: 0.2, count: 1 },
    { value: 0.3, count: 1 },
    { value: 4.5, count: 1 },
  ]);
  expect(quartilesOfBins(bins)).toEqual({ lower: 0, median: 0.2, upper: 0.3, size: 5 });
  expect(() => binsOf(metricById('grade_dist'), groups)).toThrow('grade_dist');
});

it('weak organisations: turned around ÷ those whose outcome is stated; all that are listed are counted', async () => {
  const weak = { kind: '软弱涣散', cycle: '2018' } as const;
  const cube = await cubeOf([
    { ...weak, org_id: '1', turnaround: '转化' },
    { ...weak, org_id: '2', turnaround: '未转化' },
    { ...weak, org_id: '3', turnaround: null },
    { org_id: '4', cycle: '2018', grade_label: '先进' },
  ]);
  expect(pair(cube, 'weak_turnaround_rate', '2018')).toEqual([1, 2]);
  expect(pair(cube, 'weak_listed_count', '2018')).toEqual([3, null]);
  expect(pair(cube, 'graded_rate', '2018')).toEqual([1, 1]);
});

it('the five-star quota: five-star organisations ÷ (largest share × rated); no quota without a cap', async () => {
  const star = { zone_id: '甲', cycle: '2018', awarding_level: '市', star_max: 5, rated_status: '评定' } as const;
  await fill(engine, 'star_rating', [
    ...Array.from({ length: 20 }, (_, at) => ({
      ...star,
      org_id: `c${at}`,
      scheme_id: 'five-level-capped',
      star_level: at === 0 ? 5 : 3,
    })),
    { ...star, org_id: 'n', scheme_id: 'five-level-capped', star_level: null, rated_status: '未参评' },
    { ...star, org_id: 'f', scheme_id: 'five-level-90', star_level: 5 },
  ]);
  await prepare(engine, { asOf: '2018-12-31' });
  const { cells } = await buildCells(engine, [metricById('star_cap_use')]);
  const found = rollUp({ ...EMPTY_CUBE, cells }, { metric: 'star_cap_use', periods: ['2018'], by: ['category'] });
  const capped = found.find(({ category }) => category === 'five-level-capped|市');
  expect(capped?.numerator).toBe(1);
  expect(capped?.denominator).toBeCloseTo(2, 12);
  expect(capped && rateOf(capped)).toBeCloseTo(0.5, 12);
  expect(found.filter(({ denominator }) => (denominator ?? 0) > 0)).toHaveLength(1);
});
