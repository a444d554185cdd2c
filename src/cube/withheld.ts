import { type Period, contains, grainOf, isFinerOrEqual, lastDay } from '../domain';
import type { Selection } from './cell';
import type { Cube } from './cube';
import type { Reason } from './disclosure';

/* What a cube for others does not tell, as views ask it. */

/** Why a zone's figure of a metric in a period is not told; null where nothing was held back. */
export function withheldIn(cube: Cube, metric: string, zone: string, period: Period): Reason | null {
  const { disclosure } = cube;
  if (!disclosure) return null;
  const whole = disclosure.withheld.find(
    (held) => held.metric === metric && (held.zone === null || held.zone === zone) && held.partition === undefined,
  );
  if (whole) return whole.why;
  const longer = disclosure.longer.find((held) => held.metric === metric && held.zone === zone);
  return longer && !isFinerOrEqual(longer.grain, grainOf(period)) ? 'few' : null;
}

/** Why a metric, or what of it goes by scheme, is told for no zone at all; null where it is told. */
export function withheldWholly({ disclosure }: Cube, metric: string): Reason | null {
  return disclosure?.withheld.find((held) => held.metric === metric && held.zone === null)?.why ?? null;
}

/** The zones of a selection whose figure of a metric in a period is not told. */
export function withheldZones(
  cube: Cube,
  { metric, zones = [] }: Selection & { readonly metric: string },
  period: Period,
): string[] {
  const { withheld = [], longer = [] } = cube.disclosure ?? {};
  const held = [...withheld, ...longer].flatMap((one) =>
    one.metric === metric && one.zone !== null ? [one.zone] : [],
  );
  return [...new Set(held)].filter(
    (zone) => (zones.length === 0 || zones.includes(zone)) && withheldIn(cube, metric, zone, period) !== null,
  );
}

/** Whether other committees of a zone reported in a period than in an earlier one, as a cube for others tells it. */
export function otherCommittees(cube: Cube, metric: string, zone: string, period: Period, against: Period): boolean {
  return (cube.disclosure?.breaks ?? []).some(
    (at) =>
      at.metric === metric &&
      at.zone === zone &&
      lastDay(at.period) > lastDay(against) &&
      (contains(period, at.period) || lastDay(at.period) <= lastDay(period)),
  );
}
