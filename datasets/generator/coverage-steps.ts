import type { Branch, Live } from './coverage-simulation';
import type { Random } from './random';

/** Units in scope, operating and with a stated mode: the pool every step works on. */
export const operating = (all: readonly Live[]): Live[] =>
  all.filter((u) => u.inScope && u.closed === null && u.status === '运营' && u.stated);

const unbuilt = (pool: readonly Live[]): Live[] => pool.filter((u) => !u.own && !u.branch);
const inBranch = (pool: readonly Live[], branch: Branch): Live[] => pool.filter((u) => u.branch === branch);

const byStaff = (a: Live, b: Live): number => b.employees - a.employees || a.unit.name.localeCompare(b.unit.name, 'en');

/** Founds or dissolves organisations of single units until `target` units have one. */
export function balanceOwn(pool: readonly Live[], target: number, quarter: number, random: Random): void {
  const owners = pool.filter((u) => u.own);
  const ready = unbuilt(pool).sort((a, b) => Number(b.members >= 3) - Number(a.members >= 3) || byStaff(a, b));
  for (const unit of ready.slice(0, Math.max(0, target - owners.length))) {
    const own = { key: `U:${unit.unit.name}:${quarter}`, mode: '单独支部' as const, from: quarter, to: null };
    unit.own = own;
    unit.owns.push(own);
    unit.area = false;
    unit.members = Math.max(unit.members, 3) + random.int(0, quarter === 0 ? 9 : 3);
    unit.employees = Math.max(unit.employees, unit.members + 5);
  }
  const surplus = random
    .shuffled(owners.filter((u) => u.own?.mode === '单独支部'))
    .slice(0, Math.max(0, owners.length - target));
  for (const unit of surplus) {
    if (unit.own) unit.own.to = quarter;
    unit.own = null;
    unit.members = random.int(0, 2);
  }
}

/** Opens or dissolves joint branches until `target` are open; the first one is never dissolved. */
export function balanceBranches(
  open: Branch[],
  pool: readonly Live[],
  target: number,
  quarter: number,
  nextBranch: () => Branch,
): Branch[] {
  const kept = [...open];
  while (kept.length > Math.max(1, target)) {
    const smallest = kept.slice(1).sort((a, b) => inBranch(pool, a).length - inBranch(pool, b).length)[0];
    if (!smallest) break;
    smallest.to = quarter;
    for (const unit of inBranch(pool, smallest)) unit.branch = null;
    kept.splice(kept.indexOf(smallest), 1);
  }
  while (kept.length < target) kept.push(nextBranch());
  return kept;
}

function join(unit: Live, branch: Branch): void {
  unit.branch = branch;
  unit.area = false;
  unit.unit.committee = branch.committee;
  unit.members = Math.min(Math.max(unit.members, 2), 4);
}

/** Moves units into or out of joint branches until `target` units are covered by one; no branch falls below two. */
export function balanceJoint(pool: readonly Live[], open: readonly Branch[], target: number, random: Random): void {
  let waiting = random.shuffled(unbuilt(pool));
  const take = (branch: Branch): void => {
    const near = waiting.find((u) => u.unit.committee === branch.committee && u.members > 0);
    const unit = near ?? waiting.find((u) => u.members > 0) ?? waiting[0];
    if (!unit) return;
    join(unit, branch);
    waiting = waiting.filter((u) => u !== unit);
  };
  for (const branch of open) while (inBranch(pool, branch).length < 2 && waiting.length > 0) take(branch);
  const covered = (): Live[] => pool.filter((u) => u.branch);
  while (covered().length < target && waiting.length > 0) take(random.pick(open));
  while (covered().length > target) {
    const large = open.filter((b) => inBranch(pool, b).length > 2);
    if (large.length === 0) break;
    random.pick(inBranch(pool, random.pick(large))).branch = null;
  }
}

/** Sets how many units without an organisation count as covered by area or trade. */
export function balanceArea(pool: readonly Live[], target: number, random: Random): void {
  const marked = unbuilt(pool).filter((u) => u.area);
  for (const unit of marked.slice(target)) unit.area = false;
  const free = random.shuffled(unbuilt(pool).filter((u) => !u.area));
  for (const unit of free.slice(0, Math.max(0, target - marked.length))) {
    unit.area = true;
    unit.members = Math.min(unit.members, 2);
  }
}

/** Sets how many units without an organisation have three members or more (应建未建). */
export function balanceShould(pool: readonly Live[], target: number, random: Random): void {
  const free = unbuilt(pool).filter((u) => !u.area);
  const due = free.filter((u) => u.members >= 3);
  for (const unit of due.slice(target)) unit.members = random.int(1, 2);
  const others = random.shuffled(free.filter((u) => u.members < 3));
  for (const unit of others.slice(0, Math.max(0, target - due.length))) unit.members = random.int(3, 5);
}
