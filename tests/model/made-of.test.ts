import { expect, it } from 'vitest';
import { TABLES } from '../../src/model';

/** Every pattern of headers and cells, by what it is of. */
const PATTERNS = TABLES.flatMap(({ id, columns }) =>
  columns.flatMap((column) => [
    ...(column.made ? [[`${id}.${column.id}`, column.made.source] as const] : []),
    ...(column.values ?? []).flatMap((value) =>
      value.made ? [[`${id}.${column.id} = ${value.id}`, value.made.source] as const] : [],
    ),
  ]),
);

/** The words an alternative stands for: 已经? is 已 and 已经; none for one that is no plain word. */
function wordsOf(alternative: string): string[] {
  if (!/^(?:\p{Script=Han}\??)+$/u.test(alternative)) return [];
  return [...alternative.matchAll(/(\p{Script=Han})(\??)/gu)].reduce<string[]>(
    (words, [, letter = '', may]) => words.flatMap((word) => (may === '' ? [word + letter] : [word, word + letter])),
    [''],
  );
}

/** In how many ways a text is made of words. */
function ways(text: string, words: readonly string[]): number {
  if (text === '') return 1;
  return words.reduce((sum, word) => sum + (text.startsWith(word) ? ways(text.slice(word.length), words) : 0), 0);
}

it('what may repeat in a pattern is made of its words in one way only: else a long text takes for ever', () => {
  const repeating = PATTERNS.flatMap(([of, source]) =>
    [...source.matchAll(/\(\?:([^()]+)\)[*+]/gu)].map(([, inside = '']) => ({
      of,
      words: inside.split('|').flatMap(wordsOf),
    })),
  );
  expect(repeating.length).toBeGreaterThan(20);
  for (const { of, words } of repeating)
    for (const word of words) expect([of, word, ways(word, words)]).toEqual([of, word, 1]);
});
