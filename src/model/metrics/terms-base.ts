import type { Base } from '../../domain';
import { inForce, knownAs, lastFiled, orgOf } from './fragments';
import { ORG_MENTIONED, ORG_RECORD } from './org-record';

/*
 * The hierarchy of a register of organisations, and the terms of office it states. What a register does not
 * say at all (parents, renewals) is unknown and in no denominator.
 */

/** SQL boolean: two rows are of the same register. */
const same = (one: string, other: string): string =>
  `${one}.zone = ${other}.zone AND ${one}.snapshot_date = ${other}.snapshot_date`;

/** One step more of the pairs (organisation, organisation above): each pair as it is, and joined to the pairs above it. */
const further = (pairs: string): string =>
  `SELECT zone, snapshot_date, org, above FROM ${pairs} UNION SELECT p.zone, p.snapshot_date, p.org, q.above
    FROM ${pairs} p JOIN ${pairs} q ON ${same('q', 'p')} AND q.org = p.above`;

/**
 * Everything above every active organisation of a register, up to eight tiers (`reach`); who has a valid chain
 * up to the root (`linked`): the work committee, in a register without one the committee that names none above it; and in
 * whose numbers the members are counted (`counted`): the lowest that state a number, so that nobody is counted twice; in a register that
 * states no parents, not those of a committee beside branches called like it. Who may stand below
 * one organisation or another of the same name is linked where one of them is, and its members are in their numbers where they state any.
 */
/** A parent that has no record of its own and is the work committee of the zone, not of a street or town in it. */
const OWN_COMMITTEE = `(n.parent_name LIKE '%工委' OR n.parent_name LIKE '%工作委员会')
      ${['街道', '镇', '乡', '村', '社区', '办事处'].map((part) => `AND n.parent_name NOT LIKE '%${part}%'`).join(' ')}`;

/** What the name of a committee has in common with those of its branches: 丁公司 of 丁公司党委 and 丁公司第一党支部. */
const STEM = `regexp_replace(o.name, '(党总支部委员会|总支部委员会|党总支部|党总支|总支部|总支|党委|委员会)$', '')`;

/** Full and probationary members make all of them. */
const MEMBERS = 'coalesce(g.member_total, g.member_full + g.member_prob)';

const HIERARCHY = `
  live AS (
    SELECT zone, snapshot_date, coalesce(org_id, org_name) AS org, max(CAST(org_type AS VARCHAR)) AS org_type,
      max(${MEMBERS}) AS member_total, max(coalesce(org_name, org_id)) AS name
    FROM ${ORG_RECORD} g WHERE active
    GROUP BY zone, snapshot_date, coalesce(org_id, org_name)
  ),
  named AS (
    SELECT o.zone, o.snapshot_date, o.org, max(l.parent_name) AS parent_name, max(l.parent_id) AS parent_id, max(p.org) AS above
    FROM live o
    JOIN org_link l ON ${same('l', 'o')} AND l.org_id = o.org
    LEFT JOIN live p ON ${same('p', 'l')} AND p.org = l.parent_id
    GROUP BY o.zone, o.snapshot_date, o.org
  ),
  up AS (SELECT zone, snapshot_date, org, above FROM named WHERE above IS NOT NULL),
  up2 AS (${further('up')}),
  up4 AS (${further('up2')}),
  reach AS (${further('up4')}),
  below AS (SELECT zone, snapshot_date, org, above FROM reach EXCEPT SELECT zone, snapshot_date, above, org FROM reach),
  register AS (
    SELECT o.zone, o.snapshot_date, max(CASE WHEN o.org_type = '党工委' THEN 1 ELSE 0 END) AS has_work_committee,
      max(CASE WHEN n.parent_name IS NOT NULL THEN 1 ELSE 0 END) AS states_parents
    FROM live o LEFT JOIN named n ON ${same('n', 'o')} AND n.org = o.org
    GROUP BY o.zone, o.snapshot_date
  ),
  root AS (
    SELECT o.zone, o.snapshot_date, o.org FROM live o
    JOIN register r ON ${same('r', 'o')}
    LEFT JOIN named n ON ${same('n', 'o')} AND n.org = o.org
    WHERE n.parent_id IS NULL AND (o.org_type = '党工委'
      OR (o.org_type = '党委' AND n.parent_name IS NULL AND r.has_work_committee = 0)
      OR (r.has_work_committee = 0 AND ${OWN_COMMITTEE}))
  ),
  known AS (
    SELECT zone, snapshot_date, org FROM root
    UNION SELECT b.zone, b.snapshot_date, b.org FROM reach b JOIN root t ON ${same('t', 'b')} AND t.org = b.above
  ),
  unclear AS (SELECT zone, snapshot_date, org_id AS org, parent_ref AS ref FROM org_link WHERE unclear),
  bearing AS (
    SELECT c.zone, c.snapshot_date, c.ref, max(CASE WHEN k.org IS NOT NULL THEN 1 ELSE 0 END) AS linked, max(l.member_total) AS members
    FROM (SELECT DISTINCT zone, snapshot_date, ref FROM unclear) u
    JOIN org_called c ON ${same('c', 'u')} AND c.ref = u.ref
    JOIN live l ON ${same('l', 'c')} AND l.org = c.org_id
    LEFT JOIN known k ON ${same('k', 'c')} AND k.org = c.org_id
    GROUP BY c.zone, c.snapshot_date, c.ref
  ),
  either AS (SELECT u.zone, u.snapshot_date, u.org FROM unclear u JOIN bearing b ON ${same('b', 'u')} AND b.ref = u.ref AND b.linked = 1),
  linked AS (
    SELECT zone, snapshot_date, org FROM known
    UNION SELECT zone, snapshot_date, org FROM either
    UNION SELECT b.zone, b.snapshot_date, b.org FROM reach b JOIN either e ON ${same('e', 'b')} AND e.org = b.above
  ),
  body AS (
    SELECT o.zone, o.snapshot_date, o.org, ${STEM} AS stem FROM live o JOIN register r ON ${same('r', 'o')} AND r.states_parents = 0
    WHERE o.org_type IN ('党委', '总支') AND o.member_total IS NOT NULL
  ),
  summed AS (
    SELECT DISTINCT c.zone, c.snapshot_date, c.org FROM body c
    JOIN live b ON ${same('b', 'c')} AND b.org <> c.org AND substr(b.name, 1, length(c.stem)) = c.stem
    WHERE length(c.stem) >= 2 AND b.member_total IS NOT NULL AND b.org_type IN ('支部', '联合支部', '临时支部')
  ),
  inside AS (SELECT u.zone, u.snapshot_date, u.org FROM unclear u JOIN bearing b ON ${same('b', 'u')} AND b.ref = u.ref AND b.members IS NOT NULL),
  inner_org AS (
    SELECT zone, snapshot_date, org FROM inside
    UNION SELECT b.zone, b.snapshot_date, b.org FROM below b JOIN inside i ON ${same('i', 'b')} AND i.org = b.above
  ),
  counted AS (
    SELECT zone, snapshot_date, org FROM live WHERE member_total IS NOT NULL
    EXCEPT SELECT b.zone, b.snapshot_date, b.above FROM below b
      JOIN live o ON ${same('o', 'b')} AND o.org = b.org AND o.member_total IS NOT NULL
    EXCEPT SELECT zone, snapshot_date, org FROM inner_org
    EXCEPT SELECT zone, snapshot_date, org FROM summed
  ),
  told AS (
    SELECT zone, snapshot_date, org FROM counted
    UNION SELECT b.zone, b.snapshot_date, b.org FROM below b JOIN counted c ON ${same('c', 'b')} AND c.org = b.above
    UNION SELECT zone, snapshot_date, above FROM below
    UNION SELECT zone, snapshot_date, org FROM inner_org
    UNION SELECT zone, snapshot_date, org FROM summed
  ),
  standing AS (
    SELECT o.zone, o.snapshot_date, o.org, r.states_parents = 1 AS states_parents, k.org IS NOT NULL AS linked,
      n.org IS NOT NULL AS counted, t.org IS NULL AS untold
    FROM live o
    LEFT JOIN register r ON ${same('r', 'o')}
    LEFT JOIN linked k ON ${same('k', 'o')} AND k.org = o.org
    LEFT JOIN counted n ON ${same('n', 'o')} AND n.org = o.org
    LEFT JOIN told t ON ${same('t', 'o')} AND t.org = o.org
  ),
  bound AS (
    SELECT s.snapshot_date, max(CASE WHEN r.rule_id = 'branch/max-members' THEN r.number END) AS most,
      max(CASE WHEN r.rule_id = 'branch/min-full' THEN r.number END) AS least
    FROM (SELECT DISTINCT snapshot_date FROM party_org) s
    JOIN rule r ON r.rule_id IN ('branch/max-members', 'branch/min-full') AND ${inForce('r', 's.snapshot_date')}
    GROUP BY s.snapshot_date
  )`;

/** Organisations at a snapshot with their place in the hierarchy and their members. */
const HIERARCHY_BASE: Base = {
  id: 'hierarchy',
  needs: ['party_org'],
  uses: ['zone', 'rule_version'],
  keys: ['org_name', 'org_id', 'org_type', 'parent_org_name', 'member_total', 'member_full'],
  sql: `WITH ${HIERARCHY}
  SELECT g.zone, g.committee, coalesce(CAST(g.domain AS VARCHAR), '') AS domain,
    CAST(g.snapshot_date AS VARCHAR) AS period, g.org_id, g.org_name, CAST(g.org_type AS VARCHAR) AS org_type,
    coalesce(g.parent_org_name, g.parent_org_id) AS parent_org_name, ${MEMBERS} AS member_total,
    coalesce(g.member_full, g.member_total - g.member_prob) AS member_full, g.active, m.most, m.least,
    s.states_parents, s.linked, s.counted, s.untold, g.file_id, g.source_row
  FROM ${ORG_RECORD} g
  LEFT JOIN standing s ON ${same('s', 'g')} AND s.org = coalesce(g.org_id, g.org_name)
  LEFT JOIN bound m ON m.snapshot_date = g.snapshot_date
  WHERE g.snapshot_date IS NOT NULL`,
};

/** Branches and groups at a snapshot whose setting is stated. */
const SETTINGS_BASE: Base = {
  id: 'settings',
  needs: ['party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'org_type', 'parent_org_name', 'setting'],
  sql: `SELECT g.zone, g.committee, coalesce(CAST(g.domain AS VARCHAR), '') AS domain,
    CAST(g.snapshot_date AS VARCHAR) AS period, g.org_id, g.org_name, CAST(g.org_type AS VARCHAR) AS org_type,
    coalesce(g.parent_org_name, g.parent_org_id) AS parent_org_name, CAST(g.setting AS VARCHAR) AS setting, g.active,
    g.file_id, g.source_row
  FROM ${ORG_RECORD} g
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
    SELECT ${orgOf('g')} AS id, g.* FROM ${ORG_MENTIONED} g ${knownAs('g')} CROSS JOIN as_of
    WHERE g.snapshot_date <= as_of.day
  ),
  source AS (
    SELECT zone, min(snapshot_date) AS known_from, max(snapshot_date) AS known_until FROM entry GROUP BY zone
    HAVING max(CASE WHEN term_start IS NOT NULL OR term_actual IS NOT NULL OR term_extension_ok IS NOT NULL THEN 1 ELSE 0 END) = 1
  ),
  shown AS (
    SELECT e.*, s.known_until, min(e.snapshot_date) OVER (PARTITION BY e.zone, e.id, e.term_due) AS first_seen,
      row_number() OVER (PARTITION BY e.zone, e.id, e.term_due 
        ORDER BY e.snapshot_date DESC NULLS LAST, ${lastFiled('e')}) AS nth
    FROM entry e JOIN source s ON s.zone = e.zone WHERE e.term_due IS NOT NULL
  ),
  sequence AS (
    SELECT v.*, lead(v.first_seen) OVER next_term AS next_seen, lead(v.term_start) OVER next_term AS next_start
    FROM shown v WHERE v.nth = 1 WINDOW next_term AS (PARTITION BY v.zone, v.id ORDER BY v.term_due NULLS LAST)
  ),
  allowance AS (
    SELECT d.term_due, max(r.number) AS months FROM (SELECT DISTINCT term_due FROM sequence) d
    JOIN rule r ON r.rule_id = 'term/extension-months' AND ${inForce('r', 'd.term_due')}
    GROUP BY d.term_due
  ),
  term AS (
    SELECT q.*, coalesce(w.months, 0) AS months, coalesce(q.term_extension_ok, FALSE) AS extended,
      coalesce(q.term_actual, CASE WHEN q.next_seen <= q.snapshot_date THEN NULL WHEN q.next_start IS NULL THEN q.next_seen
        WHEN q.term_start IS NULL OR q.next_start > q.term_start THEN q.next_start END) AS renewed_on
    FROM sequence q LEFT JOIN allowance w ON w.term_due = q.term_due
  )`;

const TERM_COLUMNS = `coalesce(t.committee, '') AS committee, coalesce(CAST(t.domain AS VARCHAR), '') AS domain`;

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
  FROM term t
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
    AND (t.dissolved_date IS NULL OR t.dissolved_date > e.end_day)`,
};

/** Base queries over the hierarchy, size and terms of organisations. */
export const TERM_BASES: readonly Base[] = [HIERARCHY_BASE, SETTINGS_BASE, TERMS_BASE, OVERDUE_TERMS_BASE];
