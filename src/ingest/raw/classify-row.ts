import { isFilled, isValue, kindOf } from './cell-kind';
import { isTitleText } from './header-block';
import { type IsHeaderWord, type Row, isMetaRow } from './header-row';
import { RowSums, addsUp, figureOf } from './row-sums';
import {
  isAreaLabel,
  mayNameAll,
  isPlaceName,
  isAverageLabel,
  isGroupText,
  isNoteText,
  isShareLabel,
  isSureNote,
  totalWeight,
} from './row-words';
import { type Asked, remembered, rememberedByCode } from '../remembered';
import { isPartLabel, isPartOfNamed, isPartText, listsMeasures } from './part-rows';
import { type TableShape, headerShare, likeHeader, tableStartsAt } from './table-shape';

/** What a record below a header is. 'table' = here begins another table. */
export type RowKind = 'data' | 'title' | 'total' | 'average' | 'part' | 'note' | 'group' | 'repeatedHeader' | 'table';

/** Where a row stands: the table around it, the rows to come, what came before. */
export interface RowContext {
  readonly shape: TableShape;
  readonly isWord: IsHeaderWord;
  readonly titles: readonly string[];
  readonly row: Row;
  readonly next: Row | undefined;
  /** The row itself and the rows behind it, as far as they are known. */
  readonly ahead: () => readonly Row[];
  /** No rows come after `ahead`. */
  readonly complete: boolean;
  readonly previous: RowKind | null;
  /** Data rows so far. */
  readonly rows: number;
  /** The row or total above that others may be parts of. */
  readonly whole: readonly string[] | null;
  /** Their sums: since the table began, and since the last total. */
  readonly sums: readonly RowSums[];
}

/** Fast test for the rows there are most of in a table: nothing about them needs a second look. */
export function ordinaryIn({ columns, fill, header, valueColumn }: TableShape): (row: Row) => boolean {
  const least = Math.max(Math.min(3, columns), fill / 2);
  const startsLike = rememberedByCode(startsLikeValue);
  const isValueThere = rememberedByCode(isValue);
  const [mayMeans, areLabels] = [FIRST.map(() => rememberedByCode(mayMean)), FIRST.map(() => remembered(isLabel))];
  const some = ({ cells, codes }: Row, tests: readonly Asked<boolean>[]): boolean => {
    for (let at = 0; at < tests.length; at += 1) if (tests[at]?.(cells[at] ?? '', codes?.[at]) === true) return true;
    return false;
  };
  return (row) => {
    const { cells, filled } = row;
    if (row.blanks > 0 || cells.length !== columns || filled < least) return false;
    const [value, code] = [cells[valueColumn] ?? '', row.codes?.[valueColumn]];
    if (valueColumn >= 0 && !startsLike(value, code)) return false;
    if (cells[0] === header[0] || (cells[0] ?? '') === '') return false;
    if (!some(row, mayMeans)) return true;
    // A row with a value where values stand is no header, and one that is mostly filled goes on with no note: only its labels can tell.
    const isFull = filled * 2 > columns && valueColumn >= 0 && isValueThere(value, code);
    return isFull && !some(row, areLabels);
  };
}

/** The columns where labels stand. */
const FIRST = [0, 1, 2];

/** Whether a text is what rows of totals, shares, averages, parts and notes are called, or how one of them begins. */
const isLabel = (text: string): boolean =>
  (OPENS[text.charCodeAt(0)] === 1 && text.length < 24 && ENGLISH.test(text)) ||
  totalWeight(text) !== 0 ||
  isShareLabel(text) ||
  isAverageLabel(text) ||
  mayNameAll(text) ||
  isPartText(text) ||
  isSureNote(text) ||
  isNoteText(text);

/** Whether a cell begins like a number, or like a code: letters, then at least four figures. */
function startsLikeValue(cell: string): boolean {
  let letters = 0;
  while (letters < MOST_LETTERS && isLatin(cell.charCodeAt(letters))) letters += 1;
  const figures = letters === 0 ? 1 : 4;
  for (let at = letters; at < letters + figures; at += 1) if (!isFigure(cell.charCodeAt(at))) return false;
  return true;
}
const MOST_LETTERS = 4;
const isFigure = (code: number): boolean => code >= 48 && code <= 57;
const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Whether a short text begins like, or has a character of, totals, notes, shares or sign-offs. */
function mayMean(text: string): boolean {
  if (text.length > 40) return false;
  if (OPENS[text.charCodeAt(0)] === 1 && text.length < 24 && ENGLISH.test(text)) return true;
  for (let i = 0; i < text.length; i += 1) if (MEANS[text.charCodeAt(i)] === 1) return true;
  return false;
}
const ENGLISH =
  /^\s*(?:grand|sub|sum|total|note|source|foot|page|average|avg|mean|median|max|min|std|all|overall|whole|of which|including|[-—–－…·•└├─]*\s*(?:其\s*中|内含|(?:内|含|包括|包含)\s*[:：])|全|整|所有|各|合|最|众数|中位|极差|[本我][市区县省州园开高经新街镇乡]|[两二三四五六七八九十]{1,3}[个大家]|两|标准差|方差|[#＃(（]\s*其中)/i;
const OPENS = tableOf(
  ' \u3000gGsStTnNfFpPaAmMoOwWiI其内含包-—–－…·•└├─全整所各合最众中极标方本我两二三四五六七八九十#＃(（',
);
const MEANS = tableOf('计总汇结整占比重均注说备来源签章表制单填审核办校页共#※*');

function tableOf(chars: string): Uint8Array {
  const table = new Uint8Array(65536);
  for (const char of chars) table[char.charCodeAt(0)] = 1;
  return table;
}

/** Says what a record is. Data unless there is a reason to think otherwise. */
export function classifyRow(context: RowContext): RowKind {
  const { shape, row } = context;
  const like = likeHeader(row, shape);
  if (like === 'same') return isCopy(context) ? 'table' : 'repeatedHeader';
  if (like === 'variant' && headerRowBelow(context)) return 'table';
  if (headsAnother(context) || (row.blanks > 0 && startsTable(context))) return 'table';
  if (isTotal(row, context)) return 'total';
  if (isAverage(row, context)) return 'average';
  if (isArea(row, context)) return 'total';
  if (isPart(row, context)) return 'part';
  if (shape.columns === 1) return singleColumn(row, context);
  if (row.filled === 1 && (shape.columns > 2 || row.cells.length === 1)) return loneText(row, context);
  if (isNoteRow(row, context)) return 'note';
  if (row.filled === 2 && shape.fill >= 3 && /^[一二三四五六七八九十]{1,3}[、.．]?$/.test(row.cells[0]?.trim() ?? ''))
    return 'group';
  if (shape.valueColumn >= 0 && isHeaderInBody(row, context)) return 'table';
  return 'data';
}

/** A part of the row or the total above (其中：机关). */
function isPart(row: Row, { shape, whole, previous }: RowContext): boolean {
  if (shape.columns < 2 || whole === null) return false;
  if (isPartLabel(row)) return !listsMeasures(shape.header, row);
  return previous !== 'total' && isPartOfNamed(row, whole);
}

/** The whole table pasted a second time: the header comes back and the first row with it. */
function isCopy({ shape, next, rows }: RowContext): boolean {
  const { first } = shape;
  if (!next || !first || rows < 3) return false;
  return next.cells.length === first.cells.length && next.cells.every((cell, c) => cell === first.cells[c]);
}

function headerRowBelow({ next, shape }: RowContext): boolean {
  if (!next) return false;
  return shape.valueColumn < 0 || isValue(next.cells[shape.valueColumn] ?? '') || next.cells.some(isValue);
}

function startsTable({ row, ahead, isWord, shape, rows }: RowContext): boolean {
  if (rows === 0) return false;
  if (row.filled > 1 && shape.valueColumn >= 0 && startsLikeValue(row.cells[shape.valueColumn] ?? '')) return false;
  const coming = ahead();
  if (!tableStartsAt(coming, 0, isWord)) return false;
  // The same header under a repeated title is a page break, not another table.
  const top = coming.find((row) => row.filled >= 2 && !isMetaRow(row));
  return !top || likeHeader(top, shape) !== 'same';
}

/** Another title over the same header: the table of another month or zone. Under its own title a header comes back on a new page. */
function headsAnother({ row, rows, titles, shape, ahead }: RowContext): boolean {
  if (rows === 0 || row.filled !== 1 || shape.columns < 2) return false;
  const text = (row.cells.find(isFilled) ?? '').trim();
  if (titles.length === 0 || titles.includes(text) || /续|页/.test(text) || isNoteText(text)) return false;
  const under = ahead().slice(1, 1 + MOST_LINES);
  const header = under.find(({ filled }) => filled > 1);
  if (!header || likeHeader(header, shape) !== 'same') return false;
  const isOfSeries = titles.some((title) => withoutNumbers(title) === withoutNumbers(text));
  return isOfSeries || (isTitleText(text) && titles.some(isTitleText));
}
const MOST_LINES = 4;
const withoutNumbers = (text: string): string => text.replace(/[\d０-９〇零一二三四五六七八九十上下]+/g, '#');

/** A row of text in a column of values whose cells are words for columns. */
function isHeaderInBody(row: Row, { shape, isWord, next, rows }: RowContext): boolean {
  const cell = row.cells[shape.valueColumn] ?? '';
  if (rows === 0 || !isFilled(cell) || kindOf(cell) !== 'text' || row.cells.some(isValue)) return false;
  return row.filled >= 2 && headerShare(row, isWord) >= 0.6 && next !== undefined;
}

function isTotal(row: Row, { shape, previous, next, isWord }: RowContext): boolean {
  const at = row.cells.findIndex(isFilled);
  for (let c = at; c >= 0 && c < Math.min(at + 3, row.cells.length); c += 1) {
    const cell = row.cells[c] ?? '';
    if (!isFilled(cell)) continue;
    const weight = totalWeight(cell);
    if (weight !== 0 && restIsValues(row, c, weight)) return headerShare(row, isWord) < 1 || row.filled === 1;
    if (kindOf(cell) === 'text' && c > at) break;
  }
  const label = row.cells[at] ?? '';
  if (!isShareLabel(label) || !restIsValues(row, at, 1) || shape.columns < 2) return false;
  return previous === 'total' || (next !== undefined && totalWeight(next.cells.find(isFilled) ?? '') === 2);
}

/** The label of a row, when it is a text among the first three cells and the rest of the row is figures. */
function labelOverFigures(row: Row): string | null {
  for (let at = 0; at < Math.min(3, row.cells.length); at += 1) {
    const label = row.cells[at] ?? '';
    if (isFilled(label) && kindOf(label) !== 'number') return restIsValues(row, at, 1) ? label : null;
  }
  return null;
}

/** Whether a row of figures is called by all that the rows are of (全区). */
export function namesArea(row: Row): boolean {
  const label = labelOverFigures(row);
  return label !== null && isAreaLabel(label);
}

/** Averages of the rows above, or of those below; where the rows are measures, 平均分 is one of them. */
function isAverage(row: Row, context: RowContext): boolean {
  const { shape, rows } = context;
  if (shape.columns < 2 || listsMeasures(shape.header, row)) return false;
  const label = labelOverFigures(row);
  if (label === null || !isAverageLabel(label)) return false;
  return rows > 0 || isMeanOf(context.ahead().slice(1), row) || !context.complete;
}

/** A first row whose figures are rather the means of those below than anything else. */
function isMeanOf(below: readonly Row[], row: Row): boolean {
  const sums = new RowSums();
  for (const { cells } of below) sums.add(cells);
  const { sum, mean, other } = sums.compare(row.cells);
  return sums.rows > 1 && mean > 0 && mean >= sum + other;
}

/** A row of 全区, or of nothing but figures, that adds up the rows before it, or those behind it. */
function isArea(row: Row, context: RowContext): boolean {
  const { shape, sums, rows, complete } = context;
  if (shape.columns < 2 || listsMeasures(shape.header, row)) return false;
  const label = labelOverFigures(row);
  if (label === null) return isBareTotal(row, context);
  // Of one row above, a row of the same figures is rather another like it (合作园) than its total.
  const least = isAreaLabel(label) ? 0 : 1;
  if (rows > 0 && mayNameAll(label)) return sums.some((one) => one.rows > least && addsUp(one.compare(row.cells)));
  if (rows > 0) return isOfPlace(row, label, context);
  if (!mayNameAll(label)) return false;
  const below = context.ahead().slice(1);
  const [first] = below;
  if (!isAreaLabel(label)) return complete && below.length > 1 && isSumOf(below, row);
  return first !== undefined && below.length > 1 && (complete ? sumsOf(below, row) : exceedsAll(row, below));
}

/** A last row called by a place that no other is of the kind of (云州市 under parks), whose every figure is the sum of those above. */
function isOfPlace(row: Row, label: string, context: RowContext): boolean {
  const { shape, sums, rows } = context;
  const at = row.cells.indexOf(label);
  // The sample may have the row itself.
  const alike = shape.last[at]?.get(label.trim().slice(-1)) ?? 0;
  // Of few small figures any row may be the sum of the others.
  const large = row.cells.filter((cell) => figureOf(cell) >= 10).length;
  if (rows < 3 || large < 2 || alike > 1 || !isPlaceName(label) || follows(context, 1) !== 'nothing') return false;
  const isNumbered = at > 0 && figureOf(row.cells[0]) === rows + 1;
  const found = sums[0]?.compare(isNumbered ? ['', ...row.cells.slice(1)] : row.cells);
  return found !== undefined && found.sum > 1 && found.other + found.mean === 0;
}

/** Figures under names, without a name: the sum of at least two rows in at least two columns. */
function isBareTotal(row: Row, { shape, sums }: RowContext): boolean {
  if (shape.leadingTexts === 0 || row.cells.slice(0, shape.leadingTexts).some(isFilled)) return false;
  if (row.cells.some((cell) => isFilled(cell) && Number.isNaN(figureOf(cell)))) return false;
  return sums.some((one) => one.rows > 1 && addsUp(one.compare(row.cells)) && one.compare(row.cells).sum > 1);
}

/** A first row that is the sum of those below in at least two columns and in all that have figures. */
function isSumOf(below: readonly Row[], row: Row): boolean {
  const sums = new RowSums();
  for (const { cells } of below) sums.add(cells);
  const { sum, mean, other } = sums.compare(row.cells);
  return sum > 1 && mean === 0 && other === 0;
}

function sumsOf(below: readonly Row[], row: Row): boolean {
  const figures = row.cells.map(figureOf);
  let [agree, differ] = [0, 0];
  figures.forEach((stated, c) => {
    if (Number.isNaN(stated) || stated === 0) return;
    const sum = below.reduce((all, { cells }) => all + (figureOf(cells[c]) || 0), 0);
    if (Math.abs(sum - stated) < 1e-6 * Math.max(1, Math.abs(sum))) agree += 1;
    else differ += 1;
  });
  return agree > 0 && agree >= differ;
}

/** A first row no figure of which is below that of any row behind it. */
function exceedsAll(row: Row, below: readonly Row[]): boolean {
  const figures = row.cells.map(figureOf);
  return (
    figures.some((stated) => stated > 0) &&
    below.every(({ cells }) => figures.every((stated, c) => Number.isNaN(stated) || !(figureOf(cells[c]) > stated)))
  );
}

/** Besides its label a totals row holds values; a bare 合计 forgives one text (a name of the area, a remark). */
function restIsValues(row: Row, label: number, weight: 1 | 2): boolean {
  let values = 0;
  let texts = 0;
  for (let c = 0; c < row.cells.length; c += 1) {
    const cell = row.cells[c];
    if (cell === undefined || c === label || !isFilled(cell)) continue;
    if (kindOf(cell) !== 'text') values += 1;
    else if (weight === 1) return false;
    else texts += 1;
  }
  return weight === 2 ? texts <= 1 || values >= texts : texts === 0 && values > 0;
}

function singleColumn(row: Row, context: RowContext): RowKind {
  const text = row.cells[0] ?? '';
  if (context.rows > 0 && isNoteText(text) && follows(context, 1) === 'nothing') return 'note';
  return 'data';
}

/** One filled cell in a wide table: a title come back, a note, a heading of a group, never a row of data. */
function loneText(row: Row, context: RowContext): RowKind {
  const { shape, titles } = context;
  const text = (row.cells.find(isFilled) ?? '').trim();
  if (isNameInColumn(row, shape)) return 'data';
  if (isNoteText(text) || text.startsWith('#')) return 'note';
  if (titles.includes(text)) return 'title';
  const next = follows(context, 1);
  if (next === 'table') return context.rows > 0 ? 'table' : 'title';
  if (next === 'nothing')
    return isFewCells(row, shape) || text.length > 12 || isGroupText(text) ? 'note' : lastLone(context);
  if (shape.columns === 2) return isGroupText(text) ? 'group' : 'data';
  if (isInsideMerged(row, shape)) return 'data';
  // Too long for a heading: a record whose separators went missing. Better a row with one cell than a row lost.
  if (text.length > 60) return 'data';
  return shape.fill >= 3 || row.cells.length === 1 || isGroupText(text) ? 'group' : 'data';
}

/** A lone text that ends like the names of its column (…支部) is a row nobody has filled in yet. */
function isNameInColumn(row: Row, shape: TableShape): boolean {
  const at = row.cells.findIndex(isFilled);
  const text = row.cells[at]?.trim() ?? '';
  const known = shape.endings[at];
  return (
    row.cells.length === shape.columns &&
    text.length > 2 &&
    known !== undefined &&
    known.has(text.slice(-2)) &&
    !isGroupText(text)
  );
}

/** A name right of merged zones or parents, whose own cells nobody has filled in; a heading stands at the left edge. */
function isInsideMerged(row: Row, { columns, leadingTexts }: TableShape): boolean {
  const at = row.cells.findIndex(isFilled);
  return row.cells.length === columns && at > 0 && at < leadingTexts && !isGroupText(row.cells[at] ?? '');
}

function lastLone({ shape, previous }: RowContext): RowKind {
  return shape.fill >= 3 || previous === 'note' ? 'note' : 'data';
}

function isFewCells(row: Row, shape: TableShape): boolean {
  return row.cells.length < shape.columns && row.cells.length <= 2;
}

/** Notes that fall into several cells: 填表人：张三,,审核人：李四 or a remark with commas in it. */
function isNoteRow(row: Row, context: RowContext): boolean {
  const { shape, previous } = context;
  const first = row.cells.find(isFilled) ?? '';
  const thin = row.filled * 2 <= shape.columns || row.cells.length !== shape.columns;
  const textOnly = !isFilled(row.cells[0]) || kindOf(row.cells[0] ?? '') === 'text';
  if (isSureNote(first)) return true;
  if (isNoteText(first)) return thin || follows(context, 1) === 'nothing';
  if (previous !== 'note' || !thin || !textOnly) return false;
  return follows(context, 1) === 'nothing' && (isMetaRow(row) || row.filled <= 2 || /^\s*\d+[.、．]/.test(first));
}

/** What comes behind the rows that are no data: more data, another table, or nothing any more. */
function follows(context: RowContext, from: number): 'data' | 'table' | 'nothing' {
  const { complete, shape, isWord } = context;
  const ahead = context.ahead();
  for (let i = from; i < ahead.length; i += 1) {
    const row = ahead[i];
    if (!row) break;
    if (row.blanks > 0 || i === from) {
      const same = likeHeader(row, shape) === 'same';
      if (!same && row.filled >= 2 && tableStartsAt(ahead, i, isWord)) return 'table';
    }
    if (shape.columns === 1 ? !isNoteText(row.cells[0] ?? '') : isBodyLike(row, shape)) return 'data';
  }
  return complete ? 'nothing' : 'data';
}

function isBodyLike(row: Row, shape: TableShape): boolean {
  if (row.filled < 2 || isMetaRow(row) || isNoteText(row.cells.find(isFilled) ?? '')) return false;
  if (totalWeight(row.cells.find(isFilled) ?? '') === 2) return false;
  if (shape.valueColumn >= 0 && !isValue(row.cells[shape.valueColumn] ?? '')) return false;
  return row.filled * 2 >= shape.fill || row.cells.length === shape.columns;
}
