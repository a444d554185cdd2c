import type { Reporting } from '../cube';
import { type Locale, type MetricSpec, UNKNOWN } from '../domain';

/**
 * Whose total it is, where not all zones have a figure: 12 个园区中 2 个报送; in a file for others, whose is not told. Of what happened nobody can
 * say whether a zone did not report or had nothing. Empty where all do.
 */
function byWhom(metric: MetricSpec, { zones, absent, never, silent, withheld }: Reporting, locale: Locale): string {
  const without = absent.length + never.length + silent.length;
  const of = zones.length + without + withheld.length;
  const all = without === 0;
  if (withheld.length > 0 && all)
    return locale === 'en'
      ? `${zones.length} of ${of} zones are told, the others have too few`
      : `${of} 个园区中列 ${zones.length} 个，其余数小不列`;
  if (all) return '';
  const happens = metric.time === 'flow' || metric.accumulates === true;
  const few = withheld.length;
  if (locale === 'en')
    return `${zones.length} of ${of} zones ${happens ? 'had any' : 'reported'}${few > 0 ? `, ${few} of the others had too few to tell` : ''}`;
  return `${of} 个园区中 ${zones.length} 个${happens ? '有数' : '报送'}${few > 0 ? `，另 ${few} 个数小不列` : ''}`;
}

/** What a total is of, where that is not all zones or not the whole period: 截至 2024-10-15，5 个园区中 3 个有数. Empty where it is. */
export function reportedBy(
  { metric, reporting }: { readonly metric: MetricSpec; readonly reporting: Reporting },
  locale: Locale,
): string {
  const { until } = reporting;
  const cut = until === null ? '' : locale === 'en' ? `up to ${until}` : `截至 ${until}`;
  return [cut, byWhom(metric, reporting, locale)].filter((part) => part !== '').join(locale === 'en' ? ', ' : '，');
}

/** What stands in the place of a zone's figure where there is none: too few to tell, not reported, or unknown. */
export function absentText({ reporting }: { readonly reporting: Reporting }, zone: string, locale: Locale): string {
  const zh = locale === 'zh';
  if (reporting.withheld.includes(zone)) return zh ? '数小不列' : 'too few';
  return reporting.absent.includes(zone) ? (zh ? '未报送' : 'not reported') : UNKNOWN;
}
