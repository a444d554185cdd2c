import type { Locale } from '../domain';
import { type Facts, type Member, adverse } from './facts';
import type { NameOf, Phrase, Sentence } from './sentence';
import { againstText, joinNames, memberNoun, membersText, movedTextOf, percentText, shortPeriodText } from './words';

const NAMED = 2;

/** Who is meant, by name while that stays readable, else by number. */
function who(members: readonly Member[], facts: Facts, nameOf: NameOf, locale: Locale): string {
  return members.length <= NAMED
    ? joinNames(
        members.map((member) => nameOf(member.key)),
        locale,
      )
    : membersText(members.length, facts.by, locale, true);
}

function opening(facts: Facts, locale: Locale): string {
  const when = shortPeriodText(facts.period, locale);
  const label = facts.metric.label[locale];
  if (facts.rate === null)
    return locale === 'zh' ? `${when}没有可算的${label}` : `No ${label.toLowerCase()} for ${when}`;
  const rate = percentText(facts.rate);
  const base = locale === 'zh' ? `${when}${label} ${rate}` : `${label} was ${rate} in ${when}`;
  const moved = movedTextOf(facts.whole, facts.before, locale);
  if (moved === null || facts.against === null || facts.comparison === 'none') return base;
  const than = againstText(facts.period, facts.against, facts.comparison, locale);
  if (locale === 'en') return `${base}, ${moved} ${moved === 'unchanged' ? 'from' : 'on'} ${than}`;
  return moved === '持平' ? `${base}，与${than}持平` : `${base}，较${than}${moved}`;
}

function signalPhrases(facts: Facts, nameOf: NameOf, locale: Locale): Phrase[] {
  const low = adverse(facts);
  const clear = low.filter((member) => member.verdict?.signal === 'significant');
  const watch = low.filter((member) => member.verdict?.signal === 'watch');
  const side = facts.metric.direction === 'down' ? ['高于', 'above'] : ['低于', 'below'];
  const phrases: Phrase[] = [];
  if (clear.length > 0) {
    const names = who(clear, facts, nameOf, locale);
    phrases.push({
      text:
        locale === 'zh'
          ? `${names}显著${side[0]}总体`
          : `${names} ${clear.length === 1 ? 'is' : 'are'} significantly ${side[1]} the whole`,
      tone: 'signal',
    });
  }
  if (watch.length > 0) {
    const names = who(watch, facts, nameOf, locale);
    const text = locale === 'zh' ? `${names}${side[0]}总体，需关注` : `${names} ${side[1]} the whole, to watch`;
    phrases.push(clear.length > 0 ? { text } : { text, tone: 'signal' });
  }
  return phrases;
}

function undecided(facts: Facts, locale: Locale): string {
  const count = facts.members.filter((member) => member.verdict?.signal === 'none').length;
  if (count < 2) return '';
  const members = membersText(count, facts.by, locale, true);
  return locale === 'zh' ? `${members}与总体分不出高低` : `${members} cannot be told from the whole`;
}

/**
 * The finding of a page in one sentence: the rate, its change in percentage points, who is on the unwanted side of the
 * whole at 99.8 % (显著) or 95 % (需关注), and how many cannot be told apart. It praises nobody.
 */
export function headline(facts: Facts, nameOf: NameOf, locale: Locale): Sentence {
  const [semicolon, stop] = locale === 'zh' ? ['；', '。'] : ['; ', '.'];
  const phrases: Phrase[] = [{ text: opening(facts, locale) }];
  const signals = signalPhrases(facts, nameOf, locale);
  for (const phrase of signals) phrases.push({ text: semicolon }, phrase);
  const rest = facts.rate === null ? '' : undecided(facts, locale);
  if (rest !== '') phrases.push({ text: `${semicolon}${rest}` });
  return [...phrases, { text: stop }];
}

/** The title of a comparison figure: who stands out, or that nobody does. Null when there is no rate to speak of. */
export function finding(facts: Facts, nameOf: NameOf, locale: Locale): string | null {
  if (facts.rate === null || facts.members.length < 2) return null;
  const label = facts.metric.label[locale];
  const low = adverse(facts);
  if (low.length === 0) {
    return locale === 'zh'
      ? `各${memberNoun(facts.by, locale)}的${label}均无低于总体的信号`
      : `${label}: no ${memberNoun(facts.by, locale)} signals below the whole`;
  }
  const names =
    low.length <= 3
      ? joinNames(
          low.map((member) => nameOf(member.key)),
          locale,
        )
      : membersText(low.length, facts.by, locale, true);
  const clear = low.every((member) => member.verdict?.signal === 'significant');
  const side = facts.metric.direction === 'down' ? ['高于', 'above'] : ['低于', 'below'];
  return locale === 'zh'
    ? `${names}的${label}${clear ? '显著' : ''}${side[0]}总体`
    : `${label}: ${names} ${clear ? 'significantly ' : ''}${side[1]} the whole`;
}
