import type { Cube, MissingMetric } from '../cube';
import { baseOf, metricById } from '../model';

/**
 * Which of some metrics without the tables they need is nearest to having figures: the fewest tables are missing, and of as few the most are
 * there. Null where none lacks a table.
 */
export function nearestMetric(cube: Cube, metrics: readonly string[]): string | null {
  const there = ({ metric, tables }: MissingMetric): number => baseOf(metricById(metric)).needs.length - tables.length;
  const [nearest] = cube.missing
    .filter(({ metric }) => metrics.includes(metric))
    .sort((a, b) => a.tables.length - b.tables.length || there(b) - there(a));
  return nearest?.metric ?? null;
}
