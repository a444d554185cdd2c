import {
  type Comparison,
  type Cube,
  type Group,
  type Selection,
  alignPeriod,
  cellsOf,
  comparedPeriod,
  isLater,
  pointsBetween,
  rateOf,
  rollUp,
  total,
} from '../cube';
import {
  type CompareBy,
  type Dimension,
  type MetricSpec,
  NOT_STATED,
  type Period,
  firstDay,
  grainOf,
  isFinerOrEqual,
  lastDay,
  toGrain,
} from '../domain';
import { metricById } from '../model';
import { type Funnel, type Interval, type Verdict, judge, signalOf, wilson } from '../stats';
import { once } from './once';

/** One thing that is compared: a zone, a committee of a zone, or a domain. */
export interface MemberKey {
  readonly zone?: string;
  readonly committee?: string;
  readonly domain?: string;
}

/** A member's figure now and before, and how it stands against the whole. */
export interface Member {
  /** Text that identifies the member among its peers. */
  readonly id: string;
  readonly key: MemberKey;
  readonly now: Group;
  readonly before: Group | null;
  /** Rate now, 0…1; null when unknown. */
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** Change of the rate in percentage points; null when either is unknown. */
  readonly points: number | null;
  /**
   * Against the whole, without widening for overdispersion, so that a 95 % signal is exactly an interval that leaves the
   * whole out; null when the rate is unknown or the metric is no rate.
   */
  readonly verdict: Verdict | null;
}

/** What a figure asks. `period` and `comparison` are the reader's; the facts say what they answer for. */
export interface Ask extends Selection {
  readonly metric: string;
  readonly period: Period;
  readonly comparison: Comparison;
  readonly by: CompareBy;
}

/** Everything there is to say about one metric in one period: the whole, its members, who differs. */
export interface Facts {
  readonly metric: MetricSpec;
  /** The period answered for, of the metric's own grain where that is coarser. */
  readonly period: Period;
  /** The period compared with; null when nothing is compared or nothing is known then. */
  readonly against: Period | null;
  readonly comparison: Comparison;
  readonly by: CompareBy;
  readonly whole: Group | null;
  readonly before: Group | null;
  readonly rate: number | null;
  readonly points: number | null;
  /** The highest value first, unknown ones last. */
  readonly members: readonly Member[];
  /** Its verdicts are in the order of the members. */
  readonly funnel: Funnel | null;
}

/** Only what a question selects by, without the question. */
export function selectionOf({ zones, committees, domains, categories }: Selection): Selection {
  return {
    ...(zones && { zones }),
    ...(committees && { committees }),
    ...(domains && { domains }),
    ...(categories && { categories }),
  };
}

/** Periods of a grain in which the selection has cells, in time order, none after the as-of date. */
export function periodsAnswered(
  cube: Cube,
  metric: string,
  grain: Parameters<typeof toGrain>[1],
  categories: readonly string[] = [],
): Period[] {
  return once(cube, ['periods', metric, grain, categories], () => {
    const wanted = new Set(categories);
    const stored = new Set<Period>();
    for (const cell of cellsOf(cube, metric))
      if (wanted.size === 0 || wanted.has(cell.category)) stored.add(cell.period);
    const { asOf } = cube;
    const known = [...stored].filter(
      (at) => (asOf === null || firstDay(at) <= asOf) && isFinerOrEqual(grainOf(at), grain),
    );
    return [...new Set(known.map((at) => toGrain(at, grain)))].sort();
  });
}

/** Half-years and years a metric of cycles answers for, in the order they end. */
export function cyclesAnswered(cube: Cube, metric: string, categories: readonly string[] = []): Period[] {
  const halves = periodsAnswered(cube, metric, 'half', categories);
  const stored = new Set(cellsOf(cube, metric).map((cell) => cell.period));
  const years = periodsAnswered(cube, metric, 'year', categories).filter((at) => stored.has(at));
  return [...halves, ...years].sort((a, b) => (isLater(a, b) ? 1 : -1));
}

/**
 * The period a metric answers for: the reader's, at the metric's grain, or else the last one before it that has cells
 * (a scheme that rates every second year). The reader's own when there is none. Where cycles are half-years and years, the
 * second half asked for is answered by the whole year that ends with it.
 */
export function periodAnswered(cube: Cube, metric: string, period: Period, categories: readonly string[] = []): Period {
  const spec = metricById(metric);
  const aligned = alignPeriod(spec, period);
  if (spec.grain === 'half' && grainOf(aligned) === 'half') {
    const cycles = cyclesAnswered(cube, metric, categories);
    return cycles.findLast((at) => lastDay(at) <= lastDay(aligned)) ?? aligned;
  }
  const known = periodsAnswered(cube, metric, grainOf(aligned), categories);
  return known.findLast((at) => at <= aligned) ?? aligned;
}

function periodBefore(cube: Cube, ask: Ask, period: Period): Period | null {
  const wanted = comparedPeriod(period, ask.comparison);
  const { grain } = metricById(ask.metric);
  if (wanted === null || (grain !== 'year' && grain !== 'half')) return wanted;
  const known = periodsAnswered(cube, ask.metric, grainOf(wanted), ask.categories);
  return known.findLast((at) => at <= wanted) ?? null;
}

/** The dimensions a comparison groups by: committees are told apart by their zone, since names repeat. */
export function dimensionsOf(by: CompareBy): Dimension[] {
  return by === 'committee' ? ['zone', 'committee'] : [by];
}

/** The member a group belongs to. */
export function memberKey(group: Group, by: CompareBy): MemberKey {
  if (by === 'committee') return { zone: group.zone ?? '', committee: group.committee ?? '' };
  return by === 'zone' ? { zone: group.zone ?? '' } : { domain: group.domain ?? '' };
}

/** Text that identifies a member. */
export function memberId(key: MemberKey): string {
  return [key.zone, key.committee, key.domain].filter((part) => part !== undefined).join('\n');
}

const weighs = (group: Group): boolean => group.numerator !== 0 || (group.denominator ?? 0) !== 0;

/** The highest value first, unknown ones last, ties in the order of their ids. */
function higherFirst(metric: MetricSpec, by: CompareBy): (a: Group, b: Group) => number {
  const value = (group: Group): number => (metric.kind === 'rate' ? (rateOf(group) ?? -1) : group.numerator);
  return (a, b) => value(b) - value(a) || memberId(memberKey(a, by)).localeCompare(memberId(memberKey(b, by)));
}

function byMember(groups: readonly Group[], by: CompareBy): Map<string, Group> {
  return new Map(groups.map((group) => [memberId(memberKey(group, by)), group]));
}

/**
 * Asks the cube about a metric: whole, members, changes, intervals, verdicts. Members of weight 0/0 have nothing in scope
 * and are left out, except zones, which stay visible with an unknown rate.
 */
export function factsOf(cube: Cube, ask: Ask): Facts {
  const { metric, period, comparison, by } = ask;
  return once(cube, ['facts', metric, period, comparison, by, selectionOf(ask)], () => workOut(cube, ask));
}

function workOut(cube: Cube, ask: Ask): Facts {
  const metric = metricById(ask.metric);
  const selection = selectionOf(ask);
  const period = periodAnswered(cube, ask.metric, ask.period, ask.categories);
  const against = periodBefore(cube, ask, period);
  const at = (when: Period) => ({ metric: ask.metric, periods: [when], ...selection });
  const whole = total(cube, at(period));
  const before = against === null ? null : total(cube, at(against));
  const dimensions = dimensionsOf(ask.by);
  const now = rollUp(cube, { ...at(period), by: dimensions })
    .filter((group) => weighs(group) || ask.by === 'zone')
    .sort(higherFirst(metric, ask.by));
  const then = byMember(against === null ? [] : rollUp(cube, { ...at(against), by: dimensions }), ask.by);
  const isRate = metric.kind === 'rate';
  const funnel = isRate ? judge(now) : null;
  const members = now.map((group): Member => {
    const key = memberKey(group, ask.by);
    const earlier = then.get(memberId(key)) ?? null;
    return {
      id: memberId(key),
      key,
      now: group,
      before: earlier,
      rate: rateOf(group),
      interval: isRate ? wilson(group) : null,
      points: pointsBetween(group, earlier),
      verdict: funnel === null ? null : signalOf(group, funnel.theta),
    };
  });
  return {
    metric,
    period,
    against: before === null ? null : against,
    comparison: ask.comparison,
    by: ask.by,
    whole,
    before,
    rate: whole === null ? null : rateOf(whole),
    points: pointsBetween(whole, before),
    members,
    funnel,
  };
}

/** Whether a signal is on the unwanted side: below for what should rise, above for what should fall. */
export function isAdverse(verdict: Verdict, metric: MetricSpec): boolean {
  if (verdict.signal === 'none') return false;
  return metric.direction === 'down' ? verdict.side === 'above' : verdict.side === 'below';
}

/** Whether the rows of a member say where they belong: what is not stated is counted, but never named as a finding. */
function isNamed({ key }: Member): boolean {
  return (key.committee ?? key.zone ?? key.domain) !== NOT_STATED;
}

/** Members whose signal is on the unwanted side, worst first. */
export function adverse(facts: Facts): Member[] {
  const worst = facts.metric.direction === 'down' ? -1 : 1;
  return facts.members
    .filter((member) => isNamed(member) && member.verdict !== null && isAdverse(member.verdict, facts.metric))
    .sort((a, b) => worst * ((a.rate ?? 0) - (b.rate ?? 0)));
}
