import type { Cube, Level, Release } from '../cube';
import { type Period, firstDay, isPeriod, lastDay } from '../domain';
import { METRICS } from '../model';
import { disclosed } from './disclosure/disclosed';

/** What is to be given out, and to whom. */
export interface Offer {
  readonly level: Level;
  /** Families of metrics; null for all. */
  readonly families: readonly string[] | null;
  /** Null for all. */
  readonly zones: readonly string[] | null;
  /** The first and the last period; null for no limit. */
  readonly from: Period | null;
  readonly to: Period | null;
  readonly release: Release;
}

/** What of a cube was chosen. It is chosen after it was decided what may be told: no choice tells what another hides. */
function cut(cube: Cube, { families, zones, from, to }: Offer): Cube {
  const kept = METRICS.filter(({ family }) => families === null || families.includes(family)).map(({ id }) => id);
  const isFamily = (metric: string): boolean => families === null || kept.includes(metric);
  const isZone = (zone: string | null): boolean => zone === null || zones === null || zones.includes(zone);
  const isTime = (period: Period): boolean =>
    (from === null || lastDay(period) >= firstDay(from)) && (to === null || lastDay(period) <= lastDay(to));
  const isChosen = (one: { readonly metric: string; readonly zone: string | null }): boolean =>
    isFamily(one.metric) && isZone(one.zone);
  const { disclosure } = cube;
  return {
    ...cube,
    cells: cube.cells.filter((cell) => isChosen(cell) && isTime(cell.period)),
    zones: cube.zones.filter(({ id }) => isZone(id)),
    published: cube.published.filter(
      (figure) => isChosen(figure) && (!isPeriod(figure.period) || isTime(figure.period)),
    ),
    missing: cube.missing.filter(({ metric }) => isFamily(metric)),
    ...(disclosure && {
      disclosure: {
        ...disclosure,
        merged: disclosure.merged.filter(isChosen),
        longer: disclosure.longer.filter(isChosen),
        withheld: disclosure.withheld.filter(isChosen),
        joined: disclosure.joined.filter(({ metric }) => isFamily(metric)),
        breaks: disclosure.breaks.filter(isChosen),
      },
    }),
  };
}

const told = new WeakMap<Cube, Map<Level, Cube>>();

/** A cube as a level may see it, worked out once. */
function toldOnce(cube: Cube, level: Level): Cube {
  const known = told.get(cube) ?? new Map<Level, Cube>();
  told.set(cube, known);
  const found = known.get(level) ?? disclosed(cube, level);
  known.set(level, found);
  return found;
}

/** The cube that leaves the house: what the level may see of it, what was chosen of that, and who gave it to whom. */
export function released(cube: Cube, offer: Offer): Cube {
  return { ...cut(toldOnce(cube, offer.level), offer), release: offer.release };
}
