import { type Ask, type Facts, factsOf } from '../../brief';
import type { Cube } from '../../cube';
import { METRICS, goesByScheme } from '../../model';
import { PAGE_NAMES, type Page, pageOfMetric, pageRecord } from '../../state';

/** The rates of the families of a page, as far as the zone has them. */
export interface FamilyRates {
  readonly page: Page;
  readonly rates: readonly Facts[];
}

/** Rates that are one figure: what goes by scheme is never added up and stands on its own page. */
const RATES = METRICS.filter((metric) => metric.kind === 'rate' && !goesByScheme(metric));

/** Every page with families, and what of their rates is known in the selection. */
export function familiesOf(cube: Cube, ask: Omit<Ask, 'metric'>): FamilyRates[] {
  return PAGE_NAMES.filter((page) => pageRecord(page).families !== undefined).map((page) => ({
    page,
    rates: RATES.filter((metric) => pageOfMetric(metric) === page)
      .map((metric) => factsOf(cube, { ...ask, metric: metric.id }))
      .filter(({ rate }) => rate !== null),
  }));
}
