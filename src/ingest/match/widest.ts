/** No table that somebody wrote by hand has more columns. */
export const MOST_COLUMNS = 300;
