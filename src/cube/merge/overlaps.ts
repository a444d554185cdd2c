import { type Period, contains, isPeriod, lastDay, groupedBy, byText } from '../../domain';
import { metricById } from '../../model';
import { type Cell, numeratorSaid } from '../cell';
import type { Disclosure } from '../disclosure';
import type { MergeNote } from '../merged';
import { type NamedCube, newness } from './named';

type Overlap = Extract<MergeNote, { kind: 'overlap' }>;

/** Two files that tell the same of a zone differently, and nothing tells which is the newer. */
export interface Clash {
  readonly files: readonly [string, string];
  readonly zone: string;
  readonly metric: string;
  readonly period: Period;
}

/** The cells that count of several files, no figure twice. */
export interface Counting {
  readonly cells: readonly Cell[];
  readonly notes: readonly Overlap[];
  readonly clashes: readonly Clash[];
  /** Where, in the figures of a zone, what one file may tell follows what another may: they are not of the same committees. */
  readonly breaks: Disclosure['breaks'];
}

/** Where in the cube a cell stands, and what it says. */
const textOf = (cell: Cell): string => {
  const { metric, zone, committee, domain, period, category, counted = false, denominator } = cell;
  return JSON.stringify([metric, counted, zone, committee, domain, period, category, numeratorSaid(cell), denominator]);
};

interface Told {
  /** Number of the file. */
  readonly at: number;
  readonly cell: Cell;
}

/** What is told together: the figures of one base in one zone. Snapshots stand apart from what is added up over time. */
function placeOf({ metric, zone }: Cell): string {
  const { time, population } = metricById(metric);
  return `${zone}\n${population.base}\n${time === 'stock' ? 'stock' : 'events'}`;
}

/** For each period the longest one told that it lies in: a quarter beside its year would be counted twice. Snapshots are only themselves. */
function spansOf(told: readonly Told[]): (cell: Cell) => Period {
  const stock = told[0] !== undefined && metricById(told[0].cell.metric).time === 'stock';
  const periods = [...new Set(told.map(({ cell }) => cell.period))].filter(isPeriod);
  const longest = new Map(
    periods.map((period) => [
      period,
      stock
        ? period
        : periods.filter((other) => contains(other, period)).sort((a, b) => a.length - b.length || byText(a, b))[0],
    ]),
  );
  return ({ period }) => longest.get(period) ?? period;
}

/** The first cell of one file that another does not have alike, or has beside it; null where both tell the same. */
function differing(one: readonly Told[], other: readonly Told[]): Cell | null {
  const byTexts = [one, other].map((told) => new Map(told.map(({ cell }) => [textOf(cell), cell] as const)));
  const [own = new Map<string, Cell>(), its = new Map<string, Cell>()] = byTexts;
  const apart = [...own, ...its].filter(([text]) => !(own.has(text) && its.has(text)));
  return apart.sort(([a], [b]) => byText(a, b))[0]?.[1] ?? null;
}

const metricsIn = (told: readonly Told[]): string[] => [...new Set(told.map(({ cell }) => cell.metric))];

const byEnd = (a: Period, b: Period): number => byText(lastDay(a), lastDay(b)) || byText(a, b);

/** One note for all that one file tells of a zone instead of another. */
function noted(overlaps: readonly Overlap[]): Overlap[] {
  const notes = new Map<string, Overlap>();
  for (const one of overlaps) {
    const key = [one.zone, one.counts, one.left, one.same].join('\n');
    const known = notes.get(key) ?? one;
    const [from = one.from] = [known.from, one.from].sort(byEnd);
    const to = [known.to, one.to].sort(byEnd).at(-1) ?? one.to;
    notes.set(key, { ...one, from, to, metrics: [...new Set([...known.metrics, ...one.metrics])].sort() });
  }
  return [...notes.values()];
}

function breaksIn(kept: readonly Told[], files: readonly NamedCube[]): Disclosure['breaks'][number][] {
  const found: Disclosure['breaks'][number][] = [];
  for (const own of groupedBy(kept, ({ cell }) => `${cell.metric}\n${cell.zone}`).values()) {
    const sources = new Set(own.map(({ at }) => at));
    if (sources.size < 2 || ![...sources].some((at) => files[at]?.cube.disclosure)) continue;
    const periods = [...new Map(own.map(({ at, cell }) => [cell.period, { at, cell }])).values()];
    periods.sort((a, b) => byEnd(a.cell.period, b.cell.period));
    periods.forEach(({ at, cell: { metric, zone, period } }, place) => {
      const before = periods[place - 1];
      if (before && before.at !== at) found.push({ metric, zone, period });
    });
  }
  return found;
}

/**
 * Takes every figure from one file only. Where several tell a base of a zone in a period, or in periods that lie in each other, the
 * newest counts and it is said so; where nothing tells which is the newest and they differ, they clash. The files are the newest first.
 */
export function withoutOverlap(files: readonly NamedCube[]): Counting {
  const told = files.flatMap(({ cube }, at) => cube.cells.map((cell) => ({ at, cell })));
  const kept: Told[] = [];
  const overlaps: Overlap[] = [];
  const clashes: Clash[] = [];
  for (const place of groupedBy(told, ({ cell }) => placeOf(cell)).values()) {
    const spanOf = spansOf(place);
    for (const [span, own] of groupedBy(place, ({ cell }) => spanOf(cell))) {
      const [first = [], ...others] = [...groupedBy(own, ({ at }) => at).entries()]
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, all]) => all);
      for (const one of first) kept.push(one);
      for (const other of others) {
        const [counts, left] = [files[first[0]?.at ?? 0], files[other[0]?.at ?? 0]];
        if (!counts || !left) continue;
        const cell = differing(first, other);
        if (cell && newness(counts.cube, left.cube) === 0)
          clashes.push({ files: [counts.name, left.name], zone: cell.zone, metric: cell.metric, period: cell.period });
        const told = {
          zone: other[0]?.cell.zone ?? '',
          metrics: metricsIn(other),
          from: String(span),
          to: String(span),
        };
        overlaps.push({ kind: 'overlap', ...told, counts: counts.name, left: left.name, same: cell === null });
      }
    }
  }
  clashes.sort((a, b) => byText(JSON.stringify(a), JSON.stringify(b)));
  return {
    cells: inOrder(kept.map(({ cell }) => cell)),
    notes: noted(overlaps),
    clashes,
    breaks: breaksIn(kept, files),
  };
}

/** Cells in an order of their own, whatever order they were given in. */
function inOrder(cells: readonly Cell[]): Cell[] {
  return [...groupedBy(cells, ({ metric }) => metric)]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([, own]) =>
      own
        .map((cell) => ({ cell, text: textOf(cell) }))
        .sort((a, b) => byText(a.text, b.text))
        .map(({ cell }) => cell),
    );
}
