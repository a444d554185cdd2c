import { type Grain, categoryWithin, isFinerOrEqual, splitCategory } from '../../domain';
import { metricById } from '../../model';
import type { Cell } from '../cell';
import { partitionIn } from '../roll-up';
import type { Cube } from '../cube';
import type { Disclosure } from '../disclosure';
import { distinct } from './named';

type Held = Disclosure['withheld'][number];
type Longer = Disclosure['longer'][number];
type Joined = Disclosure['joined'][number];

const keyOf = ({ metric, partition }: Held): string => JSON.stringify([metric, partition]);

/** What a file tells for none of its zones, said of each; it stays said of all where no other file tells it. */
function withheldIn(cubes: readonly Cube[], zonesOf: (cube: Cube) => readonly string[]): Held[] {
  const wholly = (cube: Cube, held: Held): boolean =>
    cube.disclosure?.withheld.some((other) => other.zone === null && keyOf(other) === keyOf(held)) === true ||
    !cube.cells.some(({ metric }) => metric === held.metric);
  return distinct(
    cubes.flatMap((cube) =>
      (cube.disclosure?.withheld ?? []).flatMap((held): Held[] => {
        if (held.zone !== null || cubes.every((other) => wholly(other, held))) return [held];
        return zonesOf(cube).map((zone) => ({ ...held, zone }));
      }),
    ),
  );
}

const coarser = (a: Grain, b: Grain): Grain => (isFinerOrEqual(a, b) ? b : a);

/** The longest periods of each metric of a zone. */
function longest(all: readonly Longer[]): Longer[] {
  const found = new Map<string, Longer>();
  for (const one of all) {
    const key = `${one.metric}\n${one.zone}`;
    const known = found.get(key);
    found.set(key, known ? { ...one, grain: coarser(known.grain, one.grain) } : one);
  }
  return [...found.values()];
}

/** The best of the grades that any file joins, in each partition. */
function joinedIn(all: readonly Joined[]): Joined[] {
  const found = new Map<string, Joined>();
  for (const one of all) {
    const key = `${one.metric}\n${one.partition}`;
    const known = found.get(key);
    if (!known || one.rank < known.rank) found.set(key, one);
  }
  return [...found.values()];
}

const sorted = <Item>(items: readonly Item[]): Item[] =>
  distinct(items).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What is not told by any of several, each entry once. */
function united(told: readonly Disclosure[], level: Disclosure['level'], withheld: readonly Held[]): Disclosure {
  const apart = told.some((one) => one.level !== level);
  const by = (one: Disclosure) => (one.level === 'public' ? ('domain' as const) : ('committee' as const));
  return {
    level,
    least: Math.max(...told.map(({ least }) => least)),
    merged: sorted(told.flatMap((one) => one.merged.map((merged) => (apart ? { by: by(one), ...merged } : merged)))),
    longer: sorted(longest(told.flatMap(({ longer }) => longer))),
    withheld: sorted(withheld),
    joined: sorted(joinedIn(told.flatMap(({ joined }) => joined))),
    breaks: sorted(told.flatMap(({ breaks }) => breaks)),
  };
}

/** What a cube that did not tell all does not tell now that less of it is told. */
export function furtherDisclosure(before: Disclosure, now: Disclosure): Disclosure {
  return united([before, now], now.level, [...before.withheld, ...now.withheld]);
}

/** What several files do not tell, together; undefined where each tells all. `zonesOf` are the zones a file tells of. */
export function unitedDisclosure(
  cubes: readonly Cube[],
  zonesOf: (cube: Cube) => readonly string[],
  breaks: Disclosure['breaks'],
): Disclosure | undefined {
  const told = cubes.flatMap(({ disclosure }) => disclosure ?? []);
  const [first] = told;
  if (!first) return undefined;
  const level = told.every((one) => one.level === first.level) ? first.level : 'handed-down';
  const all = united(told, level, withheldIn(cubes, zonesOf));
  return { ...all, breaks: sorted([...all.breaks, ...breaks]) };
}

/** Grades that one file joins are joined in all: else the third of one would be the third and fourth of another. */
export function withGradesAlike(cells: readonly Cell[], joined: readonly Joined[]): Cell[] {
  const from = new Map(joined.map(({ metric, partition, rank }) => [`${metric}\n${partition}`, rank]));
  const known = new Map<string, number>();
  const alike: Cell[] = [];
  for (const cell of cells) {
    const partition = partitionIn(metricById(cell.metric))(cell.category);
    const rank = from.get(`${cell.metric}\n${partition}`);
    const own = Number(splitCategory(cell.category).at(-1));
    if (rank === undefined || cell.category === '' || !(own >= rank)) {
      alike.push(cell);
      continue;
    }
    const category = categoryWithin(partition, rank);
    const { metric, zone, committee, domain, period, counted = false } = cell;
    const key = JSON.stringify([metric, zone, committee, domain, period, category, counted]);
    const at = known.get(key);
    const before = at === undefined ? undefined : alike[at];
    if (at === undefined || !before) {
      known.set(key, alike.length);
      alike.push({ ...cell, category });
    } else alike[at] = { ...before, numerator: before.numerator + cell.numerator };
  }
  return alike;
}
