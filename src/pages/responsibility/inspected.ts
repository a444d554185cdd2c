import { factsOf, memberNoun, valueText } from '../../brief';
import { stackedShare } from '../../charts';
import { asking } from '../../ui/figures/asking';
import { ofMember, rowsOf } from '../../ui/figures/drilling';
import type { Figure } from '../../ui/figures/figure';
import { rateTable } from '../../ui/figures/rates';

const METRIC = 'inspection_coverage_rate';

/** Branches inspected and not, field by field. */
export const inspected: Figure = (reader, ask) => {
  const { cube, nameOf, language } = reader;
  const { t, locale } = language;
  const { question, named } = asking(reader, ask, METRIC);
  const facts = factsOf(cube, { ...ask, metric: METRIC, by: 'domain' });
  const members = facts.members.filter(({ now }) => (now.denominator ?? 0) > 0);
  return {
    question,
    title: t('resp.inspectTitle'),
    subtitle: t('resp.inspectSub', named),
    draw: (setting) =>
      stackedShare({
        ...setting,
        rows: members.map(({ id, key, now }) => ({
          key: id,
          label: valueText(key.domain ?? '', locale),
          counts: [now.numerator, (now.denominator ?? 0) - now.numerator],
        })),
        levels: [
          { key: 'numerator', label: t('resp.inspected') },
          { key: 'rest', label: t('resp.notInspected'), none: true },
        ],
        totalLabel: t('resp.branches'),
      }),
    table: () => rateTable({ ...facts, members }, nameOf, language, memberNoun('domain', locale)),
    keys: members.map(({ id }) => id),
    open: ({ row, column }) => {
      const member = members.find(({ id }) => id === row);
      if (!member) return null;
      const part = column === 'numerator' || column === 'rest' ? column : undefined;
      return { ...rowsOf(question, [nameOf(member.key)], ofMember(member.key)), ...(part && { part }) };
    },
  };
};
