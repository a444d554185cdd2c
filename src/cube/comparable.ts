import { type Dimension, type MetricSpec, NOT_STATED, type Period, groupedBy, statedOf } from '../domain';
import { metricById } from '../model';
import { basesBy, sizeOf, weighs } from './bases';
import { type Cell, type Group, type Selection } from './cell';
import { type Pair, committeesOnce, pairOf } from './committees';
import type { Cube } from './cube';
import { type ItemsByZone, cellsOnItems, itemsOfBoth, itemsReported } from './items';
import type { PartOfZone, PartsByZone } from './parts';
import { isReported, reportingOf } from './reporting';
import { chosenIn, groupCells } from './roll-up';
import { otherCommittees, withheldIn, withheldZones } from './withheld';

/*
 * Like is compared with like: the one place that decides which cells of two periods may be set against each other.
 */

/** Why something counted in one period is in no change: it did not report, had nothing due, or counts by other categories or items. */
export type Absence =
  | 'not-now'
  | 'not-before'
  | 'nothing-due'
  | 'other-category'
  | 'other-items'
  /** Of a cube for others: the committees that reported are not the same, or the zone's figure is not told. */
  | 'other-committees'
  | 'withheld';

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
  /** How many zones have a figure in either period; what states no zone is none. */
  readonly of: number;
  readonly left: readonly LeftOut[];
  readonly items: readonly ItemChange[];
  /** Committees that only one of the periods has, taken by the sums alone to be made out of others or taken up by them: their zones are compared whole. */
  readonly rearranged: readonly { readonly zone: string; readonly committee: string }[];
  /** What of each zone is compared. */
  readonly parts: PartsByZone;
}

const known = (group: Group | undefined, rated: boolean): boolean =>
  group !== undefined && !group.silent && (!rated || (group.denominator ?? 0) > 0);

interface Sides {
  readonly now: readonly Cell[];
  readonly before: readonly Cell[];
  readonly items: readonly ItemChange[];
  /** The items of the zones that report others now than before. */
  readonly on: ItemsByZone;
  readonly left: readonly LeftOut[];
}

/** The cells of both periods, on the items each zone reports in both where the metric has items. */
function sidesOf(
  cube: Cube,
  metric: MetricSpec,
  selection: Selection,
  period: Period,
  against: Period,
  by: readonly Dimension[],
): Sides {
  const plain = (at: Period): readonly Cell[] =>
    chosenIn(cube, { ...selection, metric: metric.id }, at, ['committee', ...by]);
  const [here, there] = [
    itemsReported(cube, metric.id, period, selection),
    itemsReported(cube, metric.id, against, selection),
  ];
  if (here.size === 0 || there.size === 0)
    return { now: plain(period), before: plain(against), items: [], on: new Map(), left: [] };
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
    on,
    left: [...none].map((zone) => ({ zone, why: 'other-items' as const })),
  };
}

/**
 * What of two periods may be compared for a metric: the same zones; inside a zone the same categories, the same items and, where
 * a base is reported whole (no flow), the same committees. A zone without a figure in one of the periods is left out by name. The cells
 * tell zones, committees and categories apart, fields where `by` asks for them.
 */
export function comparable(
  cube: Cube,
  question: Selection & { readonly metric: string },
  period: Period,
  against: Period,
  by: readonly Dimension[] = [],
): Comparable {
  const metric = metricById(question.metric);
  const rated = metric.kind === 'rate';
  const sides = sidesOf(cube, metric, question, period, against, by);
  const [here, there] = [groupedBy(sides.now, ({ zone }) => zone), groupedBy(sides.before, ({ zone }) => zone)];
  const left: LeftOut[] = [...sides.left];
  const rearranged: { zone: string; committee: string }[] = [];
  const kept: { now: Cell[]; before: Cell[] } = { now: [], before: [] };
  const parts = new Map<string, PartOfZone>();
  let of = statedOf(left.map(({ zone }) => zone)).length;
  const pair = pairOf(cube, metric.id, period, against);
  const reporting = new Map<Period, ReadonlySet<string>>();
  const reported = (zone: string, at: Period): boolean => {
    const zones = reporting.get(at) ?? reportingOf(cube, question, at);
    reporting.set(at, zones);
    return zones.has(zone);
  };
  for (const zone of new Set([...here.keys(), ...there.keys()])) {
    const [now, before] = [here.get(zone) ?? [], there.get(zone) ?? []];
    const [isNow, wasThen] = [known(groupCells(now, [])[0], rated), known(groupCells(before, [])[0], rated)];
    if (!isNow && !wasThen) continue;
    if (zone !== NOT_STATED) of += 1;
    if (otherCommittees(cube, metric.id, zone, period, against)) {
      left.push({ zone, why: 'other-committees' });
      continue;
    }
    if (!isNow || !wasThen) {
      if (withheldIn(cube, metric.id, zone, isNow ? against : period) !== null) {
        left.push({ zone, why: 'withheld' });
        continue;
      }
      const none = !isReported(metric) || reported(zone, isNow ? against : period);
      left.push({ zone, why: none ? 'nothing-due' : isNow ? 'not-before' : 'not-now' });
      continue;
    }
    const items = sides.on.get(zone);
    const like = alike(metric, zone, now, before, items ? { ...pair, lists: null } : pair);
    left.push(...like.left);
    rearranged.push(...like.rearranged.map((committee) => ({ zone, committee })));
    if (like.now.length === 0 || like.before.length === 0) continue;
    parts.set(zone, { ...like.part, ...(items && { items }) });
    kept.now.push(...like.now);
    kept.before.push(...like.before);
  }
  const told = new Set([...here.keys(), ...there.keys()]);
  const untold = withheldZones(cube, question, period).filter((zone) => !told.has(zone));
  left.push(...untold.map((zone) => ({ zone, why: 'withheld' as const })));
  return {
    ...kept,
    zones: [...parts.keys()],
    of: of + statedOf(untold).length,
    left,
    items: sides.items,
    rearranged,
    parts,
  };
}

/** What of one zone is alike in two periods. */
interface Alike {
  readonly now: readonly Cell[];
  readonly before: readonly Cell[];
  readonly left: readonly LeftOut[];
  readonly rearranged: readonly string[];
  readonly part: PartOfZone;
}

/** What of one zone is alike in both periods: the same categories and, where a base is handed in whole, the same committees. */
export function alike(
  metric: MetricSpec,
  zone: string,
  now: readonly Cell[],
  before: readonly Cell[],
  pair: Pair,
): Alike {
  const rated = metric.kind === 'rate';
  if (!rated) return { now, before, left: [], rearranged: [], part: {} };
  const [here, there] = [basesBy(now, ({ category }) => category), basesBy(before, ({ category }) => category)];
  const isInBoth = (name: string): boolean => weighs(here, name) && weighs(there, name);
  const both = ({ category }: Cell): boolean => isInBoth(category);
  const left: LeftOut[] = [];
  let part: PartOfZone = {};
  let rearranged: readonly string[] = [];
  let sides = { now: now.filter(both), before: before.filter(both) };
  if (sizeOf(sides.now) < sizeOf(now) || sizeOf(sides.before) < sizeOf(before)) {
    const once = [...new Set([...here.keys(), ...there.keys()])].filter(
      (name) => weighs(here, name) !== weighs(there, name),
    );
    left.push({ zone, why: 'other-category', categories: once });
    part = { categories: [...here.keys()].filter(isInBoth) };
  }
  if (isReported(metric)) {
    const once = committeesOnce(zone, sides.now, sides.before, pair);
    rearranged = once.rearranged;
    if (once.left.length === 0) return { ...sides, left, rearranged, part };
    const names = new Set(once.left.map(({ committee }) => committee));
    const all = new Set([...sides.now, ...sides.before].map(({ committee }) => committee));
    part = { ...part, committees: [...all].filter((name) => !names.has(name)) };
    sides = {
      now: sides.now.filter(({ committee }) => !names.has(committee)),
      before: sides.before.filter(({ committee }) => !names.has(committee)),
    };
    left.push(...once.left.map(({ committee, why }) => ({ zone, committee, why })));
  }
  return { ...sides, left, rearranged, part };
}
