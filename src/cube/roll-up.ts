import { type Dimension, type Period, contains, toGrain } from '../domain';
import { metricById } from '../model';
import type { Cell, Group, Question, Selection } from './cell';
import type { Cube } from './cube';

const cellsByMetric = new WeakMap<Cube, Map<string, Cell[]>>();

/** The cells of one metric. */
export function cellsOf(cube: Cube, metric: string): readonly Cell[] {
  let index = cellsByMetric.get(cube);
  if (!index) {
    index = new Map();
    for (const cell of cube.cells) {
      const list = index.get(cell.metric);
      if (list) list.push(cell);
      else index.set(cell.metric, [cell]);
    }
    cellsByMetric.set(cube, index);
  }
  return index.get(metric) ?? [];
}

/** The last snapshot of every zone inside a period, whatever the other dimensions: zone → stored period. */
function lastSnapshots(cells: readonly Cell[], period: Period): Map<string, Period> {
  const last = new Map<string, Period>();
  for (const cell of cells) {
    const known = last.get(cell.zone);
    if ((known === undefined || cell.period > known) && contains(period, cell.period)) last.set(cell.zone, cell.period);
  }
  return last;
}

/** The (zone, stored period) pairs that count for a stock in a period, or the stored periods that count for a flow. */
export function snapshotsIn(cube: Cube, metric: string, period: Period): { zone: string; period: Period }[] {
  const cells = cellsOf(cube, metric);
  if (metricById(metric).time === 'stock')
    return [...lastSnapshots(cells, period)].map(([zone, at]) => ({ zone, period: at }));
  const seen = new Map<string, { zone: string; period: Period }>();
  for (const cell of cells)
    if (contains(period, cell.period))
      seen.set(`${cell.zone}\n${cell.period}`, { zone: cell.zone, period: cell.period });
  return [...seen.values()];
}

function keep(values: readonly string[] | undefined): (value: string) => boolean {
  if (values === undefined || values.length === 0) return () => true;
  const set = new Set(values);
  return (value) => set.has(value);
}

function selector(selection: Selection): (cell: Cell) => boolean {
  const zone = keep(selection.zones);
  const committee = keep(selection.committees);
  const domain = keep(selection.domains);
  const category = keep(selection.categories);
  return (cell) => zone(cell.zone) && committee(cell.committee) && domain(cell.domain) && category(cell.category);
}

/**
 * Answers a question by adding up cells: one group per combination of the dimensions asked for that has a cell, in the
 * order first met. A stock takes the last snapshot of each zone inside a period; flows and obligations sum.
 */
export function rollUp(cube: Cube, question: Question): Group[] {
  const cells = cellsOf(cube, question.metric);
  const stock = metricById(question.metric).time === 'stock';
  const selected = selector(question);
  const groups = new Map<string, { -readonly [K in keyof Group]: Group[K] }>();
  for (const period of question.periods) {
    const last = stock ? lastSnapshots(cells, period) : null;
    for (const cell of cells) {
      const counts = last ? last.get(cell.zone) === cell.period : contains(period, cell.period);
      if (!counts || !selected(cell)) continue;
      const value = (dimension: Dimension): string => (dimension === 'period' ? period : cell[dimension]);
      const key = question.by.map(value).join('\n');
      let group = groups.get(key);
      if (!group) {
        group = { ...Object.fromEntries(question.by.map((d) => [d, value(d)])), numerator: 0, denominator: null };
        groups.set(key, group);
      }
      group.numerator += cell.numerator;
      if (cell.denominator !== null) group.denominator = (group.denominator ?? 0) + cell.denominator;
    }
  }
  return [...groups.values()];
}

/** Adds everything a question selects into one group; null when no cell answers it. */
export function total(cube: Cube, question: Omit<Question, 'by'>): Group | null {
  return rollUp(cube, { ...question, by: [] })[0] ?? null;
}

/** The periods of a grain for which a metric has cells, in time order, none after the as-of date. */
export function periodsOf(cube: Cube, metric: string, grain: Parameters<typeof toGrain>[1]): Period[] {
  const found = new Set<Period>();
  for (const cell of cellsOf(cube, metric)) {
    if (cube.asOf !== null && cell.period > cube.asOf && !contains(cell.period, cube.asOf)) continue;
    found.add(toGrain(cell.period, grain));
  }
  return [...found].sort();
}
