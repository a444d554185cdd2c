import type { MemberKey } from '../brief';
import { Drill } from './drill.svelte';
import { Filters } from './filters.svelte';
import { namesIn } from './names';
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
    nameOf: (key: MemberKey): string => namesIn(workbench.cube, language.locale)(key),
  };
}
