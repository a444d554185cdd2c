/** Words of the organisation life page. */
export const LIFE = {} as const;
