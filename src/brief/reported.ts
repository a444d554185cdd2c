import type { Reporting } from '../cube';
import type { Locale } from '../domain';

/** Whose total it is, where not all zones report it: 共 12 个园区，其中 2 个报送. Empty where all do. */
export function reportedBy({ zones, absent }: Reporting, locale: Locale): string {
  if (absent.length === 0) return '';
  const of = zones.length + absent.length;
  return locale === 'zh' ? `${of} 个园区中 ${zones.length} 个报送` : `${zones.length} of ${of} zones report`;
}
