import { describe, expect, it } from 'vitest';
import { changeWords, factsOf, headline, plain, reportedBy } from '../../src/brief';
import { type Cube } from '../../src/cube';
import { ASK, cubeOf, nameOf } from './cells';

/* Rows that state no zone are in the figures, and are no zone: however many there are, and whenever, as many zones are counted as without them. */

type Row = readonly [string, string, number, number];

const NOW = ['甲', '乙', '丙'].map((zone, at): Row => [zone, '2018Q4', 20 + at, 50]);
const BEFORE = ['甲', '乙', '丁'].map((zone, at): Row => [zone, '2018Q3', 10 + at, 40]);
const LOST: readonly (readonly Row[])[] = [
  [['', '2018Q4', 3, 9]],
  [['', '2018Q3', 3, 9]],
  [
    ['', '2018Q3', 2, 7],
    ['', '2018Q4', 3, 9],
  ],
  [['', '2017Q1', 2, 7]],
];
const ALL = ['甲', '乙', '丙', '丁'];

/** Who is counted in a figure, its change and its place among the others. */
function counted(cube: Cube, zones: readonly string[]) {
  const facts = factsOf(cube, { ...ASK, metric: 'org_coverage_rate', zones });
  const one = factsOf(cube, { ...ASK, metric: 'org_coverage_rate', zones: ['甲'], peers: zones });
  const words = (['zh', 'en'] as const).map((locale) => {
    const { partly } = facts.change ? changeWords(facts.change, '', nameOf, locale) : { partly: '' };
    return [reportedBy(facts, locale), partly.match(/\d+(?= 个(?:园区|）))|\d+ of \d+|one zone of \d+/gu)];
  });
  return { words, of: one.parent?.of, zones: one.parent?.zones, place: one.parent?.place };
}

describe.each(LOST.map((rows) => [rows.map(([, period]) => period).join(' '), rows] as const))(
  'rows without a zone in %s',
  (_, rows) => {
    const [without, cube] = [cubeOf([...NOW, ...BEFORE]), cubeOf([...NOW, ...BEFORE, ...rows])];
    it('are no zone where zones are counted', () => {
      const expected = counted(without, ALL);
      expect(expected.words[0]).toEqual(['4 个园区中 3 个报送', ['2', '4']]);
      expect(counted(cube, [...ALL, ''])).toEqual(expected);
    });
    it('are in the figure, and nobody who did not report', () => {
      const facts = factsOf(cube, { ...ASK, metric: 'org_coverage_rate', zones: [...ALL, ''] });
      const now = rows.filter(([, period]) => period === '2018Q4');
      expect(facts.whole?.denominator).toBe(150 + now.reduce((sum, [, , , units]) => sum + units, 0));
      const { partly } = facts.change ? changeWords(facts.change, '', nameOf, 'zh') : { partly: '' };
      expect(partly).not.toMatch(/(^|[（、])区(对比期)?未报送/u);
    });
    it('are none of those that cannot be told apart', () => {
      const said = (locale: 'zh' | 'en'): string =>
        plain(headline(factsOf(cube, { ...ASK, metric: 'org_coverage_rate', zones: [...ALL, ''] }), nameOf, locale));
      expect(said('zh')).toContain('三个园区与其余分不出高低');
      expect(said('en')).toContain('the 3 zones cannot be told apart');
    });
  },
);

it('says of what part a change is where only rows without a zone can be compared', () => {
  const cube = cubeOf([
    ['甲', '2018Q4', 20, 50],
    ['乙', '2018Q3', 10, 40],
    ['', '2018Q3', 2, 7],
    ['', '2018Q4', 3, 9],
  ]);
  const { change } = factsOf(cube, { ...ASK, metric: 'org_coverage_rate', zones: ['甲', '乙', ''] });
  const { partly } = change ? changeWords(change, '上季度', nameOf, 'zh') : { partly: '' };
  expect(partly).toMatch(/^按两期可比的部分为 33\.3%/u);
});
