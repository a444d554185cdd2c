import { type Period, firstDay, groupedBy, lastDay } from '../domain';
import { type Bases, basesBy, median, sizeOf, weighs } from './bases';
import type { Cell } from './cell';
import type { CommitteeMove, Cube } from './cube';
import { baseOf, metricById } from '../model';
import { cellsOf } from './metric-cells';
import { once, oncePerList } from './once';
import { cellsIn } from './roll-up';

/*
 * Which committees of a zone handed in only one of two periods: those that did not report, and not those that were made out of others.
 */

/** A committee that is in one of two periods only, and in which it is missing. */
export interface Once {
  readonly committee: string;
  readonly why: 'not-now' | 'not-before';
}

/** What becomes of the committees that only one of two periods has. */
export interface OnceOnly {
  /** Whose list was not handed in: they are left out. */
  readonly left: readonly Once[];
  /** Taken to be made out of others, or taken up by others, by the sums alone: the zone is compared whole, and they are told. */
  readonly rearranged: readonly string[];
}

const NOBODY: OnceOnly = { left: [], rearranged: [] };

/** Committees hand in lists of their own where they are few and large; where each branch is its own committee they do not. */
export const MOST_COMMITTEES = 20;
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

/** When anything of a metric was handed in: by each committee of a zone (under both), and by each zone, in order. */
interface Handed {
  readonly committees: ReadonlyMap<string, ReadonlySet<Period>>;
  readonly zones: ReadonlyMap<string, readonly Period[]>;
}

/** Looked up once a metric: every step along a line asks. */
const handedIn = (cube: Cube, metric: string): Handed =>
  once(cube, ['handed', metric], () => {
    const [committees, zones] = [new Map<string, Set<Period>>(), new Map<string, Set<Period>>()];
    const add = (known: Map<string, Set<Period>>, key: string, period: Period): void => {
      const own = known.get(key);
      if (own) own.add(period);
      else known.set(key, new Set([period]));
    };
    for (const { zone, committee, period } of cellsOf(cube, metric, 'committees')) {
      add(committees, `${zone}\n${committee}`, period);
      add(zones, zone, period);
    }
    const inOrder = (periods: ReadonlySet<Period>): Period[] =>
      [...periods].sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
    return { committees, zones: new Map([...zones].map(([zone, periods]) => [zone, inOrder(periods)])) };
  });

/** Every cell of a period, of whatever field: of each committee, by zone and committee, and of each zone. */
interface Lists {
  readonly committees: ReadonlyMap<string, readonly Cell[]>;
  readonly zones: ReadonlyMap<string, readonly Cell[]>;
}

const listsOf = oncePerList((cells: readonly Cell[]): Lists => ({
  committees: groupedBy(cells, ({ zone, committee }) => `${zone}\n${committee}`),
  zones: groupedBy(cells, ({ zone }) => zone),
}));

/** The two periods that are set against each other, with what was handed in for them and for the others: looked up where something is missing. */
export interface Pair {
  readonly period: Period;
  readonly against: Period;
  readonly handed: () => Handed;
  /** What was handed in for a period; null where it does not count: on some of its items a committee is there by those only. */
  readonly lists: ((at: Period) => Lists) | null;
  /** Whether what a committee lists stands under others in the list of its zone that does not have it; null where nobody looked. */
  readonly moved: (zone: string, committee: string) => boolean | null;
}

/** Where committees came into the lists that a metric is counted from, or went out of them, by zone and committee. */
const movesOf = (cube: Cube, metric: string): ReadonlyMap<string, readonly CommitteeMove[]> =>
  once(cube, ['moves', metric], () => {
    const { needs } = baseOf(metricById(metric));
    const own = (cube.moves ?? []).filter(({ table }) => needs.includes(table));
    return groupedBy(own, ({ zone, committee }) => `${zone}\n${committee}`);
  });

/** Two periods of a metric. */
export const pairOf = (cube: Cube, metric: string, period: Period, against: Period): Pair => ({
  period,
  against,
  handed: () => handedIn(cube, metric),
  // Grouped once a metric and period: `cellsIn` answers the same period with the same list.
  lists: (at) => listsOf(cellsIn(cube, metric, at)),
  moved: (zone, committee) =>
    movesOf(cube, metric)
      .get(`${zone}\n${committee}`)
      ?.find(({ day }) => day > lastDay(against) && day <= lastDay(period))?.moved ?? null,
});

/** When a zone handed in anything between the two periods, in order. */
const between = ({ period, against, handed, lists }: Pair, zone: string): readonly Period[] =>
  lists === null
    ? []
    : (handed().zones.get(zone) ?? []).filter((at) => lastDay(at) > lastDay(against) && lastDay(at) < firstDay(period));

/**
 * Whether a committee that only one of two distant periods has was not reported in the other, and is none that was made out of others or
 * taken up by them: seen where it came or went, from one list of the zone to the next. There bases have not moved as they do in a year.
 */
function isUnreported(pair: Pair, zone: string, committee: string, isNow: boolean, inside: readonly Period[]): boolean {
  const own = pair.handed().committees.get(`${zone}\n${committee}`) ?? new Set<Period>();
  const along = [pair.against, ...inside, pair.period];
  const has = along.map((at, nth) => nth === (isNow ? along.length - 1 : 0) || own.has(at));
  const came = isNow ? has.indexOf(true) : has.lastIndexOf(true) + 1;
  const step = { ...pair, period: along[came] ?? pair.period, against: along[came - 1] ?? pair.against };
  const [now, before] = [step.period, step.against].map((at) => step.lists?.(at).zones.get(zone) ?? []);
  return committeesOnce(zone, now ?? [], before ?? [], step).left.some((one) => one.committee === committee);
}

/** Whether what a committee handed in says that there is nothing to count in some categories: none in scope, or of other fields only. */
function reportedNone(list: readonly Cell[] | undefined, categories: ReadonlySet<string>): boolean {
  return list !== undefined && (sizeOf(list) === 0 || list.some(({ category }) => categories.has(category)));
}

/** Whether a committee that is missing from one of two periods is there again after both, or was there before both: it is no other's now. */
const comesBack = ({ period, against, handed }: Pair, zone: string, committee: string, isNow: boolean): boolean =>
  [...(handed().committees.get(`${zone}\n${committee}`) ?? [])].some((at) =>
    isNow ? lastDay(at) < firstDay(against) : firstDay(at) > lastDay(period),
  );

/** How far the base of a zone moved in all its fields: what left one field is not made up by what came to another. */
function movedByField(now: readonly Cell[], before: readonly Cell[]): number {
  const [here, there] = [now, before].map((cells) => basesBy(cells, ({ domain }) => domain)) as [Bases, Bases];
  return [...new Set([...here.keys(), ...there.keys()])].reduce(
    (sum, field) => sum + Math.abs((here.get(field) ?? 0) - (there.get(field) ?? 0)),
    0,
  );
}

/**
 * Committees of one zone that handed in only one of the periods; whoever handed in both times stays, also where there was nothing to count
 * in one of them. Where the others take up what one had, it was a reorganisation and nothing is left out. Not so where the committee comes back.
 * Whatever part of the zone is asked about, its whole lists decide: a committee that was merged was merged with all it had.
 */
export function committeesOnce(zone: string, now: readonly Cell[], before: readonly Cell[], pair: Pair): OnceOnly {
  const [here, there] = [basesBy(now, ({ committee }) => committee), basesBy(before, ({ committee }) => committee)];
  const once = [...new Set([...here.keys(), ...there.keys()])].filter(
    (name) => weighs(here, name) !== weighs(there, name),
  );
  if (once.length === 0) return NOBODY;
  const categories = new Set([...now, ...before].map(({ category }) => category));
  const whole = (at: Period, own: readonly Cell[]): readonly Cell[] =>
    pair
      .lists?.(at)
      .zones.get(zone)
      ?.filter(({ category }) => categories.has(category)) ?? own;
  const found = onceInLists(zone, whole(pair.period, now), whole(pair.against, before), pair);
  return {
    left: found.left.filter(({ committee }) => once.includes(committee)),
    rearranged: found.rearranged.filter((committee) => once.includes(committee)),
  };
}

/** The same of the whole lists of a zone. */
function onceInLists(zone: string, now: readonly Cell[], before: readonly Cell[], pair: Pair): OnceOnly {
  const [here, there] = [basesBy(now, ({ committee }) => committee), basesBy(before, ({ committee }) => committee)];
  const names = [...new Set([...here.keys(), ...there.keys()])];
  if (names.every((name) => weighs(here, name) && weighs(there, name))) return NOBODY;
  const sizes = names.map((name) => Math.max(here.get(name) ?? 0, there.get(name) ?? 0));
  const branches = names.length > FEW_COMMITTEES && median(sizes) < LEAST_SIZE;
  if (names.length > MOST_COMMITTEES || branches) return NOBODY;
  const categories = new Set([...now, ...before].map(({ category }) => category));
  const reported = (bases: Bases, at: Period, name: string): boolean =>
    weighs(bases, name) || reportedNone(pair.lists?.(at).committees.get(`${zone}\n${name}`), categories);
  // What states no committee is no committee: it stays.
  const staying = new Set(
    names.filter((name) => name === '' || reported(here, pair.period, name) === reported(there, pair.against, name)),
  );
  const stays = (name: string): boolean => staying.has(name);
  const both = (cell: Cell): boolean => stays(cell.committee);
  const [common, earlier] = [sizeOf(now.filter(both)), sizeOf(before.filter(both))];
  const [whole, wholeBefore] = [sizeOf(now), sizeOf(before)];
  // What only one period has, beyond what took the place of something else (a new name, a split).
  const [appeared, gone] = [whole - common, wholeBefore - earlier];
  const once = Math.abs(appeared - gone);
  const missing = names.filter((name) => !stays(name));
  // What the lists themselves show counts; the sums of the bases only where nobody looked.
  const told = (bySums: (committee: string) => boolean): OnceOnly => {
    const moved = new Map(missing.map((name) => [name, pair.moved(zone, name)]));
    const isLeft = (name: string): boolean => ((moved.get(name) ?? null) === null ? bySums(name) : !moved.get(name));
    return {
      left: missing
        .filter(isLeft)
        .map((committee) => ({ committee, why: weighs(here, committee) ? 'not-before' : 'not-now' })),
      rearranged: missing.filter((name) => moved.get(name) === null && !isLeft(name)),
    };
  };
  if (common === 0 || earlier === 0 || once <= Math.max(appeared, gone) / 2) return told(() => false);
  const inside = between(pair, zone);
  if (inside.length > 0) return told((name) => isUnreported(pair, zone, name, weighs(here, name), inside));
  const isMissing = missing.every((name) => comesBack(pair, zone, name, weighs(here, name))) && !names.includes('');
  const [moved, others] = [movedByField(now, before), Math.abs(common - earlier)];
  const isBaseTaken = others >= Math.abs(whole - wholeBefore) && moved <= ordinary(once, wholeBefore);
  // Whoever is there for the first time was made out of others; whose list is not there may as well be missing.
  const isTaken = isBaseTaken && (appeared > gone || metIsTaken(now, before, both));
  return told(() => !isTaken || isMissing);
}
