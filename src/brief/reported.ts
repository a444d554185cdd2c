import type { Reporting } from '../cube';
import type { Locale, MetricSpec } from '../domain';

/**
 * Whose total it is, where not all zones have a figure: 12 个园区中 2 个报送; in a file for others, whose is not told. Empty where all do. Of what happened nobody can say whether
 * a zone did not report or had nothing.
 */
export function reportedBy(
  { metric, reporting: { zones, absent, withheld } }: { readonly metric: MetricSpec; readonly reporting: Reporting },
  locale: Locale,
): string {
  const of = zones.length + absent.length + withheld.length;
  if (withheld.length > 0 && absent.length === 0)
    return locale === 'en'
      ? `${zones.length} of ${of} zones are told, the others have too few`
      : `${of} 个园区中列 ${zones.length} 个，其余数小不列`;
  if (absent.length === 0) return '';
  const happens = metric.time === 'flow' || metric.accumulates === true;
  const few = withheld.length;
  if (locale === 'en')
    return `${zones.length} of ${of} zones ${happens ? 'had any' : 'reported'}${few > 0 ? `, ${few} of the others had too few to tell` : ''}`;
  return `${of} 个园区中 ${zones.length} 个${happens ? '有数' : '报送'}${few > 0 ? `，另 ${few} 个数小不列` : ''}`;
}
