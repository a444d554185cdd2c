import type { Base } from '../../domain';
import { placed } from './fragments';
import { ORG_RECORD } from './org-record';
import { LETTER_KINDS } from './letters';

/*
 * Work records: one row an obligation. A row with a number but without anybody it is about is a count: it has
 * no denominator and enters no rate.
 */

/** What all have in common. */
const common = (column: string): string =>
  `CASE WHEN min(coalesce(${column}, '')) = max(coalesce(${column}, '')) THEN min(${column}) END AS ${column}`;

/** What the register last said of an organisation, by code or by name; of a name of several, what is so of all of them. */
const TARGET = `
  target AS (
    SELECT k.zone, k.ref, min(o.org_id) AS org_id, ${['org_type', 'domain', 'committee'].map(common).join(', ')} FROM (
      SELECT n.zone, r.ref, n.org_type, n.domain, c.committee,
        rank() OVER (PARTITION BY n.zone, r.ref ORDER BY n.snapshot_date DESC NULLS LAST) AS nth
      FROM org_called r
      JOIN org_node n ON n.zone = r.zone AND n.snapshot_date = r.snapshot_date AND n.org_id = r.org_id
      JOIN org_committee c ON c.zone = n.zone AND c.snapshot_date = n.snapshot_date AND c.org_id = n.org_id
    ) k LEFT JOIN org_named o ON o.zone = k.zone AND o.ref = k.ref WHERE k.nth = 1 GROUP BY k.zone, k.ref
  )`;

const letterKind = (text: string): string =>
  `CASE ${LETTER_KINDS.map(({ id, word }) => `WHEN ${text} LIKE '%${word}%' THEN '${id}'`).join(' ')} ELSE coalesce(${text}, '') END`;

const SIGNER = `coalesce(w.target_name, w.committee, w.target_org_id)`;

/** Which tier of the hierarchy signs: by the register, else by the name. */
const TIER = `CASE
      WHEN t.org_type IN ('党工委', '党委', '总支', '支部') THEN t.org_type
      WHEN t.org_type IN ('联合支部', '临时支部') THEN '支部'
      WHEN ${SIGNER} LIKE '%工委%' OR ${SIGNER} LIKE '%工作委员会%' THEN '党工委'
      WHEN ${SIGNER} LIKE '%总支%' THEN '总支' WHEN ${SIGNER} LIKE '%支部%' THEN '支部'
      WHEN ${SIGNER} LIKE '%党委%' THEN '党委' ELSE '其他' END`;

const DAY = (column: string): string => `CAST(w.${column} AS VARCHAR)`;
const YEAR = `substr(coalesce(w.period, ${DAY('due_date')}, ${DAY('done_date')}), 1, 4)`;

/** A row about nobody states a matter: that it is listed says that it was done. */
const NOBODY = '(w.target_name IS NULL AND w.target_org_id IS NULL AND w.committee IS NULL)';

const WORK = `
  work AS (
    SELECT w.zone, coalesce(t.committee, w.committee, '') AS committee,
      coalesce(t.domain, CAST(w.target_domain AS VARCHAR), '') AS domain,
      CAST(w.record_type AS VARCHAR) AS record_type, w.letter_type, w.topic, ${letterKind('w.letter_type')} AS letter,
      ${TIER} AS tier, coalesce(w.target_name, w.target_org_id, w.committee) AS target, coalesce(t.org_id, w.target_name, w.target_org_id) AS target_id,
      w.period AS stated_period, ${YEAR} AS year, w.due_date, w.done_date,
      coalesce(w.done, w.done_date IS NOT NULL OR coalesce(w.count, 0) > 0 OR (${NOBODY} AND w.due_date IS NULL)) AS done, w.count,
      ${NOBODY} OR (w.target_name IS NULL AND w.target_org_id IS NULL AND w.count IS NOT NULL) AS count_only,
      CASE WHEN w.bound IS NOT NULL THEN CAST(w.bound AS VARCHAR) ELSE 'eq' END AS bound,
      d.day AS as_of, w.file_id, w.source_row
    FROM ${placed('work_record')} w
    CROSS JOIN as_of d
    LEFT JOIN target t ON t.zone = w.zone AND t.ref = coalesce(w.target_org_id, w.target_name, w.committee)
  )`;

/** A base over work records with the period that fits what is counted. */
const overWork = (id: string, period: string, where: string): Base => ({
  id,
  needs: ['work_record'],
  uses: ['zone', 'party_org'],
  keys: ['record_type', 'letter_type', 'topic', 'target', 'tier', 'due', 'done', 'done_on', 'count', 'bound'],
  sql: `WITH ${TARGET}, ${WORK}
  SELECT zone, committee, domain, ${period} AS period, record_type, letter_type, topic, letter, tier, target,
    CAST(due_date AS VARCHAR) AS due, done, CAST(done_date AS VARCHAR) AS done_on, count, bound, count_only,
    done AND done_date IS NULL AS undated, due_date <= as_of AS fell_due, done AND done_date <= due_date AS in_time, file_id, source_row
  FROM work WHERE ${period} IS NOT NULL AND ${where}`,
});

/** Obligations of a year: letters, disclosure. */
const OBLIGATIONS = overWork(
  'work-obligations',
  'coalesce(stated_period, year)',
  `record_type IN ('责任书', '党务公开')`,
);

/** What had a day set for it, in the month of that day; letters and the monthly, quarterly and half-yearly rhythm have metrics of their own. */
const DUE = overWork(
  'work-due',
  'substr(CAST(due_date AS VARCHAR), 1, 7)',
  `record_type NOT IN ('责任书', '月调度', '季主题', '半年考核')`,
);

/** What was done, in the month it was done, else in the period stated. */
const DONE = overWork(
  'work-done',
  'coalesce(substr(CAST(done_date AS VARCHAR), 1, 7), stated_period)',
  `record_type NOT IN ('月调度', '季主题', '半年考核')`,
);

/** Organisations inspected, each once a year however often; counts without a list stand beside them. */
const INSPECTED: Base = {
  id: 'inspected',
  needs: ['work_record'],
  uses: ['zone', 'party_org'],
  keys: ['target', 'kind', 'times', 'bound'],
  sql: `WITH ${TARGET}, ${WORK}
  SELECT zone, min(committee) AS committee, min(domain) AS domain, year AS period, min(target) AS target,
    CASE WHEN min(domain) IN ('非公', '国企', '企业') THEN '企业' WHEN min(domain) = '村' THEN '农村' ELSE min(domain) END AS kind,
    count(*) AS times, 1 AS weight, 'eq' AS bound, min(file_id) AS file_id, min(source_row) AS source_row
  FROM work WHERE record_type = '检查指导' AND done AND NOT count_only AND year IS NOT NULL
  GROUP BY zone, year, coalesce(target_id, committee)
  UNION ALL
  SELECT zone, committee, domain, year, topic,
    CASE WHEN domain IN ('非公', '国企', '企业') THEN '企业' WHEN domain = '村' THEN '农村' ELSE domain END,
    1, coalesce(count, 1), bound, file_id, source_row
  FROM work WHERE record_type = '检查指导' AND done AND count_only AND domain <> '' AND year IS NOT NULL`,
};

/**
 * Branches at the last register of a year, with what reached them in that year, where the zone lists whom it reached. Of those listed under
 * a name of several it is not known which was reached.
 */
const REACHED: Base = {
  id: 'branches-reached',
  needs: ['work_record', 'party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'org_type', 'inspected', 'contacted'],
  sql: `WITH ${TARGET}, ${WORK},
  year_end AS (
    SELECT zone, substr(CAST(snapshot_date AS VARCHAR), 1, 4) AS year, max(snapshot_date) AS snapshot_date FROM org_node GROUP BY 1, 2
  ),
  listed AS (
    SELECT zone, year, max(CASE WHEN record_type = '检查指导' THEN 1 ELSE 0 END) = 1 AS inspections_listed,
      max(CASE WHEN record_type = '定点联系' THEN 1 ELSE 0 END) = 1 AS contacts_listed
    FROM work WHERE NOT count_only AND record_type IN ('检查指导', '定点联系') GROUP BY zone, year
  ),
  reached AS (
    SELECT zone, year, target_id, max(CASE WHEN record_type = '检查指导' THEN 1 ELSE 0 END) = 1 AS inspected,
      max(CASE WHEN record_type = '定点联系' THEN 1 ELSE 0 END) = 1 AS contacted
    FROM work WHERE done AND NOT count_only AND record_type IN ('检查指导', '定点联系') GROUP BY zone, year, target_id
  ),
  unclear AS (
    SELECT r.zone, r.year, s.org_id, max(CASE WHEN r.inspected THEN 1 ELSE 0 END) = 1 AS inspected,
      max(CASE WHEN r.contacted THEN 1 ELSE 0 END) = 1 AS contacted
    FROM reached r JOIN org_shared s ON s.zone = r.zone AND s.ref = r.target_id GROUP BY r.zone, r.year, s.org_id
  )
  SELECT y.zone, g.committee, coalesce(CAST(g.domain AS VARCHAR), '') AS domain, y.year AS period,
    coalesce(g.org_name, g.org_id) AS org_name, g.org_id, CAST(g.org_type AS VARCHAR) AS org_type,
    coalesce(r.inspected, FALSE) AS inspected, coalesce(r.contacted, FALSE) AS contacted, l.inspections_listed, l.contacts_listed,
    coalesce(r.inspected, FALSE) OR NOT coalesce(u.inspected, FALSE) AS inspection_known,
    coalesce(r.contacted, FALSE) OR NOT coalesce(u.contacted, FALSE) AS contact_known,
    CAST(g.org_type AS VARCHAR) IN ('支部', '联合支部', '临时支部')
      AND g.active AS is_branch, g.file_id, g.source_row
  FROM year_end y
  JOIN listed l ON l.zone = y.zone AND l.year = y.year
  JOIN ${ORG_RECORD} g ON g.zone = y.zone AND g.snapshot_date = y.snapshot_date
  LEFT JOIN reached r ON r.zone = y.zone AND r.year = y.year AND r.target_id = coalesce(g.org_id, g.org_name)
  LEFT JOIN unclear u ON u.zone = y.zone AND u.year = y.year AND u.org_id = coalesce(g.org_id, g.org_name)`,
};

/** Base queries over work records. */
export const RESPONSIBILITY_BASES: readonly Base[] = [OBLIGATIONS, DUE, DONE, INSPECTED, REACHED];
