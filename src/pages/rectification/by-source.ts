import { countText, joinNames, lastPart, valueText } from '../../brief';
import { dotInterval } from '../../charts';
import { rateOf, rollUp, total } from '../../cube';
import { judge, wilson } from '../../stats';
import { asking } from '../../ui/figures/asking';
import { rowsOf } from '../../ui/figures/drilling';
import type { Figure } from '../../ui/figures/figure';

const METRIC = 'rect_by_source';

/** What was completed, by where it was found: which sources lie below the whole. */
export const bySource: Figure = (reader, ask) => {
  const { cube, language } = reader;
  const { t, locale } = language;
  const { question, named } = asking(reader, ask, METRIC);
  const at = { metric: METRIC, periods: [question.period], ...question.selection };
  const whole = total(cube, at);
  const groups = rollUp(cube, { ...at, by: ['category'] })
    .filter(({ denominator }) => (denominator ?? 0) > 0)
    .sort((a, b) => (rateOf(b) ?? 0) - (rateOf(a) ?? 0));
  if (groups.length === 0) return { missing: METRIC };
  const judged = judge(groups);
  const rows = groups.map((group, nth) => {
    const verdict = judged?.verdicts[nth];
    return {
      ...group,
      key: group.category ?? '',
      label: valueText(lastPart(METRIC, group), locale),
      interval: wilson(group),
      signal: verdict?.side === 'below' ? verdict.signal : ('none' as const),
    };
  });
  const low = rows.filter(({ signal }) => signal !== 'none').map(({ label }) => label);
  const finding =
    low.length === 0
      ? t('rectification.sourceEven')
      : t('rectification.sourceTitle', { sources: joinNames(low, locale) });
  return {
    question,
    title: rows.length < 2 ? named.metric : finding,
    subtitle: t('rectification.sourceSub', { ...named, count: countText(whole?.denominator ?? null) }),
    draw: (setting) => dotInterval({ ...setting, rows, whole, currentLabel: named.period }),
    table: () => ({
      columns: [
        { label: t('rectification.source'), kind: 'text' },
        { label: named.metric, kind: 'rate' },
        { label: t('column.numerator'), kind: 'count' },
        { label: t('column.denominator'), kind: 'count' },
        { label: t('column.low'), kind: 'rate' },
        { label: t('column.high'), kind: 'rate' },
      ],
      rows: rows.map((row) => [
        row.label,
        rateOf(row),
        row.numerator,
        row.denominator,
        row.interval?.low ?? null,
        row.interval?.high ?? null,
      ]),
    }),
    keys: rows.map(({ key }) => key),
    open: ({ row }) => {
      const found = rows.find(({ key }) => key === row);
      return found ? rowsOf(question, [found.label], { categories: [found.key] }) : null;
    },
  };
};
