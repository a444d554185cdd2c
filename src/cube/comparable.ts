import {
  type Dimension,
  type MetricSpec,
  NOT_STATED,
  type Period,
  firstDay,
  groupedBy,
  lastDay,
  statedOf,
} from '../domain';
import { metricById } from '../model';
import { type Cell, type Group, type Selection } from './cell';
import type { Cube } from './cube';
import { type ItemsByZone, cellsOnItems, itemsOfBoth, itemsReported } from './items';
import type { PartOfZone, PartsByZone } from './parts';
import { cellsOf } from './metric-cells';
import { once, oncePerList } from './once';
import { isReported, reportingOf } from './reporting';
import { cellsIn, chosenIn, groupCells } from './roll-up';
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
  /** What of each zone is compared. */
  readonly parts: PartsByZone;
}

const known = (group: Group | undefined, rated: boolean): boolean =>
  group !== undefined && !group.silent && (!rated || (group.denominator ?? 0) > 0);

/** The base of some cells: their denominators together. */
export const sizeOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.denominator ?? 0), 0);

/** The bases of some cells by a key. */
type Bases = ReadonlyMap<string, number>;

function basesBy(cells: readonly Cell[], keyOf: (cell: Cell) => string): Bases {
  const found = new Map<string, number>();
  for (const cell of cells) found.set(keyOf(cell), (found.get(keyOf(cell)) ?? 0) + (cell.denominator ?? 0));
  return found;
}

/** Whether something has a base among others. */
const weighs = (bases: Bases, name: string): boolean => (bases.get(name) ?? 0) > 0;

/** The middle of some values, 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

/** Committees hand in lists of their own where they are few and large; where each branch is its own committee they do not. */
const MOST_COMMITTEES = 20;
const LEAST_SIZE = 5;
/** So few committees hand in lists of their own however short these are. */
const FEW_COMMITTEES = 4;

/**
 * A reorganisation leaves at most a quarter of what a committee had with none of the others, or the zone's base, apart from that, moves by a
 * tenth or a handful at most: as bases do.
 */
const NOT_TAKEN_UP = 0.25;
const ORDINARY = 0.1;
const FEW = 5;

/** How much at most a count moves beside what was taken up by others: of what one committee had, and of what all had before. */
const ordinary = (once: number, before: number): number => Math.max(NOT_TAKEN_UP * once, ORDINARY * before, FEW);

const metOf = (cells: readonly Cell[]): number => cells.reduce((sum, { numerator }) => sum + numerator, 0);

/** Whether the others also took up what a committee had that counts: as many new units of another kind are not those it had. */
function metIsTaken(now: readonly Cell[], before: readonly Cell[], both: (cell: Cell) => boolean): boolean {
  const [all, allBefore] = [metOf(now), metOf(before)];
  const once = Math.abs(all - metOf(now.filter(both)) - (allBefore - metOf(before.filter(both))));
  return Math.abs(all - allBefore) <= ordinary(once, allBefore);
}

/** When each committee of a zone handed in anything of a metric, by zone and committee. */
type Handed = ReadonlyMap<string, ReadonlySet<Period>>;

/** Looked up once a metric: every step along a line asks. */
const handedIn = (cube: Cube, metric: string): Handed =>
  once(cube, ['handed', metric], () => {
    const found = new Map<string, Set<Period>>();
    for (const { zone, committee, period } of cellsOf(cube, metric, 'committees')) {
      const key = `${zone}\n${committee}`;
      const own = found.get(key);
      if (own) own.add(period);
      else found.set(key, new Set([period]));
    }
    return found;
  });

/** Every cell of each committee in a period, of whatever field, by zone and committee. */
type Lists = ReadonlyMap<string, readonly Cell[]>;

const noLists = (): Lists => new Map();
const byCommittee = oncePerList((cells: readonly Cell[]): Lists =>
  groupedBy(cells, ({ zone, committee }) => `${zone}\n${committee}`),
);

/** Looked up once a metric and period: {@link cellsIn} answers the same period with the same list. */
const listsIn = (cube: Cube, metric: string, period: Period): Lists =>
  byCommittee(cellsIn(cube, metric, period, 'committees'));

/** The two periods that are set against each other, with what was handed in for them and for the others: looked up where something is missing. */
export interface Pair {
  readonly period: Period;
  readonly against: Period;
  readonly handed: () => Handed;
  readonly now: () => Lists;
  readonly before: () => Lists;
  /** Two other periods of the same metric. */
  readonly step: (period: Period, against: Period) => Pair;
}

/** Two periods of a metric. */
export const pairOf = (cube: Cube, metric: string, period: Period, against: Period): Pair => ({
  period,
  against,
  handed: () => handedIn(cube, metric),
  now: () => listsIn(cube, metric, period),
  before: () => listsIn(cube, metric, against),
  step: (to, from) => pairOf(cube, metric, to, from),
});

/** All cells of a zone among some lists. */
const ofZone = (lists: Lists, zone: string): Cell[] =>
  [...lists].flatMap(([key, cells]) => (key.startsWith(`${zone}\n`) ? cells : []));

/** When a zone handed in anything between the two periods, in order; none where the lists of the pair are not looked at. */
function between({ period, against, handed, now }: Pair, zone: string): Period[] {
  const found = [...handed()].flatMap(([key, periods]) => (key.startsWith(`${zone}\n`) ? [...periods] : []));
  const inside = [...new Set(found)].filter((at) => lastDay(at) > lastDay(against) && lastDay(at) < firstDay(period));
  return now === noLists ? [] : inside.sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
}

/**
 * Whether a committee that only one of two distant periods has was not reported in the other, and is none that was made out of others or
 * taken up by them: seen where it came or went, from one list of the zone to the next. There bases have not moved as they do in a year.
 */
function isUnreported(pair: Pair, zone: string, committee: string, isNow: boolean, inside: readonly Period[]): boolean {
  const own = pair.handed().get(`${zone}\n${committee}`) ?? new Set<Period>();
  const along = [pair.against, ...inside, pair.period];
  const has = along.map((at, nth) => nth === (isNow ? along.length - 1 : 0) || own.has(at));
  const at = isNow ? has.indexOf(true) : has.lastIndexOf(true) + 1;
  const step = pair.step(along[at] ?? pair.period, along[at - 1] ?? pair.against);
  const [now, before] = [ofZone(step.now(), zone), ofZone(step.before(), zone)];
  return committeesOnce(zone, now, before, step).some((one) => one.committee === committee);
}

/** Whether what a committee handed in says that there is nothing to count in some categories: none in scope, or of other fields only. */
function reportedNone(list: readonly Cell[] | undefined, categories: ReadonlySet<string>): boolean {
  return list !== undefined && (sizeOf(list) === 0 || list.some(({ category }) => categories.has(category)));
}

/** Whether a committee that is missing from one of two periods is there again after both, or was there before both: it is no other's now. */
const comesBack = ({ period, against, handed }: Pair, zone: string, committee: string, isNow: boolean): boolean =>
  [...(handed().get(`${zone}\n${committee}`) ?? [])].some((at) =>
    isNow ? lastDay(at) < firstDay(against) : firstDay(at) > lastDay(period),
  );

/**
 * Committees of one zone that handed in only one of the periods; whoever handed in both times stays, also where there was nothing to count
 * in one of them. Where the others take up what one had, it was a reorganisation and nothing is left out. Not so where the committee comes back.
 */
function committeesOnce(
  zone: string,
  now: readonly Cell[],
  before: readonly Cell[],
  pair: Pair,
): { committee: string; why: Absence }[] {
  const [here, there] = [basesBy(now, ({ committee }) => committee), basesBy(before, ({ committee }) => committee)];
  const names = [...new Set([...here.keys(), ...there.keys()])];
  if (names.every((name) => weighs(here, name) && weighs(there, name))) return [];
  const sizes = names.map((name) => Math.max(here.get(name) ?? 0, there.get(name) ?? 0));
  const branches = names.length > FEW_COMMITTEES && median(sizes) < LEAST_SIZE;
  if (names.length > MOST_COMMITTEES || branches) return [];
  const categories = new Set([...now, ...before].map(({ category }) => category));
  const reported = (bases: Bases, lists: () => Lists, name: string): boolean =>
    weighs(bases, name) || reportedNone(lists().get(`${zone}\n${name}`), categories);
  // What states no committee is no committee: it stays.
  const staying = new Set(
    names.filter((name) => name === '' || reported(here, pair.now, name) === reported(there, pair.before, name)),
  );
  const stays = (name: string): boolean => staying.has(name);
  const both = (cell: Cell): boolean => stays(cell.committee);
  const [common, earlier] = [sizeOf(now.filter(both)), sizeOf(before.filter(both))];
  const [whole, wholeBefore] = [sizeOf(now), sizeOf(before)];
  // What only one period has, beyond what took the place of something else (a new name, a split).
  const [appeared, gone] = [whole - common, wholeBefore - earlier];
  const once = Math.abs(appeared - gone);
  if (common === 0 || earlier === 0 || once <= Math.max(appeared, gone) / 2) return [];
  const missing = names.filter((name) => !stays(name));
  const told = (some: readonly string[]): { committee: string; why: Absence }[] =>
    some.map((committee) => ({ committee, why: weighs(here, committee) ? 'not-before' : 'not-now' }));
  const inside = between(pair, zone);
  if (inside.length > 0)
    return told(missing.filter((name) => isUnreported(pair, zone, name, weighs(here, name), inside)));
  const isMissing = missing.every((name) => comesBack(pair, zone, name, weighs(here, name))) && !names.includes('');
  const [moved, others] = [Math.abs(whole - wholeBefore), Math.abs(common - earlier)];
  const isBaseTaken = others >= moved && moved <= ordinary(once, wholeBefore);
  // Whoever is there for the first time was made out of others; whose list is not there may as well be missing.
  const isTaken = isBaseTaken && (appeared > gone || metIsTaken(now, before, both));
  if (isTaken && !isMissing) return [];
  return told(missing);
}

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
    // On some of its items a committee is there by those only: that it handed in others says nothing of them.
    const like = alike(metric, zone, now, before, items ? { ...pair, now: noLists, before: noLists } : pair);
    left.push(...like.left);
    if (like.now.length === 0 || like.before.length === 0) continue;
    parts.set(zone, { ...like.part, ...(items && { items }) });
    kept.now.push(...like.now);
    kept.before.push(...like.before);
  }
  const told = new Set([...here.keys(), ...there.keys()]);
  const untold = withheldZones(cube, question, period).filter((zone) => !told.has(zone));
  left.push(...untold.map((zone) => ({ zone, why: 'withheld' as const })));
  return { ...kept, zones: [...parts.keys()], of: of + statedOf(untold).length, left, items: sides.items, parts };
}

/** What of one zone is alike in two periods. */
interface Alike {
  readonly now: readonly Cell[];
  readonly before: readonly Cell[];
  readonly left: readonly LeftOut[];
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
  if (!rated) return { now, before, left: [], part: {} };
  const [here, there] = [basesBy(now, ({ category }) => category), basesBy(before, ({ category }) => category)];
  const isInBoth = (name: string): boolean => weighs(here, name) && weighs(there, name);
  const both = ({ category }: Cell): boolean => isInBoth(category);
  const left: LeftOut[] = [];
  let part: PartOfZone = {};
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
    if (once.length === 0) return { ...sides, left, part };
    const names = new Set(once.map(({ committee }) => committee));
    const all = new Set([...sides.now, ...sides.before].map(({ committee }) => committee));
    part = { ...part, committees: [...all].filter((name) => !names.has(name)) };
    sides = {
      now: sides.now.filter(({ committee }) => !names.has(committee)),
      before: sides.before.filter(({ committee }) => !names.has(committee)),
    };
    left.push(...once.map(({ committee, why }) => ({ zone, committee, why })));
  }
  return { ...sides, left, part };
}
