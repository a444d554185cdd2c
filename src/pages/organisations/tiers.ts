/**
 * The tiers of organisations from the top down; kinds of one tier together, the one that has groups below it last. '' is a
 * type the register does not state.
 */
export const TIERS: readonly (readonly string[])[] = [
  ['党工委'],
  ['党委'],
  ['总支'],
  ['联合支部', '临时支部', '支部'],
  ['党小组'],
  [''],
];

/** What may become of a term of office, from the best to the worst, and what has not come yet. */
export const TERM_STATES = ['按期', '延期内', '逾期完成', '超期未换届', '未到期'] as const;

/** One of {@link TERM_STATES}. */
export type TermState = (typeof TERM_STATES)[number];
