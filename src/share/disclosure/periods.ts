import type { Cell } from '../../cube';
import { GRAINS, type Grain, type Period, grainOf, isFinerOrEqual, toGrain } from '../../domain';
import { type Telling, mayTell, sumsOf } from './tell';

/** A period, or the longer one it lies in. */
export const lengthened = (period: Period, grain: Grain): Period =>
  isFinerOrEqual(grainOf(period), grain) ? toGrain(period, grain) : period;

/** The same events by longer periods. */
export const over = (cells: readonly Cell[], grain: Grain): Cell[] =>
  cells.map((cell) => ({ ...cell, period: lengthened(cell.period, grain) }));

/** What of a zone's metric may be told: its cells as they are, or over the shortest periods that have enough; null where none has. */
export interface InPeriods {
  readonly cells: readonly Cell[];
  /** The grain they were added up to; null where they are as they were. */
  readonly grain: Grain | null;
}

/** Finds the shortest periods in which a zone's sums of a metric may be told. Snapshots are never added up over time. */
export function inPeriods(telling: Telling, cells: readonly Cell[], size: number): InPeriods | null {
  if (mayTell(telling, sumsOf(cells), size)) return { cells, grain: null };
  if (telling.spec.time === 'stock') return null;
  for (const grain of GRAINS) {
    if (!cells.some(({ period }) => lengthened(period, grain) !== period)) continue;
    const longer = over(cells, grain);
    if (mayTell(telling, sumsOf(longer), size)) return { cells: longer, grain };
  }
  return null;
}
