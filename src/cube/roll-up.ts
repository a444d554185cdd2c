import { type Dimension, type MetricSpec, type Period, coarseCategory, contains, groupedBy, lastDay } from '../domain';
import { metricById } from '../model';
import type { Cell, Group, Question, Selection } from './cell';
import type { Fineness } from './columns';
import type { Cube } from './cube';
import { knownOf } from './metric-cells';
import { oncePerList } from './once';

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
  const keys = cells.map(({ zone, category }) => `${zone}\n${partition(category)}`);
  const last = new Map<string, Period>();
  cells.forEach(({ period }, at) => {
    const key = keys[at] ?? '';
    const before = last.get(key);
    if (before === undefined || (before !== period && isLater(period, before))) last.set(key, period);
  });
  return cells.filter(({ period }, at) => last.get(keys[at] ?? '') === period);
}

/** The cells that count in a period, in the order of the cube: the last snapshots of a stock, all of anything else. */
export function cellsIn(cube: Cube, metric: string, period: Period, fineness: Fineness = 'fields'): readonly Cell[] {
  const { cells, periods, inPeriod } = knownOf(cube, metric, fineness);
  const before = inPeriod.get(period);
  if (before) return before;
  const inside = periods.words.map((stored) => contains(period, stored));
  const found = cells.filter((_, at) => inside[periods.codes[at] ?? 0]);
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
  for (const { zone, period: stored, category } of cellsIn(cube, metric, period, 'zones'))
    seen.set(`${zone}\n${stored}\n${partitioned ? category : ''}`, {
      zone,
      period: stored,
      ...(partitioned && { category }),
    });
  return [...seen.values()];
}

/** Of a selection, whether a cell is among what it keeps; null where it keeps everything. Only what is selected is looked at. */
function testOf(selection: Selection): ((cell: Cell) => boolean) | null {
  const { zones, committees, domains, categories, counted } = selection;
  const among = ([dimension, values]: [Dimension, readonly string[] | undefined]): ((cell: Cell) => boolean)[] => {
    if (values === undefined || values.length === 0) return [];
    const set = new Set(values);
    return [(cell) => set.has(cell[dimension])];
  };
  const tests = [
    ...among(['zone', zones]),
    ...among(['committee', committees]),
    ...among(['domain', domains]),
    ...among(['category', categories]),
    ...(counted === undefined ? [] : [(cell: Cell) => counted === (cell.counted ?? false)]),
  ];
  const [only] = tests;
  if (only === undefined) return null;
  return tests.length === 1 ? only : (cell) => tests.every((test) => test(cell));
}

/** Whether a cell is among what a selection keeps. */
export const selector = (selection: Selection): ((cell: Cell) => boolean) => testOf(selection) ?? ((): boolean => true);

/** The cells a selection keeps. */
function selected(cells: readonly Cell[], selection: Selection): readonly Cell[] {
  const test = testOf(selection);
  return test ? cells.filter(test) : cells;
}

/** How finely the cells must be told apart that a selection chooses, or that are looked at by some dimensions. */
export function finenessOf({ domains = [], committees = [] }: Selection, by: readonly Dimension[]): Fineness {
  if (domains.length > 0 || by.includes('domain')) return 'fields';
  return committees.length > 0 || by.includes('committee') ? 'committees' : 'zones';
}

/** Some cells zone by zone: of many zones each is asked about alone. */
const byZone = oncePerList((cells: readonly Cell[]) => groupedBy(cells, ({ zone }) => zone));

/**
 * The cells of a metric that count in a period and that a selection keeps, in the order of the cube: added up over fields, and over
 * committees, where neither the selection nor `by` tells them apart.
 */
export function chosenIn(
  cube: Cube,
  { metric, ...selection }: Selection & { readonly metric: string },
  period: Period,
  by: readonly Dimension[],
): readonly Cell[] {
  const cells = cellsIn(cube, metric, period, finenessOf(selection, by));
  const [zone, another] = selection.zones ?? [];
  if (zone === undefined || another !== undefined) return selected(cells, selection);
  return selected(byZone(cells).get(zone) ?? [], { ...selection, zones: [] });
}

type Growing = { -readonly [K in keyof Group]: Group[K] };

function add(
  sum: { numerator: number; denominator: number | null },
  cell: Pick<Cell, 'numerator' | 'denominator'>,
): void {
  sum.numerator += cell.numerator;
  if (cell.denominator !== null) sum.denominator = (sum.denominator ?? 0) + cell.denominator;
}

/** Adds a cell to its group, as if it were of the period asked about where one is given. */
function addTo(groups: Map<string, Growing>, cell: Cell, by: readonly Dimension[], period = cell.period): void {
  const told = (dimension: Dimension): string => (dimension === 'period' ? period : cell[dimension]);
  let key: string | null = null;
  for (const dimension of by) key = key === null ? told(dimension) : `${key}\n${told(dimension)}`;
  let group = groups.get(key ?? '');
  if (!group) {
    const at = Object.fromEntries(by.map((d) => [d, told(d)]));
    group = { ...at, numerator: 0, denominator: null, ...(cell.silent && { silent: true }) };
    groups.set(key ?? '', group);
  } else if (!cell.silent) delete group.silent;
  add(group, cell);
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
  const { by, periods, ...asked } = question;
  const groups = new Map<string, Growing>();
  for (const period of periods) for (const cell of chosenIn(cube, asked, period, by)) addTo(groups, cell, by, period);
  return [...groups.values()];
}

/** Adds everything a question selects into one group; null when no cell answers it. */
export function total(cube: Cube, question: Omit<Question, 'by'>): Group | null {
  return rollUp(cube, { ...question, by: [] })[0] ?? null;
}
