import {
  type Facts,
  type NameOf,
  adverse,
  againstTarget,
  breaksText,
  factsOf,
  joinNames,
  markedNames,
  oneZone,
  panelBreaks,
  periodText,
  ruleBreaks,
  targetOf,
} from '../../brief';
import { type TrendBreak, type TrendData, type TrendLine, trend, trendPanels } from '../../charts';
import { asking } from './asking';
import { ofMember, rowsOf } from './drilling';
import type { Answer, Asked, Figure, Reader } from './figure';
import { trendLines, trendTable, trendsOf, wholeOver } from './trends';

/** How many periods back, unless the reader says from when. */
const SPAN = 12;
/** How many of those on the unwanted side are drawn in colour. */
const HIGHLIGHTED = 2;

/** More members than this have a small picture each: in one they are a tangle. */
const TOGETHER = 3;

/** A metric over time as far as all its figures show it. */
export interface Course {
  readonly facts: Facts;
  readonly periods: readonly string[];
  /** Names, with a mark where a member's figures are counts. */
  readonly nameOf: NameOf;
  /** Drawn in colour, by id and name. */
  readonly low: readonly { readonly id: string; readonly name: string }[];
  /** Whether every member has a picture of its own. */
  readonly apart: boolean;
  /** The first and the last period, in words. */
  readonly span: Readonly<Record<'from' | 'to', string>>;
}

/** What the line of all zones is of, where only some are looked at. */
const allOf = ({ peers = [] }: Asked) => ({ zones: peers, committees: [] });

/** What a figure of a course adds to it. */
export interface Telling extends Pick<Answer, 'title' | 'subtitle' | 'about'> {
  readonly breaks: readonly TrendBreak[];
  readonly wholeLabel: string;
  readonly denominatorLabel: string;
  /** Lines behind those of the members: of all zones. */
  readonly behind?: readonly TrendLine[];
  readonly target?: TrendData['target'];
}

/** A metric over time: the whole, every member, and those on the unwanted side in colour. A period opens its rows. */
export const course =
  (metric: string, tell: (reader: Reader, ask: Asked, found: Course) => Telling): Figure =>
  (reader, ask) => {
    const { cube, language, filters } = reader;
    const { locale } = language;
    const facts = factsOf(cube, { ...ask, metric });
    if (facts.rate === null) return { missing: metric };
    const { question, named } = asking(reader, ask, metric);
    const periods = filters.trendPeriods(facts.period, SPAN, metric);
    const nameOf = markedNames(cube, { ...ask, metric }, periods, reader.nameOf, locale);
    const trends = trendsOf(cube, { ...ask, metric }, periods, nameOf);
    const low = adverse(facts)
      .slice(0, HIGHLIGHTED)
      .map(({ id, key }) => ({ id, name: nameOf(key) }));
    const span = {
      from: periodText(periods[0] ?? facts.period, locale),
      to: periodText(periods.at(-1) ?? facts.period, locale),
    };
    const apart = trends.members.length > TOGETHER;
    const told = tell(reader, ask, { facts, periods, nameOf, low, apart, span });
    const { breaks, wholeLabel, denominatorLabel, behind = [], target = null, ...words } = told;
    const lines = trendLines(
      trends,
      low.map(({ id }) => id),
    );
    return {
      question,
      ...words,
      draw: (setting) =>
        (apart ? trendPanels : trend)({
          ...setting,
          periods,
          whole: { key: 'whole', label: wholeLabel, points: trends.whole, highlighted: true },
          lines: [...behind, ...lines],
          breaks,
          target,
          denominatorLabel,
        }),
      table: () => trendTable(trends, ask.by, named.metric, language),
      keys: periods,
      open: ({ row, column }) => {
        // A row of the table is a period, a point of the picture a line in a period.
        const period = column ?? row;
        if (period === undefined) return null;
        const line = column === undefined ? undefined : row;
        const member = trends.members.find(({ id }) => id === line);
        const ofAll = behind.find(({ key }) => key === line);
        const title = [named.metric, member?.name ?? ofAll?.label ?? '', periodText(period, locale)];
        return rowsOf({ ...question, period }, title, member ? ofMember(member.key) : ofAll ? allOf(ask) : {});
      },
    };
  };

/** A metric over time. All zones together stay in the picture when some are looked at. */
export const overTime = (metric: string): Figure =>
  course(metric, ({ cube, nameOf, language }, ask, { facts, periods, low, apart, span }) => {
    const { t, of, locale } = language;
    const panel = panelBreaks(cube, { ...ask, metric }, periods);
    /** A line of a member, and that of all zones, is broken where its own reports change. */
    const own = facts.members.flatMap(({ id, key }) =>
      panelBreaks(cube, { ...ask, metric, ...ofMember(key) }, periods).map((found) => ({ ...found, line: id })),
    );
    const all = { ...ask, metric, ...allOf(ask) };
    const behind = facts.parent === null ? [] : panelBreaks(cube, all, periods);
    /** One zone has its own target; several only one declared for all. */
    const zone = oneZone(ask);
    const target = facts.metric.kind === 'rate' ? targetOf(cube, metric, zone, facts.period) : null;
    const names = joinNames(
      low.map(({ name }) => name),
      locale,
    );
    return {
      title: t('overview.trendTitle', { metric: of(facts.metric.label) }),
      subtitle: language.joined('sentences', [
        apart
          ? t('overview.panelsSub', span)
          : t('overview.trendSub', { others: names === '' ? '' : t('overview.trendOthers', { names }), ...span }),
        panel.length === 0
          ? ''
          : t('trend.breaks', { what: breaksText(cube, { ...ask, metric }, panel, nameOf, locale) }),
        behind.length === 0 ? '' : t('trend.breaksOfAll', { what: breaksText(cube, all, behind, nameOf, locale) }),
        facts.parts === null ? '' : t('trend.duties'),
      ]),
      breaks: [
        ...ruleBreaks(cube, facts.metric, periods, ask.categories).map((period) => ({
          period,
          label: t('basis.break'),
        })),
        ...[
          ...panel.map((found) => ({ ...found, line: 'whole' })),
          ...behind.map((found) => ({ ...found, line: 'all' })),
          ...own,
        ].map(({ period, causes, line }) => ({
          period,
          label: language.joined(
            'names',
            causes.map((cause) => t(`trend.break.${cause}`)),
          ),
          lines: [line],
        })),
      ],
      wholeLabel: t(facts.parent === null ? 'trend.all' : 'trend.own'),
      denominatorLabel: of(facts.metric.unit) === '' ? '' : t('column.denominator'),
      behind:
        facts.parent === null
          ? []
          : [
              {
                key: 'all',
                label: t('trend.allZones'),
                points: wholeOver(cube, all, periods),
                highlighted: false,
                reference: true,
              },
            ],
      target: target && {
        rate: target.target,
        label: againstTarget(cube, facts.metric, zone, facts.period, facts.whole, locale) ?? '',
      },
    };
  });
