import type { Base } from '../../domain';
import { latestOrg, placed } from './fragments';

/** Sites and honours at the end of every year since the first of their zone, and on the as-of day. */
const SITES: Base = {
  id: 'sites',
  needs: ['site_honour'],
  uses: ['zone', 'party_org'],
  keys: ['name', 'kind', 'level', 'org_id', 'count', 'valid_from', 'valid_to'],
  sql: `WITH site AS (
    SELECT s.zone, coalesce(o.committee, '') AS committee, coalesce(CAST(s.domain AS VARCHAR), o.domain, '') AS domain,
      CAST(s.kind AS VARCHAR) AS kind, coalesce(CAST(s.level AS VARCHAR), '') AS level, s.org_id, s.name, coalesce(s.count, 1) AS count,
      s.valid_from, s.valid_to, s.file_id, s.source_row
    FROM ${placed('site_honour')} s
    ${latestOrg('s', 's.org_id')}
    WHERE s.kind IS NOT NULL AND s.valid_from IS NOT NULL
  ),
  since AS (SELECT zone, min(valid_from) AS first_day FROM site GROUP BY zone),
  year_end AS (
    SELECT c.last_day AS snapshot FROM calendar c CROSS JOIN as_of d WHERE c.month LIKE '%-12' AND c.last_day <= d.day
    UNION SELECT d.day FROM as_of d WHERE d.day IS NOT NULL
  )
  SELECT s.zone, s.committee, s.domain, CAST(y.snapshot AS VARCHAR) AS period, s.kind, s.level, s.org_id, s.name, s.count,
    CAST(s.valid_from AS VARCHAR) AS valid_from, CAST(s.valid_to AS VARCHAR) AS valid_to,
    s.valid_from <= y.snapshot AND (s.valid_to IS NULL OR s.valid_to >= y.snapshot) AS in_force, s.file_id, s.source_row
  FROM site s
  JOIN since f ON f.zone = s.zone
  JOIN year_end y ON y.snapshot >= f.first_day`,
};

/** Base queries over sites and honours. */
export const SITE_BASES: readonly Base[] = [SITES];
