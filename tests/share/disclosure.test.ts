import { expect, test } from 'vitest';
import { type Cell, type Cube, type Disclosure, EMPTY_CUBE, LEVELS } from '../../src/cube';
import { contains, joinCategory } from '../../src/domain';
import { METRICS, countsOrganisations, countsPersons } from '../../src/model';
import { disclosed } from '../../src/share';
import { Attacker, type Terms } from './attacker';
import { chanceOf } from '../truth/chance';
import { inventedCube } from './invented-cubes';

const FEW = 5;
/** An attacker who knows a number to within this has it. */
const NEAR = 2;
const PEOPLE = ['unit_member_count', 'review_attendance_rate', 'admitted_count'];
const AGAINST = ['backward_share'];

const isFew = (count: number): boolean => count > 0 && count < FEW;
const rankOf = (category: string): number => Number(category.split('|').at(-1));

/** What is unknown to an attacker: numerators and denominators of the finest cells there can be. */
const unknown = (
  side: 'n' | 'd',
  cell: Pick<Cell, 'metric' | 'committee' | 'domain' | 'period' | 'category'>,
): string => [side, cell.metric, cell.committee, cell.domain, cell.period, cell.category].join('\n');

const RANKS = [1, 2, 3, 4];

/** Every grade, and every move from grade to grade, there can be: an attacker does not know which nobody has. */
function gradesOf(cell: Cell): Cell[] {
  if (cell.metric === 'grade_dist') return RANKS.map((rank) => ({ ...cell, category: `four-level|${rank}` }));
  if (cell.metric !== 'grade_transition') return [];
  return RANKS.flatMap((before) => RANKS.map((now) => ({ ...cell, category: `four-level|${before}|${now}` })));
}

/** Every finest cell of a zone that the files let one think of, counted or not. */
function finest(cube: Cube, zone: string): Cell[] {
  const own = cube.cells.filter((cell) => cell.zone === zone);
  const committees = [...new Set(own.map(({ committee }) => committee))];
  const domains = [...new Set(own.map(({ domain }) => domain))];
  const kinds = new Map(
    [...cube.cells, ...cube.cells.flatMap(gradesOf)].map((cell) => [
      [cell.metric, cell.period, cell.category].join('\n'),
      cell,
    ]),
  );
  const known = new Map(own.map((cell) => [unknown('n', cell), cell]));
  return [...kinds.values()].flatMap((kind) =>
    committees.flatMap((committee) =>
      domains.map((domain): Cell => {
        const cell = { ...kind, zone, committee, domain };
        const nothing = { numerator: 0, denominator: kind.denominator === null ? null : 0 };
        return known.get(unknown('n', cell)) ?? { ...cell, ...nothing };
      }),
    ),
  );
}

/** Whether a cell of the finest is in a published one, by what the file says of itself. */
function standsFor(published: Cell, { merged, joined }: Disclosure): (cell: Cell) => boolean {
  const together = merged.find(({ metric, zone }) => metric === published.metric && zone === published.zone);
  const of =
    (name: string) =>
    (value: string): boolean =>
      name.startsWith('各')
        ? true
        : name.startsWith('其余')
          ? together?.units.includes(value) === true
          : name === value;
  const [inCommittee, inDomain] = [of(published.committee), of(published.domain)];
  const rank = joined.find(
    ({ metric, partition }) => metric === published.metric && published.category.startsWith(`${partition}|`),
  )?.rank;
  return (cell) =>
    cell.metric === published.metric &&
    inCommittee(cell.committee) &&
    inDomain(cell.domain) &&
    contains(published.period, cell.period) &&
    (cell.category === published.category ||
      (rank !== undefined && rankOf(published.category) === rank && rankOf(cell.category) >= rank));
}

const sum = (cells: readonly Cell[], side: 'n' | 'd', factor = 1): [string, number][] =>
  cells.map((cell) => [unknown(side, cell), factor]);

/** What anybody knows of how metrics hang together, at one place and time. */
function hangsTogether(at: (metric: string, category?: string) => Cell | undefined, cells: readonly Cell[]): Terms[] {
  const all = (metric: string): Cell[] => cells.filter((cell) => cell.metric === metric);
  const equal = (...terms: readonly (readonly [string, number])[][]): Terms => new Map(terms.flat());
  const one = (metric: string, side: 'n' | 'd', factor: number, category?: string): [string, number][] => {
    const cell = at(metric, category);
    return cell ? [[unknown(side, cell), factor]] : [];
  };
  const found: Terms[] = [];
  if (at('org_coverage_rate')) {
    found.push(
      equal(one('org_coverage_rate', 'd', 1), one('org_coverage_rate', 'n', -1), one('uncovered_unit_count', 'n', -1)),
      equal(one('org_coverage_rate', 'n', 1), sum(all('coverage_mode_dist'), 'n', -1)),
    );
  }
  if (at('graded_rate')) {
    const moved = (is: (before: number, now: number) => boolean): Cell[] =>
      all('grade_transition').filter(({ category }) => {
        const [, before, now] = category.split('|').map(Number);
        return is(before ?? 0, now ?? 0);
      });
    found.push(
      equal(one('graded_rate', 'n', 1), sum(all('grade_dist'), 'n', -1)),
      equal(one('advanced_share', 'd', 1), one('graded_rate', 'n', -1)),
      equal(one('backward_share', 'd', 1), one('graded_rate', 'n', -1)),
      equal(one('advanced_share', 'n', 1), one('grade_dist', 'n', -1, 'four-level|1')),
      equal(one('backward_share', 'n', 1), one('grade_dist', 'n', -1, 'four-level|4')),
      equal(
        one('grade_up_rate', 'n', 1),
        sum(
          moved((before, now) => now < before),
          'n',
          -1,
        ),
      ),
      equal(
        one('grade_down_rate', 'n', 1),
        sum(
          moved((before, now) => now > before),
          'n',
          -1,
        ),
      ),
      ...[1, 2, 3, 4].map((rank) =>
        equal(
          one('grade_dist', 'n', 1, `four-level|${rank}`),
          sum(
            moved((_, now) => now === rank),
            'n',
            -1,
          ),
        ),
      ),
    );
  }
  return found.filter((terms) => terms.size > 0);
}

/** An attacker with all files of a zone. What he takes for known must be so, else he proves nothing. */
async function withAll(files: readonly Cube[], cells: readonly Cell[], zone: string): Promise<Attacker> {
  const attacker = await Attacker.open();
  const truth = new Map(
    cells.flatMap((cell) => [
      [unknown('n', cell), cell.numerator],
      [unknown('d', cell), cell.denominator ?? 0],
    ]),
  );
  const learn = (why: unknown, terms: Terms, value: number): void => {
    const is = [...terms].reduce((all, [name, factor]) => all + factor * (truth.get(name) ?? NaN), 0);
    if (is !== value) throw new Error(`not so: ${JSON.stringify(why)} is ${is}, not ${value}`);
    attacker.learn(terms, value);
  };
  for (const cell of cells)
    if (cell.denominator === null) attacker.bound(new Map(sum([cell], 'n')));
    else attacker.bound(new Map([...sum([cell], 'd'), ...sum([cell], 'n', -1)]));
  const metrics = new Set(cells.map(({ metric }) => metric));
  const places = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = [cell.committee, cell.domain, cell.period].join('\n');
    places.set(key, [...(places.get(key) ?? []), cell]);
  }
  for (const own of places.values()) {
    const at = (metric: string, category?: string): Cell | undefined =>
      own.find((cell) => cell.metric === metric && (category === undefined || cell.category === category));
    for (const terms of hangsTogether(at, own)) learn([...terms], terms, 0);
  }
  for (const { cells: told, disclosure } of files)
    for (const cell of told) {
      if (cell.zone !== zone || !disclosure || !metrics.has(cell.metric)) continue;
      const inside = cells.filter(standsFor(cell, disclosure));
      learn(cell, new Map(sum(inside, 'n')), cell.numerator);
      if (cell.denominator !== null) learn(cell, new Map(sum(inside, 'd')), cell.denominator);
    }
  return attacker;
}

interface Hidden {
  readonly what: string;
  readonly terms: Terms;
  readonly value: number;
}

const total = (cells: readonly Cell[], side: 'n' | 'd'): number =>
  cells.reduce((all, cell) => all + (side === 'n' ? cell.numerator : (cell.denominator ?? 0)), 0);

/**
 * The numbers of committees, of domains and of the zone that no file may give away: what few there are of anything, people on either
 * side, and what is held against somebody.
 */
function hiddenOf(cells: readonly Cell[]): Hidden[] {
  return (['committee', 'domain', 'zone'] as const).flatMap((by) => {
    const groups = new Map<string, Cell[]>();
    for (const cell of cells) {
      const key = [by, cell.metric, cell[by], cell.period, cell.category].join(' ');
      groups.set(key, [...(groups.get(key) ?? []), cell]);
    }
    return [...groups].flatMap(([what, own]): Hidden[] => {
      const { metric = '', category = '', denominator = null } = own[0] ?? {};
      const [n, d] = [total(own, 'n'), total(own, 'd')];
      const isDelicate = PEOPLE.includes(metric) || AGAINST.includes(metric);
      const isLowest = metric === 'grade_dist' && category === 'four-level|4';
      const found: Hidden[] = [];
      if (denominator !== null && isFew(d)) found.push({ what: `${what} d`, terms: new Map(sum(own, 'd')), value: d });
      if ((isDelicate || isLowest) && isFew(n))
        found.push({ what: `${what} n`, terms: new Map(sum(own, 'n')), value: n });
      if (PEOPLE.includes(metric) && denominator !== null && isFew(d - n)) {
        const terms = new Map([...sum(own, 'd'), ...sum(own, 'n', -1)]);
        found.push({ what: `${what} d-n`, terms, value: d - n });
      }
      return found;
    });
  });
}

const FAMILIES = [
  ['org_coverage_rate', 'uncovered_unit_count', 'coverage_mode_dist', 'unit_member_count'],
  [
    'graded_rate',
    'grade_dist',
    'advanced_share',
    'backward_share',
    'grade_transition',
    'grade_up_rate',
    'grade_down_rate',
  ],
  ['review_attendance_rate', 'admitted_count'],
  ['rect_on_time_rate'],
];

/** How many hidden numbers of each family and zone are attacked: chosen by the seed. */
const ATTACKED = 4;

async function attacked(seed: number): Promise<{ tried: number; known: string[] }> {
  const cube = inventedCube(seed);
  const random = chanceOf(seed + 1).next;
  const files = LEVELS.filter((level) => level !== 'internal').map((level) => disclosed(cube, level));
  const known: string[] = [];
  let tried = 0;
  for (const { id: zone } of cube.zones)
    for (const family of FAMILIES) {
      const cells = finest({ ...cube, cells: cube.cells.filter(({ metric }) => family.includes(metric)) }, zone);
      const hidden = hiddenOf(cells)
        .map((one) => [random(), one] as const)
        .sort(([a], [b]) => a - b)
        .slice(0, ATTACKED);
      if (hidden.length === 0) continue;
      const attacker = await withAll(files, cells, zone);
      for (const [, { what, terms, value }] of hidden) {
        tried += 1;
        const [least, most] = attacker.range(terms);
        if (value - least <= NEAR + 1e-6 && most - value <= NEAR + 1e-6)
          known.push(`seed ${seed} ${zone}: ${what} = ${value}, between ${least} and ${most}`);
      }
      attacker.close();
    }
  return { tried, known };
}

const CUBES = Number(process.env.CUBES ?? 1000);

test(`${CUBES} random cubes: who adds and subtracts all files given out knows no hidden number within ±${NEAR}`, async () => {
  let tried = 0;
  const known: string[] = [];
  for (let seed = 1; seed <= CUBES; seed++) {
    const found = await attacked(seed);
    tried += found.tried;
    known.push(...found.known);
  }
  expect(known).toEqual([]);
  expect(tried).toBeGreaterThan(CUBES * 5);
});

test('who is given sums of committees beside the whole, one of them left out, knows the one: the attacker is able', async () => {
  const cube = inventedCube(3);
  const [{ id: zone } = { id: '' }] = cube.zones;
  const metric = 'org_coverage_rate';
  const cells = finest({ ...cube, cells: cube.cells.filter((cell) => cell.metric === metric) }, zone);
  const attacker = await Attacker.open();
  const committees = [...new Set(cells.map(({ committee }) => committee))];
  attacker.learn(new Map(sum(cells, 'd')), total(cells, 'd'));
  for (const committee of committees.slice(1)) {
    const own = cells.filter((cell) => cell.committee === committee);
    attacker.learn(new Map(sum(own, 'd')), total(own, 'd'));
  }
  const hidden = cells.filter(({ committee }) => committee === committees[0]);
  const [least, most] = attacker.range(new Map(sum(hidden, 'd')));
  attacker.close();
  expect([Math.round(least), Math.round(most)]).toEqual([total(hidden, 'd'), total(hidden, 'd')]);
});

const OTHERS = LEVELS.filter((level) => level !== 'internal');

test.each(OTHERS)(
  '%s: totals stay as they are, nothing few is told, and the order of cells does not matter',
  (level) => {
    for (let seed = 1; seed <= 40; seed++) {
      const cube = inventedCube(seed);
      const given = disclosed(cube, level);
      const sums = (cells: readonly Cell[]): Map<string, [number, number]> => {
        const found = new Map<string, [number, number]>();
        for (const { metric, zone, numerator, denominator } of cells) {
          const [n, d] = found.get(`${metric} ${zone}`) ?? [0, 0];
          found.set(`${metric} ${zone}`, [n + numerator, d + (denominator ?? 0)]);
        }
        return found;
      };
      const before = sums(cube.cells);
      for (const [key, now] of sums(given.cells)) expect([key, now]).toEqual([key, before.get(key)]);
      for (const { metric, numerator, denominator } of given.cells) {
        if (denominator !== null) expect([metric, isFew(denominator)]).toEqual([metric, false]);
        if (PEOPLE.includes(metric) || AGAINST.includes(metric))
          expect([metric, isFew(numerator)]).toEqual([metric, false]);
      }
      const key = (cell: Cell): string => JSON.stringify(Object.values(cell));
      const turned = disclosed({ ...cube, cells: [...cube.cells].reverse() }, level);
      expect(turned.cells.map(key).sort()).toEqual(given.cells.map(key).sort());
    }
  },
);

test('a rate over meetings is told for the same periods as what tells the meetings, else it would compare different ones', () => {
  const at = { zone: 'Z', committee: 'Z党委', domain: '非公' };
  const cells = ['2018Q1', '2018Q2'].flatMap((period): Cell[] => [
    { ...at, metric: 'all_meetings_compliance_rate', period, category: '', numerator: 5, denominator: 6 },
    ...['党课', '党课+支委会'].map((due) => {
      const category = joinCategory(due, '无');
      return { ...at, metric: 'meeting_items_dist', period, category, numerator: 3, denominator: null };
    }),
  ]);
  const given = disclosed({ ...EMPTY_CUBE, cells }, 'public');
  expect(
    given.cells.map(({ metric, period, numerator, denominator }) => [metric, period, numerator, denominator]),
  ).toEqual([
    ['all_meetings_compliance_rate', '2018H1', 10, 12],
    ['meeting_items_dist', '2018H1', 6, null],
    ['meeting_items_dist', '2018H1', 6, null],
  ]);
});

test('every metric is known by what it counts', () => {
  const of = (is: (metric: (typeof METRICS)[number]) => boolean): string[] => METRICS.filter(is).map(({ id }) => id);
  expect(of((metric) => metric.against === true)).toEqual([
    'backward_share',
    'weak_listed_count',
    'weak_turnaround_rate',
  ]);
  expect(of(countsPersons).sort()).toMatchInlineSnapshot(`
    [
      "activist_count",
      "admitted_count",
      "applicant_count",
      "attendance_rate",
      "confirm_on_time_rate",
      "dev_target_count",
      "dues_on_time_rate",
      "member_count",
      "review_attendance_rate",
      "training_hours_rate",
      "unit_member_count",
    ]
  `);
  expect(of(countsOrganisations).sort()).toMatchInlineSnapshot(`
    [
      "advanced_share",
      "all_meetings_compliance_rate",
      "appraisal_count",
      "appraisal_level_dist",
      "appraised_rate",
      "backward_share",
      "branch_size_exception_rate",
      "contact_rate",
      "criterion_rate",
      "grade_dist",
      "grade_down_rate",
      "grade_transition",
      "grade_up_rate",
      "graded_rate",
      "hierarchy_link_rate",
      "high_star_share",
      "inspection_coverage_rate",
      "meeting_items_dist",
      "member_unknown_count",
      "org_life_review_rate",
      "org_net_new",
      "org_setting_dist",
      "party_org_count",
      "review_level_dist",
      "star_cap_use",
      "star_dim_rate",
      "star_down_rate",
      "star_level_dist",
      "star_new_count",
      "star_rated_rate",
      "star_transition",
      "star_up_rate",
      "talks_rate",
      "term_due_dist",
      "term_on_time_rate",
      "term_overdue_count",
      "weak_listed_count",
      "weak_turnaround_rate",
    ]
  `);
});
