import type { Base } from '../../domain';
import { existed } from './due-fragments';
import { inForce, placed } from './fragments';

/** The one activity that groups owe, each for itself, and not their branch. */
const GROUP_MEETING = '党小组会';

/**
 * What was held: a row of org_life with a day counts once (or as often as it says) in the month of that day; a count of a
 * period counts in that period. What was only planned was not held, but shows that the zone reports the activity; a row that
 * states neither a day nor a figure reports nothing.
 */
const heldOf = (activities: readonly string[]): string => `
  entry AS (
    SELECT f.zone, f.org_id, f.org_name, CAST(f.activity_type AS VARCHAR) AS activity,
      substr(CASE WHEN f.held_date IS NOT NULL THEN CAST(f.held_date AS VARCHAR) WHEN f.period IS NOT NULL THEN f.period
        ELSE CAST(f.planned_date AS VARCHAR) END, 1, 7) AS period,
      CASE WHEN f.held_count IS NOT NULL THEN f.held_count WHEN f.held_date IS NOT NULL OR f.attended > 0 THEN 1
        ELSE 0 END AS times
    FROM ${placed('org_life')} f
    WHERE CAST(f.activity_type AS VARCHAR) IN (${activities.map((activity) => `'${activity}'`).join(', ')})
      AND (f.held_date IS NOT NULL OR f.planned_date IS NOT NULL OR f.held_count IS NOT NULL OR f.attended IS NOT NULL)
  ),
  activity_entry AS (
    SELECT e.zone, coalesce(n.org_id, m.org_id) AS org_id, e.activity, e.period, SUM(e.times) AS times
    FROM entry e
    LEFT JOIN org_named n ON n.zone = e.zone AND n.ref = e.org_id
    LEFT JOIN org_named m ON m.zone = e.zone AND m.ref = e.org_name
    GROUP BY 1, 2, 3, 4
  ),
  entry_span AS (
    SELECT DISTINCT e.zone, e.activity, s.period, s.first_day, s.last_day, s.months
    FROM activity_entry e JOIN span s ON s.period = e.period
  )`;

/**
 * What was owed by whoever existed: the rule in force on the first day of each of its periods, for the periods in which the
 * zone's files have any entry of the activity, as far as they had ended by the as-of day. A count of a longer time than the
 * rule asks cannot tell the shorter periods: the zone is then judged by that longer time, and owes in it what it owed in all
 * of them.
 */
const OWED = `
  reported AS (
    SELECT DISTINCT e.zone, e.activity, s.period, s.first_day, s.last_day, s.months
    FROM entry_span e JOIN span s ON s.last_day >= e.first_day AND s.first_day <= e.last_day
  ),
  rule_period AS (
    SELECT s.zone, s.activity, s.period, s.first_day, s.last_day, s.months, t.number AS times
    FROM reported s
    JOIN rule m ON m.rule_id = 'meeting/' || s.activity || '/months' AND m.number = s.months
      AND ${inForce('m', 's.first_day')}
    JOIN rule t ON t.rule_id = 'meeting/' || s.activity || '/times'
      AND ${inForce('t', 's.first_day')}
  ),
  coarse AS (
    SELECT r.zone, r.activity, r.period, e.period AS judged, e.first_day, e.last_day, e.months,
      row_number() OVER (PARTITION BY r.zone, r.activity, r.period ORDER BY e.months DESC NULLS LAST, e.period NULLS LAST) AS nth
    FROM rule_period r JOIN entry_span e ON e.zone = r.zone AND e.activity = r.activity AND e.months > r.months
      AND e.first_day <= r.first_day AND e.last_day >= r.last_day
  ),
  owed AS (
    SELECT r.zone, r.activity, coalesce(c.judged, r.period) AS period, coalesce(c.first_day, r.first_day) AS first_day,
      coalesce(c.last_day, r.last_day) AS last_day, coalesce(c.months, r.months) AS months, SUM(r.times) AS times
    FROM rule_period r
    LEFT JOIN coarse c ON c.zone = r.zone AND c.activity = r.activity AND c.period = r.period AND c.nth = 1
    GROUP BY 1, 2, 3, 4, 5, 6
  ),
  judged_by AS (
    SELECT s.zone, s.activity, s.period, o.period AS judged
    FROM entry_span s JOIN owed o ON o.zone = s.zone AND o.activity = s.activity
      AND o.first_day <= s.first_day AND o.last_day >= s.last_day
  ),
  held AS (
    SELECT e.zone, e.org_id, e.activity, j.judged AS period, SUM(e.times) AS times
    FROM activity_entry e JOIN judged_by j ON j.zone = e.zone AND j.activity = e.activity AND j.period = e.period
    WHERE e.org_id IS NOT NULL
    GROUP BY 1, 2, 3, 4
  ),
  branch AS (
    SELECT * FROM org_stretch WHERE org_type IN ('支部', '联合支部', '临时支部')
  )`;

/**
 * Who owed it and whether it was held: branches, but for group meetings every group of a branch. What is entered under a
 * group is its own. What is entered under the branch makes up for what groups lack, those first that lack least, so that no
 * entry is counted twice and none for more groups than there are.
 */
const DUE = `
  owing AS (
    SELECT b.zone, b.committee, b.domain, o.period, b.org_id, b.org_name, o.activity, o.times, g.org_id AS group_id,
      g.org_name AS group_name, coalesce(g.file_id, b.file_id) AS file_id, coalesce(g.source_row, b.source_row) AS source_row
    FROM owed o
    JOIN branch b ON b.zone = o.zone AND ${existed('b', 'o')}
    LEFT JOIN org_stretch g ON g.org_type = '党小组' AND o.activity = '${GROUP_MEETING}' AND g.zone = b.zone AND g.parent_id = b.org_id
      AND ${existed('g', 'o')}
    WHERE o.last_day <= (SELECT day FROM as_of) AND (o.activity <> '${GROUP_MEETING}' OR g.org_id IS NOT NULL)
  ),
  reckoned AS (
    SELECT w.*, coalesce(h.times, 0) AS own, coalesce(c.times, 0) AS common,
      CASE WHEN coalesce(h.times, 0) < w.times THEN w.times - coalesce(h.times, 0) ELSE 0 END AS lacking
    FROM owing w
    LEFT JOIN held h ON h.zone = w.zone AND h.activity = w.activity AND h.period = w.period
      AND h.org_id = coalesce(w.group_id, w.org_id)
    LEFT JOIN held c ON c.zone = w.zone AND c.activity = w.activity AND c.period = w.period
      AND w.group_id IS NOT NULL AND c.org_id = w.org_id
  ),
  left_over AS (
    SELECT *, common + lacking - SUM(lacking) OVER (PARTITION BY zone, org_id, activity, period
      ORDER BY lacking NULLS LAST, group_id NULLS LAST, file_id NULLS LAST, source_row NULLS LAST ROWS UNBOUNDED PRECEDING) AS spare
    FROM reckoned
  ),
  due AS (
    SELECT zone, committee, domain, period, org_id, org_name, group_name, activity AS activity_type,
      CAST(times AS BIGINT) AS times_owed,
      CAST(own + CASE WHEN spare <= 0 THEN 0 WHEN spare < lacking THEN spare ELSE lacking END AS BIGINT) AS held_count,
      CASE WHEN lacking = 0 OR spare >= lacking THEN 1 ELSE 0 END AS met, file_id, source_row
    FROM left_over
  ),
  quarter_of AS (
    SELECT DISTINCT quarter, month AS period FROM calendar UNION ALL SELECT DISTINCT quarter, quarter FROM calendar
  )`;

const dueOf = (activities: readonly string[]): string =>
  `WITH ${heldOf(activities)}, ${OWED}, ${DUE}`;

/** One row per branch, activity and period in which the branch owed it; of group meetings, one per group. */
const dueBase = (id: string, activities: readonly string[]): Base => ({
  id,
  needs: ['org_life', 'party_org'],
  uses: ['zone'],
  keys: [
    'org_name',
    'org_id',
    ...(activities.includes(GROUP_MEETING) ? ['group_name'] : []),
    'activity_type',
    'times_owed',
    'held_count',
  ],
  sql: `${dueOf(activities)}
  SELECT zone, committee, domain, period, org_id, org_name, group_name, activity_type, times_owed, held_count, met, file_id,
    source_row
  FROM due`,
});

/**
 * The activities that make up 三会一课, and the column that says how many of each a branch lacks in a quarter; of group
 * meetings, how many all its groups lack.
 */
export const MEETINGS = [
  ['党员大会', 'lacks_general'],
  ['支委会', 'lacks_committee'],
  [GROUP_MEETING, 'lacks_group'],
  ['党课', 'lacks_lecture'],
] as const;

const MEETING_NAMES = MEETINGS.map(([activity]) => activity);

/** The kinds of meeting of which any row of a group of rows `holds`, in their order; NULL for the others. */
const kinds = (holds: string): string =>
  MEETING_NAMES.map(
    (activity) => `MAX(CASE WHEN d.activity_type = '${activity}' AND ${holds} THEN '${activity}' END)`,
  ).join(', ');

/** One row per branch and quarter in which it owed anything of 三会一课, and existed from the first day to the last. */
const MEETING_QUARTERS: Base = {
  id: 'meeting-quarters',
  needs: ['org_life', 'party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'items_due', ...MEETINGS.map(([, column]) => column)],
  sql: `${dueOf(MEETING_NAMES)}
  SELECT b.zone, b.committee, b.domain, q.period, b.org_id, b.org_name, CAST(COUNT(*) AS BIGINT) AS items_due,
    CAST(SUM(d.met) AS BIGINT) AS items_met,
    ${MEETINGS.map(
      ([activity, column]) =>
        `CAST(SUM(CASE WHEN d.activity_type = '${activity}' THEN 1 - d.met ELSE 0 END) AS BIGINT) AS ${column}`,
    ).join(',\n    ')},
    concat_ws('+', ${kinds('TRUE')}) AS kinds_due,
    concat_ws('+', ${kinds('d.met = 0')}) AS kinds_lacking,
    b.file_id, b.source_row
  FROM due d JOIN quarter_of t ON t.period = d.period JOIN span q ON q.period = t.quarter
  JOIN branch b ON b.zone = d.zone AND b.org_id = d.org_id AND ${existed('b', 'q')}
  WHERE q.last_day <= (SELECT day FROM as_of)
  GROUP BY b.zone, b.committee, b.domain, q.period, b.org_id, b.org_name, b.file_id, b.source_row`,
};

/** Activities with both heads of attendance: who should have come and who did. */
const ATTENDANCE: Base = {
  id: 'attendance',
  needs: ['org_life'],
  uses: ['zone', 'party_org'],
  keys: ['org_name', 'org_id', 'activity_type', 'held_date', 'expected', 'attended', 'leave'],
  sql: `SELECT f.zone, coalesce(n.committee, m.committee, '') AS committee, coalesce(n.domain, m.domain, '') AS domain,
    substr(CASE WHEN f.held_date IS NOT NULL THEN CAST(f.held_date AS VARCHAR) ELSE f.period END, 1, 7) AS period,
    f.org_id, f.org_name, CAST(f.activity_type AS VARCHAR) AS activity_type, CAST(f.held_date AS VARCHAR) AS held_date,
    f.expected, f.attended, f.leave, f.file_id, f.source_row
  FROM ${placed('org_life')} f
  LEFT JOIN latest_org n ON n.zone = f.zone AND n.ref = f.org_id
  LEFT JOIN latest_org m ON m.zone = f.zone AND m.ref = f.org_name
  WHERE (f.held_date IS NOT NULL OR f.period IS NOT NULL) AND f.expected IS NOT NULL AND f.attended IS NOT NULL`,
};

/** Base queries over organisation life. */
export const LIFE_BASES: readonly Base[] = [
  dueBase('meetings-due', MEETING_NAMES),
  MEETING_QUARTERS,
  dueBase('theme-days-due', ['主题党日']),
  dueBase('reviews-due', ['组织生活会', '民主评议']),
  dueBase('talks-due', ['谈心谈话']),
  ATTENDANCE,
];
