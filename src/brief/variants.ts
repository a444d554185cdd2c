import { type Cube, type Selection, categoryParts, rollUp } from '../cube';
import { type Locale, type MetricSpec, type Period, NOT_STATED } from '../domain';
import { partitionText } from './partition';
import { selectionOf } from './ask';
import { awardingText, valueText } from './words';

/** One category of a rate that has several: a scheme, an activity, a kind of letter. They are never added up. */
export interface Variant {
  readonly id: string;
  readonly label: string;
  /** Its denominator in the period asked. */
  readonly weight: number;
}

function labelOf(cube: Cube, metric: MetricSpec, category: string, locale: Locale): string {
  const words = Object.entries(categoryParts(metric, category))
    .filter(([, value]) => value !== NOT_STATED)
    .map(([name, value]) => {
      if (name === 'scheme') return partitionText(cube, { scheme: value, awarding: '' }, locale);
      return name === 'awarding' ? awardingText(value, locale) : valueText(value, locale);
    });
  return words.length === 0 ? valueText(NOT_STATED, locale) : words.join(' · ');
}

/** The categories of a rate that weigh something in a period, the largest first; none where the rate has no categories. */
export function variantsOf(
  cube: Cube,
  metric: MetricSpec,
  period: Period,
  selection: Selection,
  locale: Locale,
): Variant[] {
  if (metric.kind !== 'rate' || metric.categoryParts === undefined) return [];
  return rollUp(cube, {
    metric: metric.id,
    by: ['category'],
    periods: [period],
    ...selectionOf({ ...selection, categories: [] }),
  })
    .filter((group) => (group.denominator ?? 0) > 0)
    .map((group) => ({
      id: group.category ?? '',
      label: labelOf(cube, metric, group.category ?? '', locale),
      weight: group.denominator ?? 0,
    }))
    .sort((a, b) => b.weight - a.weight || a.id.localeCompare(b.id));
}
