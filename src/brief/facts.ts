import {
  type Comparison,
  type Cube,
  type Group,
  type ItemsByZone,
  type PartsByZone,
  type Reporting,
  alignPeriod,
  cellsOfParts,
  groupCells,
  itemsOfBoth,
  itemsReported,
  once,
  partsOfDuties,
  pointsBetween,
  rateOf,
  reportingIn,
  rollUp,
  sharedItems,
  total,
} from '../cube';
import { type CompareBy, type MetricSpec, NOT_STATED, type Period, statedOf } from '../domain';
import { metricById } from '../model';
import {
  type Difference,
  type Funnel,
  type Interval,
  type Signal,
  type Verdict,
  chanceOf,
  differenceOf,
  judge,
  verdictOf,
  wilson,
  without,
} from '../stats';
import { type Ask, type MemberKey, dimensionsOf, memberId, memberKey, selectionOf } from './ask';
import { type Change, changeAmong, worseningRun } from './change';
import { type CountedMembers, countedMembers } from './counted';
import { periodAnswered, periodBefore } from './periods';

/** A member's figure now and before, and how it stands against the others. */
export interface Member {
  /** Text that identifies the member among its peers. */
  readonly id: string;
  readonly key: MemberKey;
  /** On the duties it shares with others, where zones report different ones. */
  readonly now: Group;
  /** On all that it reports. */
  readonly own: Group;
  /** Its figure before, where that is of the same committees, categories and items as the one now; else null. */
  readonly before: Group | null;
  /** Rate now, 0…1; null when unknown. */
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** Change of the rate in percentage points, like with like; null where nothing can be compared. */
  readonly points: number | null;
  /** Against the others together; null when either rate is unknown or the metric is no rate. */
  readonly verdict: Verdict | null;
  /** Rate minus that of the others, with the interval the verdict is read from. */
  readonly difference: Difference | null;
}

/** All zones together, where the reader looks at some of them only. */
export interface Parent {
  readonly whole: Group;
  /** What is looked at, as it is set against all: where zones report different meetings, on those it shares with others. */
  readonly own: Group;
  readonly rate: number | null;
  /** What of each zone both are of, where zones report different duties. */
  readonly parts: PartsByZone | null;
  /** Whether either side is of what is shared only, and differs from what each reports. */
  readonly shared: boolean;
  /** Whether one whole zone is looked at, not several or a part. */
  readonly one: boolean;
  /** How many zones it is of, and of how many: zones that did not report are in no whole. */
  readonly zones: number;
  readonly of: number;
  /** What is looked at against the others. */
  readonly verdict: Verdict | null;
  readonly difference: Difference | null;
  /** How often chance alone would give a difference as large. */
  readonly chance: number | null;
  /** Where the one zone looked at stands by its rate, 1 the highest, and of how many; null where several are, or rates tie or are unknown. */
  readonly place: { readonly place: number; readonly of: number } | null;
}

/** Everything there is to say about one metric in one period: the whole, its members, who differs. */
export interface Facts {
  readonly metric: MetricSpec;
  /** The period answered for, of the metric's own grain where that is coarser. */
  readonly period: Period;
  /** Whether it is an earlier one than was asked for, since nothing is known then: it is told in full. */
  readonly earlier: boolean;
  /** The period compared with; null when nothing is compared or nothing can be. */
  readonly against: Period | null;
  readonly comparison: Comparison;
  readonly by: CompareBy;
  readonly whole: Group | null;
  readonly rate: number | null;
  /** The change of the whole, like with like; null when nothing is compared or nothing can be. */
  readonly change: Change | null;
  /** How many periods in a row the one zone looked at has been getting worse, like with like; 0 where several are looked at. */
  readonly run: number;
  /** Who stands behind the whole. */
  readonly reporting: Reporting;
  /** All zones together, where some are looked at; null where all are. */
  readonly parent: Parent | null;
  /** The highest value first, unknown ones last. */
  readonly members: readonly Member[];
  /** The members together, each on the items it is compared on; the whole itself where all report the same. */
  readonly compared: Group | null;
  /** What of the members was reported in counts, with no rows behind it. */
  readonly counted: CountedMembers;
  /** The items each zone is compared on, where zones report different ones. */
  readonly items: ItemsByZone | null;
  /** The same as parts of the zones: what the members are of. */
  readonly parts: PartsByZone | null;
  /** Its verdicts are in the order of the members. */
  readonly funnel: Funnel | null;
}

const EMPTY_CELL = { metric: '', zone: '', committee: '', domain: '', period: '', category: '' };

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
  return once(cube, ['facts', metric, period, comparison, by, selectionOf(ask), ask.peers], () => workOut(cube, ask));
}

/** More categories than this are no kinds of duty. */
const MOST_KINDS = 8;

/** What each zone reports of a metric that asks for several duties: its items, or the categories it has anything due in. */
function dutiesReported(cube: Cube, ask: Ask, period: Period): ItemsByZone {
  const { metric, kind, time } = { metric: ask.metric, ...metricById(ask.metric) };
  const selection = selectionOf(ask);
  const items = itemsReported(cube, metric, period, selection);
  if (items.size > 0 || kind !== 'rate' || time !== 'obligation' || ask.categories !== undefined) return items;
  const found = new Map<string, string[]>();
  for (const group of rollUp(cube, { metric, periods: [period], ...selection, by: ['zone', 'category'] }))
    if (group.denominator && group.category)
      found.set(group.zone ?? '', [...(found.get(group.zone ?? '') ?? []), group.category]);
  const kinds = new Set([...found.values()].flat());
  return kinds.size > MOST_KINDS ? new Map() : found;
}

/**
 * The items zones are compared on in one period, and so are fields across zones; null where all of them report the same, or the metric
 * has none.
 */
function itemsCompared(cube: Cube, ask: Ask, period: Period, against: Period | null): ItemsByZone | null {
  if (ask.by === 'committee') return null;
  const now = dutiesReported(cube, ask, period);
  const then = against === null ? null : dutiesReported(cube, ask, against);
  const both = then === null ? null : itemsOfBoth(now, then);
  const compared = sharedItems(new Map([...now].map(([zone, own]) => [zone, both?.get(zone) ?? own])));
  const fewer = [...compared].some(([zone, items]) => items.length < (now.get(zone)?.length ?? 0));
  return fewer ? compared : null;
}

/** What is asked of which cells. */
const questionOf = (ask: Ask) => ({ metric: ask.metric, ...selectionOf(ask) });

const sameSize = (a: Group, b: Group): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

function parentOf(cube: Cube, ask: Ask, whole: Group | null): Parent | null {
  const { peers, zones, committees: _, ...rest } = ask;
  if (!peers || !zones || whole === null || metricById(ask.metric).kind !== 'rate') return null;
  if (peers.every((zone) => zones.includes(zone))) return null;
  const all = factsOf(cube, { ...rest, zones: [...new Set([...peers, ...zones])], by: 'zone' });
  const [only, ...more] = zones;
  const member = more.length > 0 || ask.committees ? undefined : all.members.find(({ key }) => key.zone === only);
  // Where zones report different meetings, both sides are of those that are shared.
  const own =
    all.parts === null
      ? whole
      : (groupCells(cellsOfParts(cube, questionOf(ask), all.period, all.parts), [])[0] ?? null);
  const everyone = all.items === null ? all.whole : all.compared;
  if (own === null || everyone === null) return null;
  const others = without(everyone, own);
  const phi = all.funnel?.phi ?? 1;
  const { absent, never, withheld } = all.reporting;
  const named = all.members.filter(isNamed);
  const known = named.filter(({ rate }) => rate !== null);
  const alone = member && isNamed(member) && known.filter(({ rate }) => rate === member.rate).length === 1;
  return {
    whole: everyone,
    own,
    one: member !== undefined,
    rate: rateOf(everyone),
    parts: all.parts,
    shared: !sameSize(own, whole) || all.whole === null || !sameSize(everyone, all.whole),
    zones: known.length,
    of: named.length + statedOf([...absent, ...never, ...withheld]).length,
    verdict: member ? member.verdict : verdictOf(own, others, phi),
    difference: member ? member.difference : differenceOf(own, others, phi),
    chance: chanceOf(own, others, phi),
    place: member && alone ? { place: known.indexOf(member) + 1, of: known.length } : null,
  };
}

/** What the members are judged beside: the peers not looked at, where zones are compared. */
function besideOf(cube: Cube, ask: Ask, period: Period): Group[] {
  const { peers, zones, committees, ...rest } = ask;
  if (ask.by !== 'zone' || !peers || !zones || committees) return [];
  const others = peers.filter((zone) => !zones.includes(zone));
  if (others.length === 0) return [];
  return rollUp(cube, { metric: ask.metric, periods: [period], ...selectionOf(rest), zones: others, by: ['zone'] });
}

function workOut(cube: Cube, ask: Ask): Facts {
  const metric = metricById(ask.metric);
  const selection = selectionOf(ask);
  const period = periodAnswered(cube, ask.metric, ask.period, ask.categories);
  const against = periodBefore(cube, ask, period);
  const at = (when: Period) => ({ ...questionOf(ask), periods: [when] });
  const whole = total(cube, at(period));
  const compare = against === null ? null : changeAmong(cube, ask, period, against);
  /** Nothing of the two periods is alike under different rules. */
  const like = compare?.change.ruled.length === 0 ? compare.like : null;
  const dimensions = dimensionsOf(ask.by);
  const items = itemsCompared(cube, ask, period, against);
  const parts = items === null ? null : partsOfDuties(metric, items);
  const plain = rollUp(cube, { ...at(period), by: dimensions });
  const groups = parts === null ? plain : groupCells(cellsOfParts(cube, questionOf(ask), period, parts), dimensions);
  const all = byMember(parts === null ? [] : plain, ask.by);
  const now = groups.filter((group) => weighs(group) || ask.by === 'zone').sort(higherFirst(metric, ask.by));
  const likeNow = byMember(like === null ? [] : groupCells(like.now, dimensions), ask.by);
  const then = byMember(like === null ? [] : groupCells(like.before, dimensions), ask.by);
  const isRate = metric.kind === 'rate';
  const funnel = isRate ? judge(now, besideOf(cube, ask, period)) : null;
  const members = now.map((group, nth): Member => {
    const key = memberKey(group, ask.by);
    const [alike, earlier] = [likeNow.get(memberId(key)) ?? null, then.get(memberId(key)) ?? null];
    return {
      id: memberId(key),
      key,
      now: group,
      own: all.get(memberId(key)) ?? group,
      before: alike !== null && sameSize(alike, group) ? earlier : null,
      rate: rateOf(group),
      interval: isRate ? wilson(group) : null,
      points: pointsBetween(alike, earlier),
      verdict: funnel?.verdicts[nth] ?? null,
      difference: funnel?.differences[nth] ?? null,
    };
  });
  return {
    metric,
    period,
    earlier: period !== alignPeriod(metric, ask.period),
    against: compare === null ? null : against,
    comparison: ask.comparison,
    by: ask.by,
    whole,
    rate: whole === null ? null : rateOf(whole),
    change: compare?.change ?? null,
    run: isRate && ask.zones?.length === 1 ? worseningRun(cube, { metric, period }, ask) : 0,
    reporting: reportingIn(cube, { metric: ask.metric, ...selection }, period),
    parent: parentOf(cube, ask, whole),
    members,
    compared:
      items === null
        ? whole
        : (groupCells(
            now.map((group) => ({ ...EMPTY_CELL, ...group })),
            [],
          )[0] ?? null),
    counted: countedMembers(cube, ask, [period]),
    items,
    parts,
    funnel,
  };
}

/** Whether a member's figure is of the duties it shares with others only, and another than of all it reports. */
export const isOfShared = ({ now, own }: Pick<Member, 'now' | 'own'>): boolean => !sameSize(now, own);

/** Whether a signal is on the unwanted side: below for what should rise, above for what should fall. */
export function isAdverse(verdict: Verdict, metric: MetricSpec): boolean {
  if (verdict.signal === 'none') return false;
  return metric.direction === 'down' ? verdict.side === 'above' : verdict.side === 'below';
}

/** The signal of a verdict where it is on the unwanted side; `none` where it is not, or where nothing is known. */
export const adverseSignal = (verdict: Verdict | null, metric: MetricSpec): Signal =>
  verdict !== null && isAdverse(verdict, metric) ? verdict.signal : 'none';

/** Whether the rows of a member say where they belong: what is not stated is counted, but never named as a finding. */
export function isNamed({ key }: Member): boolean {
  return (key.committee ?? key.zone ?? key.domain) !== NOT_STATED;
}

/** Members whose signal is on the unwanted side, worst first. */
export function adverse(facts: Facts): Member[] {
  const worst = facts.metric.direction === 'down' ? -1 : 1;
  return facts.members
    .filter((member) => isNamed(member) && member.verdict !== null && isAdverse(member.verdict, facts.metric))
    .sort((a, b) => worst * ((a.rate ?? 0) - (b.rate ?? 0)));
}

/** How many of the farthest are named where chance is no yardstick. */
const FARTHEST = 2;

/** Whether members vary far more than chance makes them, so that chance is no yardstick. */
export const isSpread = (facts: Facts): boolean => facts.funnel?.refused === 'too-spread';

/**
 * Where members vary far more than chance makes them and yet none stands out: the ones farthest on the unwanted side of the whole,
 * worst first, none beside another that is as far. Empty where chance is a yardstick, or a metric has no unwanted side.
 */
export function farthest(facts: Facts): Member[] {
  const { funnel, metric } = facts;
  if (funnel === null || !isSpread(facts) || metric.direction === 'none' || adverse(facts).length > 0) return [];
  const sign = metric.direction === 'down' ? -1 : 1;
  const far = facts.members
    .filter((member) => isNamed(member) && member.rate !== null && sign * (member.rate - funnel.theta) < 0)
    .sort((a, b) => sign * ((a.rate ?? 0) - (b.rate ?? 0)));
  const next = far[FARTHEST]?.rate;
  return far.slice(0, FARTHEST).filter(({ rate }) => rate !== next);
}
