import { type MetricSpec, type Period, grainOf, shift } from '../domain';
import { metricById } from '../model';
import { type Cell, type Group, type Selection, rateOf } from './cell';
import type { Cube } from './cube';
import { cellsOnItems, itemsOfBoth, itemsReported } from './items';
import { cellsIn, cellsOf, groupCells, rollUp, selector } from './roll-up';

/*
 * Like is compared with like: the one place that decides which cells of two periods may be set against each other.
 */

/** Why something counted in one period is in no change: it did not report, had nothing due, or counts by other categories or items. */
export type Absence = 'not-now' | 'not-before' | 'nothing-due' | 'other-category' | 'other-items';

/** A zone, or a committee of a zone, that is in no change. */
export interface LeftOut {
  readonly zone: string;
  readonly committee?: string;
  /** The categories that only one of the periods has, where those make the difference. */
  readonly categories?: readonly string[];
  readonly why: Absence;
}

/** A zone that reports other items in one period than in the other: it is compared on those it reports in both. */
export interface ItemChange {
  readonly zone: string;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

/** The cells of two periods that may be compared, and what may not. */
export interface Comparable {
  readonly now: readonly Cell[];
  readonly before: readonly Cell[];
  /** Zones compared. */
  readonly zones: readonly string[];
  /** How many zones have a figure in either period. */
  readonly of: number;
  readonly left: readonly LeftOut[];
  readonly items: readonly ItemChange[];
}

const known = (group: Pick<Group, 'numerator' | 'denominator'> | undefined, rated: boolean): boolean =>
  group !== undefined && (!rated || (group.denominator ?? 0) > 0);

const sizeOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.denominator ?? 0), 0);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

function by(cells: readonly Cell[], key: (cell: Cell) => string): Map<string, Cell[]> {
  const found = new Map<string, Cell[]>();
  for (const cell of cells) {
    const own = found.get(key(cell));
    if (own) own.push(cell);
    else found.set(key(cell), [cell]);
  }
  return found;
}

/** Committees hand in lists of their own where they are few and large; where each branch is its own committee they do not. */
const MOST_COMMITTEES = 20;
const LEAST_SIZE = 5;
/** So few committees hand in lists of their own however short these are. */
const FEW_COMMITTEES = 4;

/**
 * Committees of one zone that handed in only one of the periods. Where the others take up what one had, it was a
 * reorganisation and nothing is left out: without it the zone's base would differ more, not less.
 */
function committeesOnce(now: readonly Cell[], before: readonly Cell[]): { committee: string; why: Absence }[] {
  const [here, there] = [by(now, (cell) => cell.committee), by(before, (cell) => cell.committee)];
  const weighed = (cells: readonly Cell[] | undefined): boolean => cells !== undefined && sizeOf(cells) > 0;
  const names = [...new Set([...here.keys(), ...there.keys()])];
  const sizes = names.map((name) => Math.max(sizeOf(here.get(name) ?? []), sizeOf(there.get(name) ?? [])));
  const branches = names.length > FEW_COMMITTEES && median(sizes) < LEAST_SIZE;
  if (names.length > MOST_COMMITTEES || branches) return [];
  // What states no committee is no committee: it stays.
  const stays = (name: string): boolean => name === '' || weighed(here.get(name)) === weighed(there.get(name));
  const both = (cell: Cell): boolean => stays(cell.committee);
  const [common, earlier] = [sizeOf(now.filter(both)), sizeOf(before.filter(both))];
  const [whole, wholeBefore] = [sizeOf(now), sizeOf(before)];
  // What only one period has, beyond what took the place of something else (a new name, a split).
  const [appeared, gone] = [whole - common, wholeBefore - earlier];
  const once = Math.abs(appeared - gone);
  if (common === 0 || earlier === 0 || once <= Math.max(appeared, gone) / 2) return [];
  if (Math.abs(common - earlier) >= Math.abs(whole - wholeBefore)) return [];
  return names
    .filter((name) => !stays(name))
    .map((committee) => ({ committee, why: weighed(here.get(committee)) ? 'not-before' : 'not-now' }));
}

interface Sides {
  readonly now: readonly Cell[];
  readonly before: readonly Cell[];
  readonly items: readonly ItemChange[];
  readonly left: readonly LeftOut[];
}

/** The cells of both periods, on the items each zone reports in both where the metric has items. */
function sidesOf(cube: Cube, metric: MetricSpec, selection: Selection, period: Period, against: Period): Sides {
  const selected = selector(selection);
  const plain = (at: Period): Cell[] => cellsIn(cube, metric.id, at).filter(selected);
  const [here, there] = [
    itemsReported(cube, metric.id, period, selection),
    itemsReported(cube, metric.id, against, selection),
  ];
  if (here.size === 0 || there.size === 0) return { now: plain(period), before: plain(against), items: [], left: [] };
  const both = itemsOfBoth(here, there);
  const zones = [...here.keys()].filter((zone) => there.has(zone));
  const items = zones.flatMap((zone): ItemChange[] => {
    const [own, earlier] = [here.get(zone) ?? [], there.get(zone) ?? []];
    const added = own.filter((item) => !earlier.includes(item));
    const dropped = earlier.filter((item) => !own.includes(item));
    return both.has(zone) && added.length + dropped.length > 0 ? [{ zone, added, dropped }] : [];
  });
  const changed = new Set(items.map(({ zone }) => zone));
  const none = new Set(zones.filter((zone) => !both.has(zone)));
  const on = new Map([...both].filter(([zone]) => changed.has(zone)));
  const side = (at: Period): Cell[] => [
    ...plain(at).filter(({ zone }) => !changed.has(zone) && !none.has(zone)),
    ...cellsOnItems(cube, metric.id, at, on, selection),
  ];
  return {
    now: side(period),
    before: side(against),
    items,
    left: [...none].map((zone) => ({ zone, why: 'other-items' as const })),
  };
}

/**
 * What of two periods may be compared for a metric: the same zones; inside a zone the same categories, the same items and, where
 * a base is reported whole (no flow), the same committees. A zone without a figure in one of the periods is left out by name.
 */
export function comparable(
  cube: Cube,
  question: Selection & { readonly metric: string },
  period: Period,
  against: Period,
): Comparable {
  const metric = metricById(question.metric);
  const rated = metric.kind === 'rate';
  const sides = sidesOf(cube, metric, question, period, against);
  const [here, there] = [by(sides.now, ({ zone }) => zone), by(sides.before, ({ zone }) => zone)];
  const left: LeftOut[] = [...sides.left];
  const kept: { now: Cell[]; before: Cell[] } = { now: [], before: [] };
  const zones: string[] = [];
  let of = left.length;
  for (const zone of new Set([...here.keys(), ...there.keys()])) {
    const [now, before] = [here.get(zone) ?? [], there.get(zone) ?? []];
    const [isNow, wasThen] = [known(groupCells(now, [])[0], rated), known(groupCells(before, [])[0], rated)];
    if (!isNow && !wasThen) continue;
    of += 1;
    if (!isNow || !wasThen) {
      const reported = (isNow ? before : now).length > 0 || !isReported(metric);
      left.push({ zone, why: reported ? 'nothing-due' : isNow ? 'not-before' : 'not-now' });
      continue;
    }
    const like = alike(metric, zone, now, before);
    left.push(...like.left);
    if (like.now.length === 0 || like.before.length === 0) continue;
    zones.push(zone);
    kept.now.push(...like.now);
    kept.before.push(...like.before);
  }
  return { ...kept, zones, of, left, items: sides.items };
}

/** Whether a zone hands in its base whole, so that what is not there was not reported: not so for what happened (flows, lists of events). */
const isReported = (metric: MetricSpec): boolean => metric.time !== 'flow' && metric.accumulates !== true;

/** What of one zone is alike in both periods. */
function alike(metric: MetricSpec, zone: string, now: readonly Cell[], before: readonly Cell[]) {
  const rated = metric.kind === 'rate';
  const [here, there] = [by(now, ({ category }) => category), by(before, ({ category }) => category)];
  const weighed = (cells: readonly Cell[] | undefined): boolean => cells !== undefined && sizeOf(cells) > 0;
  const both = (cell: Cell): boolean => weighed(here.get(cell.category)) && weighed(there.get(cell.category));
  if (!rated) return { now, before, left: [] };
  const left: LeftOut[] = [];
  let sides = { now: now.filter(both), before: before.filter(both) };
  if (sizeOf(sides.now) < sizeOf(now) || sizeOf(sides.before) < sizeOf(before)) {
    const once = [...new Set([...here.keys(), ...there.keys()])].filter(
      (name) => weighed(here.get(name)) !== weighed(there.get(name)),
    );
    left.push({ zone, why: 'other-category', categories: once });
  }
  if (isReported(metric)) {
    const once = committeesOnce(sides.now, sides.before);
    const names = new Set(once.map(({ committee }) => committee));
    sides = {
      now: sides.now.filter(({ committee }) => !names.has(committee)),
      before: sides.before.filter(({ committee }) => !names.has(committee)),
    };
    left.push(...once.map(({ committee, why }) => ({ zone, committee, why })));
  }
  return { ...sides, left };
}

/** A zone whose base leapt in a period: from one size to another. */
export interface ScopeJump {
  readonly zone: string;
  /** The first period with the new base. */
  readonly period: Period;
  readonly from: number;
  readonly to: number;
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

/**
 * Where, after `from` and up to `to`, the base (denominator) of a zone moved beyond what its own history explains. Bases of events
 * (flows) differ by nature and do not leap.
 */
export function scopeJumps(
  cube: Cube,
  question: Selection & { readonly metric: string },
  from: Period,
  to: Period,
): ScopeJump[] {
  const metric = metricById(question.metric);
  if (metric.kind !== 'rate' || !isReported(metric) || grainOf(from) !== grainOf(to)) return [];
  const periods: Period[] = [];
  for (let at = shift(from, -BACK); at <= to; at = shift(at, 1)) periods.push(at);
  const sizes = new Map<string, { period: Period; size: number }[]>();
  for (const group of rollUp(cube, { ...question, periods, by: ['zone', 'period'] })) {
    if (!group.denominator) continue;
    const own = { period: group.period ?? '', size: group.denominator };
    sizes.set(group.zone ?? '', [...(sizes.get(group.zone ?? '') ?? []), own]);
  }
  return [...sizes].flatMap(([zone, own]) => {
    const moves = own.map(({ size }, at) => {
      const before = own[at - 1]?.size;
      return before === undefined ? null : Math.abs(size - before) / before;
    });
    return own.flatMap(({ period, size }, at): ScopeJump[] => {
      const before = own[at - 1];
      const move = moves[at] ?? null;
      if (period <= from || before === undefined || move === null) return [];
      const past = moves.slice(0, at).filter((value) => value !== null);
      const least = past.length < YOUNG ? YOUNG_LEAP : Math.max(LEAP, USUAL * median(past));
      const leaps = move > least && Math.abs(size - before.size) >= FEWEST;
      return leaps ? [{ zone, period, from: before.size, to: size }] : [];
    });
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

/** Which zones of a selection report a metric in a period, and which others ever do. */
export interface Reporting {
  readonly zones: readonly string[];
  readonly absent: readonly string[];
}

/** Who stands behind a total: the zones with cells in the period, and those that have some in other periods only. */
export function reportingIn(cube: Cube, question: Selection & { readonly metric: string }, period: Period): Reporting {
  const selected = selector(question);
  const zones = new Set(
    cellsIn(cube, question.metric, period)
      .filter(selected)
      .map(({ zone }) => zone),
  );
  const ever = new Set(
    cellsOf(cube, question.metric)
      .filter(selected)
      .map(({ zone }) => zone),
  );
  return { zones: [...zones], absent: [...ever].filter((zone) => !zones.has(zone)) };
}
