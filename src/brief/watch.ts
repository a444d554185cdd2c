import { type Cube, type Selection, rollUp } from '../cube';
import { type Locale, type Period, grainOf, shift } from '../domain';
import { schemeById } from '../model';
import { type Ask, selectionOf } from './ask';
import { type Facts, type Member, adverse, factsOf } from './facts';
import { periodAnswered } from './periods';
import type { NameOf } from './sentence';
import { UNKNOWN, apartText, countText, fractionText, joinNames, percentText } from './words';
import { partitionsOf } from './partition';

/** One matter that deserves a look, with where to look. */
export interface WatchItem {
  readonly id: string;
  readonly metric: string;
  readonly title: string;
  /** The figure, or the word that stands in its place. */
  readonly figure: string;
  readonly detail: string;
  /** 99.8 % rather than 95 %; null where no test is made. */
  readonly significant: boolean | null;
  readonly member: Member | null;
  readonly period: Period;
}

/** How many periods in a row, up to `period`, a member's rate fell. */
function fallingFor(cube: Cube, facts: Facts, member: Member, selection: Selection): number {
  const back = [3, 2, 1, 0].map((steps) => shift(facts.period, -steps));
  const groups = rollUp(cube, {
    metric: facts.metric.id,
    by: ['period'],
    periods: back,
    ...selectionOf(selection),
    ...(member.key.zone !== undefined && { zones: [member.key.zone] }),
    ...(member.key.committee !== undefined && { committees: [member.key.committee] }),
    ...(member.key.domain !== undefined && { domains: [member.key.domain] }),
  });
  const rates = back.map((period) => {
    const group = groups.find((at) => at.period === period);
    return group?.denominator ? group.numerator / group.denominator : null;
  });
  let run = 0;
  for (let at = rates.length - 1; at > 0; at--) {
    const [later, earlier] = [rates[at], rates[at - 1]];
    if (later == null || earlier == null || later >= earlier) break;
    run += 1;
  }
  return run;
}

function signalItem(cube: Cube, facts: Facts, member: Member, ask: Ask, nameOf: NameOf, locale: Locale): WatchItem {
  const zh = locale === 'zh';
  const gap = apartText(member.now, facts.whole) ?? UNKNOWN;
  const below = member.verdict?.side === 'below';
  const run = grainOf(facts.period) === 'quarter' ? fallingFor(cube, facts, member, ask) : 0;
  const than = zh
    ? `比总体${below ? '低' : '高'} ${gap} 个百分点`
    : `${gap} points ${below ? 'below' : 'above'} the whole`;
  const falling = run < 2 ? '' : zh ? `，连续${run === 2 ? '两' : '三'}个季度下降` : `, falling for ${run} quarters`;
  return {
    id: `${facts.metric.id}\n${member.id}`,
    metric: facts.metric.id,
    title: zh ? `${nameOf(member.key)} ${facts.metric.label.zh}` : `${nameOf(member.key)}: ${facts.metric.label.en}`,
    figure: percentText(member.rate),
    detail: `${fractionText(member.now)}${zh ? '，' : ', '}${than}${falling}`,
    significant: member.verdict?.signal === 'significant',
    member,
    period: facts.period,
  };
}

function uncoveredItem(cube: Cube, ask: Ask, nameOf: NameOf, locale: Locale): WatchItem | null {
  const facts = factsOf(cube, { ...ask, metric: 'uncovered_unit_count' });
  const count = facts.whole?.numerator ?? 0;
  if (count === 0) return null;
  const zh = locale === 'zh';
  const most = [...facts.members]
    .filter((member) => member.now.numerator > 0)
    .sort((a, b) => b.now.numerator - a.now.numerator)
    .slice(0, 3)
    .map((member) => `${nameOf(member.key)} ${countText(member.now.numerator)}${zh ? ' 家' : ''}`);
  return {
    id: 'uncovered',
    metric: 'uncovered_unit_count',
    title: facts.metric.label[locale],
    figure: zh ? `${countText(count)} 家` : countText(count),
    detail: zh ? `最多的是${joinNames(most, locale)}` : `Most in ${joinNames(most, locale)}`,
    significant: null,
    member: null,
    period: facts.period,
  };
}

function cappedItem(cube: Cube, ask: Ask, locale: Locale): WatchItem | null {
  const period = periodAnswered(cube, 'star_level_dist', ask.period);
  const capped = partitionsOf(cube, 'star_level_dist', period, ask).filter(
    (part) => Object.keys(schemeById(cube, part.scheme)?.caps ?? {}).length > 0,
  );
  if (capped.length === 0) return null;
  const zh = locale === 'zh';
  return {
    id: 'capped',
    metric: 'high_star_share',
    title: zh ? '四星及以上占比' : 'Four stars or more',
    figure: zh ? '不作排名' : 'not ranked',
    detail: zh ? '有的评定办法设名额上限，占比由名额决定' : 'Some schemes cap the share, so it is set by the rule',
    significant: null,
    member: null,
    period,
  };
}

/** The rates a watch list tests. */
export const WATCHED = [
  'org_coverage_rate',
  'should_build_built_rate',
  'work_coverage_rate',
  'star_rated_rate',
] as const;

/** A watch list and how many of its signals chance alone would be expected to give. */
export interface WatchList {
  readonly items: readonly WatchItem[];
  readonly tests: number;
  /** Signals on the unwanted side that chance alone would give: 2.5 % of the tests. */
  readonly byChance: number;
}

/**
 * What deserves a look: rates on the unwanted side of the whole at 95 % or 99.8 %, worst first, then units nobody covers,
 * and a word where a figure must not be ranked.
 */
export function watchList(cube: Cube, ask: Omit<Ask, 'metric'>, nameOf: NameOf, locale: Locale): WatchList {
  const questions = WATCHED.map((metric) => factsOf(cube, { ...ask, metric })).filter((facts) => facts.rate !== null);
  const found = questions.flatMap((facts) =>
    adverse(facts).map((member) => {
      const asked = { ...ask, metric: facts.metric.id };
      return {
        item: signalItem(cube, facts, member, asked, nameOf, locale),
        gap: Math.abs((member.rate ?? 0) - (facts.rate ?? 0)),
      };
    }),
  );
  found.sort((a, b) => Number(b.item.significant) - Number(a.item.significant) || b.gap - a.gap);
  const any: Ask = { ...ask, metric: 'org_coverage_rate' };
  const others = [uncoveredItem(cube, any, nameOf, locale), cappedItem(cube, any, locale)];
  const tests = questions.reduce((sum, facts) => sum + facts.members.filter((member) => member.verdict).length, 0);
  return {
    items: [...found.map(({ item }) => item), ...others.filter((item) => item !== null)],
    tests,
    byChance: tests * 0.025,
  };
}
