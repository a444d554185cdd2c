import { GRADE_SCHEME_ALIASES } from '../schemes/grade';
import { inForce } from './fragments';

/* Pieces of SQL that gradings and appraisals share: what a scheme is called, where a label stands in it. */

/** SQL text for the scheme a row of `grading` names, under the id its rules stand under; one not known keeps its own name. */
export const gradeSchemeOf = (row: string): string =>
  `CASE ${row}.scheme_id ${Object.entries(GRADE_SCHEME_ALIASES)
    .filter(([alias, id]) => alias !== id)
    .map(([alias, id]) => `WHEN '${alias}' THEN '${id}'`)
    .join(' ')} ELSE coalesce(${row}.scheme_id, '') END`;

/** SQL text for the version of the standard a row was graded by; '' where it is not stated. */
export const versionOf = (row: string): string => `coalesce(${row}.standard_version, '')`;

const UNDER = `'grade/' || l.scheme || '/rank/'`;

/** SQL text for a label without what exports hang on it: 先进党组织 is 先进, A级 is A. */
export const bareLabelOf = (row: string): string =>
  ['基层党组织', '党组织', '党支部', '等次', '级', '等', '档', ' '].reduce(
    (label, tail) => `replace(${label}, '${tail}', '')`,
    `upper(${row}.grade_label)`,
  );

/**
 * The rank of every label of a scheme by the rules in force at the end of a cycle, as a CTE over rows with scheme, period and last_day.
 * Joined by equality only: a join on the days themselves compares every row with every rule.
 */
export const schemeRank = (rows: string): string => `
  scheme_rank AS (
    SELECT l.scheme, l.period, substr(r.rule_id, length(${UNDER}) + 1) AS label, max(r.number) AS rank
    FROM (SELECT DISTINCT scheme, period, last_day FROM ${rows}) l
    JOIN rule r ON substr(r.rule_id, 1, length(${UNDER})) = ${UNDER} AND ${inForce('r', 'l.last_day')}
    GROUP BY l.scheme, l.period, substr(r.rule_id, length(${UNDER}) + 1)
  )`;
