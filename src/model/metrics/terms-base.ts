import type { Base } from '../../domain';
import { ZONE_ALIAS, knownAs, orgOf, zoneOf } from './fragments';

/*
 * The hierarchy of a register of organisations, and the terms of office it states. What a register does not
 * say at all (parents, renewals) is unknown and in no denominator.
 */

const ACTIVE = `(g.dissolved_date IS NULL OR g.dissolved_date > g.snapshot_date)
      AND (g.founded_date IS NULL OR g.founded_date <= g.snapshot_date)`;

/** One step more of the pairs (organisation, organisation above): each pair as it is, and joined to the pairs above it. */
const further = (pairs: string): string =>
  `SELECT org, above FROM ${pairs} UNION SELECT p.org, q.above FROM ${pairs} p JOIN ${pairs} q ON q.org = p.above`;

/**
 * Everything above every active organisation of a register, up to eight tiers (`reach`, by number); who has a valid chain
 * up to the root (`linked`): the work committee, in a register without one the committee that names none above it; and in
 * whose numbers the members are counted (`counted`): the lowest that state a number, so that nobody is counted twice.
 */
const HIERARCHY = `
  live AS (
    SELECT row_number() OVER (ORDER BY zone, snapshot_date, org_id) AS org, l.* FROM (
      SELECT coalesce(a.zone_id, g.zone_id, '') AS zone, g.snapshot_date, coalesce(g.org_id, g.org_name) AS org_id,
        max(CAST(g.org_type AS VARCHAR)) AS org_type, max(g.member_total) AS member_total
      FROM party_org g LEFT JOIN (${ZONE_ALIAS}) a ON a.alias = g.zone_id
      WHERE ${ACTIVE}
      GROUP BY coalesce(a.zone_id, g.zone_id, ''), g.snapshot_date, coalesce(g.org_id, g.org_name)
    ) l
  ),
  named AS (
    SELECT o.org, max(l.parent_name) AS parent_name, max(l.parent_id) AS parent_id, max(p.org) AS above
    FROM live o
    JOIN org_link l ON l.zone = o.zone AND l.snapshot_date = o.snapshot_date AND l.org_id = o.org_id
    LEFT JOIN live p ON p.zone = l.zone AND p.snapshot_date = l.snapshot_date AND p.org_id = l.parent_id
    GROUP BY o.org
  ),
  up AS (SELECT org, above FROM named WHERE above IS NOT NULL),
  up2 AS (${further('up')}),
  up4 AS (${further('up2')}),
  reach AS (${further('up4')}),
  below AS (SELECT org, above FROM reach EXCEPT SELECT above, org FROM reach),
  register AS (
    SELECT o.zone, o.snapshot_date, max(CASE WHEN o.org_type = '党工委' THEN 1 ELSE 0 END) AS has_work_committee,
      max(CASE WHEN n.parent_name IS NOT NULL THEN 1 ELSE 0 END) AS states_parents
    FROM live o LEFT JOIN named n ON n.org = o.org
    GROUP BY o.zone, o.snapshot_date
  ),
  root AS (
    SELECT o.org FROM live o
    JOIN register r ON r.zone = o.zone AND r.snapshot_date = o.snapshot_date
    LEFT JOIN named n ON n.org = o.org
    WHERE n.parent_id IS NULL AND (o.org_type = '党工委'
      OR (o.org_type = '党委' AND n.parent_name IS NULL AND r.has_work_committee = 0))
  ),
  linked AS (SELECT org FROM root UNION SELECT b.org FROM reach b JOIN root t ON t.org = b.above),
  counted AS (
    SELECT org FROM live WHERE member_total IS NOT NULL
    EXCEPT SELECT b.above FROM below b JOIN live o ON o.org = b.org AND o.member_total IS NOT NULL
  ),
  told AS (
    SELECT org FROM counted
    UNION SELECT b.org FROM below b JOIN counted c ON c.org = b.above
    UNION SELECT above FROM below
  ),
  standing AS (
    SELECT o.zone, o.snapshot_date, o.org_id, r.states_parents = 1 AS states_parents, k.org IS NOT NULL AS linked,
      n.org IS NOT NULL AS counted, t.org IS NULL AS untold
    FROM live o
    LEFT JOIN register r ON r.zone = o.zone AND r.snapshot_date = o.snapshot_date
    LEFT JOIN linked k ON k.org = o.org
    LEFT JOIN counted n ON n.org = o.org
    LEFT JOIN told t ON t.org = o.org
  ),
  bound AS (
    SELECT s.snapshot_date, max(CASE WHEN r.rule_id = 'branch/max-members' THEN r.number END) AS most,
      max(CASE WHEN r.rule_id = 'branch/min-full' THEN r.number END) AS least
    FROM (SELECT DISTINCT snapshot_date FROM party_org) s
    JOIN rule r ON (r.valid_from IS NULL OR r.valid_from <= s.snapshot_date) AND (r.valid_to IS NULL OR r.valid_to >= s.snapshot_date)
    GROUP BY s.snapshot_date
  )`;

/** Organisations at a snapshot with their place in the hierarchy and their members. */
const HIERARCHY_BASE: Base = {
  id: 'hierarchy',
  needs: ['party_org'],
  uses: ['zone', 'rule_version'],
  keys: ['org_name', 'org_id', 'org_type', 'parent_org_name', 'member_total', 'member_full'],
  sql: `WITH ${HIERARCHY}
  SELECT ${zoneOf('g')} AS zone, coalesce(c.committee, '') AS committee, coalesce(CAST(g.domain AS VARCHAR), '') AS domain,
    CAST(g.snapshot_date AS VARCHAR) AS period, g.org_id, g.org_name, CAST(g.org_type AS VARCHAR) AS org_type,
    coalesce(g.parent_org_name, g.parent_org_id) AS parent_org_name, g.member_total,
    coalesce(g.member_full, g.member_total - g.member_prob) AS member_full, ${ACTIVE} AS active, m.most, m.least,
    s.states_parents, s.linked, s.counted, s.untold, g.file_id, g.source_row
  FROM party_org g
  LEFT JOIN (${ZONE_ALIAS}) a ON a.alias = g.zone_id
  LEFT JOIN org_committee c ON c.zone = coalesce(a.zone_id, g.zone_id) AND c.snapshot_date = g.snapshot_date
    AND c.org_id = coalesce(g.org_id, g.org_name)
  LEFT JOIN standing s ON s.zone = ${zoneOf('g')} AND s.snapshot_date = g.snapshot_date AND s.org_id = coalesce(g.org_id, g.org_name)
  LEFT JOIN bound m ON m.snapshot_date = g.snapshot_date
  WHERE g.snapshot_date IS NOT NULL`,
};

/** Branches and groups at a snapshot whose setting is stated. */
const SETTINGS_BASE: Base = {
  id: 'settings',
  needs: ['party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'org_type', 'parent_org_name', 'setting'],
  sql: `SELECT ${zoneOf('g')} AS zone, coalesce(c.committee, '') AS committee, coalesce(CAST(g.domain AS VARCHAR), '') AS domain,
    CAST(g.snapshot_date AS VARCHAR) AS period, g.org_id, g.org_name, CAST(g.org_type AS VARCHAR) AS org_type,
    coalesce(g.parent_org_name, g.parent_org_id) AS parent_org_name, CAST(g.setting AS VARCHAR) AS setting, ${ACTIVE} AS active,
    g.file_id, g.source_row
  FROM party_org g
  LEFT JOIN (${ZONE_ALIAS}) a ON a.alias = g.zone_id
  LEFT JOIN org_committee c ON c.zone = coalesce(a.zone_id, g.zone_id) AND c.snapshot_date = g.snapshot_date
    AND c.org_id = coalesce(g.org_id, g.org_name)
  WHERE g.snapshot_date IS NOT NULL AND g.setting IS NOT NULL`,
};

/** SQL boolean: `end` is at most `months` months after `start`; in whole months and days, without interval arithmetic. */
const withinMonths = (start: string, end: string, months: string): string => {
  const apart = `(extract(year FROM ${end}) - extract(year FROM ${start})) * 12 + extract(month FROM ${end}) - extract(month FROM ${start})`;
  return `(${apart} < ${months} OR (${apart} = ${months} AND extract(day FROM ${end}) <= extract(day FROM ${start})))`;
};

/**
 * Every term of office (`term`): an organisation and a day its term is due, as the last register that shows it says. A term
 * is renewed on the day stated, or else when a later register shows the next one begun. Only zones whose registers say
 * anything about renewals (`source`), and only until their last register (`known_until`).
 */
const TERMS = `
  entry AS (
    SELECT coalesce(a.zone_id, g.zone_id, '') AS zone, ${orgOf('g')} AS id, g.*
    FROM party_org g LEFT JOIN (${ZONE_ALIAS}) a ON a.alias = g.zone_id ${knownAs('g')} CROSS JOIN as_of
    WHERE g.snapshot_date <= as_of.day
  ),
  source AS (
    SELECT zone, min(snapshot_date) AS known_from, max(snapshot_date) AS known_until FROM entry GROUP BY zone
    HAVING max(CASE WHEN term_start IS NOT NULL OR term_actual IS NOT NULL OR term_extension_ok IS NOT NULL THEN 1 ELSE 0 END) = 1
  ),
  shown AS (
    SELECT e.*, s.known_until, min(e.snapshot_date) OVER (PARTITION BY e.zone, e.id, e.term_due) AS first_seen,
      row_number() OVER (PARTITION BY e.zone, e.id, e.term_due ORDER BY e.snapshot_date DESC, e.source_row DESC) AS nth
    FROM entry e JOIN source s ON s.zone = e.zone WHERE e.term_due IS NOT NULL
  ),
  sequence AS (
    SELECT v.*, lead(v.first_seen) OVER following AS next_seen, lead(v.term_start) OVER following AS next_start
    FROM shown v WHERE v.nth = 1 WINDOW following AS (PARTITION BY v.zone, v.id ORDER BY v.term_due)
  ),
  allowance AS (
    SELECT d.term_due, max(r.number) AS months FROM (SELECT DISTINCT term_due FROM sequence) d
    JOIN rule r ON r.rule_id = 'term/extension-months' AND (r.valid_from IS NULL OR r.valid_from <= d.term_due)
      AND (r.valid_to IS NULL OR r.valid_to >= d.term_due)
    GROUP BY d.term_due
  ),
  term AS (
    SELECT q.*, coalesce(w.months, 0) AS months, coalesce(q.term_extension_ok, FALSE) AS extended,
      coalesce(q.term_actual, CASE WHEN q.next_seen <= q.snapshot_date THEN NULL WHEN q.next_start IS NULL THEN q.next_seen
        WHEN q.term_start IS NULL OR q.next_start > q.term_start THEN q.next_start END) AS renewed_on
    FROM sequence q LEFT JOIN allowance w ON w.term_due = q.term_due
  )`;

const TERM_COLUMNS = `coalesce(c.committee, '') AS committee, coalesce(CAST(t.domain AS VARCHAR), '') AS domain`;
const TERM_COMMITTEE = `LEFT JOIN org_committee c ON c.zone = t.zone AND c.snapshot_date = t.snapshot_date
  AND c.org_id = coalesce(t.org_id, t.org_name)`;

/** Terms of office in the month they fall due, with what became of them. */
const TERMS_BASE: Base = {
  id: 'terms',
  needs: ['party_org'],
  uses: ['zone', 'rule_version'],
  keys: ['org_name', 'org_id', 'org_type', 'term_due', 'term_actual', 'term_extension_ok', 'state'],
  sql: `WITH ${TERMS}
  SELECT t.zone, ${TERM_COLUMNS}, substr(CAST(t.term_due AS VARCHAR), 1, 7) AS period, t.org_id, t.org_name,
    CAST(t.org_type AS VARCHAR) AS org_type, CAST(t.term_due AS VARCHAR) AS term_due, CAST(t.renewed_on AS VARCHAR) AS term_actual,
    t.term_extension_ok, t.term_due <= t.known_until AS has_come,
    CASE WHEN t.renewed_on <= t.term_due THEN '按期'
      WHEN t.extended AND ${withinMonths('t.term_due', 'coalesce(t.renewed_on, t.known_until)', 't.months')} THEN '延期内'
      WHEN t.renewed_on IS NOT NULL THEN '逾期完成'
      WHEN t.term_due >= t.known_until THEN '未到期' ELSE '超期未换届' END AS state,
    t.file_id, t.source_row
  FROM term t ${TERM_COMMITTEE}
  WHERE t.dissolved_date IS NULL OR t.dissolved_date > t.term_due`,
};

/** Terms overdue at every month's end between a zone's first and last register; a row without a term where none is. */
const OVERDUE_TERMS_BASE: Base = {
  id: 'terms-overdue',
  needs: ['party_org'],
  uses: ['zone', 'rule_version'],
  keys: ['org_name', 'org_id', 'org_type', 'term_due', 'term_extension_ok'],
  sql: `WITH ${TERMS},
  month_end AS (
    SELECT s.zone, k.month, CASE WHEN k.last_day > s.known_until THEN s.known_until ELSE k.last_day END AS end_day
    FROM source s JOIN calendar k ON k.last_day >= s.known_from AND k.first_day <= s.known_until
  )
  SELECT e.zone, ${TERM_COLUMNS}, e.month AS period, t.org_id, t.org_name, CAST(t.org_type AS VARCHAR) AS org_type,
    CAST(t.term_due AS VARCHAR) AS term_due, t.term_extension_ok, t.id IS NOT NULL AS overdue, t.file_id, t.source_row
  FROM month_end e
  LEFT JOIN term t ON t.zone = e.zone AND t.term_due < e.end_day AND (t.renewed_on IS NULL OR t.renewed_on > e.end_day)
    AND NOT (t.extended AND ${withinMonths('t.term_due', 'e.end_day', 't.months')})
    AND (t.dissolved_date IS NULL OR t.dissolved_date > e.end_day)
  ${TERM_COMMITTEE}`,
};

/** Base queries over the hierarchy, size and terms of organisations. */
export const TERM_BASES: readonly Base[] = [HIERARCHY_BASE, SETTINGS_BASE, TERMS_BASE, OVERDUE_TERMS_BASE];
