import { widest, wrap } from './measure';

/** Names left of the marks, broken into lines where they are long. */
export interface NameGutter {
  /** Width of the names, px; the marks begin a gap after it. */
  readonly width: number;
  readonly lines: readonly (readonly string[])[];
  /** Whether the names stand above their marks instead, because beside them too little would be left. */
  readonly above: boolean;
}

const NAME = { size: 13, weight: 600 } as const;
/** Leading of a broken name, px. */
export const NAME_LEADING = 18;
/** Space between the names and the marks, px. */
export const NAME_GAP = 16;

/** Names beside the marks when at least `least` px are left for those (`taken` px go to what stands at the right), else above. */
export function nameGutter(names: readonly string[], width: number, taken: number, least: number): NameGutter {
  const gutter = Math.ceil(Math.min(widest(names, NAME), width * 0.3));
  const above = width - gutter - NAME_GAP - taken < least;
  return {
    width: above ? 0 : gutter + NAME_GAP,
    lines: names.map((name) => wrap(name, NAME, above ? width : gutter)),
    above,
  };
}

/** Height of a row whose marks take `mark` px: room for a broken name beside them, or for the name above them. */
export function rowHeight(
  { above, lines }: NameGutter,
  index: number,
  mark: number,
): { height: number; nameY: number; markY: number } {
  const names = (lines[index]?.length ?? 1) * NAME_LEADING;
  if (above) return { height: names + mark, nameY: names / 2, markY: names + mark / 2 - 2 };
  const height = Math.max(mark, names + 8);
  return { height, nameY: height / 2, markY: height / 2 };
}
