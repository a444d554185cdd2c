import { type OrgRow, type UnitRow, type World, quarterOf } from './rows';

/** So many of so many. */
export interface Part {
  readonly x: number;
  readonly n: number;
}

/** What is counted of a unit: whether it is in scope, and whether it counts above the line. */
interface Rate {
  readonly scope: (unit: UnitRow) => boolean;
  readonly counts: (unit: UnitRow) => boolean;
}

const built = ({ mode }: UnitRow): boolean => mode === '单独支部' || mode === '联合支部';

/** The rates over units, by the definitions in the metric dictionary. */
export const UNIT_RATES: Readonly<Record<string, Rate>> = {
  org_coverage_rate: { scope: ({ operating }) => operating, counts: built },
  should_build_built_rate: {
    scope: (unit) => unit.operating && (built(unit) || unit.mode === '未建-应建'),
    counts: built,
  },
  work_coverage_rate: { scope: ({ operating }) => operating, counts: (unit) => built(unit) || unit.instructor },
};

export const rateOfPart = ({ x, n }: Part): number | null => (n === 0 ? null : x / n);

export const sumOf = (parts: Iterable<Part>): Part => {
  let [x, n] = [0, 0];
  for (const part of parts) {
    x += part.x;
    n += part.n;
  }
  return { x, n };
};

/** A whole percentage with one decimal, half a point upwards, worked out in whole numbers: 23 of 80 is 28.8. */
export function percentOf({ x, n }: Part): string {
  const tenths = Math.floor((2000 * x + n) / (2 * n));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Units of a zone by quarter, sorted out once for each world. */
const sorted = new WeakMap<World, ReadonlyMap<string, UnitRow[]>>();

function byZoneAndQuarter(world: World): ReadonlyMap<string, UnitRow[]> {
  const before = sorted.get(world);
  if (before) return before;
  const found = new Map<string, UnitRow[]>();
  for (const unit of world.units) {
    const key = `${unit.zone} ${quarterOf(unit.day)}`;
    const own = found.get(key);
    if (own) own.push(unit);
    else found.set(key, [unit]);
  }
  sorted.set(world, found);
  return found;
}

/** The units a zone counted at the end of a quarter; empty where it counted none. */
export const unitsAt = (world: World, zone: string, quarter: string): readonly UnitRow[] =>
  byZoneAndQuarter(world).get(`${zone} ${quarter}`) ?? [];

/** x of n of a unit rate among some units. */
export function partOf(metric: string, units: readonly UnitRow[]): Part {
  const rate = UNIT_RATES[metric];
  if (rate === undefined) throw new RangeError(metric);
  const inScope = units.filter(rate.scope);
  return { x: inScope.filter(rate.counts).length, n: inScope.length };
}

/** Zone → x of n in a quarter or year; only zones that counted then. */
export function partsByZone(world: World, metric: string, period: string): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const { id } of world.zones) {
    const units = unitsAt(world, id, period);
    if (units.length > 0) parts.set(id, partOf(metric, units));
  }
  return parts;
}

/** Committee → x of n of one zone in a quarter. */
export function partsByCommittee(world: World, metric: string, zone: string, period: string): Map<string, Part> {
  const units = unitsAt(world, zone, period);
  const names = [...new Set(units.map(({ committee }) => committee))];
  return new Map(
    names.map((name) => [
      name,
      partOf(
        metric,
        units.filter(({ committee }) => committee === name),
      ),
    ]),
  );
}

/** The register a zone handed in last in a month, quarter or year; empty where it handed in none. */
export function registerIn(world: World, zone: string, period: string): OrgRow[] {
  const inside = (day: string): boolean => (period.includes('Q') ? quarterOf(day) === period : day.startsWith(period));
  const own = world.orgs.filter((org) => org.zone === zone && inside(org.day));
  const day = own.reduce((latest, org) => (org.day > latest ? org.day : latest), '');
  return own.filter((org) => org.day === day);
}

/** What registers handed in within a period add up to, and how many zones handed one in. */
export interface Stock {
  readonly reported: number;
  readonly all: number;
  readonly organisations: number;
  readonly members: number;
  readonly overdue: number;
  /** Branches with fewer than three full members, of all branches: better low. */
  readonly exceptions: Part;
}

/** Stocks of a period, of the zones that handed in a register in it and of no others. */
export function stockIn(world: World, period: string): Stock {
  const registers = world.zones.map(({ id }) => registerIn(world, id, period)).filter((rows) => rows.length > 0);
  const orgs = registers.flat();
  const branches = orgs.filter(({ type }) => type === '支部');
  return {
    reported: registers.length,
    all: world.zones.length,
    organisations: orgs.length,
    members: branches.reduce((sum, { members }) => sum + members, 0),
    overdue: branches.filter(({ termDue, termDone }) => termDue !== '' && termDone === '').length,
    exceptions: { x: branches.filter(({ full }) => full < 3).length, n: branches.length },
  };
}
