import {
  type Locale,
  type MetricSpec,
  type Period,
  type RuleVersion,
  firstDay,
  lastDay,
  splitCategory,
} from '../domain';
import type { Cube } from '../cube';
import { readsRule, rulesOn } from '../model';
import { documentText, validityText } from './rule-words';

type Rules = Pick<Cube, 'rules' | 'asOf'>;

/** Families of rules whose second step is a category of the metrics that read them. */
const BY_CATEGORY = new Set(['meeting', 'rhythm', 'star', 'grade', 'evaluation']);

/** The rules a metric reads; of those about an activity or a scheme only the ones in `categories`, where any are asked for. */
export function rulesRead(
  rules: readonly RuleVersion[],
  metric: MetricSpec,
  categories: readonly string[] = [],
): RuleVersion[] {
  const named = new Set(categories.flatMap(splitCategory));
  return rules.filter(({ ruleId }) => {
    const [family = '', name = ''] = ruleId.split('/');
    if (!readsRule(metric.rules ?? [], ruleId)) return false;
    return named.size === 0 || !BY_CATEGORY.has(family) || named.has(name);
  });
}

/** Documents named before the rest is only counted. */
const NAMED = 2;

/**
 * The versions a figure was computed under: their documents, with the days they hold where they are dated, those that changed
 * last first. Empty for a metric that reads no rule, or has none in force in that period.
 */
export function basisDocuments(
  { rules, asOf }: Rules,
  metric: MetricSpec,
  period: Period,
  categories: readonly string[],
  locale: Locale,
): { readonly named: readonly string[]; readonly count: number } {
  const end = lastDay(period);
  const day = asOf !== null && asOf < end ? asOf : end;
  const inForce = rulesOn(rulesRead(rules, metric, categories), day).filter(({ docRef }) => docRef !== '');
  const sorted = [...inForce].sort((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''));
  const documents = sorted.map(({ docRef, validFrom, validTo }) => {
    const name = documentText(docRef, locale);
    if (validFrom === null && validTo === null) return name;
    const days = validityText({ from: validFrom, to: validTo }, locale);
    return locale === 'zh' ? `${name}（${days}）` : `${name} (${days})`;
  });
  const distinct = [...new Set(documents)];
  return { named: distinct.slice(0, NAMED), count: distinct.length };
}

/** The periods in which a rule of the metric takes another value: lines are broken before them. */
export function ruleBreaks(
  { rules }: Rules,
  metric: MetricSpec,
  periods: readonly Period[],
  categories: readonly string[] = [],
): Period[] {
  const first = periods[0];
  if (first === undefined) return [];
  const versions = new Map<string, RuleVersion[]>();
  for (const rule of rulesRead(rules, metric, categories))
    versions.set(rule.ruleId, [...(versions.get(rule.ruleId) ?? []), rule]);
  const days = [...versions.values()].flatMap((own) => {
    const sorted = [...own].sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
    return sorted.flatMap((version, at) => {
      const before = sorted[at - 1];
      return before && before.value !== version.value && version.validFrom !== null ? [version.validFrom] : [];
    });
  });
  const changed = new Set(
    days
      .filter((day) => day > firstDay(first))
      .map((day) => periods.find((period) => lastDay(period) >= day))
      .filter((period) => period !== undefined),
  );
  return periods.filter((period) => changed.has(period));
}
