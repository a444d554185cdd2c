import type { Group } from '../cube';

/** What a list to act on may say. */
export interface ToActOn {
  /** Nothing to list is a finding only where something was in question: not over 0/0. */
  readonly known: boolean;
  readonly count: number;
}

/** How many rows of a figure are to be acted on: those that count in its numerator, or those that do not. */
export function toActOn(whole: Group | null, part: 'numerator' | 'rest'): ToActOn {
  if (whole === null || whole.denominator === 0) return { known: false, count: 0 };
  if (part === 'numerator') return { known: true, count: whole.numerator };
  return { known: whole.denominator !== null, count: (whole.denominator ?? whole.numerator) - whole.numerator };
}
