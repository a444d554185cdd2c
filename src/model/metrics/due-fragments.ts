import { ZONE_ALIAS } from './fragments';

/* Pieces of SQL for obligations: who existed in which period. */

/** Every month, quarter, half-year and year of the calendar with its first and last day and its length in months. */
export const SPAN = `
  span AS (
    SELECT month AS period, first_day, last_day, 1 AS months FROM calendar
    UNION ALL SELECT quarter, min(first_day), max(last_day), 3 FROM calendar GROUP BY quarter
    UNION ALL SELECT half, min(first_day), max(last_day), 6 FROM calendar GROUP BY half
    UNION ALL SELECT year, min(first_day), max(last_day), 12 FROM calendar GROUP BY year
  )`;

/**
 * What the registers say of every organisation in a stretch of days (`from_day` on, before `to_day`): the record of the last
 * snapshot by then, else its first one. `founded` and `ended` are of its last record; an organisation that a later register
 * of its zone no longer lists ended with the last one that did. Reads the tables of the hierarchy.
 */
export const ORG_STRETCH = `
  listed AS (
    SELECT g.zone, g.org_id, g.org_name, g.org_type, g.domain, g.parent_id, g.parent_name, g.snapshot_date,
      row_number() OVER (PARTITION BY g.zone, g.org_id ORDER BY g.snapshot_date) AS nth,
      row_number() OVER (PARTITION BY g.zone, g.org_id ORDER BY g.snapshot_date DESC) AS nth_last,
      lead(g.snapshot_date) OVER (PARTITION BY g.zone, g.org_id ORDER BY g.snapshot_date) AS to_day,
      max(g.snapshot_date) OVER (PARTITION BY g.zone) AS register_day
    FROM (
      SELECT zone, org_id, snapshot_date, min(org_name) AS org_name, min(org_type) AS org_type, min(domain) AS domain,
        min(parent_id) AS parent_id, min(parent_name) AS parent_name
      FROM org_link WHERE snapshot_date IS NOT NULL GROUP BY zone, org_id, snapshot_date
    ) g
  ),
  dated AS (
    SELECT coalesce(a.zone_id, o.zone_id) AS zone, coalesce(o.org_id, o.org_name) AS org_id, o.snapshot_date,
      min(o.founded_date) AS founded_date, min(o.dissolved_date) AS dissolved_date, min(o.file_id) AS file_id,
      min(o.source_row) AS source_row
    FROM party_org o LEFT JOIN (${ZONE_ALIAS}) a ON a.alias = o.zone_id
    GROUP BY 1, 2, 3
  ),
  life_time AS (
    SELECT l.zone, l.org_id, d.founded_date AS founded,
      coalesce(d.dissolved_date, CASE WHEN l.snapshot_date < l.register_day THEN l.snapshot_date END) AS ended
    FROM listed l JOIN dated d ON d.zone = l.zone AND d.org_id = l.org_id AND d.snapshot_date = l.snapshot_date
    WHERE l.nth_last = 1
  ),
  stretch AS (
    SELECT l.zone, l.org_id, l.org_name, l.org_type, coalesce(l.domain, '') AS domain, l.parent_id, l.parent_name,
      l.snapshot_date, coalesce(c.committee, '') AS committee, t.founded, t.ended,
      CASE WHEN l.nth = 1 THEN DATE '1900-01-01' ELSE l.snapshot_date END AS from_day, l.to_day, d.file_id, d.source_row
    FROM listed l
    JOIN life_time t ON t.zone = l.zone AND t.org_id = l.org_id
    JOIN dated d ON d.zone = l.zone AND d.org_id = l.org_id AND d.snapshot_date = l.snapshot_date
    LEFT JOIN (
      SELECT zone, snapshot_date, org_id, min(committee) AS committee FROM org_committee GROUP BY zone, snapshot_date, org_id
    ) c ON c.zone = l.zone AND c.snapshot_date = l.snapshot_date AND c.org_id = l.org_id
  )`;
