import {
  type Cube,
  type DrillQuestion,
  type Group,
  type PartsByZone,
  type Selection,
  cellsOfParts,
  groupCells,
  snapshotsIn,
  total,
} from '../cube';
import type { Period } from '../domain';
import { metricById } from '../model';

/** A figure whose rows the reader wants to see. */
export interface DrillTarget {
  readonly title: string;
  readonly metric: string;
  readonly period: Period;
  /** The periods the figure adds up, where they are several; absent: `period` alone. */
  readonly periods?: readonly Period[];
  readonly selection: Selection;
  /** What of each zone the figure is of, where it is of what compares only; null or absent: of all. */
  readonly parts?: PartsByZone | null;
  /** The figures the target holds where they stand side by side and are not added up: one a star, one a kind of letter. */
  readonly apart?: readonly {
    readonly label: string;
    readonly selection: Selection;
    /** Absent: those of the target. */
    readonly periods?: readonly Period[];
  }[];
  /** What the name of an organisation or a unit holds: the target is its rows, and no figure. */
  readonly named?: string;
  /** Which rows to open with: all in the denominator, or only those that do not count. */
  readonly part?: 'numerator' | 'rest';
}

/** The question for the rows behind a figure: the same selection, the same snapshots the cube counted. */
export function drillQuestion(cube: Cube, target: DrillTarget, part?: 'numerator' | 'rest'): DrillQuestion {
  const metric = metricById(target.metric);
  const at = periodsOf(target).flatMap((period) => snapshotsIn(cube, target.metric, period));
  return {
    metric,
    ...target.selection,
    ...(metric.time === 'stock'
      ? { snapshots: at }
      : { periods: at.map((cell) => cell.period).filter((period, nth, all) => all.indexOf(period) === nth) }),
    ...(target.parts && { parts: [...target.parts] }),
    ...(target.named !== undefined && { named: target.named }),
    ...(part !== undefined && { part }),
  };
}

/** The periods whose rows a target opens. */
export function periodsOf({ period, periods }: DrillTarget): readonly Period[] {
  return periods ?? [period];
}

/** The figure itself, as the cube has it: what the rows must add up to. */
export function drillFigure(cube: Cube, target: DrillTarget, counted?: boolean): Group | null {
  const { metric, parts, selection } = target;
  const question = { metric, ...selection, ...(counted !== undefined && { counted }) };
  const periods = periodsOf(target);
  if (!parts) return total(cube, { ...question, periods });
  const cells = periods.flatMap((period) => cellsOfParts(cube, question, period, parts));
  return groupCells(cells, [])[0] ?? null;
}

/** What of the figure has rows behind it, where some of it was reported in counts only; null where nothing was. */
export function listedFigure(cube: Cube, target: DrillTarget): Group | null {
  return drillFigure(cube, target, true) === null
    ? null
    : (drillFigure(cube, target, false) ?? { numerator: 0, denominator: null });
}
