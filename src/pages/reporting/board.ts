import type { FilingCell, FilingMark, FilingTable } from '../../cube';
import { type Period, contains } from '../../domain';
import type { Language, MessageKey } from '../../state';

/** Periods shown before the rest is asked for, the one to come not counted. */
export const SHOWN = 9;

const MARKS: readonly FilingMark[] = ['doubtful', 'late', 'partial', 'corrected'];
const STATES = {
  reported: 'state.filed',
  missing: 'state.missing.cell',
  unknown: 'state.unknown',
  next: 'state.next',
  none: 'state.none',
} as const;
const SIGNS = {
  reported: 'state.filed.mark',
  missing: 'state.missing.mark',
  unknown: 'state.unknown.mark',
  next: 'state.next.mark',
} as const;

const marksOf = ({ marks }: FilingCell): FilingMark[] => MARKS.filter((mark) => marks.includes(mark));

/** What a cell shows: a sign, or the signs of the two gravest things to look at; empty where nothing is owed. */
export function signOf(cell: FilingCell, events: boolean, { t }: Language): string {
  if (cell.state === 'none') return '';
  if (cell.state === 'unknown' && events) return '·';
  const marks = marksOf(cell).slice(0, 2);
  if (marks.length === 0) return t(SIGNS[cell.state]);
  return marks.map((mark) => t(`mark.${mark}.mark`)).join('');
}

/** The state of a cell in words. */
export function stateText(cell: FilingCell, { t, joined }: Pick<Language, 't' | 'joined'>): string {
  const marks = marksOf(cell).map((mark) => t(`mark.${mark}`));
  return joined('phrases', [t(STATES[cell.state]), ...marks]);
}

/** How grave a cell is, for its look. */
export function toneOf({ state, marks }: FilingCell, events: boolean): 'bad' | 'doubt' | 'good' | 'open' | 'quiet' {
  if (state === 'missing') return 'bad';
  if (state !== 'reported') return events ? 'quiet' : 'open';
  return marks.some((mark) => mark !== 'corrected') ? 'doubt' : 'good';
}

/** A period below its year: 3季, 上半, 9月; empty for a year. */
export function partText(period: Period, { t }: Language): string {
  const [, quarter] = /Q(\d)$/u.exec(period) ?? [];
  if (quarter !== undefined) return t('reporting.quarter', { n: quarter });
  const [, half] = /H([12])$/u.exec(period) ?? [];
  if (half !== undefined) return t(half === '1' ? 'reporting.half1' : 'reporting.half2');
  const [, month] = /-(\d\d)$/u.exec(period) ?? [];
  return month === undefined ? '' : t('reporting.month', { n: Number(month) });
}

/** Neighbouring periods by their year, for a header above them. */
export function yearsOf(periods: readonly Period[]): { readonly year: string; readonly count: number }[] {
  const years: { year: string; count: number }[] = [];
  for (const period of periods) {
    const year = period.slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.count += 1;
    else years.push({ year, count: 1 });
  }
  return years;
}

/** How often a table is reported, in words. */
export function rhythmText(months: number, { t }: Language): string {
  return t(`reporting.rhythm${months}` as MessageKey);
}

/** Months from one period of a table to the next. */
export function stepOf({ periods }: FilingTable): number {
  const [first = ''] = periods;
  return /Q/u.test(first) ? 3 : /H/u.test(first) ? 6 : /-/u.test(first) ? 1 : 12;
}

/** The period of a table in which another is answered: the one that contains it, else the last it contains. */
export function placeIn({ periods }: FilingTable, period: Period): Period | undefined {
  return periods.find((own) => contains(own, period)) ?? periods.findLast((own) => contains(period, own));
}

/** How many cells of the board are so. */
export interface Tally {
  readonly missing: number;
  readonly late: number;
  readonly doubtful: number;
  readonly corrected: number;
  readonly partial: number;
}

/** What is wrong on the board, counted. */
export function tallyOfBoard(tables: readonly FilingTable[]): Tally {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const marked = (mark: FilingMark): number => cells.filter(({ marks }) => marks.includes(mark)).length;
  return {
    missing: cells.filter(({ state }) => state === 'missing').length,
    late: marked('late'),
    doubtful: marked('doubtful'),
    corrected: marked('corrected'),
    partial: marked('partial'),
  };
}

/** A period of a table that some zones owe. */
export interface Owed {
  readonly table: string;
  readonly period: Period;
  readonly zones: readonly string[];
}

/** The latest period of every table for which something is missing, the latest first. */
export function latestOwed(tables: readonly FilingTable[]): Owed[] {
  return tables
    .flatMap(({ table, periods, rows }): Owed[] => {
      const missing = (at: number): string[] =>
        rows.filter(({ cells }) => cells[at]?.state === 'missing').map(({ zone }) => zone);
      // The period to come is not owed yet.
      const at = periods.length - 2;
      const period = periods[at];
      const zones = missing(at);
      return period === undefined || zones.length === 0 ? [] : [{ table, period, zones }];
    })
    .sort((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0));
}
