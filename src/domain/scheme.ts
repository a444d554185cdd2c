import type { Label } from './label';

/** A star scheme: who awards how many levels, and under which rules. Levels are only comparable inside one scheme. */
export interface StarScheme {
  readonly id: string;
  readonly label: Label;
  /** `level`: one star count from 0 to `max`. `named`: separate stars, each won or not. */
  readonly kind: 'level' | 'named';
  readonly max: number;
  /** Lowest total score for each level from the highest down; empty when the scheme does not say. */
  readonly cutoffs: readonly number[];
  /** Largest allowed share of each level, by level; under a cap the share is set by the rule, not by performance. */
  readonly caps: Readonly<Record<number, number>>;
  /** Years between ratings. */
  readonly everyYears: number;
  readonly source: Label;
}
