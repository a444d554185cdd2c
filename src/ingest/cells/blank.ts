import { type BlankReason, type CellResult, blank, refuse } from './result';
import { folded, isProse } from './text';

const REASONS: ReadonlyMap<string, BlankReason> = new Map<string, BlankReason>([
  ...[
    '',
    'null',
    'nil',
    'nan',
    '\\n',
    '(空)',
    '(空白)',
    '空',
    '空白',
    '缺失',
    '未填',
    '未填写',
    '(null)',
    '未知',
    '不详',
    '不明',
  ].map((text): [string, BlankReason] => [text, 'missing']),
  ...['n/a', 'na', '不适用', '不涉及', '\\'].map((text): [string, BlankReason] => [text, 'not_applicable']),
  ...['无', '暂无', '没有', '无此项', 'none', '(无)'].map((text): [string, BlankReason] => [text, 'none']),
  ...[
    '未评',
    '不定星',
    '未定星',
    '未评定',
    '未评星',
    '暂未评',
    '暂不定星',
    '未参评',
    '不参评',
    '暂不评定',
    'unrated',
  ].map((text): [string, BlankReason] => [text, 'unrated']),
  ...[
    '待定',
    '待评',
    '待核',
    '待核实',
    '待确认',
    '待补充',
    '待补',
    '待填',
    '待报',
    '暂定',
    '未定',
    'pending',
    'tbd',
  ].map((text): [string, BlankReason] => [text, 'pending']),
  ...['至今', '迄今', '现在', '目前'].map((text): [string, BlankReason] => [text, 'ongoing']),
  ...['长期', '永久', '长期有效', '无固定期限', '长期坚持'].map((text): [string, BlankReason] => [text, 'long_term']),
]);

/** Any run of dashes and slashes: the placeholders official fill-in guides prescribe for cells that do not apply. */
const DASHES = /^[-‐-―−─━﹣_/／~〜]+$/u;

const SHEET_ERROR = /^#(?:n\/a|ref!|value!|div\/0!|name\?|null!|num!|spill!|calc!|getting_data)$|^#{3,}$/iu;

/** Every word that stands for a blank, folded to lower case. */
export const BLANK_WORDS: readonly string[] = [...REASONS.keys()];

/** Why the cell says nothing, or null when it says something. */
export function blankReason(raw: string): BlankReason | null {
  if (isProse(raw)) return null;
  const text = folded(raw);
  if (DASHES.test(text)) return 'not_applicable';
  return REASONS.get(text.toLowerCase()) ?? null;
}

/** The result for a cell that holds no value of any kind (a blank or a spreadsheet's error), or null. */
export function parseBlank(raw: string): CellResult<never> | null {
  const reason = blankReason(raw);
  if (reason !== null) return blank(reason);
  return !isProse(raw) && SHEET_ERROR.test(folded(raw)) ? refuse('spreadsheet-error') : null;
}
