/** A piece of a sentence; `signal` marks what the reader must not miss. */
export interface Phrase {
  readonly text: string;
  readonly tone?: 'signal';
}

/** A sentence as pieces, in reading order. */
export type Sentence = readonly Phrase[];

/** A sentence as plain text. @public for the tests */
export function plain(sentence: Sentence): string {
  return sentence.map((phrase) => phrase.text).join('');
}

/** Names a member as the reader knows it. */
export type NameOf = (key: { readonly zone?: string; readonly committee?: string; readonly domain?: string }) => string;
