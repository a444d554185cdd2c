import { CYCLES, endOf, LAST, QUARTERS, yearEnd } from './calendar';
import { membersAt } from './member-sums';
import { ORG_HABITS } from './org-habits';
import { activeOn } from './organisation-maker';
import { DIMS, type Mode, type Org, type Rating, type Unit, type UnitState } from './truth';
import { UNIT_HABITS } from './unit-habits';
import { WIDE_ZONE } from './wide-unit-file';
import type { ZoneContext } from './zone-context';

/*
 * What a right reading of the files must give, counted here in plain loops over the rows in memory: no product code, no
 * SQL. The definitions are those of docs/metrics.md.
 */

type Pair = readonly [numerator: number, denominator: number];
type Means = 'instructor' | 'liaison' | 'massOrg';

const OWN: readonly Mode[] = ['单独党委', '单独总支', '单独支部'];
const isBuilt = (mode: Mode): boolean => OWN.includes(mode) || mode === '联合支部';

/** The means of work coverage a zone's files have a column for. */
function statedMeans(zone: string): readonly Means[] {
  if (zone === WIDE_ZONE) return ['instructor', 'liaison'];
  const fields = UNIT_HABITS.find((h) => h.zone === zone)?.columns.map(([field]) => field) ?? [];
  const pairs = [
    ['instructor', 'instructor'],
    ['liaison', 'liaison'],
    ['mass', 'massOrg'],
  ] as const;
  return pairs.filter(([field]) => fields.includes(field)).map(([, means]) => means);
}

interface InScope {
  readonly unit: Unit;
  readonly state: UnitState;
  readonly mode: Mode;
}

/** Operating non-public and social units whose coverage mode is stated. */
function scopeAt(units: readonly Unit[], quarter: number): InScope[] {
  return units.flatMap((unit) => {
    const state = unit.states[quarter];
    if (!state || state.operating !== '运营' || state.mode === null || unit.kind === '国企') return [];
    return [{ unit, state, mode: state.mode }];
  });
}

function tally(keys: readonly string[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const key of [...keys].sort()) out[key] = (out[key] ?? 0) + 1;
  return out;
}

function coverage(rows: readonly InScope[], means: readonly Means[]) {
  const n = rows.length;
  const built = rows.filter((r) => isBuilt(r.mode)).length;
  const should = rows.filter((r) => r.mode === '未建-应建').length;
  const worked = rows.filter((r) => isBuilt(r.mode) || means.some((m) => r.state[m])).length;
  const pair = (x: number, of: number): Pair => [x, of];
  return {
    org_coverage_rate: pair(built, n),
    org_coverage_area_rate: pair(built + rows.filter((r) => r.mode === '区域行业覆盖').length, n),
    standalone_build_rate: pair(rows.filter((r) => OWN.includes(r.mode)).length, n),
    should_build_built_rate: pair(built, built + should),
    work_coverage_rate: pair(worked, n),
    uncovered_unit_count: n - worked,
    coverage_mode_dist: tally(rows.map((r) => r.mode)),
  };
}

function grouped(rows: readonly InScope[], keyOf: (row: InScope) => string): Record<string, Pair> {
  const out: Record<string, Pair> = {};
  for (const key of [...new Set(rows.map(keyOf))].sort()) {
    const own = rows.filter((r) => keyOf(r) === key);
    out[key] = [own.filter((r) => isBuilt(r.mode)).length, own.length];
  }
  return out;
}

function coverageOf({ plan, truth, committeeName }: ZoneContext) {
  const means = statedMeans(plan.id);
  const last = scopeAt(truth.units, LAST);
  return {
    byQuarter: Object.fromEntries(QUARTERS.map((quarter, q) => [quarter, coverage(scopeAt(truth.units, q), means)])),
    /** Organisation coverage at the end of the span. */
    byUnitKind: grouped(last, (r) => r.unit.kind),
    byCommittee: grouped(last, (r) => committeeName(r.unit.committee, LAST)),
  };
}

/** Quarters a zone's register of organisations has a snapshot for. */
function snapshotQuarters(zone: string): number[] {
  const yearEnds = ORG_HABITS.find((h) => h.zone === zone)?.yearEnds ?? false;
  return QUARTERS.map((_, q) => q).filter((q) => !yearEnds || q % 4 === 3);
}

function organisationsAt(orgs: readonly Org[], quarter: number) {
  const active = orgs.filter((o) => activeOn(o, endOf(quarter)));
  const members = membersAt(orgs, quarter);
  const leaves = active.filter((o) => members.get(o.key)?.leaf);
  return {
    party_org_count: { total: active.length, ...tally(active.map((o) => o.type)) },
    member_count: leaves.reduce((sum, o) => sum + (members.get(o.key)?.total ?? 0), 0),
    branches_by_domain: tally(active.filter((o) => o.type === '支部' || o.type === '联合支部').map((o) => o.domain)),
    park_committees: active.filter((o) => o.type === '党委' && o.setting === '园区').length,
  };
}

function eventsIn(orgs: readonly Org[], year: number) {
  const from = String(year);
  const founded = orgs.filter((o) => o.founded?.startsWith(from));
  const dissolved = orgs.filter((o) => o.dissolved?.startsWith(from));
  return {
    org_net_new: founded.length - dissolved.length,
    founded: founded.length,
    foundedByType: tally(founded.map((o) => o.type)),
    dissolved: dissolved.length,
    dissolvedByType: tally(dissolved.map((o) => o.type)),
  };
}

function organisationsOf({ plan, truth }: ZoneContext) {
  return {
    bySnapshot: Object.fromEntries(snapshotQuarters(plan.id).map((q) => [endOf(q), organisationsAt(truth.orgs, q)])),
    byYear: Object.fromEntries(CYCLES.map((year) => [String(year), eventsIn(truth.orgs, year)])),
  };
}

function cycleOf(rows: readonly Rating[]) {
  const rated = rows.filter((r) => r.status === '评定');
  const levels = rated.filter((r) => r.level !== null);
  const newly = levels.filter((r) => (r.level ?? 0) >= 1 && (r.previous === null || r.previous < (r.level ?? 0)));
  const name = (r: Rating): string => `${r.awarding}|${r.level}`;
  const assessed = rated.filter((r) => r.dims !== null);
  return {
    listed: rows.length,
    star_rated_rate: [rated.length, rows.filter((r) => r.status !== '新建不定星').length],
    /** Awarding level and star level → organisations. Never added up over awarding levels. */
    star_level_dist: tally(levels.map(name)),
    star_new_count: tally(newly.map(name)),
    star_dim_rate:
      assessed.length === 0
        ? {}
        : Object.fromEntries(DIMS.map((dim) => [dim, [assessed.filter((r) => r.dims?.[dim]).length, assessed.length]])),
  };
}

function starsOf({ truth }: ZoneContext) {
  const schemes = [...new Set(truth.ratings.map((r) => r.scheme))].sort();
  return Object.fromEntries(
    schemes.map((scheme) => [
      scheme,
      Object.fromEntries(
        CYCLES.map((cycle) => [
          String(cycle),
          cycleOf(truth.ratings.filter((r) => r.scheme === scheme && r.cycle === cycle)),
        ]),
      ),
    ]),
  );
}

/** The expected values of every zone, for the committed `expected.json`. */
export function expectedValues(zones: readonly ZoneContext[]) {
  return {
    note: '示例数据：由生成器对内存中的行独立计算（不经产品代码）。Pairs are [numerator, denominator].',
    asOf: endOf(yearEnd(2018)),
    quarters: QUARTERS,
    zones: Object.fromEntries(
      zones.map((context) => [
        context.plan.id,
        {
          name: context.plan.name,
          type: context.plan.type,
          invented: context.plan.invented,
          coverage: coverageOf(context),
          organisations: organisationsOf(context),
          stars: starsOf(context),
        },
      ]),
    ),
  };
}
