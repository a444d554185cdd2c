import type { Base } from '../../domain';
import { existed } from './due-fragments';
import { placed } from './fragments';
import { GROUP_MEETING } from './life-due';

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
  sql: `SELECT zone, committee, domain, period, org_id, org_name, group_name, activity_type, times_owed, held_count, met, file_id,
    source_row
  FROM life_due WHERE met IS NOT NULL AND activity_type IN (${activities.map((activity) => `'${activity}'`).join(', ')})`,
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

/** One row per branch and quarter in which it owed anything of 三会一课, existed from the first day to the last, and of which all is known. */
const MEETING_QUARTERS: Base = {
  id: 'meeting-quarters',
  needs: ['org_life', 'party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'items_due', ...MEETINGS.map(([, column]) => column)],
  sql: `WITH quarter_of AS (
    SELECT DISTINCT quarter, month AS period FROM calendar UNION ALL SELECT DISTINCT quarter, quarter FROM calendar
  )
  SELECT b.zone, b.committee, b.domain, q.period, b.org_id, b.org_name, CAST(COUNT(*) AS BIGINT) AS items_due,
    CAST(SUM(d.met) AS BIGINT) AS items_met,
    ${MEETINGS.map(
      ([activity, column]) =>
        `CAST(SUM(CASE WHEN d.activity_type = '${activity}' THEN 1 - d.met ELSE 0 END) AS BIGINT) AS ${column}`,
    ).join(',\n    ')},
    concat_ws('+', ${kinds('TRUE')}) AS kinds_due,
    concat_ws('+', ${kinds('d.met = 0')}) AS kinds_lacking,
    b.file_id, b.source_row
  FROM life_due d JOIN quarter_of t ON t.period = d.period JOIN span q ON q.period = t.quarter
  JOIN life_branch b ON b.zone = d.zone AND b.org_id = d.org_id AND ${existed('b', 'q')}
  WHERE d.activity_type IN (${MEETING_NAMES.map((name) => `'${name}'`).join(', ')}) AND q.last_day <= (SELECT day FROM as_of)
  GROUP BY b.zone, b.committee, b.domain, q.period, b.org_id, b.org_name, b.file_id, b.source_row
  HAVING COUNT(d.met) = COUNT(*)`,
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
