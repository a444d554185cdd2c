import { type Grain, type Locale, type Period, grainOf } from '../domain';
import { textWidth } from './measure';
import { type Shape, text } from './shape';
import type { Theme } from './theme';
import { word } from './words';

const TYPE = { size: 12 } as const;
/** Height of the two lines of an axis of periods, px. */
export const PERIOD_AXIS = 40;

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The part of a period within its year: `Q4`, `11月`; the year itself for a year. */
export function shortPeriod(period: Period, grain: Grain, locale: Locale): string {
  switch (grain) {
    case 'year':
      return period;
    case 'half':
      return word(period.endsWith('1') ? 'firstHalf' : 'secondHalf', locale);
    case 'quarter':
      return period.slice(4);
    case 'month':
      return locale === 'zh' ? `${Number(period.slice(5))}月` : (MONTHS_EN[Number(period.slice(5)) - 1] ?? '');
    case 'day':
      return locale === 'zh' ? `${Number(period.slice(5, 7))}.${Number(period.slice(8))}` : period.slice(5);
  }
}

const ZH_QUARTERS = ['一', '二', '三', '四'];

/** A period as it is said in full: `2018 年四季度`, `2018 Q4`. */
export function periodName(period: Period, locale: Locale): string {
  const grain = grainOf(period);
  const year = period.slice(0, 4);
  const zh = locale === 'zh';
  switch (grain) {
    case 'year':
      return zh ? `${year} 年` : year;
    case 'half':
      return zh ? `${year} 年${period.endsWith('1') ? '上' : '下'}半年` : `${year} H${period.slice(5)}`;
    case 'quarter':
      return zh ? `${year} 年${ZH_QUARTERS[Number(period.slice(5)) - 1] ?? ''}季度` : `${year} Q${period.slice(5)}`;
    case 'month':
      return zh ? `${year} 年 ${Number(period.slice(5))} 月` : `${shortPeriod(period, grain, locale)} ${year}`;
    case 'day':
      return period;
  }
}

/** Labels under a row of periods: the part within the year, and the year once under its first; every so many where they are tight. */
export function periodAxis(
  periods: readonly Period[],
  at: (index: number) => number,
  y: number,
  bounds: readonly [number, number],
  { theme, locale }: { readonly theme: Theme; readonly locale: Locale },
): Shape[] {
  const [first] = periods;
  if (first === undefined) return [];
  const grain = grainOf(first);
  const labels = periods.map((period) => shortPeriod(period, grain, locale));
  const pitch = periods.length > 1 ? Math.abs(at(1) - at(0)) : Infinity;
  const room = Math.max(...labels.map((label) => textWidth(label, TYPE))) + 6;
  const every = Math.max(1, Math.ceil(room / pitch));
  const style = { ...TYPE, fill: theme.ink3, align: 'center' as const };
  const shapes: Shape[] = [];
  let yearEnd = -Infinity;
  periods.forEach((period, i) => {
    // Counted from the last, so that the newest period always has its label.
    if ((periods.length - 1 - i) % every === 0) shapes.push(text(at(i), y + 10, labels[i] ?? '', style));
    const year = period.slice(0, 4);
    if (grain === 'year' || (i > 0 && periods[i - 1]?.slice(0, 4) === year)) return;
    const width = textWidth(year, TYPE);
    const centre = Math.max(bounds[0] + width / 2, Math.min(at(i), bounds[1] - width / 2));
    if (centre - width / 2 < yearEnd + 6) return;
    yearEnd = centre + width / 2;
    shapes.push(text(centre, y + 28, year, { ...style, fill: theme.ink2 }));
  });
  return shapes;
}
