import { type Cube, type DrillQuestion, type Group, type Selection, snapshotsIn, total } from '../cube';
import type { Period } from '../domain';
import { metricById } from '../model';

/** A figure whose rows the reader wants to see. */
export interface DrillTarget {
  readonly title: string;
  readonly metric: string;
  readonly period: Period;
  readonly selection: Selection;
  /** Which rows to open with: all in the denominator, or only those that do not count. */
  readonly part?: 'numerator' | 'rest';
}

/** The question for the rows behind a figure: the same selection, the same snapshots the cube counted. */
export function drillQuestion(cube: Cube, target: DrillTarget, part?: 'numerator' | 'rest'): DrillQuestion {
  const metric = metricById(target.metric);
  const at = snapshotsIn(cube, target.metric, target.period);
  return {
    metric,
    ...target.selection,
    ...(metric.time === 'stock'
      ? { snapshots: at }
      : { periods: at.map((cell) => cell.period).filter((period, nth, all) => all.indexOf(period) === nth) }),
    ...(part !== undefined && { part }),
  };
}

/** The figure itself, as the cube has it: what the rows must add up to. */
export function drillFigure(cube: Cube, target: DrillTarget): Group | null {
  return total(cube, { metric: target.metric, periods: [target.period], ...target.selection });
}

/** The panel with the rows behind a figure: closed, or open on one. */
export class Drill {
  target: DrillTarget | null = $state.raw(null);

  open(target: DrillTarget): void {
    this.target = target;
  }

  close(): void {
    this.target = null;
  }
}
