import { LAST, endOf } from './calendar';
import { activeOn, parentAt } from './organisation-maker';
import type { Org } from './truth';

/** Members of an organisation at a quarter's end. */
export interface Members {
  readonly total: number;
  readonly probation: number;
  /** No organisation below it: its members are counted here and nowhere else. */
  readonly leaf: boolean;
}

/** Members of every organisation at a quarter's end: its own, or the sum of those below. Dissolved ones have none. */
export function membersAt(orgs: readonly Org[], quarter: number): Map<string, Members> {
  const day = endOf(Math.min(quarter, LAST));
  const below = new Map<string, Org[]>();
  for (const org of orgs) {
    const parent = parentAt(org, quarter);
    if (parent !== null && activeOn(org, day)) below.set(parent, [...(below.get(parent) ?? []), org]);
  }
  const out = new Map<string, Members>();
  const visit = (org: Org): Members => {
    const children = (below.get(org.key) ?? []).map(visit);
    const own = activeOn(org, day) ? (org.members[quarter] ?? 0) : 0;
    const members = children.reduce<Members>(
      (sum, m) => ({ total: sum.total + m.total, probation: sum.probation + m.probation, leaf: false }),
      {
        total: children.length > 0 ? 0 : own,
        probation: children.length > 0 ? 0 : Math.round(own * org.probationShare),
        leaf: children.length === 0,
      },
    );
    out.set(org.key, members);
    return members;
  };
  for (const org of orgs) if (!out.has(org.key)) visit(org);
  return out;
}
