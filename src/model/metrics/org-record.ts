import { placed } from './fragments';

/** SQL boolean: a row is of a register of all organisations, and not of a list of some. */
export const ofAll = (row: string): string => `NOT coalesce(${row}.partial, FALSE)`;

/**
 * The rows of the registers and of lists of some of organisations with the zone, the committee each stood under at its snapshot ('' where none is
 * known) and whether it was active on that day.
 */
export const ORG_MENTIONED = `(SELECT p.*, coalesce(c.committee, '') AS committee,
      (p.dissolved_date IS NULL OR p.dissolved_date > p.snapshot_date)
        AND (p.founded_date IS NULL OR p.founded_date <= p.snapshot_date) AS active
    FROM ${placed('party_org')} p
    LEFT JOIN org_committee c ON c.zone = p.zone AND c.snapshot_date = p.snapshot_date AND c.org_id = coalesce(p.org_id, p.org_name))`;

/** The same of the registers of all organisations alone: who is there, and how many. */
export const ORG_RECORD = `(SELECT * FROM ${ORG_MENTIONED} m WHERE ${ofAll('m')})`;
