import { latestOrg, placed } from './fragments';
import { countsAsUnit, operatingJoins, operatingOf } from './units';

/*
 * Coverage in counts, as populations and checks read it. A count row does not say by itself what its 已建数 is a part of: of the units
 * required (beside 应建数) or of all. What agrees with the rates and remainders of its file decides.
 */

/** How far a rate may lie from its counts: as it was written, rounded or cut. */
const TOLERANCE = `CASE WHEN abs(rate * 100 - round(rate * 100)) < 1e-9 THEN 0.0101
      WHEN abs(rate * 1000 - round(rate * 1000)) < 1e-9 THEN 0.00101 ELSE 0.000101 END`;

const near = (numerator: string, denominator: string): string =>
  `coalesce(${denominator} > 0 AND abs(rate - CAST(${numerator} AS DOUBLE) / nullif(${denominator}, 0)) <= tolerance, FALSE)`;

/** Each row of `coverage_count` with what its file says for one reading of 已建数 or the other. */
const VOTED = `SELECT *,
      CASE WHEN ${near('built', 'due')} AND NOT ${near('built', 'units')} THEN 1 ELSE 0 END
        + CASE WHEN built + not_built = due AND due < units THEN 1 ELSE 0 END
        + CASE WHEN built + due_not_built = due AND due < units THEN 1 ELSE 0 END AS for_due,
      CASE WHEN ${near('built', 'units')} AND NOT ${near('built', 'due')} THEN 1 ELSE 0 END
        + CASE WHEN built + not_built = units AND due < units THEN 1 ELSE 0 END
        + CASE WHEN built + due_not_built > due THEN 1 ELSE 0 END AS for_all
    FROM (SELECT *, ${TOLERANCE} AS tolerance FROM coverage_count) rated`;

/**
 * Each row of `coverage_count` with `reading`: what 已建数 is a part of, `due` or `all`. `assumed` where nothing in the file
 * tells and it stands beside 应建数.
 */
const COUNT_READING = `SELECT *,
      CASE WHEN due IS NULL OR due_built IS NOT NULL THEN 'all'
        WHEN all_votes > due_votes OR (due_votes = 0 AND 2 * over_due >= rows_with_both) THEN 'all' ELSE 'due' END AS reading,
      due IS NOT NULL AND due_built IS NULL AND built IS NOT NULL AND all_votes + due_votes = 0 AND coalesce(due <> units, TRUE) AS assumed
    FROM (SELECT *, sum(for_due) OVER file AS due_votes, sum(for_all) OVER file AS all_votes,
        sum(CASE WHEN built > due THEN 1 ELSE 0 END) OVER file AS over_due,
        sum(CASE WHEN built IS NOT NULL AND due IS NOT NULL THEN 1 ELSE 0 END) OVER file AS rows_with_both
      FROM (${VOTED}) voted WINDOW file AS (PARTITION BY file_id)) counted`;

const withoutParty = (name: string): string =>
  `regexp_replace(regexp_replace(${name}, '^中共', ''), '(两新)?(党工委|工作委员会|委员会|党委|工委|党总支|党支部|党组织)$', '')`;
/** What is left of the name of a street or its committee, to find the same one in a list and in a table of counts. */
const stemOf = (name: string): string =>
  `regexp_replace(${withoutParty(name)}, '(街道办事处|街道办|办事处|街道|镇|乡|片区|社区)$', '')`;
const PLACE_ENDING = '(街道办事处|街道办|街道|镇|乡|街|片区|片|社区|网格|组团|村)$';
/** Whether a pattern is found is told by what is left without it: databases share no other word for it. */
const kindOf = (name: string): string => `CASE
      WHEN regexp_replace(${withoutParty(name)}, '${PLACE_ENDING}', '') <> ${withoutParty(name)} THEN 'place'
      WHEN ${withoutParty(name)} <> ${name} THEN 'body' END`;

/**
 * Rows of units in the months that counts are of, added up by committee on the last day of each month: what the counts give way to
 * and are held against. A list none of whose rows counts (names of those without an organisation) takes nothing's place.
 */
const COVERAGE_LISTED = `WITH unit AS (
    SELECT u.zone, coalesce(u.committee, o.committee, '') AS committee, u.month, u.day, u.units, u.mode, u.instructor, u.told, u.members
    FROM ${placed(`(
      SELECT zone_id, committee, org_id, substr(CAST(snapshot_date AS VARCHAR), 1, 7) AS month, CAST(snapshot_date AS VARCHAR) AS day,
        CASE WHEN ${countsAsUnit(operatingOf('r'))} THEN 1 ELSE 0 END AS units,
        CAST(coverage_mode AS VARCHAR) AS mode, CASE WHEN instructor THEN 1 ELSE 0 END AS instructor,
        CASE WHEN instructor IS NULL THEN 0 ELSE 1 END AS told, members
      FROM unit_coverage r ${operatingJoins('r')}
      WHERE substr(CAST(snapshot_date AS VARCHAR), 1, 7) IN (SELECT substr(CAST(snapshot_date AS VARCHAR), 1, 7) FROM coverage_count)
    )`)} u
    ${latestOrg('u', 'u.org_id')}
  ),
  latest AS (SELECT zone, month, max(day) AS day FROM unit GROUP BY zone, month)
  SELECT u.zone, u.committee, u.month, u.day, ${stemOf('u.committee')} AS stem, ${kindOf('u.committee')} AS kind,
    sum(u.units) AS units, sum(CASE WHEN u.mode LIKE '单独%' OR u.mode IN ('联合支部', '已建-未注明') THEN u.units ELSE 0 END) AS built,
    sum(CASE WHEN u.mode LIKE '单独%' THEN u.units ELSE 0 END) AS alone, sum(CASE WHEN u.mode = '联合支部' THEN u.units ELSE 0 END) AS joint,
    sum(CASE WHEN u.mode = '已建-未注明' THEN u.units ELSE 0 END) AS formless,
    sum(u.instructor * u.units) AS instructors, max(u.told) AS told
  FROM unit u JOIN latest l ON l.zone = u.zone AND l.day = u.day
  GROUP BY 1, 2, 3, 4
  HAVING sum(u.units) > 0 OR count(u.members) > 0`;

/**
 * Counts with the zone they are of and whether they stand: not where the zone has rows of units of the same month for the same
 * committee, nor where nothing tells which of them its rows are of; and not beside counts of the same that go further into detail.
 * Beside rows of other committees they are of the day of those rows: together they are one snapshot.
 */
const COVERAGE_COUNTED = `WITH read_count AS (
    SELECT r.zone, coalesce(r.committee, '') AS committee, coalesce(CAST(r.unit_kind AS VARCHAR), '') AS domain,
      CAST(r.snapshot_date AS VARCHAR) AS day, substr(CAST(r.snapshot_date AS VARCHAR), 1, 7) AS month,
      CASE WHEN r.reading = 'all' THEN coalesce(r.units, r.built + r.not_built) ELSE r.units END AS units,
      CASE WHEN r.reading = 'all' OR r.due = r.units THEN r.built END AS built,
      coalesce(r.due, r.due_built + r.due_not_built) AS due,
      coalesce(r.due_built, CASE WHEN r.reading = 'due' OR r.due = r.units THEN r.built END, r.due - r.due_not_built) AS due_built,
      CASE WHEN r.reading = 'all' OR r.due = r.units THEN r.alone END AS alone,
      CASE WHEN r.reading = 'all' OR r.due = r.units THEN r.joint END AS joint,
      r.covered, r.instructors, r.members, r.rate, r.tolerance, r.reading, r.assumed, r.file_id, r.source_row
    FROM ${placed(`(${COUNT_READING})`)} r
    WHERE r.snapshot_date IS NOT NULL
  ),
  snapshot AS (SELECT zone, month, max(day) AS day FROM coverage_listed GROUP BY zone, month),
  count_by AS (
    SELECT c.*, ${stemOf('committee')} AS stem, ${kindOf('committee')} AS kind, coalesce(s.day, c.day) AS period
    FROM read_count c LEFT JOIN snapshot s ON s.zone = c.zone AND s.month = c.month
  )
  SELECT c.*,
    EXISTS (SELECT 1 FROM coverage_listed l WHERE l.zone = c.zone AND l.month = c.month AND l.committee <> '' AND l.stem = c.stem) AS same_committee,
    EXISTS (SELECT 1 FROM coverage_listed l WHERE l.zone = c.zone AND l.month = c.month
      AND (l.committee = '' OR c.committee = '' OR l.stem = c.stem OR l.kind <> c.kind)) AS beside_rows,
    EXISTS (SELECT 1 FROM count_by f WHERE f.zone = c.zone AND f.period = c.period AND (
      (c.committee = '' AND f.committee <> '' AND (c.domain = '' OR f.domain = c.domain))
      OR (c.domain = '' AND f.domain <> '' AND f.committee = c.committee))) AS beside_finer
  FROM count_by c`;

/** Coverage in counts as populations read it; from the tables of the hierarchy. */
export const COUNT_TABLES = [
  { id: 'coverage_listed', sql: COVERAGE_LISTED, from: ['coverage_count'] },
  { id: 'coverage_counted', sql: COVERAGE_COUNTED, from: ['coverage_count'] },
] as const;
