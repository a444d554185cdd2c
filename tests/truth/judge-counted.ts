import { countedNote } from '../../src/brief';
import type { Cube } from '../../src/cube';
import { UNIT_RATES, unitsAt } from './count';
import { namesOf } from './judge';
import type { World } from './rows';

const METRICS = [...Object.keys(UNIT_RATES), 'uncovered_unit_count'];

/** Who reported numbers in place of a list is said to have done so, under every figure of a quarter, and never not to have said what those numbers say. */
export function countedFaults(world: World, cube: Cube): string[] {
  const zones = world.zones.map(({ id }) => id);
  return METRICS.flatMap((metric) =>
    world.quarters.flatMap((period) => {
      const text = countedNote(cube, { metric, zones }, [period], namesOf(cube), 'zh');
      const [told = '', silent = ''] = [/(?:^|。)([^。]*)为汇总数/u, /(?:^|。)([^。]*)只报汇总数/u].map(
        (pattern) => pattern.exec(text)?.[1],
      );
      return world.zones.flatMap(({ id, name }) => {
        const isCounted = world.inCounts.has(id) && unitsAt(world, id, period).length > 0;
        const faults = [
          ...(told.includes(name) === isCounted ? [] : [isCounted ? 'is not said' : 'is said']),
          ...(silent.includes(name) ? ['is said to be silent'] : []),
        ];
        return faults.map((fault) => `${metric} ${period}: ${name} ${fault} — “${text}”`);
      });
    }),
  );
}
