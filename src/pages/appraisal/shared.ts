import { type Ask, type Standard, categoriesOf, standardText } from '../../brief';
import type { Cube } from '../../cube';
import { getWorkbench } from '../../state';

/** What every figure of the page is given: the reader's question and the standard it is asked under. */
export interface Under {
  readonly ask: Omit<Ask, 'metric'>;
  readonly standard: Standard;
}

/** The question for a metric under a standard: only its categories, or one that nothing answers. */
export function askUnder(cube: Cube, metric: string, { ask, standard }: Under): Ask {
  const categories = categoriesOf(cube, metric, standard.id);
  return { ...ask, metric, categories: categories.length === 0 ? [standard.id] : categories };
}

/** The standard in the language of the page. */
export function useStandardText(): (standard: Standard) => string {
  const workbench = getWorkbench();
  return (standard) => standardText(workbench.cube, standard, workbench.language.locale);
}
