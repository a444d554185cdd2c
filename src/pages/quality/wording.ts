import type { Issue } from '../../domain';
import type { Language } from '../../state';

/** What was done with the value of an issue, or what it was compared with, in words; empty when its kind says it all. */
export function detailText(issue: Issue, language: Language): string {
  const { code, detail } = issue;
  if (detail === undefined) return '';
  if (code === 'duplicate-row' || code === 'duplicate-key') return language.t('quality.sameAs', { row: detail });
  if (code === 'total-mismatch') return language.t('quality.sumIs', { sum: detail });
  return detail;
}
