import type { Base } from '../../domain';
import { existed } from './due-fragments';
import { inForce, placed } from './fragments';

/**
 * One row per committee and period in which it owed an act of the working rhythm. Committees stand right below the zone's
 * work committee and existed the whole period; periods are those of the rule in force on their first day in which the zone has
 * any row of the act, as far as they had ended by the as-of day. A row that says done, of the period or a part of it,
 * satisfies.
 */
export const RHYTHM_DUE: Base = {
  id: 'rhythm-due',
  needs: ['work_record', 'party_org'],
  uses: ['zone'],
  keys: ['target_name', 'target_org_id', 'record_type', 'done'],
  sql: `WITH entry AS (
    SELECT w.zone, CAST(w.record_type AS VARCHAR) AS record_type,
      coalesce(i.org_id, n.org_id, c.org_id) AS org_id, substr(w.period, 1, 7) AS period,
      CASE WHEN coalesce(w.done, w.done_date IS NOT NULL) THEN 1 ELSE 0 END AS done
    FROM ${placed('work_record')} w
    LEFT JOIN org_named i ON i.zone = w.zone AND i.ref = w.target_org_id
    LEFT JOIN org_named n ON n.zone = w.zone AND n.ref = w.target_name
    LEFT JOIN org_named c ON c.zone = w.zone AND c.ref = w.committee
    WHERE CAST(w.record_type AS VARCHAR) IN ('月调度', '季主题', '半年考核') AND w.period IS NOT NULL
  ),
  placed AS (
    SELECT e.*, s.first_day, s.last_day, s.months FROM entry e JOIN span s ON s.period = e.period
  ),
  owed AS (
    SELECT DISTINCT p.zone, p.record_type, s.period, s.first_day, s.last_day
    FROM placed p
    JOIN span s ON s.last_day >= p.first_day AND s.first_day <= p.last_day
    JOIN rule m ON m.rule_id = 'rhythm/' || p.record_type || '/months' AND m.number = s.months
      AND ${inForce('m', 's.first_day')}
    WHERE s.last_day <= (SELECT day FROM as_of)
  ),
  kept AS (
    SELECT p.zone, p.record_type, p.org_id, o.period, max(p.done) AS done
    FROM placed p
    JOIN owed o ON o.zone = p.zone AND o.record_type = p.record_type AND o.first_day <= p.first_day AND o.last_day >= p.last_day
    GROUP BY 1, 2, 3, 4
  ),
  committee_stretch AS (
    SELECT s.* FROM org_stretch s
    LEFT JOIN org_listed p ON p.zone = s.zone AND p.snapshot_date = s.snapshot_date AND p.org_id = s.parent_id
    WHERE s.org_type IN ('党委', '党工委') AND (
      (p.org_type = '党工委' AND p.parent_name IS NULL)
      OR (s.parent_id IS NULL AND (s.parent_name LIKE '%工委%' OR s.parent_name LIKE '%工作委员会%'))
    )
  )
  SELECT c.zone, c.org_name AS committee, c.domain, o.period, o.record_type, c.org_id AS target_org_id,
    c.org_name AS target_name, coalesce(k.done, 0) = 1 AS done, c.file_id, c.source_row
  FROM owed o
  JOIN committee_stretch c ON c.zone = o.zone AND ${existed('c', 'o')}
  LEFT JOIN kept k ON k.zone = o.zone AND k.record_type = o.record_type AND k.period = o.period AND k.org_id = c.org_id`,
};

/** Base queries over the working rhythm of committees. */
export const RHYTHM_BASES: readonly Base[] = [RHYTHM_DUE];
