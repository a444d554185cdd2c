import { existed } from './due-fragments';
import { inForce, placed } from './fragments';

/* What branches owed of organisation life and what they held: tables written once, since every metric of it reads them. */

/** The one activity that groups owe, each for itself, and not their branch. */
export const GROUP_MEETING = '党小组会';

/**
 * What was held: a row of org_life with a day counts once (or as often as it says) in the month of that day; a count of a
 * period counts in that period. What was only planned was not held, but shows that the zone reports the activity; a row that
 * states neither a day nor a figure reports nothing. What was held so often at least (a tick without a day) is kept apart, in `ticks`.
 * `called` is the name where it is no one organisation's.
 */
const ENTRY = `WITH entry AS (
    SELECT f.zone, f.org_id, f.org_name, CAST(f.activity_type AS VARCHAR) AS activity,
      substr(CASE WHEN f.held_date IS NOT NULL THEN CAST(f.held_date AS VARCHAR) WHEN f.period IS NOT NULL THEN f.period
        ELSE CAST(f.planned_date AS VARCHAR) END, 1, 7) AS period,
      CASE WHEN f.held_count IS NOT NULL THEN f.held_count WHEN f.held_date IS NOT NULL OR f.attended > 0 THEN 1
        ELSE 0 END AS times,
      CASE WHEN CAST(f.bound AS VARCHAR) = 'ge' AND f.held_count IS NOT NULL AND f.held_date IS NULL THEN 1 ELSE 0 END AS at_least
    FROM ${placed('org_life')} f
    WHERE f.activity_type IS NOT NULL
      AND (f.held_date IS NOT NULL OR f.planned_date IS NOT NULL OR f.held_count IS NOT NULL OR f.attended IS NOT NULL)
  )
  SELECT e.zone, coalesce(n.org_id, m.org_id) AS org_id, CASE WHEN coalesce(n.org_id, m.org_id) IS NULL THEN e.org_name END AS called,
    e.activity, e.period, CAST(SUM(CASE WHEN e.at_least = 0 THEN e.times ELSE 0 END) AS BIGINT) AS times,
    CAST(SUM(CASE WHEN e.at_least = 1 THEN e.times ELSE 0 END) AS BIGINT) AS ticks
  FROM entry e
  LEFT JOIN org_named n ON n.zone = e.zone AND n.ref = e.org_id
  LEFT JOIN org_named m ON m.zone = e.zone AND m.ref = e.org_name
  GROUP BY 1, 2, 3, 4, 5`;

/** The periods for which a zone has any entry of an activity. */
const ENTRY_SPAN = `SELECT DISTINCT e.zone, e.activity, s.period, s.first_day, s.last_day, s.months
  FROM life_entry e JOIN span s ON s.period = e.period`;

/**
 * What was owed by whoever existed: the rule in force on the first day of each of its periods, for the periods in which the
 * zone's files have any entry of the activity, as far as they had ended by the as-of day. A count of a longer time than the
 * rule asks cannot tell the shorter periods: the zone is then judged by that longer time, and owes in it what it owed in all
 * of them.
 */
const OWED = `WITH reported AS (
    SELECT DISTINCT e.zone, e.activity, s.period, s.first_day, s.last_day, s.months
    FROM life_entry_span e JOIN span s ON s.last_day >= e.first_day AND s.first_day <= e.last_day
  ),
  rule_period AS (
    SELECT s.zone, s.activity, s.period, s.first_day, s.last_day, s.months, t.number AS times
    FROM reported s
    JOIN rule m ON m.rule_id = 'meeting/' || s.activity || '/months' AND m.number = s.months AND ${inForce('m', 's.first_day')}
    JOIN rule t ON t.rule_id = 'meeting/' || s.activity || '/times' AND ${inForce('t', 's.first_day')}
  ),
  coarse AS (
    SELECT r.zone, r.activity, r.period, e.period AS judged, e.first_day, e.last_day, e.months,
      row_number() OVER (PARTITION BY r.zone, r.activity, r.period ORDER BY e.months DESC NULLS LAST, e.period NULLS LAST) AS nth
    FROM rule_period r JOIN life_entry_span e ON e.zone = r.zone AND e.activity = r.activity AND e.months > r.months
      AND e.first_day <= r.first_day AND e.last_day >= r.last_day
  )
  SELECT r.zone, r.activity, coalesce(c.judged, r.period) AS period, coalesce(c.first_day, r.first_day) AS first_day,
    coalesce(c.last_day, r.last_day) AS last_day, CAST(SUM(r.times) AS BIGINT) AS times
  FROM rule_period r
  LEFT JOIN coarse c ON c.zone = r.zone AND c.activity = r.activity AND c.period = r.period AND c.nth = 1
  GROUP BY 1, 2, 3, 4, 5`;

/** The periods in which entries are judged. */
const JUDGED_BY = `judged_by AS (
    SELECT s.zone, s.activity, s.period, o.period AS judged
    FROM life_entry_span s JOIN life_owed o ON o.zone = s.zone AND o.activity = s.activity
      AND o.first_day <= s.first_day AND o.last_day >= s.last_day
  )`;

/**
 * What every organisation held of an activity in the periods it is judged by. A tick may stand for what is counted elsewhere, so
 * the greater of the two is what is known; `oftener` is 1 where ticks say more than counts do, and it may have been oftener.
 */
const HELD = `WITH ${JUDGED_BY}
  SELECT e.zone, e.org_id, e.activity, j.judged AS period,
    CAST(CASE WHEN SUM(e.ticks) > SUM(e.times) THEN SUM(e.ticks) ELSE SUM(e.times) END AS BIGINT) AS times,
    CASE WHEN SUM(e.ticks) > SUM(e.times) THEN 1 ELSE 0 END AS oftener
  FROM life_entry e JOIN judged_by j ON j.zone = e.zone AND j.activity = e.activity AND j.period = e.period
  WHERE e.org_id IS NOT NULL
  GROUP BY 1, 2, 3, 4`;

/** Organisations of which nobody can tell whether they held an activity in a period: it is entered under a name they share with others. */
const UNCLEAR = `WITH ${JUDGED_BY}
  SELECT DISTINCT e.zone, s.org_id, e.activity, j.judged AS period
  FROM life_entry e JOIN org_shared s ON s.zone = e.zone AND s.ref = e.called
  JOIN judged_by j ON j.zone = e.zone AND j.activity = e.activity AND j.period = e.period`;

/** The branches of the registers, each by its stretches of days. */
const BRANCH = `SELECT * FROM org_stretch WHERE org_type IN ('支部', '联合支部', '临时支部')`;

/**
 * Who owed it and whether it was held: branches, but for group meetings every group of a branch. What is entered under a
 * group is its own. What is entered under the branch makes up for what groups lack, those first that lack least, so that no
 * entry is counted twice and none for more groups than there are. Of whom it is unclear what was held is left out, not failed.
 * Of whom it is only known that it was held, not whether often enough, `met` is NULL; where nobody of a zone is known to have met
 * it, as in a table of ticks that no tick can decide, none of the zone is told to have failed either. Rows are joined by equality alone where they can be: a condition on one
 * side of a join makes databases compare every row with every other.
 */
const DUE = `WITH owing AS (
    SELECT b.zone, b.committee, b.domain, o.period, b.org_id, b.org_name, o.activity, o.times, g.org_id AS group_id,
      g.org_name AS group_name, coalesce(g.file_id, b.file_id) AS file_id, coalesce(g.source_row, b.source_row) AS source_row
    FROM life_owed o
    JOIN life_branch b ON b.zone = o.zone AND ${existed('b', 'o')}
    LEFT JOIN (SELECT * FROM org_stretch WHERE org_type = '党小组') g ON g.zone = b.zone
      AND g.parent_id = CASE WHEN o.activity = '${GROUP_MEETING}' THEN b.org_id END AND ${existed('g', 'o')}
    LEFT JOIN life_unclear ub ON ub.zone = o.zone AND ub.activity = o.activity AND ub.period = o.period AND ub.org_id = b.org_id
    LEFT JOIN life_unclear ug ON ug.zone = o.zone AND ug.activity = o.activity AND ug.period = o.period AND ug.org_id = g.org_id
    WHERE ub.org_id IS NULL AND ug.org_id IS NULL AND o.last_day <= (SELECT day FROM as_of) AND (o.activity <> '${GROUP_MEETING}' OR g.org_id IS NOT NULL)
  ),
  reckoned AS (
    SELECT w.*, coalesce(h.times, 0) AS own, coalesce(c.times, 0) AS common,
      CASE WHEN coalesce(h.times, 0) < w.times THEN w.times - coalesce(h.times, 0) ELSE 0 END AS lacking,
      CASE WHEN h.oftener = 1 OR c.oftener = 1 THEN 1 ELSE 0 END AS oftener
    FROM owing w
    LEFT JOIN life_held h ON h.zone = w.zone AND h.activity = w.activity AND h.period = w.period
      AND h.org_id = coalesce(w.group_id, w.org_id)
    LEFT JOIN life_held c ON c.zone = w.zone AND c.activity = w.activity AND c.period = w.period
      AND c.org_id = CASE WHEN w.group_id IS NOT NULL THEN w.org_id END
  ),
  left_over AS (
    SELECT *, common + lacking - SUM(lacking) OVER (PARTITION BY zone, org_id, activity, period
      ORDER BY lacking NULLS LAST, group_id NULLS LAST, file_id NULLS LAST, source_row NULLS LAST ROWS UNBOUNDED PRECEDING) AS spare
    FROM reckoned
  ),
  judged AS (
    SELECT *, CASE WHEN lacking = 0 OR spare >= lacking THEN 1 WHEN oftener = 1 THEN NULL ELSE 0 END AS met FROM left_over
  ),
  told AS (
    SELECT *, MAX(met) OVER (PARTITION BY zone, activity, period) AS best,
      MAX(CASE WHEN met IS NULL THEN 1 ELSE 0 END) OVER (PARTITION BY zone, activity, period) AS any_open
    FROM judged
  )
  SELECT zone, committee, domain, period, org_id, org_name, group_name, activity AS activity_type, times AS times_owed,
    CAST(own + CASE WHEN spare <= 0 THEN 0 WHEN spare < lacking THEN spare ELSE lacking END AS BIGINT) AS held_count,
    met, file_id, source_row
  FROM told WHERE any_open = 0 OR best = 1`;

/** What was owed and held of organisation life, each table from those before it; after the hierarchy, the rules and the calendar. */
export const LIFE_TABLES = [
  { id: 'life_entry', sql: ENTRY, from: ['org_life'] },
  { id: 'life_entry_span', sql: ENTRY_SPAN, from: ['life_entry'] },
  { id: 'life_owed', sql: OWED, from: ['life_entry_span'] },
  { id: 'life_held', sql: HELD, from: ['life_entry'] },
  { id: 'life_unclear', sql: UNCLEAR, from: ['life_entry'] },
  { id: 'life_branch', sql: BRANCH, from: ['org_stretch'] },
  { id: 'life_due', sql: DUE, from: ['life_owed'] },
] as const;
