import { placed } from './fragments';

/**
 * The rows of the registers of organisations with the zone, the committee each stood under at its snapshot ('' where none is
 * known) and whether it was active on that day.
 */
export const ORG_RECORD = `(SELECT p.*, coalesce(c.committee, '') AS committee,
      (p.dissolved_date IS NULL OR p.dissolved_date > p.snapshot_date)
        AND (p.founded_date IS NULL OR p.founded_date <= p.snapshot_date) AS active
    FROM ${placed('party_org')} p
    LEFT JOIN org_committee c ON c.zone = p.zone AND c.snapshot_date = p.snapshot_date AND c.org_id = coalesce(p.org_id, p.org_name))`;
