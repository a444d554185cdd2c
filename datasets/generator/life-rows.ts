import { EVERY, type Activity, LIFE_PLANS, type LifePlan, type Month, owedIn } from './life-plan';
import { randomFrom, type Random } from './random';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

/** A meeting of a log: who met, of what kind, when, who should have come and who did. */
export interface LogRow {
  readonly org: Org;
  readonly activity: Activity;
  readonly day: string;
  readonly expected: number | null;
  readonly attended: number | null;
}

/** How often a branch met in a month, quarter or year, as it reports it; null: it left the cell empty. */
export interface CountRow {
  readonly org: Org;
  readonly activity: Activity;
  readonly period: string;
  readonly count: number | null;
}

/** Everything one zone reports of organisation life. */
export interface LifeRows {
  readonly log: readonly LogRow[];
  readonly counts: readonly CountRow[];
}

const pad = (n: number): string => String(n).padStart(2, '0');
const LENGTH = { month: 1, quarter: 3, year: 12 } as const;

/** First and last day of some months from a month of the span on. */
export function daysOf(month: Month, length: number): { first: string; last: string } {
  const year = 2016 + Math.floor(month / 12);
  const end = month + length - 1;
  const endYear = 2016 + Math.floor(end / 12);
  const days = new Date(Date.UTC(endYear, (end % 12) + 1, 0)).getUTCDate();
  return { first: `${year}-${pad((month % 12) + 1)}-01`, last: `${endYear}-${pad((end % 12) + 1)}-${pad(days)}` };
}

/** A month, quarter or year of the span as a period: 2018-03, 2018Q1, 2018. */
export function periodAt(month: Month, length: number): string {
  const year = 2016 + Math.floor(month / 12);
  if (length === 12) return String(year);
  return length === 3 ? `${year}Q${Math.floor((month % 12) / 3) + 1}` : `${year}-${pad((month % 12) + 1)}`;
}

/** Whether the organisation is there on some day of these months. */
function present(org: Org, month: Month, length: number): boolean {
  const { first, last } = daysOf(month, length);
  return (org.founded === null || org.founded <= last) && (org.dissolved === null || org.dissolved >= first);
}

function chanceAt(plan: LifePlan, month: Month): number {
  const [first, last] = plan.kept;
  const at = month / 35;
  const straight = first + (last - first) * at;
  if (plan.dip === undefined) return straight;
  return at < 0.5 ? first + (plan.dip - first) * at * 2 : plan.dip + (last - plan.dip) * (at - 0.5) * 2;
}

/** Some branches are less diligent than others, and so are the branches of one committee in four. */
function diligence(context: ZoneContext, random: Random): (org: Org) => number {
  const byCommittee = new Map<string, number>();
  const known = new Map<string, number>();
  for (const { name } of context.plan.committees) byCommittee.set(name, random.chance(0.25) ? 1.6 : 0.85);
  for (const org of context.truth.orgs) {
    const weight = random.chance(0.12) ? 3 : 0.7;
    known.set(org.key, weight * (byCommittee.get(org.parents[0]?.key ?? '') ?? 1));
  }
  return (org) => known.get(org.key) ?? 1;
}

/** How often each branch met in each of the rule's own periods: what was owed, one less, or now and then one more (never 3). */
function times(plan: LifePlan, orgs: readonly Org[], laxity: (org: Org) => number, random: Random) {
  const every = EVERY[plan.activity];
  const start = Math.floor(plan.from / every) * every;
  return orgs.flatMap((org) =>
    Array.from({ length: Math.ceil((plan.to - start + 1) / every) }, (_, i) => start + i * every).flatMap((month) => {
      if (!present(org, month, every)) return [];
      // The month of the Spring Festival is the one most often missed.
      const holiday = every === 1 && month % 12 === 1 ? 1.7 : 1;
      const missed = Math.min(0.85, (1 - chanceAt(plan, month)) * laxity(org) * holiday);
      const owed = owedIn(plan.activity, month);
      const count = random.chance(missed) ? owed - 1 : random.chance(0.06) ? 2 : owed;
      return [{ org, month, count }];
    }),
  );
}

const CHILDREN = 20;

function logOf(plan: LifePlan, context: ZoneContext, random: Random): LogRow[] {
  const laxity = diligence(context, randomFrom(`${plan.zone} diligence`));
  const { orgs } = context.truth;
  const branches = orgs.filter((org) => org.type === '支部' || org.type === '联合支部');
  const parents = new Set(orgs.filter((org) => org.type === '党小组').map((org) => org.parents[0]?.key));
  const meeting = plan.activity === '党小组会' ? branches.filter((org) => parents.has(org.key)) : branches;
  const every = EVERY[plan.activity];
  return times(plan, meeting, laxity, random).flatMap(({ org, month, count }) =>
    Array.from({ length: count }, (_, nth): LogRow => {
      const at = Math.max(plan.from, Math.min(plan.to, month + random.int(0, every - 1)));
      // A group's meeting is entered under the group.
      const own = orgs.filter((other) => other.type === '党小组' && other.parents[0]?.key === org.key);
      const who = plan.activity === '党小组会' ? random.pick(own) : org;
      const size = Math.max(...who.members.slice(8), 0);
      const expected = size === 0 ? random.int(6, CHILDREN) : Math.max(3, size);
      const away = Math.min(expected - 2, random.int(0, Math.max(1, Math.round(expected * 0.16))));
      const known = !random.chance(0.03);
      return {
        org: who,
        activity: plan.activity,
        day: `${2016 + Math.floor(at / 12)}-${pad((at % 12) + 1)}-${pad(3 + nth * 13 + random.int(0, 11))}`,
        expected: known ? expected : null,
        attended: known ? expected - away : null,
      };
    }),
  );
}

function countsOf(plan: LifePlan, context: ZoneContext, length: number, random: Random): CountRow[] {
  const laxity = diligence(context, randomFrom(`${plan.zone} diligence`));
  const branches = context.truth.orgs.filter((org) => org.type === '支部' || org.type === '联合支部');
  const sums = new Map<string, CountRow>();
  for (const { org, month, count } of times(plan, branches, laxity, random)) {
    const period = periodAt(month, length);
    const before = sums.get(`${org.key}\n${period}`)?.count ?? 0;
    sums.set(`${org.key}\n${period}`, { org, activity: plan.activity, period, count: before + count });
  }
  return [...sums.values()];
}

/** What a zone reports of organisation life, before its files' habits. The same for the same zone, always. */
export function lifeRows(context: ZoneContext): LifeRows {
  const log: LogRow[] = [];
  const counts: CountRow[] = [];
  for (const plan of LIFE_PLANS.filter((own) => own.zone === context.plan.id)) {
    const random = randomFrom(`${plan.zone} ${plan.activity} ${plan.from}`);
    if (plan.form === 'log') log.push(...logOf(plan, context, random));
    else counts.push(...countsOf(plan, context, LENGTH[plan.form], random));
  }
  return { log: log.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), counts };
}
