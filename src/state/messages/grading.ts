/** Words of the grading page. */
export const GRADING = {} as const;
