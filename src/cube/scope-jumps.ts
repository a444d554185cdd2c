import { type MetricSpec, type Period, grainOf, groupedBy, shift } from '../domain';
import { metricById } from '../model';
import { type Cell, type Selection, rateOf } from './cell';
import { median, sizeOf } from './bases';
import { pairOf } from './committees';
import { type Comparable, type LeftOut, alike } from './comparable';
import type { Cube } from './cube';
import { once } from './once';
import { isReported } from './reporting';
import { chosenIn, groupCells } from './roll-up';

/** A zone whose base leapt between two periods: from one size to another. */
export interface ScopeJump {
  readonly zone: string;
  /** The first period with the new base. */
  readonly period: Period;
  readonly from: number;
  readonly to: number;
  /** Whether the sizes are of a part of the zone, since the rest of it is in one of the two periods only. */
  readonly part?: true;
}

/**
 * A base leaps where it moves by more than a tenth, by four times what it usually moves, and by five things at least; by more than a
 * third where there is too little history to know what is usual.
 */
const LEAP = 0.1;
const USUAL = 4;
const FEWEST = 5;
const YOUNG_LEAP = 0.35;
const YOUNG = 3;
/** Periods looked back on to know how a base usually moves. */
const BACK = 8;

/** One step of a zone's base, from a period it reported to the next: of what is alike in both. */
interface Step {
  readonly period: Period;
  readonly from: number;
  readonly to: number;
  readonly part: boolean;
}

const moveOf = ({ from, to }: Pick<Step, 'from' | 'to'>): number => Math.abs(to - from) / from;

/** What of a zone has a base in a period. */
interface Base {
  readonly period: Period;
  readonly cells: readonly Cell[];
}

/** What is compared of the zones of which some committees and categories are left out. */
function partsCompared(left: readonly LeftOut[]): ReadonlyMap<string, (cell: Cell) => boolean> {
  const part = left.filter(({ committee, categories }) => committee ?? categories);
  return new Map(
    [...groupedBy(part, ({ zone }) => zone)].map(([zone, own]) => {
      const committees = new Set(own.flatMap(({ committee }) => committee ?? []));
      const categories = new Set(own.flatMap((one) => one.categories ?? []));
      return [zone, (cell) => !committees.has(cell.committee) && !categories.has(cell.category)];
    }),
  );
}

/** The step of a zone from one base to the next. */
function stepBetween(cube: Cube, metric: MetricSpec, zone: string, earlier: Base, base: Base): Step {
  const like = alike(metric, zone, base.cells, earlier.cells, pairOf(cube, metric.id, base.period, earlier.period));
  return { period: base.period, from: sizeOf(like.before), to: sizeOf(like.now), part: like.left.length > 0 };
}

/** The bases of a question as they are looked back on: every change on a line looks back over nearly the same periods. */
interface Bases {
  /** Zone by zone. */
  in(period: Period): ReadonlyMap<string, readonly Cell[]>;
  step(zone: string, earlier: Base, base: Base): Step;
}

const basesOf = (cube: Cube, question: Selection & { readonly metric: string }): Bases =>
  once(cube, ['bases', question], () => {
    const byZone = new Map<Period, ReadonlyMap<string, readonly Cell[]>>();
    const steps = new Map<string, Step>();
    return {
      in(period) {
        const found =
          byZone.get(period) ?? groupedBy(chosenIn(cube, question, period, ['committee']), ({ zone }) => zone);
        byZone.set(period, found);
        return found;
      },
      step(zone, earlier, base) {
        const key = `${zone}\n${earlier.period}\n${base.period}`;
        const found = steps.get(key) ?? stepBetween(cube, metricById(question.metric), zone, earlier, base);
        steps.set(key, found);
        return found;
      },
    };
  });

/** The leap in a row of steps after a period, where one of them is beyond what those before it explain; null where none is. */
function leapIn(steps: readonly Step[], after: Period): Step | null {
  const leaps = steps.filter((step, at) => {
    if (step.period <= after) return false;
    const past = steps.slice(0, at).map(moveOf);
    const least = past.length < YOUNG ? YOUNG_LEAP : Math.max(LEAP, USUAL * median(past));
    return moveOf(step) > least && Math.abs(step.to - step.from) >= FEWEST;
  });
  const [first, last] = [leaps[0], leaps.at(-1)];
  if (!first || !last) return null;
  // A base that leapt and leapt back is what it was.
  const whole = { ...first, to: last.to, part: leaps.some(({ part }) => part) };
  return moveOf(whole) > LEAP && Math.abs(whole.to - whole.from) >= FEWEST ? whole : null;
}

/**
 * Where, after `from` and up to `to`, the base (denominator) of a zone moved beyond what its own history explains. Each step is measured on
 * the committees and categories that are in both its periods, and without those `left` out of the comparison: a committee that is missing
 * is told as missing, and neither hides nor feigns a base that leapt. Bases of events (flows) differ by nature and do not leap.
 */
export function scopeJumps(
  cube: Cube,
  question: Selection & { readonly metric: string },
  from: Period,
  to: Period,
  left: readonly LeftOut[] = [],
): ScopeJump[] {
  const metric = metricById(question.metric);
  if (metric.kind !== 'rate' || !isReported(metric) || grainOf(from) !== grainOf(to)) return [];
  const bases = basesOf(cube, question);
  const parts = partsCompared(left);
  const known = new Map<string, Base[]>();
  for (let period = shift(from, -BACK); period <= to; period = shift(period, 1))
    for (const [zone, all] of bases.in(period)) {
      const part = parts.get(zone);
      const cells = part ? all.filter(part) : all;
      if (sizeOf(cells) > 0) known.set(zone, [...(known.get(zone) ?? []), { period, cells }]);
    }
  return [...known].flatMap(([zone, own]): ScopeJump[] => {
    const steps = own.slice(1).map((base, at): Step => {
      const earlier = own[at] ?? base;
      if (!parts.has(zone)) return bases.step(zone, earlier, base);
      return { ...stepBetween(cube, metric, zone, earlier, base), part: true };
    });
    const leap = leapIn(
      steps.filter((step) => step.from > 0),
      from,
    );
    if (leap === null) return [];
    const { period, part } = leap;
    return [{ zone, period, from: leap.from, to: leap.to, ...(part && { part: true as const }) }];
  });
}

/** A change of a whole in percentage points, parted in what the zones' rates did and what a leap of some bases did. */
export interface ScopeEffect {
  /** Σ over zones without a leap of their mean weight × change of rate. */
  readonly rate: number;
  /** The rest of the change: the widened (or narrowed) bases, and the weights of zones. */
  readonly scope: number;
}

/** Parts the change between two sets of like cells; null when every zone leapt, since nothing tells the two apart then. */
export function scopeEffect(
  { now, before, zones }: Pick<Comparable, 'now' | 'before' | 'zones'>,
  leapt: ReadonlySet<string>,
): ScopeEffect | null {
  const [whole, wholeBefore] = [groupCells(now, [])[0], groupCells(before, [])[0]];
  const [rate, rateBefore] = [whole ? rateOf(whole) : null, wholeBefore ? rateOf(wholeBefore) : null];
  if (rate === null || rateBefore === null || zones.every((zone) => leapt.has(zone))) return null;
  const then = new Map(groupCells(before, ['zone']).map((group) => [group.zone, group]));
  let effect = 0;
  for (const group of groupCells(now, ['zone'])) {
    const earlier = then.get(group.zone);
    const [p, q] = [rateOf(group), earlier ? rateOf(earlier) : null];
    if (leapt.has(group.zone ?? '') || p === null || q === null) continue;
    const share = (group.denominator ?? 0) / (whole?.denominator ?? 1);
    const shareBefore = (earlier?.denominator ?? 0) / (wholeBefore?.denominator ?? 1);
    effect += ((share + shareBefore) / 2) * (p - q) * 100;
  }
  return { rate: effect, scope: (rate - rateBefore) * 100 - effect };
}
