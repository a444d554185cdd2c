import { type Dimension, type Period, groupedBy } from '../domain';
import type { Cell, Selection } from './cell';
import type { Cube } from './cube';
import { cellsIn, selector } from './roll-up';

/** What of a figure was reported in counts only. */
export interface Counted {
  /** Values of the dimensions asked for, in their order. */
  readonly key: readonly string[];
  /** `all` of it or `some`. */
  readonly part: 'all' | 'some';
  /** Whether the counts say anything of this figure. */
  readonly known: boolean;
}

const weighs = ({ numerator, denominator }: Cell): boolean => numerator !== 0 || (denominator ?? 0) !== 0;

/** Which groups of a question hold figures reported in counts, with no rows behind them; in the order first met. */
export function countedIn(
  cube: Cube,
  question: Selection & { readonly metric: string },
  periods: readonly Period[],
  by: readonly Dimension[],
): Counted[] {
  const selected = selector(question);
  const groups = groupedBy(
    periods.flatMap((period) => cellsIn(cube, question.metric, period).filter(selected)),
    (cell) => JSON.stringify(by.map((dimension) => cell[dimension])),
  );
  return [...groups].flatMap(([key, cells]): Counted[] => {
    const heavy = cells.filter(weighs);
    const telling = heavy.length > 0 ? heavy : cells;
    const counted = telling.filter((cell) => cell.counted);
    if (counted.length === 0) return [];
    const part = counted.length === telling.length ? 'all' : 'some';
    return [{ key: JSON.parse(key) as string[], part, known: heavy.length > 0 }];
  });
}
