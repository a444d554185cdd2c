import { factsOf, headline, plain } from '../../src/brief';
import { type Cube } from '../../src/cube';
import { type Part, registerIn, sumOf } from './count';
import { headlineFaults, namesOf } from './judge';
import { read } from './reader';
import { type ItemRow, type World, lastDayOf, quarterOf } from './rows';

/* Rates over other things than units: what was to be put right, who was rated, branches of an unusual size. */

const partOf = (rows: readonly boolean[]): Part => ({ x: rows.filter(Boolean).length, n: rows.length });

const itemsOf = (world: World, zone: string): ItemRow[] => world.items.filter((item) => item.zone === zone);

type Counted = (world: World, zone: string, period: string) => Part;

const onTime: Counted = (world, zone, quarter) =>
  partOf(
    itemsOf(world, zone)
      .filter(({ due }) => quarterOf(due) === quarter)
      .map(({ closed, due }) => closed !== '' && closed <= due),
  );

const completed: Counted = (world, zone, quarter) =>
  partOf(
    itemsOf(world, zone)
      .filter(({ found }) => found <= lastDayOf(quarter))
      .map(({ closed }) => closed !== '' && closed <= lastDayOf(quarter)),
  );

const oddSize: Counted = (world, zone, period) =>
  partOf(
    registerIn(world, zone, period)
      .filter(({ type }) => type === '支部')
      .map(({ full }) => full < 3),
  );

const rated: Counted = (world, zone, year) =>
  partOf(world.ratings.filter((row) => row.zone === zone && row.year === year).map(({ level }) => level !== null));

interface Other {
  readonly metric: string;
  readonly counted: Counted;
  readonly years: boolean;
}

const OTHERS: readonly Other[] = [
  { metric: 'rect_on_time_rate', counted: onTime, years: false },
  { metric: 'rect_completion_rate', counted: completed, years: false },
  { metric: 'branch_size_exception_rate', counted: oddSize, years: false },
  { metric: 'star_rated_rate', counted: rated, years: true },
];

const partsIn = (world: World, counted: Counted, period: string): Map<string, Part> =>
  new Map(world.zones.map(({ id }) => [id, counted(world, id, period)] as const).filter(([, { n }]) => n > 0));

/** The change over the zones with a rate in both periods. */
function changeBetween(world: World, before: ReadonlyMap<string, Part>, now: ReadonlyMap<string, Part>) {
  const both = [...now.keys()].filter((zone) => before.has(zone));
  const whole = (parts: ReadonlyMap<string, Part>): Part =>
    sumOf(both.map((zone) => parts.get(zone) ?? { x: 0, n: 0 }));
  const [a, b] = [whole(now), whole(before)];
  const ids = world.zones.map(({ id }) => id);
  return {
    points: a.n === 0 || b.n === 0 ? null : (a.x / a.n - b.x / b.n) * 100,
    both,
    now: a,
    left: ids.filter((zone) => before.has(zone) !== now.has(zone)),
    absent: ids.filter((zone) => !before.has(zone) && !now.has(zone)),
  };
}

/** Headlines of the other rates. Where no zone has the rate in a period the product may answer for an earlier one. */
export function otherHeadlineFaults(world: World, cube: Cube): string[] {
  const faults: string[] = [];
  const years = [...new Set(world.quarters.map((quarter) => quarter.slice(0, 4)))];
  for (const { metric, counted, years: yearly } of OTHERS)
    for (const [at, period] of (yearly ? years : world.quarters).entries())
      for (const back of yearly ? [1] : [1, 4]) {
        const from = (yearly ? years : world.quarters)[at - back];
        const parts = partsIn(world, counted, period);
        const comparison = back === 1 ? 'previous' : 'year';
        const ask = { period, comparison, by: 'zone', zones: world.zones.map(({ id }) => id) } as const;
        const facts = factsOf(cube, { ...ask, metric });
        if (parts.size === 0 || facts.period !== period) continue;
        const change = from === undefined ? null : changeBetween(world, partsIn(world, counted, from), parts);
        for (const locale of ['zh', 'en'] as const) {
          const text = plain(headline(facts, namesOf(cube), locale));
          const found = headlineFaults(world, text, sumOf(parts.values()), parts, change);
          // A level of some zones only is told as one, whatever it is compared with.
          const { panel } = read(text, []);
          if (parts.size < world.zones.length && metric === 'branch_size_exception_rate' && panel === null)
            found.push(`does not say that it is of ${parts.size} of ${world.zones.length} zones`);
          faults.push(...found.map((fault) => `${metric} ${period} ${comparison}: ${fault} — “${text}”`));
        }
      }
  return faults;
}
