import { type Cell } from '../../cube';
import { type MetricSpec, groupedBy } from '../../domain';
import { GRADES_GIVEN_AWAY } from './grades';
import { type Sum, type Telling, addTo, mayTell, sumsOf } from './tell';
import { type ByMetric, isWhole, sizesOf } from './units';

/** Committees or domains of one zone, in the one order in which they are merged; each with its cells and sizes. */
interface Unit {
  readonly name: string;
  readonly metrics: ByMetric;
  readonly size: (spec: MetricSpec) => number;
}

/** Which units of a zone stand together in a metric: `all` of them or the first so many of the zone's order. */
export interface Together {
  readonly units: ReadonlySet<string>;
  readonly all: boolean;
}

const GIVE_AWAY: ReadonlySet<string> = new Set([GRADES_GIVEN_AWAY.graded, ...GRADES_GIVEN_AWAY.others]);

/**
 * Metrics that are merged alike: a base's figures; a rate with the distribution that tells its items; grades with what gives them
 * away. Any other by itself.
 */
function classesOf(metrics: readonly Telling[]): Telling[][] {
  const items = new Set(metrics.map(({ spec }) => spec.items));
  const classes = new Map<string, Telling[]>();
  for (const telling of metrics) {
    const { spec } = telling;
    const key =
      isWhole(spec) || items.has(spec.id)
        ? `base ${spec.population.base}`
        : `metric ${GIVE_AWAY.has(spec.id) ? GRADES_GIVEN_AWAY.grades : spec.id}`;
    classes.set(key, [...(classes.get(key) ?? []), telling]);
  }
  // Figures of a base come before what splits them: these are merged no less.
  return [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

const tells = (unit: Unit, telling: Telling): boolean => {
  const cells = unit.metrics.get(telling.spec.id);
  return cells === undefined || mayTell(telling, sumsOf(cells), unit.size(telling.spec));
};

/** Smallest and least tellable first. Every metric merges units from the front, so that no two sums differ by one unit hidden in both. */
function ordered(units: readonly Unit[], classes: readonly (readonly Telling[])[], whole: ByMetric): Unit[] {
  const wholes = new Map([...whole].map(([id, cells]) => [id, cells.length]));
  const rank = new Map(
    units.map((unit) => {
      const failing = classes.filter((all) => !all.every((one) => tells(unit, one))).length;
      const share = [...unit.metrics].reduce((sum, [id, cells]) => sum + cells.length / (wholes.get(id) ?? 1), 0);
      // Rounded: the order in which parts are added must not decide.
      return [unit, { failing, size: Math.round(share * 1e6) }];
    }),
  );
  const of = (unit: Unit) => rank.get(unit) ?? { failing: 0, size: 0 };
  return [...units].sort(
    (a, b) => of(b).failing - of(a).failing || of(a).size - of(b).size || (a.name < b.name ? -1 : 1),
  );
}

/** How many of the units, from the front, stand together so that every sum of a class may be told. */
function mergedFrom(units: readonly Unit[], metrics: readonly Telling[], least: number): number {
  const last = units.findLastIndex((unit) => !metrics.every((telling) => tells(unit, telling)));
  const first = Math.max(last + 1, least);
  if (first === 0) return 0;
  const sums = metrics.map(() => new Map<string, Sum>());
  const sizes = metrics.map(() => 0);
  for (const [at, unit] of units.slice(0, -1).entries()) {
    for (const [index, { spec }] of metrics.entries()) {
      addTo(sums[index] ?? new Map<string, Sum>(), unit.metrics.get(spec.id) ?? []);
      sizes[index] = (sizes[index] ?? 0) + unit.size(spec);
    }
    if (at + 1 < Math.max(first, 2)) continue;
    const isTold = metrics.every((telling, index) =>
      mayTell(telling, [...(sums[index]?.values() ?? [])], sizes[index] ?? 0, true),
    );
    if (isTold) return at + 1;
  }
  return units.length;
}

/**
 * Which committees (or domains) of a zone stand together, metric by metric, so that each sum told is of enough. `cells` are those of the
 * zone that are told at all, by metric, in the periods they are told for.
 */
export function togetherIn(
  cells: ByMetric,
  told: 'committee' | 'domain',
  tellingOf: (metric: string) => Telling,
): Map<string, Together> {
  const named = new Map<string, Map<string, readonly Cell[]>>();
  for (const [metric, own] of cells)
    for (const [name, part] of groupedBy(own, (cell) => cell[told]))
      named.set(name, (named.get(name) ?? new Map()).set(metric, part));
  const units = [...named].map(([name, metrics]): Unit => ({ name, metrics, size: sizesOf(metrics) }));
  const classes = classesOf([...cells.keys()].map(tellingOf));
  const order = ordered(units, classes, cells);
  const found = new Map<string, Together>();
  /** What the figures of a base merge, which is the least that those do which split them. */
  const ofBase = new Map<string, ReadonlySet<Unit>>();
  for (const metrics of classes) {
    const [first] = metrics;
    if (!first) continue;
    const { base } = first.spec.population;
    const own = order.filter((unit) => metrics.some(({ spec }) => unit.metrics.has(spec.id)));
    const least = own.findLastIndex((unit) => ofBase.get(base)?.has(unit) === true) + 1;
    const count = first.spec.kind === 'score' ? own.length : mergedFrom(own, metrics, least);
    const merged = own.slice(0, count);
    if (isWhole(first.spec)) ofBase.set(base, new Set(merged));
    for (const { spec } of metrics)
      found.set(spec.id, { units: new Set(merged.map(({ name }) => name)), all: count === own.length });
  }
  return found;
}
