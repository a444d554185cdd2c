/** A kind of letter of responsibility and the word in a letter's name that tells it. */
export interface LetterKind {
  readonly id: string;
  readonly en: string;
  readonly word: string;
}

/** Bodies name their letters differently; these kinds are compared with each other, others only with their like. First match counts. */
export const LETTER_KINDS: readonly LetterKind[] = [
  { id: '党风廉政', en: 'Clean government', word: '廉' },
  { id: '意识形态', en: 'Ideology', word: '意识形态' },
  { id: '党建目标', en: 'Party-building targets', word: '党建' },
  { id: '全面从严治党', en: 'Full and strict Party governance', word: '从严治党' },
];
