import type { Base } from '../../domain';
import { latestOrg, placed } from './fragments';

/*
 * Totals of an organisation in a period: never a person. Each base holds only the rows that state its
 * figures, so that what a zone does not report is missing and not nought.
 */

interface Totals {
  readonly id: string;
  /** Columns of the rows that are read; all must be stated. */
  readonly columns: readonly string[];
  /** Of a flow or an obligation: a period is left out where the same organisation states the figure for parts of it. */
  readonly summed: boolean;
  /** Whether its metric weighs a report by its months, which a drill-through then shows. */
  readonly byMonth?: boolean;
}

/**
 * Reports with the organisation they are of ('' for the zone as a whole), and which reports of whole zones give way, as CTEs: those of a
 * time of which organisations of the zone report the same figures.
 */
const reports = (stated: (alias: string) => string): string => `report AS (
    SELECT coalesce(p.org_id, p.org_name, '') AS id, p.*, s.months, s.first_day, s.last_day
    FROM ${placed('member_period')} p LEFT JOIN span s ON s.period = p.period
    WHERE p.period IS NOT NULL AND ${stated('p')}
  ),
  told AS (SELECT DISTINCT zone, period, first_day, last_day, CASE WHEN id = '' THEN '' ELSE '-' END AS id FROM report),
  beside AS (
    SELECT DISTINCT w.zone, w.period, w.id FROM told w
    JOIN told l ON l.zone = w.zone AND l.first_day <= w.last_day AND l.last_day >= w.first_day AND l.id <> w.id
    WHERE w.id = ''
  )`;

const BESIDE = 'LEFT JOIN beside b ON b.zone = r.zone AND b.period = r.period AND b.id = r.id';

function totals({ id, columns, summed, byMonth = false }: Totals): Base {
  const stated = (alias: string): string => columns.map((column) => `${alias}.${column} IS NOT NULL`).join(' AND ');
  const finer = `AND NOT EXISTS (
    SELECT 1 FROM report f WHERE f.zone = r.zone AND f.id = r.id AND f.months < r.months AND f.first_day >= r.first_day
      AND f.last_day <= r.last_day)`;
  return {
    id,
    needs: ['member_period'],
    uses: ['zone', 'party_org'],
    keys: ['org_name', 'org_id', ...columns, ...(byMonth ? ['months'] : [])],
    sql: `WITH ${reports(stated)}
  SELECT r.zone, coalesce(o.committee, '') AS committee, coalesce(o.domain, '') AS domain, r.period, r.org_id, r.org_name,
    ${columns.map((column) => `r.${column}`).join(', ')}, coalesce(r.months, 1) AS months, r.file_id, r.source_row
  FROM report r ${latestOrg('r', 'r.id')} ${BESIDE}
  WHERE b.id IS NULL ${summed ? finer : ''}`,
  };
}

const HOURS = [
  ['党员', 'hours_base', 'hours_met'],
  ['书记', 'sec_base', 'sec_met'],
] as const;

/** Study hours: a row for the members and one for the secretaries of an organisation. */
const STUDY_HOURS: Base = {
  id: 'member-hours',
  needs: ['member_period'],
  uses: ['zone', 'party_org', 'rule_version'],
  keys: ['org_name', 'org_id', 'learners', 'hours_base', 'hours_met'],
  sql: `WITH ${reports((p) => `(${HOURS.map(([, base, met]) => `(${p}.${base} IS NOT NULL AND ${p}.${met} IS NOT NULL)`).join(' OR ')})`)}
  ${HOURS.map(
    ([who, base, met]) => `SELECT r.zone, coalesce(o.committee, '') AS committee, coalesce(o.domain, '') AS domain,
    r.period, r.org_id, r.org_name, '${who}' AS learners, r.${base} AS hours_base, r.${met} AS hours_met, r.file_id, r.source_row
  FROM report r ${latestOrg('r', 'r.id')} ${BESIDE}
  WHERE b.id IS NULL AND r.${base} IS NOT NULL AND r.${met} IS NOT NULL`,
  ).join('\n  UNION ALL ')}`,
};

/** Base queries over the totals of members. */
export const MEMBER_BASES: readonly Base[] = [
  totals({ id: 'member-dues', columns: ['dues_due_members', 'dues_on_time_members'], summed: true, byMonth: true }),
  STUDY_HOURS,
  totals({ id: 'member-confirmations', columns: ['due_confirm', 'confirmed_on_time'], summed: true }),
  totals({ id: 'member-reviews', columns: ['review_due', 'review_attended'], summed: true }),
  totals({ id: 'member-applicants', columns: ['applicants'], summed: false }),
  totals({ id: 'member-activists', columns: ['activists'], summed: false }),
  totals({ id: 'member-candidates', columns: ['dev_targets'], summed: false }),
  totals({ id: 'member-admissions', columns: ['admitted'], summed: true }),
];
