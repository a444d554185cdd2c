import { type Cube, categoryParts, itemsIn } from '../cube';
import { type Label, type Locale, type MetricSpec, type Period, NOT_STATED, coarseCategory } from '../domain';
import { tableById } from '../model';
import { gradeText, gradesTold } from './grades';
import { partitionText } from './partition';
import { awardingText, joinNames, levelText, valueText } from './words';

/** Codes that populations write for what has no word of its own. */
const CODES: Readonly<Record<string, readonly [string, string]>> = {
  closed: ['已完成', 'closed'],
  open: ['未完成', 'open'],
};

/** Items named one by one. */
const itemsText = (items: readonly string[], before: Label, locale: Locale): string =>
  before[locale] +
  joinNames(
    items.map((item) => valueText(item, locale)),
    locale,
  );

function lackingText(items: readonly string[], locale: Locale): string {
  if (items.length === 0) return locale === 'zh' ? '全部开齐' : 'All held';
  return itemsText(items, { zh: '未开齐', en: 'Not all held: ' }, locale);
}

const starText = (value: string, locale: Locale): string =>
  /^\d+$/u.test(value) ? levelText(value, locale) : valueText(value, locale);

/** One part of a category in words. */
function partText(
  cube: Cube,
  metric: MetricSpec,
  [name, value]: readonly [string, string],
  { category, period }: { readonly category: string; readonly period: Period },
  locale: Locale,
): string {
  switch (name) {
    case 'scheme':
      return partitionText(cube, { scheme: value, awarding: '' }, locale);
    case 'awarding':
      return awardingText(value, locale);
    case 'level':
      return starText(value, locale);
    case 'previous':
    case 'rank': {
      const parts = metric.categoryParts ?? [];
      if (parts.includes('level')) return starText(value, locale);
      const partition = coarseCategory(category, parts.indexOf(name));
      const grade = gradesTold(cube, metric.id, partition, period).find(({ rank }) => String(rank) === value);
      return gradeText(grade ?? { rank: Number(value), label: '' }, locale);
    }
    case 'due':
      return itemsText(itemsIn(value), { zh: '应开', en: 'Owed: ' }, locale);
    case 'lacks':
      return lackingText(itemsIn(value), locale);
    case 'table':
      return tableById(value)?.label[locale] ?? value;
    default:
      return CODES[value]?.[locale === 'zh' ? 0 : 1] ?? valueText(value, locale);
  }
}

/** A category of a metric in words, part by part: 五级评定办法 · 省级评定 · 五星. What is not stated is left out beside what is. */
export function categoryText(cube: Cube, metric: MetricSpec, category: string, period: Period, locale: Locale): string {
  if (metric.categoryParts === undefined) return '';
  const stated = Object.entries(categoryParts(metric, category)).filter(([, value]) => value !== NOT_STATED);
  if (stated.length === 0) return valueText(NOT_STATED, locale);
  return stated.map((part) => partText(cube, metric, part, { category, period }, locale)).join(' · ');
}
