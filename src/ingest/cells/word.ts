import { normaliseHeader } from '../raw/normalise-header';
import { unwrapped } from './text';

/** The text as a word is compared with a list of words: NFKC, no white space, simplified, lower case, without quotes. */
export function wordKey(raw: string): string {
  return normaliseHeader(unwrapped(raw))
    .toLowerCase()
    .replace(/^[“”"'‘’「」《》]+|[“”"'‘’「」《》]+$/gu, '');
}
