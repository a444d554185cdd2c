import type { Reporting } from '../cube';
import type { Locale, MetricSpec } from '../domain';

/**
 * Whose total it is, where not all zones have a figure: 12 个园区中 2 个报送. Empty where all do. Of what happened nobody can say whether
 * a zone did not report or had nothing.
 */
export function reportedBy(
  { metric, reporting: { zones, absent } }: { readonly metric: MetricSpec; readonly reporting: Reporting },
  locale: Locale,
): string {
  if (absent.length === 0) return '';
  const of = zones.length + absent.length;
  const happens = metric.time === 'flow' || metric.accumulates === true;
  if (locale === 'en') return `${zones.length} of ${of} zones ${happens ? 'had any' : 'reported'}`;
  return `${of} 个园区中 ${zones.length} 个${happens ? '有数' : '报送'}`;
}
