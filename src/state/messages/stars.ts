/** Words of the stars page. */
export const STARS = {
  'stars.rated': { zh: '评定数', en: 'Rated' },
} as const;
