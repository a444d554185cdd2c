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
