import { type Cell, type Cube, type Disclosure, comparable } from '../../cube';
import { type Grain, type MetricSpec, type Period, lastDay, groupedBy } from '../../domain';
import { lengthened } from './periods';

/** The periods a zone can be asked for, in order. */
function periodsOf(cells: readonly Cell[], grain: Grain): Period[] {
  const found = new Set(cells.map(({ period }) => lengthened(period, grain)));
  return [...found].sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
}

/**
 * Where, in a metric, other committees of a zone reported than the time before. A cube without committees cannot know, and would set
 * different ones against each other.
 */
export function breaksOf(cube: Cube, spec: MetricSpec, cells: readonly Cell[]): Disclosure['breaks'][number][] {
  if (spec.kind !== 'rate' || spec.time === 'flow') return [];
  return [...groupedBy(cells, ({ zone }) => zone)].flatMap(([zone, own]) => {
    const periods = periodsOf(own, spec.grain);
    return periods.flatMap((period, at) => {
      const before = periods[at - 1];
      if (before === undefined) return [];
      const { left } = comparable(cube, { metric: spec.id, zones: [zone] }, period, before);
      return left.some(({ committee }) => committee !== undefined) ? [{ metric: spec.id, zone, period }] : [];
    });
  });
}
