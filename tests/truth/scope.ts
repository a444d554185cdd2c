import { changeOf } from './change';
import { partsByZone } from './count';
import type { World } from './rows';

/** Zones whose base surely changed for another reason than units coming and going, and zones whose base surely did not. */
export interface Scope {
  readonly jumped: readonly string[];
  readonly steady: readonly string[];
}

const SURELY = 1.4;
const SURELY_NOT = 1.1;
/** A base of a handful doubles by itself. */
const LEAST = 20;

/** What is sure about the bases of the zones that reported both times; nothing is said of those between. */
export function scopeOf(world: World, metric: string, from: string, to: string): Scope {
  const [before, now] = [partsByZone(world, metric, from), partsByZone(world, metric, to)];
  const [jumped, steady]: [string[], string[]] = [[], []];
  for (const [zone, { n }] of now) {
    const then = before.get(zone)?.n ?? 0;
    if (then === 0 || n === 0) continue;
    // Half a zone that did not report is no change of scope; what the other half did is.
    const { now: kept, before: keptBefore } = changeOf(world, metric, from, to, [zone]);
    if (kept.n === 0 || keptBefore.n === 0) {
      steady.push(zone);
      continue;
    }
    const ratio = Math.max(kept.n / keptBefore.n, keptBefore.n / kept.n);
    if (ratio >= SURELY && Math.min(kept.n, keptBefore.n) >= LEAST && isQuiet(world, metric, zone, from))
      jumped.push(zone);
    else if (ratio <= SURELY_NOT) steady.push(zone);
  }
  return { jumped, steady };
}

/** With fewer quarters reported there is no history to measure a jump by. */
const HISTORY = 4;

/** Whether a base is known to have moved little from quarter to quarter up to one: a leap it makes every year is no news. */
function isQuiet(world: World, metric: string, zone: string, last: string): boolean {
  const upTo = world.quarters.filter((quarter) => quarter <= last);
  const bases = upTo.flatMap((quarter) => partsByZone(world, metric, quarter).get(zone)?.n ?? []);
  const moves = bases.slice(1).map((n, at) => Math.max(n, bases[at] ?? n) / Math.max(1, Math.min(n, bases[at] ?? n)));
  const large = moves.filter((ratio) => ratio > SURELY_NOT).length;
  return bases.length >= HISTORY && large * 2 < moves.length;
}
