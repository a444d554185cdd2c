import { countText, dimensionsOf, factsOf, memberId, memberKey } from '../../brief';
import { stackedCount } from '../../charts';
import { rollUp } from '../../cube';
import type { DrillRow } from '../../state';
import { asking } from '../../ui/figures/asking';
import { ofMember, rowsOf } from '../../ui/figures/drilling';
import type { Figure } from '../../ui/figures/figure';
import { type List, ZONE, listOf, numberIn } from '../../ui/figures/lists';
import { OVERDUE, bandText, bandsOf, dayOf } from './bands';

/** Items overdue and open, member by member and by how long. */
export const overdue: Figure = (reader, ask) => {
  const { cube, nameOf, language } = reader;
  const { t } = language;
  const facts = factsOf(cube, { ...ask, metric: OVERDUE });
  if (facts.whole === null) return { missing: OVERDUE };
  const { question, named } = asking(reader, ask, OVERDUE);
  const at = { metric: OVERDUE, periods: [question.period], ...question.selection };
  const groups = rollUp(cube, { ...at, by: [...dimensionsOf(ask.by), 'category'] });
  const bands = bandsOf(cube).map((key) => ({ key, label: bandText(key, language) }));
  /** Members are in the order of their counts already. */
  const rows = facts.members.map((member) => {
    const own = groups.filter((group) => memberId(memberKey(group, ask.by)) === member.id);
    return {
      key: member.id,
      label: nameOf(member.key),
      total: member.now.numerator,
      counts: bands.map(({ key }) => own.find(({ category }) => category === key)?.numerator ?? 0),
      of: ofMember(member.key),
    };
  });
  const count = facts.whole.numerator;
  return {
    question,
    id: 'overdue',
    title:
      count === 0 ? t('rectification.overdueNoneTitle') : t('rectification.overdueTitle', { count: countText(count) }),
    subtitle: t('rectification.overdueSub', { ...named, day: dayOf(cube, question.period) }),
    draw: (setting) => stackedCount({ ...setting, rows, parts: bands }),
    table: () => ({
      columns: [
        { label: named.member, kind: 'text' },
        ...bands.map(({ label }) => ({ label, kind: 'count' as const })),
        { label: t('rectification.total'), kind: 'count' },
      ],
      rows: rows.map((row) => [row.label, ...row.counts, row.total]),
    }),
    keys: rows.map(({ key }) => key),
    open: ({ row, column }) => {
      const found = rows.find(({ key }) => key === row);
      const band = bands.find(({ key }) => key === column);
      return found
        ? rowsOf(question, [found.label, band?.label ?? ''], { ...found.of, ...(band && { categories: [band.key] }) })
        : null;
    },
  };
};

/** The same items, the longest overdue first. */
export const overdueItems: List = (reader, ask) => {
  const { cube } = reader;
  const day = dayOf(cube, asking(reader, ask, OVERDUE).question.period);
  const late = (row: DrillRow): number => numberIn(row, 'days_over') ?? 0;
  return listOf(OVERDUE, 'numerator', {
    id: 'overdue-list',
    words: {
      title: 'rectification.listTitle',
      subtitle: 'rectification.listSub',
      none: 'rectification.listNone',
      values: { day },
    },
    columns: [
      { id: 'org_name', label: 'rectification.org', wrap: true },
      { id: 'days_over', label: 'rectification.late', number: true, shown: (row) => countText(late(row)) },
      { id: 'due', label: 'rectification.due' },
      ZONE,
      { id: 'problem', label: 'rectification.problem', wrap: true },
      { id: 'source', label: 'rectification.source' },
    ],
    order: (a, b) => late(b) - late(a),
  })(reader, ask);
};
