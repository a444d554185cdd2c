import { CATEGORY_SIGNS, joinCategory } from '../domain';
import { literal } from './text';

const JOIN = literal(joinCategory('', ''));

/** SQL text for a category from SQL texts for its parts, written as `joinCategory` writes it; NULL where a part is NULL. */
export function joinedCategory(parts: readonly string[]): string {
  return parts
    .map((part) =>
      CATEGORY_SIGNS.reduce((text, [sign, instead]) => `replace(${text}, ${literal(sign)}, ${literal(instead)})`, part),
    )
    .join(` || ${JOIN} || `);
}

/** SQL condition: a part of a category, the first being 1, is a list joined by + that holds one of these items. */
export function partHolds(category: string, nth: number, items: readonly string[]): string {
  const wanted = items.map((item) => literal(joinCategory(item)));
  return `list_has_any(string_split(split_part(${category}, ${JOIN}, ${nth}), '+'), [${wanted.join(', ')}])`;
}
