import type { TableSpec } from '../../domain';
import { METRICS } from '../../model';
import { headerKey, tiersOf } from './header-key';
import { type PeriodColumn, type UnpivotPlan, eachARow } from './unpivot-plan';
import { MOST_COLUMNS } from './widest';

/*
 * Targets with a column for each metric (园区 | 组织覆盖率目标 | 参评率目标（%））: each becomes a row.
 */

const PERCENT = /\(%\)|%$/u;
const LIMITS = [
  ['amber', /(?:黄线|预警线|预警值)$/u],
  ['red', /(?:红线|底线)$/u],
  ['target', /(?:年度|全年|年)?(?:目标值|目标|任务数|指标值|计划值)$/u],
] as const;
/** A title over targets; what was reached is none. */
const TITLE = /目标(?!.*(?:完成|进度|实际|达标|达成|得分))/u;

const NAMES = new Map(METRICS.map(({ id, label }) => [headerKey(label.zh), id]));

/** The metric and the limit of it that a header names, as constants of a row; null where it names none. */
export function targetIn(header: string): { column: string; constants: Record<string, string> } | null {
  const whole = tiersOf(header).map(headerKey).join('');
  const key = whole.replace(PERCENT, '');
  for (const [column, word] of LIMITS) {
    const metric = key.replace(word, '');
    if (metric === key || metric.length < 2) continue;
    return { column, constants: { metric_id: metric, ...(PERCENT.test(whole) && { unit: '%' }) } };
  }
  return null;
}

const isKnown = (name: string | undefined): boolean => name !== undefined && NAMES.has(name);

/** The plan of a table with a column for each target; null where none is of a metric that is known. */
export function targetsPlan(
  header: readonly string[],
  table: TableSpec | null,
  title: readonly string[],
): UnpivotPlan | null {
  if (table?.id !== 'metric_target' || header.length > MOST_COLUMNS) return null;
  const isTitled = title.some((line) => TITLE.test(line));
  const periodColumns = header.flatMap((text, index): PeriodColumn[] => {
    const found =
      targetIn(text) ?? (isTitled && isKnown(headerKey(text).replace(PERCENT, '')) ? targetIn(`${text}目标`) : null);
    return found === null ? [] : [{ index, written: null, ...found }];
  });
  const known = periodColumns.filter(({ constants }) => isKnown(constants.metric_id));
  if (known.length === 0) return null;
  return eachARow(header, periodColumns, known.length);
}
