const ranked = (scores: ReadonlyMap<string, number>): string[] =>
  [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);

const lower = (score: number): number => (score >= 78 ? 3 : score >= 66 ? 2 : score >= 55 ? 1 : 0);

const take = (list: readonly string[], wanted: number, fits: (key: string) => boolean): string[] =>
  list.filter(fits).slice(0, wanted);

/** How many reach five stars (province) and four stars (city) anew in each cycle; 2018 is the published 2 and 6. */
const NEWLY = [
  { five: 2, four: 6 },
  { five: 1, four: 4 },
  { five: 2, four: 6 },
] as const;

/**
 * Levels of the Shaanxi scheme: who has five or four stars keeps them, and each cycle a fixed number reaches them anew.
 * `earlier` holds the levels of the cycles before. In the last cycle one of the new four-star organisations was not rated
 * in the cycle before, so that "newly rated" includes a first rating.
 */
export function shaanxiLevels(
  scores: ReadonlyMap<string, number>,
  earlier: readonly ReadonlyMap<string, number>[],
): Map<string, number> {
  const order = ranked(scores);
  const last = earlier[earlier.length - 1] ?? new Map<string, number>();
  const newly = NEWLY[earlier.length] ?? { five: 0, four: 0 };
  const levels = new Map<string, number>();
  for (const key of order) levels.set(key, lower(scores.get(key) ?? 0));
  for (const key of order) if ((last.get(key) ?? 0) >= 4) levels.set(key, last.get(key) ?? 4);
  const from = earlier.length === 0 ? () => true : (key: string) => last.get(key) === 4;
  const five = take(order, newly.five, from);
  for (const key of five) levels.set(key, 5);
  const unrated = earlier.length < 2 ? [] : take(order, 1, (key) => !last.has(key) && (earlier[0]?.get(key) ?? 0) < 4);
  const below = take(
    order,
    newly.four - unrated.length,
    (key) => (levels.get(key) ?? 0) < 4 && last.get(key) !== undefined,
  );
  const fresh = earlier.length === 0 ? take(order, newly.four, (key) => !five.includes(key)) : [...unrated, ...below];
  for (const key of fresh) levels.set(key, 4);
  return levels;
}
