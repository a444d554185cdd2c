/** Words of the compare page. */
export const COMPARE = {} as const;
