import { type Dimension, type Period, splitCategory } from '../domain';
import { metricById } from '../model';
import type { Cell, Selection } from './cell';
import type { Cube } from './cube';
import { chosenIn } from './roll-up';

/* A branch that holds all its meetings is counted by what it owed; who reports fewer kinds owes less. Here what each zone
 * reports is read off the distribution of owed and lacking items, and a metric is counted again on some of the items. */

/** The items each zone reports. */
export type ItemsByZone = ReadonlyMap<string, readonly string[]>;

const NONE = '无';
/** The items in a part of a category, as the populations of meetings write it; none where it says that there are none. */
export const itemsIn = (part: string | undefined): string[] =>
  part === undefined || part === '' || part === NONE ? [] : part.split('+');

function distribution(
  cube: Cube,
  metric: string,
  period: Period,
  { categories: _, ...selection }: Selection,
  by: readonly Dimension[],
): Cell[] {
  const { items } = metricById(metric);
  if (items === undefined) return [];
  return chosenIn(cube, { ...selection, metric: items }, period, by).filter(({ numerator }) => numerator > 0);
}

/** What every zone reports of the items of a metric in a period; empty for a metric that has none. */
export function itemsReported(cube: Cube, metric: string, period: Period, selection: Selection = {}): ItemsByZone {
  const found = new Map<string, Set<string>>();
  for (const { zone, category } of distribution(cube, metric, period, selection, [])) {
    const own = found.get(zone) ?? new Set();
    for (const item of itemsIn(splitCategory(category)[0])) own.add(item);
    found.set(zone, own);
  }
  return new Map([...found].map(([zone, own]) => [zone, [...own]]));
}

/**
 * The cells of a metric in a period, counted on the items given for each zone: what owed none of them is left out, and what
 * lacks none of them counts. A zone without items given is left out.
 */
export function cellsOnItems(
  cube: Cube,
  metric: string,
  period: Period,
  items: ItemsByZone,
  selection: Selection = {},
): Cell[] {
  return distribution(cube, metric, period, selection, ['committee', 'domain']).flatMap((cell) => {
    const wanted = items.get(cell.zone) ?? [];
    const [owed, lacked] = splitCategory(cell.category);
    if (!itemsIn(owed).some((item) => wanted.includes(item))) return [];
    const met = !itemsIn(lacked).some((item) => wanted.includes(item));
    return [{ ...cell, metric, category: '', numerator: met ? cell.numerator : 0, denominator: cell.numerator }];
  });
}

function subsets(items: readonly string[]): string[][] {
  return items.reduce<string[][]>((found, item) => [...found, ...found.map((one) => [...one, item])], [[]]).slice(1);
}

/**
 * For each zone the items it is compared on: those it shares with the most others; of equally many the larger set. A zone that
 * shares nothing with anybody is compared on all of its own.
 */
export function sharedItems(reported: ItemsByZone): ItemsByZone {
  const all = [...reported.values()];
  const sharing = (items: readonly string[]): number =>
    all.filter((own) => items.every((item) => own.includes(item))).length;
  return new Map(
    [...reported].map(([zone, own]) => {
      const [best] = subsets(own)
        .map((items) => ({ items, zones: sharing(items) }))
        .sort((a, b) => b.zones - a.zones || b.items.length - a.items.length);
      return [zone, best && best.zones > 1 ? best.items : own];
    }),
  );
}

/** The items of both lists, zone by zone; zones with none in common are left out. */
export function itemsOfBoth(a: ItemsByZone, b: ItemsByZone): ItemsByZone {
  return new Map(
    [...a].flatMap(([zone, own]) => {
      const both = own.filter((item) => b.get(zone)?.includes(item));
      return both.length === 0 ? [] : [[zone, both] as const];
    }),
  );
}
