import { cycleText, periodText } from '../../brief';
import type { Locale, MetricSpec, Period } from '../../domain';

/** The period a metric answers for, in words: star metrics answer for a rating cycle. */
export function answeredText(metric: MetricSpec, period: Period, locale: Locale): string {
  return metric.grain === 'year' && metric.family === 'stars' ? cycleText(period, locale) : periodText(period, locale);
}
