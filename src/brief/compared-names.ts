import { type Locale, joined, noted } from '../domain';
import type { MemberKey } from './ask';
import { markedBy } from './counted';
import type { Facts } from './facts';
import type { NameOf } from './sentence';
import { valueText } from './words';

/** The names of the members of a comparison, with what each zone is compared on where zones report different duties, and 汇总数 where it reports counts. */
export function comparedNames(
  { counted, items }: Pick<Facts, 'counted' | 'items'>,
  plainName: NameOf,
  locale: Locale,
): NameOf {
  const nameOf = markedBy(counted, plainName, locale);
  return (key: MemberKey): string => {
    const kinds = (items?.get(key.zone ?? '') ?? []).map((item) => valueText(item, locale));
    return noted(nameOf(key), joined('names', kinds, locale), locale);
  };
}
