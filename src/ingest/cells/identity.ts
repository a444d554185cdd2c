import { daysInMonth } from '../../domain';
import { folded } from './text';

/** First two figures of every province-level region (GB/T 2260), as identity numbers carry them. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

function isBirthDate(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const bornOn = (text: string, century: string): boolean => {
  const date = century + text;
  return isBirthDate(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8)));
};

/** Whether the text has the form of an identity number, region and birth date, whatever its last figure. */
export function looksLikeIdentityNumber(raw: string): boolean {
  const text = folded(raw).toUpperCase();
  return /^\d{17}[\dX]$/u.test(text) && PROVINCES.has(text.slice(0, 2)) && bornOn(text.slice(6, 14), '');
}

/** Whether the text is a resident identity number: 18 characters with a right region, birth date and checksum (ISO 7064 MOD 11-2). */
export function isIdentityNumber(raw: string): boolean {
  if (!looksLikeIdentityNumber(raw)) return false;
  const text = folded(raw).toUpperCase();
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return CHECK[sum % 11] === text[17];
}

/** Whether the text has the form of an old 15-figure identity number; without a checksum, so only a full column proves it. */
export function looksLikeOldIdentityNumber(raw: string): boolean {
  const text = folded(raw);
  return /^\d{15}$/u.test(text) && PROVINCES.has(text.slice(0, 2)) && bornOn(text.slice(6, 12), '19');
}

/** Whether the text is an identity number with its middle masked (3201**********1234), still personal. */
export function isMaskedIdentityNumber(raw: string): boolean {
  return /^\d{3,10}\*{4,12}[\dX*]{0,5}$/iu.test(folded(raw)) && folded(raw).length === 18;
}

/** Whether the text is a mainland mobile number, with or without +86, spaces and dashes. */
export function isMobileNumber(raw: string): boolean {
  return /^(?:\+?86)?1[3-9]\d(?:\d{8}|\*{4}\d{4})$/u.test(folded(raw).replace(/-/gu, ''));
}
