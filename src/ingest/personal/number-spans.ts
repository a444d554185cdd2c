import { isIdentityNumber, looksLikeIdentityNumber, looksLikeOldIdentityNumber } from '../cells/identity';
import type { ColumnUse } from '../match/column-use';
import type { PersonalKind, Span } from './span';

const GAP = String.raw`[ \t\u200b-\u200d\u2060\ufeff.·•_\u2010-\u2015-]`;
const COUNTRY = String.raw`(?:\(?(?:\+|00)?86\)?${GAP}{0,2})?`;
/** The ways people part the eleven figures of a mobile number. */
const GROUPS = [
  [3, 4, 4],
  [3, 8],
  [7, 4],
  [4, 3, 4],
  [4, 4, 3],
  [5, 6],
  [3, 3, 5],
  [3, 5, 3],
  [3, 2, 3, 3],
  [3, 2, 2, 4],
];
const figures = ([first = 0, ...rest]: readonly number[]): string =>
  [String.raw`1[3-9]\d{${first - 2}}`, ...rest.map((count) => String.raw`${GAP}{1,2}\d{${count}}`)].join('');
const MOBILE_FORMS = [
  String.raw`1[3-9]\d{9}(?!\.\d)`,
  String.raw`1 [3-9](?: \d){9}`,
  ...GROUPS.map(figures),
  // With its middle hidden it still tells who it is of, together with a name.
  String.raw`1[3-9]\d${GAP}?[*xX×]{4}${GAP}?\d{4}`,
];
const NOT_INSIDE = String.raw`(?<!\d)(?<!\d[A-Za-z]{1,3})`;
const MOBILE = new RegExp(String.raw`${NOT_INSIDE}${COUNTRY}(?:${MOBILE_FORMS.join('|')})(?!\d|[A-Z][A-Z\d]{2})`, 'gu');

/** A mobile number written out in words: 一三八零零零零一一一三. */
const IN_WORDS =
  /(?<![〇零○一二三四五六七八九])[一幺][三四五六七八九][〇零○一幺二三四五六七八九]{9}(?![〇零○一二三四五六七八九])/gu;

const AREA = String.raw`(?:010|02\d|0[3-9]\d{2})`;
const LOCAL = String.raw`[2-8]\d{2,3}${GAP}?\d{4}`;
const EXTENSION = String.raw`(?:\s*(?:转|ext\.?|EXT\.?|分机|-|\*|#)\s*\d{1,6})?`;
const LANDLINE = new RegExp(
  String.raw`(?<!\d)(?<!\d[-./])(?:\(${AREA}\)${GAP}{0,2}|${AREA}${GAP}{1,3}|(?:\+|00)86${GAP}{0,2}0?(?:10|2\d|[3-9]\d{2})${GAP}{1,2})${LOCAL}${EXTENSION}(?!\d)`,
  'gu',
);
const BARE_LANDLINE = new RegExp(String.raw`(?<!\d)(?<!\d[-./])${AREA}[2-8]\d{6,7}${EXTENSION}(?![\dA-Za-z])`, 'gu');
/** Behind a word for a telephone any number is one. */
const LABELLED_PHONE = new RegExp(
  String.raw`(?:电话|手机|座机|传真|联系方式|短号|(?<![A-Za-z])(?:tel|phone|mobile|cell|fax))(?:号码|号|\.)?(?:\([^()]{1,10}\))?[\s:：)(/]{0,3}((?:\+?\d|\()(?:[\d()\u2010-\u2015-]|[ \t](?!(?:19|20)\d{2}\s*[年./-])(?=\d)){4,17}\d${EXTENSION})(?!\d)`,
  'giu',
);

const IDENTITY = new RegExp(
  String.raw`(?<!\d)(?<!\d[A-Za-z]{1,3})\d{6}${GAP}?\d{4}${GAP}?\d{4}${GAP}?\d{3}[\dXx](?![\dA-Za-z])`,
  'gu',
);
const OLD_IDENTITY = /(?<!\d)(?<!\d[A-Za-z]{1,3})\d{15}(?![\dA-Za-z])/gu;
const HIDDEN_IDENTITY = /(?<!\d)\d{3,10}\*{4,12}[\dXx*]{0,5}(?!\d)/gu;
const LABELLED_IDENTITY = /(?:身份证|证件|护照|身份号码)(?:件)?(?:号码|号)?[\s:：]{0,3}([A-Z]?\d[\d \-]{5,21}[\dXx])/gu;
/** Words that tell a long number is one of an account or a register. */
const OTHER_NUMBER =
  /(?:注册|执照|许可|账|帐|卡|工商|信用代码|代码|流水|凭证)(?:号码|号|码)?[\s:：]*$|[编文单](?:号码|号|码)[\s:：]*$|(?:[数额值量]|收入|资金|利润|税[收款]?|第)[\s:：为达]*$/u;
/** Words behind a number that count with it. */
const UNIT = /^\s*(?:万|亿)?(?:元|人|户|家|个|名|吨|股|件|次|平方|号(?!码))/u;

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/gu;
const WECHAT =
  /(?:微信(?!公众|群|小程序|平台|工作)(?:号)?|(?<![A-Za-z0-9])(?:wechat|weixin|vx|wx))[\s:：]{0,3}([A-Za-z][-_A-Za-z0-9]{4,19}|\d{5,15})|(wxid_[-_A-Za-z0-9]+)/giu;
const QQ = /(?<![A-Za-z])qq(?:号码|号)?[\s:：]{0,3}(\d{5,12})(?!\d)/giu;

const NUMBER = /^[-+]?\d[\d,，]*(?:\.\d+)?\s*[%％]?$/u;
/** Nothing but figures and what parts them: a number of some kind, without a word around it. */
const FIGURES_ONLY = /^[\d\s,;、，；/|]+$/u;

function found(
  text: string,
  pattern: RegExp,
  kind: PersonalKind,
  test: (match: string, at: number) => boolean,
): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole] = match;
    const part = match.slice(1).find((group) => group !== undefined) ?? whole;
    const from = match.index + whole.lastIndexOf(part);
    return test(part, from) ? [{ from, to: from + part.length, kind }] : [];
  });
}

const always = (): boolean => true;
const packed = (text: string): string => text.replace(/[^\dXx]/gu, '').toUpperCase();

/** Identity numbers. In a column of codes or figures only the check figure proves one. */
function identitySpans(text: string, use: ColumnUse): Span[] {
  const whole = FIGURES_ONLY.test(text.replace(/[Xx]$/u, '0'));
  const isOther = (at: number): boolean => OTHER_NUMBER.test(text.slice(0, at));
  const isOne = (match: string, at: number): boolean => {
    const number = packed(match);
    return isIdentityNumber(number) || (use === 'text' && !whole && !isOther(at) && looksLikeIdentityNumber(number));
  };
  const isOld = (match: string, at: number): boolean =>
    use === 'text' && !isOther(at) && looksLikeOldIdentityNumber(match);
  return [
    ...found(text, IDENTITY, 'identity', isOne),
    ...found(text, OLD_IDENTITY, 'identity', isOld),
    ...found(text, HIDDEN_IDENTITY, 'identity', (match) => match.length === 18 || match.length === 15),
    ...found(text, LABELLED_IDENTITY, 'identity', always),
  ];
}

const isOtherNumber = (text: string, match: string, at: number): boolean =>
  OTHER_NUMBER.test(text.slice(0, at)) || UNIT.test(text.slice(at + match.length));

function phoneSpans(text: string, use: ColumnUse): Span[] {
  if (NUMBER.test(text) && (use !== 'text' || text.includes('.') || text.includes(','))) return [];
  const bare = use === 'text' || !FIGURES_ONLY.test(text);
  const isPhone = (match: string, at: number): boolean =>
    (bare || /[^\d]/u.test(match)) && !(/^\d+$/u.test(match) && isOtherNumber(text, match, at));
  return [
    ...found(text, MOBILE, 'phone', isPhone),
    ...found(text, LANDLINE, 'phone', () => use !== 'code' || !/^[\d-]+$/u.test(text)),
    ...(use === 'text' ? found(text, BARE_LANDLINE, 'phone', isPhone) : []),
    ...found(text, IN_WORDS, 'phone', always),
    ...found(text, LABELLED_PHONE, 'phone', (match) => (match.match(/\d/gu)?.length ?? 0) >= 6),
  ];
}

/** Telephones, identity numbers and addresses to write to in a text of half width. */
export function numberSpans(text: string, use: ColumnUse): Span[] {
  return [
    ...identitySpans(text, use),
    ...phoneSpans(text, use),
    ...found(text, EMAIL, 'contact', always),
    ...found(text, WECHAT, 'contact', always),
    ...found(text, QQ, 'contact', always),
  ];
}
