import { LAST, endOf } from './calendar';
import { activeOn, organisationMaker, parentAt } from './organisation-maker';
import { baseBranches } from './organisations';
import type { Random } from './random';
import type { Org } from './truth';
import type { ZonePlan } from './zone-plan';

/** Brings the number of active organisations at the end of 2018 to the plan's total by adding community branches. */
export function meetOrgTotal(plan: ZonePlan, orgs: Org[], random: Random): void {
  if (plan.orgTotal === undefined) return;
  const active = orgs.filter((o) => activeOn(o, endOf(LAST))).length;
  const missing = plan.orgTotal - active;
  if (missing < 0) throw new RangeError(`${plan.name}: ${active} organisations, more than ${plan.orgTotal}`);
  orgs.push(...baseBranches(plan, '社区', plan.base.社区 ?? 0, missing, organisationMaker(random), random));
}

/** Organisations with no other below them at the last quarter's end: the ones members are counted in. */
function leaves(orgs: readonly Org[]): Org[] {
  const active = orgs.filter((o) => activeOn(o, endOf(LAST)));
  const above = new Set(active.map((o) => parentAt(o, LAST)));
  return active.filter((o) => !above.has(o.key));
}

/** Brings the members of all leaf branches at the end of 2018 to the plan's total by resizing the base branches. */
export function meetMemberTotal(plan: ZonePlan, orgs: readonly Org[]): void {
  if (plan.memberTotal === undefined) return;
  const all = leaves(orgs);
  const base = all.filter((o) => o.key.startsWith('B:'));
  const now = all.reduce((sum, o) => sum + (o.members[LAST] ?? 0), 0);
  const gap = plan.memberTotal - now;
  base.forEach((org, i) => {
    const share = Math.floor((gap * (i + 1)) / base.length) - Math.floor((gap * i) / base.length);
    for (let q = 0; q <= LAST; q += 1) org.members[q] = Math.max(3, (org.members[q] ?? 0) + share);
  });
}

/** Gives every organisation its code: the code above plus three digits, so that codes carry the hierarchy and a leading zero. */
export function giveCodes(zoneNumber: number, orgs: readonly Org[]): void {
  const codes = new Map<string, string>();
  const counts = new Map<string, number>();
  const byKey = new Map(orgs.map((o) => [o.key, o]));
  const codeOf = (org: Org): string => {
    const known = codes.get(org.key);
    if (known !== undefined) return known;
    const first = org.parents[0];
    const parent = first ? byKey.get(first.key) : undefined;
    const above = parent ? codeOf(parent) : '';
    const nth = (counts.get(above) ?? 0) + 1;
    counts.set(above, nth);
    const code = parent ? above + String(nth).padStart(3, '0') : `0${String(zoneNumber).padStart(2, '0')}`;
    codes.set(org.key, code);
    return code;
  };
  for (const org of orgs) org.code = codeOf(org);
}
