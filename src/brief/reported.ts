import type { Reporting } from '../cube';
import { type Locale, type MetricSpec, type Period, UNKNOWN, joined, statedOf } from '../domain';
import type { Facts } from './facts';
import { periodText } from './words';

/**
 * Whose total it is, where not all zones have a figure: 12 个园区中 2 个报送; in a file for others, whose is not told. Empty where all do. Only who has
 * figures at other times is said not to have reported: of what happened nobody can say whether a zone did not report or had nothing, and who
 * has never had a figure may well have handed in a list, without what this figure needs.
 */
function byWhom(metric: MetricSpec, reporting: Reporting, locale: Locale): string {
  const [zones, withheld] = [statedOf(reporting.zones), statedOf(reporting.withheld)];
  const [absent, never, silent] = [statedOf(reporting.absent), statedOf(reporting.never), statedOf(reporting.silent)];
  const without = absent.length + never.length + silent.length;
  const of = zones.length + without + withheld.length;
  const all = without === 0;
  if (withheld.length > 0 && all)
    return locale === 'en'
      ? `${zones.length} of ${of} zones are told, the others have too few`
      : `${of} 个园区中列 ${zones.length} 个，其余数小不列`;
  if (all) return '';
  const happens = metric.time === 'flow' || metric.accumulates === true;
  const unknown = never.length + silent.length > 0;
  const few = withheld.length;
  if (locale === 'en') {
    const what = happens ? 'had any' : unknown ? (zones.length === 1 ? 'has a figure' : 'have a figure') : 'reported';
    return `${zones.length} of ${of} zones ${what}${few > 0 ? `, ${few} of the others had too few to tell` : ''}`;
  }
  return `${of} 个园区中 ${zones.length} 个${happens || unknown ? '有数' : '报送'}${few > 0 ? `，另 ${few} 个数小不列` : ''}`;
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

/** Of when a figure is, where nothing is known of the period asked for and an earlier one answers. Empty where it is the one asked for. */
export const datedBy = ({ earlier, period }: Pick<Facts, 'earlier' | 'period'>, locale: Locale): string =>
  earlier ? periodText(period, locale) : '';

/** Of when a figure is, where that is not the very period it stands under: a year under one of its quarters, or an earlier one. */
export const datedBeside = ({ period }: Pick<Facts, 'period'>, asked: Period, locale: Locale): string =>
  period === asked ? '' : periodText(period, locale);

/** What a figure is of: when, where that is earlier than asked for, and whose, where not all zones report it. */
export const basisOf = (facts: Pick<Facts, 'earlier' | 'period' | 'metric' | 'reporting'>, locale: Locale): string =>
  joined('phrases', [datedBy(facts, locale), reportedBy(facts, locale)], locale);

/** What stands in the place of a zone's figure where there is none: too few to tell, not reported, or unknown. */
export function absentText({ reporting }: { readonly reporting: Reporting }, zone: string, locale: Locale): string {
  const zh = locale === 'zh';
  if (reporting.withheld.includes(zone)) return zh ? '数小不列' : 'too few';
  return reporting.absent.includes(zone) ? (zh ? '未报送' : 'not reported') : UNKNOWN;
}
