import { type Group, rateOf } from '../cube';
import { type Locale, type MetricSpec, type Period, grainOf, isFinerOrEqual, joined, noted } from '../domain';
import { changeWords } from './change-words';
import { markedBy } from './counted';
import { type Facts, type Member, adverse, farthest, isNamed, isSpread } from './facts';
import { reportedBy } from './reported';
import type { NameOf, Phrase, Sentence } from './sentence';
import {
  againstText,
  allText,
  apartText,
  decimalText,
  endText,
  fractionText,
  joinNames,
  memberNoun,
  membersText,
  numberWord,
  percentText,
  periodText,
  shortPeriodText,
} from './words';

const NAMED = 2;

/** Who is meant, by name and rate while that stays readable, else by number; a comma sets names with rates apart in Chinese. */
function who(members: readonly Member[], facts: Facts, nameOf: NameOf, locale: Locale): string {
  if (members.length > NAMED) return membersText(members.length, facts.by, locale, true);
  const zh = locale === 'zh';
  const named = members.map(({ key, rate }) => `${nameOf(key)} ${zh ? '' : 'at '}${percentText(rate)}`);
  return `${joinNames(named, locale)}${zh ? '，' : ''}`;
}

/** What an English sentence says after the figure of a period. */
const saidIn = ({ said, saidLonger, grain }: MetricSpec, period: Period): string | undefined =>
  isFinerOrEqual(grainOf(period), grain) ? said : (saidLonger ?? said);

/** The level, with x/n beside it where asked for, its change where all of it can be compared, and what else is to be said of the change. */
function opening(
  facts: Facts,
  nameOf: NameOf,
  locale: Locale,
  fraction = false,
): { level: string; told?: { news: string; basis: string }; direct: string; more: string[] } {
  const zh = locale === 'zh';
  const when = facts.earlier ? periodText(facts.period, locale) : shortPeriodText(facts.period, locale);
  const label = facts.metric.label[locale];
  if (facts.rate === null)
    return { level: zh ? `${when}没有可算的${label}` : `${label}: nothing to count in ${when}`, direct: '', more: [] };
  const own = facts.parent === null || !zh ? '' : facts.parent.one ? '本区' : '所选范围';
  const said = saidIn(facts.metric, facts.period);
  const bare = zh
    ? `${when}${own}${label} ${percentText(facts.rate)}`
    : said === undefined
      ? `${label} was ${percentText(facts.rate)} in ${when}`
      : `${percentText(facts.rate)} ${said} in ${when}`;
  const notes = [fraction && facts.whole !== null ? fractionText(facts.whole) : '', reportedBy(facts, locale)];
  const basis = joined('phrases', notes, locale);
  const found = { level: noted(bare, basis, locale), told: { news: bare, basis } };
  if (facts.change === null || facts.comparison === 'none') return { ...found, direct: '', more: [] };
  const than = againstText(facts.period, facts.change.against, locale);
  const { direct, partly, scope } = changeWords(facts.change, than, nameOf, locale);
  return { ...found, direct, more: [partly, scope].filter((text) => text !== '') };
}

/** The level and its change alone, as a sentence: for what is said under a headline about something else; with x/n where asked for. */
export function inBrief(facts: Facts, plainName: NameOf, locale: Locale, fraction = false): string {
  const { level, direct, more } = opening(facts, markedBy(facts.counted, plainName, locale), locale, fraction);
  const zh = locale === 'zh';
  const first = [level, direct].filter((text) => text !== '').join(zh ? '，' : ', ');
  return `${[first, ...more].join(zh ? '；' : '; ')}${zh ? '。' : '.'}`;
}

const sameRate = (a: Group, b: Group): boolean => rateOf(a) === rateOf(b);

/** How surely something stands out, where that is on the unwanted side, and where it is not. */
const SURE = {
  significant: { zh: '（显著）', en: ' (significant)' },
  watch: { zh: '（需关注）', en: ' (worth watching)' },
} as const;
const SURE_ELSE = {
  significant: { zh: '（相差显著）', en: ' (a significant difference)' },
  watch: { zh: '（超出偶然）', en: ' (more than chance)' },
} as const;

/** Where some zones are looked at: how they stand against all, which stays the yardstick. */
function parentPhrase(facts: Facts, locale: Locale): Phrase | null {
  const { parent, whole, metric } = facts;
  if (parent === null || parent.rate === null || whole === null || facts.rate === null) return null;
  const zh = locale === 'zh';
  const me = zh ? (parent.one ? '本区' : '所选范围') : parent.one ? 'this zone' : 'this selection';
  const gap = apartText(parent.own, parent.whole) ?? '';
  const rate = rateOf(parent.own) ?? 0;
  const low = rate < parent.rate;
  // Where either side is of what is shared only, that is said first, with the own rate where it is another than above.
  const shared = !parent.shared
    ? ''
    : sameRate(parent.own, whole)
      ? zh
        ? '按共有的项目，'
        : 'on what all report, '
      : zh
        ? `按共有的项目，${me}为 ${percentText(rate)}，`
        : `on what all report, ${me} has ${percentText(rate)}, and `;
  const level = `${allText(parent, locale)}${zh ? '为' : parent.zones === 1 ? ' has' : ' have'} ${percentText(parent.rate)}`;
  const side =
    rate === parent.rate
      ? ''
      : zh
        ? `，${me}${low ? '低' : '高'} ${gap} 个百分点`
        : `: ${me} is ${gap} points ${low ? 'below' : 'above'} that`;
  const last = parent.place !== null && parent.place.place === (low ? parent.place.of : 1) && parent.place.of > 2;
  const place = last ? `${zh ? '，' : ', '}${endText(parent, low, locale)}` : '';
  const bad = metric.direction === 'down' ? !low : low;
  const signal = parent.verdict?.signal ?? 'none';
  // What stands out on the wanted side is no matter to watch.
  const words = metric.direction !== 'none' && bad ? SURE : SURE_ELSE;
  const sure = signal === 'none' ? '' : words[signal][locale];
  const marked = metric.direction !== 'none' && bad && (signal !== 'none' || last);
  return { text: `${shared}${level}${side}${place}${sure}`, ...(marked && { tone: 'signal' as const }) };
}

/** Names of fields are plural: Villages are below the others. */
const areText = (members: readonly Member[], { by }: Facts): string =>
  members.length === 1 && by !== 'domain' ? 'is' : 'are';

function signalPhrases(facts: Facts, nameOf: NameOf, locale: Locale): Phrase[] {
  const low = adverse(facts);
  const clear = low.filter((member) => member.verdict?.signal === 'significant');
  const watch = low.filter((member) => member.verdict?.signal === 'watch');
  const zh = locale === 'zh';
  const side = facts.metric.direction === 'down' ? ['高于', 'above'] : ['低于', 'below'];
  const others = zh ? `其余${memberNoun(facts.by, locale)}` : 'the others';
  const phrases: Phrase[] = [];
  if (clear.length > 0) {
    const names = who(clear, facts, nameOf, locale);
    phrases.push({
      text: zh
        ? `${names}显著${side[0]}${others}`
        : `${names} ${areText(clear, facts)} significantly ${side[1]} ${others}`,
      tone: 'signal',
    });
  }
  if (watch.length > 0) {
    const names = who(watch, facts, nameOf, locale);
    const text = zh
      ? `${names}${side[0]}${others}，需关注`
      : `${names} ${areText(watch, facts)} ${side[1]} ${others} and worth watching`;
    phrases.push(clear.length > 0 ? { text } : { text, tone: 'signal' });
  }
  return phrases;
}

/** What is no news, but what the news rests on. */
const beneath = (text: string): Phrase => ({ text, told: { news: '', basis: text } });

/** Where rates vary far more than chance makes them, chance is no yardstick: the farthest are named with their rates. */
function spreadPhrase(facts: Facts, nameOf: NameOf, locale: Locale): Phrase | null {
  if (!isSpread(facts)) return null;
  const zh = locale === 'zh';
  const times = decimalText(facts.funnel?.phi ?? 1, 1);
  const noun = memberNoun(facts.by, locale);
  const spread = zh
    ? `各${noun}之间相差很大（偶然波动的 ${times} 倍，判断已按此放宽）`
    : `differences between ${noun}s are ${times} times what chance explains, which the tests allow for`;
  const far = farthest(facts);
  if (far.length === 0) return beneath(spread);
  const named = joinNames(
    far.map((member) =>
      zh ? `${nameOf(member.key)} ${percentText(member.rate)}` : `${nameOf(member.key)} (${percentText(member.rate)})`,
    ),
    locale,
  );
  const end = facts.metric.direction === 'down' ? ['最高', 'highest'] : ['最低', 'lowest'];
  const news = zh ? `${end[0]}的是${named}` : `${end[1]} in ${named}`;
  return { text: `${spread}${zh ? '，' : '; '}${news}`, told: { news, basis: spread } };
}

function undecided(facts: Facts, locale: Locale): string {
  const named = facts.members.filter(isNamed);
  const count = named.filter(({ verdict }) => verdict?.signal === 'none').length;
  if (count < 2 || isSpread(facts)) return '';
  const members = membersText(count, facts.by, locale, true);
  const known = named.filter(({ rate }) => rate !== null).length;
  if (locale === 'en' && count === known) return `the ${members} cannot be told apart from one another`;
  return locale === 'zh' ? `${members}与其余分不出高低` : `${members} cannot be told apart from the others`;
}

/** Zones that report different meetings are compared on those they share with others. */
function itemsPhrase(facts: Facts, nameOf: NameOf, locale: Locale): string {
  if (facts.items === null) return '';
  const changed = new Set(facts.change?.items.map(({ zone }) => zone));
  const told = facts.members.filter(({ key }) => key.zone !== undefined && changed.has(key.zone));
  const each = joinNames(
    told.map(({ key, now }) => `${nameOf(key)} ${fractionText(now)}`),
    locale,
  );
  const zh = locale === 'zh';
  const which = each === '' ? '' : zh ? `（${each}）` : ` (${each})`;
  if (facts.by === 'domain') return zh ? '各领域只计各园区共有的项目' : 'fields are compared on what all zones report';
  return zh ? `园区之间按共有的项目比${which}` : `zones are compared on what all of them report${which}`;
}

/** More zones than this are counted, not named. */
const MOST_NAMED = 3;

/** Whose figures are counts without rows, with x/n, and whose counts do not tell what is asked. */
function countedPhrase({ counted, members }: Facts, nameOf: NameOf, locale: Locale): string {
  const zh = locale === 'zh';
  const found = members.filter(({ id, key }) => key.zone !== undefined && counted.get(id)?.part === 'all');
  const told = found.filter(({ rate }) => rate !== null);
  const silent = found.filter(({ id }) => counted.get(id)?.said === 'none');
  const named = (some: readonly Member[], fraction: boolean): string => {
    if (some.length > MOST_NAMED) return zh ? `${some.length} 个园区` : `${some.length} zones`;
    const names = some.map(({ key, now }) => {
      const own = nameOf(key);
      if (!fraction) return own;
      return zh ? `${own}（${fractionText(now)}）` : `${own} (${fractionText(now)})`;
    });
    return joinNames(names, locale);
  };
  const phrases = [
    told.length === 0 ? '' : zh ? `${named(told, true)}为汇总数` : `${named(told, true)} reported totals only`,
    silent.length === 0
      ? ''
      : zh
        ? `${named(silent, false)}的汇总数得不出此项`
        : `the totals of ${named(silent, false)} do not tell this`,
  ];
  return phrases.filter((text) => text !== '').join(zh ? '，' : ', ');
}

/** How long a rate has been getting worse, where that is two periods or more. */
export function runText(run: number, facts: Pick<Facts, 'metric' | 'period'>, locale: Locale): string {
  if (run < 2) return '';
  const noun = shortGrain(facts.period, locale);
  const down = facts.metric.direction === 'down';
  return locale === 'zh'
    ? `连续${numberWord(run, locale)}${noun}${down ? '上升' : '下降'}`
    : `${down ? 'rising' : 'falling'} for ${run} ${noun} in a row`;
}

const GRAINS = {
  day: ['天', 'days'],
  month: ['个月', 'months'],
  quarter: ['个季度', 'quarters'],
  half: ['个半年', 'half-years'],
  year: ['年', 'years'],
} as const;

const shortGrain = (period: string, locale: Locale): string => GRAINS[grainOf(period)][locale === 'zh' ? 0 : 1];

/**
 * The finding of a page in one sentence: the rate and its change like with like, all zones where only some are looked at, who is on
 * the unwanted side of the others at 99.8 % (显著) or 95 % (需关注), and how many cannot be told apart. It praises nobody. `beside` is
 * said right after the rate.
 */
export function headline(facts: Facts, plainName: NameOf, locale: Locale, beside: readonly Phrase[] = []): Sentence {
  const nameOf = markedBy(facts.counted, plainName, locale);
  const [semicolon, stop] = locale === 'zh' ? ['；', '。'] : ['; ', '.'];
  const { level, told, direct, more } = opening(facts, nameOf, locale);
  const running = facts.rate === null ? '' : runText(facts.run, facts, locale);
  const comma = locale === 'zh' ? '，' : ', ';
  const moved = [direct, running].filter((text) => text !== '').map((text) => ({ text }));
  const phrases: Phrase[] = [
    { text: level, ...(told && { told }) },
    ...[...beside, ...moved].flatMap((phrase) => [{ text: comma }, phrase]),
  ];
  const parent = parentPhrase(facts, locale);
  const spread = spreadPhrase(facts, nameOf, locale);
  const said: (Phrase | null)[] = [
    ...more.map(beneath),
    parent,
    ...(facts.rate === null ? [] : [...signalPhrases(facts, nameOf, locale), spread]),
    beneath(countedPhrase(facts, plainName, locale)),
    ...(facts.rate === null ? [] : [undecided(facts, locale), itemsPhrase(facts, nameOf, locale)].map(beneath)),
  ];
  for (const phrase of said) if (phrase !== null && phrase.text !== '') phrases.push({ text: semicolon }, phrase);
  return [...phrases, { text: stop }];
}

/** The title of a comparison figure: who stands out, or that nobody does. Null when there is no rate to speak of. */
export function finding(facts: Facts, plainName: NameOf, locale: Locale): string | null {
  const nameOf = markedBy(facts.counted, plainName, locale);
  const known = facts.members.filter((member) => isNamed(member) && member.rate !== null).length;
  if (facts.rate === null || known < 2 || facts.metric.direction === 'none') return null;
  const label = facts.metric.label[locale];
  const low = adverse(facts);
  const noun = memberNoun(facts.by, locale);
  const side = facts.metric.direction === 'down' ? ['高于', 'above'] : ['低于', 'below'];
  const zh = locale === 'zh';
  const far = farthest(facts);
  if (low.length === 0 && far.length > 0) {
    const named = joinNames(
      far.map((member) => nameOf(member.key)),
      locale,
    );
    const end = facts.metric.direction === 'down' ? ['最高', 'highest'] : ['最低', 'lowest'];
    return zh
      ? `各${noun}的${label}相差很大，${end[0]}的是${named}`
      : `${label}: ${noun}s differ widely, ${end[1]} in ${named}`;
  }
  if (low.length === 0)
    return zh ? `各${noun}的${label}均无${side[0]}其余的信号` : `${label}: no ${noun} stands out ${side[1]} the others`;
  const names =
    low.length <= 3
      ? joinNames(
          low.map((member) => nameOf(member.key)),
          locale,
        )
      : membersText(low.length, facts.by, locale, true);
  const clear = low.every((member) => member.verdict?.signal === 'significant');
  return zh
    ? `${names}的${label}${clear ? '显著' : ''}${side[0]}其余${noun}`
    : `${label}: ${names} ${clear ? 'significantly ' : ''}${side[1]} the others`;
}
