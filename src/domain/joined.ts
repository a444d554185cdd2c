import type { Label, Locale } from './label';

/** What stands between parts of a text, by what the parts are. */
const BETWEEN = {
  sentences: { zh: '', en: ' ' },
  statements: { zh: '。', en: '. ' },
  clauses: { zh: '；', en: '; ' },
  phrases: { zh: '，', en: ', ' },
  names: { zh: '、', en: ', ' },
  documents: { zh: '、', en: '; ' },
  heading: { zh: '：', en: ': ' },
} as const satisfies Record<string, Label>;

/**
 * What the parts of a text are: whole sentences, statements still without their full stop, clauses of one, phrases of a clause,
 * names, names of documents, which hold commas of their own, or a heading and what it heads.
 */
export type Parts = keyof typeof BETWEEN;

/** Parts of a text one after another, empty ones left out, with what the language writes between them. */
export function joined(what: Parts, parts: readonly string[], locale: Locale): string {
  return parts.filter((part) => part !== '').join(BETWEEN[what][locale]);
}

/** What stands between two parts of a text. */
export const between = (what: Parts, locale: Locale): string => BETWEEN[what][locale];

/** A text with a note in brackets; without, where there is none. */
export function noted(text: string, note: string, locale: Locale): string {
  if (note === '') return text;
  return locale === 'zh' ? `${text}（${note}）` : `${text} (${note})`;
}

/** A text as a sentence: with its full stop. */
export function ended(text: string, locale: Locale): string {
  return text === '' ? '' : `${text}${locale === 'zh' ? '。' : '.'}`;
}

/** A text with a capital at its beginning, where its letters have any. */
export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
