import type { ColumnSpec, MetricSpec } from '../../domain';
import type { TableReport } from '../../ingest';
import { METRICS, columnsRead, tableById } from '../../model';

/** A column that a table does not have: what is taken for it, or which metrics cannot be computed without it. */
export interface NotStated {
  readonly column: ColumnSpec;
  readonly taken: string | null;
  readonly metrics: readonly MetricSpec[];
}

/** What a table does not state that figures rest on. */
export function notStated({ table, view: { match }, fileLevel, taken = [], listed }: TableReport): NotStated[] {
  const spec = table === null ? undefined : tableById(table);
  if (!spec) return [];
  const wide =
    match.unpivot?.periodColumns.flatMap(({ column, constants }) => [column, ...Object.keys(constants)]) ?? [];
  const given = new Set([...match.fields, match.unpivot?.periodColumn, ...wide, ...Object.keys(fileLevel)]);
  if (listed) given.add('zone_id');
  return spec.columns.flatMap((column): NotStated[] => {
    if (taken.includes(column.id)) return [{ column, taken: fileLevel[column.id] ?? '', metrics: [] }];
    if (given.has(column.id) || column.tells) return [];
    const metrics = METRICS.filter((metric) =>
      columnsRead(metric).some((read) => read.table === spec.id && read.column === column.id),
    );
    return metrics.length > 0 || column.unstated ? [{ column, taken: null, metrics }] : [];
  });
}
