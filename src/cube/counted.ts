import { type Dimension, type Period, groupedBy } from '../domain';
import type { Cell, Selection } from './cell';
import type { Cube } from './cube';
import { chosenIn } from './roll-up';

/** What of a figure was reported in counts only. */
export interface Counted {
  /** Values of the dimensions asked for, in their order. */
  readonly key: readonly string[];
  /** `all` of what says anything of the figure, or `some`. */
  readonly part: 'all' | 'some';
  /** Whether all of these counts say something of this figure, some, or none. */
  readonly said: 'all' | 'some' | 'none';
}

const weighs = ({ numerator, denominator }: Cell): boolean => numerator !== 0 || (denominator ?? 0) !== 0;

/** The first of some lists that holds anything. */
const firstFilled = (...lists: readonly (readonly Cell[])[]): readonly Cell[] =>
  lists.find((list) => list.length > 0) ?? [];

/** Which groups of a question hold figures reported in counts, with no rows behind them; in the order first met. */
export function countedIn(
  cube: Cube,
  question: Selection & { readonly metric: string },
  periods: readonly Period[],
  by: readonly Dimension[],
): Counted[] {
  const groups = groupedBy(
    periods.flatMap((period) => chosenIn(cube, question, period, by)),
    (cell) => JSON.stringify(by.map((dimension) => cell[dimension])),
  );
  return [...groups].flatMap(([key, cells]): Counted[] => {
    const counts = cells.filter(({ counted }) => counted);
    const saying = counts.filter(({ silent }) => !silent);
    const telling = firstFilled(
      cells.filter(weighs),
      cells.filter(({ silent }) => !silent),
      cells,
    );
    const isAll = telling.every(({ counted }) => counted);
    const isSome = telling.some(({ counted }) => counted) || saying.length < counts.length;
    if (counts.length === 0 || !isSome) return [];
    const said = saying.length === 0 ? 'none' : saying.length < counts.length ? 'some' : 'all';
    return [{ key: JSON.parse(key) as string[], part: isAll ? 'all' : 'some', said }];
  });
}
