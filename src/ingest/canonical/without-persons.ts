import { type HeaderMatch, whetherNamed } from '../match';
import type { CellCodes } from '../raw';

/** Names where they say that somebody is there, as yes and no. */
export function withoutNames(
  cells: readonly string[],
  { personal, fields }: HeaderMatch,
  codes?: CellCodes,
): readonly string[] {
  const told = personal.filter(({ index }) => fields[index] != null);
  if (told.length === 0) return cells;
  if (codes) for (const { index } of told) codes[index] = -1;
  const whether = new Set(told.map(({ index }) => index));
  return cells.map((cell, at) => (whether.has(at) ? whetherNamed(cell) : cell));
}

/** A row as it is shown: personal cells blank. */
export function withoutPersonal(cells: readonly string[], match: HeaderMatch): string[] {
  const hidden = new Set(match.personal.map((column) => column.index));
  return cells.map((cell, at) => (hidden.has(at) ? '' : cell));
}
