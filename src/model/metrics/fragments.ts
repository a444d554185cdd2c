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
