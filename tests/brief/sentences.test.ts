import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Ask, asHeadline, countedNote, factsOf, finding, headline, plain, watchList } from '../../src/brief';
import { type Cell, type Cube, EMPTY_CUBE } from '../../src/cube';
import { percentText } from '../../src/domain';
import { nameOf } from './cells';

/*
 * Random small cubes: zones that report once or never, denominators of nothing, one zone, one committee, bases that leap. Every percentage a
 * sentence holds is one of the cube's, counted again by plain code over the sets it may be of, and sentences of one page agree.
 */

const RATES = ['org_coverage_rate', 'should_build_built_rate', 'work_coverage_rate'] as const;
const QUARTERS = ['2017Q4', '2018Q1', '2018Q2', '2018Q3', '2018Q4'];
const DAYS = ['2017-12-31', '2018-03-31', '2018-06-30', '2018-09-30', '2018-12-31'];
const ZONES = ['甲', '乙', '丙', '丁'];

const part = fc.integer({ min: 0, max: 120 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const cubes: fc.Arbitrary<Cube> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...RATES),
      fc.constantFrom(...ZONES),
      fc.constantFrom('东', '西'),
      fc.constantFrom(...DAYS),
      part,
    ),
    { minLength: 1, maxLength: 70 },
  )
  .map((rows) => {
    const cells = new Map<string, Cell>();
    for (const [metric, zone, committee, period, [numerator, denominator]] of rows)
      cells.set([metric, zone, committee, period].join(' '), {
        metric,
        zone,
        committee: `${zone}${committee}`,
        domain: '非公企业',
        period,
        category: '',
        numerator,
        denominator,
      });
    const zones = ZONES.map((id) => ({ id, name: `${id}区`, type: '园区', note: '' }));
    return { ...EMPTY_CUBE, cells: [...cells.values()], zones, asOf: '2018-12-31' };
  });

const named = (key: { readonly zone?: string; readonly committee?: string }): string => key.committee ?? nameOf(key);

/** The rate of some cells as it is written; a dash of nothing. */
function rateOf(cells: readonly Cell[]): string {
  const [x, n] = cells.reduce(([a, b], cell) => [a + cell.numerator, b + (cell.denominator ?? 0)], [0, 0]);
  return n === 0 ? '—' : percentText(x / n).replace(/\s?%/u, '');
}

/** All subsets of some names: a comparison may leave any of them out, with its name. */
const subsets = (names: readonly string[]): string[][] =>
  names.reduce<string[][]>((all, name) => [...all, ...all.map((some) => [...some, name])], [[]]);

/** Every rate a sentence about some zones may hold, of the period answered. */
function allowed(cube: Cube, metric: string, day: string): Set<string> {
  const own = cube.cells.filter((cell) => cell.metric === metric && cell.period === day);
  const committees = [...new Set(own.map(({ committee }) => committee))];
  return new Set(subsets(committees).map((some) => rateOf(own.filter(({ committee }) => some.includes(committee)))));
}

const asks: fc.Arbitrary<Omit<Ask, 'metric'>> = fc
  .record({
    period: fc.constantFrom(...QUARTERS.slice(1)),
    comparison: fc.constantFrom('previous', 'year', 'none'),
    one: fc.constantFrom(...ZONES, null),
  })
  .map(({ period, comparison, one }) => ({
    period,
    comparison,
    by: one === null ? 'zone' : 'committee',
    zones: one === null ? ZONES : [one],
    peers: ZONES,
  }));

const percentages = (text: string): string[] => [...text.matchAll(/(\d[\d.]*)%/gu)].map(([, figure = '']) => figure);

it('every percentage said is of the cube, and sentences of one page agree', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(cubes, asks, fc.constantFrom(...RATES), (cube, ask, metric) => {
      const facts = factsOf(cube, { ...ask, metric });
      const rates = allowed(cube, metric, DAYS[QUARTERS.indexOf(facts.period)] ?? '');
      for (const locale of ['zh', 'en'] as const) {
        const text = plain(headline(facts, named, locale));
        for (const figure of percentages(text)) expect([...rates], text).toContain(figure);
        const title = finding(facts, named, locale) ?? '';
        const stands = /(?:低于其余|below the others)/u;
        const isCalm = /均无|no \w+ stands out/u.test(title);
        // The title of the figure says that nobody stands out just where the headline names nobody.
        if (title !== '' && isCalm) expect([title, stands.test(text)]).toEqual([title, false]);
        if (title !== '' && !isCalm && stands.test(title)) expect([text, stands.test(text)]).toEqual([text, true]);
        for (const member of facts.members) {
          const name = named(member.key);
          if (stands.test(title) && !isCalm && title.includes(name)) expect(text).toMatch(stands);
        }
        for (const item of watchList(cube, { ...ask, period: facts.period }, named, locale).items) {
          const at = allowed(cube, item.metric, DAYS[QUARTERS.indexOf(item.period)] ?? '');
          for (const figure of percentages(item.figure)) expect([...at], item.title).toContain(figure);
          const isSame =
            item.metric === metric && item.member !== null && item.significant !== null && item.period === facts.period;
          // Whoever is on the watch list with a signal is not among those that cannot be told apart.
          if (isSame) expect([item.title, stands.test(text)]).toEqual([item.title, true]);
        }
      }
    }),
    { numRuns: 250 },
  );
});

it('a headline and what stands beneath it say all of the sentence, once; its news holds no note of whose figure it is', () => {
  fc.assert(
    fc.property(cubes, asks, fc.constantFrom(...RATES), fc.constantFrom('zh', 'en'), (cube, ask, metric, locale) => {
      const sentence = headline(factsOf(cube, { ...ask, metric }), named, locale);
      const whole = plain(sentence);
      const { news, basis } = asHeadline(sentence);
      const words = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join('');
      expect(words(plain(news) + basis.join(' '))).toBe(words(whole));
      expect(plain(news)).toMatch(/^[\p{L}\p{N}].*[。.]$/su);
      expect(plain(news)).not.toMatch(/[；;，,]\s?[；;，,。.]/u);
      const notes = [...plain(news).matchAll(/[（(](.+?)[）)]/gu)].map(([, note]) => note);
      for (const note of notes) expect(note).not.toMatch(/园区中|放宽|可比|截至|zones reported|tests allow|up to/u);
    }),
    { numRuns: 300 },
  );
});

it('names a zone that reported partly in counts under a figure, whatever part that is', () => {
  const cell = (committee: string, domain: string, counted?: true): Cell => ({
    metric: 'org_coverage_rate',
    zone: '甲',
    committee,
    domain,
    period: '2018-12-31',
    category: '',
    numerator: 3,
    denominator: 5,
    ...(counted && { counted }),
  });
  const note = (cells: readonly Cell[], locale: 'zh' | 'en' = 'zh'): string =>
    countedNote({ ...EMPTY_CUBE, cells }, { metric: 'org_coverage_rate' }, ['2018Q4'], nameOf, locale);
  expect(note([cell('东', '非公企业'), cell('西', '非公企业', true)])).toBe('甲区的西为汇总数，不能下钻。');
  const within = [cell('东', '非公企业'), cell('东', '社会组织', true)];
  expect(note(within)).toBe('甲区的一部分为汇总数，不能下钻。');
  expect(note(within, 'en')).toBe('part of 甲区: reported as counts, with no rows to open.');
});
