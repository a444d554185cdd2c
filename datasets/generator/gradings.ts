import { lastDayOf } from './grading-cycle';
import { GRADE_LABELS, type GradeScheme, GRADING_PLANS, type GradingPlan, WEAK_PLANS } from './grading-rules';
import { activeOn } from './organisation-maker';
import { type Random, randomFrom } from './random';
import type { Org, ZoneTruth } from './truth';

/** One organisation in one grading cycle. `rank` is null where it was not graded, whatever `label` says. */
export interface Grading {
  readonly org: Org;
  readonly cycle: string;
  readonly scheme: GradeScheme;
  readonly version: string;
  readonly rank: number | null;
  readonly label: string;
  readonly self: number;
  readonly mass: number;
  readonly superior: number;
  readonly total: number;
  readonly satisfaction: number;
}

/** One organisation on a list of weak ones. `turned` is null where the list does not say. */
export interface WeakOrg {
  readonly org: Org;
  readonly cycle: string;
  readonly turned: boolean | null;
  readonly satisfaction: number;
}

const BRANCHES = new Set(['支部', '联合支部']);
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const toHalf = (value: number): number => Math.round(value * 2) / 2;
/** About normal, standard deviation 1. */
const spread = (random: Random): number => (random.next() + random.next() + random.next() - 1.5) * 2;

function rankOf(plan: GradingPlan, scheme: GradeScheme, superior: number, satisfaction: number): number {
  const labels = GRADE_LABELS[scheme].length;
  const at = plan.cutoffs.slice(0, labels - 1).findIndex((cutoff) => superior >= cutoff);
  const rank = at < 0 ? labels : at + 1;
  // Of four grades, the two best ask for nine in ten to be satisfied.
  return scheme === 'four-level' && satisfaction < 0.9 ? Math.max(3, rank) : rank;
}

type Scored = Omit<Grading, 'rank' | 'label'>;

/** Places given by number: the best take the first grade, the next the second, the others the last. */
function placed(rows: readonly Scored[], places: readonly number[]): Map<string, number> {
  const order = [...rows].sort((a, b) => b.superior - a.superior || (a.org.key < b.org.key ? -1 : 1));
  const [first = 0, second = 0] = places;
  return new Map(order.map((row, at) => [row.org.key, at < first ? 1 : at < first + second ? 2 : 3]));
}

function gradeZone(plan: GradingPlan, orgs: readonly Org[], random: Random): Grading[] {
  const quality = new Map(orgs.map((org) => [org.key, spread(random) * 6]));
  const cycles = plan.stretches.flatMap((stretch) => stretch.cycles.map((cycle) => ({ ...stretch, cycle })));
  return cycles.flatMap(({ cycle, scheme, version }, nth) => {
    const [from, to] = plan.mean;
    const mean = from + ((to - from) * nth) / Math.max(1, cycles.length - 1);
    const subjects = orgs.filter(
      (org) =>
        BRANCHES.has(org.type) &&
        activeOn(org, lastDayOf(cycle)) &&
        (plan.subject === 'all' || plan.subject.includes(org.domain)),
    );
    const scored = subjects.map((org): Scored => {
      const superior = toHalf(clamp(mean + (quality.get(org.key) ?? 0) + spread(random) * 2.5, 48, 99));
      const mass = toHalf(clamp(superior + 1 + spread(random) * 3, 45, 100));
      const self = toHalf(clamp(superior + plan.bias + spread(random) * 2, 50, 100));
      const satisfaction =
        Math.round(clamp(0.93 + (superior - 82) / 120 + spread(random) * 0.02, 0.5, 1) * 1000) / 1000;
      const total = Math.round((self * 0.2 + mass * 0.3 + superior * 0.5) * 10) / 10;
      return { org, cycle, scheme, version, self, mass, superior, total, satisfaction };
    });
    const places = plan.places?.[cycle];
    const ranks = places ? placed(scored, places) : null;
    return scored.map((row, at): Grading => {
      const skipped = plan.ungraded && at % plan.ungraded.every === plan.ungraded.every - 1;
      if (skipped && plan.ungraded) return { ...row, rank: null, label: plan.ungraded.word };
      const rank = ranks?.get(row.org.key) ?? rankOf(plan, scheme, row.superior, row.satisfaction);
      return { ...row, rank, label: GRADE_LABELS[scheme][rank - 1] ?? '' };
    });
  });
}

/** The gradings of a zone, cycle by cycle; none where it has no plan. */
export function gradingsOf({ zone, orgs }: ZoneTruth): Grading[] {
  const plan = GRADING_PLANS.find((known) => known.zone === zone);
  return plan ? gradeZone(plan, orgs, randomFrom(`${zone} gradings`)) : [];
}

/** The yearly lists of weak organisations of a zone: those not turned around stay on the next one. */
export function weakOf({ zone, orgs }: ZoneTruth): WeakOrg[] {
  const plan = WEAK_PLANS.find((known) => known.zone === zone);
  if (!plan) return [];
  const random = randomFrom(`${zone} weak`);
  let left: readonly Org[] = [];
  return ['2016', '2017', '2018'].flatMap((cycle) => {
    const here = orgs.filter((org) => BRANCHES.has(org.type) && activeOn(org, lastDayOf(cycle)));
    const stayed = left.filter((org) => here.includes(org));
    const fresh = random.shuffled(here.filter((org) => !stayed.includes(org)));
    const listed = [...stayed, ...fresh].slice(0, Math.max(stayed.length, Math.round(here.length * plan.share)));
    const rows = listed.map((org): WeakOrg => {
      const turned = random.chance(plan.turned);
      const unsaid = random.chance(0.03);
      return { org, cycle, turned: unsaid ? null : turned, satisfaction: random.int(38, 59) / 100 };
    });
    left = rows.filter(({ turned }) => turned === false).map(({ org }) => org);
    return rows;
  });
}
