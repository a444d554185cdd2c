/** A piece of a sentence; `signal` marks what the reader must not miss. */
export interface Phrase {
  readonly text: string;
  readonly tone?: 'signal';
  /** What of it is news, and what that rests on; a headline says the second beneath. Absent: all of it is news. */
  readonly told?: { readonly news: string; readonly basis: string };
}

/** A sentence as pieces, in reading order. */
export type Sentence = readonly Phrase[];

/** A sentence as plain text. @public for the tests */
export function plain(sentence: Sentence): string {
  return sentence.map((phrase) => phrase.text).join('');
}

/** What stands between pieces and at the end. */
const isStop = ({ text }: Phrase): boolean => !/[\p{L}\p{N}]/u.test(text);

/** A sentence as a headline: its news, short enough to be read at a glance, and what that rests on. */
export function asHeadline(sentence: Sentence): { readonly news: Sentence; readonly basis: readonly string[] } {
  const news: Phrase[] = [];
  const basis: string[] = [];
  let stop: Phrase | null = null;
  for (const phrase of sentence) {
    if (isStop(phrase)) {
      stop = phrase;
      continue;
    }
    const { told, ...whole } = phrase;
    const said = told === undefined ? whole : { ...whole, text: told.news };
    if (told !== undefined && told.basis !== '') basis.push(told.basis);
    if (said.text === '') continue;
    // Before the first news nothing is parted.
    if (stop !== null && news.length > 0) news.push(stop);
    news.push(said);
  }
  if (stop !== null) news.push(stop);
  return { news, basis };
}

/** Names a member as the reader knows it. */
export type NameOf = (key: { readonly zone?: string; readonly committee?: string; readonly domain?: string }) => string;
