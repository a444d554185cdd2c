import type { Cell } from './cell';

/** The base of some cells: their denominators together. */
export const sizeOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.denominator ?? 0), 0);

/** The bases of some cells by a key. */
export type Bases = ReadonlyMap<string, number>;

export function basesBy(cells: readonly Cell[], keyOf: (cell: Cell) => string): Bases {
  const found = new Map<string, number>();
  for (const cell of cells) found.set(keyOf(cell), (found.get(keyOf(cell)) ?? 0) + (cell.denominator ?? 0));
  return found;
}

/** Whether something has a base among others. */
export const weighs = (bases: Bases, name: string): boolean => (bases.get(name) ?? 0) > 0;

/** The middle of some values, 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}
