import { toGrain } from '../domain';
import {
  type CellContext,
  type CellResult,
  type ColumnKind,
  type ColumnReading,
  blankReason,
  columnReading,
  parseBoolean,
  parseCode,
  parseDate,
  parseNumber,
  parsePercent,
  parsePeriod,
  parseStars,
} from './cells';
import { trimmed } from './cells/text';

/** A cell as clean text, and the ledger code when it was doubted (its text is kept) or refused (its text is empty). */
export interface TypedCell {
  readonly text: string;
  readonly code: string | null;
  readonly refused: boolean;
}

/** A number without exponent and without float noise. */
function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/u, '') : BigInt(Math.round(value)).toString();
}

/** A date to the precision in which it was written: 2023年5月 stays a month. */
function dateText(result: CellResult<string>): string {
  const iso = result.value ?? '';
  const { precision } = result;
  return precision === undefined || precision === 'day' || precision === 'fuzzy' ? iso : toGrain(iso, precision);
}

function readNumber(raw: string, context: CellContext): CellResult<number> {
  const signed = /[%％‰]\s*$/u.test(raw) ? parsePercent(raw, { ...context, unboundedPercent: true }) : null;
  return signed?.state === 'value' ? signed : parseNumber(raw);
}

function read(kind: ColumnKind, raw: string, context: CellContext): CellResult {
  switch (kind) {
    case 'date':
      return parseDate(raw, context);
    case 'period':
      return parsePeriod(raw, context);
    case 'percent':
      return parsePercent(raw, context);
    case 'number':
      return readNumber(raw, context);
    case 'stars':
      return parseStars(raw);
    case 'boolean':
      return parseBoolean(raw, context);
    case 'code':
    case 'text':
      return parseCode(raw);
  }
}

function textOf(kind: ColumnKind, result: CellResult): string {
  if (kind === 'date' && typeof result.value === 'string') return dateText({ ...result, value: result.value });
  return typeof result.value === 'number' ? plainNumber(result.value) : String(result.value ?? '');
}

const kept = (text: string, code: string | null = null): TypedCell => ({ text, code, refused: false });

/** Codes keep their zeros and lose their wrapping; what a spreadsheet damaged stays as found, flagged. */
function codeCell(raw: string): TypedCell {
  if (isSilent(raw)) return kept('');
  const result = parseCode(raw);
  if (result.state !== 'value') return kept(trimmed(raw), result.reason);
  const text = result.value ?? '';
  return kept(/^[\x20-\x7e]+$/u.test(text) ? text : trimmed(raw), result.reason);
}

/** A cell of a text column that says nothing: empty, a dash, NULL. 无 and 待定 are words and stay. */
function isSilent(raw: string): boolean {
  const reason = blankReason(raw);
  return (reason === 'missing' || reason === 'not_applicable') && !/\p{Script=Han}/u.test(raw);
}

/** Writes one cell of a column as clean text: ISO dates, shares as fractions, true / false, plain numbers, empty for blanks. */
export function typedCell(reading: ColumnReading, raw: string): TypedCell {
  const { kind, context } = reading;
  if (kind === 'text') return kept(isSilent(raw) ? '' : trimmed(raw));
  if (kind === 'code') return codeCell(raw);
  const word = kind === 'boolean' ? parseBoolean(raw, context) : null;
  if (word?.state !== 'value' && blankReason(raw) !== null) return kept('');
  const result = read(kind, raw, context);
  // Nobody can be asked here what 2 means, or whether 1 is the whole: the digits stay, flagged.
  if (result.reason === 'boolean-coding-unknown' || result.reason === 'percent-unclear')
    return kept(trimmed(raw), result.reason);
  if (result.state === 'refused') return { text: '', code: result.reason, refused: true };
  return kept(textOf(kind, result), result.reason);
}

/** Collects the distinct cells of a column, so that its kind can be decided without keeping the rows. */
export class ColumnSurvey {
  private readonly counts = new Map<string, number>();

  /** Notes one cell. After 5,000 distinct cells only those of a form not to be missed (kept zeros, % signs) are new. */
  add(raw: string): void {
    const known = this.counts.get(raw);
    if (known !== undefined) this.counts.set(raw, known + 1);
    else if (this.counts.size < MOST_DISTINCT || (TELLING.test(raw) && this.counts.size < 2 * MOST_DISTINCT))
      this.counts.set(raw, 1);
  }

  /** What the column is, judged by all cells noted so far. */
  reading(header: string, context: CellContext = {}): ColumnReading {
    return columnReading(header, this.counts, context);
  }
}

const MOST_DISTINCT = 5000;
const TELLING = /^\s*0\d|[%％]|^['=]/u;
