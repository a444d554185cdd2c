import type { MetricSpec, Period } from '../domain';
import type { Cell, Selection } from './cell';
import type { Cube } from './cube';
import { type ItemsByZone, cellsOnItems } from './items';
import { cellsIn, selector } from './roll-up';

/** What of one zone a figure is of, where that is not all the zone reports; what is absent is not narrowed. */
export interface PartOfZone {
  /** Of a rate over several items: the items it is counted on. */
  readonly items?: readonly string[];
  readonly categories?: readonly string[];
  readonly committees?: readonly string[];
}

/** What of each zone a figure is of; a zone that is not named is not in it. */
export type PartsByZone = ReadonlyMap<string, PartOfZone>;

/** A metric on the duties given for each zone: its items, or its categories where it has none. */
export const partsOfDuties = (metric: MetricSpec, duties: ItemsByZone): PartsByZone =>
  new Map(
    [...duties].map(
      ([zone, own]) => [zone, metric.items === undefined ? { categories: own } : { items: own }] as const,
    ),
  );

/** The cells of a metric that count in a period, of some parts of the zones. */
export function cellsOfParts(
  cube: Cube,
  { metric, ...selection }: Selection & { readonly metric: string },
  period: Period,
  parts: PartsByZone,
): Cell[] {
  const onItems = new Map([...parts].flatMap(([zone, { items }]) => (items === undefined ? [] : [[zone, items]])));
  const selected = selector(selection);
  const plain = cellsIn(cube, metric, period).filter((cell) => !onItems.has(cell.zone) && selected(cell));
  const among = (values: readonly string[] | undefined, value: string): boolean => values?.includes(value) ?? true;
  return [...plain, ...cellsOnItems(cube, metric, period, onItems, selection)].filter((cell) => {
    const part = parts.get(cell.zone);
    return part !== undefined && among(part.categories, cell.category) && among(part.committees, cell.committee);
  });
}
