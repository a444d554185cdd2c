import type { Cube, MissingMetric } from './cube';

const distinct = <Item>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

/**
 * Joins cubes of different zones into one: cells and registers side by side. A metric is missing only where no part has it.
 * Throws RangeError when two cubes hold cells of the same zone, since their figures would be added twice.
 */
export function mergeCubes(cubes: readonly Cube[]): Cube {
  const seen = new Map<string, number>();
  cubes.forEach((cube, at) => {
    for (const cell of cube.cells) {
      const owner = seen.get(cell.zone) ?? at;
      if (owner !== at) throw new RangeError(`zone in two cubes: ${cell.zone}`);
      seen.set(cell.zone, at);
    }
  });
  const dates = cubes.map((cube) => cube.asOf).filter((date) => date !== null);
  const metrics = new Set(cubes.flatMap((cube) => cube.cells.map((cell) => cell.metric)));
  const missing = new Map<string, MissingMetric>();
  for (const entry of cubes.flatMap((cube) => cube.missing))
    if (!metrics.has(entry.metric)) missing.set(entry.metric, entry);
  const unstated = distinct(cubes.flatMap((cube) => cube.unstated ?? []));
  const zones = new Map(cubes.flatMap((cube) => cube.zones.map((zone) => [zone.id, zone] as const)));
  return {
    cells: cubes.flatMap((cube) => cube.cells),
    asOf: dates.length === 0 ? null : dates.reduce((a, b) => (a > b ? a : b)),
    zones: [...zones.values()],
    published: cubes.flatMap((cube) => cube.published),
    missing: [...missing.values()],
    sources: [...new Set(cubes.flatMap((cube) => cube.sources))],
    example: cubes.some((cube) => cube.example),
    rules: distinct(cubes.flatMap((cube) => cube.rules)),
    targets: distinct(cubes.flatMap((cube) => cube.targets)),
    ...(unstated.length > 0 && { unstated }),
  };
}
