import {
  adverse,
  changeBetween,
  changeWords,
  factsOf,
  isOfShared,
  likeMembers,
  markedNames,
  periodText,
  selectionOf,
} from '../../brief';
import { slope } from '../../charts';
import { rateOf, total } from '../../cube';
import { type Period, isPeriod, noted } from '../../domain';
import { changeCell } from '../../share';
import { asking } from '../../ui/figures/asking';
import { ofMember, rowsOf } from '../../ui/figures/drilling';
import type { Asked, Figure, Reader } from '../../ui/figures/figure';
import { answeredText } from '../../ui/figures/words';

/** How far back a period may be chosen. */
const SPAN = 40;

/** The two periods of a slope, and all that may be chosen as the first. */
export interface Span {
  readonly earlier: readonly Period[];
  readonly from: Period | undefined;
  readonly to: Period;
}

/** From the period chosen; absent that, from a year back where the data goes so far, else from as far as it goes. */
export function spanOf({ cube, filters, route }: Reader, ask: Asked, metric: string): Span {
  const { metric: spec, period } = factsOf(cube, { ...ask, metric });
  const earlier = filters.periodsUpTo(period, SPAN, metric).filter((at) => at < period);
  const chosen = route.get('from');
  const known = chosen !== undefined && isPeriod(chosen) && earlier.includes(chosen);
  return {
    earlier,
    from: known ? chosen : (earlier.at(spec.grain === 'year' ? -1 : -4) ?? earlier[0]),
    to: period,
  };
}

/** A rate then and now, member by member. */
export const thenAndNow =
  (metric: string): Figure =>
  (reader, ask) => {
    const { cube, nameOf, language } = reader;
    const { t, locale } = language;
    const facts = factsOf(cube, { ...ask, metric });
    const { from, to } = spanOf(reader, ask, metric);
    if (from === undefined || facts.metric.kind !== 'rate') return null;
    const { question, named } = asking(reader, ask, metric);
    const like = likeMembers(cube, { ...ask, metric }, to, from);
    const change = changeBetween(cube, { metric, ...selectionOf(ask) }, to, from);
    const low = new Set(adverse(facts).map(({ id }) => id));
    const marked = markedNames(cube, { ...ask, metric }, [from, to], nameOf, locale);
    const rows = facts.members.map(({ id, key, own }) => {
      const { now, before } = like.members.get(id) ?? { now: own, before: null };
      const then = total(cube, { metric, periods: [from], ...selectionOf(ask), ...ofMember(key) });
      const partly =
        isOfShared({ now, own }) || (before !== null && then !== null && isOfShared({ now: before, own: then }));
      const part = partly ? t('compare.part') : '';
      return {
        key: id,
        label: noted(marked(key), part, locale),
        previous: before,
        current: now,
        highlighted: low.has(id),
      };
    });
    /** Who is not joined, and bases that leapt. */
    const words = change === null ? null : changeWords(change, periodText(change.against, locale), nameOf, locale);
    const [previousLabel, currentLabel] = [periodText(from, locale), periodText(to, locale)];
    return {
      question,
      title: t('compare.slopeTitle', named),
      subtitle: language.joined('sentences', [
        t('compare.slopeSub', { ...named, from: answeredText(facts.metric, from, locale), to: named.period }),
        language.ended(words?.partly ?? ''),
        language.ended(words?.scope ?? ''),
      ]),
      draw: (setting) => slope({ ...setting, rows, previousLabel, currentLabel }),
      keys: rows.map(({ key }) => key),
      open: ({ row }) => {
        const member = facts.members.find(({ id }) => id === row);
        if (!member) return null;
        const parts = like.members.has(member.id) ? like.parts : null;
        return rowsOf({ ...question, parts }, [nameOf(member.key)], ofMember(member.key));
      },
      table: () => ({
        columns: [
          { label: named.member, kind: 'text' },
          { label: previousLabel, kind: 'rate' },
          { label: currentLabel, kind: 'rate' },
          { label: t('column.change'), kind: 'points' },
        ],
        rows: rows.map((row) => [
          row.label,
          row.previous ? rateOf(row.previous) : null,
          rateOf(row.current),
          changeCell(row.current, row.previous),
        ]),
      }),
    };
  };
