/** Words of the responsibility page. */
export const RESPONSIBILITY = {} as const;
