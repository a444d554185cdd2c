import { basisDocuments, cycleText, periodText } from '../../brief';
import type { Cube } from '../../cube';
import type { Locale, MetricSpec, Period } from '../../domain';
import { baseOf, tableById } from '../../model';
import type { Language } from '../../state';

/** The period a metric answers for, in words: star metrics answer for a rating cycle. */
export function answeredText(metric: MetricSpec, period: Period, locale: Locale): string {
  return metric.grain === 'year' && metric.family === 'stars' ? cycleText(period, locale) : periodText(period, locale);
}

/** What a figure was computed under: the cube, its period, and the categories it was narrowed to. */
export interface Basis {
  readonly cube: Pick<Cube, 'rules' | 'asOf'>;
  readonly period: Period;
  readonly categories?: readonly string[] | undefined;
}

/** The rule versions a figure was computed under, in words; empty where its metric reads none. */
export function basisText(metric: MetricSpec, { cube, period, categories = [] }: Basis, language: Language): string {
  const { t, locale } = language;
  const { named, count } = basisDocuments(cube, metric, period, categories, locale);
  if (count === 0) return '';
  const documents = named.join(locale === 'zh' ? '、' : '; ');
  const more = count > named.length ? ` ${t('basis.more', { count })}` : '';
  return t('basis.rules', { documents: documents + more });
}

/** What a metric divides by what, in words, and the versions of the rules it was computed under. */
export function definitionText(metric: MetricSpec, language: Language, basis?: Basis): string {
  const { t, of } = language;
  const rules = basis ? basisText(metric, basis, language) : '';
  const definition =
    metric.kind === 'count'
      ? t('figure.counted', { numerator: of(metric.numerator) })
      : t(metric.kind === 'score' ? 'figure.scored' : 'figure.definition', {
          numerator: of(metric.numerator),
          denominator: of(metric.denominator),
        });
  return rules === '' ? definition : `${definition}${language.locale === 'zh' ? '。' : '. '}${rules}`;
}

/** The tables a metric is counted from, in words. */
export function sourcesText(metric: MetricSpec, language: Language): string {
  return baseOf(metric)
    .needs.map((id) => tableById(id)?.label)
    .filter((label) => label !== undefined)
    .map(language.of)
    .join(language.locale === 'zh' ? '、' : ', ');
}
