/* Pieces of SQL that base queries share. They keep to what DuckDB and the large distributed engines share. */

/** The table of every written name of a zone and the zone it counts for. */
export const ZONE_ALIAS_TABLE = 'CREATE TABLE IF NOT EXISTS zone_alias (alias VARCHAR, zone_id VARCHAR)';

/** Zones are given by code or by one of their names; what no file wrote in a row is known from the register alone. */
export const ZONE_ALIAS = `SELECT alias, zone_id FROM zone_alias
    UNION ALL SELECT alias, zone_id FROM (SELECT zone_id AS alias, zone_id FROM zone WHERE zone_id IS NOT NULL
      UNION SELECT zone_name, coalesce(zone_id, zone_name) FROM zone WHERE zone_name IS NOT NULL) registered
    WHERE alias NOT IN (SELECT alias FROM zone_alias)`;

/** SQL text for the zone of a row joined to ZONE_ALIAS as `a`; '' where it is not stated. */
export const zoneOf = (row: string): string => `coalesce(a.zone_id, ${row}.zone_id, '')`;

/** The join that says who a row's organisation is where its list gives no code, or writes the name in another way than before. */
export const knownAs = (row: string): string =>
  `LEFT JOIN org_known_as k ON k.zone = coalesce(a.zone_id, ${row}.zone_id) AND k.written = ${row}.org_name AND ${row}.org_id IS NULL`;

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
  `CASE WHEN regexp_matches(CAST(${sql} AS VARCHAR), '[\uff01-\uff5e${NAME_SPACES}]') THEN ${spelledAlike(sql)} ELSE CAST(${sql} AS VARCHAR) END`;

/** SQL for a text as names are compared: brackets, letters and figures of one width, no white space. Nothing else is taken for alike. */
export const spelledAlike = (sql: string): string =>
  `translate(CAST(${sql} AS VARCHAR), '${WIDE}${NAME_SPACES}', '${NARROW}')`;
