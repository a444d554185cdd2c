import { type Cube, alignPeriod, cellsOf, comparedPeriod, isLater, once, textsIn } from '../cube';
import { type Period, firstDay, grainOf, isFinerOrEqual, lastDay, toGrain } from '../domain';
import { metricById } from '../model';
import type { Ask } from './ask';

/** The periods as they are stored, each once at least. */
function storedPeriods(cube: Cube, metric: string, categories: readonly string[]): readonly Period[] {
  if (categories.length === 0) return textsIn(cube, metric, 'period');
  const wanted = new Set(categories);
  return cellsOf(cube, metric, 'zones').flatMap(({ category, period }) => (wanted.has(category) ? period : []));
}

/** Periods of a grain in which the selection has cells, in time order, none after the as-of date. */
export function periodsAnswered(
  cube: Cube,
  metric: string,
  grain: Parameters<typeof toGrain>[1],
  categories: readonly string[] = [],
): Period[] {
  return once(cube, ['periods', metric, grain, categories], () => {
    const { asOf } = cube;
    const known = storedPeriods(cube, metric, categories).filter(
      (at) => (asOf === null || firstDay(at) <= asOf) && isFinerOrEqual(grainOf(at), grain),
    );
    return [...new Set(known.map((at) => toGrain(at, grain)))].sort();
  });
}

/** Half-years and years a metric of cycles answers for, in the order they end. */
export function cyclesAnswered(cube: Cube, metric: string, categories: readonly string[] = []): Period[] {
  const halves = periodsAnswered(cube, metric, 'half', categories);
  const stored = new Set(textsIn(cube, metric, 'period'));
  const years = periodsAnswered(cube, metric, 'year', categories).filter((at) => stored.has(at));
  return [...halves, ...years].sort((a, b) => (isLater(a, b) ? 1 : -1));
}

/**
 * The period a metric answers for: the reader's, at the metric's grain, or else the last one before it that has cells
 * (a scheme that rates every second year). The reader's own when there is none. Where cycles are half-years and years, the
 * second half asked for is answered by the whole year that ends with it.
 */
export function periodAnswered(cube: Cube, metric: string, period: Period, categories: readonly string[] = []): Period {
  const spec = metricById(metric);
  const aligned = alignPeriod(spec, period);
  if (spec.grain === 'half' && grainOf(aligned) === 'half') {
    const cycles = cyclesAnswered(cube, metric, categories);
    return cycles.findLast((at) => lastDay(at) <= lastDay(aligned)) ?? aligned;
  }
  const known = periodsAnswered(cube, metric, grainOf(aligned), categories);
  return known.findLast((at) => at <= aligned) ?? aligned;
}

/** The period to compare with, at the metric's own grain; null for none. */
export function periodBefore(cube: Cube, ask: Ask, period: Period): Period | null {
  const wanted = comparedPeriod(period, ask.comparison);
  const { grain } = metricById(ask.metric);
  if (wanted === null || (grain !== 'year' && grain !== 'half')) return wanted;
  const known = periodsAnswered(cube, ask.metric, grainOf(wanted), ask.categories);
  return known.findLast((at) => at <= wanted) ?? null;
}
