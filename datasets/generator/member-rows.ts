import { endOf, QUARTERS } from './calendar';
import { membersAt } from './member-sums';
import type { MemberPlan } from './member-plans';
import { activeOn, parentAt } from './organisation-maker';
import { type Random, randomFrom } from './random';
import type { Org, ZoneTruth } from './truth';

/** The totals of one organisation at a quarter's end; the yearly ones only in the last quarter of a year. */
export interface MemberRow {
  readonly org: Org;
  readonly quarter: number;
  /** Members at the beginning and at the end of the quarter. */
  readonly begin: number;
  readonly end: number;
  readonly applicants: number;
  readonly activists: number;
  readonly targets: number;
  readonly admitted: number;
  /** Members owing dues and paying on time in each of the three months. */
  readonly dues: readonly (readonly [due: number, paid: number])[];
  readonly yearly: Yearly | null;
}

/** What is counted once a year. */
export interface Yearly {
  readonly dueConfirm: number;
  readonly confirmed: number;
  readonly hoursBase: number;
  readonly hoursMet: number;
  readonly secBase: number;
  readonly secMet: number;
  readonly reviewDue: number;
  readonly reviewAttended: number;
}

/** How many of `n` things happen, each with the same probability. */
const some = (n: number, probability: number, random: Random): number => {
  let found = 0;
  for (let i = 0; i < n; i += 1) if (random.chance(probability)) found += 1;
  return found;
};

/** A share of a number of members, rounded by chance so that small organisations have something now and then. */
const share = (members: number, hundredth: number, random: Random): number =>
  Math.floor((members * hundredth) / 100 + random.next());

function reporters(plan: MemberPlan, truth: ZoneTruth, quarter: number): Org[] {
  const [root] = truth.orgs;
  const active = truth.orgs.filter((org) => org !== root && activeOn(org, endOf(quarter)));
  return plan.reporters === 'committees'
    ? active.filter((org) => (org.type === '党委' || org.type === '党工委') && parentAt(org, quarter) === root?.key)
    : active.filter((org) => org.type === '支部' || org.type === '联合支部');
}

/** Branches at or below an organisation, for the number of secretaries. */
function branchesUnder(org: Org, truth: ZoneTruth, quarter: number): number {
  const day = endOf(quarter);
  const isUnder = (one: Org): boolean => {
    for (let at: string | null = one.key; at !== null;) {
      if (at === org.key) return true;
      const key: string = at;
      const found: Org | undefined = truth.orgs.find((other) => other.key === key);
      at = found ? parentAt(found, quarter) : null;
    }
    return false;
  };
  return truth.orgs.filter(
    (one) => (one.type === '支部' || one.type === '联合支部') && activeOn(one, day) && isUnder(one),
  ).length;
}

function yearlyOf(plan: MemberPlan, members: number, probation: number, secretaries: number, random: Random): Yearly {
  const [short, shortSecretaries] = plan.short;
  const missed = some(members, short, random);
  const absent = some(members, plan.absent, random);
  return {
    dueConfirm: probation,
    confirmed: probation - some(probation, plan.lateConfirm, random),
    hoursBase: members,
    hoursMet: members - missed,
    secBase: secretaries,
    secMet: secretaries - some(secretaries, shortSecretaries, random),
    reviewDue: members,
    reviewAttended: members - absent,
  };
}

/** The totals of every reporting organisation of a zone, quarter by quarter. */
export function memberRows(plan: MemberPlan, truth: ZoneTruth): MemberRow[] {
  const random = randomFrom(`${plan.zone} members`);
  const [applicants, activists, targets] = plan.recruiting;
  const [first, last] = plan.late;
  return QUARTERS.flatMap((_, quarter) => {
    const now = membersAt(truth.orgs, quarter);
    const before = quarter === 0 ? now : membersAt(truth.orgs, quarter - 1);
    const late = first + ((last - first) * quarter) / (QUARTERS.length - 1);
    return reporters(plan, truth, quarter).map((org): MemberRow => {
      const end = now.get(org.key)?.total ?? 0;
      const probation = now.get(org.key)?.probation ?? 0;
      return {
        org,
        quarter,
        begin: before.get(org.key)?.total ?? 0,
        end,
        applicants: share(end, applicants, random),
        activists: share(end, activists, random),
        targets: share(end, targets, random),
        admitted: share(end, targets / 4, random),
        dues: [0, 1, 2].map(() => [end, end - some(end, late, random)] as const),
        yearly: quarter % 4 === 3 ? yearlyOf(plan, end, probation, branchesUnder(org, truth, quarter), random) : null,
      };
    });
  });
}
