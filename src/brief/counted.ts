import { type Counted, type Cube, type Selection, countedIn } from '../cube';
import type { CompareBy, Locale, Period } from '../domain';
import { type MemberKey, dimensionsOf, memberId, selectionOf } from './ask';
import type { NameOf } from './sentence';
import { joinNames, valueText } from './words';

type Asked = Selection & { readonly metric: string };

const MARKS = {
  all: { zh: '汇总数', en: 'counts' },
  some: { zh: '部分汇总数', en: 'part counts' },
} as const;

/** How much of each member's figure was reported in counts, by the member's id; members of rows alone are not in it. */
export type CountedMembers = ReadonlyMap<string, Counted>;

/** What of the members of a comparison was reported in counts in some periods. */
export function countedMembers(
  cube: Cube,
  ask: Asked & { readonly by: CompareBy },
  periods: readonly Period[],
): CountedMembers {
  const found = countedIn(cube, { metric: ask.metric, ...selectionOf(ask) }, periods, dimensionsOf(ask.by));
  return new Map(found.map((one) => [one.key.join('\n'), one]));
}

/** Names that say 汇总数 where a member's figure was reported as a count. */
export function markedBy(counted: CountedMembers, nameOf: NameOf, locale: Locale): NameOf {
  if (counted.size === 0) return nameOf;
  return (key: MemberKey): string => {
    const found = counted.get(memberId(key));
    if (!found) return nameOf(key);
    const mark = MARKS[found.part][locale];
    return locale === 'zh' ? `${nameOf(key)}（${mark}）` : `${nameOf(key)} (${mark})`;
  };
}

/** Names that say 汇总数 where a member's figure of these periods was reported as a count. */
export function markedNames(
  cube: Cube,
  ask: Asked & { readonly by: CompareBy },
  periods: readonly Period[],
  nameOf: NameOf,
  locale: Locale,
): NameOf {
  return markedBy(countedMembers(cube, ask, periods), nameOf, locale);
}

/** Counts that say something of a figure, wholly or in part; and counts that are silent on it. */
const SIDES = {
  told: { is: ({ said }: Counted) => said !== 'none', isWhole: ({ part }: Counted) => part === 'all' },
  silent: {
    is: ({ said }: Counted) => said !== 'all',
    isWhole: ({ part, said }: Counted) => part === 'all' && said === 'none',
  },
} as const;

/** The name of a zone, with those of its committees where only they reported counts, or only their counts are silent. */
function placesOf(
  cube: Cube,
  asked: Asked,
  periods: readonly Period[],
  side: keyof typeof SIDES,
  nameOf: NameOf,
  locale: Locale,
) {
  const { is, isWhole } = SIDES[side];
  return countedIn(cube, asked, periods, ['zone'])
    .filter(is)
    .map((own) => {
      const [zone = ''] = own.key;
      if (isWhole(own)) return nameOf({ zone });
      const committees = countedIn(cube, { ...asked, zones: [zone] }, periods, ['committee'])
        .filter((one) => is(one) && isWhole(one))
        .map(({ key: [committee = ''] }) => valueText(committee, locale));
      // Counts beside rows of one committee, or of none: the zone itself is partly counts.
      if (committees.length === 0)
        return locale === 'zh' ? `${nameOf({ zone })}的一部分` : `part of ${nameOf({ zone })}`;
      return locale === 'zh'
        ? `${nameOf({ zone })}的${joinNames(committees, locale)}`
        : `${joinNames(committees, locale)} of ${nameOf({ zone })}`;
    });
}

/**
 * Whose figures were reported in counts, which cannot be opened, and whose counts do not tell what is asked; '' where none are.
 */
export function countedNote(
  cube: Cube,
  asked: Asked,
  periods: readonly Period[],
  nameOf: NameOf,
  locale: Locale,
): string {
  const told = placesOf(cube, asked, periods, 'told', nameOf, locale);
  const untold = placesOf(cube, asked, periods, 'silent', nameOf, locale);
  const [names, others] = [joinNames(told, locale), joinNames(untold, locale)];
  const sentences =
    locale === 'zh'
      ? [names && `${names}为汇总数，不能下钻。`, others && `${others}只报汇总数，得不出此项，此项未知。`]
      : [
          names && `${names}: reported as counts, with no rows to open. `,
          others && `${others}: reported as counts that do not tell this; unknown. `,
        ];
  return sentences.join('').trim();
}
