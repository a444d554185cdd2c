import { type Facts, factsOf, finding, memberNoun } from '../../brief';
import { type RateRow, dotInterval } from '../../charts';
import { wilson } from '../../stats';
import { asking } from './asking';
import { ofMember, rowsOf } from './drilling';
import type { Answer, Asked, PlainFigure, PlainReader, Question } from './figure';
import { commonTarget, rateRows, rateTable } from './rates';
import { answeredText } from './words';

/** The row of those looked at together, which is no member's. */
const OWN = 'own';

/** Where some zones are looked at, the line is all zones, and they together are a row. */
function ownRow(facts: Facts, { by }: Asked, label: string): RateRow[] {
  const { parent, change, members } = facts;
  if (parent === null || by === 'domain' || (by === 'zone' && members.length < 2)) return [];
  const alike = change !== null && change.points !== null && change.left.length === 0;
  return [
    {
      key: OWN,
      label,
      numerator: parent.own.numerator,
      denominator: parent.own.denominator,
      interval: wilson(parent.own),
      signal: 'none',
      previous: alike && !parent.shared ? change.before : null,
      published: null,
      target: null,
    },
  ];
}

/** What every figure of the members of a rate has: the table of all, and the rows of each. */
export function memberRows(
  { cube, nameOf, language }: PlainReader,
  question: Question,
  facts: Facts,
  by: Asked['by'],
): Required<Pick<Answer, 'table' | 'keys' | 'open'>> {
  return {
    table: () => rateTable(facts, nameOf, language, memberNoun(by, language.locale), cube),
    keys: facts.members.map(({ id }) => id),
    open: ({ row }) => {
      if (row === OWN) return rowsOf(question, [language.t('trend.own')], {});
      const member = facts.members.find(({ id }) => id === row);
      return member ? rowsOf(question, [nameOf(member.key)], ofMember(member.key)) : null;
    },
  };
}

/** A rate, member by member, against the whole: who is apart, and what changed. */
export const rates =
  (metric: string): PlainFigure =>
  (reader, ask) => {
    const { cube, nameOf, language } = reader;
    const { t, locale } = language;
    const facts = factsOf(cube, { ...ask, metric });
    if (facts.rate === null) return { missing: metric };
    const { question: whole, named } = asking(reader, ask, metric);
    const question = { ...whole, parts: facts.parts };
    const rows = [...rateRows(facts, nameOf, language, cube), ...ownRow(facts, ask, t('trend.own'))];
    return {
      question,
      title: finding(facts, nameOf, locale) ?? named.metric,
      subtitle: language.joined('sentences', [
        t('overview.dotsSub', named),
        facts.items === null ? '' : t('figure.sharedItems'),
      ]),
      reading: t('overview.dotsReading'),
      draw: (setting) =>
        dotInterval({
          ...setting,
          rows,
          whole: facts.parent?.whole ?? facts.compared,
          ...(facts.parent !== null && { wholeLabel: t('trend.allZones') }),
          target: commonTarget(cube, facts, language),
          currentLabel: named.period,
          ...(facts.against !== null && { previousLabel: answeredText(facts.metric, facts.against, locale) }),
        }),
      ...memberRows(reader, question, facts, ask.by),
    };
  };
