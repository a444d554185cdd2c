import type { Issue } from '../../domain';
import { TABLES } from '../../model';
import type { Language } from '../../state';

const COLUMNS = new Map(TABLES.flatMap((table) => table.columns.map((column) => [column.id, column.label] as const)));

/** The column of an issue: the header as it stands in the file, or the field's name where the file has no such column. */
export function columnText(issue: Issue, language: Language): string {
  const label = /^[a-z]+(?:_[a-z]+)*$/u.test(issue.column ?? '') ? COLUMNS.get(issue.column ?? '') : undefined;
  return label ? language.of(label) : (issue.column ?? '');
}

/** What was done with the value of an issue, or what it was compared with, in words; empty when its kind says it all. */
export function detailText(issue: Issue, language: Language): string {
  const { code, detail } = issue;
  if (detail === undefined) return '';
  if (code === 'duplicate-row' || code === 'duplicate-key') return language.t('quality.sameAs', { row: detail });
  if (code === 'total-mismatch') return language.t('quality.sumIs', { sum: detail });
  return detail;
}
