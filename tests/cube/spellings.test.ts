import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cube, EMPTY_CUBE, buildCells, cellsOf, groupCells, prepare, total } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openWithTables } from '../engine';
import { metricById } from '../../src/model';
import { type Fields, fill } from './rows';

/* An organisation is followed over time whatever its lists of different times write: with a code or without, in brackets of either width. */

const FOLLOWED = [
  'star_up_rate',
  'star_down_rate',
  'star_transition',
  'star_new_count',
  'grade_up_rate',
  'grade_down_rate',
  'org_net_new',
  'term_on_time_rate',
  'term_overdue_count',
  'term_due_dist',
  'appraised_rate',
];

const CODES = ['01', '02', '03', '04'];
const WAYS: readonly ((code: string) => string)[] = [
  (code) => `第${code}支部（东街）`,
  (code) => `第${code}支部(东街)`,
  (code) => `第${code} 支部 （东街）`,
  (code) => `第${code.replace('0', '０')}支部(东街）`,
];

/** How one list writes organisations. */
interface Style {
  readonly way: number;
  readonly coded: boolean;
}

const PLAIN: Style = { way: 0, coded: true };

const named = (code: string, { way, coded }: Style): Fields => ({
  zone_id: '甲',
  org_name: WAYS[way]?.(code) ?? code,
  org_id: coded ? code : null,
});

interface Facts {
  readonly stars: readonly (number | null)[][];
  readonly grades: readonly number[][];
  readonly founded: readonly boolean[];
  readonly renewed: readonly boolean[];
}

const CYCLES = ['2016', '2017', '2018'];
const DAYS = ['2017-12-31', '2018-12-31'];

/** The tables of some facts, each list written in its own style. */
function tablesOf({ stars, grades, founded, renewed }: Facts, styles: readonly Style[]): Record<string, Fields[]> {
  const styleOf = (at: number): Style => styles[at] ?? PLAIN;
  return {
    star_rating: CYCLES.flatMap((cycle, nth) =>
      CODES.flatMap((code, at): Fields[] => {
        const star = stars[nth]?.[at];
        return star == null
          ? []
          : [{ ...named(code, styleOf(nth)), cycle, scheme_id: 'p', star_level: star, star_max: 5 }];
      }),
    ),
    grading: CYCLES.slice(1).flatMap((cycle, nth) =>
      CODES.flatMap((code, at): Fields[] => {
        const common = {
          ...named(code, styleOf(3 + nth)),
          cycle,
          grade_rank: grades[nth]?.[at] ?? 1,
          grade_label: '好',
        };
        return [
          { ...common, kind: '分类定级' },
          { ...common, kind: '党建考核', score_total: 80 + at },
        ];
      }),
    ),
    party_org: DAYS.flatMap((day, nth) =>
      CODES.map((code, at): Fields => ({
        ...named(code, styleOf(5 + nth)),
        snapshot_date: day,
        org_type: '支部',
        parent_org_name: '甲党工委',
        founded_date: founded[at] ? '2016-10-01' : '2010-05-01',
        term_start: '2014-06-30',
        term_due: '2017-06-30',
        term_actual: renewed[at] && nth === 1 ? '2017-06-20' : null,
      })),
    ),
  };
}

const facts: fc.Arbitrary<Facts> = fc.record({
  stars: fc.array(fc.array(fc.constantFrom(1, 3, 5, null), { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 3,
  }),
  grades: fc.array(fc.array(fc.constantFrom(1, 2, 3), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 2 }),
  founded: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  renewed: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
});
const style: fc.Arbitrary<Style> = fc.record({ way: fc.nat(3), coded: fc.boolean() });

describe('an organisation under several spellings', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openWithTables();
  });
  afterAll(() => engine.close());

  async function cubeOf(tables: Readonly<Record<string, Fields[]>>): Promise<Cube> {
    for (const [table, rows] of Object.entries(tables)) await fill(engine, table, rows);
    await prepare(engine, { asOf: '2018-12-31' });
    return { ...EMPTY_CUBE, ...(await buildCells(engine, FOLLOWED.map(metricById))) };
  }

  /** Everything counted, whatever committee an organisation is placed under. */
  const told = (cube: Cube): string[] =>
    FOLLOWED.flatMap((metric) =>
      groupCells(cellsOf(cube, metric), ['period', 'category']).map(({ period, category, numerator, denominator }) =>
        [metric, period, category, numerator, denominator].join(' '),
      ),
    ).sort();

  it('moves, is founded, renews its term and is appraised as under one', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(facts, fc.array(style, { minLength: 7, maxLength: 7 }), async (known, styles) => {
        const plain = told(await cubeOf(tablesOf(known, [])));
        expect(told(await cubeOf(tablesOf(known, styles)))).toEqual(plain);
      }),
      { numRuns: 5 },
    );
  });

  it('is two where the two spellings stand side by side', async () => {
    const star = (org_name: string, cycle: string, star_level: number): Fields => ({
      zone_id: '甲',
      org_name,
      cycle,
      scheme_id: 'p',
      star_level,
      star_max: 5,
    });
    const cube = await cubeOf({
      star_rating: [
        star('东街（一）支部', '2017', 5),
        star('东街(一)支部', '2017', 1),
        star('东街（一）支部', '2018', 4),
        star('东街(一)支部', '2018', 3),
      ],
      grading: [],
      party_org: [],
    });
    const sum = (metric: string) => total(cube, { metric, periods: ['2018'] });
    expect(sum('star_up_rate')).toEqual({ numerator: 1, denominator: 2 });
    expect(sum('star_down_rate')).toEqual({ numerator: 1, denominator: 2 });
  });
});
