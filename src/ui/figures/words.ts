import { cycleText, periodText } from '../../brief';
import type { Locale, MetricSpec, Period } from '../../domain';
import { baseOf, tableById } from '../../model';
import type { Language } from '../../state';

/** The period a metric answers for, in words: star metrics answer for a rating cycle. */
export function answeredText(metric: MetricSpec, period: Period, locale: Locale): string {
  return metric.grain === 'year' && metric.family === 'stars' ? cycleText(period, locale) : periodText(period, locale);
}

/** What a metric divides by what, in words. */
export function definitionText(metric: MetricSpec, { t, of }: Language): string {
  return metric.kind === 'count'
    ? t('figure.counted', { numerator: of(metric.numerator) })
    : t('figure.definition', { numerator: of(metric.numerator), denominator: of(metric.denominator) });
}

/** The tables a metric is counted from, in words. */
export function sourcesText(metric: MetricSpec, language: Language): string {
  return baseOf(metric)
    .needs.map((id) => tableById(id)?.label)
    .filter((label) => label !== undefined)
    .map(language.of)
    .join(language.locale === 'zh' ? '、' : ', ');
}
