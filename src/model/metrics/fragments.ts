/* Pieces of SQL that base queries share. They keep to what DuckDB and the large distributed engines share. */

/** Zones are given by code or by name; the register, where there is one, says which is which. */
export const ZONE_ALIAS = `SELECT zone_id AS alias, zone_id FROM zone WHERE zone_id IS NOT NULL
    UNION SELECT zone_name, coalesce(zone_id, zone_name) FROM zone WHERE zone_name IS NOT NULL`;

/**
 * The committee of every organisation: the highest one in its chain that is not the zone's own work committee. Five tiers
 * (work committee, committee, general branch, branch, group) need four steps up. A parent that has no row of its own still
 * names the committee. Parents are given by code or by name.
 */
export const ORG_COMMITTEE = `
  node AS (
    SELECT coalesce(a.zone_id, o.zone_id) AS zone, o.snapshot_date, coalesce(o.org_id, o.org_name) AS org_id,
      coalesce(o.org_name, o.org_id) AS org_name, CAST(o.org_type AS VARCHAR) AS org_type,
      CAST(o.domain AS VARCHAR) AS domain,
      coalesce(o.parent_org_id, o.parent_org_name) AS parent_ref, coalesce(o.parent_org_name, o.parent_org_id) AS parent_name
    FROM party_org o LEFT JOIN (${ZONE_ALIAS}) a ON a.alias = o.zone_id
  ),
  reference AS (
    SELECT zone, snapshot_date, ref, min(org_id) AS org_id FROM (
      SELECT zone, snapshot_date, org_id AS ref, org_id FROM node
      UNION ALL SELECT zone, snapshot_date, org_name, org_id FROM node
    ) named GROUP BY zone, snapshot_date, ref
  ),
  link AS (
    SELECT n.zone, n.snapshot_date, n.org_id, n.org_name, n.org_type, n.domain, n.parent_name, p.org_id AS parent_id
    FROM node n LEFT JOIN reference p
      ON p.zone = n.zone AND p.snapshot_date = n.snapshot_date AND p.ref = n.parent_ref AND p.org_id <> n.org_id
  ),
  chain AS (
    SELECT c0.zone, c0.snapshot_date, c0.org_id, c0.org_name, c0.domain,
      coalesce(c4.org_id, c3.org_id, c2.org_id, c1.org_id, c0.org_id) AS top_id,
      coalesce(c4.org_name, c3.org_name, c2.org_name, c1.org_name, c0.org_name) AS top_name,
      coalesce(c4.org_type, c3.org_type, c2.org_type, c1.org_type, c0.org_type) AS top_type,
      CASE WHEN c4.org_id IS NOT NULL THEN c4.parent_name WHEN c3.org_id IS NOT NULL THEN c3.parent_name
        WHEN c2.org_id IS NOT NULL THEN c2.parent_name WHEN c1.org_id IS NOT NULL THEN c1.parent_name
        ELSE c0.parent_name END AS beyond_name,
      CASE WHEN c4.org_id IS NOT NULL THEN c3.org_name WHEN c3.org_id IS NOT NULL THEN c2.org_name
        WHEN c2.org_id IS NOT NULL THEN c1.org_name WHEN c1.org_id IS NOT NULL THEN c0.org_name END AS below_top
    FROM link c0
    LEFT JOIN link c1 ON c1.zone = c0.zone AND c1.snapshot_date = c0.snapshot_date AND c1.org_id = c0.parent_id
    LEFT JOIN link c2 ON c2.zone = c1.zone AND c2.snapshot_date = c1.snapshot_date AND c2.org_id = c1.parent_id
    LEFT JOIN link c3 ON c3.zone = c2.zone AND c3.snapshot_date = c2.snapshot_date AND c3.org_id = c2.parent_id
    LEFT JOIN link c4 ON c4.zone = c3.zone AND c4.snapshot_date = c3.snapshot_date AND c4.org_id = c3.parent_id
  ),
  org_committee AS (
    SELECT zone, snapshot_date, org_id, org_name, domain,
      CASE WHEN top_type = '党工委' AND beyond_name IS NULL THEN coalesce(below_top, '')
        WHEN beyond_name IS NULL THEN CASE WHEN top_type = '党委' THEN top_name ELSE '' END
        WHEN beyond_name LIKE '%工委%' OR beyond_name LIKE '%工作委员会%' THEN top_name
        ELSE beyond_name END AS committee
    FROM chain
  ),
  latest_org AS (
    SELECT zone, ref, min(committee) AS committee, min(domain) AS domain FROM (
      SELECT c.zone, r.ref, c.committee, c.domain,
        row_number() OVER (PARTITION BY c.zone, r.ref ORDER BY c.snapshot_date DESC) AS nth
      FROM org_committee c JOIN reference r ON r.zone = c.zone AND r.snapshot_date = c.snapshot_date AND r.org_id = c.org_id
    ) ranked WHERE nth = 1 GROUP BY zone, ref
  )`;

/** SQL text for the zone of a row joined to ZONE_ALIAS as `a`; '' where it is not stated. */
export const zoneOf = (row: string): string => `coalesce(a.zone_id, ${row}.zone_id, '')`;
