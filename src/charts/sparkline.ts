import { runsOf } from './runs';

/** A line the size of a word, for an inline SVG of the same width and height. */
export interface Sparkline {
  /** SVG path data; empty when nothing is known. */
  readonly path: string;
  /** Where the last known value stands; null when none is. */
  readonly end: { readonly x: number; readonly y: number } | null;
}

/** Room for the dot at the end and for the width of the line. */
const PAD = 3;

/** The values from left to right, scaled to the space; broken where they are null and before every index in `breaks`; scaled to `range` where several are compared. A flat series runs through the middle. */
export function sparkline(
  values: readonly (number | null)[],
  width: number,
  height: number,
  breaks: ReadonlySet<number> = new Set(),
  range?: readonly [low: number, high: number],
): Sparkline {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { path: '', end: null };
  const [low, high] = range ?? [Math.min(...known), Math.max(...known)];
  const step = values.length > 1 ? (width - 2 * PAD) / (values.length - 1) : 0;
  const round = (value: number): number => Math.round(value * 10) / 10;
  const at = (index: number, value: number) => ({
    x: round(values.length > 1 ? PAD + index * step : width / 2),
    y: round(high === low ? height / 2 : height - PAD - ((value - low) / (high - low)) * (height - 2 * PAD)),
  });
  const runs = runsOf(values, breaks).map((run) => {
    const points = run.map(({ index, value }) => at(index, value));
    // A run of one point is drawn as a short stroke, or it would not be seen.
    const [only] = points;
    if (points.length === 1 && only) return `M${only.x - 1},${only.y}h2`;
    return `M${points.map(({ x, y }) => `${x},${y}`).join('L')}`;
  });
  const last = runsOf(values, breaks).at(-1)?.at(-1);
  return { path: runs.join(''), end: last ? at(last.index, last.value) : null };
}
