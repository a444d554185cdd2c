import { type Cube, type Group, type Selection, categoryParts, cellsOf, rollUp } from '../cube';
import { type Locale, type Period, joinCategory } from '../domain';
import { metricById, schemeById } from '../model';
import { selectionOf } from './ask';
import { gradeSchemeText } from './grades';
import { awardingText } from './words';

/** A scheme and who awards under it: stars of two partitions are never added up. */
export interface Partition {
  readonly id: string;
  readonly scheme: string;
  readonly awarding: string;
  /** How many organisations it rates in the period asked. */
  readonly count: number;
}

/** The partitions of a metric of stars or grades that have rated organisations in a period, largest first. */
export function partitionsOf(cube: Cube, metric: string, period: Period, selection: Selection): Partition[] {
  const groups = rollUp(cube, {
    metric,
    by: ['category'],
    periods: [period],
    ...selectionOf({ ...selection, categories: [] }),
  });
  const counts = new Map<string, Partition>();
  for (const group of groups) {
    if (group.category === undefined || group.category === '') continue;
    const parts = categoryParts(metricById(metric), group.category);
    const { scheme = '', awarding = '' } = parts;
    // Grades have no awarding body: their scheme alone is the partition.
    const id = 'awarding' in parts ? joinCategory(scheme, awarding) : scheme;
    counts.set(id, {
      id,
      scheme,
      awarding,
      count: (counts.get(id)?.count ?? 0) + (group.denominator ?? group.numerator),
    });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
}

/** A partition in words: 五级评定办法 · 区级评定. */
export function partitionText(cube: Cube, partition: Pick<Partition, 'scheme' | 'awarding'>, locale: Locale): string {
  const named = schemeById(cube, partition.scheme)?.label[locale] ?? gradeSchemeText(cube, partition.scheme, locale);
  const scheme = named !== '' ? named : locale === 'zh' ? '未注明评定办法' : 'scheme not stated';
  return partition.awarding === '' ? scheme : `${scheme} · ${awardingText(partition.awarding, locale)}`;
}

/** The categories of a metric that belong to a partition and have cells. */
export function categoriesOf(cube: Cube, metric: string, partition: string): string[] {
  const found = new Set<string>();
  for (const { category } of cellsOf(cube, metric, 'zones'))
    if (category === partition || category.startsWith(`${partition}|`)) found.add(category);
  return [...found];
}

/** The last part of a category: the level, the star, the mode. */
export function lastPart(metric: string, group: Pick<Group, 'category'>): string {
  const spec = metricById(metric);
  const name = spec.categoryParts?.at(-1) ?? '';
  return categoryParts(spec, group.category ?? '')[name] ?? '';
}
