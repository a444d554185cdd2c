import { type Dimension, type MetricSpec, type Period, contains, coarseCategory, lastDay } from '../domain';
import { metricById } from '../model';
import type { Cell, Group, Question, Selection } from './cell';
import type { Cube } from './cube';

/** The cells of a metric, and those of them that count in each period asked about so far. */
interface Known {
  readonly cells: Cell[];
  readonly inPeriod: Map<Period, readonly Cell[]>;
}

const known = new WeakMap<Cube, Map<string, Known>>();
const NONE: Known = { cells: [], inPeriod: new Map() };

function knownOf(cube: Cube, metric: string): Known {
  let index = known.get(cube);
  if (!index) {
    index = new Map();
    for (const cell of cube.cells) {
      const own = index.get(cell.metric);
      if (own) own.cells.push(cell);
      else index.set(cell.metric, { cells: [cell], inPeriod: new Map() });
    }
    known.set(cube, index);
  }
  return index.get(metric) ?? NONE;
}

/** The cells of one metric. */
export function cellsOf(cube: Cube, metric: string): readonly Cell[] {
  return knownOf(cube, metric).cells;
}

/** Whether a stored period lies in the period asked about: cells repeat few periods many times. */
function within(period: Period): (stored: Period) => boolean {
  const answers = new Map<Period, boolean>();
  return (stored) => {
    let answer = answers.get(stored);
    if (answer === undefined) answers.set(stored, (answer = contains(period, stored)));
    return answer;
  };
}

/** What is never added up across a metric's categories: all parts of the category but the last. */
export function partitionIn(metric: MetricSpec): (category: string) => string {
  const parts = (metric.categoryParts?.length ?? 0) - 1;
  return parts > 0 ? (category) => coarseCategory(category, parts) : () => '';
}

/** Whether a snapshot is later than another: it ends later, or ends with it and is longer (2018 after 2018H2 after 2018Q4). */
export function isLater(a: Period, b: Period): boolean {
  const [ends, other] = [lastDay(a), lastDay(b)];
  return ends === other ? a.length < b.length || (a.length === b.length && a < b) : ends > other;
}

/** The cells of the last snapshot of every zone and partition, whatever the other dimensions. */
function lastSnapshots(cells: readonly Cell[], metric: MetricSpec): Cell[] {
  const partition = partitionIn(metric);
  const keyOf = ({ zone, category }: Cell): string => `${zone}\n${partition(category)}`;
  const last = new Map<string, Period>();
  for (const cell of cells) {
    const before = last.get(keyOf(cell));
    if (before === undefined || (before !== cell.period && isLater(cell.period, before)))
      last.set(keyOf(cell), cell.period);
  }
  return cells.filter((cell) => last.get(keyOf(cell)) === cell.period);
}

/** The cells that count in a period, in the order of the cube: the last snapshots of a stock, all of anything else. */
export function cellsIn(cube: Cube, metric: string, period: Period): readonly Cell[] {
  const { cells, inPeriod } = knownOf(cube, metric);
  const before = inPeriod.get(period);
  if (before) return before;
  const inside = within(period);
  const found = cells.filter((cell) => inside(cell.period));
  const spec = metricById(metric);
  const counting = spec.time === 'stock' ? lastSnapshots(found, spec) : found;
  if (cells.length > 0) inPeriod.set(period, counting);
  return counting;
}

/** A stored period of a zone that counts; `category` where it counts for one category only. */
export interface Snapshot {
  readonly zone: string;
  readonly period: Period;
  readonly category?: string;
}

/** The (zone, stored period) pairs that count for a stock in a period, or the stored periods that count for a flow. */
export function snapshotsIn(cube: Cube, metric: string, period: Period): Snapshot[] {
  const partitioned = (metricById(metric).categoryParts?.length ?? 0) > 1;
  const seen = new Map<string, Snapshot>();
  for (const { zone, period: stored, category } of cellsIn(cube, metric, period))
    seen.set(`${zone}\n${stored}\n${partitioned ? category : ''}`, {
      zone,
      period: stored,
      ...(partitioned && { category }),
    });
  return [...seen.values()];
}

function keep(values: readonly string[] | undefined): (value: string) => boolean {
  if (values === undefined || values.length === 0) return () => true;
  const set = new Set(values);
  return (value) => set.has(value);
}

/** Whether a cell is among what a selection keeps. */
export function selector(selection: Selection): (cell: Cell) => boolean {
  const zone = keep(selection.zones);
  const committee = keep(selection.committees);
  const domain = keep(selection.domains);
  const category = keep(selection.categories);
  const { counted } = selection;
  return (cell) =>
    zone(cell.zone) &&
    committee(cell.committee) &&
    domain(cell.domain) &&
    category(cell.category) &&
    (counted === undefined || counted === (cell.counted ?? false));
}

type Growing = { -readonly [K in keyof Group]: Group[K] };

function addTo(groups: Map<string, Growing>, cell: Cell, by: readonly Dimension[]): void {
  const key = by.map((dimension) => cell[dimension]).join('\n');
  let group = groups.get(key);
  if (!group) {
    group = { ...Object.fromEntries(by.map((d) => [d, cell[d]])), numerator: 0, denominator: null };
    groups.set(key, group);
  }
  group.numerator += cell.numerator;
  if (cell.denominator !== null) group.denominator = (group.denominator ?? 0) + cell.denominator;
}

/** Adds cells up by some of their dimensions, in the order first met. */
export function groupCells(cells: readonly Cell[], by: readonly Dimension[]): Group[] {
  const groups = new Map<string, Growing>();
  for (const cell of cells) addTo(groups, cell, by);
  return [...groups.values()];
}

/**
 * Answers a question by adding up cells: one group per combination of the dimensions asked for that has a cell, in the
 * order first met. A stock takes the last snapshot of each zone inside a period; flows and obligations sum.
 */
export function rollUp(cube: Cube, question: Question): Group[] {
  const selected = selector(question);
  const groups = new Map<string, Growing>();
  for (const period of question.periods) {
    for (const cell of cellsIn(cube, question.metric, period))
      if (selected(cell)) addTo(groups, { ...cell, period }, question.by);
  }
  return [...groups.values()];
}

/** Adds everything a question selects into one group; null when no cell answers it. */
export function total(cube: Cube, question: Omit<Question, 'by'>): Group | null {
  return rollUp(cube, { ...question, by: [] })[0] ?? null;
}
