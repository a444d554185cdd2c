import { isFilled } from './cell-kind';
import type { Row } from './header-row';
import { normaliseHeader } from './normalise-header';
import { RowSums, figureOf } from './row-sums';

/** Rows looked at behind a 其中 to find where its parts end. */
const MOST_PARTS = 24;
/** With what may stand before it: #其中, —其中, （其中. A bare 内 or 含 says so with a colon. */
const PART = /^(?:[#＃(（·•└├─]|[-—–－…]+)?\s*(?:其\s*中|内含|of\s?which|including|(?:内|含|包括|包含)\s*[:：])/i;
/** A column of such names lists measures, not things: a part of a measure is a measure of its own. */
const MEASURES = /指标|项目|内容|栏目|事项|科目|item|indicator/i;
/** Such a column lists measures too, unless the columns beside it say what is counted of each kind (类别 | 企业数 | 已建数). */
const KINDS = /类别|分类|类型|构成|category/i;
const COUNTED =
  /^(?!.*\d)(?!(?:任务|目标|计划|完成|实际|实有|本期|上期|同期|本年|上年|去年|今年|本月|上月|本季|上季|年初|年末|期初|期末|累计|合计|总|个|人|户|次|数|基)+数?量?$).{2,}(?:数|数量|户数|人数|家数|个数)$/;
const INDENTED = /^[\s\u3000]+\S/;

const labelOf = (row: Row): string => row.cells.slice(0, 3).find(isFilled) ?? '';

/** Whether a row says that it is a part of the row above (其中：机关). */
export function isPartLabel(row: Row): boolean {
  return isPartText(labelOf(row));
}

/** Whether a row of figures says so behind the name that it shares with the row above (河西园 | 其中：机关 | 2 | 40). */
export function isPartOfNamed({ cells }: Row, whole: readonly string[] | null): boolean {
  const first = cells.findIndex(isFilled);
  const at = cells.slice(0, 3).findIndex((cell) => isPartText(cell));
  const behind = cells.slice(at + 1).filter(isFilled);
  const isShared = cells.slice(0, at).every((cell, c) => !isFilled(cell) || cell.trim() === (whole?.[c] ?? '').trim());
  return (
    first >= 0 && at > first && isShared && behind.length > 0 && behind.every((cell) => !Number.isNaN(figureOf(cell)))
  );
}

/** Whether a text is how a part of something is called. */
export const isPartText = (text: string): boolean => PART.test(text.trim());

/** Whether the names under a header are those of measures. */
export function listsMeasures(header: readonly string[], row: Row): boolean {
  const at = row.cells.findIndex(isFilled);
  const name = header[at] ?? '';
  if (at < 0 || MEASURES.test(name)) return at >= 0;
  return KINDS.test(name) && !header.some((text, c) => c !== at && COUNTED.test(normaliseHeader(text)));
}

/** How many rows from the first of `ahead` on are parts of `parent`: up to where they add up to it, else those that say so. */
export function countParts(ahead: readonly Row[], parent: readonly string[]): number {
  const sums = new RowSums();
  const rows = ahead.slice(0, MOST_PARTS);
  for (const [at, row] of rows.entries()) {
    if (row.blanks > 0 || (at > 0 && isPartLabel(row))) break;
    sums.add(row.cells);
    const { sum, mean, other } = sums.compare(parent);
    if (sum > 0 && other === 0 && mean === 0) return at + 1;
    if (sums.rows > 1 && exceeds(rows.slice(0, at + 1), parent)) break;
  }
  let count = 1;
  while (count < rows.length) {
    const row = rows[count];
    if (!row || row.blanks > 0 || !INDENTED.test(labelOf(row))) break;
    count += 1;
  }
  return count;
}

function exceeds(rows: readonly Row[], parent: readonly string[]): boolean {
  return parent.some((cell, c) => {
    const whole = figureOf(cell);
    const parts = rows.reduce((sum, { cells }) => sum + (figureOf(cells[c]) || 0), 0);
    return whole >= 0 && parts > whole;
  });
}
