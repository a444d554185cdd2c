import type { ColumnSpec } from '../../domain';
import { parseBlank } from './blank';
import { parseBoolean } from './boolean';
import { parseCode } from './code';
import type { CellContext } from './context';
import { parseDate } from './date';
import { parseEnum } from './enum';
import { isIdentityNumber } from './identity';
import { maskedCell } from './masked';
import { parseNumber } from './number';
import { UNCLEAR_UNIT, hasPercentSign, parsePercent } from './percent';
import { parsePeriod } from './period';
import { type CellResult, blank, refuse, value } from './result';
import { isShareColumn } from './spec-context';
import { looksLikeStars, parseStars } from './star';
import { folded, trimmed, unwrapped } from './text';

function parseText(raw: string): CellResult<string> {
  const text = unwrapped(raw);
  if (isIdentityNumber(text)) return refuse('identity-number');
  return text === '' ? blank('missing') : (maskedCell(text) ?? value(trimmed(text)));
}

/** A count: whole, not negative, not above the column's largest value; star levels may be drawn or written. */
function parseInteger(spec: ColumnSpec, raw: string): CellResult<number> {
  const found = looksLikeStars(raw) ? parseStars(raw) : parseNumber(raw);
  if (found.value === null) return found;
  if (!Number.isInteger(found.value)) return refuse('not-an-integer');
  if (found.value < 0) return refuse('negative-count');
  return spec.max !== undefined && found.value > spec.max ? refuse('over-max') : found;
}

function parseMeasure(spec: ColumnSpec, raw: string, context: CellContext): CellResult<number> {
  if (spec.limit === true && raw.endsWith(UNCLEAR_UNIT)) return refuse('percent-unclear');
  const share = (context.percent !== undefined && (isShareColumn(spec) || spec.limit === true)) || hasPercentSign(raw);
  const found = share ? parsePercent(raw, context) : parseNumber(raw);
  // ≥85% as a limit is the limit itself.
  if (spec.limit === true && found.value !== null && (found.bound === 'ge' || found.bound === 'le'))
    return value(found.value);
  return found.value !== null && spec.max !== undefined && found.value > spec.max ? refuse('over-max') : found;
}

/** Yes or no in a word of the column; null where it says neither so. */
function ownWord({ yes, no }: ColumnSpec, raw: string): CellResult<boolean> | null {
  const text = folded(raw);
  if (yes?.includes(text)) return value(true);
  return no?.includes(text) ? value(false) : null;
}

function parseTyped(spec: ColumnSpec, raw: string, context: CellContext): CellResult {
  switch (spec.type) {
    case 'text':
      return parseText(raw);
    case 'code':
      return parseCode(raw);
    case 'integer':
      return parseInteger(spec, raw);
    case 'number':
      return parseMeasure(spec, raw, context);
    case 'date':
      return parseDate(raw, context);
    case 'period':
      return parsePeriod(raw, context);
    case 'boolean':
      return ownWord(spec, raw) ?? parseBoolean(raw, context);
    case 'enum':
      return parseEnum(spec, raw, context.words?.[spec.id]);
  }
}

/**
 * Reads one cell of a canonical column: a value, a blank with its reason, or a refusal with its reason; never throws. In
 * enum and yes/no columns the words of the column win over the words for blanks (无 = no, 未评 = a status).
 */
export function parseCell(spec: ColumnSpec, raw: string, context: CellContext = {}): CellResult {
  const words = spec.type === 'enum' || spec.type === 'boolean';
  const asWord = words && folded(raw) !== '' ? parseTyped(spec, raw, context) : null;
  if (asWord?.state === 'value') return asWord;
  const empty = parseBlank(raw);
  if (empty?.reason === 'none' && spec.type === 'integer' && context.noneIsZero === true) return value(0);
  return empty ?? asWord ?? parseTyped(spec, raw, context);
}
