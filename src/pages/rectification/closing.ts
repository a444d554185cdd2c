import { countText, joinNames } from '../../brief';
import { stepCurve } from '../../charts';
import { type Survival, atRiskAt } from '../../stats';
import { asking } from '../../ui/figures/asking';
import { ofMember, rowsOf } from '../../ui/figures/drilling';
import type { Figure, Reader } from '../../ui/figures/figure';
import { DAYS, type MemberSurvival, drawable, slowerThanWhole, survivalsOf } from './survival';

/** How many slow ones are named. */
const NAMED = 2;
/** The key of the whole in the table. */
const WHOLE = 'whole';

function medianText({ median, medianInterval: { low, high } }: Survival, { t }: Reader['language']): string {
  if (median === null) return '';
  return low === null || high === null
    ? t('rectification.medianMark', { days: median })
    : t('rectification.medianRange', { days: median, low, high });
}

/** How long closing takes: the share still open, day by day, of what was found in the year. */
export const closing: Figure = (reader, ask) => {
  const { cube, nameOf, language } = reader;
  const { t, locale } = language;
  const found = survivalsOf(cube, ask, nameOf);
  const { whole, year, members } = found;
  if (whole.count === 0) return { missing: DAYS };
  const { question, named } = asking(reader, ask, DAYS, year);
  const slow = slowerThanWhole(found).slice(0, NAMED);
  const names = joinNames(
    slow.map(({ name }) => name),
    locale,
  );
  const finding =
    whole.median === null
      ? t('rectification.survivalOpen', { year })
      : t('rectification.survivalTitle', { year, median: whole.median }) +
        (slow.length === 0 ? '' : t('rectification.survivalSlow', { names }));
  const lineOf = ({ id, name, survival }: MemberSurvival) => ({
    key: id,
    label: survival.median === null ? name : t('rectification.lineMedian', { name, days: survival.median }),
    highlighted: slow.some((known) => known.id === id),
    steps: survival.steps,
    longest: survival.longest,
  });
  const rows = [{ id: WHOLE, name: t('rectification.whole'), survival: whole }, ...members];
  return {
    question,
    title: finding,
    subtitle: t('rectification.survivalSub', {
      ...named,
      year,
      count: countText(whole.count),
      closed: countText(whole.ended),
      day: cube.asOf ?? '',
    }),
    foot: t('rectification.survivalFoot'),
    draw: (setting) =>
      stepCurve({
        ...setting,
        whole: {
          key: WHOLE,
          label: t('rectification.whole'),
          highlighted: true,
          steps: whole.steps,
          longest: whole.longest,
        },
        lines: members.length > 1 ? drawable(found).map(lineOf) : [],
        median: whole.median === null ? null : { time: whole.median, label: medianText(whole, language) },
        atRisk: (time) => atRiskAt(found.observed, time),
        unit: t('rectification.days'),
        shareLabel: t('rectification.notClosed'),
        atRiskLabel: t('rectification.watched'),
      }),
    table: () => ({
      columns: [
        { label: named.member, kind: 'text' },
        { label: t('rectification.items'), kind: 'count' },
        { label: t('rectification.closed'), kind: 'count' },
        { label: t('rectification.median'), kind: 'count' },
        { label: t('column.low'), kind: 'count' },
        { label: t('column.high'), kind: 'count' },
      ],
      rows: rows.map(({ name, survival: { count, ended, median, medianInterval } }) => [
        name,
        count,
        ended,
        median,
        medianInterval.low,
        medianInterval.high,
      ]),
    }),
    keys: rows.map(({ id }) => id),
    open: ({ row }) => {
      const member = members.find(({ id }) => id === row);
      if (member) return rowsOf(question, [member.name], ofMember(member.key));
      return row === WHOLE ? rowsOf(question, [named.metric], {}) : null;
    },
  };
};
