import { oneZone, periodText } from '../brief';
import { zoneName } from '../cube';
import { statedOf } from '../domain';
import type { Workbench } from '../state';

/** Whose figures the page shows: the one zone by its name, several by their number. */
export function zonesText({ filters, cube, language }: Workbench): string {
  const { zones, defaultZones } = filters;
  const only = oneZone(filters);
  if (only !== null) return zoneName(cube, only);
  const all = zones.length === defaultZones.length && zones.every((zone) => defaultZones.includes(zone));
  return language.t(all ? 'zones.all' : 'zones.some', { count: statedOf(zones).length });
}

/** What a page of figures was asked for: whose figures, of which period. */
export const askedText = (workbench: Workbench): readonly string[] => [
  zonesText(workbench),
  periodText(workbench.filters.period, workbench.language.locale),
];
