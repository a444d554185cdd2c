/** The step scores are kept in: exports give one or two decimals. */
export const SCORE_STEP = 0.01;

/**
 * SQL text of a score as a category part: the score itself, with one decimal or two. Rounded in whole hundredths by `floor` and written as a
 * decimal: databases round and write floating numbers in ways of their own. What is beyond all scores is none.
 */
export const scoreValue = (score: string): string =>
  `CASE WHEN abs(${score}) < 1e12 THEN regexp_replace(CAST(CAST(floor((${score}) * 100 + 0.5) / 100 AS DECIMAL(18, 2)) AS VARCHAR), '0$', '') END`;
