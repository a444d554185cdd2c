import { headerKey } from './header-key';
import { meaningsOf } from './vocabulary';

/** A column that is a score of its own: a criterion with its full marks, a bonus, a deduction, or the total of a row. */
export interface ItemColumn {
  readonly index: number;
  readonly item: string;
  readonly kind: '指标' | '加分' | '扣分' | '总分';
  /** Full marks as written; null where the header does not say. */
  readonly full: string | null;
}

/** 组织建设(30分), 组织建设(满分30), 组织建设30分. */
const FULL =
  /^(.*?)(?:\((?:满分|分值|最高|不超过|上限|≤|<=|权重|计)?:?(\d{1,3}(?:\.\d+)?)分?(?:满分|以内)?\)|(?:满分)?(\d{1,3}(?:\.\d+)?)分)$/u;
const TOTAL =
  /^(?:总分|总得分|总分数|总成绩|合计|合计得分|合计分|总计|得分|得分合计|综合得分|考核得分|考核总分|最终得分|最后得分|实得总分|total)$/u;
const DEDUCTION = /^(?:扣分|减分|倒扣|负面清单)|(?:扣分|减分|倒扣分?)(?:项|项目|情况)?$/u;
const BONUS = /^(?:加分|附加分|奖励分)|(?:加分|附加分)(?:项|项目|情况)?$/u;
/** Rows that are organisations or units are no zones. */
const SMALLER = /支部|总支|党委|党组|公司|厂|街道|镇$|乡$|村$|社区/u;

const LEAST_CRITERIA = 2;
const LEAST_SHARE = 0.5;

/** A row under the header that says the full marks. */
const FULL_ROW = /^(?:满分|满分值|标准分|标准分值|分值|权重分|指标分值)$/u;
const MARKS = /^\d{1,3}(?:\.\d+)?$/u;

/** Whether a row says full marks and scores nobody. */
export const saysFullMarks = (cells: readonly string[]): boolean =>
  cells.some((cell) => FULL_ROW.test(headerKey(cell)));

function itemOf(header: string, index: number, below: string | undefined): ItemColumn | null {
  const key = header.replace(/[[【〔]/gu, '(').replace(/[\]】〕]/gu, ')');
  const found = FULL.exec(key);
  const item = (found?.[1] ?? key).replaceAll('|', '/');
  const marks = headerKey(below ?? '').replace(/分$/u, '');
  const full = found?.[2] ?? found?.[3] ?? (MARKS.test(marks) ? marks : null);
  if (TOTAL.test(item)) return { index, item: '总分', kind: '总分', full };
  if (DEDUCTION.test(item)) return { index, item, kind: '扣分', full };
  if (BONUS.test(item)) return { index, item, kind: '加分', full };
  return full !== null && /\p{Script=Han}/u.test(item) ? { index, item, kind: '指标', full } : null;
}

/**
 * The scores of an appraisal sheet with a zone a row; empty where it is none: fewer than two items with full marks, no total, or rows that
 * are organisations.
 */
export function itemColumns(keys: readonly string[], rows: readonly (readonly string[])[]): readonly ItemColumn[] {
  const below = rows.find(saysFullMarks);
  const found = keys.map((key, index) => (key === '' ? null : itemOf(key, index, below?.[index])));
  const items = found.filter((one) => one !== null);
  const marked = items.filter(({ kind, full }) => kind !== '总分' && full !== null);
  if (marked.length < LEAST_CRITERIA || items.filter(({ kind }) => kind === '总分').length !== 1) return [];
  const names = keys.flatMap((key, index) => {
    const columns = meaningsOf(key).map(({ column }) => column.id);
    return columns.some((id) => id === 'zone_id' || id === 'org_name' || id === 'unit_name' || id === 'committee')
      ? [index]
      : [];
  });
  const cells = names.flatMap((index) => rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== ''));
  if (cells.filter((cell) => SMALLER.test(cell)).length > LEAST_SHARE * rows.length) return [];
  const repeated = new Set(items.map(({ item }) => item)).size < items.length;
  return repeated ? [] : items;
}
