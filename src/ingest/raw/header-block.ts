import { isBand, isFilled, isValue, kindOf } from './cell-kind';
import { type IsHeaderWord, type Row, contrast, isHeaderText, isMetaRow, looksLikeHeader } from './header-row';
import { hintWeight, isBareUnits, isLabelledUnits, isNoteText } from './row-words';

/** Where in a run of rows the header stands. Rows before `from` are titles, hint rows follow the tiers. */
export interface HeaderBlock {
  /** Index of the first header row; the first data row when there is no header. */
  readonly from: number;
  readonly tiers: number;
  readonly hints: number;
  /** Columns of the table. */
  readonly columns: number;
}

const MOST_TITLES = 40;
const MOST_TIERS = 3;

/** Finds the header among the first rows of a table; blank rows must not be in `rows`. */
export function findHeader(rows: readonly Row[], columns: number, isWord: IsHeaderWord, fixed?: number): HeaderBlock {
  const start = firstWideRow(rows, columns, isWord);
  if (fixed !== undefined) {
    const tiers = Math.max(0, Math.min(fixed, rows.length - start));
    return { from: start, tiers, hints: countHints(rows, start + tiers), columns };
  }
  const anchor = headerRow(rows, start, columns, isWord);
  if (anchor === null) return { from: start, tiers: 0, hints: 0, columns };
  const from = upperTiers(rows, anchor, columns);
  const tiers = Math.min(MOST_TIERS, anchor - from + 1 + lowerTiers(rows, anchor, columns, isWord, anchor - from));
  return { from, tiers, hints: countHints(rows, from + tiers), columns };
}

/** The first row that fills enough of the width to belong to the table: what stands above is title. */
function firstWideRow(rows: readonly Row[], columns: number, isWord: IsHeaderWord): number {
  if (columns < 2) {
    const body = rows.findIndex((row) => !isMetaRow(row));
    return Math.max(0, Math.min(body, MOST_TITLES));
  }
  const need = columns === 2 ? 2 : Math.max(2, Math.ceil(columns * 0.5));
  const last = Math.min(rows.length, MOST_TITLES);
  for (let i = 0; i < last; i += 1) {
    const row = rows[i];
    if (!row || row.filled < need || row.cells.length < columns * 0.7) continue;
    if (isAboveTable(row) && !namesWithColons(rows, i, columns, isWord)) continue;
    if (areUnitsAbove(row, rows[i + 1])) continue;
    return fullerHeader(rows, i, columns, isWord) ?? upperOf(rows, i, columns);
  }
  for (let i = 0; i < last; i += 1) {
    const row = rows[i];
    if (row && row.filled >= 2 && !isAboveTable(row)) return i;
  }
  return 0;
}

/** Units that stand above the names of the columns, not below. */
function areUnitsAbove(row: Row, below: Row | undefined): boolean {
  return below !== undefined && isLabelledUnits(row.cells) && below.filled >= row.filled && !below.cells.some(isValue);
}

/** Names of columns with a colon in them (得分：满分100) over rows of data; a remark has a header below it. */
function namesWithColons(rows: readonly Row[], i: number, columns: number, isWord: IsHeaderWord): boolean {
  const row = rows[i];
  const next = rows[i + 1];
  if (!row || !next || next.blanks > 0 || row.filled < Math.max(2, columns * 0.8)) return false;
  const texts = row.cells.filter(isFilled);
  if (texts.some((text) => isValue(text) || text.trim().length > 24) || new Set(texts).size < texts.length)
    return false;
  if (isMetaRow(next) || next.filled < columns * 0.5) return false;
  const values = next.cells.filter(isValue).length;
  const words = next.cells.filter((text) => isFilled(text) && isHeaderText(text, isWord)).length;
  return values > 0 || (!isRemark(row) && words * 2 < next.filled);
}

/** Remarks about the table: 填报单位：…, 统计时间：…. Other texts with a colon may name columns. */
function isRemark(row: Row): boolean {
  return isMetaRow(row) && row.cells.some((cell) => REMARK.test(cell.trim()));
}
const REMARK =
  /^(?:单位|填[报表]|制表|统计|截[至止]|数据|日期|时间|报表|编号|密级|附件|表号|文号|制定|批准|有效期|导出|打印|查询|联系|电话|审核|备?注|说明|来源)/;

/** Remarks and titles; a title may be written out in every cell it was merged over. */
function isAboveTable(row: Row): boolean {
  return isMetaRow(row) || isSameTitle(row) || (row.filled > 1 && isTitleWithRemarks(row));
}

const isSameTitle = (row: Row): boolean => row.filled >= 2 && new Set(row.cells.filter(isFilled)).size === 1;

/** Keys and values above a table (导出时间,2023-06-30) are half as wide as the row of column names below them. */
function fullerHeader(rows: readonly Row[], i: number, columns: number, isWord: IsHeaderWord): number | null {
  for (let j = i; j < Math.min(rows.length, i + 20); j += 1) {
    const row = rows[j];
    if (!row) return null;
    const names = row.cells.filter((text) => isFilled(text) && isHeaderText(text, isWord)).length;
    if (row.filled >= columns * 0.9 && !row.cells.some(isValue) && names * 2 >= row.filled && j > i) return j;
    if (row.filled > columns * 0.6 || row.filled > 3 || (j === i && !row.cells.some(isValue))) return null;
  }
  return null;
}

/** A first wide row that is already data may still have a thin header right above it. */
function upperOf(rows: readonly Row[], i: number, columns: number): number {
  const row = rows[i];
  const above = rows[i - 1];
  if (!row || !above || !row.cells.some(isValue)) return i;
  const thin =
    above.filled >= 2 && above.cells.length >= columns * 0.5 && !above.cells.some(isValue) && !isRemark(above);
  return thin ? i - 1 : i;
}

/** The row that names the columns, or null when the table starts with data. */
function headerRow(rows: readonly Row[], start: number, columns: number, isWord: IsHeaderWord): number | null {
  const row = rows[start];
  if (!row) return null;
  return looksLikeHeader(row, rows.slice(start + 1, start + 40), columns, isWord) ? start : null;
}

/** How many rows directly above the header row are upper tiers of it (merged labels), as the index of the first. */
function upperTiers(rows: readonly Row[], anchor: number, columns: number): number {
  let from = anchor;
  while (from > 0 && anchor - from < MOST_TIERS - 1) {
    const above = rows[from - 1];
    const below = rows[from];
    if (!above || !below || !isUpperTier(above, below, columns)) break;
    from -= 1;
  }
  return from;
}

function isUpperTier(above: Row, below: Row, columns: number): boolean {
  if (below.blanks > 0 || isSameTitle(above) || isRemark(above) || above.cells.length < columns * 0.7) return false;
  if (above.cells.some(isFigure)) return false;
  if (above.cells.some((cell) => cell.trim().length > 30)) return false;
  if (isTitleWithRemarks(above) || areUnitsAbove(above, below)) return false;
  if (above.filled >= 2) return true;
  if (isTitleText(above.cells.find(isFilled) ?? '')) return false;
  // One label alone is a title when it stands in the first column, a merged label when it stands over the others.
  return above.filled === 1 && !isFilled(above.cells[0]) && isFilled(below.cells[0]) && below.filled >= columns * 0.8;
}

/** A value that names no column. */
const isFigure = (cell: string): boolean => isValue(cell) && !isBand(cell);

/** The title of a table with what is said of the whole beside it: …台账 | 2022年下半年 | 单位：家. Two periods would be a tier. */
function isTitleWithRemarks({ cells, filled }: Row): boolean {
  const [title = '', ...rest] = cells.map((cell) => cell.trim());
  if (filled > 3 || !isTitleText(title)) return false;
  const beside = rest.filter(isFilled);
  const periods = beside.filter((cell) => PERIOD.test(cell));
  return periods.length < 2 && beside.every((cell) => PERIOD.test(cell) || OF_ALL.test(cell));
}
const PERIOD = /^[(（]?(?:19|20)\d{2}\s*(?:年|[-./QqHh]).{0,8}$/u;
const OF_ALL = /^[(（]?(?:(?:金额|计量|数据)?单位|填[报表]|制表|统计|截[至止]|日期|时间|报表|编号|表号|密级).{0,16}$/u;

/** A lone text that is the title of a whole table wherever it was merged: …一览表, …台账（2023年）. */
export function isTitleText(text: string): boolean {
  return text.trim().length >= 6 && TITLE.test(text.trim());
}
const TITLE =
  /(?:表|台账|台帐|名册|花名册|名单|清单|一览|汇总|通报|目录|公示|登记|报告|统计|明细|情况)(?:[（(【[][^）)】\]]*[）)】\]])?$/;

/** How many rows below the header row are lower tiers of it. */
function lowerTiers(
  rows: readonly Row[],
  anchor: number,
  columns: number,
  isWord: IsHeaderWord,
  above: number,
): number {
  let count = 0;
  while (above + count < MOST_TIERS - 1) {
    const upper = rows[anchor + count];
    const lower = rows[anchor + count + 1];
    if (!upper || !lower) break;
    const body = rows.slice(anchor + count + 2, anchor + count + 40);
    if (!isLowerTier(rows.slice(anchor - above, anchor + count + 1), lower, body, columns, isWord)) break;
    count += 1;
  }
  return count;
}

function isLowerTier(
  tiers: readonly Row[],
  lower: Row,
  body: readonly Row[],
  columns: number,
  isWord: IsHeaderWord,
): boolean {
  const upper = tiers.at(-1);
  if (!upper) return false;
  if (isIdentical(upper, lower)) return lower.blanks === 0;
  if (isLabelledUnits(lower.cells) || isBareUnits(upper.cells, lower.cells)) return false;
  if (lower.blanks > 0 || lower.cells.some(isFigure) || lower.filled === 0 || isRemark(lower)) return false;
  if (lower.filled === 1 && isFilled(lower.cells[0])) return false;
  if (isHintRow(lower) || isNumberRow(lower, body) || lower.cells.some((cell) => isNoteText(cell))) return false;
  if (lower.cells.some((cell) => cell.trim().length > 30)) return false;
  if (isUnitRow(lower)) return true;
  const gaps = emptyUnder(upper, lower, columns);
  const merges = emptyUnder(lower, upper, columns);
  const spans = repeatedLabels(upper);
  const complementary =
    merges > 0 && gaps > 0 && named([...tiers, lower, ...tierBelow(body)], columns) >= columns * 0.8;
  const words = lower.cells.filter(isFilled).filter((text) => isHeaderText(text, isWord)).length;
  const speaks = contrast(lower, body) > 0 || words * 2 >= lower.filled;
  if (complementary) return speaks || allLabels(lower) || body.length === 0;
  if (isTranslation(upper, lower) && contrast(lower, body) > 0) return true;
  if (gaps >= Math.max(1, columns * 0.3)) return speaks || allLabels(lower);
  return spans > 0 && shareSame(upper, lower) && speaks;
}

/** The names once more in English, or as the fields of a database. */
function isTranslation(upper: Row, lower: Row): boolean {
  const han = upper.cells.filter((cell) => /\p{Script=Han}/u.test(cell)).length;
  return han * 2 > upper.filled && lower.filled >= upper.filled && lower.cells.every((cell) => LATIN.test(cell.trim()));
}
const LATIN = /^$|^[A-Za-z][\w .()/%-]*$/;

/** A row of units under the names: （人） （万元） %. */
function isUnitRow(row: Row): boolean {
  return row.cells.every((cell) => !isFilled(cell) || UNIT.test(cell.trim()));
}
const UNIT = /^(?:[（(][^()（）]{1,6}[)）]|个|人|名|家|户|次|分|%|％|元|万元|亿元)$/;

function isIdentical(a: Row, b: Row): boolean {
  return a.filled > 1 && a.cells.length === b.cells.length && a.cells.every((cell, c) => cell === b.cells[c]);
}

/** Columns where `a` is empty and `b` is filled. */
function emptyUnder(a: Row, b: Row, columns: number): number {
  let count = 0;
  for (let c = 0; c < columns; c += 1) if (!isFilled(a.cells[c]) && isFilled(b.cells[c])) count += 1;
  return count;
}

/** How many columns have a label in one of the tiers. */
function named(tiers: readonly Row[], columns: number): number {
  let count = 0;
  for (let c = 0; c < columns; c += 1) if (tiers.some(({ cells }) => isFilled(cells[c]))) count += 1;
  return count;
}

/** The row below, when it may be a tier itself: it names columns that no tier above does. */
function tierBelow([first]: readonly Row[]): readonly Row[] {
  const may = first !== undefined && first.blanks === 0 && !first.cells.some(isFigure) && !isRemark(first);
  return may && !isFilled(first.cells[0]) ? [first] : [];
}

/** Labels that stand twice side by side: a merged cell written out. */
function repeatedLabels(row: Row): number {
  return row.cells.filter((cell, c) => c > 0 && isFilled(cell) && cell === row.cells[c - 1]).length;
}

function shareSame(a: Row, b: Row): boolean {
  return a.cells.some((cell, c) => isFilled(cell) && cell === b.cells[c]);
}

function allLabels(row: Row): boolean {
  return row.cells.every((cell) => !isFilled(cell) || kindOf(cell) === 'label');
}

function countHints(rows: readonly Row[], from: number): number {
  let count = 0;
  while (count < 3) {
    const row = rows[from + count];
    const header = rows[from - 1]?.cells ?? [];
    if (
      !row ||
      !(
        isHintRow(row) ||
        isBareUnits(header, row.cells) ||
        isNumberRow(row, rows.slice(from + count + 1, from + count + 40))
      )
    )
      break;
    count += 1;
  }
  return count;
}

/** 必填 / 选填 rows under a header, and units with a word that says so. */
function isHintRow(row: Row): boolean {
  if (isLabelledUnits(row.cells)) return true;
  let strong = 0;
  let weak = 0;
  for (const cell of row.cells) {
    const weight = hintWeight(cell);
    if (weight === 2) strong += 1;
    else if (weight === 1) weak += 1;
  }
  return strong > 0 && (strong + weak) * 2 >= row.filled;
}

/** The row 甲 乙 1 2 3 … that numbers the columns of a statistical form; a row of data may look the same. */
function isNumberRow(row: Row, body: readonly Row[]): boolean {
  if (row.filled < 3 || row.filled < row.cells.length) return false;
  let stems = 0;
  let numbers = 0;
  for (const cell of row.cells) {
    const text = cell.trim().replace(/^[(（]|[)）]$/g, '');
    if (numbers === 0 && text === '甲乙丙丁戊'[stems]) stems += 1;
    else if (Number(/^(\d{1,3})(?:\s*=.*)?$/.exec(text)?.[1]) === numbers + 1) numbers += 1;
    else return false;
  }
  if (numbers === 0 || stems + numbers < 3) return false;
  if (stems > 1) return true;
  const below = body.map(({ cells }) => cells[0]?.trim() ?? '').filter((text) => text !== '');
  // 甲 over other names is one of them only if they are 乙, 丙 …; numbers over numbers are data.
  if (stems === 1) return below.length > 0 && !below.some((text) => /^[乙丙丁戊]$/.test(text));
  return row.cells.some((_, c) => {
    const texts = body.filter(({ cells }) => kindOf(cells[c] ?? '') === 'text').length;
    return body.length > 0 && texts * 3 >= body.length * 2;
  });
}

/** Joins header rows into one text a column: upper labels fill rightward, equal labels one above the other once. */
export function joinTiers(tiers: readonly Row[], columns: number): string[] {
  const single = tiers[0];
  if (tiers.length === 1 && single) return Array.from({ length: columns }, (_, c) => single.cells[c] ?? '');
  const filled = fillRightward(tiers, columns);
  const doubled = tiers.every((tier, i) => i === 0 || isIdentical(tiers[0] ?? tier, tier));
  return Array.from({ length: columns }, (_, c) => {
    const labels: string[] = [];
    for (const tier of filled) {
      const label = tier[c] ?? '';
      if (label !== '' && (doubled || labels.at(-1) !== label)) labels.push(label);
    }
    return labels.join(' ');
  });
}

/** A merged label covers the empty cells to its right, as far as the label above it reaches and columns go on below. */
function fillRightward(tiers: readonly Row[], columns: number): string[][] {
  const out: string[][] = [];
  tiers.forEach((tier, t) => {
    const last = t === tiers.length - 1;
    const row: string[] = [];
    for (let c = 0; c < columns; c += 1) {
      const own = (tier.cells[c] ?? '').trim();
      const under = tiers.slice(t + 1).some((lower) => isFilled(lower.cells[c]));
      const sameParent = out.every((upper) => c > 0 && upper[c] === upper[c - 1]);
      row.push(own !== '' || last || !under || c === 0 || !sameParent ? own : (row[c - 1] ?? ''));
    }
    out.push(row);
  });
  return out;
}
