import type { Base, Population } from '../../domain';
import { untold } from './count-base';
import { inForce } from './fragments';

/*
 * Levels in counts: a row stands for as many organisations as it says. What only rows of organisations tell (who moved, who is newly rated) stays
 * unknown, and the zone is there all the same.
 */

const STANDING = 'NOT c.beside_rows AND NOT c.beside_finer';

/** Four and five stars alone, with nobody beside: those honoured, and not all who were rated. */
const HONOURED = 'c.bottom >= 4 AND c.stated_unrated IS NULL AND c.stated_due IS NULL AND c.stated_rated IS NULL';

/** Stars in counts. */
const STAR_COUNTS: Base = {
  id: 'star-counts',
  needs: ['star_count'],
  uses: ['zone', 'star_rating'],
  keys: [],
  sql: `SELECT c.zone, c.committee, c.domain, c.period, c.scheme, c.part AS awarding, c.place AS star_level, coalesce(c.number, 0) AS number,
    c.is_level = 1 AS is_level, c.known AND NOT coalesce(${HONOURED}, FALSE) AS known, c.top, c.rate_known, c.rated_part, c.due_part,
    r.number AS top_cap, c.file_id, c.source_row
  FROM star_counted c
  LEFT JOIN rule r ON r.rule_id = 'star/' || c.scheme || '/cap/5' AND ${inForce('r', 'c.last_day')}
  WHERE ${STANDING}`,
};

const GRADE_COUNTS = {
  needs: ['grade_count'],
  uses: ['zone', 'grading', 'rule_version'],
  keys: [],
} as const;

const gradesOf = (id: string, kind: string): Base => ({
  ...GRADE_COUNTS,
  id,
  sql: `SELECT c.zone, c.committee, c.domain, c.period, c.scheme, c.part AS version, c.place AS grade_rank, c.lowest, coalesce(c.number, 0) AS number,
    c.is_level = 1 AS is_level, c.known, c.rate_known, c.rated_part, c.due_part, c.file_id, c.source_row
  FROM grade_counted c WHERE c.kind = '${kind}' AND ${STANDING}`,
});

/** Base queries over levels in counts. */
export const LEVEL_COUNT_BASES: readonly Base[] = [
  STAR_COUNTS,
  gradesOf('grade-counts', '分类定级'),
  gradesOf('appraisal-counts', '党建考核'),
  gradesOf('review-counts', '述职评议'),
];

/** Of the organisations a row stands for, all where a condition holds. */
const allIf = (condition: string) => ({
  numerator: `CASE WHEN ${condition} THEN number ELSE 0 END`,
  denominator: 'number',
});
const COUNTS = 'known AND is_level';
const UNKNOWN = 'NOT known';
const STARS = { base: 'star-counts', silent: UNKNOWN } as const;
const SCHEME = ['scheme', 'awarding'];

/** What counts of stars tell. */
export const STARS_COUNTED = {
  rated: { ...STARS, scope: 'rate_known', numerator: 'rated_part', denominator: 'due_part', silent: 'TRUE' },
  levels: {
    ...STARS,
    scope: `${COUNTS} AND number > 0`,
    numerator: 'number',
    category: [...SCHEME, 'CAST(star_level AS VARCHAR)'],
  },
  high: {
    ...STARS,
    scope: `${COUNTS} AND top >= 4 AND top <= 5`,
    ...allIf('star_level >= 4'),
    category: SCHEME,
  },
  quota: {
    ...STARS,
    scope: `${COUNTS} AND top_cap IS NOT NULL`,
    ...allIf('star_level = 5'),
    denominator: 'number * top_cap',
    category: SCHEME,
  },
} as const satisfies Readonly<Record<string, Population>>;

/** What counts of stars never tell. */
export const STARS_UNTOLD = untold('star-counts');

const STANDARD = ['scheme', 'version'];
const RANK = 'CAST(grade_rank AS VARCHAR)';

/** Grades in counts: how many have each. */
const gradesIn = (base: string, partition: readonly string[]): Population => ({
  base,
  silent: UNKNOWN,
  scope: `${COUNTS} AND number > 0`,
  numerator: 'number',
  category: [...partition, RANK],
});

const GRADES = { base: 'grade-counts', silent: UNKNOWN } as const;

/** What counts of grades tell. */
export const GRADES_COUNTED = {
  graded: {
    ...GRADES,
    scope: 'rate_known',
    numerator: 'rated_part',
    denominator: 'due_part',
    category: STANDARD,
    silent: 'TRUE',
  },
  grades: gradesIn(GRADES.base, ['scheme']),
  top: {
    ...GRADES,
    scope: COUNTS,
    ...allIf('grade_rank = 1'),
    category: STANDARD,
  },
  lowest: {
    ...GRADES,
    scope: `${COUNTS} AND lowest IS NOT NULL`,
    ...allIf('grade_rank = lowest'),
    category: STANDARD,
  },
} as const satisfies Readonly<Record<string, Population>>;

/** What counts of grades never tell. */
export const GRADES_UNTOLD = untold('grade-counts');

/** Levels of appraisals in counts. */
export const gradesCounted = (base: string): Population => gradesIn(base, STANDARD);
