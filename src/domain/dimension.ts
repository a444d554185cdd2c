/** What a cell can be grouped by, besides its metric. */
export const DIMENSIONS = ['zone', 'committee', 'domain', 'period', 'category'] as const;

/** One of {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number];

/** The dimensions a reader may compare by. */
export type CompareBy = 'zone' | 'committee' | 'domain';

/** The dimension value of a row whose source does not state it. Shown as 未注明, never merged into another value. */
export const NOT_STATED = '';

/** Those of some zones (committees, fields) that are stated: rows that state none are in the figures, but are no zone to be counted. */
export const statedOf = (values: readonly string[]): string[] => values.filter((value) => value !== NOT_STATED);

const JOIN = '|';

/** What is written for signs that have a meaning in a category, in the order they are replaced; the database does the same. */
export const CATEGORY_SIGNS = [
  ['¦', '¦¦'],
  [JOIN, '¦/'],
] as const;

const written = (part: string): string =>
  CATEGORY_SIGNS.reduce((text, [sign, instead]) => text.replaceAll(sign, instead), part);

const read = (part: string): string => part.replace(/¦([¦/])/gu, (_, sign) => (sign === '/' ? JOIN : '¦'));

/** Joins the parts of a compound category, coarsest first: scheme, awarding level, star. */
export function joinCategory(...parts: readonly (string | number)[]): string {
  return parts.map((part) => written(String(part))).join(JOIN);
}

/** The parts of a compound category. */
export function splitCategory(category: string): string[] {
  return category.split(JOIN).map(read);
}

/** The category of the first parts of another: what partitions a metric. */
export function coarseCategory(category: string, parts: number): string {
  return category.split(JOIN).slice(0, parts).join(JOIN);
}

/** The category inside a coarser one that adds these parts to it. */
export function categoryWithin(coarse: string, ...parts: readonly (string | number)[]): string {
  return [coarse, joinCategory(...parts)].join(JOIN);
}
