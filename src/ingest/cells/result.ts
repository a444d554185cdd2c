/** What a cell can hold once it is read. Dates and periods are text: ISO day, `2018Q4` … */
export type CellValue = string | number | boolean;

/** Why a cell has no value although it could be read; an empty cell is `missing`, never zero. */
export type BlankReason =
  | 'missing'
  | 'not_applicable'
  | 'none'
  | 'unrated'
  | 'pending'
  /** 至今: still running, so there is no end yet. */
  | 'ongoing'
  /** 长期: no end is meant. */
  | 'long_term';

/** Why a cell could not be read. Kebab-case: these are ledger codes. */
export type RefuseReason =
  | 'not-a-date'
  | 'no-such-day'
  | 'year-out-of-range'
  | 'two-digit-year'
  | 'year-unknown'
  | 'day-month-unclear'
  | 'not-a-period'
  | 'cumulative-period'
  | 'not-a-number'
  | 'not-an-integer'
  | 'negative-count'
  | 'number-range'
  | 'over-max'
  | 'percent-unclear'
  | 'percent-out-of-range'
  | 'not-a-boolean'
  | 'boolean-coding-unknown'
  | 'unknown-value'
  | 'not-a-star-level'
  | 'damaged-code'
  | 'identity-number'
  | 'spreadsheet-error';

/** A doubt about a value that is used all the same; also a ledger code. */
export type Doubt =
  | 'bounded-value'
  | 'fuzzy-date'
  | 'ambiguous-month'
  | 'excel-serial'
  | 'time-dropped'
  | 'share-dropped'
  | 'percent-mixed'
  | 'credit-code-checksum'
  | 'code-was-number';

/** How exact a number is: exactly, at least, at most, about. */
export type Bound = 'eq' | 'ge' | 'le' | 'approx';

/** How exact a date is: the day itself, the last day of a longer span, or a day set by convention (上旬 = 10th). */
export type DatePrecision = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'fuzzy';

/**
 * One read cell. Three-valued: a value (then `reason` is null or a doubt), a blank with its reason, or a refusal with its
 * reason. Never an exception.
 */
export interface CellResult<V extends CellValue = CellValue> {
  readonly state: 'value' | 'blank' | 'refused';
  /** Null unless the state is `value`. */
  readonly value: V | null;
  readonly reason: BlankReason | RefuseReason | Doubt | null;
  /** Absent means exact. */
  readonly bound?: Bound;
  /** Only for dates. */
  readonly precision?: DatePrecision;
  /** The two ends of a range such as 630—1480; such a cell is refused as a number. */
  readonly low?: number;
  readonly high?: number;
}

type Extras = Pick<CellResult, 'bound' | 'precision' | 'low' | 'high'>;

/** A value, with an optional doubt. */
export function value<V extends CellValue>(found: V, reason: Doubt | null = null, extras: Extras = {}): CellResult<V> {
  return { state: 'value', value: found, reason, ...extras };
}

/** A cell that says nothing, and why. */
export function blank(reason: BlankReason): CellResult<never> {
  return { state: 'blank', value: null, reason };
}

/** A cell that could not be read, and why. */
export function refuse(reason: RefuseReason, extras: Extras = {}): CellResult<never> {
  return { state: 'refused', value: null, reason, ...extras };
}
