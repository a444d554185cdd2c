import { joinNames, memberNoun, periodText, valueText } from '../../brief';
import { periodName } from '../../charts';
import { lastDay, shift, toGrain } from '../../domain';
import { asking } from '../../ui/figures/asking';
import { crossOf } from '../../ui/figures/crosses';
import type { Figure } from '../../ui/figures/figure';
import { heat } from '../../ui/figures/heat';
import { type Activity, categoriesOf, cellsOfActivity, finestGrain } from './activities';

/** How many times are shown. */
const SPAN = 12;

/** Who held an activity and when: members by times, of the finest length it is reported by. Its rows open with who did not. */
export const compliance =
  (activity: Activity): Figure =>
  (reader, asked) => {
    const { cube, nameOf, language, filters } = reader;
    const { t, locale } = language;
    const ask = { ...asked, ...categoriesOf(activity) };
    const { question } = asking(reader, ask, activity.metric, ask.period);
    const cells = cellsOfActivity(cube, activity, filters.zones);
    const grain = finestGrain(cells) ?? 'month';
    const to = toGrain(lastDay(ask.period), grain);
    const periods = Array.from({ length: SPAN }, (_, at) => shift(to, at - SPAN + 1));
    const nameOfTime = (period: string): string => periodName(period, locale);
    const cross = crossOf(cube, { ...ask, metric: activity.metric }, periods, 'period', nameOfTime, nameOf);
    if (cross.rows.length === 0) return null;
    /** Zones that report the activity, but for longer times than the columns. */
    const coarser = [...new Set(cells.map(({ zone }) => zone))].filter((zone) => {
      const own = finestGrain(cells.filter((cell) => cell.zone === zone));
      return ask.by === 'zone' && own !== null && own !== grain;
    });
    const names = joinNames(
      coarser.map((zone) => nameOf({ zone })),
      locale,
    );
    const noun = memberNoun(ask.by, locale);
    const about = valueText(activity.id, locale);
    return heat(reader, question, cross, {
      title: t('life.heatTitle', { activity: about, member: noun }),
      subtitle: language.joined('sentences', [
        t('life.heatSub', {
          from: periodText(cross.columns[0]?.key ?? to, locale),
          to: periodText(cross.columns.at(-1)?.key ?? to, locale),
        }),
        coarser.length === 0 ? '' : t('life.coarser', { names }),
      ]),
      about,
      noun,
      part: 'rest',
    });
  };
