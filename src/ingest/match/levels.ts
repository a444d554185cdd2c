import type { TableSpec } from '../../domain';
import { BESIDE_GRADES, OTHER_GRADES, isKnownGrade } from '../../model';
import { blankReason, parseCell } from '../cells';
import { headerKey, tiersOf } from './header-key';
import { type PeriodColumn, type UnpivotPlan, eachARow } from './unpivot-plan';
import { MOST_COLUMNS } from './widest';

/*
 * Counts of several levels side by side (五星级 | 四星级 | 三星级 | 未定星, 优秀 | 良好 | 合格), each perhaps with its share: each level becomes a row.
 */

const SHARE = /占比|比例|比率|百分比|率|%/u;
const SHARE_ALONE = /^(?:所)?(?:占比|比例|百分比)(?:\(%\)|%)?\d*$/u;
/** What a header says beside the level: of what, and how many. */
const BESIDE =
  /(?:\((?:个|家|%|％)\)|占比|所占比例|比例|百分比|比率|率|数量|总数|个数|家数|数|的|(?:基层)?(?:党组织|党支部|党总支|支部))+\d*$/u;
const BARE_TOTAL = /^(?:党组织|基层党组织|支部|党支部)(?:总数|合计|总计)$/u;
const GRADE_TAIL = /(?:等次|等级|级|等|档|次|类)$/u;
/** A letter alone is the name of anything. */
const LETTER = /^[a-z]$/iu;
const OTHERS: ReadonlySet<string> = new Set(OTHER_GRADES);

/** The level that a text names, as the table keeps it; null where it names none. */
function levelOf(table: TableSpec, text: string): string | null {
  const column = table.columns.find(({ id }) => id === table.levelled?.level);
  if (!column || text === '') return null;
  if (column.type === 'enum') {
    const found = parseCell(column, text);
    return found.state === 'value' ? String(found.value) : null;
  }
  const beside = BESIDE_GRADES.get(text);
  if (beside !== undefined) return beside;
  if (LETTER.test(text)) return null;
  const bare = text.replace(GRADE_TAIL, '').toUpperCase();
  const known = [text.toUpperCase(), bare].find((one) => isKnownGrade(one) || OTHERS.has(one));
  return known ?? null;
}

interface Read {
  readonly level: string;
  readonly isShare: boolean;
}

/** The level a header names, whole or in one of its tiers, and whether it says how many or which share; null where it names none. */
export function levelIn(table: TableSpec, header: string): Read | null {
  const tiers = tiersOf(header).map(headerKey);
  const whole = tiers.join('');
  // How many organisations there are at all may be more than those of any level.
  if (BARE_TOTAL.test(whole)) return null;
  for (const text of tiers.length > 1 ? [whole, ...tiers] : [whole]) {
    const level = levelOf(table, text) ?? levelOf(table, text.replace(BESIDE, ''));
    if (level === null) continue;
    return { level, isShare: SHARE.test(whole.replace(/率先/u, '')) };
  }
  return null;
}

const LEAST_LEVELS = 2;
const READABLE = 0.8;

const isSum = (level: string): boolean => /^(?:合计|参评数|应参评数|定级数|应定级数)$/u.test(level);

/** Whether the cells of some columns are counts. */
function holdCounts(indexes: readonly number[], rows: readonly (readonly string[])[]): boolean {
  const cells = indexes.flatMap((index) => rows.map((row) => row[index] ?? ''));
  const filled = cells.filter((cell) => blankReason(cell) === null);
  return (
    filled.filter((cell) => /^\d+(?:个|家)?$/u.test(cell.trim().replaceAll(',', ''))).length >= READABLE * filled.length
  );
}

/** The plan of a table with a column for each level; null where it has fewer than two, or says the same twice. */
export function levelsPlan(
  header: readonly string[],
  table: TableSpec | null,
  rows: readonly (readonly string[])[],
): UnpivotPlan | null {
  const { levelled } = table ?? {};
  if (!table || !levelled || header.length > MOST_COLUMNS) return null;
  let last: string | null = null;
  const read = header.map((text): Read | null => {
    const found = levelIn(table, text);
    if (found !== null) last = found.level;
    if (found !== null || last === null) return found;
    // 五星级 | 占比 | 四星级 | 占比: a share is that of the level before it.
    return SHARE_ALONE.test(headerKey(text)) ? { level: last, isShare: true } : null;
  });
  const counts = read.flatMap((one, index) => (one !== null && !one.isShare ? [{ ...one, index }] : []));
  const levels = counts.filter(({ level }) => !isSum(level));
  const isOnce = new Set(counts.map(({ level }) => level)).size === counts.length;
  if (
    levels.length < LEAST_LEVELS ||
    !isOnce ||
    !holdCounts(
      counts.map(({ index }) => index),
      rows,
    )
  )
    return null;
  const counted = new Set(counts.map(({ level }) => level));
  const periodColumns = read.flatMap((one, index): PeriodColumn[] => {
    if (one === null || (one.isShare && !counted.has(one.level))) return [];
    const column = one.isShare ? levelled.share : levelled.count;
    return [{ index, written: null, column, constants: { [levelled.level]: one.level } }];
  });
  return { ...eachARow(header, periodColumns, levels.length), keepsBlank: true };
}
