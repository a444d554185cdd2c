import type { Cube, Group } from '../cube';
import type { Label, Locale, MetricSpec, Period } from '../domain';
import { METRICS, goesByScheme } from '../model';
import { type Ask, oneZone } from './ask';
import { type Facts, factsOf } from './facts';
import { reportedBy } from './reported';
import type { NameOf } from './sentence';
import { type TargetStatus, measuredBy, measuredText, targetOf } from './targets';
import { countText, fractionText, joinNames, percentText, periodText } from './words';

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
  /** How many zones the figure is of, in a file that does not tell those of the others; '' where it tells all. */
  readonly told: string;
}

/** Of how many zones a whole is told, where not of all. */
const toldOf = (facts: Facts, locale: Locale): string =>
  facts.reporting.withheld.length === 0 ? '' : reportedBy(facts, locale);

/** Something owed: the rows of a metric that are to be acted on, and the words for them. */
interface Owed {
  readonly metric: string;
  readonly part: 'numerator' | 'rest';
  readonly title: Label;
  /** The word that counts them in Chinese. */
  readonly of: string;
}

const owed = (metric: string, part: Owed['part'], zh: string, en: string, of: string): Owed => ({
  metric,
  part,
  title: { zh, en },
  of,
});

/** What every family has that is owed and not done. */
export const OWED: readonly Owed[] = [
  owed('should_build_built_rate', 'rest', '应建未建', 'Required, not built', '家'),
  owed('uncovered_unit_count', 'numerator', '未覆盖单位', 'Units nobody covers', '家'),
  owed('term_overdue_count', 'numerator', '超期未换届', 'Terms overdue', '个'),
  owed('all_meetings_compliance_rate', 'rest', '应开会议未开齐', 'Meetings not all held', '个支部'),
  owed('rect_overdue_open', 'numerator', '逾期未改', 'Rectification overdue', '项'),
  owed('letter_sign_rate', 'rest', '责任书未签', 'Letters not signed', '份'),
  owed('due_work_overdue', 'numerator', '限时工作逾期未完成', 'Dated work overdue', '项'),
];

/** How many rows of a figure are to be acted on: those that count in its numerator, or those that do not. Null over nothing, and where nothing says. */
export function toActOn(whole: Group | null, part: 'numerator' | 'rest'): number | null {
  if (whole === null || whole.silent || whole.denominator === 0) return null;
  if (part === 'numerator') return whole.numerator;
  return whole.denominator === null ? null : whole.denominator - whole.numerator;
}

const joined = (parts: readonly string[], zh: boolean): string =>
  parts.filter((part) => part !== '').join(zh ? '，' : ', ');

/** Of when it is, where that is another period than was asked for. */
const dated = (facts: Facts, ask: Omit<Ask, 'metric'>, locale: Locale): string =>
  facts.period === ask.period ? '' : periodText(facts.period, locale);

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
  const amount = (some: number): string => (zh ? `${countText(some)} ${one.of}` : countText(some));
  const most = facts.members
    .map(({ key, own }) => ({ key, count: toActOn(own, one.part) ?? 0 }))
    .filter((member) => member.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ key, count: own }) => (zh ? `${nameOf(key)} ${amount(own)}` : `${nameOf(key)} (${amount(own)})`));
  const where = most.length < 2 ? '' : `${zh ? '最多的是' : 'most in '}${joinNames(most, locale)}`;
  return {
    id: `owed\n${one.metric}`,
    kind: 'owed',
    metric: one.metric,
    title: one.title[locale],
    figure: amount(count),
    detail: joined([dated(facts, ask, locale), where, reportedBy(facts, locale)], zh),
    part: one.part,
    zone: null,
    period: facts.period,
    told: toldOf(facts, locale),
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
  return {
    id: `target\n${metric.id}\n${about.name}`,
    kind: 'target',
    metric: metric.id,
    title: about.name === '' ? label : zh ? `${about.name} ${label}` : `${about.name}: ${label}`,
    figure: metric.kind === 'rate' ? percentText(value) : countText(value),
    detail: joined(
      [about.when, metric.kind === 'rate' ? fractionText(group) : '', measuredText(measured, metric, locale), about.by],
      zh,
    ),
    part: metric.direction === 'down' || metric.kind === 'count' ? 'numerator' : 'rest',
    zone: about.name === '' ? null : zone,
    period,
    told: about.name === '' ? toldOf(facts, locale) : '',
    weight: WEIGHT[status],
    gap: Math.abs(value - target.target) / (target.target === 0 ? 1 : target.target),
  };
}

/** What falls short of a target: the whole, and zones that have a target of their own. */
function shortMatters(cube: Cube, ask: Omit<Ask, 'metric'>, nameOf: NameOf, locale: Locale): Short[] {
  const own = oneZone(ask);
  const aimed = new Set(cube.targets.map(({ metricId }) => metricId));
  return METRICS.filter((metric) => aimed.has(metric.id) && isOneFigure(metric)).flatMap((metric) => {
    const facts = factsOf(cube, { ...ask, metric: metric.id });
    const when = dated(facts, ask, locale);
    const whole = shortMatter(cube, facts, own, facts.whole, { name: '', when, by: reportedBy(facts, locale) }, locale);
    const zones = own !== null || ask.by !== 'zone' ? [] : facts.members;
    const alone = zones.flatMap(({ key, own: all }) => {
      const zone = key.zone ?? '';
      if ((targetOf(cube, metric.id, zone, facts.period)?.scope ?? '') === '') return [];
      return [shortMatter(cube, facts, zone, all, { name: nameOf(key), when, by: '' }, locale)];
    });
    return [whole, ...alone].filter((matter) => matter !== null);
  });
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
