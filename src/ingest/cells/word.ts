import { folded } from './text';

/** The text as a word is compared with a list of words: NFKC, no white space, lower case, without enclosing quotes. */
export function wordKey(raw: string): string {
  return folded(raw)
    .toLowerCase()
    .replace(/^[“”"'‘’「」《》]+|[“”"'‘’「」《》]+$/gu, '');
}
