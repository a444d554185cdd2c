/** Words of the rules and targets page. */
export const RULES = {} as const;
