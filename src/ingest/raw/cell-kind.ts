import { remembered } from '../remembered';

/** What a cell looks like, judged by its text alone. 'label' is a number or period that may well be a column header. */
export type CellKind = 'empty' | 'number' | 'date' | 'mark' | 'label' | 'text';

const NUMBER =
  /^[<>≥≤~约近]?[-+±−]?[¥$￥€£]?\s?\d[\d,，\s]*(?:[.．]\d+)?(?:[eE][-+]?\d+)?\s?(?:%|％|‰|个|名|家|户|人|次|分|项|件|条|元|万|万元|亿元|余|多|岁|届|期|天|小时|学时|平方米)*(?:以上|以下)?$/;
const DATE =
  /^(?:\d{4}\s?[-./年]\s?\d{1,2}(?:\s?[-./月]\s?\d{1,2}日?|月|月份)?|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|(?:19|20)\d{6})(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?$|^\d{1,2}:\d{2}(?::\d{2})?$|^[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?$/;
const PERIOD =
  /^(?:(?:19|20)\d{2}年?度?|(?:19|20)\d{2}年?(?:上半年|下半年|第?[一二三四1-4]季度|[Qq][1-4])|\d{1,2}月份?|第?[一二三四1-4]季度|[Qq][1-4]|上半年|下半年|全年)$/;
const CODE = /^(?=[^\s]*\d{4})[A-Za-z0-9][A-Za-z0-9\-_/]{4,}$/;
const MARKS = new Set([
  '是',
  '否',
  '有',
  '无',
  '√',
  '×',
  '✓',
  '✗',
  '○',
  '●',
  '-',
  '—',
  '--',
  '——',
  '/',
  'N/A',
  'NULL',
  'null',
  '""',
  'Y',
  'N',
  '★',
  '☆',
  '〃',
  '"',
  '同上',
]);

/** Classifies one cell; surrounding white space and a leading apostrophe do not count. */
export const kindOf = remembered(kindOfText);

function kindOfText(cell: string): CellKind {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (text.length > 60) return 'text';
  if (MARKS.has(text) || /^[★☆]+$/.test(text)) return 'mark';
  if (PERIOD.test(text)) return 'label';
  const first = text.charCodeAt(0);
  if (first === 39 || first === 61) return /^['=]"?\d+"?$/.test(text) ? 'number' : 'text';
  const plain = foldDigits(text);
  if (DATE.test(plain)) return 'date';
  if (NUMBER.test(plain) || CODE.test(plain)) return 'number';
  return 'text';
}

function foldDigits(text: string): string {
  return /[０-９．％]/.test(text) ? text.normalize('NFKC') : text;
}

/** Whether a cell holds a value that a column header would not have. */
export function isValue(cell: string): boolean {
  const kind = kindOf(cell);
  return kind === 'number' || kind === 'date' || kind === 'mark';
}

/**
 * Whether a cell names a span of values (35岁以下, ≥60, 100人以上): it reads like a value, but over plain values it names their
 * column.
 */
export function isBand(cell: string): boolean {
  return BAND.test(cell.trim());
}
const BAND = /^[<>≥≤＜＞]=?\s*\d|\d\D{0,6}(?:以上|以下|以内)$|^\d{1,3}\s*岁$/;

/** Whether a cell is nothing but a dash: in a header a column that is not used. */
export function isDash(cell: string): boolean {
  return /^[-—–－/／]{1,3}$/.test(cell.trim());
}

/** Whether a text is filled in at all. */
export function isFilled(cell: string | undefined): boolean {
  const first = cell === undefined || cell === '' ? 0 : cell.charCodeAt(0);
  // What nearly every cell begins with: signs of ASCII, Chinese characters.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)) return true;
  return cell !== undefined && cell !== '' && cell.trim() !== '';
}

/** How many cells are filled in. */
export function filledCount(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (isFilled(cell)) count += 1;
  return count;
}
