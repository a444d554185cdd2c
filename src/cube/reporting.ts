import { type MetricSpec, type Period, lastDay } from '../domain';
import { metricById } from '../model';
import type { Selection } from './cell';
import type { Cube } from './cube';
import { cellsOf } from './metric-cells';
import { chosenIn, finenessOf, groupCells, selector } from './roll-up';
import { withheldZones } from './withheld';

/* Who stands behind a total. */

/** Whether a zone hands in its base whole, so that what is not there was not reported: not so for what happened (flows, lists of events). */
export const isReported = (metric: MetricSpec): boolean => metric.time !== 'flow' && metric.accumulates !== true;

/** Which zones of a selection report a metric in a period, and which others ever do. */
export interface Reporting {
  readonly zones: readonly string[];
  readonly absent: readonly string[];
  /** Zones asked for that have none in any period. */
  readonly never: readonly string[];
  /** Zones that reported what does not say it: counts or lists without the column. */
  readonly silent: readonly string[];
  /** Zones that report but whose figure this cube does not tell. */
  readonly withheld: readonly string[];
  /** The day the data end inside the period, where the period is not over by then and the figure is of all that happens in it; else null. */
  readonly until: Period | null;
}

/**
 * The zones of a selection that handed in anything in a period: whose list has other fields than those selected had none of these. Of
 * what happened each thing says for itself what it is of.
 */
export function reportingOf(
  cube: Cube,
  question: Selection & { readonly metric: string },
  period: Period,
): Set<string> {
  const asked = isReported(metricById(question.metric)) ? { ...question, domains: [] } : question;
  return new Set(chosenIn(cube, asked, period, []).map(({ zone }) => zone));
}

/** The zones of a selection whose reports in a period do not say what is asked. */
function silentIn(cube: Cube, question: Selection & { readonly metric: string }, period: Period): Set<string> {
  const groups = groupCells(chosenIn(cube, question, period, ['zone']), ['zone']);
  return new Set(groups.filter(({ silent }) => silent).map(({ zone = '' }) => zone));
}

/** Who stands behind a total: the zones that reported in the period, those that have a figure in other periods only or never; and until when. */
export function reportingIn(cube: Cube, question: Selection & { readonly metric: string }, period: Period): Reporting {
  const cells = cellsOf(cube, question.metric, finenessOf(question, [])).filter(selector(question));
  const ever = new Set(cells.map(({ zone }) => zone));
  const reported = reportingOf(cube, question, period);
  const here = [...ever].filter((zone) => reported.has(zone));
  const unsaid = silentIn(cube, question, period);
  const withheld = withheldZones(cube, question, period).filter((zone) => !here.includes(zone));
  const absent = [...ever].filter((zone) => !here.includes(zone) && !withheld.includes(zone));
  const asked = (question.committees ?? []).length > 0 ? [] : (question.zones ?? []);
  const never = asked.filter((zone) => !ever.has(zone) && !reported.has(zone) && !withheld.includes(zone));
  const { asOf } = cube;
  const over = asOf === null || metricById(question.metric).time === 'stock' || asOf >= lastDay(period);
  return {
    zones: here.filter((zone) => !unsaid.has(zone)),
    silent: here.filter((zone) => unsaid.has(zone)),
    ...{ absent, never, withheld },
    until: over ? null : asOf,
  };
}
