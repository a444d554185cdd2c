import { Refusal } from '../domain';
import type { Cube } from './cube';

/** A cube that was worked out before, and the name of its file. */
export interface Earlier {
  readonly cube: Cube;
  readonly name: string;
}

type About = Omit<Cube, 'cells'>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Throws Refusal where an earlier cube cannot be gone on from: it is of another day, other rules or definitions, or does not say of what rows it is. */
export function checkEarlier(about: About, { cube, name }: Earlier): void {
  if (!cube.rowSums) throw new Refusal('earlier-no-rows', name);
  if (cube.asOf !== about.asOf)
    throw new Refusal('earlier-other-day', name, {}, `${cube.asOf ?? '-'} / ${about.asOf ?? '-'}`);
  if (!isSame(cube.rules, about.rules)) throw new Refusal('earlier-other-rules', name);
  if (!isSame(cube.definitions, about.definitions)) throw new Refusal('earlier-other-model', name);
  // With a table that was not there before, metrics of zones that did not change come in too.
  if (!isSame(cube.missing, about.missing)) throw new Refusal('earlier-other-tables', name);
}

/** The zones that must be worked out anew: those whose rows are not the rows of an earlier cube. Throws Refusal where it cannot be gone on from. */
export function changedSince(about: About, zones: readonly string[], earlier: Earlier): string[] {
  checkEarlier(about, earlier);
  const { rowSums: before = {} } = earlier.cube;
  return zones.filter((zone) => before[zone] === undefined || before[zone] !== about.rowSums?.[zone]);
}
