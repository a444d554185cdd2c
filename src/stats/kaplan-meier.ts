import { type Interval, Z95 } from './interval';

/** How many were seen to end after some time, and how many were only watched that long and had not ended. */
export interface Observed {
  /** Time since the start, in one unit throughout; not negative. */
  readonly time: number;
  readonly ended: number;
  readonly censored: number;
}

/** One step of a survival curve: from `time` on, until the next step, the share not ended is `survival`. */
export interface SurvivalStep {
  readonly time: number;
  /** Still watched and not ended right before `time`. */
  readonly atRisk: number;
  readonly ended: number;
  /** Share not ended, 0…1. */
  readonly survival: number;
  /** 95 % interval of the share by the log-log transformation; null where it has none (at 0 and 1). */
  readonly interval: Interval | null;
}

/** A Kaplan–Meier curve. */
export interface Survival {
  /** Everything observed, ended or not. */
  readonly count: number;
  readonly ended: number;
  /** The longest time anybody was watched; 0 for nobody. */
  readonly longest: number;
  /** One step a time at which something ended, in order. */
  readonly steps: readonly SurvivalStep[];
  /** The first time by which at least half have ended; null when the curve never comes down to ½. */
  readonly median: number | null;
  /** 95 % interval of the median (Brookmeyer and Crowley 1982); an end is null where the data do not reach it. */
  readonly medianInterval: { readonly low: number | null; readonly high: number | null };
}

/** Rounding of products must not move the median past a curve that is exactly ½. */
const DUST = 1e-9;

function pooled(observed: readonly Observed[]): Observed[] {
  const byTime = new Map<number, { time: number; ended: number; censored: number }>();
  for (const { time, ended, censored } of observed) {
    const known = byTime.get(time);
    if (known) {
      known.ended += ended;
      known.censored += censored;
    } else byTime.set(time, { time, ended, censored });
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}

function logLog(survival: number, greenwood: number): Interval | null {
  if (survival <= DUST || survival >= 1) return null;
  const width = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(width), high: survival ** Math.exp(-width) };
}

const firstAt = (steps: readonly SurvivalStep[], holds: (step: SurvivalStep) => boolean): number | null =>
  steps.find(holds)?.time ?? null;

/**
 * The product-limit curve of Kaplan and Meier (1958): what is censored at a time was still watched at that time. Greenwood's
 * variance gives the intervals. Nobody observed gives no steps and no median.
 */
export function kaplanMeier(observed: readonly Observed[]): Survival {
  const times = pooled(observed);
  const count = times.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
  const steps: SurvivalStep[] = [];
  let atRisk = count;
  let survival = 1;
  let greenwood = 0;
  for (const { time, ended, censored } of times) {
    if (ended > 0) {
      survival *= 1 - ended / atRisk;
      greenwood += atRisk === ended ? 0 : ended / (atRisk * (atRisk - ended));
      if (atRisk === ended) survival = 0;
      steps.push({ time, atRisk, ended, survival, interval: logLog(survival, greenwood) });
    }
    atRisk -= ended + censored;
  }
  return {
    count,
    ended: times.reduce((sum, { ended }) => sum + ended, 0),
    longest: times.filter(({ ended, censored }) => ended + censored > 0).at(-1)?.time ?? 0,
    steps,
    median: firstAt(steps, (step) => step.survival <= 0.5 + DUST),
    medianInterval: {
      low: firstAt(steps, (step) => (step.interval?.low ?? step.survival) <= 0.5 + DUST),
      high: firstAt(steps, (step) => (step.interval?.high ?? step.survival) <= 0.5 + DUST),
    },
  };
}

/** How many were still watched and not ended right before `time`. */
export function atRiskAt(observed: readonly Observed[], time: number): number {
  return observed.filter((one) => one.time >= time).reduce((sum, { ended, censored }) => sum + ended + censored, 0);
}
