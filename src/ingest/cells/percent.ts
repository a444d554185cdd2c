import type { CellContext, PercentMode } from './context';
import { parseNumber, scaled } from './number';
import { type CellResult, refuse, value } from './result';
import { folded, isProse } from './text';

const SIGN = /%$|^百分之/u;
const WITH_SIGN = /(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|-?\.\d+)(%|‰)/u;
const AT_LEAST = /^(?:≥|>=|不低于|不少于|不小于|至少|达到?(?=.*以上$))/u;
const AT_MOST = /^(?:≤|<=|不高于|不超过|不大于|至多|控制在)/u;
const BEFORE = `约|近|超过|达|达到|为|${[AT_LEAST, AT_MOST].map(({ source }) => source.replace('^', '')).join('|')}`;
const PURE = new RegExp(`^(?:${BEFORE})?${WITH_SIGN.source}(?:以上|左右|以下|以内)?$`, 'u');
const COUNT_AND_SHARE = new RegExp(`^[^%]*\\d[^%]*?(?:/|\\(|,|;)${WITH_SIGN.source}\\)?$`, 'u');

/** How a column writes its shares, from all its cells; null when no cell is a number. */
export function percentMode(cells: Iterable<string>): PercentMode | null {
  let seen = false;
  let fractional = false;
  let max = -Infinity;
  for (const cell of cells) {
    if (isProse(cell)) continue;
    const text = folded(cell);
    if (text.includes('%') || text.startsWith('百分之')) return 'percent';
    const number = parseNumber(text);
    if (number.value === null) continue;
    seen = true;
    if (number.value !== 0 && number.value !== 1) fractional = true;
    max = Math.max(max, number.value);
  }
  if (!seen) return null;
  if (max > 1) return 'percent';
  return fractional ? 'fraction' : 'ask';
}

/** What stands behind a number whose unit beside it is %, where it may be a fraction all the same. */
export const UNCLEAR_UNIT = '（单位%）';

/** A header that says its numbers are hundredths. */
export const UNIT_IN_HEADER = /[（(](?:[%％]|百分[比数率])[)）]|[%％]$/u;
/** Shares that are meant to be high: all of them between a half and one of a hundredth would be strange. */
const MEANT_HIGH =
  /(?<![不未无没非])(?:覆盖|完成|达标|合格|优秀|满意|参会|到会|出席|参训|开展|组建|已建|按期|及时|整改|收缴|入学)/u;

/**
 * How a column writes its shares, from its header and all its cells. A header that says % is believed, but where it and the
 * cells contradict each other somebody must say; a number without a sign among others with one is neither.
 */
export function shareContext(
  header: string,
  cells: Iterable<string>,
): Pick<CellContext, 'percent' | 'percentSigned'> | null {
  const texts = [...cells].filter((cell) => !isProse(cell));
  const mode = percentMode(texts);
  if (mode === null) return null;
  if (texts.some(hasPercentSign)) return { percent: mode, percentSigned: true };
  if (folded(header).includes('‰')) return { percent: 'permille' };
  if (mode === 'percent' || !UNIT_IN_HEADER.test(folded(header))) return { percent: mode };
  const numbers = texts.map((text) => parseNumber(text).value).filter((number) => number !== null);
  const strange = MEANT_HIGH.test(header) && numbers.every((number) => number >= 0.5);
  return { percent: strange ? 'ask' : 'percent' };
}

function checked(fraction: number, context: CellContext, result: CellResult<number>): CellResult<number> {
  const outside = fraction < 0 || fraction > 1;
  return outside && context.unboundedPercent !== true ? refuse('percent-out-of-range') : result;
}

/** Whether the cell itself says that it is a share. */
export function hasPercentSign(raw: string): boolean {
  if (isProse(raw)) return false;
  return SIGN.test(folded(raw)) || WITH_SIGN.test(folded(raw));
}

/** Reads a share as a fraction (16.67% → 0.1667). A cell without a sign is read as `context.percent` says; without that it is refused. */
export function parsePercent(raw: string, context: CellContext = {}): CellResult<number> {
  if (isProse(raw)) return refuse('not-a-number');
  const text = folded(raw)
    .replace(/^\(([-\d.,]+%)\)$/u, '-$1')
    .replace(/^[−]/u, '-')
    .replace(/^\+/u, '');
  const pure = PURE.exec(text);
  const counted = pure ? null : COUNT_AND_SHARE.exec(text);
  const match = pure ?? counted;
  if (match) {
    const fraction = scaled(match[1] ?? '', match[2] === '‰' ? -3 : -2);
    const bound =
      /以上$|^超过/u.test(text) || AT_LEAST.test(text)
        ? 'ge'
        : /以[下内]$/u.test(text) || AT_MOST.test(text)
          ? 'le'
          : /^[约近]|左右$/u.test(text)
            ? 'approx'
            : null;
    if (bound !== null) return checked(fraction, context, value(fraction, 'bounded-value', { bound }));
    return checked(fraction, context, value(fraction, counted ? 'share-dropped' : null));
  }
  const spoken = /^百分之(.+)$/u.exec(text);
  const number = parseNumber(spoken?.[1] ?? text);
  if (number.value === null) return number;
  if (spoken)
    return checked(scaled(String(number.value), -2), context, { ...number, value: scaled(String(number.value), -2) });
  if (context.percent === 'fraction') return checked(number.value, context, number);
  if (context.percent === 'permille') {
    const fraction = scaled(String(number.value), -3);
    return checked(fraction, context, { ...number, value: fraction });
  }
  if (context.percent !== 'percent') return refuse('percent-unclear');
  if (context.percentSigned === true && number.value > 0 && number.value <= 1) return refuse('percent-unclear');
  const fraction = scaled(String(number.value), -2);
  // 0.81 in a column of 81% is far more often 81 % unscaled than 0.81 %: use the column's rule, but say so.
  const mixed = number.value > 0 && number.value < 1;
  return checked(fraction, context, mixed ? value(fraction, 'percent-mixed') : { ...number, value: fraction });
}
