/** Words of the coverage page. */
export const COVERAGE = {} as const;
