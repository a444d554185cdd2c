import { lastDayOf } from './grading-cycle';
import { GRADE_LABELS } from './grading-rules';
import { type Grading, gradingsOf, type WeakOrg, weakOf } from './gradings';
import type { ZoneContext } from './zone-context';

/*
 * What a right reading of the gradings must give, counted in plain loops over the rows in memory: no product code, no SQL.
 */

type Pair = readonly [numerator: number, denominator: number];

function tally(keys: readonly string[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const key of [...keys].sort()) out[key] = (out[key] ?? 0) + 1;
  return out;
}

/** The middle of the sorted values; the mean of the two in the middle of an even number. */
function middle(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = sorted.length * share;
  const at = (nth: number): number => sorted[nth - 1] ?? NaN;
  if (sorted.length === 0) return null;
  return Number.isInteger(place) ? (at(place) + at(place + 1)) / 2 : at(Math.ceil(place));
}

/** The zone's cycle right before one, under the same scheme and standard. */
function cycleBefore(all: readonly Grading[], one: Grading): string | null {
  const cycles = [
    ...new Set(all.filter((g) => g.scheme === one.scheme && g.version === one.version).map((g) => g.cycle)),
  ].sort((a, b) => lastDayOf(a).localeCompare(lastDayOf(b)));
  return cycles[cycles.indexOf(one.cycle) - 1] ?? null;
}

function cycleOf(all: readonly Grading[], rows: readonly Grading[]) {
  const [first] = rows;
  if (!first) throw new RangeError('an empty cycle');
  const graded = rows.filter(({ rank }) => rank !== null);
  const lowest = GRADE_LABELS[first.scheme].length;
  const before = cycleBefore(all, first);
  const earlier = new Map(all.filter(({ cycle }) => cycle === before).map((g) => [g.org.key, g.rank]));
  const twice = graded.flatMap(({ org, rank }) => {
    const then = earlier.get(org.key) ?? null;
    return then === null || rank === null ? [] : [{ then, rank }];
  });
  const of = (count: number, whole: readonly unknown[]): Pair => [count, whole.length];
  const gaps = rows.map(({ self, superior }) => self - superior);
  return {
    scheme: first.scheme,
    version: first.version,
    graded_rate: of(graded.length, rows),
    grade_dist: tally(graded.map(({ rank }) => String(rank))),
    advanced_share: of(graded.filter(({ rank }) => rank === 1).length, graded),
    backward_share: of(graded.filter(({ rank }) => rank === lowest).length, graded),
    grade_transition: tally(twice.map(({ then, rank }) => `${then}|${rank}`)),
    grade_up_rate: of(twice.filter(({ then, rank }) => rank < then).length, twice),
    grade_down_rate: of(twice.filter(({ then, rank }) => rank > then).length, twice),
    assessor_gap: { n: gaps.length, quartiles: [middle(gaps, 0.25), middle(gaps, 0.5), middle(gaps, 0.75)] },
  };
}

function weakIn(rows: readonly WeakOrg[]) {
  const stated = rows.filter(({ turned }) => turned !== null);
  return {
    weak_listed_count: rows.length,
    weak_turnaround_rate: [stated.filter(({ turned }) => turned).length, stated.length],
  };
}

function zoneOf({ truth }: ZoneContext) {
  const all = gradingsOf(truth);
  const weak = weakOf(truth);
  const cycles = <Row extends { readonly cycle: string }>(rows: readonly Row[]): string[] =>
    [...new Set(rows.map(({ cycle }) => cycle))].sort();
  const inCycle = <Row extends { readonly cycle: string }>(rows: readonly Row[], cycle: string): Row[] =>
    rows.filter((row) => row.cycle === cycle);
  return {
    cycles: Object.fromEntries(cycles(all).map((cycle) => [cycle, cycleOf(all, inCycle(all, cycle))])),
    weak: Object.fromEntries(cycles(weak).map((cycle) => [cycle, weakIn(inCycle(weak, cycle))])),
  };
}

/** Zone → cycle → every figure of the family. */
export function gradingExpected(zones: readonly ZoneContext[]): Record<string, unknown> {
  return Object.fromEntries(
    zones
      .map((context) => [context.plan.id, zoneOf(context)] as const)
      .filter(([, { cycles }]) => Object.keys(cycles).length > 0),
  );
}
