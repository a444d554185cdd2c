import { type TableQuery, aboutCells, countedRows, storedRows } from '../../cube';
import type { Base, MetricSpec } from '../../domain';
import type { Engine } from '../../engine';
import { Collection } from '../../ingest';
import { METRICS, baseOf, countedForm } from '../../model';
import { tableFrom } from '../../sql';
import { watchedStager } from '../watchdog';

/** The rows that metrics are counted from, as a plan writes them into a database. */
export interface Dataset {
  readonly base: Base;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly metrics: readonly MetricSpec[];
}

/** The rows of every base with its columns, as the database has them, and its metrics. */
export async function datasetsOf(db: Engine): Promise<Dataset[]> {
  // Empty tables have the columns too.
  await Collection.open(db, watchedStager);
  await aboutCells(db, []);
  const write = async ({ table, sql }: TableQuery): Promise<void> => {
    for (const statement of tableFrom(table, sql, 'duckdb')) await db.run(statement);
  };
  const datasets: Dataset[] = [];
  for (const base of new Set(METRICS.map(baseOf))) {
    const counted = countedRows(base);
    if (counted) await write(counted);
    const rows = storedRows(base);
    const described = await db.rows(`DESCRIBE ${rows.sql}`);
    datasets.push({
      base,
      table: rows.table,
      columns: described.map(({ column_name: name, column_type: type }) => ({
        name: String(name),
        type: String(type),
      })),
      metrics: METRICS.filter((metric) => baseOf(metric) === base),
    });
  }
  return datasets;
}

/** What of a metric its definition elsewhere does not say, in words. */
export function notExpressed(metric: MetricSpec, saysLastSnapshot: boolean): string[] {
  const partitions = metric.categoryParts?.slice(0, -1) ?? [];
  const stock = metric.time === 'stock';
  const within = partitions.length > 0 ? ` and ${partitions.join(' and ')}` : '';
  return [
    ...(stock && !saysLastSnapshot
      ? [`Only the last snapshot of each zone${within} inside a period counts; snapshots are never added up over time.`]
      : []),
    ...(stock && saysLastSnapshot && within !== ''
      ? [`The last snapshot is taken per zone here; it must be taken per zone${within}.`]
      : []),
    ...(stock && saysLastSnapshot && metric.grain !== 'day'
      ? [
          'Cycles stand here on their first day; of several the one that ends last counts, the longer one where they end together.',
        ]
      : []),
    ...(partitions.length > 0 ? [`Never added up across ${partitions.join(' or ')}.`] : []),
    ...(metric.kind === 'distribution'
      ? ['Shares are of all categories together, within what is never added up.']
      : []),
    ...(metric.kind === 'score'
      ? [
          'This is how many have each value (the last part of the category); the figure is the median of these values, never a mean.',
        ]
      : []),
    ...(countedForm(metric) ? ['What zones reported as counts, without rows, is added to this.'] : []),
  ];
}
