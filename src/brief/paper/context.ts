import type { Cube } from '../../cube';
import type { Locale } from '../../domain';
import type { Ask } from '../ask';
import { type Facts, factsOf } from '../facts';
import type { NameOf } from '../sentence';
import { WATCHED } from '../watch';

/** What a paper is asked, without a metric. */
export type PaperAsk = Omit<Ask, 'metric'>;

/** What all sections of a paper read. */
export interface Context {
  readonly cube: Cube;
  readonly ask: PaperAsk;
  readonly nameOf: NameOf;
  readonly locale: Locale;
  /** The key rates, those of which anything is known. */
  readonly rates: readonly Facts[];
}

/** The key rates of a question, as far as anything is known of them. */
export const ratesOf = (cube: Cube, ask: PaperAsk): Facts[] =>
  WATCHED.map((metric) => factsOf(cube, { ...ask, metric })).filter(({ rate }) => rate !== null);

/** The context of a paper. */
export const contextOf = (cube: Cube, ask: PaperAsk, nameOf: NameOf, locale: Locale): Context => ({
  cube,
  ask,
  nameOf,
  locale,
  rates: ratesOf(cube, ask),
});
