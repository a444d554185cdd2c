import { freeName, byText } from '../../domain';
import type { Cube } from '../cube';
import { OPENNESS } from '../disclosure';
import { levelOf } from '../merged';

/** A cube and the name of its file. */
export interface NamedCube {
  readonly name: string;
  readonly cube: Cube;
}

/** Items once each, in the order first met. */
export const distinct = <Item>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

/** Which of two files is the newer: of the later as-of day, else made later, else the one that tells more; 0 where nothing tells. */
export function newness(a: Cube, b: Cube): number {
  return (
    byText(b.asOf ?? '', a.asOf ?? '') ||
    byText(b.release?.on ?? '', a.release?.on ?? '') ||
    OPENNESS[levelOf(a)] - OPENNESS[levelOf(b)]
  );
}

/** Files in an order that does not depend on how they were given, the newest first; of one name each is told apart by a number. */
export function ranked(files: readonly NamedCube[]): NamedCube[] {
  const sorted = [...files].sort(
    (a, b) =>
      newness(a.cube, b.cube) ||
      byText(a.name, b.name) ||
      byText(JSON.stringify({ ...a.cube, cells: [] }), JSON.stringify({ ...b.cube, cells: [] })) ||
      byText(JSON.stringify(a.cube.cells), JSON.stringify(b.cube.cells)),
  );
  const taken = new Set<string>();
  return sorted.map(({ name, cube }) => {
    const free = freeName(name, '', (known) => taken.has(known));
    taken.add(free);
    return { name: free, cube };
  });
}
