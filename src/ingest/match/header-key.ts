import { normaliseHeader } from '../raw/normalise-header';
import { alone } from '../remembered';

/** Marks that exports put around a header without changing what it means: 必填 stars, list numbers, colons. */
const REQUIRED_MARK = /\((?:必填|选填|必填项|选填项|非必填|required|optional)\)|^[*※#●▲]+|[*※#:：;；。]+$/gu;
const LIST_NUMBER = /^(?:\(\d{1,2}\)|\d{1,2}[.、．])(?=\D)/u;
const JOINTS = /[_\-·."'“”‘’《》]/gu;

const YEAR = /^(?:(?:19|20)\d{2}年?(?:度)?|本年度?|当年|本期|最新|现|截至(?:目前|当前)?)(?=\p{Script=Han})/u;
/** Said of a count that is a part of the one before it (职工数, 其中:党员数); the count is the same. */
const OF_WHICH = /^其中:?(?=\p{Script=Han})/u;
const TRAILING_BRACKET = /\([^()]*\)$/u;
const ANY_BRACKET = /\([^()]*\)/gu;

/** No header that names a column is longer. */
const LONGEST = 200;

/** A lower tier that adds nothing to the tier above it: 党员数 | 合计. */
const NEUTRAL = new Set([
  '合计',
  '小计',
  '总数',
  '总计',
  '人数',
  '数量',
  '名称',
  '情况',
  '内容',
  '数',
  '个数',
  'total',
  '',
]);

function keyOf(header: string): string {
  const bare = normaliseHeader(header).toLowerCase().replace(REQUIRED_MARK, '').replace(LIST_NUMBER, '');
  return bare.replace(REQUIRED_MARK, '').replace(JOINTS, '');
}

/** Longer texts are sentences and hardly come back. */
const REMEMBERED = 40;
const MOST_REMEMBERED = 20_000;
const keys = new Map<string, string>();

/** A header as it is compared: normalised, lower case, without the marks and joints exports put around words. */
export function headerKey(header: string): string {
  if (header.length > REMEMBERED) return keyOf(header);
  const known = keys.get(header);
  if (known !== undefined) return known;
  if (keys.size >= MOST_REMEMBERED) keys.clear();
  const key = keyOf(header);
  keys.set(alone(header), alone(key));
  return key;
}

/** One way to understand a header, and how much it is trusted (0–1). */
export interface HeaderForm {
  readonly key: string;
  readonly trust: number;
}

/** Every way to understand a header, the most literal first: whole, without brackets, without the year, by its tiers. */
export function headerForms(header: string): HeaderForm[] {
  const forms: HeaderForm[] = [];
  if (header.length > LONGEST) return forms;
  const add = (text: string, trust: number): void => {
    const key = headerKey(text);
    if (key === '') return;
    forms.push({ key, trust });
    const unbracketed = [TRAILING_BRACKET, ANY_BRACKET].map((pattern) => key.replace(pattern, ''));
    for (const bare of new Set(unbracketed))
      if (bare !== key && bare !== '') forms.push({ key: bare, trust: trust * 0.95 });
    const undated = key.replace(YEAR, '').replace(TRAILING_BRACKET, '');
    if (undated !== key && undated !== '') forms.push({ key: undated, trust: trust * 0.9 });
  };
  add(header, 1);
  const part = headerKey(header).replace(OF_WHICH, '');
  if (part !== headerKey(header)) add(part, 0.85);
  const tiers = tiersOf(header);
  const last = tiers.at(-1);
  if (tiers.length > 2) add(tiers.slice(-2).join(''), 0.9);
  if (tiers.length > 1 && last !== undefined) {
    if (NEUTRAL.has(headerKey(last))) add(tiers.slice(0, -1).join(''), 0.88);
    else add(last, 0.85);
  }
  return forms;
}

/** The tiers of a header, top to bottom; one when it has no white space inside. */
export function tiersOf(header: string): string[] {
  return header
    .trim()
    .split(/\s+/u)
    .filter((tier) => tier !== '');
}

/** What identifies the layout of a file: equal for files whose headers differ only in spacing, width or script. */
export function headerSignature(header: readonly string[]): string {
  return header.map(headerKey).join('|');
}
