/** Words of the rectification page. */
export const RECTIFICATION = {} as const;
