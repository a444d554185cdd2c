import type { Base } from '../../domain';
import { knownAs, lastFiled, latestOrg, orgOf, placed } from './fragments';
import { ofAll } from './org-record';
import { bareLabelOf, gradeSchemeOf, schemeRank, versionOf } from './grade-scheme';

/*
 * Appraisals and report-and-review meetings. A level has a rank only inside its scheme: the row states it,
 * or the rule of the scheme in force at the end of the cycle does. A label no rule knows has no rank.
 */

const SCORES = ['score_self', 'score_peer', 'score_mass', 'score_superior', 'score_total'] as const;

/** The sources of an evaluation, in the order they are asked. */
const SOURCES = [
  ['self', 'score_self'],
  ['peer', 'score_peer'],
  ['mass', 'score_mass'],
  ['superior', 'score_superior'],
] as const;

/** The six criteria of a standard branch (the public text of Jilin heating group), in the order of the document. */
const CRITERIA = ['organisation', 'system', 'operation', 'activity', 'archive', 'effect'] as const;

/** One row per organisation and cycle of one kind of grading. */
const appraisal = (kind: string): string => `
  listed AS (
    SELECT g.zone, coalesce(g.committee, o.committee, '') AS committee,
      coalesce(CAST(g.domain AS VARCHAR), o.domain, '') AS domain, g.cycle AS period, s.last_day,
      ${gradeSchemeOf('g')} AS scheme, ${versionOf('g')} AS version, ${orgOf('g')} AS org,
      g.org_id, coalesce(g.org_name, g.org_id) AS org_name, g.grade_label, ${bareLabelOf('g')} AS bare_label, g.grade_rank AS stated_rank,
      ${SCORES.map((score) => `g.${score}`).join(', ')}, g.veto, ${CRITERIA.map((one) => `g.crit_${one}`).join(', ')},
      g.file_id, g.source_row
    FROM ${placed('grading')} g
    ${latestOrg('g')}
    ${knownAs('g')}
    LEFT JOIN span s ON s.period = g.cycle
    WHERE g.cycle IS NOT NULL AND CAST(g.kind AS VARCHAR) = '${kind}'
  ),
  ${schemeRank('listed')},
  appraisal AS (
    SELECT l.*, CAST(coalesce(l.stated_rank, r.rank, b.rank) AS BIGINT) AS grade_rank
    FROM listed l
    LEFT JOIN scheme_rank r ON r.scheme = l.scheme AND r.period = l.period AND r.label = l.grade_label
    LEFT JOIN scheme_rank b ON b.scheme = l.scheme AND b.period = l.period AND b.label = l.bare_label
  )`;

const withAppraisals = (kind: string): string => `WITH ${appraisal(kind)}`;

const PLACE = 'zone, committee, domain, period, scheme, version';
const common = { needs: ['grading'], uses: ['zone', 'party_org'] } as const;
const ROW_KEYS = ['org_name', 'org_id', 'scheme', 'version', 'grade_label', 'grade_rank', ...SCORES, 'veto'] as const;

/** Organisations in an appraisal cycle (党建考核). */
const APPRAISALS: Base = {
  ...common,
  id: 'appraisals',
  keys: ROW_KEYS,
  sql: `${withAppraisals('党建考核')}
  SELECT ${PLACE}, org_id, org_name, grade_label, grade_rank, ${SCORES.join(', ')}, veto, file_id, source_row FROM appraisal`,
};

/** Organisations in a cycle of report and review (述职评议). */
const REVIEWS: Base = {
  ...common,
  id: 'reviews',
  keys: ROW_KEYS,
  sql: `${withAppraisals('述职评议')}
  SELECT ${PLACE}, org_id, org_name, grade_label, grade_rank, ${SCORES.join(', ')}, veto, file_id, source_row FROM appraisal`,
};

const CRITERION_COLUMNS = CRITERIA.map((one) => [one, `crit_${one}`] as const);

type Codes = readonly (readonly [code: string, column: string])[];

/** Columns turned to rows: every row once per code … */
const codes = (list: Codes): string => list.map(([code]) => `SELECT '${code}' AS code`).join(' UNION ALL ');

/** … and of each the column of its code. */
const picked = (list: Codes): string =>
  `CASE c.code ${list.map(([code, column]) => `WHEN '${code}' THEN ${column}`).join(' ')} END`;

/** One row per organisation and source of its score in an appraisal cycle. */
const APPRAISAL_SOURCES: Base = {
  ...common,
  id: 'appraisal-sources',
  keys: ['org_name', 'org_id', 'scheme', 'version', 'scorer', 'score'],
  sql: `${withAppraisals('党建考核')}
  SELECT ${PLACE}, org_id, org_name, c.code AS scorer, ${picked(SOURCES)} AS score, file_id, source_row
  FROM appraisal CROSS JOIN (${codes(SOURCES)}) c`,
};

/** One row per organisation and criterion of a standard branch in an appraisal cycle. */
const APPRAISAL_CRITERIA: Base = {
  ...common,
  id: 'appraisal-criteria',
  keys: ['org_name', 'org_id', 'scheme', 'version', 'criterion', 'met'],
  sql: `${withAppraisals('党建考核')}
  SELECT ${PLACE}, org_id, org_name, c.code AS criterion, ${picked(CRITERION_COLUMNS)} AS met, file_id, source_row
  FROM appraisal CROSS JOIN (${codes(CRITERION_COLUMNS)}) c`,
};

/** What an appraisal is of: branches, committees right below the zone's own, others by their type. None is counted against another. */
const TIER = `CASE WHEN CAST(g.org_type AS VARCHAR) IN ('支部', '联合支部', '临时支部') THEN '支部'
        WHEN o.committee = coalesce(g.org_name, g.org_id) THEN '直属党委' ELSE CAST(g.org_type AS VARCHAR) END`;

/**
 * Who was to be appraised: in every cycle a zone held, the organisations of the tiers appraised there that existed the whole
 * cycle by their last record in the register. The zone's own top organisation is not appraised by itself. Of those appraised under a name
 * of several it is not known which was: none of them is among those due.
 */
const APPRAISAL_DUE: Base = {
  id: 'appraisal-due',
  needs: ['grading', 'party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'org_type', 'appraised', 'score_total', 'grade_label'],
  sql: `${withAppraisals('党建考核')},
  register AS (
    SELECT * FROM (
      SELECT g.zone, ${orgOf('g')} AS org, g.org_id,
        coalesce(g.org_name, g.org_id) AS org_name, coalesce(o.committee, '') AS committee,
        CAST(g.org_type AS VARCHAR) AS org_type, ${TIER} AS tier, coalesce(CAST(g.domain AS VARCHAR), '') AS domain,
        g.founded_date, g.dissolved_date, coalesce(g.parent_org_id, g.parent_org_name) AS parent, g.file_id, g.source_row,
        row_number() OVER (PARTITION BY g.zone, ${orgOf('g')}
          ORDER BY g.snapshot_date DESC NULLS LAST, ${lastFiled('g')}) AS nth
      FROM ${placed('party_org')} g
      ${latestOrg('g')}
      ${knownAs('g')}
      WHERE g.snapshot_date IS NOT NULL AND ${ofAll('g')}
    ) ranked WHERE nth = 1
  ),
  named AS (
    SELECT zone, ref, min(org) AS org FROM (
      SELECT zone, org_id AS ref, org FROM register WHERE org_id IS NOT NULL
      UNION ALL SELECT zone, org_name, org FROM register WHERE org_name IS NOT NULL
      UNION ALL SELECT zone, org, org FROM register
    ) refs WHERE NOT EXISTS (SELECT 1 FROM org_shared s WHERE s.zone = refs.zone AND s.ref = refs.ref) GROUP BY zone, ref
  ),
  unclear AS (
    SELECT DISTINCT p.zone, p.period, s.org_id FROM appraisal p JOIN org_shared s ON s.zone = p.zone AND s.ref = p.org
  ),
  done AS (
    SELECT p.zone, p.period, n.org, max(p.score_total) AS score_total, max(p.grade_label) AS grade_label,
      max(CASE WHEN p.score_total IS NOT NULL OR p.grade_label IS NOT NULL THEN 1 ELSE 0 END) = 1 AS appraised,
      min(p.file_id) AS file_id, min(p.source_row) AS source_row
    FROM appraisal p JOIN named n ON n.zone = p.zone AND n.ref = p.org
    GROUP BY p.zone, p.period, n.org
  ),
  held AS (
    SELECT DISTINCT d.zone, d.period, r.tier, s.first_day, s.last_day
    FROM done d JOIN register r ON r.zone = d.zone AND r.org = d.org JOIN span s ON s.period = d.period
  )
  SELECT h.zone, r.committee, r.domain, h.period, r.org_id, r.org_name, r.org_type,
    coalesce(d.appraised, FALSE) AS appraised, d.score_total, d.grade_label,
    coalesce(d.file_id, r.file_id) AS file_id, coalesce(d.source_row, r.source_row) AS source_row
  FROM held h
  JOIN register r ON r.zone = h.zone AND r.tier = h.tier AND r.parent IS NOT NULL
    AND (r.founded_date IS NULL OR r.founded_date <= h.first_day) AND (r.dissolved_date IS NULL OR r.dissolved_date > h.last_day)
  LEFT JOIN done d ON d.zone = h.zone AND d.period = h.period AND d.org = r.org
  LEFT JOIN unclear u ON u.zone = h.zone AND u.period = h.period AND u.org_id = r.org
  WHERE d.org IS NOT NULL OR u.org_id IS NULL`,
};

/** Base queries of the appraisal family. */
export const APPRAISAL_BASES: readonly Base[] = [
  APPRAISALS,
  REVIEWS,
  APPRAISAL_SOURCES,
  APPRAISAL_CRITERIA,
  APPRAISAL_DUE,
];
