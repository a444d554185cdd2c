import { Refusal, byText } from '../../domain';
import { METRICS } from '../../model';
import type { Cell } from '../cell';
import type { Cube, MissingMetric, UnstatedColumn, ZonePlace } from '../cube';
import { LEVELS, type Release } from '../disclosure';
import { type MergeNote, type Part, levelOf } from '../merged';
import { unitedDisclosure, withGradesAlike } from './disclosures';
import { type NamedCube, distinct, ranked } from './named';
import { withoutOverlap } from './overlaps';
import { mergedDefinitions, mergedRules, mergedTargets } from './settings';
import { mergedZones } from './zones';

/** What became of several files. */
export interface Merged {
  /** The figures of the files that could be used; null where none could. */
  readonly cube: Cube | null;
  readonly refused: readonly Refusal[];
}

/** A note that names zones, with other ids. */
function renamedNote(note: MergeNote, id: (zone: string) => string): MergeNote {
  return {
    ...note,
    ...('zone' in note && { zone: id(note.zone) }),
    ...('zones' in note && { zones: note.zones.map(id) }),
  };
}

/** A cube with other ids of its zones. */
function renamed(cube: Cube, ids: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): Cube {
  const id = (zone: string): string => ids.get(zone) ?? zone;
  const at = <Item extends { readonly zone: string }>(item: Item): Item => ({ ...item, zone: id(item.zone) });
  const { places, unstated, moves, disclosure, merge } = cube;
  return {
    ...cube,
    cells: cube.cells.map(at),
    published: cube.published.map(at),
    ...(places && { places: places.map(at) }),
    targets: cube.targets.map((target) => ({
      ...target,
      scope: ids.get(target.scope) ?? names.get(target.scope) ?? target.scope,
    })),
    ...(unstated && { unstated: unstated.map((one) => ({ ...one, zones: one.zones.map(id) })) }),
    ...(moves && { moves: moves.map(at) }),
    ...(disclosure && {
      disclosure: {
        ...disclosure,
        merged: disclosure.merged.map(at),
        longer: disclosure.longer.map(at),
        withheld: disclosure.withheld.map((one) => ({ ...one, zone: one.zone === null ? null : id(one.zone) })),
        breaks: disclosure.breaks.map(at),
      },
    }),
    ...(merge && {
      merge: {
        parts: merge.parts.map((part) => ({ ...part, zones: part.zones.map(id) })),
        notes: merge.notes.map((note) => renamedNote(note, id)),
      },
    }),
  };
}

const zonesIn = ({ cells, disclosure }: Cube): string[] => {
  const held = [...(disclosure?.withheld ?? []), ...(disclosure?.longer ?? [])].flatMap(({ zone }) => zone ?? []);
  return [...new Set([...cells.map(({ zone }) => zone), ...held])].sort();
};

/** The zones that have a name: of none, '' would mean all of them. */
const placesIn = (cube: Cube): string[] => zonesIn(cube).filter((zone) => zone !== '');

/** What a file is in a merged cube; a merged one is what it was merged from. */
function partsOf({ name, cube }: NamedCube): readonly Part[] {
  if (cube.merge) return cube.merge.parts;
  const { by = '', on = '' } = cube.release ?? {};
  return [{ name, level: levelOf(cube), asOf: cube.asOf, by, on, zones: placesIn(cube) }];
}

/** A metric is missing where no file has it: for want of any of the tables. */
function missingOf(cubes: readonly Cube[], metrics: ReadonlySet<string>): MissingMetric[] {
  return METRICS.flatMap(({ id }): MissingMetric[] => {
    const lacking = cubes.map(({ missing }) => missing.find(({ metric }) => metric === id)?.tables);
    if (metrics.has(id) || lacking.some((tables) => tables === undefined)) return [];
    return [{ metric: id, tables: [...new Set(lacking.flatMap((tables = []) => tables))] }];
  });
}

/** Where the zones stand: of two answers the newer file's. */
function placesOf(cubes: readonly Cube[]): ZonePlace[] {
  const all = cubes.flatMap(({ places = [] }) => places);
  return all.filter(({ zone }, at) => all.findIndex((other) => other.zone === zone) === at);
}

function unstatedOf(cubes: readonly Cube[]): UnstatedColumn[] {
  const found = new Map<string, UnstatedColumn>();
  for (const one of cubes.flatMap(({ unstated = [] }) => unstated)) {
    const key = JSON.stringify([one.table, one.column, one.taken]);
    const known = found.get(key);
    const union = (field: 'zones' | 'sources'): string[] =>
      [...new Set([...(known?.[field] ?? []), ...one[field]])].sort();
    found.set(key, { ...one, zones: union('zones'), sources: union('sources') });
  }
  return [...found].sort(([a], [b]) => byText(a, b)).map(([, one]) => one);
}

/** Each source file once, with its sum. */
const sourcesOf = (cubes: readonly Cube[]): { readonly name: string; readonly sum: string }[] =>
  distinct(
    cubes.flatMap(({ sources, release }) => sources.map((name, at) => ({ name, sum: release?.sums[at] ?? '' }))),
  );

/** What all say alike; '' where they differ. */
const alike = (texts: readonly string[]): string => (new Set(texts).size === 1 ? (texts[0] ?? '') : '');

/** For whom all of it is: for no more than the most confidential of it. */
function releaseOf(cubes: readonly Cube[], parts: readonly Part[], sums: readonly string[]): Release {
  const releases = cubes.map(({ release }) => release);
  const levels = [...cubes.map(levelOf), ...releases.map((release) => release?.level ?? 'internal')];
  const pages = releases.map((release) => release?.pages ?? null);
  return {
    level: LEVELS.find((level) => levels.includes(level)) ?? 'internal',
    by: alike(releases.map((release) => release?.by ?? '')),
    for: alike(releases.map((release) => release?.for ?? '')),
    on: parts.map(({ on }) => on).reduce((last, on) => (on > last ? on : last), ''),
    pages: pages.includes(null) ? null : [...new Set(pages.flatMap((own) => own ?? []))].sort(),
    sums,
  };
}

const byNote = (a: MergeNote, b: MergeNote): number => byText(JSON.stringify(a), JSON.stringify(b));

/** Figures somebody published, each once; one number twice would be taken for one figure. */
function publishedOf(cubes: readonly Cube[]): Cube['published'] {
  const taken = new Map<string, number>();
  return distinct(cubes.flatMap(({ published }) => published)).map((figure) => {
    const count = (taken.get(figure.id) ?? 0) + 1;
    taken.set(figure.id, count);
    return count === 1 ? figure : { ...figure, id: `${figure.id} (${count})` };
  });
}

const isUnplaced = ({ zone }: Cell): boolean => zone === '';

const placedOnly = ({ name, cube }: NamedCube): NamedCube => ({
  name,
  cube: { ...cube, cells: cube.cells.filter((cell) => !isUnplaced(cell)) },
});

/** Joins files that are the newest first. */
function joined(all: readonly NamedCube[]): {
  readonly cube: Cube;
  readonly clashes: ReturnType<typeof withoutOverlap>['clashes'];
} {
  const unplaced = all.filter(({ cube }) => cube.cells.some(isUnplaced)).map(({ name }) => name);
  const given = unplaced.length > 1 ? all.map(placedOnly) : all;
  const { idsOf, zones, notes: ofZones } = mergedZones(given);
  const files = given.map(({ name, cube }, at): NamedCube => {
    const ids = idsOf[at] ?? new Map<string, string>();
    const names = new Map(cube.zones.map((zone) => [zone.name, ids.get(zone.id) ?? zone.id]));
    return { name, cube: renamed(cube, ids, names) };
  });
  const cubes = files.map(({ cube }) => cube);
  const counting = withoutOverlap(files);
  const disclosure = unitedDisclosure(cubes, zonesIn, counting.breaks);
  const cells = disclosure ? withGradesAlike(counting.cells, disclosure.joined) : counting.cells;
  const { rules, notes: ofRules } = mergedRules(files);
  const { targets, notes: ofTargets } = mergedTargets(files, placesIn);
  const { definitions, notes: ofDefinitions } = mergedDefinitions(files);
  const sources = sourcesOf(cubes);
  const parts = distinct(files.flatMap(partsOf));
  const invented = files.filter(({ cube }) => cube.example).map(({ name }) => name);
  const mixed = invented.length > 0 && invented.length < files.length;
  const places = placesOf(cubes);
  const unstated = unstatedOf(cubes);
  const moves = distinct(cubes.flatMap((one) => one.moves ?? [])).sort((a, b) =>
    byText(JSON.stringify(a), JSON.stringify(b)),
  );
  const dates = cubes.flatMap(({ asOf }) => asOf ?? []).sort();
  const notes = distinct([
    ...cubes.flatMap(({ merge }) => merge?.notes ?? []),
    ...(unplaced.length > 1 ? [{ kind: 'no-zone' as const, files: [...unplaced].sort() }] : []),
    ...(mixed ? [{ kind: 'example' as const, files: invented.sort() }] : []),
    ...counting.notes,
    ...ofZones,
    ...ofRules,
    ...ofDefinitions,
    ...ofTargets,
  ]).sort(byNote);
  const cube: Cube = {
    cells,
    asOf: dates.at(-1) ?? null,
    zones,
    published: publishedOf(cubes),
    missing: missingOf(cubes, new Set(cells.map(({ metric }) => metric))),
    sources: sources.map(({ name }) => name),
    example: invented.length > 0,
    rules,
    targets,
    ...(places.length > 0 && { places }),
    ...(unstated.length > 0 && { unstated }),
    ...(moves.length > 0 && { moves }),
    ...(disclosure && { disclosure }),
    release: releaseOf(
      cubes,
      parts,
      sources.map(({ sum }) => sum),
    ),
    definitions,
    merge: { parts, notes },
  };
  return { cube, clashes: counting.clashes };
}

/**
 * Joins cubes of zones, each file's figures beside the others'. No figure counts twice: where two files tell the same of a zone the newer
 * counts; where they differ and nothing tells which is the newer, both are refused and the rest is joined. The order in which files
 * and cells are given makes no difference. One file alone is as it was.
 */
export function mergeCubes(given: readonly NamedCube[]): Merged {
  const files = ranked(given);
  const [only] = files;
  if (!only) return { cube: null, refused: [] };
  if (files.length === 1) return { cube: only.cube, refused: [] };
  const { cube, clashes } = joined(files);
  if (clashes.length === 0) return { cube, refused: [] };
  const zoneOf = (id: string): string => cube.zones.find((zone) => zone.id === id)?.name ?? id;
  const told = new Map<string, Refusal>();
  for (const { files: pair, zone, metric, period } of clashes)
    for (const [name, other] of [pair, [pair[1], pair[0]] as const])
      if (!told.has(name))
        told.set(
          name,
          new Refusal(
            'cube-clash',
            name,
            {},
            [other, zoneOf(zone), METRICS.find(({ id }) => id === metric)?.label.zh ?? metric, period].join(' · '),
          ),
        );
  const rest = mergeCubes(files.filter(({ name }) => !told.has(name)));
  return { cube: rest.cube, refused: [...[...told.values()].sort((a, b) => byText(a.file, b.file)), ...rest.refused] };
}
