import type { Base } from '../../domain';
import { ORG_STRETCH, SPAN } from './due-fragments';
import { ZONE_ALIAS, zoneOf } from './fragments';

/** One register entry for every code and every name an organisation goes by in its zone. */
const NAMED_ORG = `
  named_org AS (SELECT zone, ref, min(org_id) AS org_id FROM org_reference GROUP BY zone, ref),
  group_parent AS (
    SELECT zone, org_id, min(parent_id) AS parent_id FROM listed
    WHERE org_type = '党小组' AND parent_id IS NOT NULL AND nth_last = 1 GROUP BY zone, org_id
  )`;

/**
 * What was held: a row of org_life with a day counts once (or as often as it says) in the month of that day; a count of a
 * period counts in that period. What was only planned was not held, but shows that the zone reports the activity. A group
 * meeting entered under the group belongs to its branch.
 */
const heldOf = (activities: readonly string[]): string => `
  entry AS (
    SELECT coalesce(a.zone_id, f.zone_id) AS zone, f.org_id, f.org_name, CAST(f.activity_type AS VARCHAR) AS activity,
      substr(CASE WHEN f.held_date IS NOT NULL THEN CAST(f.held_date AS VARCHAR) WHEN f.period IS NOT NULL THEN f.period
        ELSE CAST(f.planned_date AS VARCHAR) END, 1, 7) AS period,
      CASE WHEN f.held_count IS NOT NULL THEN f.held_count WHEN f.held_date IS NOT NULL OR f.attended > 0 THEN 1
        ELSE 0 END AS times
    FROM org_life f LEFT JOIN (${ZONE_ALIAS}) a ON a.alias = f.zone_id
    WHERE CAST(f.activity_type AS VARCHAR) IN (${activities.map((activity) => `'${activity}'`).join(', ')})
  ),
  activity_entry AS (
    SELECT e.zone, CASE WHEN e.activity = '党小组会' THEN coalesce(g.parent_id, n.org_id, m.org_id)
      ELSE coalesce(n.org_id, m.org_id) END AS org_id, e.activity, e.period, SUM(e.times) AS times
    FROM entry e
    LEFT JOIN named_org n ON n.zone = e.zone AND n.ref = e.org_id
    LEFT JOIN named_org m ON m.zone = e.zone AND m.ref = e.org_name
    LEFT JOIN group_parent g ON g.zone = e.zone AND g.org_id = coalesce(n.org_id, m.org_id)
    GROUP BY 1, 2, 3, 4
  ),
  entry_span AS (
    SELECT DISTINCT e.zone, e.activity, s.period, s.first_day, s.last_day, s.months
    FROM activity_entry e JOIN span s ON s.period = e.period
  )`;

/**
 * What was owed by whoever existed: the rule in force on the first day of each period, for the periods a zone's files cover
 * (from the first to the last it reports the activity for, without calendar years in which it reports nothing of it), as
 * far as they had ended by the as-of day. A count of a longer time than the rule asks cannot tell the shorter periods: the
 * zone is then judged by that longer time, and owes in it what it owed in all of them.
 */
const OWED = `
  covered AS (
    SELECT zone, activity, min(first_day) AS first_day, max(last_day) AS last_day FROM entry_span GROUP BY zone, activity
  ),
  covered_year AS (SELECT DISTINCT zone, activity, substr(period, 1, 4) AS year FROM entry_span),
  rule_period AS (
    SELECT c.zone, c.activity, s.period, s.first_day, s.last_day, s.months, t.number AS times
    FROM covered c
    JOIN rule m ON m.rule_id = concat('meeting/', c.activity, '/months')
    JOIN span s ON s.months = m.number AND s.last_day >= c.first_day AND s.first_day <= c.last_day
      AND (m.valid_from IS NULL OR m.valid_from <= s.first_day) AND (m.valid_to IS NULL OR m.valid_to >= s.first_day)
    JOIN rule t ON t.rule_id = concat('meeting/', c.activity, '/times')
      AND (t.valid_from IS NULL OR t.valid_from <= s.first_day) AND (t.valid_to IS NULL OR t.valid_to >= s.first_day)
    JOIN covered_year y ON y.zone = c.zone AND y.activity = c.activity AND y.year = substr(s.period, 1, 4)
  ),
  coarse AS (
    SELECT r.zone, r.activity, r.period, e.period AS judged, e.first_day, e.last_day, e.months,
      row_number() OVER (PARTITION BY r.zone, r.activity, r.period ORDER BY e.months DESC) AS nth
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
    SELECT b.*, g.parent_id IS NOT NULL AS has_group
    FROM stretch b LEFT JOIN (SELECT DISTINCT zone, snapshot_date, parent_id FROM listed WHERE org_type = '党小组') g
      ON g.zone = b.zone AND g.snapshot_date = b.snapshot_date AND g.parent_id = b.org_id
    WHERE b.org_type IN ('支部', '联合支部', '临时支部')
  ),
  due AS (
    SELECT b.zone, b.committee, b.domain, o.period, b.org_id, b.org_name, o.activity AS activity_type, CAST(o.times AS BIGINT) AS times_owed, CAST(coalesce(h.times, 0) AS BIGINT) AS held_count,
      CASE WHEN coalesce(h.times, 0) >= o.times THEN 1 ELSE 0 END AS met, b.file_id, b.source_row
    FROM owed o
    JOIN branch b ON b.zone = o.zone AND o.last_day >= b.from_day AND (b.to_day IS NULL OR o.last_day < b.to_day)
      AND (b.founded IS NULL OR b.founded < o.first_day) AND (b.ended IS NULL OR b.ended >= o.last_day)
      AND (o.activity <> '党小组会' OR b.has_group)
    LEFT JOIN held h ON h.zone = o.zone AND h.activity = o.activity AND h.period = o.period AND h.org_id = b.org_id
    WHERE o.last_day <= (SELECT day FROM as_of)
  ),
  quarter_of AS (
    SELECT DISTINCT quarter, month AS period FROM calendar UNION ALL SELECT DISTINCT quarter, quarter FROM calendar
  )`;

const dueOf = (activities: readonly string[]): string =>
  `WITH ${ORG_STRETCH}, ${SPAN}, ${NAMED_ORG}, ${heldOf(activities)}, ${OWED}`;

/** One row per branch, activity and period in which the branch owed it. */
const dueBase = (id: string, activities: readonly string[]): Base => ({
  id,
  needs: ['org_life', 'party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'activity_type', 'times_owed', 'held_count'],
  sql: `${dueOf(activities)}
  SELECT zone, committee, domain, period, org_id, org_name, activity_type, times_owed, held_count, met, file_id, source_row
  FROM due`,
});

/** The activities that make up 三会一课, and the column that says how many of each a branch lacks in a quarter. */
export const MEETINGS = [
  ['党员大会', 'lacks_general'],
  ['支委会', 'lacks_committee'],
  ['党小组会', 'lacks_group'],
  ['党课', 'lacks_lecture'],
] as const;

const MEETING_NAMES = MEETINGS.map(([activity]) => activity);

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
    b.file_id, b.source_row
  FROM due d JOIN quarter_of t ON t.period = d.period JOIN span q ON q.period = t.quarter
  JOIN branch b ON b.zone = d.zone AND b.org_id = d.org_id AND q.last_day >= b.from_day
    AND (b.to_day IS NULL OR q.last_day < b.to_day)
    AND (b.founded IS NULL OR b.founded < q.first_day) AND (b.ended IS NULL OR b.ended >= q.last_day)
  WHERE q.last_day <= (SELECT day FROM as_of)
  GROUP BY b.zone, b.committee, b.domain, q.period, b.org_id, b.org_name, b.file_id, b.source_row`,
};

/** Activities with both heads of attendance: who should have come and who did. */
const ATTENDANCE: Base = {
  id: 'attendance',
  needs: ['org_life'],
  uses: ['zone', 'party_org'],
  keys: ['org_name', 'org_id', 'activity_type', 'held_date', 'expected', 'attended', 'leave'],
  sql: `SELECT ${zoneOf('f')} AS zone, coalesce(n.committee, m.committee, '') AS committee, coalesce(n.domain, m.domain, '') AS domain,
    substr(CASE WHEN f.held_date IS NOT NULL THEN CAST(f.held_date AS VARCHAR) ELSE f.period END, 1, 7) AS period,
    f.org_id, f.org_name, CAST(f.activity_type AS VARCHAR) AS activity_type, CAST(f.held_date AS VARCHAR) AS held_date,
    f.expected, f.attended, f.leave, f.file_id, f.source_row
  FROM org_life f
  LEFT JOIN (${ZONE_ALIAS}) a ON a.alias = f.zone_id
  LEFT JOIN latest_org n ON n.zone = coalesce(a.zone_id, f.zone_id) AND n.ref = f.org_id
  LEFT JOIN latest_org m ON m.zone = coalesce(a.zone_id, f.zone_id) AND m.ref = f.org_name
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
