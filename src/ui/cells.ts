import {
  type Fraction,
  UNKNOWN,
  bareChangeText,
  changeOf,
  countText,
  percentText,
  scoreText,
  signedPoints,
} from '../domain';
import type { CellValue, ColumnKind } from './csv';

/** The change between two groups as a cell: shown so that it agrees with the rates beside it, exact in the file. */
export function changeCell(now: Fraction | null, before: Fraction | null): CellValue {
  const value = changeOf(now, before);
  const text = bareChangeText(now, before);
  return value === null || text === null ? null : { value, text };
}

/** A value as the table under a chart shows it. */
export function cellText(value: CellValue, kind: ColumnKind): string {
  if (value === null) return UNKNOWN;
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return value.text;
  if (kind === 'rate') return percentText(value);
  if (kind === 'score') return scoreText(value);
  return kind === 'points' ? signedPoints(value) : countText(value);
}
