/** The step scores are kept in: exports give one or two decimals. */
export const SCORE_STEP = 0.01;

/** SQL text of a score as a category part: the score itself. Adding nought makes −0 and 0 one value. */
export const scoreValue = (score: string): string => `CAST(round(${score}, 2) + 0.0 AS VARCHAR)`;
