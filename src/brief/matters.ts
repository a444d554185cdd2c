import type { Cube, Group } from '../cube';
import { type Label, type Locale, type MetricSpec, type Period, grainOf, isFinerOrEqual, joined } from '../domain';
import { METRICS, goesByScheme, metricById } from '../model';
import { type Ask, type MemberKey, oneZone } from './ask';
import { type Facts, factsOf } from './facts';
import { datedBeside, reportedBy } from './reported';
import type { NameOf } from './sentence';
import { type TargetStatus, measuredBy, measuredText, targetOf } from './targets';
import { inProse, countText, fractionText, joinNames, percentText } from './words';

/** A figure short of its declared target, or work that is owed or past its day. */
export interface Matter {
  readonly id: string;
  readonly kind: 'target' | 'owed';
  readonly metric: string;
  readonly title: string;
  readonly figure: string;
  readonly detail: string;
  /** Which rows of the figure it is about. */
  readonly part: 'numerator' | 'rest';
  /** The zone it is about, where it is one of several looked at. */
  readonly zone: string | null;
  readonly period: Period;
  /** How many are owed; absent of a figure short of its target. */
  readonly count?: number;
  /** How it is said inside a sentence: 逾期未改 85 项, 85 items overdue. */
  readonly said: string;
  /** How many zones the figure is of, where not of all. */
  readonly told: string;
}

/** Something owed: the rows of a metric that are to be acted on, and the words for them. */
interface Owed {
  readonly metric: string;
  readonly part: 'numerator' | 'rest';
  readonly title: Label;
  /** What is counted: the word that counts it in Chinese, and one and several in English. */
  readonly of: Counted;
  /** What is counted in a period longer than the metric’s own, where the same thing may count in each part of it. */
  readonly ofLonger?: Counted;
}

type Counted = readonly [zh: string, one: string, several: string];

const owed = (metric: string, part: Owed['part'], zh: string, en: string, of: Counted, ofLonger?: Counted): Owed => ({
  metric,
  part,
  title: { zh, en },
  of,
  ...(ofLonger && { ofLonger }),
});

/** What every family has that is owed and not done. */
export const OWED: readonly Owed[] = [
  owed('should_build_built_rate', 'rest', '应建未建', 'Required, not built', [
    '家',
    'required unit without an organisation',
    'required units without an organisation',
  ]),
  owed('uncovered_unit_count', 'numerator', '未覆盖单位', 'Units nobody covers', [
    '家',
    'unit nobody covers',
    'units nobody covers',
  ]),
  owed('term_overdue_count', 'numerator', '超期未换届', 'Terms overdue', ['个', 'overdue term', 'overdue terms']),
  owed(
    'all_meetings_compliance_rate',
    'rest',
    '应开会议未开齐',
    'Meetings not all held',
    ['个支部', 'branch short of its meetings', 'branches short of their meetings'],
    ['个支部季次', 'branch-quarter short of its meetings', 'branch-quarters short of their meetings'],
  ),
  owed('rect_overdue_open', 'numerator', '逾期未改', 'Rectification overdue', [
    '项',
    'item of rectification overdue',
    'items of rectification overdue',
  ]),
  owed('letter_sign_rate', 'rest', '责任书未签', 'Letters not signed', ['份', 'unsigned letter', 'unsigned letters']),
  owed('due_work_overdue', 'numerator', '限时工作逾期未完成', 'Dated work overdue', [
    '项',
    'piece of dated work overdue',
    'pieces of dated work overdue',
  ]),
];

/** How many members with the most are named. */
const MOST = 3;

/** How many rows of a figure are to be acted on: those that count in its numerator, or those that do not. Null over nothing, and where nothing says. */
export function toActOn(whole: Group | null, part: 'numerator' | 'rest'): number | null {
  if (whole === null || whole.silent || whole.denominator === 0) return null;
  if (part === 'numerator') return whole.numerator;
  return whole.denominator === null ? null : whole.denominator - whole.numerator;
}

/** The members with the most, so many at most; who has as many as one that is not named is not named either. */
export function foremost<Member extends { readonly count: number }>(
  members: readonly Member[],
  most: number,
): Member[] {
  const sorted = members.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const next = sorted[most]?.count ?? 0;
  return sorted.slice(0, most).filter(({ count }) => count > next);
}

/** What is counted in a period. */
const countedIn = ({ metric, of, ofLonger }: Owed, period: Period): Counted =>
  ofLonger === undefined || isFinerOrEqual(grainOf(period), metricById(metric).grain) ? of : ofLonger;

function owedMatter(
  cube: Cube,
  one: Owed,
  ask: Omit<Ask, 'metric'>,
  nameOf: NameOf,
  locale: Locale,
): (Matter & { readonly count: number }) | null {
  const facts = factsOf(cube, { ...ask, metric: one.metric });
  const count = toActOn(facts.whole, one.part);
  if (!count) return null;
  const zh = locale === 'zh';
  const [unit, single, several] = countedIn(one, facts.period);
  const amount = (some: number): string => (zh ? `${countText(some)} ${unit}` : countText(some));
  const owing = facts.members.map(({ key, own }) => ({ key, count: toActOn(own, one.part) ?? 0 }));
  const most = foremost(owing, MOST).map(({ key, count: own }) =>
    zh ? `${nameOf(key)} ${amount(own)}` : `${nameOf(key)} (${amount(own)})`,
  );
  const alone = owing.filter(({ count: own }) => own > 0).length < 2;
  const where = alone || most.length === 0 ? '' : `${zh ? '最多的是' : 'most in '}${joinNames(most, locale)}`;
  return {
    id: `owed\n${one.metric}`,
    kind: 'owed',
    metric: one.metric,
    title: one.title[locale],
    figure: amount(count),
    detail: joined('phrases', [datedBeside(facts, ask.period, locale), where, reportedBy(facts, locale)], locale),
    part: one.part,
    zone: null,
    period: facts.period,
    said: zh ? `${one.title.zh} ${amount(count)}` : `${countText(count)} ${count === 1 ? single : several}`,
    told: reportedBy(facts, locale),
    count,
  };
}

const isOneFigure = (metric: MetricSpec): boolean =>
  (metric.kind === 'rate' || metric.kind === 'count') && !goesByScheme(metric);

const WEIGHT: Readonly<Record<TargetStatus, number>> = { red: 3, amber: 2, short: 1, met: 0 };

/** A matter with what orders it: how bad the status, then how far from the target as a share of it. */
interface Short extends Matter {
  readonly weight: number;
  readonly gap: number;
}

function shortMatter(
  cube: Cube,
  facts: Facts,
  zone: string | null,
  group: Group | null,
  about: { readonly name: string; readonly when: string; readonly by: string },
  locale: Locale,
): Short | null {
  const { metric, period } = facts;
  const measured = measuredBy(cube, metric, zone, period, group);
  if (measured === null || group === null || measured.status === 'met') return null;
  const { target, value, status } = measured;
  const zh = locale === 'zh';
  const label = metric.label[locale];
  const figure = metric.kind === 'rate' ? percentText(value) : countText(value);
  return {
    id: `target\n${metric.id}\n${about.name}`,
    kind: 'target',
    metric: metric.id,
    title: about.name === '' ? label : zh ? `${about.name} ${label}` : `${about.name}: ${label}`,
    figure,
    detail: joined(
      'phrases',
      [about.when, metric.kind === 'rate' ? fractionText(group) : '', measuredText(measured, metric, locale), about.by],
      locale,
    ),
    part: metric.direction === 'down' || metric.kind === 'count' ? 'numerator' : 'rest',
    zone: about.name === '' ? null : zone,
    period,
    said: zh
      ? `${about.name}${about.name === '' ? '' : ' '}${label} ${figure}`
      : `${inProse(label, locale)}${about.name === '' ? '' : ` in ${about.name}`} at ${figure}`,
    told: about.name === '' ? about.by : '',
    weight: WEIGHT[status],
    gap: Math.abs(value - target.target) / (target.target === 0 ? 1 : target.target),
  };
}

/** A figure that may have a target: of the whole, or of a zone with a target of its own. */
interface Aimed {
  readonly facts: Facts;
  /** The zone whose target counts; null for that of all. */
  readonly zone: string | null;
  readonly group: Group | null;
  /** The zone, where it is one of several looked at. */
  readonly alone: MemberKey | null;
}

/** The figures that have a target: the whole, and zones that have a target of their own. */
function figuresAimed(cube: Cube, ask: Omit<Ask, 'metric'>): Aimed[] {
  const own = oneZone(ask);
  const aimed = new Set(cube.targets.map(({ metricId }) => metricId));
  return METRICS.filter((metric) => aimed.has(metric.id) && isOneFigure(metric)).flatMap((metric): Aimed[] => {
    const facts = factsOf(cube, { ...ask, metric: metric.id });
    const zones = own !== null || ask.by !== 'zone' ? [] : facts.members;
    const alone = zones.flatMap(({ key, own: group }): Aimed[] => {
      const zone = key.zone ?? '';
      const isOwn = (targetOf(cube, metric.id, zone, facts.period)?.scope ?? '') !== '';
      return isOwn ? [{ facts, zone, group, alone: key }] : [];
    });
    return [{ facts, zone: own, group: facts.whole, alone: null }, ...alone];
  });
}

/** What falls short of a target. */
function shortMatters(cube: Cube, ask: Omit<Ask, 'metric'>, nameOf: NameOf, locale: Locale): Short[] {
  return figuresAimed(cube, ask).flatMap(({ facts, zone, group, alone }) => {
    const [name, by] = alone ? [nameOf(alone), ''] : ['', reportedBy(facts, locale)];
    const about = { name, when: datedBeside(facts, ask.period, locale), by };
    return shortMatter(cube, facts, zone, group, about, locale) ?? [];
  });
}

/** What could be looked at for something to deal with. */
export interface Looked {
  /** Whether any figure could be set against a target. */
  readonly targets: boolean;
  /** How many of the kinds of work that may be owed are known. */
  readonly owed: 'all' | 'some' | 'none';
}

/** Whether there was anything to look at: that nothing was found says nothing otherwise. */
export function lookedAt(cube: Cube, ask: Omit<Ask, 'metric'>): Looked {
  const known = OWED.filter(
    ({ metric, part }) => toActOn(factsOf(cube, { ...ask, metric }).whole, part) !== null,
  ).length;
  return {
    targets: figuresAimed(cube, ask).some(
      ({ facts, zone, group }) => measuredBy(cube, facts.metric, zone, facts.period, group) !== null,
    ),
    owed: known === 0 ? 'none' : known < OWED.length ? 'some' : 'all',
  };
}

const OWED_AS_KNOWN = {
  all: { zh: '待办', en: 'owed' },
  some: { zh: '已知待办', en: 'known to be owed' },
  none: null,
} as const satisfies Record<Looked['owed'], Label | null>;

/** That nothing was found, as far as there was anything to look at. */
export function nothingFound({ targets, owed: known }: Looked, compared: boolean, locale: Locale): string {
  const zh = locale === 'zh';
  const kinds = [
    targets ? { zh: '未达目标', en: 'short of target' } : null,
    OWED_AS_KNOWN[known],
    compared ? { zh: '比其余差', en: 'worse than the others' } : null,
  ].flatMap((kind) => kind?.[locale] ?? []);
  const last = kinds.pop();
  if (last === undefined) return zh ? '没有可核对的目标、待办和比较' : 'no target, work owed or comparison to look at';
  const all = [joined('names', kinds, locale), last].filter((part) => part !== '').join(zh ? '或' : ' or ');
  return zh ? `没有${all}的事项` : `nothing ${all}`;
}

/**
 * What is to be dealt with, over all families: first figures short of their declared target, below a red limit before an amber one, the
 * farthest from the target first; then what is owed and not done, the most first.
 */
export function mattersOf(cube: Cube, ask: Omit<Ask, 'metric'>, nameOf: NameOf, locale: Locale): Matter[] {
  const short = shortMatters(cube, ask, nameOf, locale).sort(
    (a, b) => b.weight - a.weight || b.gap - a.gap || a.id.localeCompare(b.id),
  );
  const open = OWED.map((one) => owedMatter(cube, one, ask, nameOf, locale))
    .filter((matter) => matter !== null)
    .sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
  return [...short, ...open];
}
