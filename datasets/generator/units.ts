import { LAST } from './calendar';
import { type Branch, drift, type Live, record, ROOT, unitMaker } from './coverage-simulation';
import { balanceArea, balanceBranches, balanceJoint, balanceOwn, balanceShould, operating } from './coverage-steps';
import type { Random } from './random';
import type { UnitKind } from './truth';
import type { ZonePlan } from './zone-plan';

/** What the coverage simulation of a zone leaves behind. */
export interface Coverage {
  readonly lives: readonly Live[];
  readonly branches: readonly Branch[];
}

const kindOf = (plan: ZonePlan, random: Random): UnitKind => (random.chance(plan.social) ? '社会组织' : '非公企业');

/** Units that are listed but count in no denominator: not operating, status unknown, mode not stated, state-owned. */
function outsiders(plan: ZonePlan, make: (kind: UnitKind, inScope: boolean) => Live, random: Random): Live[] {
  const of = (count: number, change: (live: Live, i: number) => void): Live[] =>
    Array.from({ length: count }, (_, i) => {
      const live = make(kindOf(plan, random), true);
      change(live, i);
      return live;
    });
  const dormant = of(plan.dormant, (u, i) => (u.status = i % 3 === 0 ? '停业' : '空壳'));
  const unknown = of(plan.unknown, (u) => (u.status = null));
  const unstated = of(plan.unstated, (u) => (u.stated = false));
  const soe = Array.from({ length: plan.soe }, (_, i) => {
    const live = make('国企', false);
    const head = i < 2 && !plan.groups;
    live.members = head ? random.int(60, 120) : random.int(6, 30);
    live.employees = Math.max(live.employees, live.members * 4);
    const own = {
      key: `U:${live.unit.name}:0`,
      mode: head ? ('单独党委' as const) : ('单独支部' as const),
      from: 0,
      to: null,
    };
    live.own = own;
    live.owns.push(own);
    return live;
  });
  return [...dormant, ...unknown, ...unstated, ...soe];
}

function close(all: readonly Live[], count: number, quarter: number, random: Random): void {
  const candidates = random.shuffled(operating(all).filter((u) => !u.own && !u.branch));
  candidates.sort((a, b) => Number(a.members >= 3) - Number(b.members >= 3));
  candidates.slice(0, count).forEach((unit, i) => {
    unit.closed = quarter;
    unit.status = i % 2 === 0 ? '注销' : '停业';
  });
}

/** The largest single-unit organisations get a committee or a general branch instead of a branch. */
function promote(lives: readonly Live[], plan: ZonePlan): void {
  const owners = lives.filter((u) => u.inScope && u.own).sort((a, b) => b.employees - a.employees);
  owners.slice(0, plan.large[0] + plan.large[1]).forEach((unit, i) => {
    const own = unit.own;
    if (!own) return;
    const grown = { ...own, mode: i < plan.large[0] ? ('单独党委' as const) : ('单独总支' as const) };
    unit.own = grown;
    unit.owns.splice(0, unit.owns.length, grown);
    unit.members = Math.max(unit.members, i < plan.large[0] ? 58 : 34);
    unit.employees = Math.max(unit.employees, unit.members * 6);
  });
}

/** A few units that do not count still belong to a joint branch: covered, but outside every denominator. */
function attachOutsiders(lives: readonly Live[], anchor: Branch | undefined): void {
  if (!anchor) return;
  const idle = lives.filter((u) => u.inScope && (u.status !== '运营' || !u.stated));
  idle.forEach((unit, i) => {
    if (i % 7 !== 0 || !unit.stated) return;
    unit.branch = anchor;
    unit.unit.committee = anchor.committee;
    unit.members = Math.max(1, Math.min(unit.members, 2));
  });
}

/** Runs twelve quarters so that every curve of the plan is met exactly. */
export function simulateCoverage(plan: ZonePlan, random: Random): Coverage {
  const make = unitMaker(plan, random);
  const homes = plan.committees.filter((c) => c.units).map((c) => c.name);
  const lives: Live[] = outsiders(plan, make, random);
  const branches: Branch[] = [];
  let open: Branch[] = [];
  for (let q = 0; q <= LAST; q += 1) {
    const target = plan.scope[q] ?? 0;
    const next = (): Branch => {
      const committee = homes[branches.length % Math.max(1, homes.length)] ?? ROOT;
      const branch = { key: `J:${branches.length + 1}`, committee, from: q, to: null };
      branches.push(branch);
      return branch;
    };
    if (q > 0 && !plan.fixed) for (const live of lives) drift(live, random);
    if (q > 0) close(lives, Math.max(plan.closing, operating(lives).length - target), q, random);
    while (operating(lives).length < target) lives.push(make(kindOf(plan, random), true));
    const pool = operating(lives);
    balanceOwn(pool, plan.own[q] ?? 0, q, random);
    if (q === 0) promote(lives, plan);
    open = balanceBranches(open, pool, plan.branches[q] ?? 0, q, next);
    balanceJoint(pool, open, (plan.built[q] ?? 0) - (plan.own[q] ?? 0), random);
    balanceArea(pool, plan.area[q] ?? 0, random);
    balanceShould(pool, plan.should[q] ?? 0, random);
    if (q === 0) attachOutsiders(lives, open[0]);
    const guidance = plan.guidance[0] + ((plan.guidance[1] - plan.guidance[0]) * q) / LAST;
    for (const live of lives) if (live.closed === null || q - live.closed < 3) record(live, q, guidance);
  }
  return { lives, branches };
}
