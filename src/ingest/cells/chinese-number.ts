const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((digit, at) => [digit, at])),
  ...Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((digit, at) => [digit, at])),
  ...{ 貳: 2, 參: 3, 叄: 3, 陸: 6, 弍: 2 },
  ...Object.fromEntries([...'0123456789'].map((digit, at) => [digit, at])),
  ...{ '○': 0, '◯': 0, '０': 0, Ｏ: 0, O: 0, o: 0, 两: 2, 兩: 2 },
};

const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

const MYRIADS: readonly (readonly [RegExp, number])[] = [
  [/[亿億]/u, 1e8],
  [/[万萬]/u, 1e4],
];

const ZERO_FIRST = /^[零〇○◯]/u;

const CHARACTERS = /^[〇○◯零一二三四五六七八九十百千万亿两兩壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟萬億廿卅]+$/u;

/** A section below ten thousand (三百零五, 十二), or null when it is not well formed. */
function section(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  let sawZero = false;
  for (const character of text) {
    const unit = UNITS[character];
    const figure = DIGITS[character];
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0) return null;
      // 十二 has no digit before its unit; 百 and 千 must have one.
      if (digit === null && (unit !== 10 || total > 0)) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    } else if (figure === 0) {
      if (digit !== null || sawZero) return null;
      sawZero = true;
    } else if (figure !== undefined) {
      if (digit !== null) return null;
      digit = figure;
      sawZero = false;
    } else {
      return null;
    }
  }
  if (digit === null) return total;
  // 一百二 is one hundred and twenty; 一百零二 is one hundred and two. The first is too loose to trust.
  const loose = lastUnit > 10 && lastUnit !== Infinity && !/[零〇○◯]/u.test(text);
  return loose ? null : total + digit;
}

/** Figures one by one: 二〇一八 is 2018. Two figures without a zero (三五) may mean "three to five" and are refused. */
function positional(text: string): number | null {
  const figures = [...text].map((character) => DIGITS[character]);
  if (figures.some((figure) => figure === undefined)) return null;
  if (figures.length === 2 && !figures.includes(0)) return null;
  return Number(figures.join(''));
}

/** The whole number that Chinese numerals write (八百八十五, 一万三千, 二〇一八, 廿三), or null when they write none. */
export function chineseInteger(raw: string): number | null {
  if (!CHARACTERS.test(raw)) return null;
  const text = raw.replace(/廿/gu, '二十').replace(/卅/gu, '三十');
  if (!/[十拾百佰千仟万萬亿億]/u.test(text)) return positional(text);
  let total = 0;
  let rest = text;
  let zeroBefore = false;
  for (const [myriad, size] of MYRIADS) {
    const at = rest.search(myriad);
    if (at < 0) continue;
    const count = section(rest.slice(0, at));
    if (count === null || count === 0) return null;
    total += count * size;
    rest = rest.slice(at + 1);
    zeroBefore = ZERO_FIRST.test(rest);
    rest = rest.replace(ZERO_FIRST, '');
  }
  if (rest === '') return zeroBefore ? null : total;
  // 一万三 is thirteen thousand; 一万零三 is ten thousand and three. The first is too loose to trust.
  if (total > 0 && !zeroBefore && rest.length === 1) return null;
  const last = section(rest);
  return last === null ? null : total + last;
}

/** Figures of a year written one by one with zeros of every shape (二○一○, 二O一八, 201O), or null. */
export function chineseYear(raw: string): number | null {
  const figures = [...raw].map((character) => DIGITS[character]);
  if (figures.length !== 4 || figures.some((figure) => figure === undefined)) return null;
  return Number(figures.join(''));
}
