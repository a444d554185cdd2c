import { typeAtEnd } from '../../model';
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

/** Headers of a score sheet that are no scores. */
const NO_SCORE = /^(?:序号?|编号|排名|名次|位次|等次|等级|档次|备注|说明|结果|年度|考核年度|第\d+列|)$/u;
const SCORED = /考核|考评|评分|得分|打分|测评|评价/u;
const ADDS_UP = 0.8;
const CLOSE = 0.06;

const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d{1,4}(?:\.\d+)?$/u.test(text.trim()) ? Number(text) : null;

/** What adds up some of the criteria (小计, 基础分合计) is none itself. */
const SUBTOTAL = /(?:小计|合计|总计)(?:得分|分)?$/u;

/** Whether a column is the sum of two or more columns right before it, in every row that fills it. */
function addsUp(index: number, before: readonly number[], rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((row) => !saysFullMarks(row) && numberIn(row[index]) !== null);
  const sumFrom = (from: number, row: readonly string[]): number =>
    before.slice(from).reduce((sum, at) => sum + (numberIn(row[at]) ?? 0), 0);
  return (
    filled.length >= LEAST_CRITERIA &&
    filled.every((row) => numberIn(row[index]) !== 0) &&
    before
      .slice(1)
      .some((_, from) =>
        filled.every((row) => Math.abs(sumFrom(from, row) - (numberIn(row[index]) ?? Number.NaN)) < CLOSE / 10),
      )
  );
}

/** The columns of criteria without those that add some of them up, by header or by figures. */
function withoutSubtotals(
  columns: readonly number[],
  keys: readonly string[],
  rows: readonly (readonly string[])[],
): number[] {
  const kept: number[] = [];
  for (const index of columns)
    if (!SUBTOTAL.test((keys[index] ?? '').split('|').at(-1) ?? '') && !addsUp(index, kept, rows)) kept.push(index);
  return kept;
}

/**
 * Criteria whose header says no full marks: columns of figures that, with bonuses and deductions, make up the total of the row. Only where the
 * title speaks of scores.
 */
function plainItems(
  keys: readonly string[],
  rows: readonly (readonly string[])[],
  named: readonly ItemColumn[],
  title: readonly string[],
): ItemColumn[] {
  const [total, ...more] = named.filter(({ kind }) => kind === '总分');
  if (!total || more.length > 0 || !title.some((line) => SCORED.test(line))) return [];
  const known = new Set(named.map(({ index }) => index));
  const figured = keys.flatMap((key, index) => {
    const filled = rows.map((row) => (row[index] ?? '').trim()).filter((text) => text !== '');
    const figures = filled.length > 0 && filled.every((text) => numberIn(text) !== null);
    return known.has(index) || NO_SCORE.test(key) || meaningsOfZone(key) || !figures ? [] : [index];
  });
  const columns = withoutSubtotals(figured, keys, rows);
  const deducted = new Set(named.flatMap(({ kind, index }) => (kind === '扣分' ? [index] : [])));
  const adding = [...columns, ...named.flatMap(({ kind, index }) => (kind === '总分' ? [] : [index]))];
  const agreeing = rows.filter((row) => {
    const sum = adding.reduce((all, index) => {
      const value = numberIn(row[index]) ?? 0;
      return all + (deducted.has(index) ? -Math.abs(value) : value);
    }, 0);
    const stated = numberIn(row[total.index]);
    return stated !== null && Math.abs(stated - sum) < CLOSE;
  }).length;
  if (columns.length === 0 || adding.length < LEAST_CRITERIA || rows.length === 0) return [];
  if (agreeing < ADDS_UP * rows.length) return [];
  return columns.map((index) => ({ index, item: (keys[index] ?? '').replaceAll('|', '/'), kind: '指标', full: null }));
}

const meaningsOfZone = (key: string): boolean => meaningsOf(key).some(({ column }) => column.id === 'zone_id');

/**
 * The scores of an appraisal sheet with a zone a row; empty where it is none: fewer than two items with full marks, no total, or rows that
 * are organisations.
 */
export function itemColumns(
  keys: readonly string[],
  rows: readonly (readonly string[])[],
  title: readonly string[] = [],
): readonly ItemColumn[] {
  const below = rows.find(saysFullMarks);
  const found = keys.map((key, index) => (key === '' ? null : itemOf(key, index, below?.[index])));
  const all = found.filter((one) => one !== null);
  const criteria = all.flatMap(({ kind, index }) => (kind === '指标' ? [index] : []));
  const single = new Set(withoutSubtotals(criteria, keys, rows));
  const said = all.filter(({ kind, index }) => kind !== '指标' || single.has(index));
  const plain = said.some(({ kind, full }) => kind === '指标' && full !== null)
    ? []
    : plainItems(keys, rows, said, title);
  const items = [...said, ...plain].sort((a, b) => a.index - b.index);
  if (items.filter(({ kind }) => kind === '总分').length !== 1) return [];
  const marked = items.filter(({ kind, full }) => kind !== '总分' && full !== null);
  // A total alone beside names of zones is a score where the title speaks of scores.
  const alone = items.length === 1 && title.some((line) => SCORED.test(line));
  if (!alone && plain.length === 0 && marked.length < LEAST_CRITERIA) return [];
  const names = keys.flatMap((key, index) => {
    const columns = meaningsOf(key).map(({ column }) => column.id);
    return columns.some((id) => id === 'zone_id' || id === 'org_name' || id === 'unit_name' || id === 'committee')
      ? [index]
      : [];
  });
  const cells = names.flatMap((index) => rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== ''));
  if (cells.filter((cell) => SMALLER.test(cell)).length > LEAST_SHARE * rows.length) return [];
  // Without full marks nothing but its rows says that zones were scored.
  if (
    (alone || plain.length > 0) &&
    cells.filter((cell) => typeAtEnd(cell.trim()) !== undefined).length < LEAST_SHARE * rows.length
  )
    return [];
  const repeated = new Set(items.map(({ item }) => item)).size < items.length;
  return repeated ? [] : items;
}
