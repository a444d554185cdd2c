import { decimalText, ended, joined, noted } from '../../domain';
import { metricById } from '../../model';
import { isSpread } from '../facts';
import { inBrief } from '../headline';
import { lede } from '../lede';
import { type Matter, lookedAt, mattersOf } from '../matters';
import { familyWords } from '../metric-words';
import { overviewFinding } from '../overview';
import { plain } from '../sentence';
import { type WatchItem, type WatchList, watchList } from '../watch';
import type { Context } from './context';
import { part } from './compose';
import { type Paragraph, paragraph } from './paper';

/** The finding over all families and the counts under it. */
export function overall({ cube, ask, nameOf, locale }: Context): readonly Paragraph[] {
  const finding = overviewFinding(
    mattersOf(cube, ask, nameOf, locale),
    watchList(cube, ask, nameOf, locale),
    ask,
    locale,
    lookedAt(cube, ask),
  );
  return [
    ...paragraph('text', 'finding', plain(finding), locale),
    ...paragraph('text', 'counts', lede(cube, ask, nameOf, locale), locale),
  ];
}

/** Every key rate with x/n and its change, like with like, family by family. */
export function changes({ nameOf, locale, rates }: Context): readonly Paragraph[] {
  const families = new Map<string, string[]>();
  for (const facts of rates) {
    const { family } = facts.metric;
    families.set(family, [...(families.get(family) ?? []), inBrief(facts, nameOf, locale, true)]);
  }
  return [...families].flatMap(([family, sentences], at) =>
    part(`change/${family}`, at, familyWords(family)[locale], joined('sentences', sentences, locale), locale),
  );
}

/** How surely something differs: where all vary far more than chance makes them, that is said instead. */
function sureText({ metric, significant }: WatchItem, { locale, rates }: Context): string {
  const zh = locale === 'zh';
  if (significant !== null) return significant ? (zh ? '显著' : 'significant') : zh ? '需关注' : 'to watch';
  const facts = rates.find((one) => one.metric.id === metric);
  if (facts === undefined || !isSpread(facts)) return '';
  return zh ? '各方相差很大，不判断是否显著' : 'all vary widely, not tested for significance';
}

/** Something that differs, in words, without whose it is. */
function differsText(item: WatchItem, context: Context): string {
  const { locale } = context;
  const label = metricById(item.metric).label[locale];
  const note = joined('phrases', [item.detail, sureText(item, context)], locale);
  return noted(`${label}${locale === 'zh' ? '' : ' '}${item.figure}`, note, locale);
}

/** Who is worse than the others, one paragraph each, those with a significant difference first. */
export function differing(
  items: readonly WatchItem[],
  nameOfItem: (item: WatchItem) => string,
  context: Context,
): readonly Paragraph[] {
  const { locale } = context;
  const members = new Map<string, string[]>();
  for (const item of items) {
    const name = nameOfItem(item);
    members.set(name, [...(members.get(name) ?? []), differsText(item, context)]);
  }
  return [...members].flatMap(([name, texts], at) =>
    part(`differs/${name}`, at, name, ended(joined('clauses', texts, locale), locale), locale),
  );
}

/** What a list of differences rests on: how many comparisons, and how many signals are expected to be chance. */
export function comparisons({ tests, byChance }: WatchList, { locale }: Context): readonly Paragraph[] {
  const zh = locale === 'zh';
  const chance =
    byChance === null
      ? zh
        ? '没有达到 95% 的信号'
        : 'none of which is a signal at 95 %'
      : zh
        ? `达到 95% 的信号中，估计约 ${decimalText(byChance, 1)} 项出于偶然`
        : `of the signals at 95 % about ${decimalText(byChance, 1)} are expected to be chance`;
  const text = zh
    ? `以上共作 ${tests} 次比较，各与其余比；${chance}。`
    : `${tests} rates were compared, each with the others; ${chance}.`;
  return tests === 0 ? [] : paragraph('text', 'comparisons', text, locale);
}

/** A matter in words. Chinese papers write name and rate without a blank between. */
function matterText({ title, figure, detail, metric }: Matter, { locale }: Context): string {
  const label = metricById(metric).label[locale];
  const words = locale === 'zh' && title.endsWith(` ${label}`) ? title.replace(` ${label}`, label) : title;
  return noted(`${words} ${figure}`, detail, locale);
}

/** What is short of its target, and what is owed or past its day. */
export function matters(context: Context): readonly Paragraph[] {
  const { cube, ask, nameOf, locale } = context;
  const all = mattersOf(cube, ask, nameOf, locale);
  const zh = locale === 'zh';
  const kinds = [
    { kind: 'target', lead: zh ? '未达目标' : 'Short of target' },
    { kind: 'owed', lead: zh ? '应办未办' : 'Owed and not done' },
  ] as const;
  return kinds
    .map(({ kind, lead }) => ({ kind, lead, own: all.filter((matter) => matter.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .flatMap(({ kind, lead, own }, at) => {
      const texts = own.map((matter) => matterText(matter, context));
      return part(kind, at, lead, ended(joined('clauses', texts, locale), locale), locale);
    });
}
