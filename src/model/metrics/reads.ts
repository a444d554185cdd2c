import type { MetricSpec } from '../../domain';
import { TABLES } from '../tables';
import { baseOf } from './base-of';

/** Columns of bases that are worked out, with the columns of the tables they are worked out from. */
const WORKED_OUT: Readonly<Record<string, readonly string[]>> = {
  instructor_stated: ['instructor'],
  due_by_members: ['members'],
  done: ['status'],
  done_on: ['status'],
  closed_on: ['closed_date'],
  due_on: ['due_date'],
  days_over: ['due_date'],
  days: ['found_date'],
};

/** Columns that every metric of a base rests on beside those it names. */
const OF_BASE: Readonly<Record<string, readonly string[]>> = {
  'rect-items': ['found_date'],
  'rect-found': ['found_date'],
};

/** A column of a table that a metric needs. */
export interface ColumnRead {
  readonly table: string;
  readonly column: string;
}

/** The columns by which a metric decides what is in it: without them it has nothing to count. */
export function columnsRead(metric: MetricSpec): ColumnRead[] {
  const { scope, numerator, category = [], denominator = '' } = metric.population;
  const base = baseOf(metric);
  const own = metric.kind === 'rate' ? '' : numerator;
  const words = new Set([scope, ...category, denominator, own].join(' ').match(/[a-z_]+/gu) ?? []);
  const ids = new Set([...[...words].flatMap((word) => WORKED_OUT[word] ?? [word]), ...(OF_BASE[base.id] ?? [])]);
  return TABLES.filter(({ id }) => base.needs.includes(id)).flatMap(({ id: table, columns }) =>
    columns.filter(({ id }) => ids.has(id)).map(({ id: column }) => ({ table, column })),
  );
}
