import { CYCLES, endOf, QUARTERS } from './calendar';
import { membersAt } from './member-sums';
import { ORG_HABITS } from './org-habits';
import { elected, type OrgField } from './org-columns';
import { activeOn, parentAt } from './organisation-maker';
import { termAt } from './terms';
import type { Org } from './truth';
import type { ZoneContext } from './zone-context';

/*
 * What a right reading of the registers of organisations must give about hierarchy, size and terms, in plain loops over the
 * rows in memory. A register that has no column for something says nothing about it.
 */

type Pair = readonly [numerator: number, denominator: number];

const MOST = 50;
const LEAST = 3;
const EXTENSION_MONTHS = 12;

function tally(keys: readonly string[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const key of [...keys].sort()) out[key] = (out[key] ?? 0) + 1;
  return out;
}

const isBranch = ({ type }: Org): boolean => type === '支部' || type === '联合支部';

/** Fields a zone's register has a column for, and the quarters it has a snapshot of. */
function register(zone: string): { has: (field: OrgField) => boolean; quarters: number[] } {
  const habit = ORG_HABITS.find((known) => known.zone === zone);
  const fields = habit?.columns.map(([field]) => field) ?? [];
  return {
    has: (field) => fields.includes(field),
    quarters: QUARTERS.map((_, q) => q).filter((q) => !habit?.yearEnds || q % 4 === 3),
  };
}

/** Whether the chain of written parents ends at the root. */
function isLinked(
  org: Org,
  quarter: number,
  byKey: ReadonlyMap<string, Org>,
  byCode: ReadonlyMap<string, Org>,
): boolean {
  let at: Org | undefined = org;
  for (let step = 0; step < 10 && at; step += 1) {
    const key = parentAt(at, quarter);
    if (key === null) return true;
    at = at.strayParent ? byCode.get(at.strayParent.code) : byKey.get(key);
    if (at && !activeOn(at, endOf(quarter))) return false;
  }
  return false;
}

function snapshot({ plan, truth }: ZoneContext, quarter: number) {
  const { has } = register(plan.id);
  const byKey = new Map(truth.orgs.map((org) => [org.key, org]));
  const byCode = new Map(truth.orgs.map((org) => [org.code, org]));
  const active = truth.orgs.filter((org) => activeOn(org, endOf(quarter)));
  const members = membersAt(truth.orgs, quarter);
  const shown = (org: Org): boolean =>
    members.get(org.key)?.leaf === true || ORG_HABITS.find(({ zone }) => zone === plan.id)?.style.leavesOnly === false;
  const sized = has('full') ? active.filter((org) => isBranch(org) && shown(org)) : [];
  const odd = sized.filter((org) => {
    const { total = 0, probation = 0 } = members.get(org.key) ?? {};
    return total > MOST || (org.type === '支部' && total - probation < LEAST);
  });
  const placed = has('setting') ? active.filter((org) => isBranch(org) || org.type === '党小组') : [];
  return {
    hierarchy_link_rate: [active.filter((org) => isLinked(org, quarter, byKey, byCode)).length, active.length] as Pair,
    branch_size_exception_rate: [odd.length, sized.length] as Pair,
    org_setting_dist: tally(placed.map((org) => `${org.type === '党小组' ? '党小组' : '支部'}|${org.setting}`)),
  };
}

/** One term of office, as the last register that shows it says. */
interface Known {
  readonly org: Org;
  readonly due: string;
  readonly start: string;
  readonly extended: boolean;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly dissolved: string | null;
  renewed: string | null;
}

function termsOf({ plan, truth }: ZoneContext): Known[] {
  const { has, quarters } = register(plan.id);
  if (!has('termDue') || !(has('termActual') || has('termStart') || has('extension'))) return [];
  const known = new Map<string, Known>();
  for (const quarter of quarters) {
    const day = endOf(quarter);
    for (const org of truth.orgs.filter((one) => elected(one) && (one.founded === null || one.founded <= day))) {
      const term = termAt(org, day);
      const key = `${org.key}|${term.due}`;
      known.set(key, {
        org,
        due: term.due,
        start: term.start,
        extended: has('extension') && term.extended,
        firstSeen: known.get(key)?.firstSeen ?? day,
        lastSeen: day,
        dissolved: org.dissolved !== null && org.dissolved <= day ? org.dissolved : null,
        renewed: has('termActual') ? term.actual : null,
      });
    }
  }
  const all = [...known.values()].sort((a, b) => a.due.localeCompare(b.due));
  for (const one of all) {
    const next = all.find((other) => other.org === one.org && other.due > one.due);
    if (one.renewed !== null || !next || next.firstSeen <= one.lastSeen) continue;
    one.renewed = has('termStart') ? (next.start > one.start ? next.start : null) : next.firstSeen;
  }
  return all;
}

/** Whether a day is at most the extension after another. */
function withinExtension(due: string, day: string): boolean {
  const [year = 0, month = 0, date = 0] = due.split('-').map(Number);
  const ends = `${year + Math.floor((month - 1 + EXTENSION_MONTHS) / 12)}-${String(((month - 1 + EXTENSION_MONTHS) % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return day <= ends;
}

function stateOf({ due, renewed, extended }: Known, until: string): string {
  if (renewed !== null && renewed <= due) return '按期';
  if (extended && withinExtension(due, renewed ?? until)) return '延期内';
  if (renewed !== null) return '逾期完成';
  return due >= until ? '未到期' : '超期未换届';
}

const isOverdue = ({ due, renewed, extended, dissolved }: Known, day: string): boolean =>
  due < day &&
  (renewed === null || renewed > day) &&
  !(extended && withinExtension(due, day)) &&
  (dissolved === null || dissolved > day);

/** Hierarchy, size and terms of a zone, from what its registers show. */
export function termsExpected(context: ZoneContext) {
  const { quarters } = register(context.plan.id);
  const until = endOf(quarters.at(-1) ?? 0);
  const terms = termsOf(context);
  const due = terms.filter((term) => term.dissolved === null || term.dissolved > term.due);
  const inYear = (year: number): Known[] => due.filter((term) => term.due.startsWith(String(year)));
  const years = [...CYCLES, 2019, 2020, 2021];
  return {
    bySnapshot: Object.fromEntries(quarters.map((quarter) => [endOf(quarter), snapshot(context, quarter)])),
    term_on_time_rate: Object.fromEntries(
      CYCLES.map((year) => {
        const come = inYear(year).filter((term) => term.due <= until && stateOf(term, until) !== '未到期');
        const kept = come.filter((term) => ['按期', '延期内'].includes(stateOf(term, until)));
        return [year, [kept.length, come.length] as Pair];
      }),
    ),
    term_due_dist: Object.fromEntries(
      years.map((year) => [year, tally(inYear(year).map((term) => stateOf(term, until)))]),
    ),
    /** At the quarter ends between the first and the last register; none where renewals are not stated. */
    term_overdue_count:
      terms.length === 0
        ? {}
        : Object.fromEntries(
            QUARTERS.map((_, quarter) => endOf(quarter))
              .filter((day) => day >= endOf(quarters[0] ?? 0) && day <= until)
              .map((day) => [day.slice(0, 7), terms.filter((term) => isOverdue(term, day)).length]),
          ),
  };
}
