import type { Base } from '../../domain';
import { inForce, latestOrg, placed } from './fragments';

/*
 * Rectification items. An item is done by a day when its status says so and its closing day has come; a
 * done item without a closing day counts as done from the as-of day on. What is found after the as-of day is not yet known.
 * Of a list that has no day of finding, all that is known is that its items are found by the as-of day.
 */

/** SQL whole days from one day to a later one: the one spelling that databases do not share. */
const daysBetween = (from: string, to: string): string => `date_diff('day', ${from}, ${to})`;

/** SQL boolean: the list of a row has no such column. */
const without = (column: string): string =>
  `r.file_id IN (SELECT file_id FROM unstated WHERE table_id = 'rectification' AND column_id = '${column}')`;

const ITEM = `
  item AS (
    SELECT r.zone, coalesce(r.committee, o.committee, '') AS committee,
      coalesce(CAST(r.domain AS VARCHAR), o.domain, '') AS domain,
      r.item_id, coalesce(r.org_name, r.org_id) AS org_name, r.problem, CAST(r.source AS VARCHAR) AS source, r.dimension,
      CAST(r.type AS VARCHAR) AS type, CAST(r.status AS VARCHAR) AS status, r.reopened,
      r.found_date, coalesce(r.found_date, d.day) AS known_from, coalesce(r.extended_due, r.due_date) AS due, r.closed_date, d.day AS today,
      coalesce(CAST(r.type AS VARCHAR) = '长期坚持', FALSE) OR coalesce(CAST(r.status AS VARCHAR) = '长期坚持', FALSE) AS standing,
      CASE WHEN CAST(r.status AS VARCHAR) IN ('已完成', '已销号') THEN coalesce(r.closed_date, d.day) END AS done_on,
      ${without('closed_date')} AS closing_untold, r.file_id, r.source_row
    FROM ${placed('rectification')} r
    CROSS JOIN as_of d
    ${latestOrg('r')}
    WHERE r.found_date <= d.day OR (r.found_date IS NULL AND ${without('found_date')})
  )`;

const SHOWN = `i.zone, i.committee, i.domain, i.item_id, i.org_name, i.problem, i.source, i.dimension, i.type, i.status, i.status AS item_status, i.standing, i.reopened,
    i.found_date AS found_on, i.due AS due_on, i.done_on, i.closed_date AS closed_on, i.today,
    CAST(i.found_date AS VARCHAR) AS found_date, CAST(i.due AS VARCHAR) AS due, CAST(i.closed_date AS VARCHAR) AS closed_date,
    i.file_id, i.source_row`;

const common = { needs: ['rectification'], uses: ['zone', 'party_org'] } as const;
const KEYS = ['org_name', 'item_id', 'problem', 'source', 'dimension', 'type', 'found_date', 'due'] as const;

/**
 * The items found by each month's end, and by the as-of day in the last month: one row an item and month end, with what
 * was so on that day. The ageing bands are those of the rule in force then.
 */
const RECT_ITEMS: Base = {
  ...common,
  id: 'rect-items',
  keys: [...KEYS, 'days_over', 'closed_date', 'item_status'],
  sql: `WITH ${ITEM},
  month_end AS (
    SELECT CASE WHEN c.last_day < d.day THEN c.last_day ELSE d.day END AS day
    FROM calendar c CROSS JOIN as_of d WHERE c.first_day <= d.day
  ),
  band AS (
    SELECT m.day, max(CASE WHEN b.rule_id = 'overdue/bands/1' THEN CAST(b.number AS BIGINT) END) AS first_bound,
      max(CASE WHEN b.rule_id = 'overdue/bands/2' THEN CAST(b.number AS BIGINT) END) AS second_bound
    FROM month_end m JOIN rule b ON b.rule_id IN ('overdue/bands/1', 'overdue/bands/2')
      AND ${inForce('b', 'm.day')}
    GROUP BY m.day
  ),
  dated AS (
    SELECT CAST(m.day AS VARCHAR) AS period, ${SHOWN},
      i.done_on IS NOT NULL AND i.done_on <= m.day AS done,
      ${daysBetween('i.due', 'm.day')} AS days_over, b.first_bound, b.second_bound
    FROM item i JOIN month_end m ON m.day >= i.known_from
    LEFT JOIN band b ON b.day = m.day
  )
  SELECT dated.*,
    CASE WHEN days_over <= first_bound THEN '1-' || CAST(first_bound AS VARCHAR)
      WHEN days_over <= second_bound THEN CAST(first_bound + 1 AS VARCHAR) || '-' || CAST(second_bound AS VARCHAR)
      WHEN days_over > second_bound THEN CAST(second_bound + 1 AS VARCHAR) || '-' END AS band
  FROM dated`,
};

/** The items in the month they fell due, extensions counted; those without a due day are not in it. */
const RECT_DUE: Base = {
  ...common,
  id: 'rect-due',
  keys: [...KEYS, 'closed_date', 'item_status'],
  sql: `WITH ${ITEM}
  SELECT substr(CAST(i.due AS VARCHAR), 1, 7) AS period, ${SHOWN}, i.closing_untold
  FROM item i WHERE i.due IS NOT NULL AND i.due <= i.today`,
};

/** The items in the month they were found, with the days until they were closed or, while open, until the as-of day. */
const RECT_FOUND: Base = {
  ...common,
  id: 'rect-found',
  keys: [...KEYS, 'days', 'closed_date', 'item_status'],
  sql: `WITH ${ITEM}
  SELECT substr(CAST(i.found_date AS VARCHAR), 1, 7) AS period, ${SHOWN},
    i.done_on IS NOT NULL AND i.done_on <= i.today AS done,
    ${daysBetween('i.found_date', 'CASE WHEN i.done_on <= i.today THEN i.done_on ELSE i.today END')} AS days
  FROM item i WHERE i.found_date IS NOT NULL`,
};

/** Base queries over rectification items. */
export const RECTIFICATION_BASES: readonly Base[] = [RECT_ITEMS, RECT_DUE, RECT_FOUND];
