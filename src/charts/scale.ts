/** A straight line from values to pixels, with the values worth a tick. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  at(value: number): number;
}

const RATE_STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5];

/** Rounds away the dust of adding steps, so that ticks read 0.3 and not 0.30000000000000004. */
const clean = (value: number): number => Math.round(value * 1e9) / 1e9;

function stepped(low: number, high: number, step: number, pixels: readonly [number, number]): Scale {
  const [from, to] = pixels;
  const ticks: number[] = [];
  for (let i = 0; clean(low + i * step) <= high + 1e-9; i++) ticks.push(clean(low + i * step));
  const span = high - low || 1;
  return { low, high, ticks, at: (value) => from + ((value - low) / span) * (to - from) };
}

/** A scale for rates that holds every value, begins and ends on a round percentage, and never leaves 0–100 %. */
export function rateScale(values: readonly number[], pixels: readonly [number, number], most: number): Scale {
  const known = values.filter((value) => Number.isFinite(value));
  const min = known.length === 0 ? 0 : Math.max(0, Math.min(...known));
  const max = known.length === 0 ? 1 : Math.min(1, Math.max(...known));
  const bounds = (step: number): [number, number] => {
    const low = clean(Math.floor(min / step + 1e-9) * step);
    const high = clean(Math.min(1, Math.ceil(max / step - 1e-9) * step));
    if (high > low) return [low, high];
    return low >= 1 ? [clean(1 - step), 1] : [low, clean(low + step)];
  };
  const step =
    RATE_STEPS.find((size) => {
      const [low, high] = bounds(size);
      return (high - low) / size <= Math.max(1, most);
    }) ?? 1;
  const [low, high] = bounds(step);
  return stepped(low, high, step, pixels);
}

const SCORE_STEPS = [0.5, 1, 2, 5, 10, 20, 25, 50];

/** A scale for scores that holds every value and begins and ends on a round one. */
export function scoreScale(values: readonly number[], pixels: readonly [number, number], most: number): Scale {
  const [min, max] = values.length === 0 ? [0, 100] : [Math.min(...values), Math.max(...values)];
  const bounds = (step: number): [number, number] => {
    const low = Math.floor(min / step + 1e-9) * step;
    const high = Math.ceil(max / step - 1e-9) * step;
    return [low, high > low ? high : low + step];
  };
  const step =
    SCORE_STEPS.find((size) => {
      const [low, high] = bounds(size);
      return (high - low) / size <= Math.max(1, most);
    }) ?? 100;
  const [low, high] = bounds(step);
  return stepped(low, high, step, pixels);
}

/** The values, and two more where they lie closer than `least`: a change of half a point must not fill the picture. */
export function atLeast(values: readonly number[], least: number): number[] {
  if (values.length === 0) return [];
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (max - min >= least) return [...values];
  const low = Math.max(0, Math.min((min + max - least) / 2, 1 - least));
  return [...values, low, low + least];
}

/** A scale for counts from 0 (or below, when values are) to the largest value itself, ticks at round numbers. */
export function countScale(values: readonly number[], pixels: readonly [number, number], most: number): Scale {
  const max = Math.max(0, ...values);
  const min = Math.min(0, ...values);
  const rough = (max - min || 1) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((m) => m * power).find((size) => size >= rough) ?? rough);
  const [from, to] = pixels;
  const ticks: number[] = [];
  for (let tick = Math.ceil(min / step) * step; tick <= max; tick += step) ticks.push(tick);
  const span = max - min || 1;
  return { low: min, high: max, ticks, at: (value) => from + ((value - min) / span) * (to - from) };
}

/** Five classes of equal, round width over the values, for the sequential scale: the borders between them, least first. */
export function classBreaks(values: readonly number[]): number[] {
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length === 0) return [0.2, 0.4, 0.6, 0.8];
  const [min, max] = [Math.min(...known), Math.max(...known)];
  const step =
    [0.01, 0.02, 0.05, 0.1, 0.2].find((size) => clean(Math.floor(min / size) * size + 5 * size) >= max) ?? 0.2;
  const low = Math.min(clean(Math.floor(min / step) * step), clean(1 - 5 * step));
  return [1, 2, 3, 4].map((i) => clean(Math.max(0, low) + i * step));
}

/** Which class a value belongs to, from 0. */
export function classOf(value: number, breaks: readonly number[]): number {
  return breaks.filter((border) => value >= border - 1e-12).length;
}
