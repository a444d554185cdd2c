import { placed } from './fragments';
import { ofAll } from './org-record';

/* Who existed in which days: what obligations are owed by. */

/** Every record of an organisation in a register, with its place among all its records. */
export const ORG_LISTED = `SELECT g.zone, g.org_id, g.org_name, g.org_type, g.domain, g.parent_id, g.parent_name, g.snapshot_date,
    row_number() OVER (PARTITION BY g.zone, g.org_id ORDER BY g.snapshot_date NULLS LAST) AS nth,
    row_number() OVER (PARTITION BY g.zone, g.org_id ORDER BY g.snapshot_date DESC NULLS LAST) AS nth_last,
    lead(g.snapshot_date) OVER (PARTITION BY g.zone, g.org_id ORDER BY g.snapshot_date NULLS LAST) AS to_day,
    max(g.snapshot_date) OVER (PARTITION BY g.zone) AS register_day
  FROM (
    SELECT zone, org_id, snapshot_date, min(org_name) AS org_name, min(org_type) AS org_type, min(domain) AS domain,
      min(parent_id) AS parent_id, min(parent_name) AS parent_name
    FROM org_link WHERE snapshot_date IS NOT NULL GROUP BY zone, org_id, snapshot_date
  ) g`;

/**
 * What the registers say of every organisation in a stretch of days (`from_day` on, before `to_day`): the record of the last
 * snapshot by then, else its first one. `founded` and `ended` are of its last record; an organisation that a later register
 * of its zone no longer lists ended with the last one that did.
 */
export const ORG_STRETCH = `WITH dated AS (
    SELECT o.zone, coalesce(o.org_id, o.org_name) AS org_id, o.snapshot_date,
      min(o.founded_date) AS founded_date, min(o.dissolved_date) AS dissolved_date, min(o.file_id) AS file_id,
      min(o.source_row) AS source_row
    FROM ${placed('party_org')} o WHERE ${ofAll('o')}
    GROUP BY 1, 2, 3
  ),
  life_time AS (
    SELECT l.zone, l.org_id, d.founded_date AS founded,
      coalesce(d.dissolved_date, CASE WHEN l.snapshot_date < l.register_day THEN l.snapshot_date END) AS ended
    FROM org_listed l JOIN dated d ON d.zone = l.zone AND d.org_id = l.org_id AND d.snapshot_date = l.snapshot_date
    WHERE l.nth_last = 1
  )
  SELECT l.zone, l.org_id, l.org_name, l.org_type, coalesce(l.domain, '') AS domain, l.parent_id, l.parent_name,
    l.snapshot_date, coalesce(c.committee, '') AS committee, t.founded, t.ended,
    CASE WHEN l.nth = 1 THEN DATE '1900-01-01' ELSE l.snapshot_date END AS from_day, l.to_day, d.file_id, d.source_row
  FROM org_listed l
  JOIN life_time t ON t.zone = l.zone AND t.org_id = l.org_id
  JOIN dated d ON d.zone = l.zone AND d.org_id = l.org_id AND d.snapshot_date = l.snapshot_date
  LEFT JOIN org_committee c ON c.zone = l.zone AND c.snapshot_date = l.snapshot_date AND c.org_id = l.org_id`;

/** Join condition: an organisation under alias `org` by its record at the end of `time`, there from before its first day to its last. */
export const existed = (org: string, time: string): string =>
  `${time}.last_day >= ${org}.from_day AND (${org}.to_day IS NULL OR ${time}.last_day < ${org}.to_day)
      AND (${org}.founded IS NULL OR ${org}.founded < ${time}.first_day) AND (${org}.ended IS NULL OR ${org}.ended >= ${time}.last_day)`;
