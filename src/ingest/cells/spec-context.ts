import type { ColumnSpec } from '../../domain';
import type { CellContext } from './context';
import { dayOrder } from './date';
import { UNIT_IN_HEADER, shareContext } from './percent';
import { monthZeros } from './period';

/** Whether a canonical column holds shares of a whole, kept as fractions. */
export const isShareColumn = ({ type, max }: ColumnSpec): boolean => type === 'number' && max === 1;

const HOW_MANY = /数$|数量$|[(（](?:人|名|个)[)）]$/u;

/** Whether a yes/no column is headed as a number: 指导员人数. */
export const saysHowMany = ({ type }: ColumnSpec, header: string): boolean =>
  type === 'boolean' && HOW_MANY.test(header.trim());

/** Whether a limit is headed as one in hundredths: 目标值（%）. */
export const isPercentLimit = ({ limit }: ColumnSpec, header: string): boolean =>
  limit === true && UNIT_IN_HEADER.test(header.trim());

/** What the texts of a whole column say about each of them: how its shares are written, which of day and month stands first. */
export function specContext(
  spec: ColumnSpec,
  texts: readonly string[],
  base: CellContext = {},
  header = '',
): CellContext {
  if (isShareColumn(spec)) return base.percent === undefined ? { ...base, ...shareContext(header, texts) } : base;
  // 0.85 under % may be either: it is refused, as it is among numbers with their sign.
  if (isPercentLimit(spec, header)) return { ...base, percent: 'percent', percentSigned: true };
  if (saysHowMany(spec, header)) return { ...base, tally: true };
  if (spec.type !== 'date' && spec.type !== 'period') return base;
  const order = spec.type === 'date' ? dayOrder(texts) : null;
  const zeros = monthZeros(texts);
  const reporting = (spec.type === 'period' || spec.id === 'snapshot_date') && { reporting: true as const };
  return { ...base, ...reporting, ...(order !== null && { dayOrder: order }), ...(zeros && { monthZeros: zeros }) };
}
