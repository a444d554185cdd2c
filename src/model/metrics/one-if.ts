/** SQL number for a row that counts once when a condition holds; null counts as false. */
export const oneIf = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
