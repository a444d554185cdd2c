import {
  type Grain,
  type Period,
  contains,
  grainOf,
  isFinerOrEqual,
  isPeriod,
  lastDay,
  shift,
  toGrain,
} from '../domain';
import { TABLES } from '../model';
import { EVENT_TABLES, type Filing } from './filings';

/*
 * Who reported what, period by period. What is owed is read off the reports themselves: a zone owes a period by its own rhythm and
 * only if the others reported it too. Where neither tells, nothing is missing: it is not known.
 */

/** Reported; missing: owed by the zone's own rhythm and by what the others did; unknown: cannot be told; next: not due yet; none: not owed. */
export type FilingState = 'reported' | 'missing' | 'unknown' | 'next' | 'none';

/** What is to be looked at in something reported. */
export type FilingMark = 'late' | 'doubtful' | 'corrected' | 'partial';

/** One zone in one table in one period. */
export interface FilingCell {
  readonly period: Period;
  readonly state: FilingState;
  readonly marks: readonly FilingMark[];
  readonly filings: readonly Filing[];
  /** How many other zones reported this period. */
  readonly others: number;
}

/** One zone in one table. */
export interface FilingRow {
  readonly zone: string;
  /** Months from one report to the next; null where there are too few reports to tell. */
  readonly rhythm: number | null;
  readonly cells: readonly FilingCell[];
}

/** One table of the board; its rows have a cell for each of its periods. */
export interface FilingTable {
  readonly table: string;
  readonly periods: readonly Period[];
  /** Its rows are things that happened: a period without any may be one in which nothing happened. */
  readonly events: boolean;
  readonly rows: readonly FilingRow[];
}

/** A file filled in more than so many days after the period's end is late. */
export const ALLOWED_DAYS = 30;
/** From this share of rows with a refused or doubted cell on a report is doubtful. */
export const DOUBTFUL_SHARE = 0.05;

const RHYTHMS = [1, 3, 6, 12] as const;
const GRAIN_OF: Readonly<Record<number, Grain>> = { 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' };
const MONTHS_OF: Readonly<Record<Grain, number>> = { day: 1, month: 1, quarter: 3, half: 6, year: 12 };

/** The month a period ends in, counted from year 0. */
function lastMonth(period: Period): number {
  const day = lastDay(period);
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

const commonest = (values: readonly number[]): number | null => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? null;
};

const nearestRhythm = (months: number): number => RHYTHMS.findLast((rhythm) => rhythm <= months) ?? 1;

/** Months from one report of a zone to the next, by the commonest gap, never less than its periods are long; and how many gaps tell. */
function rhythmOf(periods: readonly Period[]): { readonly months: number; readonly gaps: number } | null {
  const ends = [...new Set(periods.map(lastMonth))].sort((a, b) => a - b);
  const gaps = ends.slice(1).map((end, at) => nearestRhythm(end - (ends[at] ?? end)));
  const gap = commonest(gaps);
  const length = commonest(periods.map((period) => MONTHS_OF[grainOf(period)])) ?? 1;
  return gap === null ? null : { months: Math.max(gap, length), gaps: gaps.length };
}

interface Zone {
  readonly id: string;
  readonly filings: readonly Filing[];
  readonly told: ReturnType<typeof rhythmOf>;
}

/** A single gap shows a rhythm only where it is the table's own: two reports a year apart may be all that were kept. */
const rhythmIn = ({ told }: Zone, step: number): number | null =>
  told === null || (told.gaps === 1 && told.months !== step) ? null : told.months;

function zonesIn(filings: readonly Filing[]): Zone[] {
  const byZone = new Map<string, Filing[]>();
  for (const filing of filings) byZone.set(filing.zone, [...(byZone.get(filing.zone) ?? []), filing]);
  return [...byZone].map(([id, own]) => ({ id, filings: own, told: rhythmOf(own.map(({ period }) => period)) }));
}

/** The length of the board's periods for a table: the commonest rhythm, by every gap there is, else as long as what was reported for; a day stands for its quarter. */
function stepOf(zones: readonly Zone[], filings: readonly Filing[]): number {
  const rhythms = zones.flatMap(({ told }) =>
    told === null ? [] : Array.from({ length: told.gaps }, () => told.months),
  );
  const lengths = filings.map(({ period }) => (grainOf(period) === 'day' ? 3 : MONTHS_OF[grainOf(period)]));
  return commonest(rhythms) ?? commonest(lengths) ?? 3;
}

/** The period of the board a report stands in: the one that contains it, or the last of those a longer one covers. */
function placeOf(period: Period, grain: Grain): Period {
  return isFinerOrEqual(grainOf(period), grain) ? toGrain(period, grain) : toGrain(lastDay(period), grain);
}

function daysAfter(day: string, end: string): number {
  return (Date.parse(day) - Date.parse(end)) / 86_400_000;
}

/** Whether each file behind a period says it was filled in long after it; a file is judged by the last period it speaks of. */
function isLate(filings: readonly Filing[], all: readonly Filing[]): boolean {
  return (
    filings.length > 0 &&
    filings.every(({ file, filled, period, corrects }) => {
      if (filled === null || corrects || !/^\d{4}-\d{2}-\d{2}$/u.test(filled)) return false;
      const end = lastDay(period);
      const isLast = all.every((other) => other.file !== file || lastDay(other.period) <= end);
      return isLast && daysAfter(filled, end) > ALLOWED_DAYS;
    })
  );
}

function isDoubtful(filings: readonly Filing[]): boolean {
  const rows = filings.reduce((sum, one) => sum + (one.refused === null ? 0 : one.rows), 0);
  const flagged = filings.reduce((sum, { refused, doubted }) => sum + (refused ?? 0) + (doubted ?? 0), 0);
  return rows > 0 && flagged / rows >= DOUBTFUL_SHARE;
}

interface Setting {
  readonly periods: readonly Period[];
  readonly grain: Grain;
  readonly step: number;
  readonly events: boolean;
  /** How many zones reported each period. */
  readonly reporters: readonly number[];
  readonly zones: number;
}

/** Whether a zone's own rhythm comes round in a period: those it reports in, where it reports less often than the board's periods. */
function comesRound(places: readonly number[], rhythm: number, step: number): (at: number) => boolean {
  const every = Math.max(1, Math.round(rhythm / step));
  const residue = commonest(places.map((at) => at % every));
  return (at) => at % every === residue;
}

function rowOf(zone: Zone, setting: Setting): FilingRow {
  const { id, filings } = zone;
  const rhythm = rhythmIn(zone, setting.step);
  const { periods, grain, step, events, reporters, zones } = setting;
  const byPlace = new Map<number, Filing[]>();
  for (const filing of filings) {
    const at = periods.indexOf(placeOf(filing.period, grain));
    byPlace.set(at, [...(byPlace.get(at) ?? []), filing]);
  }
  const places = [...byPlace.keys()].sort((a, b) => a - b);
  const first = places[0] ?? 0;
  const due = rhythm === null ? () => true : comesRound(places, rhythm, step);
  const often = rhythm === null || rhythm >= step ? 1 : step / rhythm;
  const last = periods.length - 1;

  /** A report of the whole year says what its quarters would. */
  const isCovered = (at: number): boolean => filings.some((one) => contains(one.period, periods[at] ?? ''));

  function stateAt(at: number, others: number): FilingState {
    if (at === last) return !events && due(at) ? 'next' : 'none';
    if (at < first || isCovered(at)) return 'none';
    if (events) return 'unknown';
    if (rhythm === null) return others > 0 ? 'unknown' : 'none';
    if (!due(at)) return 'none';
    // A period that nobody reported was perhaps never asked for.
    return others > 0 || zones === 1 ? 'missing' : 'unknown';
  }

  function marksAt(at: number, own: readonly Filing[]): FilingMark[] {
    const parts = new Set(own.map(({ period }) => (grainOf(period) === 'day' ? toGrain(period, 'month') : period)))
      .size;
    const isPartial = !events && often > 1 && parts < often && at > first && at < last - 1;
    return [
      ...(isLate(own, filings) ? (['late'] as const) : []),
      ...(isDoubtful(own) ? (['doubtful'] as const) : []),
      ...(own.some(({ corrects }) => corrects) ? (['corrected'] as const) : []),
      ...(isPartial ? (['partial'] as const) : []),
    ];
  }

  const cells = periods.map((period, at): FilingCell => {
    const own = byPlace.get(at) ?? [];
    const others = (reporters[at] ?? 0) - Number(own.length > 0);
    if (own.length > 0) return { period, state: 'reported', marks: marksAt(at, own), filings: own, others };
    return { period, state: stateAt(at, others), marks: [], filings: [], others };
  });
  return { zone: id, rhythm, cells };
}

function tableOf(table: string, filings: readonly Filing[]): FilingTable {
  const zones = zonesIn(filings);
  const events = EVENT_TABLES.has(table);
  const step = stepOf(zones, filings);
  const grain = GRAIN_OF[step] ?? 'quarter';
  const places = filings.map(({ period }) => placeOf(period, grain)).sort();
  const [from = '', to = from] = [places[0], places.at(-1)];
  const periods: Period[] = [];
  // One more than was reported: that is where the next reports go.
  for (let at = from; at <= shift(to, 1); at = shift(at, 1)) periods.push(at);
  const reporters = periods.map(
    (period) => zones.filter((zone) => zone.filings.some((one) => placeOf(one.period, grain) === period)).length,
  );
  const setting = { periods, grain, step, events, reporters, zones: zones.length };
  return { table, periods, events, rows: zones.map((zone) => rowOf(zone, setting)) };
}

/** The board of what was filed, a table after the other; a zone stands in the tables it ever reported. `order` are zones in the order wanted. */
export function filingBoard(filings: readonly Filing[], order: readonly string[] = []): FilingTable[] {
  const readable = filings.filter(({ period, zone }) => isPeriod(period) && zone !== '');
  const tables = TABLES.map(({ id }) => id).filter((id) => readable.some(({ table }) => table === id));
  const rank = (zone: string): number => (order.includes(zone) ? order.indexOf(zone) : order.length);
  return tables.map((table) => {
    const own = tableOf(
      table,
      readable.filter((filing) => filing.table === table),
    );
    return { ...own, rows: [...own.rows].sort((a, b) => rank(a.zone) - rank(b.zone)) };
  });
}

/** The zones a period of a table was reported by, as the sentences count them; empty for a period the board does not have. */
export function filedBy(board: FilingTable, period: Period): string[] {
  return board.rows
    .filter(({ cells }) => cells.some(({ filings }) => filings.some((filing) => contains(period, filing.period))))
    .map(({ zone }) => zone);
}
