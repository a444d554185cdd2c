import { type Cube, type Group, rateOf } from '../cube';
import type { Locale, Target } from '../domain';
import { type Ask, oneZone } from './ask';
import { type Facts, adverse, factsOf, farthest, isAdverse } from './facts';
import { headline } from './headline';
import type { NameOf, Phrase, Sentence } from './sentence';
import { DECLARED, measuredBy } from './targets';
import { apartText, declaredPercent } from './words';

/*
 * What is news: the one rule by which a page chooses its headline among its leading questions. docs/decisions/0041 says it in words.
 */

/** Why a finding is told, the most important reason first. */
export const REASONS = ['short', 'significant', 'watch', 'farthest', 'level'] as const;

/** One of {@link REASONS}. */
export type Reason = (typeof REASONS)[number];

/** The most important finding among the questions of a page. */
export interface News {
  readonly facts: Facts;
  readonly reason: Reason;
  /** How far it lies from what it is measured by, in percentage points. */
  readonly gap: number;
  /** The declared target the whole missed; null where it missed none. */
  readonly target: Target | null;
}

const HALF = 0.5;

const pointsApart = (one: number | null, other: number | null): number =>
  one === null || other === null ? 0 : Math.abs(one - other) * 100;

/** The farthest of some gaps, in points. */
const widest = (gaps: readonly (number | null | undefined)[]): number =>
  gaps.reduce<number>((most, gap) => Math.max(most, Math.abs(gap ?? 0) * 100), 0);

/** Why a question would be told, and how far what it found lies from its yardstick. */
function weighed(cube: Cube, facts: Facts, ask: Ask): News {
  const { metric, rate, parent } = facts;
  const news = (reason: Reason, gap: number, target: Target | null = null): News => ({ facts, reason, gap, target });
  const measured = measuredBy(cube, metric, oneZone(ask), facts.period, facts.whole);
  if (rate !== null && measured !== null) {
    const { status, target } = measured;
    if (status !== 'met') return news('short', pointsApart(rate, target.target), target);
  } else if (rate !== null && metric.owed === true && rate < HALF) return news('short', pointsApart(rate, 1));
  const own = parent?.verdict && isAdverse(parent.verdict, metric) ? parent : null;
  const members = adverse(facts);
  for (const signal of ['significant', 'watch'] as const) {
    const found = members.filter(({ verdict }) => verdict?.signal === signal);
    const gaps = found.map(({ difference }) => difference?.difference);
    if (own?.verdict?.signal === signal) gaps.push(own.difference?.difference);
    if (gaps.length > 0) return news(signal, widest(gaps));
  }
  const far = farthest(facts);
  const theta = facts.funnel?.theta ?? null;
  return far.length > 0
    ? news('farthest', Math.max(...far.map((member) => pointsApart(member.rate, theta))))
    : news('level', 0);
}

/**
 * The most important finding among some questions, in the order of {@link REASONS}; among equals the one farthest from its yardstick, then the
 * first asked. Where nothing is known of any, the first asked.
 */
export function newsOf(cube: Cube, asks: readonly [Ask, ...Ask[]]): News {
  const known = asks.map((ask) => weighed(cube, factsOf(cube, ask), ask)).filter(({ facts }) => facts.rate !== null);
  const [first] = known.sort((a, b) => REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || b.gap - a.gap);
  return first ?? weighed(cube, factsOf(cube, asks[0]), asks[0]);
}

/** How short of its target the whole is, or that less than half of what is owed is done. */
function shortPhrase({ facts, reason, target }: News, locale: Locale): Phrase | null {
  if (reason !== 'short' || facts.whole === null) return null;
  const zh = locale === 'zh';
  if (target === null) return { text: zh ? '不到一半' : 'less than half of what is owed', tone: 'signal' };
  const goal: Group = { numerator: target.target, denominator: 1 };
  const gap = apartText(facts.whole, goal) ?? '';
  const above = (rateOf(facts.whole) ?? 0) > target.target;
  const goalText = declaredPercent(target.target, DECLARED);
  return {
    text: zh
      ? `比目标 ${goalText} ${above ? '高' : '低'} ${gap} 个百分点`
      : `${gap} points ${above ? 'above' : 'short of'} the target of ${goalText}`,
    tone: 'signal',
  };
}

/** The headline of a page: its most important finding in one sentence. */
export function newsHeadline(news: News, nameOf: NameOf, locale: Locale): Sentence {
  const short = shortPhrase(news, locale);
  return headline(news.facts, nameOf, locale, short === null ? [] : [short]);
}
