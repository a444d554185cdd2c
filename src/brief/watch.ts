import { type Cube, type PartsByZone, rateOf, rollUp } from '../cube';
import { type Locale, NOT_STATED, type Period, joined, shift } from '../domain';
import { chanceOf } from '../stats';
import { type Ask, dimensionsOf, memberId, memberKey, selectionOf } from './ask';
import { worseningRun } from './change';
import { type Facts, type Member, adverse, factsOf, farthest, isOfShared } from './facts';
import { runText } from './headline';
import { datedBeside } from './reported';
import type { NameOf } from './sentence';
import { UNKNOWN, allText, apartText, endText, fractionText, memberNoun, percentText } from './words';

/** One matter that deserves a look, with where to look. */
export interface WatchItem {
  readonly id: string;
  readonly metric: string;
  readonly title: string;
  /** The figure, or the word that stands in its place. */
  readonly figure: string;
  readonly detail: string;
  /** 99.8 % rather than 95 %; null where it is told for another reason than a signal. */
  readonly significant: boolean | null;
  readonly member: Member | null;
  readonly period: Period;
  /** What of each zone the figure is of, where it is of what zones share. */
  readonly parts: PartsByZone | null;
}

/** Said of a figure that is of what zones share, and another than of all its zone reports. */
const SHARED = { zh: '按共有项目', en: 'on what zones share' } as const;

function memberItem(
  cube: Cube,
  facts: Facts,
  member: Member,
  ask: Ask,
  nameOf: NameOf,
  locale: Locale,
): WatchItem & { readonly run: number } {
  const zh = locale === 'zh';
  const others = facts.funnel && withoutOne(facts, member);
  const gap = apartText(member.now, others) ?? UNKNOWN;
  const below = member.verdict?.side === 'below';
  const run = worseningRun(cube, facts, ask, member.key);
  const noun = memberNoun(facts.by, locale);
  const than =
    member.verdict === null || member.verdict.side === 'equal'
      ? ''
      : zh
        ? `比其余${noun}${below ? '低' : '高'} ${gap} 个百分点`
        : `${gap} points ${below ? 'below' : 'above'} the other ${noun}s`;
  return {
    id: `${facts.metric.id}\n${member.id}`,
    metric: facts.metric.id,
    title: zh ? `${nameOf(member.key)} ${facts.metric.label.zh}` : `${nameOf(member.key)}: ${facts.metric.label.en}`,
    figure: percentText(member.rate),
    detail: joined(
      'phrases',
      [
        datedBeside(facts, ask.period, locale),
        fractionText(member.now),
        isOfShared(member) ? SHARED[locale] : '',
        than,
        runText(run, facts, locale),
      ],
      locale,
    ),
    significant: member.verdict?.signal === 'none' ? null : member.verdict?.signal === 'significant',
    member,
    period: facts.period,
    parts: facts.parts,
    run,
  };
}

/** The others of a member, as its verdict was made. */
function withoutOne(facts: Facts, member: Member): { numerator: number; denominator: number } | null {
  const { funnel } = facts;
  if (funnel === null || member.now.denominator === null) return null;
  return {
    numerator: Math.round(funnel.theta * funnel.size) - member.now.numerator,
    denominator: funnel.size - member.now.denominator,
  };
}

/** The zone looked at, against all the others: the yardstick stays what it was. */
function parentItem(facts: Facts, ask: Ask, nameOf: NameOf, locale: Locale): WatchItem | null {
  const { parent, whole, metric } = facts;
  const [zone, ...more] = ask.zones ?? [];
  if (parent === null || whole === null || zone === undefined || more.length > 0 || ask.committees) return null;
  if (metric.direction === 'none' || facts.rate === null || parent.rate === null) return null;
  const zh = locale === 'zh';
  const rate = rateOf(parent.own);
  if (rate === null) return null;
  const below = rate < parent.rate;
  const { run } = facts;
  const unwanted = metric.direction === 'down' ? !below && rate !== parent.rate : below;
  const signal = parent.verdict?.signal ?? 'none';
  const end = parent.place !== null && parent.place.place === (metric.direction === 'down' ? 1 : parent.place.of);
  if (!unwanted || (signal === 'none' && !end && run < LONG_RUN)) return null;
  const gap = apartText(parent.own, parent.whole) ?? UNKNOWN;
  const than = zh
    ? `比${allText(parent, locale)}${below ? '低' : '高'} ${gap} 个百分点`
    : `${gap} points ${below ? 'below' : 'above'} ${allText(parent, locale)}`;
  const place = end ? endText(parent, below, locale) : '';
  const shared = isOfShared({ now: parent.own, own: whole }) ? SHARED[locale] : '';
  return {
    id: `${metric.id}\nparent`,
    metric: metric.id,
    title: zh ? `${nameOf({ zone })} ${metric.label.zh}` : `${nameOf({ zone })}: ${metric.label.en}`,
    figure: percentText(rate),
    detail: joined(
      'phrases',
      [
        datedBeside(facts, ask.period, locale),
        fractionText(parent.own),
        shared,
        than,
        place,
        runText(run, facts, locale),
      ],
      locale,
    ),
    significant: signal === 'none' ? null : signal === 'significant',
    member: null,
    period: facts.period,
    parts: parent.parts,
  };
}

/** The rates a watch list tests. */
export const WATCHED = [
  'org_coverage_rate',
  'should_build_built_rate',
  'work_coverage_rate',
  'term_on_time_rate',
  'dues_on_time_rate',
  'star_rated_rate',
  'all_meetings_compliance_rate',
  'rect_on_time_rate',
  'letter_sign_rate',
  'inspection_coverage_rate',
] as const;

/** From so many periods on, getting worse is told though the rate does not differ from the others. */
const LONG_RUN = 4;

/** Members whose figures, as they stand, have been getting worse for long: whether like with like is seen one by one. */
function longFalls(cube: Cube, facts: Facts, ask: Ask): Set<string> {
  const sign = facts.metric.direction === 'down' ? -1 : 1;
  const periods = Array.from({ length: LONG_RUN + 1 }, (_, back) => shift(facts.period, back - LONG_RUN));
  const question = {
    metric: ask.metric,
    ...selectionOf(ask),
    periods,
    by: [...dimensionsOf(ask.by), 'period' as const],
  };
  const rates = new Map<string, (number | null)[]>();
  for (const group of rollUp(cube, question)) {
    const id = memberId(memberKey(group, ask.by));
    rates.set(id, [...(rates.get(id) ?? []), rateOf(group)]);
  }
  const falls = (own: readonly (number | null)[]): boolean =>
    own.length > LONG_RUN &&
    own.every((rate, at) => {
      const before = own[at - 1];
      return at === 0 || (rate !== null && before != null && sign * (rate - before) < 0);
    });
  return new Set([...rates].filter(([, own]) => falls(own)).map(([id]) => id));
}

/** A watch list, and what it rests on. */
export interface WatchList {
  readonly items: readonly WatchItem[];
  /** How many rates were tested against the others. */
  readonly tests: number;
  /** How many of the signals listed are expected to be chance: null where there is no signal. */
  readonly byChance: number | null;
}

/**
 * How many of the signals on the unwanted side are expected to be chance (Storey 2002): half of the level they were found at, times
 * the tests in which nothing is the matter, whose number is read off the p-values above one half.
 */
function falseSignals(chances: readonly number[], signals: number): number | null {
  if (signals === 0) return null;
  const calm = Math.min(chances.length, 2 * (chances.filter((p) => p > 0.5).length + 1));
  return Math.min(signals, calm * 0.025);
}

/**
 * What deserves a look: first the zone looked at, where it is one; rates that differ from the others on the unwanted side, worst first;
 * where chance is no yardstick the farthest; then rates that have long been getting worse.
 */
export function watchList(cube: Cube, ask: Omit<Ask, 'metric'>, nameOf: NameOf, locale: Locale): WatchList {
  const questions = WATCHED.map((metric) => factsOf(cube, { ...ask, metric })).filter((facts) => facts.rate !== null);
  const found = questions.flatMap((facts) => {
    const low = adverse(facts);
    const far = farthest(facts);
    const asked = { ...ask, metric: facts.metric.id };
    const falling = longFalls(cube, facts, asked);
    return facts.members.flatMap((member) => {
      if (!low.includes(member) && !far.includes(member) && !falling.has(member.id)) return [];
      if (member.verdict === null || (member.key.committee ?? member.key.zone ?? member.key.domain) === NOT_STATED)
        return [];
      const item = memberItem(cube, facts, member, asked, nameOf, locale);
      const told = low.includes(member) || far.includes(member) || item.run >= LONG_RUN;
      return told ? [{ item, far: far.includes(member), gap: Math.abs(member.difference?.difference ?? 0) }] : [];
    });
  });
  const weight = ({ item, far }: (typeof found)[number]): number =>
    item.significant === true ? 3 : item.significant === false ? 2 : far ? 1 : 0;
  found.sort((a, b) => weight(b) - weight(a) || b.gap - a.gap || a.item.id.localeCompare(b.item.id));
  const own = questions.map((facts) => parentItem(facts, { ...ask, metric: facts.metric.id }, nameOf, locale));
  const parents = questions.flatMap(({ parent }) => (parent?.chance == null ? [] : [parent.chance]));
  const members = questions.flatMap((facts) =>
    facts.members.flatMap((member) => {
      const rest = withoutOne(facts, member);
      const p = rest === null ? null : chanceOf(member.now, rest, facts.funnel?.phi ?? 1);
      return p === null ? [] : [p];
    }),
  );
  const chances = [...parents, ...members];
  const signals = [...own, ...found.map(({ item }) => item)].filter(
    (item) => item !== null && item.significant !== null,
  ).length;
  return {
    items: [...own, ...found.map(({ item }) => item)].filter((item) => item !== null),
    tests: chances.length,
    byChance: falseSignals(chances, signals),
  };
}
