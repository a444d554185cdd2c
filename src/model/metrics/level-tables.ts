import { BESIDE_GRADES, BESIDE_LEVELS, STAR_LEVELS } from '../tables/level-count';
import { isHonours, placed } from './fragments';
import { bareLabelOf, gradeSchemeOf, schemeRank, versionOf } from './grade-scheme';

/*
 * Levels in counts (五星级 3, 四星级 12 …), as populations and checks read them: a row a level, with how far what its zone reports of the cycle can be
 * relied on. A level left blank is unknown, unless a sum shows that it is nought.
 */

const quoted = (text: string): string => `'${text}'`;
const { unrated, fresh, vetoed, total, rated, due, ungraded, graded, listed } = BESIDE_LEVELS;

const STAR_OF = `CASE CAST(s.level AS VARCHAR) ${STAR_LEVELS.map((level, at) => `WHEN ${quoted(level)} THEN ${at}`).join(' ')} END`;

/** Stars in counts, row by row. A row whose level says nothing (未定星) is of those not rated. */
const STARS_TOLD = `told AS (
    SELECT s.zone, coalesce(s.committee, '') AS committee, coalesce(CAST(s.domain AS VARCHAR), '') AS domain, s.cycle AS period, p.last_day,
      coalesce(s.scheme_id, '') AS scheme, coalesce(CAST(s.awarding_level AS VARCHAR), '') AS part, '' AS kind, CAST(NULL AS BIGINT) AS lowest,
      coalesce(CAST(s.level AS VARCHAR), ${quoted(unrated)}) AS label, ${STAR_OF} AS place, CAST(${STAR_OF} AS VARCHAR) AS mark, s.org_number AS number, s.share, coalesce(s.partial, FALSE) AS partial,
      s.file_id, s.source_row
    FROM ${placed('star_count')} s LEFT JOIN span p ON p.period = s.cycle WHERE s.cycle IS NOT NULL
  )`;

/** What stands beside grades, as every export writes it. */
const BESIDE_OF = `CASE g.grade_label ${[...BESIDE_GRADES].map(([word, id]) => `WHEN ${quoted(word)} THEN ${quoted(id)}`).join(' ')} ELSE g.grade_label END`;

/** Grades in counts, row by row, each with its rank by the rules in force at the end of its cycle. */
const GRADES_TOLD = `counted AS (
    SELECT g.zone, coalesce(g.committee, '') AS committee, coalesce(CAST(g.domain AS VARCHAR), '') AS domain, g.cycle AS period, p.last_day,
      ${gradeSchemeOf('g')} AS scheme, ${versionOf('g')} AS part, CAST(g.kind AS VARCHAR) AS kind,
      coalesce(${BESIDE_OF}, ${quoted(ungraded)}) AS label, ${bareLabelOf('g')} AS bare_label, g.org_number AS number, g.share, coalesce(g.partial, FALSE) AS partial, g.file_id, g.source_row
    FROM ${placed('grade_count')} g LEFT JOIN span p ON p.period = g.cycle WHERE g.cycle IS NOT NULL
  ),
  ${schemeRank('counted')},
  scheme_lowest AS (SELECT scheme, period, max(rank) AS lowest FROM scheme_rank GROUP BY scheme, period),
  told AS (
    SELECT c.zone, c.committee, c.domain, c.period, c.last_day, c.scheme, c.part, c.kind, CAST(w.lowest AS BIGINT) AS lowest, c.label,
      CAST(coalesce(r.rank, b.rank) AS BIGINT) AS place, c.bare_label AS mark, c.number, c.share, c.partial, c.file_id, c.source_row
    FROM counted c
    LEFT JOIN scheme_lowest w ON w.scheme = c.scheme AND w.period = c.period
    LEFT JOIN scheme_rank r ON r.scheme = c.scheme AND r.period = c.period AND r.label = c.label
    LEFT JOIN scheme_rank b ON b.scheme = c.scheme AND b.period = c.period AND b.label = c.bare_label
  )`;

/** Rows of organisations that counts of the same cycle give way to: by zone, day, kind, scheme and body. A list of those honoured is none of all. */
const STARS_LISTED = `listed AS (
    SELECT zone, last_day, scheme, part, '' AS kind, mark, count(*) AS number FROM (
      SELECT s.zone, p.last_day, CAST(s.star_level AS VARCHAR) AS mark, coalesce(s.scheme_id, '') AS scheme, coalesce(CAST(s.awarding_level AS VARCHAR), '') AS part,
        ${isHonours('s')} AS honours
      FROM ${placed('star_rating')} s LEFT JOIN span p ON p.period = s.cycle WHERE s.cycle IS NOT NULL
    ) rated WHERE NOT honours GROUP BY zone, last_day, scheme, part, mark
  )`;

const GRADES_LISTED = `listed AS (
    SELECT zone, last_day, scheme, part, kind, mark, count(*) AS number FROM (
      SELECT g.zone, p.last_day, ${gradeSchemeOf('g')} AS scheme, ${versionOf('g')} AS part, CAST(g.kind AS VARCHAR) AS kind, ${bareLabelOf('g')} AS mark
      FROM ${placed('grading')} g LEFT JOIN span p ON p.period = g.cycle WHERE g.cycle IS NOT NULL
    ) graded GROUP BY zone, last_day, scheme, part, kind, mark
  )`;

interface Words {
  readonly unrated: string;
  readonly rated: string;
  readonly due: string;
  /** Who has no level and was to be rated all the same, and who was not. */
  readonly alsoDue: readonly string[];
  readonly notDue: readonly string[];
}

const BODY = ['zone', 'committee', 'domain', 'period', 'scheme', 'part', 'kind'];
const alike = (one: string, other: string): string => BODY.map((id) => `${one}.${id} = ${other}.${id}`).join(' AND ');
/** Nothing tells two apart of which one does not say whose it is. */
const either = (id: string): string => `(l.${id} = c.${id} OR l.${id} = '' OR c.${id} = '')`;
const SAME_CYCLE = `l.zone = c.zone AND l.last_day = c.last_day AND l.kind = c.kind AND ${either('scheme')} AND ${either('part')}`;
const among = (labels: readonly string[]): string => `label IN (${labels.map(quoted).join(', ')})`;

/**
 * Rows of levels with `known`: how many have each level is told, and no sum says otherwise; `rated_part` and `due_part`: what a row adds to those
 * rated and those who were to be, with `rate_known`; and whether rows of organisations, or finer counts, stand in their place.
 */
const levelCounts = (told: string, rows: string, words: Words): string => {
  const sums = [total, words.rated, words.due];
  const without = [words.unrated, ...words.alsoDue];
  const level = `NOT ${among([...sums, ...without, ...words.notDue])}`;
  const only = (label: string): string => `max(CASE WHEN label = ${quoted(label)} THEN number END)`;
  return `WITH ${told},
  ${rows},
  body AS (
    SELECT ${BODY.join(', ')},
      coalesce(sum(CASE WHEN ${level} THEN number END), 0) AS in_levels, coalesce(sum(CASE WHEN NOT ${among(sums)} THEN number END), 0) AS in_all,
      coalesce(sum(CASE WHEN ${among(without)} THEN number END), 0) AS without_level,
      max(CASE WHEN ${level} AND number IS NULL THEN 1 ELSE 0 END) AS holes, max(CASE WHEN NOT ${among(sums)} AND number IS NULL THEN 1 ELSE 0 END) AS any_holes,
      max(CASE WHEN ${level} AND place IS NULL AND coalesce(number, 1) > 0 THEN 1 ELSE 0 END) AS strange,
      ${only(total)} AS stated_total, ${only(words.rated)} AS stated_rated, ${only(words.due)} AS stated_due, ${only(words.unrated)} AS stated_unrated,
      max(CASE WHEN partial THEN 1 ELSE 0 END) AS partial
    FROM told GROUP BY ${BODY.join(', ')}
  ),
  sure AS (
    SELECT *, strange = 0 AND partial = 0 AND coalesce(stated_rated = in_levels, TRUE)
        AND (holes = 0 OR coalesce(stated_rated = in_levels, FALSE) OR coalesce(stated_total = in_all, FALSE)) AS known,
      coalesce(stated_rated, in_levels) AS rated_number
    FROM body
  ),
  owed AS (
    SELECT *, coalesce(stated_due, CASE WHEN stated_unrated IS NOT NULL THEN rated_number + without_level END) AS due_number FROM sure
  )
  SELECT c.*, o.known, o.in_levels, o.in_all, o.any_holes, o.stated_total, o.stated_rated, o.stated_due, o.stated_unrated, o.strange,
    CASE WHEN ${level} THEN 1 ELSE 0 END AS is_level,
    max(CASE WHEN ${level} THEN c.place END) OVER (PARTITION BY c.file_id, c.period) AS top,
    min(CASE WHEN ${level} THEN c.place END) OVER (PARTITION BY c.file_id, c.period) AS bottom,
    (o.known OR (o.stated_rated IS NOT NULL AND o.partial = 0)) AND o.rated_number <= o.due_number
      AND (o.stated_due IS NOT NULL OR o.stated_total = o.in_levels OR o.due_number <= coalesce(o.stated_total, o.due_number)) AS rate_known,
    CASE WHEN o.stated_rated IS NOT NULL THEN CASE WHEN c.label = ${quoted(words.rated)} THEN c.number ELSE 0 END
      WHEN ${level} THEN coalesce(c.number, 0) ELSE 0 END AS rated_part,
    CASE WHEN o.stated_due IS NOT NULL THEN CASE WHEN c.label = ${quoted(words.due)} THEN c.number ELSE 0 END
      WHEN c.label = ${quoted(words.rated)} OR (o.stated_rated IS NULL AND ${level}) OR ${among(without)}
        THEN coalesce(c.number, 0) ELSE 0 END AS due_part,
    EXISTS (SELECT 1 FROM listed l WHERE ${SAME_CYCLE}) AS beside_rows,
    (SELECT sum(l.number) FROM listed l WHERE ${SAME_CYCLE} AND l.mark = c.mark) AS listed_number,
    EXISTS (SELECT 1 FROM body f WHERE f.zone = c.zone AND f.period = c.period AND f.scheme = c.scheme AND f.part = c.part AND f.kind = c.kind AND (
      (c.committee = '' AND f.committee <> '' AND (c.domain = '' OR f.domain = c.domain))
      OR (c.domain = '' AND f.domain <> '' AND f.committee = c.committee))) AS beside_finer
  FROM told c JOIN owed o ON ${alike('o', 'c')}`;
};

const STAR_COUNTED = levelCounts(STARS_TOLD, STARS_LISTED, { unrated, rated, due, alsoDue: [vetoed], notDue: [fresh] });
const GRADE_COUNTED = levelCounts(GRADES_TOLD, GRADES_LISTED, {
  unrated: ungraded,
  rated: graded,
  due: listed,
  alsoDue: [],
  notDue: [],
});

/** Levels in counts as populations read them. */
export const LEVEL_TABLES = [
  { id: 'star_counted', sql: STAR_COUNTED, from: ['star_count'] },
  { id: 'grade_counted', sql: GRADE_COUNTED, from: ['grade_count'] },
] as const;
