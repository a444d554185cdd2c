import { mattersOf } from '../../src/brief';
import type { Cube } from '../../src/cube';
import { type Part, partsByZone } from './count';
import { namesOf } from './judge';
import { allHeldIn, kindsIn } from './meetings';
import { datedIn } from './reader';
import { type World, lastDayOf } from './rows';

const rest = (parts: ReadonlyMap<string, Part>): Map<string, number> =>
  new Map([...parts].map(([zone, { x, n }]) => [zone, n - x]));

/** How many things of each zone are to be acted on at a time. */
type Owed = (world: World, period: string) => Map<string, number>;

const ofZones = (world: World, count: (zone: string) => number): Map<string, number> =>
  new Map(world.zones.map(({ id }) => [id, count(id)]));

const OWED: Readonly<Record<string, Owed>> = {
  should_build_built_rate: (world, period) => rest(partsByZone(world, 'should_build_built_rate', period)),
  uncovered_unit_count: (world, period) => rest(partsByZone(world, 'work_coverage_rate', period)),
  all_meetings_compliance_rate: (world, period) =>
    ofZones(world, (zone) => {
      const { x, n } = allHeldIn(world, zone, period, kindsIn(world, zone, period));
      return n - x;
    }),
  rect_overdue_open: (world, period) =>
    ofZones(world, (zone) => {
      const end = lastDayOf(period);
      return world.items.filter(
        (item) =>
          item.zone === zone && item.found <= end && item.due < end && (item.closed === '' || item.closed > end),
      ).length;
    }),
};

const MOST = 3;
const numberIn = (text: string): number => Number(/[\d,]+/u.exec(text)?.[0].replaceAll(',', ''));

/** What is to be dealt with: each count is that of the rows, for all zones and for one alone, and who has the most is named with its own, none beside others with as many. */
export function owedFaults(world: World, cube: Cube): string[] {
  const faults: string[] = [];
  const ids = world.zones.map(({ id }) => id);
  for (const period of world.quarters.slice(-4))
    for (const locale of ['zh', 'en'] as const)
      for (const zones of [ids, ids.slice(0, 1)]) {
        const ask = { period, comparison: 'previous', by: 'zone', zones, peers: ids } as const;
        for (const { kind, metric, figure, detail, title, period: at } of mattersOf(cube, ask, namesOf(cube), locale)) {
          const count = OWED[metric];
          if (kind !== 'owed' || count === undefined) continue;
          const say = (fault: string): void =>
            void faults.push(`${period} ${title}: ${fault} — “${figure}; ${detail}”`);
          if (at !== period && datedIn(detail) !== at) say(`does not say that it is of ${at}`);
          const own = [...count(world, at)].filter(([zone]) => zones.includes(zone));
          const all = own.reduce((sum, [, some]) => sum + some, 0);
          if (numberIn(figure) !== all) say(`is ${all}`);
          const told = (locale === 'zh' ? /最多的是([^，]*)/u : /most in (.*)/u).exec(detail)?.[1] ?? '';
          const most = own.filter(([, some]) => some > 0).sort(([, a], [, b]) => b - a);
          const nameOf = (zone: string): string => world.zones.find(({ id }) => id === zone)?.name ?? zone;
          const named = most.filter(([zone]) => told.includes(nameOf(zone)));
          // Who has as many as one that is left out is not named either.
          const foremost = most.slice(0, MOST).filter(([, some]) => some > (most[MOST]?.[1] ?? 0));
          if (most.length > 1 && named.length !== foremost.length) say(`names ${named.length} zones`);
          for (const [zone, some] of named) {
            const said = told.slice(told.indexOf(nameOf(zone)) + nameOf(zone).length);
            if (numberIn(said) !== some) say(`${zone} has ${some}`);
            if (some <= (most[MOST]?.[1] ?? 0)) say(`${zone} is not among the most`);
          }
        }
      }
  return faults;
}
