import { countText, dimensionsOf, factsOf, memberId, memberKey } from '../../brief';
import { divergingBar } from '../../charts';
import { rollUp } from '../../cube';
import type { Language } from '../../state';
import { asking } from '../../ui/figures/asking';
import { ofMember, rowsOf } from '../../ui/figures/drilling';
import type { Figure } from '../../ui/figures/figure';

const METRIC = 'org_net_new';

/** What founding and dissolving came to: a net gain or loss, an even balance, or that neither happened. */
export function netTitle(net: number, founded: number, { t }: Pick<Language, 't'>): string {
  if (net !== 0)
    return t('coverage.netTitle', {
      direction: t(net < 0 ? 'coverage.netDown' : 'coverage.netUp'),
      count: countText(Math.abs(net)),
    });
  return founded === 0 ? t('coverage.netNothing') : t('coverage.netEven', { count: countText(founded) });
}

/** Organisations founded and dissolved, member by member. */
export const net: Figure = (reader, ask) => {
  const { cube, nameOf, language } = reader;
  const { t } = language;
  const facts = factsOf(cube, { ...ask, metric: METRIC });
  if (facts.whole === null) return { missing: METRIC };
  const { question, named } = asking(reader, ask, METRIC);
  const at = { metric: METRIC, periods: [question.period], ...question.selection };
  const events = rollUp(cube, { ...at, by: [...dimensionsOf(ask.by), 'category'] });
  const rows = facts.members
    .map(({ id, key, now }) => {
      const own = events.filter((group) => memberId(memberKey(group, ask.by)) === id);
      const countOf = (event: string): number =>
        Math.abs(own.find(({ category }) => category === event)?.numerator ?? 0);
      return {
        key: id,
        label: nameOf(key),
        founded: countOf('新建'),
        dissolved: countOf('撤销'),
        net: now.numerator,
        of: ofMember(key),
      };
    })
    .sort((a, b) => b.net - a.net);
  const founded = rows.reduce((sum, row) => sum + row.founded, 0);
  return {
    question,
    title: netTitle(facts.whole.numerator, founded, language),
    subtitle: t('coverage.netSub', named),
    draw: (setting) => divergingBar({ ...setting, rows }),
    table: () => ({
      columns: [
        { label: named.member, kind: 'text' },
        { label: t('coverage.founded'), kind: 'count' },
        { label: t('coverage.dissolved'), kind: 'count' },
        { label: named.metric, kind: 'count' },
      ],
      rows: rows.map((row) => [row.label, row.founded, row.dissolved, row.net]),
    }),
    keys: rows.map(({ key }) => key),
    open: ({ row }) => {
      const found = rows.find(({ key }) => key === row);
      return found ? rowsOf(question, [found.label], found.of) : null;
    },
  };
};
