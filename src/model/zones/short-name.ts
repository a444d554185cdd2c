import { ANY_ZONE, TYPE_WORDS, namesAlone } from './type-words';
import type { ZoneName } from './zone-name';

const WHOLE = /[区园城]$|中心$/u;

const wordsOf = (family: string, kind: string | null): string[] =>
  TYPE_WORDS.filter((one) => one.family === family && one.kind === kind).map(({ word }) => word);

/** The shortest whole word of a family and kind: 高新区, 产业园. */
const shortest = (family: string, kind: string | null): string | null =>
  wordsOf(family, kind)
    .filter((word) => WHOLE.test(word))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;

/** Whether a word is short for another: its signs stand in it in their order, as those of 经开区 do in 经济开发区. */
function isShortFor(short: string, long: string): boolean {
  let at = -1;
  return [...short].every((sign) => (at = long.indexOf(sign, at + 1)) >= 0);
}

/**
 * The short name of a zone that no register has, by all its names: its place with the short word of its type (临江高新区), whoever
 * writes it so. What comes later under a longer or a shorter name does not change it. Null where no name says place and type.
 */
export function shortName(names: readonly ZoneName[]): string | null {
  const typed = names.filter(
    ({ other, place, family }) => !other && place !== '' && family !== null && family !== ANY_ZONE,
  );
  const [first] = typed;
  if (first?.family == null || typed.some(({ place, family }) => place !== first.place || family !== first.family))
    return null;
  const { family, place } = first;
  const [kind] = typed.flatMap((name) => name.kind ?? []).sort();
  const plain = shortest(family, null);
  // 高新区 says all of 高新技术产业开发区; 园区 does not say 产业园, and stands where somebody wrote it.
  const says =
    kind === undefined ||
    (namesAlone(family) && plain !== null && wordsOf(family, kind).some((word) => isShortFor(plain, word))) ||
    (!namesAlone(family) && typed.some((name) => name.kind === null && name.whole));
  const word = (says ? plain : null) ?? shortest(family, kind ?? null);
  return word === null ? null : `${place}${word}`;
}
