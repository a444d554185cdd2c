import { type CompareBy, type Locale, type Period, firstDay, joined, lastDay, noted } from '../domain';
import { type Looked, type Matter, nothingFound } from './matters';
import type { Phrase, Sentence } from './sentence';
import type { WatchItem, WatchList } from './watch';
import { joinNames, memberNoun, periodText } from './words';

/** How many of what is owed are named. */
const NAMED = 3;

/**
 * The finding over all families, in the order of the list below it: what is short of its target, what is owed and not done, and how many
 * figures differ from the others. `zone` names the one zone looked at, `looked` says what there was to look at, for where nothing was found.
 */
export function overviewFinding(
  matters: readonly Matter[],
  watch: WatchList,
  asked: { readonly period: Period; readonly by: CompareBy; readonly zone?: string },
  locale: Locale,
  looked: Looked,
): Sentence {
  const zh = locale === 'zh';
  const short = matters.filter(({ kind }) => kind === 'target');
  const owed = matters.filter(({ kind }) => kind === 'owed');
  const signals = watch.items.filter(({ significant }) => significant !== null);
  const own = signals.filter(({ member }) => member === null);
  const members = signals.filter(({ member }) => member !== null);
  const isEarlier = ({ period }: { readonly period: Period }): boolean => lastDay(period) < firstDay(asked.period);
  /** How many of some signals are of an earlier period, where nothing is known of the one asked for. */
  const ofEarlier = (some: readonly WatchItem[]): string => {
    const earlier = some.filter(isEarlier);
    if (earlier.length === 0) return '';
    const all = earlier.length === some.length;
    return zh
      ? `${all ? '均' : `其中 ${earlier.length} ${some === own ? '项' : '处'}`}为以前时期的数`
      : `${all ? (some.length === 1 ? '' : 'all ') : `${earlier.length} of them `}from earlier periods`;
  };
  /** With its period, where nothing is known of the one asked for. */
  const dated = (matter: Matter, ...more: readonly string[]): string => {
    const notes = [isEarlier(matter) ? periodText(matter.period, locale) : '', ...more];
    return noted(matter.said, joined('phrases', notes, locale), locale);
  };
  /** Some matters said by a text; of how many zones each is told, where not of all, is what they rest on. */
  const phrase = (some: readonly Matter[], textOf: (names: string) => string, more: readonly string[] = []): Phrase => {
    const names = (told: boolean): string =>
      joinNames([...some.map((matter) => dated(matter, told ? matter.told : '')), ...more], locale);
    const basis = some.filter(({ told }) => told !== '').map(({ title, told }) => `${title}${zh ? '：' : ': '}${told}`);
    return {
      text: textOf(names(true)),
      ...(basis.length > 0 && { told: { news: textOf(names(false)), basis: basis.join(zh ? '；' : '; ') } }),
    };
  };
  /** What is owed: in a headline how many kinds and the most of it, the others beneath. */
  const owedPhrase = (owed: readonly Matter[]): Phrase => {
    const rest = owed.length - NAMED;
    const whole = phrase(
      owed.slice(0, NAMED),
      (most) => (zh ? `${most}${rest > 0 ? `，另有 ${rest} 类事项` : ''}待办` : `to be dealt with: ${most}`),
      zh || rest <= 0 ? [] : [`${rest} more ${rest === 1 ? 'kind' : 'kinds'} of work`],
    );
    const [first, ...next] = owed.slice(0, NAMED).map((matter) => dated(matter));
    if (next.length === 0) return whole;
    // Where two kinds are as many, neither is the most.
    const most = owed[0]?.count === undefined || owed[0].count !== owed[1]?.count;
    const others = joinNames(most ? next : [first ?? '', ...next], locale);
    const lead = zh ? (most ? '待办的还有' : '待办的有') : most ? 'also to be dealt with: ' : 'to be dealt with: ';
    const basis = [`${lead}${others}${zh && rest > 0 ? '等' : ''}`, whole.told?.basis ?? ''];
    const kinds = zh ? `${owed.length} 类事项待办` : `${owed.length} kinds of work to be dealt with`;
    return {
      ...whole,
      told: {
        news: !most ? kinds : zh ? `${kinds}，数量最多的是${first}` : `${kinds}, most of all ${first}`,
        basis: basis.filter((text) => text !== '').join(zh ? '；' : '; '),
      },
    };
  };
  const [worst] = short;
  const phrases: Phrase[] = [];
  if (worst)
    phrases.push({
      ...phrase([worst], (name) =>
        zh
          ? `${short.length} 项未达目标，差得最多的是${name}`
          : short.length === 1
            ? `1 figure is short of its target: ${name}`
            : `${short.length} figures are short of target, most of all ${name}`,
      ),
      tone: 'signal',
    });
  if (owed.length > 0) phrases.push(owedPhrase(owed));
  const noun = memberNoun(asked.by, locale);
  const figures = (count: number): string => `${count} ${count === 1 ? 'figure is' : 'figures are'}`;
  if (own.length > 0)
    phrases.push({
      text: noted(
        zh ? `有 ${own.length} 项比其余园区差` : `${figures(own.length)} worse than in the other zones`,
        ofEarlier(own),
        locale,
      ),
      tone: 'signal',
    });
  if (members.length > 0)
    phrases.push({
      text: noted(
        zh
          ? `各${noun}中有 ${members.length} 处比其余差`
          : `${figures(members.length)} worse in one ${noun} than in the others`,
        ofEarlier(members),
        locale,
      ),
    });
  if (phrases.length === 0)
    phrases.push({
      text: nothingFound(looked, watch.tests > 0, locale),
    });
  const when = [asked.zone ?? '', periodText(asked.period, locale)]
    .filter((part) => part !== '')
    .join(zh ? '，' : ', ');
  const [comma, semicolon, stop] = zh ? ['：', '；', '。'] : [': ', '; ', '.'];
  return [
    { text: `${when}${comma}` },
    ...phrases.flatMap((phrase, at) => (at === 0 ? [phrase] : [{ text: semicolon }, phrase])),
    { text: stop },
  ];
}
