import { describe, expect, it } from 'vitest';
import {
  type Matter,
  type WatchList,
  factsOf,
  headline,
  lede,
  mattersOf,
  overviewFinding,
  periodText,
  plain,
  watchList,
} from '../../src/brief';
import { type Cube } from '../../src/cube';
import { WATCHED } from '../../src/brief/watch';
import { foremost } from '../../src/brief/matters';
import { metricById } from '../../src/model';
import { ASK, cubeOf, nameOf } from './cells';

/** Everything could be looked at. */
const ALL_KNOWN = { targets: true, owed: 'all' } as const;

/* A figure of another time than was asked for says so, wherever it stands; what is named as the most is; what is counted has its own name. */

const ZONES = ['甲', '乙', '丙', '丁', '戊'];
const LOCALES = ['zh', 'en'] as const;

/** Figures of one period in which one zone is far below the others. */
const lowIn = (metric: string, period: string): Cube =>
  cubeOf(
    ZONES.map((zone) => [zone, period, zone === '丙' ? 20 : 90, 100] as const),
    metric,
  );

describe.each(WATCHED)('%s, known for an earlier time only', (metric) => {
  const yearly = metricById(metric).grain === 'year';
  const then = yearly ? '2016' : '2016Q4';
  const cube = lowIn(metric, then);
  it.each(LOCALES)('is dated in the list, the finding and the counts, in %s', (locale) => {
    const when = periodText(then, locale);
    const watch = watchList(cube, ASK, nameOf, locale);
    expect(watch.items.length).toBeGreaterThan(0);
    for (const { detail } of watch.items) expect(detail).toContain(when);
    const matters = mattersOf(cube, ASK, nameOf, locale);
    for (const { detail } of matters) expect(detail).toContain(when);
    const finding = plain(overviewFinding(matters, watch, ASK, locale, ALL_KNOWN));
    expect(finding).toContain(locale === 'zh' ? '为以前时期的数' : 'from earlier periods');
    for (const { said } of matters.slice(0, 3))
      expect(finding).toContain(`${said}${locale === 'zh' ? '（' : ' ('}${when}`);
    expect(plain(headline(factsOf(cube, { ...ASK, metric }), nameOf, locale))).toContain(when);
    const counts = lede(cube, ASK, nameOf, locale);
    if (counts !== '') expect(counts).toContain(when);
    // Of the period asked for nothing is said of other times.
    const now = lowIn(metric, yearly ? '2018' : '2018Q4');
    const found = watchList(now, ASK, nameOf, locale);
    expect(plain(overviewFinding([], found, ASK, locale, ALL_KNOWN))).not.toMatch(/以前时期|earlier/u);
  });
});

it('counts those of earlier times among the others', () => {
  const [old, now] = [lowIn('org_coverage_rate', '2017Q4'), lowIn('work_coverage_rate', '2018Q4')];
  const watch = watchList({ ...now, cells: [...now.cells, ...old.cells] }, ASK, nameOf, 'zh');
  expect(plain(overviewFinding([], watch, ASK, 'zh', ALL_KNOWN))).toBe(
    '2018 年第四季度：各园区中有 2 处比其余差（其中 1 处为以前时期的数）。',
  );
  expect(plain(overviewFinding([], watch, ASK, 'en', ALL_KNOWN))).toBe(
    'Q4 2018: 2 figures are worse in one zone than in the others (1 of them from earlier periods).',
  );
});

describe('who has the most', () => {
  it.each([
    [[9, 8, 7, 6], 3, [9, 8, 7]],
    [[9, 8, 8, 8], 3, [9]],
    [[8, 8, 8, 7], 3, [8, 8, 8]],
    [[8, 8, 8, 8], 3, []],
    [[5, 0, 0], 2, [5]],
    [[1, 3, 2, 3], 2, [3, 3]],
    [[3, 3, 3], 2, []],
    [[], 2, []],
  ])('%j, at most %d: %j', (counts, most, named) => {
    expect(
      foremost(
        counts.map((count) => ({ count })),
        most,
      ).map(({ count }) => count),
    ).toEqual(named);
  });

  it('is said of nobody where others have as many, in the list and under the headline', () => {
    const gaps = (counts: readonly number[]): Cube =>
      cubeOf(
        ZONES.map((zone, at) => [zone, '2018Q4', 100 - (counts[at] ?? 0), 100] as const),
        'should_build_built_rate',
      );
    const said = (counts: readonly number[]): string[] => {
      const cube = gaps(counts);
      const [matter] = mattersOf(cube, ASK, nameOf, 'zh');
      return [matter?.detail ?? '', lede(cube, ASK, nameOf, 'zh')];
    };
    expect(said([9, 5, 5, 5, 1])).toEqual(['最多的是甲区 9 家', '应建未建 25 家，最多的是甲区 9 家。']);
    expect(said([5, 5, 5, 5, 5])).toEqual(['', '应建未建 25 家。']);
    expect(said([7, 6, 5, 0, 0])).toEqual([
      '最多的是甲区 7 家、乙区 6 家、丙区 5 家',
      '应建未建 18 家，最多的是甲区 7 家、乙区 6 家。',
    ]);
    // The two with the most have less than half of it all.
    expect(lede(gaps([7, 6, 5, 5, 5]), ASK, nameOf, 'en')).toContain('the most in 甲区 (7) and 乙区 (6)');
  });
});

describe('meetings not all held', () => {
  const cube = cubeOf(
    [
      ['甲', '2018Q3', 6, 10],
      ['甲', '2018Q4', 7, 10],
      ['乙', '2018Q3', 9, 10],
      ['乙', '2018Q4', 9, 10],
    ],
    'all_meetings_compliance_rate',
  );
  const owed = (period: string, locale: 'zh' | 'en'): Matter | undefined =>
    mattersOf(cube, { ...ASK, period, comparison: 'none' }, nameOf, locale)[0];
  const NONE: WatchList = { items: [], tests: 0, byChance: null };

  it('are those of branches in a quarter, of branch-quarters in a longer time', () => {
    expect(owed('2018Q4', 'zh')).toMatchObject({ figure: '4 个支部', detail: '最多的是甲区 3 个支部、乙区 1 个支部' });
    expect(owed('2018', 'zh')).toMatchObject({
      figure: '9 个支部季次',
      detail: '最多的是甲区 7 个支部季次、乙区 2 个支部季次',
    });
    const said = (period: string): string => {
      const matter = owed(period, 'en');
      return plain(overviewFinding(matter ? [matter] : [], NONE, { period, by: 'zone' }, 'en', ALL_KNOWN));
    };
    expect(said('2018Q4')).toBe('Q4 2018: to be dealt with: 4 branches short of their meetings.');
    expect(said('2018')).toBe('2018: to be dealt with: 9 branch-quarters short of their meetings.');
    const rate = (period: string): string =>
      plain(
        headline(
          factsOf(cube, { ...ASK, period, comparison: 'none', metric: 'all_meetings_compliance_rate' }),
          nameOf,
          'en',
        ),
      );
    expect(rate('2018Q4')).toContain('80.0% of branches held all the meetings they owed in Q4 2018');
    expect(rate('2018')).toContain('77.5% of branch-quarters had all the meetings owed held in 2018');
  });
});
