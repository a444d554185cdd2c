import type { Base } from '../../domain';
import { knownAs, latestOrg, orgOf, placed } from './fragments';
import { bareLabelOf, gradeSchemeOf, schemeRank, versionOf } from './grade-scheme';

/*
 * Gradings and lists of weak organisations. A label has a rank only inside its scheme, by the rules in force
 * when the cycle ended; a label no rule knows has none. 一般 is the middle of three grades and the third of four.
 */

const listed = (kind: string): string => `
  listed AS (
    SELECT g.zone, coalesce(g.committee, o.committee, '') AS committee,
      coalesce(CAST(g.domain AS VARCHAR), o.domain, '') AS domain, g.cycle AS period, s.last_day,
      ${gradeSchemeOf('g')} AS scheme, ${versionOf('g')} AS version, ${orgOf('g')} AS org, g.org_id,
      coalesce(g.org_name, g.org_id) AS org_name, g.grade_label, ${bareLabelOf('g')} AS bare_label, g.grade_rank AS stated_rank,
      g.score_self, g.score_mass, g.score_superior, g.score_total, g.satisfaction,
      CAST(g.turnaround AS VARCHAR) AS turnaround, g.file_id, g.source_row
    FROM ${placed('grading')} g
    ${latestOrg('g')}
    ${knownAs('g')}
    LEFT JOIN span s ON s.period = g.cycle
    WHERE g.cycle IS NOT NULL AND CAST(g.kind AS VARCHAR) = '${kind}'
  )`;

const GRADED = `${schemeRank('listed')},
  scheme_lowest AS (SELECT scheme, period, max(rank) AS lowest FROM scheme_rank GROUP BY scheme, period),
  graded AS (
    SELECT l.*, w.lowest,
      CASE WHEN l.stated_rank IS NULL THEN coalesce(r.rank, b.rank) WHEN l.stated_rank >= 1 AND l.stated_rank <= coalesce(w.lowest, l.stated_rank)
        THEN l.stated_rank END AS rank
    FROM listed l
    LEFT JOIN scheme_lowest w ON w.scheme = l.scheme AND w.period = l.period
    LEFT JOIN scheme_rank r ON r.scheme = l.scheme AND r.period = l.period AND r.label = l.grade_label
    LEFT JOIN scheme_rank b ON b.scheme = l.scheme AND b.period = l.period AND b.label = l.bare_label
  ),
  held AS (
    SELECT zone, scheme, version, period,
      lag(period) OVER (PARTITION BY zone, scheme, version ORDER BY last_day NULLS LAST, length(period) DESC NULLS LAST, period NULLS LAST) AS cycle_before
    FROM (SELECT DISTINCT zone, scheme, version, period, last_day FROM graded) cycles
  ),
  known AS (
    SELECT zone, scheme, version, period, org, min(rank) AS rank FROM graded WHERE rank IS NOT NULL
    GROUP BY zone, scheme, version, period, org HAVING min(rank) = max(rank)
  )`;

/** Organisations in a grading cycle, with the rank of the zone's cycle before under the same scheme and standard. */
const GRADINGS: Base = {
  id: 'gradings',
  needs: ['grading'],
  uses: ['zone', 'party_org'],
  keys: [
    'org_name',
    'org_id',
    'scheme',
    'version',
    'grade_label',
    'grade_rank',
    'previous_rank',
    'score_self',
    'score_mass',
    'score_superior',
    'score_total',
    'satisfaction',
  ],
  sql: `WITH ${listed('分类定级')}, ${GRADED}
  SELECT g.zone, g.committee, g.domain, g.period, g.scheme, g.version, g.org_id, g.org_name, g.grade_label,
    CAST(g.rank AS BIGINT) AS grade_rank, CAST(k.rank AS BIGINT) AS previous_rank, CAST(g.lowest AS BIGINT) AS lowest,
    g.score_self, g.score_mass, g.score_superior, g.score_total, g.satisfaction, g.file_id, g.source_row
  FROM graded g
  LEFT JOIN held h ON h.zone = g.zone AND h.scheme = g.scheme AND h.version = g.version AND h.period = g.period
  LEFT JOIN known k ON k.zone = g.zone AND k.scheme = g.scheme AND k.version = g.version AND k.period = h.cycle_before AND k.org = g.org`,
};

/** Organisations listed as weak in a cycle (软弱涣散), turned around or not. */
const WEAK: Base = {
  id: 'weak',
  needs: ['grading'],
  uses: ['zone', 'party_org'],
  keys: ['org_name', 'org_id', 'turnaround', 'satisfaction'],
  sql: `WITH ${listed('软弱涣散')}
  SELECT zone, committee, domain, period, org_id, org_name, turnaround, satisfaction, file_id, source_row FROM listed`,
};

/** Base queries over gradings. */
export const GRADING_BASES: readonly Base[] = [GRADINGS, WEAK];
