import type { Issue } from '../../domain';
import { TABLES } from '../../model';
import type { Wording } from '../../state/wording';

const COLUMNS = new Map(TABLES.flatMap((table) => table.columns.map((column) => [column.id, column.label] as const)));

/** The column of an issue: the header as it stands in the file, or the field's name where the file has no such column. */
export function columnText(issue: Issue, language: Wording): string {
  const label = /^[a-z]+(?:_[a-z]+)*$/u.test(issue.column ?? '') ? COLUMNS.get(issue.column ?? '') : undefined;
  return label ? language.of(label) : (issue.column ?? '');
}

const UNSTATED = new Map(
  TABLES.flatMap((table) =>
    table.columns.flatMap(({ id, unstated }) => (unstated ? [[id, unstated.label] as const] : [])),
  ),
);

const SAME_KEY = new Set(['duplicate-row', 'row-unchanged', 'duplicate-spelling', 'duplicate-key', 'row-corrected']);

/** What was done with the value of an issue, or what it was compared with, in words; empty when its kind says it all. */
export function detailText(issue: Issue, language: Wording): string {
  const { code, detail, otherFile } = issue;
  const taken = code === 'column-not-stated' ? UNSTATED.get(issue.column ?? '') : undefined;
  if (taken) return language.of(taken);
  if (detail === undefined) return '';
  if (SAME_KEY.has(code))
    return otherFile === undefined
      ? language.t('quality.sameAs', { row: detail })
      : language.t('quality.sameAsIn', { row: detail, file: otherFile });
  if (code === 'filled-down') return language.t('quality.filledDown', { rows: detail });
  if (code === 'total-mismatch') return language.t('quality.sumIs', { sum: detail });
  return detail;
}
