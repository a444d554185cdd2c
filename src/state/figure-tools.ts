import { type MemberKey, valueText } from '../brief';
import { zoneName } from '../cube';
import { domainShown } from './choices';
import { Drill } from './drill.svelte';
import { Filters } from './filters.svelte';
import type { FigureTools, Workbench } from './workbench.svelte';

/** The tools for a workbench, fetched with the first page of figures. */
export function figureTools(workbench: Workbench): FigureTools {
  const { route, timing, language } = workbench;
  return {
    filters: new Filters(
      route,
      () => workbench.cube,
      () => timing.interaction(),
    ),
    drill: new Drill(route, () => workbench.cube),
    nameOf(key: MemberKey): string {
      const { locale } = language;
      if (key.committee !== undefined) return valueText(key.committee, locale);
      if (key.zone !== undefined) return key.zone === '' ? valueText('', locale) : zoneName(workbench.cube, key.zone);
      return valueText(domainShown(key.domain ?? ''), locale);
    },
  };
}
