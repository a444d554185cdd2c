import { type Part, partOf, sumOf, unitsAt } from './count';
import type { UnitRow, World } from './rows';

/** What may be said of a change between two periods. */
export interface Change {
  /** Points to many decimals; null where nobody reported both times. */
  readonly points: number | null;
  /** Zones that reported in both. */
  readonly both: readonly string[];
  /** Zones that reported in one of the two only. */
  readonly left: readonly string[];
  /** Zones that reported in neither. */
  readonly absent: readonly string[];
  /** Committees of zones in both that reported in one of the periods only. */
  readonly committeesLeft: readonly string[];
  readonly now: Part;
  readonly before: Part;
}

const pointsOf = (now: Part, before: Part): number | null =>
  now.n === 0 || before.n === 0 ? null : (now.x / now.n - before.x / before.n) * 100;

/** Committees whose units are all in one list and in no committee of the other: not reported, rather than rearranged. */
function onceOnly(units: readonly UnitRow[], others: readonly UnitRow[]): string[] {
  const known = new Set(others.map(({ id }) => id));
  // Whoever is named in both lists handed in both, whatever units are in them.
  const names = [...new Set(units.map(({ committee }) => committee))].filter(
    (name) => !others.some(({ committee }) => committee === name),
  );
  return names.filter((name) => units.every(({ committee, id }) => committee !== name || !known.has(id)));
}

/** The change of a unit rate over the zones, and the committees in them, that reported in both periods; of some units where asked for. */
export function changeOf(
  world: World,
  metric: string,
  from: string,
  to: string,
  zones?: readonly string[],
  among: (unit: UnitRow) => boolean = () => true,
): Change {
  const asked = world.zones.map(({ id }) => id).filter((id) => zones?.includes(id) ?? true);
  // Units without one in scope give no rate, as if nobody had reported.
  const known = (zone: string, period: string): boolean =>
    partOf(metric, unitsAt(world, zone, period).filter(among)).n > 0;
  const both = asked.filter((zone) => known(zone, from) && known(zone, to));
  const either = (zone: string): boolean => [from, to].some((period) => known(zone, period));
  const [nows, befores, committeesLeft]: [Part[], Part[], string[]] = [[], [], []];
  for (const zone of both) {
    const [here, there] = [unitsAt(world, zone, to), unitsAt(world, zone, from)];
    // A committee that handed in a list without one unit in scope did report: its zone is compared whole.
    const once = [...new Set([...onceOnly(here, there), ...onceOnly(there, here)])];
    const kept = (unit: UnitRow): boolean => !once.includes(unit.committee) && among(unit);
    nows.push(partOf(metric, here.filter(kept)));
    befores.push(partOf(metric, there.filter(kept)));
    committeesLeft.push(
      // Whose list had nothing in scope is not missed.
      ...once.filter(
        (name) =>
          partOf(
            metric,
            [...here, ...there].filter((unit) => unit.committee === name && among(unit)),
          ).n > 0,
      ),
    );
  }
  const [now, before] = [sumOf(nows), sumOf(befores)];
  return {
    points: pointsOf(now, before),
    both,
    left: asked.filter((zone) => !both.includes(zone) && either(zone)),
    absent: asked.filter((zone) => !either(zone)),
    committeesLeft,
    now,
    before,
  };
}

/** How a change of several zones together splits: what their rates did, and what the weights of the zones did. */
export interface Split {
  readonly rate: number;
  readonly scope: number;
}

/**
 * The rate effect is Σ over the zones whose base stayed of the mean of its two shares of the denominator times the change of its
 * rate; the scope effect is the rest: what the changed bases did. Both in points; together they are the change.
 */
export function splitOf(
  world: World,
  metric: string,
  from: string,
  to: string,
  jumped: readonly string[] = [],
): Split | null {
  const { both: zones, now: allNow, before: allBefore, points: change } = changeOf(world, metric, from, to);
  if (change === null) return null;
  let rate = 0;
  for (const zone of zones.filter((one) => !jumped.includes(one))) {
    const { now: a, before: b, points: moved } = changeOf(world, metric, from, to, [zone]);
    if (moved !== null) rate += (moved * (a.n / allNow.n + b.n / allBefore.n)) / 2;
  }
  return { rate, scope: change - rate };
}

/** How long a rate has been falling: to the first quarter it did not, or, shorter, to the first in which a base moved. */
export interface Fall {
  readonly least: number;
  readonly most: number;
}

/** A base that moved by more than this may end a fall. */
const MOVED = 0.1;

/** How many quarters in a row a rate fell up to `last`, like with like; a quarter that cannot be compared ends it. */
export function fallOf(world: World, metric: string, zones: readonly string[], last: string): Fall {
  const upTo = world.quarters.filter((quarter) => quarter <= last);
  let [least, most] = [0, 0];
  let still = true;
  for (let at = upTo.length - 1; at > 0; at--) {
    const [from = '', to = ''] = [upTo[at - 1], upTo[at]];
    const { points } = changeOf(world, metric, from, to, zones);
    if (points === null || points > -1e-9) break;
    const moved = zones.some((zone) => {
      const { now, before } = changeOf(world, metric, from, to, [zone]);
      return now.n > 0 && before.n > 0 && Math.abs(now.n - before.n) > MOVED * before.n;
    });
    still = still && !moved;
    most += 1;
    if (still) least += 1;
  }
  return { least, most };
}
