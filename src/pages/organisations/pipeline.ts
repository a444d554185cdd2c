import { countText, factsOf, membersText } from '../../brief';
import { countBar } from '../../charts';
import { asking } from '../../ui/figures/asking';
import { rowsOf } from '../../ui/figures/drilling';
import type { Figure } from '../../ui/figures/figure';

/** From the application to the admission. */
const STAGES = ['applicant_count', 'activist_count', 'dev_target_count', 'admitted_count'];
const FIRST = 'activist_count';

/** How many stand at each stage of joining. Only stages somebody reported are spoken of. */
export const pipeline: Figure = (reader, ask) => {
  const { cube, nameOf, language } = reader;
  const { t, of, joined, locale } = language;
  const stages = STAGES.map((metric) => factsOf(cube, { ...ask, metric }));
  const known = stages.filter(({ whole }) => whole !== null);
  const [lead] = known;
  if (!lead) return { missing: FIRST };
  const { question, named } = asking(reader, ask, lead.metric.id);
  const told = (metric: string, key: 'organisations.activists' | 'organisations.admitted'): string => {
    const whole = stages.find((facts) => facts.metric.id === metric)?.whole;
    return whole ? t(key, { count: countText(whole.numerator), ...named }) : '';
  };
  const title = joined('phrases', [
    told('activist_count', 'organisations.activists'),
    told('admitted_count', 'organisations.admitted'),
  ]);
  const members = new Map(known.flatMap((facts) => facts.members).map(({ id, key }) => [id, key]));
  return {
    question: { ...question, also: known.slice(1).map(({ metric }) => metric.id) },
    title: title === '' ? t('organisations.pipeline', named) : title,
    subtitle: t('organisations.pipelineSub', { ...named, members: membersText(members.size, ask.by, locale) }),
    foot: joined(
      'clauses',
      known.map(({ metric }) => of(metric.numerator)),
    ),
    draw: (setting) =>
      countBar({
        ...setting,
        sort: 'given',
        rows: stages.map(({ metric, whole }) => ({
          key: metric.id,
          label: of(metric.label),
          value: whole?.numerator ?? null,
        })),
      }),
    table: () => ({
      columns: [
        { label: named.member, kind: 'text' },
        ...known.map(({ metric }) => ({ label: of(metric.label), kind: 'count' as const })),
      ],
      rows: [...members].map(([id, key]) => [
        nameOf(key),
        ...known.map((facts) => facts.members.find((member) => member.id === id)?.now.numerator ?? null),
      ]),
    }),
    open: ({ row }) => {
      const found = stages.find(({ metric }) => metric.id === row);
      return found
        ? rowsOf({ ...question, metric: found.metric.id, period: found.period }, [of(found.metric.label)], {})
        : null;
    },
    whole: null,
  };
};
