import { type Cube, LEVEL_LABELS, levelShown } from '../cube';
import { type Locale, joined, noted } from '../domain';

/** What a fingerprint is called where it stands beside figures. */
export const FINGERPRINT = { zh: '数据指纹', en: 'Fingerprint' } as const;

/** A fingerprint and of what level the figures are that it is of: what is disclosed has its own. */
export const fingerprintValue = (cube: Cube, fingerprint: string, locale: Locale): string =>
  noted(fingerprint, LEVEL_LABELS[levelShown(cube)][locale], locale);

/** The same with its name before it. */
export const fingerprintText = (cube: Cube, fingerprint: string, locale: Locale): string =>
  joined('heading', [FINGERPRINT[locale], fingerprintValue(cube, fingerprint, locale)], locale);
