import { widest, wrap } from './measure';
import { type Shape, text } from './shape';
import type { Theme } from './theme';

/** One entry of a key: a glyph as it stands in the picture and its meaning. */
export interface KeyEntry {
  readonly label: string;
  /** Width of the glyph, px. */
  readonly width: number;
  /** Draws the glyph with its left edge at x, centred on y. */
  glyph(x: number, y: number): Shape[];
}

/** A key set as running text at the top of a picture: its shapes and the height it took (0 without entries). */
export interface KeyLine {
  readonly shapes: Shape[];
  readonly height: number;
}

const TYPE = { size: 12 } as const;
const LEADING = 20;
const AFTER_GLYPH = 5;
const BETWEEN = 16;

/** Sets the entries from the left, on as many lines as the width asks for. */
export function keyLine(entries: readonly KeyEntry[], width: number, theme: Theme, top = 0): KeyLine {
  const shapes: Shape[] = [];
  let x = 0;
  let y = top + LEADING / 2;
  for (const entry of entries) {
    const from = entry.width + AFTER_GLYPH;
    const parts = wrap(entry.label, TYPE, width - from);
    const size = from + widest(parts, TYPE);
    if (x > 0 && x + size > width) {
      x = 0;
      y += LEADING;
    }
    const style = { ...TYPE, fill: theme.ink2 };
    shapes.push(...entry.glyph(x, y), ...parts.map((part, nth) => text(x + from, y + nth * LEADING, part, style)));
    // What follows a name of several lines stands below it.
    y += (parts.length - 1) * LEADING;
    x += size + BETWEEN;
  }
  return { shapes, height: entries.length === 0 ? 0 : y + LEADING / 2 - top };
}
