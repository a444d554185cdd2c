import { type Period, groupedBy } from '../domain';
import type { CELL_TEXTS, Cell } from './cell';
import { CellColumns, type CodedTexts, type Fineness, textColumn } from './columns';
import type { Cube } from './cube';

/** The cells of a metric, and those of them that count in each period asked about so far. */
interface Known {
  readonly cells: readonly Cell[];
  /** The period of every cell. */
  readonly periods: CodedTexts;
  readonly inPeriod: Map<Period, readonly Cell[]>;
}

/** The cells of one metric: one by one or as columns, whichever was not given made when it is asked for. */
class OwnCells {
  private readonly known = new Map<Fineness, Known>();
  private made: readonly Cell[] | null;
  private laid: CellColumns | null;

  constructor(given: readonly Cell[] | CellColumns) {
    this.laid = given instanceof CellColumns ? given : null;
    this.made = given instanceof CellColumns ? null : given;
  }

  private get cells(): readonly Cell[] {
    return (this.made ??= this.laid?.cells() ?? []);
  }

  get columns(): CellColumns {
    return (this.laid ??= CellColumns.of(this.made ?? []));
  }

  by(fineness: Fineness): Known {
    const before = this.known.get(fineness);
    if (before) return before;
    const cells = (fineness === 'fields' ? null : this.columns.coarser(fineness)) ?? this.cells;
    const found = { cells, periods: textColumn(cells, 'period'), inPeriod: new Map() };
    this.known.set(fineness, found);
    return found;
  }
}

type Index = ReadonlyMap<string, OwnCells>;

const indexes = new WeakMap<Cube, Index>();
const NONE: Known = { cells: [], periods: { words: [], codes: new Int32Array() }, inPeriod: new Map() };

const indexed = (byMetric: ReadonlyMap<string, readonly Cell[] | CellColumns>): Index =>
  new Map([...byMetric].map(([metric, given]) => [metric, new OwnCells(given)]));

/** Says what columns the cells of a cube are, so that those nobody asks for need not be made. */
export function knowColumns(cube: Cube, columns: CellColumns): void {
  indexes.set(cube, indexed(columns.byMetric()));
}

function indexOf(cube: Cube): Index {
  const index = indexes.get(cube) ?? indexed(groupedBy(cube.cells, ({ metric }) => metric));
  indexes.set(cube, index);
  return index;
}

/** The cells of a metric as finely as they are asked for. */
export const knownOf = (cube: Cube, metric: string, fineness: Fineness): Known =>
  indexOf(cube).get(metric)?.by(fineness) ?? NONE;

/** The cells of one metric; added up over fields, or over committees too, where those are not to be told apart. */
export function cellsOf(cube: Cube, metric: string, fineness: Fineness = 'fields'): readonly Cell[] {
  return knownOf(cube, metric, fineness).cells;
}

/** The cells of one metric as columns; none where it has none. */
export const columnsOf = (cube: Cube, metric: string): CellColumns =>
  indexOf(cube).get(metric)?.columns ?? CellColumns.of([]);

/** Whether a metric has any cells. */
export const hasCells = (cube: Cube, metric: string): boolean => indexOf(cube).has(metric);

/** Whether a cube has no figures at all. */
export const isEmpty = (cube: Cube): boolean => indexOf(cube).size === 0;

/** The metrics that have cells, in the order first met. */
export const metricsIn = (cube: Cube): string[] => [...indexOf(cube).keys()];

/** What the cells of a metric say in one text column, each text once, in no order. */
export const textsIn = (cube: Cube, metric: string, name: (typeof CELL_TEXTS)[number]): readonly string[] =>
  indexOf(cube).get(metric)?.columns.wordsOf(name) ?? [];

/** The zones that have cells of any metric. */
export const zonesIn = (cube: Cube): ReadonlySet<string> =>
  new Set(metricsIn(cube).flatMap((metric) => textsIn(cube, metric, 'zone')));
