import { type Cube, cellsOf } from '../../cube';
import { type Period, lastDay } from '../../domain';
import type { Language } from '../../state';

/** The metric of items overdue and open, by band of days. */
export const OVERDUE = 'rect_overdue_open';

/** The first day of a band such as `31-90`. */
const firstDay = (band: string): number => Number(band.split('-')[0]);

/** The ageing bands of a cube, shortest first: those of the rule its figures were computed under. */
export function bandsOf(cube: Cube): string[] {
  const found = new Set(cellsOf(cube, OVERDUE).map(({ category }) => category));
  found.delete('');
  return [...found].sort((a, b) => firstDay(a) - firstDay(b));
}

/** A band in words: 1–30 天, 超过 90 天. */
export function bandText(band: string, { t }: Language): string {
  const [from = '', to = ''] = band.split('-');
  return to === '' ? t('rectification.over', { days: Number(from) - 1 }) : t('rectification.upTo', { from, to });
}

/** The day the figures of a period are as of: its last, or the last day known. */
export function dayOf(cube: Cube, period: Period): string {
  const last = lastDay(period);
  return cube.asOf !== null && cube.asOf < last ? cube.asOf : last;
}
