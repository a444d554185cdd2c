import type { Base } from '../../domain';
import { APPRAISAL_BASES } from './appraisal-base';
import { COUNT_BASES } from './count-base';
import { GRADING_BASES } from './grading-base';
import { LEVEL_COUNT_BASES } from './level-base';
import { LIFE_BASES } from './life-base';
import { MEMBER_BASES } from './members-base';
import { QUALITY_BASES } from './quality-base';
import { RECTIFICATION_BASES } from './rectification-base';
import { RESPONSIBILITY_BASES } from './responsibility-base';
import { RHYTHM_BASES } from './rhythm-base';
import { SITE_BASES } from './sites-base';
import { TERM_BASES } from './terms-base';
import { ZONE_SCORE_BASES } from './zone-scores';
import { asFiled, inForce, isHonours, knownAs, lastFiled, latestOrg, orgOf, placed } from './fragments';
import { ORG_MENTIONED, ORG_RECORD, ofAll } from './org-record';
import { operatingJoins, operatingOf } from './units';

/*
 * Base queries: one row per thing that can count, with zone, committee, domain, period, the source keys and the columns
 * the metrics read. They keep to the SQL that DuckDB and the large distributed engines share.
 */

/** 已建-未注明: the export says an organisation exists, not which kind. */
const HAS_ONE = `coverage_mode IN ('单独党委', '单独总支', '单独支部', '联合支部', '已建-未注明')`;

/** Units at a snapshot. */
export const UNITS: Base = {
  id: 'units',
  needs: ['unit_coverage'],
  uses: ['zone', 'party_org'],
  keys: [
    'unit_name',
    'unit_id',
    'unit_kind',
    'operating',
    'coverage_mode',
    'org_id',
    'above_scale',
    'instructor',
    'liaison',
    'mass_org',
    'not_built_reason',
  ],
  compact: {
    table: 'unit_coverage',
    columns: [
      'zone_id',
      'committee',
      'unit_kind',
      'snapshot_date',
      'operating',
      'above_scale',
      'coverage_mode',
      'org_id',
      'instructor',
      'liaison',
      'mass_org',
      'members',
      'due',
      'file_id',
    ],
    keys: ['unit_id', 'unit_name', 'not_built_reason', 'source_row'],
  },
  sql: `WITH means AS (
    SELECT zone_id, snapshot_date,
      max(CASE WHEN members IS NOT NULL THEN 1 ELSE 0 END) = 1 AS members_stated,
      max(CASE WHEN coverage_mode IN ('未建-应建', '未建-个别党员', '未建-无党员') THEN 1 ELSE 0 END) AS kind_told,
      max(max(CASE WHEN coverage_mode IN ('未建-应建', '未建-个别党员', '未建-无党员') THEN 1 ELSE 0 END))
        OVER (PARTITION BY zone_id) AS kind_ever_told,
      max(CASE WHEN coverage_mode = '未建-未注明' THEN 1 ELSE 0 END) AS kind_untold,
      max(max(CASE WHEN coverage_mode = '未建-未注明' THEN 1 ELSE 0 END)) OVER (PARTITION BY zone_id) AS kind_ever_untold,
      max(CASE WHEN due IS NOT NULL THEN 1 ELSE 0 END) = 1 AS due_stated,
      max(CASE WHEN due AND ${HAS_ONE} THEN 1 ELSE 0 END) = 1 AS due_of_built,
      max(CASE WHEN instructor IS NOT NULL OR liaison IS NOT NULL OR mass_org IS NOT NULL THEN 1 ELSE 0 END) = 1 AS stated,
      max(CASE WHEN instructor IS NOT NULL THEN 1 ELSE 0 END) = 1 AS instructor_stated,
      max(CASE WHEN coverage_mode IN ('单独党委', '单独总支', '单独支部', '联合支部') THEN 1 ELSE 0 END)
        >= max(CASE WHEN coverage_mode = '已建-未注明' THEN 1 ELSE 0 END) AS built_stated,
      max(CASE WHEN coverage_mode IN ('未建-应建', '未建-个别党员', '未建-无党员') THEN 1 ELSE 0 END)
        >= max(CASE WHEN coverage_mode = '未建-未注明' THEN 1 ELSE 0 END) AS unbuilt_stated
    FROM {{rows}} r GROUP BY zone_id, snapshot_date
  )
  SELECT u.zone, coalesce(u.committee, o.committee, '') AS committee,
    coalesce(CAST(u.unit_kind AS VARCHAR), '') AS domain, CAST(u.snapshot_date AS VARCHAR) AS period,
    CAST(u.unit_kind AS VARCHAR) AS unit_kind,
    ${operatingOf('u')} AS operating,
    u.above_scale, CAST(u.coverage_mode AS VARCHAR) AS coverage_mode, u.org_id, u.instructor, u.liaison, u.mass_org, u.members,
    coalesce(m.stated, FALSE) AS means_stated, coalesce(m.built_stated, FALSE) AS built_stated,
    coalesce(m.unbuilt_stated, FALSE) AS unbuilt_stated, coalesce(m.instructor_stated, FALSE) AS instructor_stated,
    coalesce(m.members_stated, FALSE) AS members_stated, d.number AS due_members,
    coalesce(m.due_stated, FALSE) AS due_stated,
    coalesce(u.due, NOT m.due_of_built AND ${HAS_ONE}, FALSE) AS is_due,
    coalesce(m.members_stated AND NOT m.due_stated AND m.kind_told = 0
      AND (m.kind_untold = 1 OR (m.kind_ever_told = 0 AND m.kind_ever_untold = 1)), FALSE) AS due_by_members,
    u.file_id, {{keys}}
  FROM ${placed('{{rows}}')} u${operatingJoins('u')}
  LEFT JOIN rule d ON d.rule_id = 'coverage/due-members' AND ${inForce('d', 'u.snapshot_date')}
  LEFT JOIN means m ON coalesce(m.zone_id, '') = coalesce(u.zone_id, '') AND m.snapshot_date = u.snapshot_date
  ${latestOrg('u', 'u.org_id')}
  WHERE u.snapshot_date IS NOT NULL`,
};

/** Organisations at a snapshot. */
export const ORGANISATIONS: Base = {
  id: 'organisations',
  needs: ['party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'org_type', 'parent_org_name', 'founded_date', 'dissolved_date'],
  sql: `SELECT g.zone, g.committee, coalesce(CAST(g.domain AS VARCHAR), '') AS domain,
    CAST(g.snapshot_date AS VARCHAR) AS period, g.org_id, g.org_name, CAST(g.org_type AS VARCHAR) AS org_type, g.parent_org_name,
    CAST(g.founded_date AS VARCHAR) AS founded_date, CAST(g.dissolved_date AS VARCHAR) AS dissolved_date,
    g.active, g.file_id, g.source_row
  FROM ${ORG_RECORD} g
  WHERE g.snapshot_date IS NOT NULL`,
};

/** Foundings and dissolutions, from the last record of every organisation, in the month they happened. */
export const ORG_EVENTS: Base = {
  id: 'org-events',
  needs: ['party_org'],
  uses: ['zone'],
  keys: ['org_name', 'org_id', 'org_type', 'event', 'event_date'],
  sql: `WITH last_record AS (
    SELECT * FROM (
      SELECT g.*, row_number() OVER (PARTITION BY g.zone, ${orgOf('g')}
        ORDER BY CASE WHEN ${ofAll('g')} THEN 0 ELSE 1 END NULLS LAST, g.snapshot_date DESC NULLS LAST, ${lastFiled('g')}) AS nth
      FROM ${ORG_MENTIONED} g
      ${knownAs('g')}
    ) ranked WHERE nth = 1
  ),
  event AS (
    SELECT '新建' AS event, 1 AS sign, founded_date AS happened, last_record.* FROM last_record WHERE founded_date IS NOT NULL
    UNION ALL
    SELECT '撤销', -1, dissolved_date, last_record.* FROM last_record WHERE dissolved_date IS NOT NULL
  )
  SELECT e.zone, e.committee, coalesce(CAST(e.domain AS VARCHAR), '') AS domain,
    substr(CAST(e.happened AS VARCHAR), 1, 7) AS period, e.org_id, e.org_name, CAST(e.org_type AS VARCHAR) AS org_type, e.event, e.sign,
    CAST(e.happened AS VARCHAR) AS event_date, e.file_id, e.source_row
  FROM event e
  WHERE e.happened <= e.snapshot_date OR e.snapshot_date IS NULL`,
};

const DIMS = [
  ['political', 'dim_political'],
  ['learning', 'dim_learning'],
  ['development', 'dim_development'],
  ['service', 'dim_service'],
  ['integrity', 'dim_integrity'],
] as const;

/**
 * Ratings with `honours`: the list names those honoured only (表彰, 五星级名单). It gives way where the same body's rating of all is there; who
 * rates and is not stated is the zone. `before_told`: an organisation without a level before had none. The list states the levels before, or
 * the cycle before was listed down to this level; else nobody knows.
 */
const RATED = `
  told AS (
    SELECT s.*, ${isHonours('s')} AS honours,
      max(CASE WHEN s.prev_level IS NOT NULL THEN 1 ELSE 0 END)
        OVER (PARTITION BY s.zone, s.file_id, s.cycle, s.scheme_id) = 1 AS states_before
    FROM ${placed('star_rating')} s
    WHERE s.cycle IS NOT NULL
  ),
  listed AS (
    SELECT zone, coalesce(scheme_id, '') AS scheme, cycle,
      lag(min(CASE WHEN honours THEN star_level ELSE 0 END))
        OVER (PARTITION BY zone, coalesce(scheme_id, '') ORDER BY cycle NULLS LAST) AS lowest_before
    FROM told GROUP BY zone, coalesce(scheme_id, ''), cycle
  ),
  rating AS (
    SELECT s.zone, coalesce(s.committee, o.committee, '') AS committee, coalesce(CAST(s.domain AS VARCHAR), o.domain, '') AS domain,
      s.cycle AS period, coalesce(s.scheme_id, '') AS scheme, coalesce(CAST(s.awarding_level AS VARCHAR), '') AS awarding,
      s.org_id, coalesce(s.org_name, s.org_id) AS org_name, s.star_level, s.star_max, s.score_total,
      coalesce(CAST(s.rated_status AS VARCHAR), CASE WHEN s.star_level IS NOT NULL OR coalesce(${DIMS.map(([, column]) => `s.${column}`).join(', ')}) IS NOT NULL THEN '评定' ELSE '未参评' END) AS status,
      s.dim_political, s.dim_learning, s.dim_development, s.dim_service, s.dim_integrity, s.prev_level AS stated_previous,
      CASE WHEN lag(s.cycle) OVER previous < s.cycle THEN lag(s.star_level) OVER previous END AS last_level,
      coalesce(s.states_before OR b.lowest_before <= s.star_level, FALSE) AS before_told, s.honours, s.file_id, s.source_row
    FROM told s
    LEFT JOIN listed b ON b.zone = s.zone AND b.scheme = coalesce(s.scheme_id, '') AND b.cycle = s.cycle
    ${latestOrg('s')}
    ${knownAs('s')}
    WHERE NOT s.honours OR NOT EXISTS (SELECT 1 FROM told f
      WHERE NOT f.honours AND f.zone = s.zone AND f.cycle = s.cycle AND coalesce(f.scheme_id, '') = coalesce(s.scheme_id, '')
        AND coalesce(CAST(f.awarding_level AS VARCHAR), '园区') = coalesce(CAST(s.awarding_level AS VARCHAR), '园区'))
    WINDOW previous AS (
      PARTITION BY s.zone, ${orgOf('s')}, s.scheme_id ORDER BY s.cycle NULLS LAST, ${asFiled('s')}
    )
  )`;

/** Organisations in a rating cycle, with the level of the cycle before where it is known. */
export const RATINGS: Base = {
  id: 'ratings',
  needs: ['star_rating'],
  uses: ['zone', 'party_org'],
  keys: ['org_name', 'org_id', 'scheme', 'awarding', 'status', 'star_level', 'previous_level', 'score_total'],
  sql: `WITH ${RATED}
  SELECT g.zone, g.committee, g.domain, g.period, g.scheme, g.awarding, g.org_id, g.org_name, g.star_level, g.star_max,
    g.score_total, g.status, coalesce(g.stated_previous, g.last_level) AS previous_level, g.before_told, r.number AS top_cap, g.honours, g.file_id, g.source_row
  FROM rating g
  LEFT JOIN span s ON s.period = g.period
  LEFT JOIN rule r ON r.rule_id = 'star/' || g.scheme || '/cap/5' AND ${inForce('r', 's.last_day')}`,
};

/** One row per organisation and named star in a rating cycle. */
export const NAMED_STARS: Base = {
  id: 'named-stars',
  needs: ['star_rating'],
  uses: ['zone', 'party_org'],
  keys: ['org_name', 'org_id', 'scheme', 'star', 'won'],
  sql: `WITH ${RATED}
  ${DIMS.map(
    ([
      star,
      column,
    ]) => `SELECT zone, committee, domain, period, scheme, org_id, org_name, '${star}' AS star, ${column} AS won, honours, file_id, source_row
  FROM rating`,
  ).join('\n  UNION ALL ')}`,
};

/** Every base query of the model. */
export const BASES: readonly Base[] = [
  UNITS,
  ...COUNT_BASES,
  ...LEVEL_COUNT_BASES,
  ORGANISATIONS,
  ORG_EVENTS,
  RATINGS,
  NAMED_STARS,
  ...GRADING_BASES,
  ...APPRAISAL_BASES,
  ...ZONE_SCORE_BASES,
  ...LIFE_BASES,
  ...RHYTHM_BASES,
  ...RECTIFICATION_BASES,
  ...RESPONSIBILITY_BASES,
  ...SITE_BASES,
  ...TERM_BASES,
  ...MEMBER_BASES,
  ...QUALITY_BASES,
];
