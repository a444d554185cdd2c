/** Words of the appraisal page. */
export const APPRAISAL = {} as const;
