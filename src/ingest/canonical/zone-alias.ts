/** SQL for the zone each other way of writing one stands for: `alias`, `zone`. */
export const ZONE_OF_ALIAS = '(SELECT alias, min(zone_id) AS zone FROM zone_alias GROUP BY alias)';
