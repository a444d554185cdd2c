import type { Cell } from '../../cube';
import { type MetricSpec, coarseCategory } from '../../domain';
import { countsPersons } from '../../model';

/** Fewer things than this are not told (docs/methods.md). */
export const LEAST = 5;

/** Nothing, or enough that nobody is known by it. */
export const isEnough = (count: number): boolean => count === 0 || count >= LEAST;

/** A metric as it may be told. */
export interface Telling {
  readonly spec: MetricSpec;
  /** Whether a category is what is held against organisations: the lowest grade of three or more. */
  readonly isLow: (category: string) => boolean;
}

/** A sum of cells as it would be published. */
export interface Sum {
  readonly period: string;
  readonly category: string;
  readonly counted: boolean;
  readonly silent: boolean;
  numerator: number;
  denominator: number | null;
}

/** The partition of a category: the parts whose kinds are never added up; '' where the metric has none. Moves are of one partition. */
export function partitionOf({ categoryParts = [] }: MetricSpec, category: string): string {
  const previous = categoryParts.indexOf('previous');
  const parts = previous === -1 ? categoryParts.length - 1 : previous;
  return coarseCategory(category, Math.max(parts, 0));
}

/** Adds cells to sums as they would be published: by period and category. */
export function addTo(sums: Map<string, Sum>, cells: readonly Cell[]): void {
  for (const { period, category, counted = false, silent = false, numerator, denominator } of cells) {
    const key = `${period}\n${category}\n${counted}\n${silent}`;
    const sum = sums.get(key);
    if (!sum) sums.set(key, { period, category, counted, silent, numerator, denominator });
    else {
      sum.numerator += numerator;
      if (denominator !== null) sum.denominator = (sum.denominator ?? 0) + denominator;
    }
  }
}

/** Cells added up as they would be published. */
export function sumsOf(cells: readonly Cell[]): Sum[] {
  const sums = new Map<string, Sum>();
  addTo(sums, cells);
  return [...sums.values()];
}

/** What a distribution is the whole of in each period: the size of what it tells. */
function wholesOf(spec: MetricSpec, sums: readonly Sum[]): number[] {
  const wholes = new Map<string, number>();
  for (const { period, category, numerator } of sums) {
    const key = `${period}\n${partitionOf(spec, category)}`;
    wholes.set(key, (wholes.get(key) ?? 0) + numerator);
  }
  return [...wholes.values()];
}

/** Whether both sides of a sum are nothing or enough: those that count and those that do not. */
const hasBothSides = ({ numerator, denominator }: Sum): boolean =>
  isEnough(numerator) && (denominator === null || isEnough(denominator - numerator));

/** Whether a sum says of all alike what nobody wants said of him: that none has done it, or that all have failed. */
const isAllBad = ({ direction }: MetricSpec, { numerator, denominator }: Sum): boolean =>
  denominator !== null &&
  denominator > 0 &&
  ((direction === 'up' && numerator === 0) || (direction === 'down' && numerator === denominator));

/**
 * Whether sums of one zone, committee or domain may be told. `size` is how many things it has. People, and what is held against
 * organisations, are not told in few on either side. Of what stands together for those that may not be told (`together`) each side
 * must be enough, whatever it counts, and not all may have failed: else what hides in it could be reckoned.
 */
export function mayTell({ spec, isLow }: Telling, sums: readonly Sum[], size: number, together = false): boolean {
  const isDelicate = together || countsPersons(spec) || spec.against === true;
  if (!sums.every((sum) => (isDelicate || isLow(sum.category) ? hasBothSides(sum) : true))) return false;
  if (!isEnough(size) || (together && sums.some((sum) => isAllBad(spec, sum)))) return false;
  if (spec.kind === 'rate') return sums.every(({ denominator }) => isEnough(denominator ?? 0));
  return spec.kind === 'count' || wholesOf(spec, sums).every(isEnough);
}
