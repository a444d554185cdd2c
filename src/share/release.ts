import type { Chosen, Cube, Level, Release } from '../cube';
import { type Period, firstDay, isPeriod, lastDay } from '../domain';
import { METRICS, baseOf } from '../model';
import { disclosed } from './disclosure/disclosed';

/** What of a cube is to be given out. */
export interface Choice extends Chosen {
  readonly level: Level;
}

/** What is to be given out, and who gives it to whom. */
export interface Offer extends Choice {
  readonly release: Release;
}

/** All of a cube. */
export const EVERYTHING: Chosen = { families: null, zones: null, from: null, to: null };

/** What of a cube was chosen. It is chosen after it was decided what may be told: no choice tells what another hides. */
function cut(cube: Cube, { families, zones, from, to }: Choice): Cube {
  const kept = new Set(METRICS.filter(({ family }) => families?.includes(family)).map(({ id }) => id));
  const isFamily = (metric: string): boolean => families === null || kept.has(metric);
  const isZone = (zone: string | null): boolean => zone === null || zones === null || zones.includes(zone);
  const isTime = (period: Period): boolean =>
    (from === null || lastDay(period) >= firstDay(from)) && (to === null || lastDay(period) <= lastDay(to));
  const isChosen = (one: { readonly metric: string; readonly zone: string | null }): boolean =>
    isFamily(one.metric) && isZone(one.zone);
  const { disclosure, moves } = cube;
  const isRead = (table: string): boolean =>
    METRICS.some((metric) => isFamily(metric.id) && baseOf(metric).needs.includes(table));
  return {
    ...cube,
    cells: cube.cells.filter((cell) => isChosen(cell) && isTime(cell.period)),
    zones: cube.zones.filter(({ id }) => isZone(id)),
    ...(cube.places && { places: cube.places.filter(({ zone }) => isZone(zone)) }),
    published: cube.published.filter(
      (figure) => isChosen(figure) && (!isPeriod(figure.period) || isTime(figure.period)),
    ),
    missing: cube.missing.filter(({ metric }) => isFamily(metric)),
    ...(moves && { moves: moves.filter(({ table, zone, day }) => isRead(table) && isZone(zone) && isTime(day)) }),
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

/** What of a cube leaves the house: what the level may see of it, and what was chosen of that. */
export const chosen = (cube: Cube, choice: Choice): Cube => cut(toldOnce(cube, choice.level), choice);

/** The cube that leaves the house: what was chosen, and who gave it to whom. Sums of rows are for the house, and of all of it. */
export function released(cube: Cube, { release, ...choice }: Offer): Cube {
  const { rowSums, ...given } = chosen(cube, choice);
  const { level, ...some } = choice;
  const isWhole = level === 'internal' && Object.values(some).every((one) => one === null);
  return { ...given, ...(isWhole && rowSums && { rowSums }), release };
}

/** The day something is given out, ISO: a file says when it was made, by the clock of the machine. */
export const today = (): string => new Date().toLocaleDateString('sv');

/** SHA-256 of the source files by their names, in the order of the sources; '' where it is not known. */
export function sumsOf(
  sources: readonly string[],
  files: readonly { readonly path: string; readonly sha256: string }[],
): string[] {
  const known = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  return sources.map((source) => known.get(source) ?? '');
}
