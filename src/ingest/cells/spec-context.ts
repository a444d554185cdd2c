import type { ColumnSpec } from '../../domain';
import type { CellContext } from './context';
import { dayOrder } from './date';
import { percentMode } from './percent';
import { folded } from './text';

/** Whether a canonical column holds shares of a whole, kept as fractions. */
export const isShareColumn = ({ type, max }: ColumnSpec): boolean => type === 'number' && max === 1;

/** What the texts of a whole column say about each of them: how its shares are written, which of day and month stands first. */
export function specContext(spec: ColumnSpec, texts: readonly string[], base: CellContext = {}): CellContext {
  if (isShareColumn(spec)) {
    const percent = base.percent ?? percentMode(texts);
    return percent === null ? base : { ...base, percent };
  }
  if (spec.type === 'period') return { ...base, reporting: true };
  if (spec.type !== 'date') return base;
  const order = dayOrder(texts);
  const kept = texts.some((text) => /^\d{4}\.(?:10|0\d)$/u.test(folded(text)));
  const reporting = spec.id === 'snapshot_date' && { reporting: true as const };
  return { ...base, ...reporting, ...(order !== null && { dayOrder: order }), ...(kept && { monthZerosKept: true }) };
}
