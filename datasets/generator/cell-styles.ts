import { type DateStyle, writeDate } from './calendar';

/** How one body writes its cells. */
export interface CellStyle {
  readonly dates: readonly DateStyle[];
  readonly yes: string;
  readonly no: string;
  readonly numbers: 'plain' | 'thousands' | 'fullwidth' | 'unit';
  /** What stands where there is nothing to say. */
  readonly empty: string;
}

const wide = (text: string): string => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

/** A count; `unit` is the measure word some exports put behind it. Full-width digits only in every third row, as typed by hand. */
export function writeCount(n: number, style: CellStyle, unit: string, index: number): string {
  switch (style.numbers) {
    case 'plain':
      return String(n);
    case 'thousands':
      return n >= 1000 ? `${Math.floor(n / 1000)},${String(n % 1000).padStart(3, '0')}` : String(n);
    case 'fullwidth':
      return index % 3 === 0 ? wide(String(n)) : String(n);
    case 'unit':
      return index % 4 === 0 ? `${n}${unit}` : String(n);
  }
}

/** A day in the body's own style; bodies with several styles mix them from row to row. */
export function writeDay(iso: string | null, style: CellStyle, index: number): string {
  if (iso === null) return style.empty;
  return writeDate(iso, style.dates[index % style.dates.length] ?? 'iso');
}

/** A snapshot's day: as {@link writeDay}, but never without the day. */
export function writeSnapshot(iso: string, style: CellStyle, index: number): string {
  return writeDay(iso, { ...style, dates: style.dates.filter((d) => d !== 'numeralMonth') }, index);
}

/** A yes or no in the body's own words. */
export const writeFlag = (value: boolean, style: CellStyle): string => (value ? style.yes : style.no);

const HEAVENLY = [...'甲乙丙丁戊己庚辛壬癸'];

/** An obviously made-up name for a personal column. */
export const madeUpPerson = (index: number): string => `示例${HEAVENLY[index % HEAVENLY.length] ?? ''}`;

/** An obviously made-up telephone number for a personal column. */
export const MADE_UP_PHONE = '13800000000';
