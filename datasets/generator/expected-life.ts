import { endOf } from './calendar';
import { ROOT } from './coverage-simulation';
import { EVERY, type Activity, owedIn } from './life-plan';
import { type LifeRows, daysOf, lifeRows, periodAt } from './life-rows';
import { ORG_HABITS } from './org-habits';
import { committeesOf, RHYTHM, rhythmRows } from './rhythm-rows';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

/*
 * What a right reading of the exports of organisation life and of the working rhythm must give, zone by zone, in plain loops
 * over the rows in memory: no product code, no SQL. The definitions are those of docs/metrics.md; the frequencies
 * those of the Regulations on the work of Party branches.
 */

type Pair = [met: number, due: number];
type ByPeriod = Record<string, Pair>;

const MONTHS = 36;
const MEETINGS: readonly Activity[] = ['党员大会', '支委会', '党小组会', '党课'];

/** Months of the span a period covers: its first, and how many. */
function monthsIn(period: string): readonly [from: number, length: number] {
  const year = (Number(period.slice(0, 4)) - 2016) * 12;
  if (period.length === 4) return [year, 12];
  const nth = Number(period.slice(5, 6));
  if (period.includes('Q')) return [year + (nth - 1) * 3, 3];
  if (period.includes('H')) return [year + (nth - 1) * 6, 6];
  return [year + Number(period.slice(5, 7)) - 1, 1];
}

/** There from before the first day to the last. */
function existed(org: Org, month: number, length: number): boolean {
  const { first, last } = daysOf(month, length);
  return (org.founded === null || org.founded < first) && (org.dissolved === null || org.dissolved >= last);
}

interface Told {
  readonly org: Org;
  readonly activity: Activity;
  readonly from: number;
  readonly length: number;
  readonly count: number;
}

/** The log and the counts as one list. */
function told({ log, counts }: LifeRows): Told[] {
  const met = log.map((row): Told => {
    const [from] = monthsIn(row.day.slice(0, 7));
    return { org: row.org, activity: row.activity, from, length: 1, count: 1 };
  });
  const counted = counts.flatMap((row): Told[] => {
    const [from, length] = monthsIn(row.period);
    return row.count === null ? [] : [{ org: row.org, activity: row.activity, from, length, count: row.count }];
  });
  return [...met, ...counted];
}

/** One obligation of a branch, or of one of its groups, in some months, and whether it was kept up. */
interface Due {
  /** The branch, of a group too. */
  readonly org: Org;
  readonly activity: Activity;
  readonly from: number;
  readonly length: number;
  readonly met: boolean;
}

/** Which of the groups of a branch met: what stands under the branch itself fills up groups, the least lacking first. */
function groupsMet(groups: readonly Org[], owed: number, common: number, heldBy: (org: Org) => number): boolean[] {
  let spare = common;
  return groups
    .map((group) => Math.max(0, owed - heldBy(group)))
    .sort((a, b) => a - b)
    .map((lacking) => {
      const met = lacking <= spare;
      spare -= met ? lacking : spare;
      return met;
    });
}

function dueOf(context: ZoneContext, rows: readonly Told[], activity: Activity): Due[] {
  const own = rows.filter((row) => row.activity === activity);
  if (own.length === 0) return [];
  // A count of a longer time than the rule's cannot tell the rule's own periods.
  const length = Math.max(EVERY[activity], ...own.map((row) => row.length));
  const { orgs } = context.truth;
  const branches = orgs.filter((org) => org.type === '支部' || org.type === '联合支部');
  const due: Due[] = [];
  for (let from = 0; from < MONTHS; from += length) {
    const inside = own.filter((row) => row.from >= from && row.from + row.length <= from + length);
    // Nobody in the zone reported anything of it: not reported, not unmet.
    if (inside.length === 0) continue;
    const owed = (length / EVERY[activity]) * owedIn(activity, from);
    const heldBy = (org: Org): number =>
      inside.filter((row) => row.org === org).reduce((sum, row) => sum + row.count, 0);
    for (const org of branches.filter((branch) => existed(branch, from, length))) {
      const groups = orgs.filter(
        (other) => other.type === '党小组' && other.parents[0]?.key === org.key && existed(other, from, length),
      );
      const met = activity === '党小组会' ? groupsMet(groups, owed, heldBy(org), heldBy) : [heldBy(org) >= owed];
      due.push(...met.map((kept) => ({ org, activity, from, length, met: kept })));
    }
  }
  return due;
}

function tally(due: readonly Due[], keyOf: (one: Due) => string): ByPeriod {
  const out: ByPeriod = {};
  for (const one of due) {
    const pair = (out[keyOf(one)] ??= [0, 0]);
    pair[0] += one.met ? 1 : 0;
    pair[1] += 1;
  }
  return out;
}

/** What was owed of the four meetings in a quarter, by branches that were there all of it. */
const meetingsIn = (due: readonly Due[], from: number): Due[] =>
  due.filter(
    (one) =>
      MEETINGS.includes(one.activity) &&
      one.from >= from &&
      one.from + one.length <= from + 3 &&
      existed(one.org, from, 3),
  );

/** Quarter → kinds owed and kinds lacking → branches. */
function items(due: readonly Due[]): Record<string, Record<string, number>> {
  const out: Record<string, Record<string, number>> = {};
  for (let from = 0; from < MONTHS; from += 3) {
    const inside = meetingsIn(due, from);
    const counts: Record<string, number> = {};
    for (const org of new Set(inside.map((one) => one.org))) {
      const own = inside.filter((one) => one.org === org);
      const owing = MEETINGS.filter((kind) => own.some((one) => one.activity === kind));
      const lacking = MEETINGS.filter((kind) => own.some((one) => one.activity === kind && !one.met));
      const key = `${owing.join('+')}|${lacking.length === 0 ? '无' : lacking.join('+')}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    if (inside.length > 0) out[periodAt(from, 3)] = Object.fromEntries(Object.entries(counts).sort());
  }
  return out;
}

/** Branches that kept up all they owed of the four meetings in a quarter, and branches that owed any. */
function allMeetings(due: readonly Due[]): ByPeriod {
  const out: ByPeriod = {};
  for (let from = 0; from < MONTHS; from += 3) {
    const inside = meetingsIn(due, from);
    const orgs = [...new Set(inside.map((one) => one.org))];
    if (orgs.length === 0) continue;
    const all = orgs.filter((org) => inside.every((one) => one.org !== org || one.met));
    out[periodAt(from, 3)] = [all.length, orgs.length];
  }
  return out;
}

/** Who came and who should have, by quarter and activity, where both are stated. */
function attendance({ log }: LifeRows): Record<string, Record<string, Pair>> {
  const out: Record<string, Record<string, Pair>> = {};
  for (const row of log) {
    if (row.expected === null || row.attended === null) continue;
    const [from] = monthsIn(row.day.slice(0, 7));
    const quarter = (out[periodAt(Math.floor(from / 3) * 3, 3)] ??= {});
    const pair = (quarter[row.activity] ??= [0, 0]);
    pair[0] += row.attended;
    pair[1] += row.expected;
  }
  return out;
}

/** The committee a branch belongs to by the register in force when a period ended: the last by then, else the first. */
function committeeAt(context: ZoneContext, org: Org, from: number, length: number): string {
  const yearEnds = ORG_HABITS.find((habit) => habit.zone === context.plan.id)?.yearEnds ?? false;
  const { last } = daysOf(from, length);
  const snapshots = Array.from({ length: 12 }, (_, q) => q).filter(
    (q) => (!yearEnds || q % 4 === 3) && (org.founded === null || org.founded <= endOf(q)),
  );
  const quarter = snapshots.filter((q) => endOf(q) <= last).at(-1) ?? snapshots[0] ?? 11;
  let top = org;
  for (;;) {
    const above = top.parents.filter((parent) => parent.from <= quarter).at(-1) ?? top.parents[0];
    if (above === undefined) return '';
    // Where the root is a committee itself, it answers for all below it.
    if (above.key === ROOT) return context.plan.rootType === '党委' ? context.orgOf(ROOT).name : top.name;
    top = context.orgOf(above.key);
  }
}

function rhythm(context: ZoneContext): Record<string, ByPeriod> {
  const rows = rhythmRows(context);
  const out: Record<string, ByPeriod> = {};
  for (const [act, length] of Object.entries(RHYTHM)) {
    const own = rows.filter((row) => row.act === act);
    const starts = [...new Set(own.map((row) => monthsIn(row.period)[0]))];
    for (const from of starts.sort((a, b) => a - b)) {
      const owing = committeesOf(context).filter((org) => existed(org, from, length));
      const done = owing.filter((org) =>
        own.some((row) => row.org === org && row.done && monthsIn(row.period)[0] === from),
      );
      const period = length === 6 ? `${2016 + Math.floor(from / 12)}H${from % 12 < 6 ? 1 : 2}` : periodAt(from, length);
      (out[act] ??= {})[period] = [done.length, owing.length];
    }
  }
  return out;
}

function lifeOf(context: ZoneContext) {
  const rows = lifeRows(context);
  const all = told(rows);
  const activities = [...new Set(all.map((row) => row.activity))];
  const due = activities.flatMap((activity) => dueOf(context, all, activity));
  const period = (one: Due): string => periodAt(one.from, one.length);
  return {
    name: context.plan.name,
    /** Activity → period → [branches that kept it up, branches that owed it]; of group meetings, groups. */
    byActivity: Object.fromEntries(
      activities.map((activity) => [
        activity,
        tally(
          due.filter((one) => one.activity === activity),
          period,
        ),
      ]),
    ),
    allMeetings: allMeetings(due),
    items: items(due),
    attendance: attendance(rows),
    /** Committee → [met, due] of the branch committees of 2018, without branches whose register names a stray organisation above. */
    byCommittee: tally(
      due.filter((one) => one.activity === '支委会' && one.from >= 24 && one.org.strayParent === undefined),
      (one) => committeeAt(context, one.org, one.from, one.length),
    ),
    rhythm: rhythm(context),
  };
}

/** What a right reading of the exports of this family must give, zone by zone, in plain loops over the rows in memory. */
export function lifeExpected(zones: readonly ZoneContext[]): Record<string, unknown> {
  return Object.fromEntries(zones.map((context) => [context.plan.id, lifeOf(context)]));
}
