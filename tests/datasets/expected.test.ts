import { expect, test } from 'vitest';
import { bytesOf, cellsOf, jsonOf } from './plain-reader';
import { recountOrganisations, recountStars, recountUnits } from './recount';

type Pair = [number, number];
interface Coverage {
  org_coverage_rate: Pair;
  org_coverage_area_rate: Pair;
  standalone_build_rate: Pair;
  should_build_built_rate: Pair;
  work_coverage_rate: Pair;
  uncovered_unit_count: number;
}
interface Snapshot {
  party_org_count: Record<string, number>;
  member_count: number;
  branches_by_domain: Record<string, number>;
  park_committees: number;
}
interface Cycle {
  star_rated_rate: Pair;
  star_level_dist: Record<string, number>;
  star_new_count: Record<string, number>;
  star_dim_rate: Record<string, Pair>;
}
interface Zone {
  name: string;
  invented: boolean;
  coverage: {
    byQuarter: Record<string, Coverage>;
    byCommittee: Record<string, Pair>;
    byUnitKind: Record<string, Pair>;
  };
  organisations: {
    bySnapshot: Record<string, Snapshot>;
    byYear: Record<string, { founded: number; dissolved: number; foundedByType: Record<string, number> }>;
  };
  stars: Record<string, Record<string, Cycle>>;
}

const { zones } = jsonOf('expected.json') as { zones: Record<string, Zone> };
const zone = (id: string): Zone => {
  const found = zones[id];
  if (!found) throw new Error(`no zone ${id}`);
  return found;
};

const [head = [], ...body] = cellsOf(bytesOf('published/figures.csv').toString('utf8').slice(1), ',');
const figures = body.map((row) => Object.fromEntries(head.map((h, i) => [h, row[i] ?? ''])));
const published = (zoneId: string, metric: string, category = ''): Record<string, string> => {
  const found = figures.filter((f) => f.zone_id === zoneId && f.metric_id === metric && f.category === category);
  expect(found).toHaveLength(1);
  return found[0] ?? {};
};

test("Xi'an: coverage is exactly the published 81 % by ratio of sums, and rises over all twelve quarters", () => {
  const quarters = Object.values(zone('XAGX').coverage.byQuarter).map((q) => q.org_coverage_rate);
  const [x, n] = quarters[11] ?? [0, 1];
  expect((x * 100) / n).toBe(Number(published('XAGX', 'org_coverage_rate').value));
  const rates = quarters.map(([a, b]) => a / b);
  expect(rates).toHaveLength(12);
  expect(rates.every((rate, i) => i === 0 || rate > (rates[i - 1] ?? 1))).toBe(true);
});

test("Xi'an: 21 organisations founded in 2018, among them 2 general branches and 3 committees; six park committees", () => {
  const year = zone('XAGX').organisations.byYear['2018'];
  expect(year?.founded).toBe(Number(published('XAGX', 'org_net_new', '新建').value));
  expect(year?.foundedByType).toMatchObject({ 总支: 2, 党委: 3 });
  expect(zone('XAGX').organisations.bySnapshot['2018-12-31']?.park_committees).toBe(6);
});

test("Xi'an: newly rated five-star by the province and four-star by the city", () => {
  const cycle = zone('XAGX').stars['shaanxi-5']?.['2018'];
  expect(cycle?.star_new_count['省|5']).toBe(Number(published('XAGX', 'star_new_count', 'shaanxi-5|省|5').value));
  expect(cycle?.star_new_count['市|4']).toBe(Number(published('XAGX', 'star_new_count', 'shaanxi-5|市|4').value));
});

test('Xuzhou: 530 organisations, a little over 13 000 members', () => {
  const last = zone('XZJK').organisations.bySnapshot['2018-12-31'];
  expect(last?.party_org_count.total).toBe(Number(published('XZJK', 'party_org_count').value));
  const members = published('XZJK', 'member_count');
  expect(members.bound).toBe('ge');
  expect(last?.member_count).toBeGreaterThanOrEqual(Number(members.value));
  expect(last?.member_count).toBeLessThan(13_100);
});

test('Changzhi: the 31 office organisations of the speech exist; their grades are those of the grading export', () => {
  const graded = published('CZGX', 'grade_dist', 'three-level|1');
  expect(zone('CZGX').organisations.bySnapshot['2018-12-31']?.branches_by_domain['机关']).toBe(
    Number(graded.denominator),
  );
});

test('a dozen zones and one enterprise; the enterprise has nothing in the scope of coverage', () => {
  const all = Object.values(zones);
  expect(all.filter((z) => z.invented)).toHaveLength(8);
  expect(all.filter((z) => !z.invented)).toHaveLength(5);
  expect(zone('JLRL').coverage.byQuarter['2018Q4']?.org_coverage_rate).toEqual([0, 0]);
});

test('the example is worth comparing: a tiny zone, some far below, a near-full one, a widened denominator', () => {
  const at = (id: string, quarter = '2018Q4'): Pair =>
    zone(id).coverage.byQuarter[quarter]?.org_coverage_rate ?? [0, 0];
  const [x, n] = Object.keys(zones).reduce<Pair>((sum, id) => [sum[0] + at(id)[0], sum[1] + at(id)[1]], [0, 0]);
  const z = (id: string): number => (at(id)[0] / at(id)[1] - x / n) / Math.sqrt(((x / n) * (1 - x / n)) / at(id)[1]);
  expect(at('BYCY')[1]).toBe(12);
  expect(
    Object.keys(zones)
      .filter((id) => at(id)[1] > 0 && z(id) < -1.96)
      .sort(),
  ).toEqual(['CYJK', 'QLJK', 'WSGX']);
  expect(z('JYGX')).toBeGreaterThan(3.09);
  expect(at('QLJK', '2017Q3')[1] / at('QLJK', '2017Q2')[1]).toBeGreaterThan(1.4);
});

test('named stars in Jiyuan and four invented zones, every cycle', () => {
  const named = Object.entries(zones).filter(([, z]) => z.stars['five-named']);
  expect(named.map(([id]) => id).sort()).toEqual(['BYCY', 'CYJK', 'JYGX', 'QLJK', 'XCJK']);
  for (const [, z] of named) expect(Object.keys(z.stars['five-named'] ?? {})).toEqual(['2016', '2017', '2018']);
});

test('committees and unit kinds add up to the zone', () => {
  for (const z of Object.values(zones)) {
    const whole = z.coverage.byQuarter['2018Q4']?.org_coverage_rate;
    for (const parts of [z.coverage.byCommittee, z.coverage.byUnitKind]) {
      expect(Object.values(parts).reduce<Pair>((s, p) => [s[0] + p[0], s[1] + p[1]], [0, 0])).toEqual(whole);
    }
  }
});

test('coverage recounted from the cells of the files equals the expected values, zone by zone, quarter by quarter', () => {
  const counted = recountUnits();
  for (const [id, { coverage }] of Object.entries(zones)) {
    for (const [quarter, c] of Object.entries(coverage.byQuarter)) {
      const { n = 0, built = 0, own = 0, should = 0, area = 0, worked = 0 } = counted[id]?.[quarter] ?? {};
      expect([
        id,
        quarter,
        [built, n],
        [built + area, n],
        [own, n],
        [built, built + should],
        [worked, n],
        n - worked,
      ]).toEqual([
        id,
        quarter,
        c.org_coverage_rate,
        c.org_coverage_area_rate,
        c.standalone_build_rate,
        c.should_build_built_rate,
        c.work_coverage_rate,
        c.uncovered_unit_count,
      ]);
    }
  }
});

test('organisations recounted from the cells of the last registers equal the expected values', () => {
  const counted = recountOrganisations();
  for (const [id, { organisations }] of Object.entries(zones)) {
    const last = organisations.bySnapshot['2018-12-31'];
    expect([id, counted[id]?.active, counted[id]?.members]).toEqual([
      id,
      last?.party_org_count.total,
      last?.member_count,
    ]);
    for (const [year, events] of Object.entries(organisations.byYear)) {
      expect([id, year, counted[id]?.founded[year] ?? 0]).toEqual([id, year, events.founded]);
      expect([id, year, counted[id]?.dissolved[year] ?? 0]).toEqual([id, year, events.dissolved]);
    }
  }
  expect(counted.XAGX?.parks).toBe(6);
});

test('ratings recounted from the cells of the files equal the expected values', () => {
  const counted = recountStars();
  const stars = {
    dim_political: '政治星',
    dim_learning: '学习星',
    dim_development: '发展星',
    dim_service: '服务星',
    dim_integrity: '廉洁星',
  };
  let cycles = 0;
  for (const [id, { stars: schemes }] of Object.entries(zones)) {
    for (const [scheme, byCycle] of Object.entries(schemes)) {
      for (const [cycle, expected] of Object.entries(byCycle)) {
        const found = counted[`${id}|${scheme}|${cycle}`] ?? {};
        cycles += 1;
        expect([id, scheme, cycle, found.rated, found.eligible]).toEqual([
          id,
          scheme,
          cycle,
          ...expected.star_rated_rate,
        ]);
        for (const [name, count] of Object.entries(expected.star_level_dist))
          expect(found[name], `${id} ${cycle} ${name}`).toBe(count);
        for (const [name, count] of Object.entries(expected.star_new_count)) {
          expect(found[`new ${name}`], `${id} ${cycle} new ${name}`).toBe(count);
        }
        for (const [dim, [won, of]] of Object.entries(expected.star_dim_rate)) {
          const star = stars[dim as keyof typeof stars];
          expect([found[`${star} won`] ?? 0, found[`${star} of`] ?? 0]).toEqual([won, of]);
        }
      }
    }
  }
  expect(cycles).toBe(14 * 3);
});

test('capped schemes keep their caps: five stars at most a tenth, five and four together at most four tenths', () => {
  for (const id of ['YLGX', 'STGX']) {
    for (const { star_rated_rate, star_level_dist } of Object.values(zone(id).stars['five-level-capped'] ?? {})) {
      const [rated] = star_rated_rate;
      const five = star_level_dist['市|5'] ?? 0;
      expect(five).toBeGreaterThan(0);
      expect(five / rated).toBeLessThanOrEqual(0.1);
      expect((five + (star_level_dist['市|4'] ?? 0)) / rated).toBeLessThanOrEqual(0.4);
    }
  }
});

test('every published figure names its document, its words and its bound; what is doubtful says so in both languages', () => {
  expect(figures.length).toBeGreaterThan(70);
  expect(new Set(figures.map((f) => f.id)).size).toBe(figures.length);
  for (const f of figures) {
    expect(['eq', 'ge', 'approx']).toContain(f.bound);
    expect(Number.isFinite(Number(f.value)) && f.value !== '').toBe(true);
    // By a name a reader knows it by, not by a file.
    expect(f.source_document).toMatch(/\p{Script=Han}{4}/u);
    expect(f.source_document).not.toMatch(/\.\w+$/u);
    expect(f.quote_zh).not.toBe('');
    expect(f.doubt_note_zh === '').toBe(f.doubt_note_en === '');
  }
});
