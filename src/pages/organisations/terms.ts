import { countText, periodText } from '../../brief';
import { stackedCount } from '../../charts';
import { hasCells, rollUp } from '../../cube';
import { lastDay, periodsBetween, shift, toGrain } from '../../domain';
import { asking } from '../../ui/figures/asking';
import { rowsOf } from '../../ui/figures/drilling';
import type { Figure } from '../../ui/figures/figure';
import { ZONE, listOf } from '../../ui/figures/lists';
import { TERM_STATES } from './tiers';

const METRIC = 'term_due_dist';
/** Quarters shown before the one asked for, and after it. */
const BACK = 7;
const AHEAD = 4;

/** Terms of office by the quarter they end in, and what became of them. */
export const terms: Figure = (reader, ask) => {
  const { cube, language } = reader;
  const { t, locale } = language;
  const now = toGrain(lastDay(ask.period), 'quarter');
  const quarters = periodsBetween(shift(now, -BACK), shift(now, AHEAD));
  const { question } = asking(reader, ask, METRIC, ask.period);
  const at = { metric: METRIC, periods: quarters, ...question.selection };
  const groups = rollUp(cube, { ...at, by: ['period', 'category'] });
  const sumOf = (list: typeof groups): number => list.reduce((sum, { numerator }) => sum + numerator, 0);
  const whole = sumOf(groups);
  if (!hasCells(cube, METRIC) || whole === 0) return { missing: METRIC };
  const coming = sumOf(groups.filter(({ category }) => category === '未到期'));
  const rows = quarters.map((quarter) => ({
    key: quarter,
    label: periodText(quarter, locale),
    counts: TERM_STATES.map(
      (state) => groups.find(({ period, category }) => period === quarter && category === state)?.numerator ?? 0,
    ),
  }));
  const parts = TERM_STATES.map((state) => ({
    key: state,
    label: t(`organisations.state.${state}`),
    none: state === '未到期',
  }));
  return {
    question: { ...question, periods: quarters },
    title: t('organisations.timelineTitle', {
      from: rows[0]?.label ?? '',
      to: rows.at(-1)?.label ?? '',
      count: countText(whole),
      coming: countText(coming),
    }),
    subtitle: t('organisations.timelineSub', { day: cube.asOf ?? '' }),
    draw: (setting) => stackedCount({ ...setting, parts, rows }),
    table: () => ({
      columns: [
        { label: t('organisations.quarter'), kind: 'text' },
        ...parts.map(({ label }) => ({ label, kind: 'count' as const })),
      ],
      rows: rows.map(({ label, counts }) => [label, ...counts]),
    }),
    keys: quarters,
    open: ({ row, column }) =>
      row === undefined
        ? null
        : rowsOf(
            { ...question, period: row },
            [periodText(row, locale)],
            column === undefined ? {} : { categories: [column] },
          ),
    whole: null,
  };
};

/** The organisations whose term is over, the longest over first. */
export const overdue = listOf('term_overdue_count', 'numerator', {
  id: 'overdue-terms',
  words: {
    title: 'organisations.overdueTitle',
    subtitle: 'organisations.overdueSub',
    none: 'organisations.overdueNone',
  },
  columns: [
    { id: 'org_name', label: 'organisations.org', wrap: true },
    ZONE,
    { id: 'org_type', label: 'organisations.type' },
    { id: 'term_due', label: 'organisations.due' },
  ],
  order: (a, b) => String(a.values.term_due ?? '').localeCompare(String(b.values.term_due ?? '')),
});
