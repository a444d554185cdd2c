/** Words of the metric dictionary page. */
export const METRICS = {} as const;
