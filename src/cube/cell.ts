import { DIMENSIONS, type Dimension, type Period } from '../domain';

/**
 * A population grouped by its dimensions. Dimension values a source does not state are `''`.
 * `period` is the exact day for a stock, the month of the event for a flow, the rating cycle or due period otherwise.
 * `denominator` is null for a count. `counted`: reported as a count, with no rows behind it. A cell of weight 0/0 says that its zone reported in its period with nothing in scope;
 * where it is `silent`, what was reported does not say what is asked, and its 0 is no figure.
 */
export interface Cell {
  readonly metric: string;
  readonly zone: string;
  readonly committee: string;
  readonly domain: string;
  readonly period: Period;
  readonly category: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly counted?: true;
  readonly silent?: true;
}

/** What a cell is of, as text, in the order files hold it. */
export const CELL_TEXTS = ['metric', ...DIMENSIONS] as const;

/** The columns of a file of cells. */
export const CELL_COLUMNS = [...CELL_TEXTS, 'numerator', 'denominator', 'origin'] as const;

/** Cells added up over every dimension but the ones named. Only the dimensions grouped by are present. */
export interface Group {
  readonly zone?: string;
  readonly committee?: string;
  readonly domain?: string;
  readonly period?: Period;
  readonly category?: string;
  readonly numerator: number;
  /** Null for a count. */
  readonly denominator: number | null;
  /** Nothing in it says what is asked: its 0 is no figure. */
  readonly silent?: true;
}

/** What to keep before adding up; an absent or empty list keeps everything. */
export interface Selection {
  readonly zones?: readonly string[];
  readonly committees?: readonly string[];
  readonly domains?: readonly string[];
  readonly categories?: readonly string[];
  /** Only what was reported in counts, or only what has rows behind it. */
  readonly counted?: boolean;
}

/** A roll-up question. */
export interface Question extends Selection {
  readonly metric: string;
  readonly by: readonly Dimension[];
  /** Periods to answer for, all of one grain. Stock: the last snapshot of each zone inside each. */
  readonly periods: readonly Period[];
}

/** The numerator of a cell or a group: null where what was reported does not say it. */
export const numeratorSaid = ({ numerator, silent }: Pick<Group, 'numerator' | 'silent'>): number | null =>
  silent ? null : numerator;

/** The rate of a group: Σ numerator ÷ Σ denominator, in 0…1. Null when the denominator is 0 or absent: unknown is never 0 %. */
export function rateOf(group: Pick<Group, 'numerator' | 'denominator'>): number | null {
  return group.denominator === null || group.denominator === 0 ? null : group.numerator / group.denominator;
}
