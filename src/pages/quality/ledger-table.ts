import type { TableData } from '../../share';
import type { LedgerEntry } from '../../state/ledger';
import { issueLabel } from '../../state/messages';
import type { Wording } from '../../state/wording';
import { columnText, detailText } from './wording';

const COLUMNS = ['file', 'sheet', 'row', 'column', 'severity', 'kind', 'value', 'detail'] as const;

/** The ledger as a table: where, what, and what was done. */
export function ledgerTable(entries: readonly LedgerEntry[], language: Wording): TableData {
  return {
    columns: COLUMNS.map((name) => ({
      label: language.t(`quality.${name}`),
      kind: name === 'row' ? ('value' as const) : ('text' as const),
    })),
    rows: entries.map(({ issue }) => [
      issue.file,
      issue.sheet ?? '',
      issue.row,
      columnText(issue, language),
      language.t(`severity.${issue.severity}`),
      language.of(issueLabel(issue.code)),
      issue.value,
      detailText(issue, language),
    ]),
  };
}
