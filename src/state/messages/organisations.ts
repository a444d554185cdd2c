/** Words of the organisations page. */
export const ORGANISATIONS = {} as const;
