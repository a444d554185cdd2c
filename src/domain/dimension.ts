/** What a cell can be grouped by, besides its metric. */
export const DIMENSIONS = ['zone', 'committee', 'domain', 'period', 'category'] as const;

/** One of {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number];

/** The dimensions a reader may compare by. */
export type CompareBy = 'zone' | 'committee' | 'domain';

/** The dimension value of a row whose source does not state it. Shown as 未注明, never merged into another value. */
export const NOT_STATED = '';

const JOIN = '|';

/** Joins the parts of a compound category, coarsest first: scheme, awarding level, star. Each part must not contain `|`. */
export function joinCategory(...parts: readonly (string | number)[]): string {
  return parts.join(JOIN);
}

/** The parts of a compound category. */
export function splitCategory(category: string): string[] {
  return category.split(JOIN);
}
