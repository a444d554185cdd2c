import {
  type Cell,
  type Cube,
  type Disclosure,
  type Level,
  type Merged,
  OPENNESS,
  TOGETHER,
  furtherDisclosure,
  levelOf,
} from '../../cube';
import { type Grain, type MetricSpec, isFinerOrEqual, splitCategory, groupedBy } from '../../domain';
import { metricById } from '../../model';
import { breaksOf } from './breaks';
import { GRADES_GIVEN_AWAY, joinGrades, lowIn, tellsGrades } from './grades';
import { type InPeriods, inPeriods, over } from './periods';
import { LEAST, type Telling, sumsOf } from './tell';
import { togetherIn } from './together';
import { type ByMetric, type Told, isAboutZones, sizesOf } from './units';

type Mutable = { -readonly [Key in 'merged' | 'longer' | 'withheld' | 'joined' | 'breaks']: Disclosure[Key][number][] };

/** Joins low grades where a zone has few of them, and takes away what would tell them apart again. */
function withGradesJoined(metrics: Map<string, readonly Cell[]>, about: Mutable): void {
  for (const [id, cells] of [...metrics]) {
    const spec = metricById(id);
    if (!tellsGrades(spec) || isAboutZones(spec)) continue;
    const { cells: told, joined } = joinGrades(spec, cells);
    metrics.set(id, told);
    about.joined.push(...joined);
    const schemes = new Set(joined.map(({ partition }) => splitCategory(partition)[0] ?? ''));
    for (const other of id === GRADES_GIVEN_AWAY.grades ? GRADES_GIVEN_AWAY.lowest : []) {
      const own = metrics.get(other) ?? [];
      const kept = own.filter(({ category }) => !schemes.has(splitCategory(category)[0] ?? ''));
      if (kept.length === own.length) continue;
      metrics.set(other, kept);
      for (const partition of schemes) about.withheld.push({ metric: other, zone: null, partition, why: 'against' });
    }
  }
}

const longer = (a: Grain | null, b: Grain | null): Grain | null =>
  a === null || (b !== null && isFinerOrEqual(a, b)) ? b : a;

/** What of each metric a zone may tell, before its committees or domains are looked at. */
function toldOf(metrics: ByMetric, tellingOf: (id: string) => Telling): Map<string, InPeriods | null> {
  const size = sizesOf(metrics);
  const told = new Map<string, InPeriods | null>();
  for (const [id, cells] of metrics) {
    const telling = tellingOf(id);
    told.set(id, isAboutZones(telling.spec) ? { cells, grain: null } : inPeriods(telling, cells, size(telling.spec)));
  }
  if (told.get(GRADES_GIVEN_AWAY.grades) === null)
    for (const id of [GRADES_GIVEN_AWAY.graded, ...GRADES_GIVEN_AWAY.others]) if (told.has(id)) told.set(id, null);
  // A rate over items is compared on the items its distribution tells: both are told for the same periods, or neither is.
  for (const [id, own] of told) {
    const { items } = metricById(id);
    const other = items === undefined ? undefined : told.get(items);
    if (items === undefined || other === undefined || own === null) continue;
    if (other === null) told.set(id, null);
    else {
      const grain = longer(own.grain, other.grain);
      if (grain === null) continue;
      told.set(id, { cells: over(own.cells, grain), grain });
      told.set(items, { cells: over(other.cells, grain), grain });
    }
  }
  return told;
}

const isSingle = (spec: MetricSpec): boolean => spec.kind === 'score' && !isAboutZones(spec);

/** Why a metric of a zone is not told. */
const reasonOf = (spec: MetricSpec) => (spec.against === true || tellsGrades(spec) ? 'against' : 'few');

/** The cells of a zone as they are told: one a committee (or domain), period and category. */
function published(
  zone: string,
  told: Map<string, InPeriods>,
  by: Told,
  tellingOf: (id: string) => Telling,
): { cells: Cell[]; merged: Merged[] } {
  const own = new Map([...told].filter(([id]) => !isAboutZones(metricById(id))).map(([id, { cells }]) => [id, cells]));
  const together = togetherIn(own, by, tellingOf);
  const merged: Merged[] = [];
  const cells = [...told].flatMap(([metric, { cells: all }]) => {
    const joined = together.get(metric);
    if (joined && joined.units.size > 0)
      merged.push({ metric, zone, units: [...joined.units].sort(), all: joined.all });
    const named = all.map((cell) =>
      joined?.units.has(cell[by]) ? { ...cell, [by]: TOGETHER[by][joined.all ? 'all' : 'some'].zh } : cell,
    );
    return [...groupedBy(named, (cell) => cell[by])].flatMap(([name, part]) =>
      sumsOf(part).map(({ period, category, counted, silent, numerator, denominator }): Cell => {
        const unit = { committee: TOGETHER.committee.all.zh, domain: TOGETHER.domain.all.zh, [by]: name };
        const at = { metric, zone, ...unit, period, category, numerator, denominator };
        return { ...at, ...(counted && { counted }), ...(silent && { silent }) };
      }),
    );
  });
  return { cells, merged };
}

/**
 * A cube that may be given to others: the one way out. Every cell of it is a sum of whole cells of the one given, each of which is in
 * at most one sum, so that what hides in a sum is not known better by adding and subtracting. `internal` gives the cube as it is.
 */
export function disclosed(cube: Cube, level: Level): Cube {
  // What was told to more people may be told to fewer.
  if (level === 'internal' || OPENNESS[levelOf(cube)] >= OPENNESS[level]) return cube;
  const by: Told = level === 'public' ? 'domain' : 'committee';
  const about: Mutable = { merged: [], longer: [], withheld: [], joined: [], breaks: [] };
  const metrics = new Map<string, readonly Cell[]>(groupedBy(cube.cells, ({ metric }) => metric));
  for (const [id, cells] of metrics) about.breaks.push(...breaksOf(cube, metricById(id), cells));
  withGradesJoined(metrics, about);
  if (level === 'public')
    for (const id of [...metrics.keys()].filter((metric) => isSingle(metricById(metric)))) {
      metrics.delete(id);
      about.withheld.push({ metric: id, zone: null, why: 'single' });
    }
  const tellings = new Map<string, Telling>();
  for (const [id, cells] of metrics) {
    const spec = metricById(id);
    tellings.set(id, { spec, isLow: lowIn(spec, cells, about.joined) });
  }
  const tellingOf = (id: string): Telling => tellings.get(id) ?? { spec: metricById(id), isLow: () => false };
  const zones = new Map<string, Map<string, readonly Cell[]>>();
  for (const [id, cells] of metrics)
    for (const [zone, own] of groupedBy(cells, ({ zone }) => zone))
      zones.set(zone, (zones.get(zone) ?? new Map()).set(id, own));
  const told = new Map([...zones].map(([zone, own]) => [zone, toldOf(own, tellingOf)]));
  // Who has few of what is held against them is not told by leaving him out alone.
  const against = [...metrics.keys()].filter(
    (id) => metricById(id).against === true && [...told.values()].some((own) => own.get(id) === null),
  );
  for (const id of against) about.withheld.push({ metric: id, zone: null, why: 'against' });
  const cells = [...told].flatMap(([zone, own]) => {
    const kept = new Map<string, InPeriods>();
    for (const [metric, found] of own) {
      if (against.includes(metric)) continue;
      if (found === null) about.withheld.push({ metric, zone, why: reasonOf(metricById(metric)) });
      else {
        kept.set(metric, found);
        if (found.grain !== null) about.longer.push({ metric, zone, grain: found.grain });
      }
    }
    const { cells: sums, merged } = published(zone, kept, by, tellingOf);
    about.merged.push(...merged);
    return sums;
  });
  const disclosure = { level, least: LEAST, ...about };
  // Who came from where is told of single committees: a cube for others judges by its sums.
  const { merge, moves: _, ...rest } = cube;
  return {
    ...rest,
    cells,
    disclosure: cube.disclosure ? furtherDisclosure(cube.disclosure, disclosure) : disclosure,
    ...(merge && {
      merge: {
        ...merge,
        parts: merge.parts.map((part) => (OPENNESS[part.level] < OPENNESS[level] ? { ...part, level } : part)),
      },
    }),
  };
}
