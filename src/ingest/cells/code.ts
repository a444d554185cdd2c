import { isIdentityNumber } from './identity';
import { maskedCell } from './masked';
import { type CellResult, blank, refuse, value } from './result';
import { isProse, trimmed, unwrapped } from './text';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether an 18-character unified social credit code has a right check character (GB 32100: weights 3^i mod 31). */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const character of text.slice(0, 17)) {
    const figure = ALPHABET.indexOf(character);
    if (figure < 0) return false;
    sum += figure * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}

/** The form of a credit code (registration authority, kind, region), whatever its check character. */
const CREDIT_CODE_FORM = /^[159AN-Y][1239][1-6]\d{5}[0-9A-Z]{10}$/u;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d{1,2}$/iu;
/** Only figures of twelve places and more are written this way by a spreadsheet. */
const SCIENTIFIC_LONG = /^\d(?:\.\d+)?E\+?(?:1[1-9]|2\d)$/iu;
const PRECISION_LOST = /^\d{15}0+$/u;

/** Whether a cell can only be a code: kept zeros in front, wrapped as text, longer than a number can be, or damaged. */
export function looksLikeCode(raw: string): boolean {
  if (isProse(raw)) return false;
  const shown = unwrapped(raw);
  const text = shown.normalize('NFKC').replace(/\s+/gu, '');
  if (shown !== trimmed(raw) && /^[\dA-Za-z-]+$/u.test(text)) return true;
  return (
    /^0\d+$/u.test(text) ||
    /^\d{12,}[\dXx]?$/u.test(text) ||
    SCIENTIFIC_LONG.test(text) ||
    isCreditCode(text.toUpperCase())
  );
}

/**
 * Reads a code as text: leading zeros stay, `="00123"` and `'00123` are unwrapped, spaces inside go. Codes damaged by a
 * spreadsheet (1.23E+17, zeros after 15 figures) and identity numbers are refused: none of them may become a key.
 */
export function parseCode(raw: string): CellResult<string> {
  if (isProse(raw)) return value(trimmed(raw));
  const shown = unwrapped(raw).normalize('NFKC');
  if (shown === '') return blank('missing');
  const masked = maskedCell(shown);
  if (masked) return masked;
  const packed = shown.replace(/\s+/gu, '');
  const text = /^[\dA-Za-z-]+$/u.test(packed) ? packed : shown;
  if (SCIENTIFIC.test(text)) return refuse('damaged-code');
  if (isIdentityNumber(text)) return refuse('identity-number');
  const upper = text.toUpperCase();
  if (isCreditCode(upper)) return value(upper);
  if (text.length > 15 && PRECISION_LOST.test(text)) return refuse('damaged-code');
  const number = /^(\d+)\.0+$/u.exec(text)?.[1];
  if (number !== undefined) return value(number, 'code-was-number');
  return CREDIT_CODE_FORM.test(upper) ? value(upper, 'credit-code-checksum') : value(text);
}
