import { inForce } from './fragments';

/* Which units of a list count, in one place: the populations read it, and the check of counts against the rows that took their place. */

/** Joins for a row of units: whether its list says nothing of who operates, and the rule that says what is taken then. */
export const operatingJoins = (row: string): string => `
  LEFT JOIN (SELECT DISTINCT file_id FROM unstated WHERE table_id = 'unit_coverage' AND column_id = 'operating') x
    ON x.file_id = ${row}.file_id
  LEFT JOIN rule l ON l.rule_id = 'coverage/unlisted-operating' AND ${inForce('l', `${row}.snapshot_date`)}`;

/** SQL text for the status of a row joined by {@link operatingJoins}: what is stated, else what is taken where its list has no such column. */
export const operatingOf = (row: string): string =>
  `coalesce(CAST(${row}.operating AS VARCHAR), CASE WHEN x.file_id IS NOT NULL AND l.number = 1 THEN '运营' END)`;

/** Whether a unit is in the base of the coverage rates, by the status given. */
export const countsAsUnit = (operating = 'operating'): string =>
  `${operating} = '运营' AND unit_kind IN ('非公企业', '社会组织', '两新组织') AND coverage_mode IS NOT NULL`;
