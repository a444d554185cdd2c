import type { ColumnSpec } from '../../domain';
import type { FileReport } from '../../ingest';
import { tableById } from '../../model';

/** A closed list and the words in a file that are not in it, with how many cells are listed for each. */
export interface UnknownValues {
  readonly column: ColumnSpec;
  readonly texts: readonly { readonly text: string; readonly count: number }[];
}

/** More different words than this are no words of a list: another column was meant. */
const MOST = 12;

/** The words of one table of a file that its closed lists do not have, the most frequent first. */
export function unknownValues(file: FileReport, at: number): UnknownValues[] {
  const table = file.tables[at];
  const spec = table?.table == null ? undefined : tableById(table.table);
  if (!table || !spec) return [];
  const { match, start } = table.view;
  return spec.columns.flatMap((column): UnknownValues[] => {
    const index = match.fields.indexOf(column.id);
    if (column.type !== 'enum' || index < 0) return [];
    const counts = new Map<string, number>();
    for (const issue of file.issues) {
      const isOwn = issue.code === 'unknown-value' && issue.column === start.header[index];
      if (!isOwn || issue.value === null || (issue.sheet ?? null) !== start.sheet) continue;
      counts.set(issue.value, (counts.get(issue.value) ?? 0) + 1);
    }
    if (counts.size === 0 || counts.size > MOST) return [];
    const texts = [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
    return [{ column, texts }];
  });
}
