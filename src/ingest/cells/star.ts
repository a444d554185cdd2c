import { chineseInteger } from './chinese-number';
import { type CellResult, refuse, value } from './result';
import { folded, isProse } from './text';

const DRAWN = /^([★⭐🌟✭✮]+)([☆✩]*)$/u;
const WRITTEN =
  /^(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:颗)?(?:星|★|⭐)(?:级)?(?:党组织|基层党组织|党支部|党总支|党委|支部|示范党组织)?$/u;
const NO_STAR = new Set(['无星', '无星级', '零星', '不予定星', '无星级党组织', '0']);

/** Whether the cell speaks of stars at all. */
export function looksLikeStars(raw: string): boolean {
  return /[★☆⭐🌟✭✮✩星]/u.test(folded(raw));
}

/** Reads a star level (五星, 五星级, ★★★★★, ★★★☆☆, 5星, 5) as a whole number; 无星 is 0, 未评 is left to the blanks. */
export function parseStars(raw: string): CellResult<number> {
  if (isProse(raw)) return refuse('not-a-star-level');
  const text = folded(raw);
  if (NO_STAR.has(text)) return value(0);
  const drawn = DRAWN.exec(text);
  if (drawn) return value([...(drawn[1] ?? '')].length);
  const written = WRITTEN.exec(text)?.[1] ?? (/^\d{1,2}$/u.test(text) ? text : null);
  if (written === null) return refuse('not-a-star-level');
  const level = /^\d+$/u.test(written) ? Number(written) : chineseInteger(written);
  return level === null ? refuse('not-a-star-level') : value(level);
}
