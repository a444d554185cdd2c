import { type Cube, type LeftOut, comparable, once, total } from '../cube';
import { type Locale, type Period, shift } from '../domain';
import { metricById } from '../model';
import { type Ask, selectionOf } from './ask';
import { type Change, changeBetween } from './change';
import { jumpText, leftText } from './change-words';
import type { NameOf } from './sentence';
import { inProse, joinNames, periodText, valueText } from './words';

/** Why the line of a whole may not be drawn across: other zones reported, other meetings were reported, or a base leapt. */
export type BreakCause = 'zones' | 'items' | 'scope';

/** Where a whole is no longer of the same things as in the period before. */
export interface PanelBreak {
  readonly period: Period;
  readonly causes: readonly BreakCause[];
  /** Zones that came in or fell out, and what the others report anew or no more. */
  readonly came: readonly string[];
  readonly went: readonly string[];
}

type Asked = ReturnType<typeof selectionOf> & { readonly metric: string };

/** A zone that is in no change, not one of its committees: the zone did report. */
const isZone = ({ committee }: LeftOut): boolean => committee === undefined;

/** Whether a zone reports other things than before; of what happened, other kinds are no other report. */
const isOther = ({ why }: LeftOut, flow: boolean): boolean =>
  why === 'other-items' || (why === 'other-category' && !flow);

/**
 * What is to be said of a step of a line: what is in its change, or, where nothing of the two periods compares, who is not in it. Where
 * either has no figure there is no line to break.
 */
function stepOf(cube: Cube, question: Asked, period: Period, before: Period): Pick<Change, 'left' | 'items' | 'scope'> {
  const change = changeBetween(cube, question, period, before);
  if (change !== null) return change;
  const drawn = [period, before].every((at) => total(cube, { ...question, periods: [at] }) !== null);
  return { left: drawn ? comparable(cube, question, period, before).left : [], items: [], scope: [] };
}

/** The periods before which the line of a whole is broken, since it is of other zones, meetings or bases than just before. */
export function panelBreaks(cube: Cube, ask: Ask, periods: readonly Period[]): PanelBreak[] {
  return once(cube, ['breaks', ask.metric, selectionOf(ask), periods[0], periods.at(-1)], () =>
    periods.flatMap((period): PanelBreak[] => {
      if (period === periods[0]) return [];
      const before = shift(period, -1);
      const question = { metric: ask.metric, ...selectionOf(ask) };
      const { left, items, scope } = stepOf(cube, question, period, before);
      const flow = metricById(ask.metric).time === 'flow';
      const came = left
        .filter(({ why }) => why === 'not-before')
        .filter(isZone)
        .map(({ zone }) => zone);
      const went = left
        .filter(({ why }) => why === 'not-now')
        .filter(isZone)
        .map(({ zone }) => zone);
      const committees = left.some((one) => !isZone(one));
      const other = left.some((one) => isOther(one, flow));
      const causes: BreakCause[] = [
        ...(came.length + went.length > 0 || committees ? (['zones'] as const) : []),
        ...(items.length > 0 || other ? (['items'] as const) : []),
        ...(scope.length > 0 ? (['scope'] as const) : []),
      ];
      return causes.length === 0 ? [] : [{ period, causes, came, went }];
    }),
  );
}

/** How many breaks are told one by one before the rest is left to the picture. */
const TOLD = 3;

/** What changed at each break, in words: 2017 年第三季度青岚底数由 208 变为 318. */
export function breaksText(
  cube: Cube,
  ask: Ask,
  breaks: readonly PanelBreak[],
  nameOf: NameOf,
  locale: Locale,
): string {
  const zh = locale === 'zh';
  const named = (zones: readonly string[]): string =>
    zones.length > TOLD
      ? zh
        ? `${zones.length} 个园区`
        : `${zones.length} zones`
      : joinNames(
          zones.map((zone) => nameOf({ zone })),
          locale,
        );
  const told = breaks.slice(-TOLD).map(({ period, came, went }) => {
    const question = { metric: ask.metric, ...selectionOf(ask) };
    const before = shift(period, -1);
    const { items, scope, left } = stepOf(cube, question, period, before);
    const parts = [
      ...(came.length > 0 ? [zh ? `${named(came)}开始报送` : `${named(came)} began to report`] : []),
      ...(went.length > 0 ? [zh ? `${named(went)}未报送` : `${named(went)} did not report`] : []),
      ...items.map(({ zone, added, dropped }) => {
        const list = [...added, ...dropped].map((item) => inProse(valueText(item, locale), locale));
        const what = joinNames(list, locale);
        return zh
          ? `${nameOf({ zone })}${added.length > 0 ? '增报' : '不再报'}${what}`
          : `${nameOf({ zone })} ${added.length > 0 ? 'began to report' : 'no longer reported'} the ${what}`;
      }),
      ...leftText(
        left.filter((one) => !isZone(one) || isOther(one, metricById(ask.metric).time === 'flow')),
        nameOf,
        locale,
      ),
      ...scope.map((jump) => jumpText(jump, nameOf, locale)),
    ];
    return `${periodText(period, locale)}${zh ? '' : ': '}${joinNames(parts, locale)}`;
  });
  return told.join(zh ? '；' : '; ');
}
