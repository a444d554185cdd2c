import { type MemberKey, type NameOf, valueText } from '../brief';
import { type Cube, zoneName } from '../cube';
import type { Locale } from '../domain';
import { domainShown } from './choices';

/** Names zones, committees and domains of a cube as a reader knows them. */
export const namesIn =
  (cube: Cube, locale: Locale): NameOf =>
  (key: MemberKey): string => {
    if (key.committee !== undefined) return valueText(key.committee, locale);
    if (key.zone !== undefined) return key.zone === '' ? valueText('', locale) : zoneName(cube, key.zone);
    return valueText(domainShown(key.domain ?? ''), locale);
  };
