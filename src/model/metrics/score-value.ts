/** The step scores are kept in: exports give one or two decimals. */
export const SCORE_STEP = 0.01;

const text = (number: string): string => `CAST(${number} AS VARCHAR)`;
const whole = (number: string): string => `CAST(floor(${number}) AS BIGINT)`;

/**
 * SQL text of a score as a category part: to the hundredth, with one decimal at least. It is written from a whole number of hundredths,
 * since every database writes and rounds fractions in its own way.
 */
export const scoreValue = (score: string): string => {
  const hundredths = whole(`abs(${score}) * 100 + 0.5`);
  const points = whole(`${hundredths} / 100.0`);
  const decimals = `substr(${text(`100 + ${hundredths} - 100 * ${points}`)}, 2, 2)`;
  return `CASE WHEN ${score} < 0 AND ${hundredths} > 0 THEN '-' ELSE '' END || ${text(points)} || '.'
    || CASE WHEN ${decimals} LIKE '%0' THEN substr(${decimals}, 1, 1) ELSE ${decimals} END`;
};
