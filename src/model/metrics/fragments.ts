/* Pieces of SQL that base queries share. They keep to what DuckDB and the large distributed engines share. */

/** The table of every written name of a zone and the zone it counts for. */
export const ZONE_ALIAS_TABLE = 'zone_alias (alias VARCHAR, zone_id VARCHAR)';

/**
 * Every name of a zone and the zone it counts for: zones are given by code or by one of their names. What no file wrote in a row is known
 * from the register alone, and a name that two zones of the register have names neither.
 */
export const ZONE_NAMED = `SELECT alias, zone_id FROM zone_alias
    UNION ALL SELECT alias, min(zone_id) AS zone_id FROM (SELECT zone_id AS alias, zone_id FROM zone WHERE zone_id IS NOT NULL
      UNION SELECT zone_name, coalesce(zone_id, zone_name) FROM zone WHERE zone_name IS NOT NULL) registered
    WHERE alias NOT IN (SELECT alias FROM zone_alias) GROUP BY alias HAVING min(zone_id) = max(zone_id)`;

/** Every month, quarter, half-year and year of the calendar with its first and last day and its length in months. */
export const SPAN = `SELECT month AS period, first_day, last_day, 1 AS months FROM calendar
    UNION ALL SELECT quarter, min(first_day), max(last_day), 3 FROM calendar GROUP BY quarter
    UNION ALL SELECT half, min(first_day), max(last_day), 6 FROM calendar GROUP BY half
    UNION ALL SELECT year, min(first_day), max(last_day), 12 FROM calendar GROUP BY year`;

/** The rows of a table with `zone`: the zone each counts for, '' where it states none. */
export const placed = (table: string): string =>
  `(SELECT coalesce(z.zone_id, t.zone_id, '') AS zone, t.* FROM ${table} t LEFT JOIN zone_named z ON z.alias = t.zone_id)`;

/** The lowest level a list of honours may have: what holds any lower, or unrated organisations, is a rating of all. */
const LOWEST_HONOURED = 3;

/** SQL boolean: the row of a star rating, placed, is of a list of those honoured only. */
export const isHonours = (row: string): string =>
  `coalesce(${row}.partial, FALSE)
      AND min(coalesce(${row}.star_level, 0)) OVER (PARTITION BY ${row}.zone, ${row}.file_id, ${row}.cycle) >= ${LOWEST_HONOURED}`;

/** The join of a placed row to the last committee and domain of its organisation, as `o`. */
export const latestOrg = (row: string, ref = `coalesce(${row}.org_id, ${row}.org_name)`): string =>
  `LEFT JOIN latest_org o ON o.zone = ${row}.zone AND o.ref = ${ref}`;

/** SQL boolean: a version of a rule was in force on a day. */
export const inForce = (rule: string, day: string): string =>
  `(${rule}.valid_from IS NULL OR ${rule}.valid_from <= ${day}) AND (${rule}.valid_to IS NULL OR ${rule}.valid_to >= ${day})`;

/** The order of rows that say the same, or of which the first, or the last, is taken: as they stand in their files. Windows end in it. */
export const asFiled = (row: string): string => `${row}.file_id NULLS LAST, ${row}.source_row NULLS LAST`;
export const lastFiled = (row: string): string => `${row}.file_id DESC NULLS LAST, ${row}.source_row DESC NULLS LAST`;

/** The join that says who a placed row's organisation is where its list gives no code, or writes the name in another way than before. */
export const knownAs = (row: string): string =>
  `LEFT JOIN org_known_as k ON k.zone = ${row}.zone AND k.written = CASE WHEN ${row}.org_id IS NULL THEN ${row}.org_name END`;

/** SQL text for the organisation of a row joined by {@link knownAs}: one text however it is written at one time or another. */
export const orgOf = (row: string): string => `coalesce(${row}.org_id, k.org, ${row}.org_name)`;

/**
 * What the lists of the loaded files do not state: a row for each column a table of a file lacks, with the value taken for it,
 * NULL where none is. Written as files are read.
 */
export const UNSTATED_TABLE =
  'unstated (table_id VARCHAR, column_id VARCHAR, taken VARCHAR, source VARCHAR, file_id INTEGER)';

/** White space as names have it by chance, for SQL text. */
export const NAME_SPACES = ' \t\r\n\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff';

/** Full-width signs as they stand for ASCII ones. */
const WIDE = Array.from({ length: 94 }, (_, at) => String.fromCodePoint(0xff01 + at)).join('');
const NARROW = Array.from({ length: 94 }, (_, at) => String.fromCodePoint(0x21 + at))
  .join('')
  .replace("'", "''");

/** As {@link spelledAlike}, quicker where few texts change: the database builds its table of signs anew for every text. */
export const spelledSoon = (sql: string): string =>
  `CASE WHEN regexp_replace(CAST(${sql} AS VARCHAR), '[\uff01-\uff5e${NAME_SPACES}]', '') <> CAST(${sql} AS VARCHAR)
    THEN ${spelledAlike(sql)} ELSE CAST(${sql} AS VARCHAR) END`;

/** SQL for a text as names are compared: brackets, letters and figures of one width, no white space. Nothing else is taken for alike. */
export const spelledAlike = (sql: string): string =>
  `translate(CAST(${sql} AS VARCHAR), '${WIDE}${NAME_SPACES}', '${NARROW}')`;
