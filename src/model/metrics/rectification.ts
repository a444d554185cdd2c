import type { MetricSpec } from '../../domain';
import { oneIf } from './one-if';

/*
 * Rectification. Standing items (长期坚持, by type or by status) are never completed and are in no rate;
 * items whose status is not stated or cannot be read are in none either, and the ledger counts them.
 */

const KNOWN = 'NOT standing AND status IS NOT NULL';
const DONE = oneIf('done');
/** Found but never closed for certain: a done item without its day cannot say how long it took. */
const TIMED = `${KNOWN} AND days >= 0 AND (NOT done OR closed_on IS NOT NULL)`;

/** The four checks of the public text of a zone’s work meeting, as exports name them in full or in part; any other dimension stays as it is written. */
const FOUR_CHECKS = `CASE WHEN dimension LIKE '%领导班子%' THEN '领导班子履职' WHEN dimension LIKE '%党员队伍%' THEN '党员队伍作用'
  WHEN dimension LIKE '%工作机制%' THEN '工作机制' WHEN dimension LIKE '%整改措施%' THEN '整改措施'
  ELSE coalesce(dimension, '') END`;

const common = {
  family: 'rectification',
  kind: 'rate',
  time: 'stock',
  accumulates: true,
  grain: 'month',
  direction: 'up',
  unit: { zh: '件', en: 'items' },
} as const;

const FOUND = {
  zh: '截至期末已发现的整改事项（不含长期坚持，状态已填报）',
  en: 'items found by the end of the period, standing ones excluded, with a status',
};
const COUNTED = { zh: '计数，无分母', en: 'a count, no denominator' };
const DONE_LABEL = { zh: '已完成、已销号的事项', en: 'items done or signed off' };
const NO_OFFICIAL = {
  zh: '无官方公式，按对账销号的通行做法约定',
  en: 'no official formula; our convention after common practice',
};

/** Metrics over rectification items, in the order they are shown. */
export const RECTIFICATION_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'rect_completion_rate',
    label: { zh: '整改完成率', en: 'Rectification completed' },
    said: 'of the items found were put right',
    numerator: DONE_LABEL,
    denominator: FOUND,
    population: { base: 'rect-items', scope: KNOWN, numerator: DONE },
    source: {
      zh: `${NO_OFFICIAL.zh}；高新区机关党建例会讲话、徐州经开区公开材料`,
      en: `${NO_OFFICIAL.en}; public texts of a zone’s work meeting and Xuzhou zone`,
    },
    caveats: {
      zh: '已完成但未填完成时间的，自数据截止日起计为完成，并记入台账。',
      en: 'An item said to be done without a closing day counts as done from the as-of day on, and is in the ledger.',
    },
  },
  {
    ...common,
    id: 'rect_on_time_rate',
    label: { zh: '按期整改率', en: 'Rectified on time' },
    said: 'of the items due were put right on time',
    owed: true,
    time: 'flow',
    numerator: { zh: '在时限内完成的事项', en: 'items closed by their due day' },
    denominator: {
      zh: '本期到期的整改事项（延期的按延期后时限，不含长期坚持；到期未完成的计入）',
      en: 'items that fell due in the period (extensions counted, standing ones excluded); open ones count against',
    },
    population: {
      base: 'rect-due',
      scope: `${KNOWN} AND NOT closing_untold`,
      numerator: oneIf('closed_on <= due_on AND done_on IS NOT NULL'),
      silent: 'closing_untold',
    },
    source: { zh: `${NO_OFFICIAL.zh}；徐州经开区公开材料`, en: `${NO_OFFICIAL.en}; public text of Xuzhou zone` },
    caveats: {
      zh: '没有时限的事项不计入。已完成但未填完成时间的，不能认定为按期；整份台账没有完成时间一栏的，不计算。旬、月底等时限按该旬、该月最后一天计。',
      en: 'Items without a due day are left out. A done item without a closing day is not taken as on time; a list with no closing days at all is not counted. A part of a month is due on its last day.',
    },
  },
  {
    ...common,
    id: 'rect_overdue_open',
    label: { zh: '逾期未改', en: 'Overdue and open' },
    kind: 'count',
    direction: 'down',
    numerator: {
      zh: '期末尚未完成且已过时限的整改事项，按逾期天数分档',
      en: 'items past their due day and not done at the end of the period, by days overdue',
    },
    denominator: COUNTED,
    population: {
      base: 'rect-items',
      scope: `${KNOWN} AND NOT done AND days_over > 0`,
      numerator: '1',
      silent: 'NOT standing AND NOT done AND (status IS NULL OR days_over IS NULL)',
      category: ['band'],
    },
    categoryParts: ['band'],
    rules: ['overdue/bands'],
    source: {
      zh: '徐州经开区公开材料（限期整改）；分档为本产品约定',
      en: 'public text of Xuzhou zone (rectify by a date); the bands are our convention',
    },
  },
  {
    ...common,
    id: 'rect_days_median',
    label: { zh: '整改用时中位数', en: 'Median days to rectify' },
    kind: 'score',
    time: 'flow',
    grain: 'quarter',
    direction: 'down',
    unit: { zh: '天', en: 'days' },
    numerator: {
      zh: '本期发现的事项，按发现至完成的天数；未完成的按观察到数据截止日（删失）',
      en: 'items found in the period by days from finding to closing; open ones observed until the as-of day (censored)',
    },
    denominator: {
      zh: '估计值：未完成的计到数据截止日为止，不是简单平均',
      en: 'an estimate in which open items count as far as the data go, not an average',
    },
    population: {
      base: 'rect-found',
      scope: TIMED,
      numerator: '1',
      category: [`CASE WHEN done THEN 'closed' ELSE 'open' END`, 'CAST(days AS VARCHAR)'],
    },
    categoryParts: ['event', 'days'],
    step: 1,
    source: { zh: '本产品约定；Kaplan、Meier（1958）', en: 'our convention; Kaplan and Meier (1958)' },
    caveats: {
      zh: '不足半数完成时没有中位数。已完成但未填完成时间、完成早于发现的事项不计入，记入台账。',
      en: 'There is no median while fewer than half are expected to be closed. Items without a usable closing day are left out.',
    },
  },
  {
    ...common,
    id: 'rect_item_count',
    label: { zh: '新发现整改事项', en: 'Items found' },
    kind: 'count',
    time: 'flow',
    direction: 'none',
    numerator: { zh: '本期发现的整改事项，按问题来源', en: 'items found in the period, by source' },
    denominator: COUNTED,
    population: { base: 'rect-found', scope: 'TRUE', numerator: '1', category: [`coalesce(source, '')`] },
    categoryParts: ['source'],
    source: {
      zh: '高新区机关党建例会讲话、徐州经开区公开材料',
      en: 'public texts of a zone’s work meeting and Xuzhou zone',
    },
  },
  {
    ...common,
    id: 'rect_by_source',
    label: { zh: '分来源整改完成率', en: 'Completed, by source' },
    said: 'of the items found were put right',
    numerator: DONE_LABEL,
    denominator: FOUND,
    population: { base: 'rect-items', scope: `${KNOWN} AND source IS NOT NULL`, numerator: DONE, category: ['source'] },
    categoryParts: ['source'],
    source: {
      zh: '高新区机关党建例会讲话、徐州经开区公开材料',
      en: 'public texts of a zone’s work meeting and Xuzhou zone',
    },
  },
  {
    ...common,
    id: 'rect_by_dimension',
    label: { zh: '四查四看整改完成率', en: 'Four checks: completed' },
    said: 'of the items of the four checks were put right',
    numerator: DONE_LABEL,
    denominator: {
      zh: '截至期末“四查四看”发现的整改事项（不含长期坚持，状态已填报）',
      en: 'items of the four checks found by the end of the period, standing ones excluded, with a status',
    },
    population: {
      base: 'rect-items',
      scope: `${KNOWN} AND source = '四查四看'`,
      numerator: DONE,
      category: [FOUR_CHECKS],
    },
    categoryParts: ['dimension'],
    source: { zh: '高新区机关党建例会讲话：四查四看', en: 'public text of a zone’s work meeting: the four checks' },
  },
];
