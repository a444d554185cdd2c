import { type Cube, type Selection, cellsOf, rollUp } from '../cube';
import { type Period, grainOf, lastDay, toGrain } from '../domain';

/**
 * The period nearest to the one asked in which a selection has anything of a metric: the last before it, else the first after it. Null where
 * it has nothing at any time. A quarter where the metric is counted by the month or the day.
 */
export function nearestPeriod(cube: Cube, metric: string, asked: Period, selection: Selection): Period | null {
  const periods = [...new Set(cellsOf(cube, metric).map(({ period }) => period))];
  const found = rollUp(cube, { ...selection, metric, periods, by: ['period'] })
    .filter(({ numerator, denominator }) => (denominator ?? Math.abs(numerator)) > 0)
    .flatMap(({ period }) => (period === undefined ? [] : [period]))
    .map((period) => (grainOf(period) === 'month' || grainOf(period) === 'day' ? toGrain(period, 'quarter') : period))
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  const day = lastDay(asked);
  return (
    found.filter((period) => lastDay(period) < day).at(-1) ?? found.find((period) => lastDay(period) > day) ?? null
  );
}
