import { strFromU8, unzipSync } from 'fflate';
import { type PaperAsk, factsOf, mattersOf, numbersIn, periodText, shortPeriodText, watchList } from '../../src/brief';
import type { Facts, Member, NameOf } from '../../src/brief';
import { worseningRun } from '../../src/brief/change';
import { inProse } from '../../src/brief/words';
import { OWED } from '../../src/brief/matters';
import { COMPARISON_RULES } from '../../src/brief/rules-of-comparison';
import { WATCHED } from '../../src/brief/watch';
import { type Cube, type Group, rateOf, total } from '../../src/cube';
import { type Locale, countText, declaredPercent, decimalText, firstDay, lastDay, percentText } from '../../src/domain';
import { METRICS, metricById } from '../../src/model';

/*
 * What a paper may state in numbers, from the facts in figures, never from its sentences; and the numbers a file states, read off the file.
 */

/** A text, or the break of a line. */
const TEXT = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/gu;
const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const textOf = (xml: string): string => unescaped([...xml.matchAll(TEXT)].map(([, text = '\n']) => text).join(''));
const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].map(([found]) => textOf(found));

/** The text of a Word file: a paragraph is a line of one cell, a row of a table one of several. */
export function linesOf(docx: Uint8Array): string[][] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  const parts = xml.split(/(<w:tbl>.*?<\/w:tbl>)/gsu);
  const lines = parts.flatMap((part): string[][] => {
    if (!part.startsWith('<w:tbl>')) return paragraphsOf(part).map((text) => [text]);
    return [...part.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gsu)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => paragraphsOf(cell).join('\n')),
    );
  });
  return lines.filter((cells) => cells.some((cell) => cell !== ''));
}

const DIGITS = /\d[\d,]*(?:\.\d+)?/gu;

/** Every number of a text: all its digits, and Chinese numbers by which something is counted. */
export const stated = (text: string): string[] => [
  ...[...text.matchAll(DIGITS)].map(([found]) => found.replace(/,$/u, '')),
  ...numbersIn(text).filter((found) => !/\d/u.test(found)),
];

const ZH = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const EN = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A set of numbers as they may be written. */
class Numbers {
  readonly texts = new Set<string>();

  text(...texts: readonly string[]): void {
    for (const text of texts) for (const found of stated(text)) this.texts.add(found);
  }

  count(...counts: readonly (number | null | undefined)[]): void {
    for (const count of counts) {
      if (count == null) continue;
      this.texts.add(countText(Math.abs(count)));
      for (const words of [ZH, EN]) this.texts.add(words[count] ?? countText(count));
    }
  }

  group(group: Group | null | undefined): void {
    if (!group) return;
    this.count(group.numerator, group.denominator);
    if (group.denominator !== null) this.count(group.denominator - group.numerator);
    for (const digits of [1, 2, 3]) this.text(percentText(rateOf(group), digits));
  }

  apart(a: Group | null | undefined, b: Group | null | undefined): void {
    const [one, other] = [a && rateOf(a), b && rateOf(b)];
    if (one == null || other == null) return;
    for (const digits of [1, 2, 3]) {
      const shown = (rate: number): number => Number(decimalText(rate * 100, digits));
      this.text(
        decimalText(Math.abs(one - other) * 100, digits),
        decimalText(Math.abs(shown(one) - shown(other)), digits),
      );
    }
  }
}

/** What is stated of the whole. */
function ofWhole(found: Numbers, cube: Cube, facts: Facts, ask: PaperAsk, locale: Locale): void {
  const { metric, whole, compared, change, parent, members, reporting, against, period } = facts;
  for (const group of [whole, compared, parent?.whole, parent?.own, change?.now, change?.before]) found.group(group);
  found.apart(change?.now, change?.before);
  found.apart(parent?.own, parent?.whole);
  for (const { metricId, target } of cube.targets)
    if (metricId === metric.id) {
      found.text(declaredPercent(target, 8), countText(target));
      found.apart(whole, { numerator: target, denominator: 1 });
    }
  for (const jump of change?.scope ?? []) found.count(jump.from, jump.to);
  for (const points of [change?.effect?.scope, change?.effect?.rate])
    if (points !== undefined) for (const digits of [1, 2, 3]) found.text(decimalText(Math.abs(points), digits));
  const { zones, absent, never, silent, withheld, until } = reporting;
  const of = zones.length + absent.length + never.length + silent.length + withheld.length;
  found.count(zones.length, withheld.length, of, facts.run);
  found.count(change?.zones.length, change?.of, parent?.zones, members.length);
  const left = change?.left ?? [];
  for (const why of new Set(left.map((one) => one.why))) {
    const { size } = new Set(
      left.filter((one) => one.why === why).map(({ zone, committee }) => `${zone}\n${committee ?? ''}`),
    );
    found.count(size, size - 3);
  }
  for (const at of [period, against, ask.period])
    if (at !== null) found.text(periodText(at, locale), shortPeriodText(at, locale));
  if (until !== null) found.text(until);
}

/** What is stated of one of those compared. */
function ofMember(found: Numbers, cube: Cube, facts: Facts, member: Member, ask: PaperAsk): void {
  const { funnel } = facts;
  for (const group of [member.now, member.own, member.before]) found.group(group);
  found.count(worseningRun(cube, facts, ask, member.key));
  if (funnel !== null && member.now.denominator !== null)
    found.apart(member.now, {
      numerator: Math.round(funnel.theta * funnel.size) - member.now.numerator,
      denominator: funnel.size - member.now.denominator,
    });
}

/** What may be stated in numbers: by the name of a metric, of the whole ('') and of each by its name; and of nothing in particular. */
export interface Statable {
  readonly byMetric: ReadonlyMap<string, ReadonlyMap<string, Numbers>>;
  readonly any: Numbers;
  /** How many matters, comparisons and signals there are. */
  readonly counts: Numbers;
}

/** What papers over some questions may state in numbers. */
export function statable(cube: Cube, asks: readonly PaperAsk[], nameOf: NameOf, locale: Locale): Statable {
  const [any, counts] = [new Numbers(), new Numbers()];
  const byMetric = new Map<string, Map<string, Numbers>>();
  const aimed = cube.targets.map(({ metricId }) => metricId);
  for (const id of new Set([...WATCHED, ...OWED.map(({ metric }) => metric), ...aimed, 'party_org_count'])) {
    const own = new Map([['', new Numbers()]]);
    const of = (name: string): Numbers => {
      const known = own.get(name) ?? new Numbers();
      own.set(name, known);
      return known;
    };
    for (const ask of asks) {
      const facts = factsOf(cube, { ...ask, metric: id });
      ofWhole(of(''), cube, facts, ask, locale);
      for (const member of facts.members) ofMember(of(nameOf(member.key)), cube, facts, member, ask);
    }
    const titles = OWED.filter(({ metric }) => metric === id).flatMap(({ title, of: words, ofLonger = words }) =>
      locale === 'zh' ? [title.zh] : [title.en, ...words.slice(1), ...ofLonger.slice(1)],
    );
    const more = id === 'party_org_count' ? ['党组织', 'organisations'] : [];
    const label = metricById(id).label[locale];
    for (const name of [label, inProse(label, locale), ...titles, ...more]) byMetric.set(name, own);
    for (const { texts } of own.values()) for (const text of texts) any.texts.add(text);
  }
  for (const ask of asks) {
    const organisations = byMetric.get(metricById('party_org_count').label[locale])?.get('');
    const { period, reporting } = factsOf(cube, { ...ask, metric: 'party_org_count' });
    const { zones: _, ...rest } = ask;
    organisations?.count(
      total(cube, { metric: 'org_net_new', periods: [period], ...rest, zones: reporting.zones })?.numerator,
    );
    const matters = mattersOf(cube, ask, nameOf, locale);
    const { items, tests, byChance } = watchList(cube, ask, nameOf, locale);
    const owed = matters.filter(({ kind }) => kind === 'owed').length;
    const signals = items.filter(({ significant }) => significant !== null);
    const own = signals.filter(({ member }) => member === null).length;
    const earlier = signals.filter(({ period }) => lastDay(period) < firstDay(ask.period));
    const ownEarlier = earlier.filter(({ member }) => member === null).length;
    counts.count(matters.length - owed, owed, owed - 3, tests, own, signals.length - own);
    counts.count(ownEarlier, earlier.length - ownEarlier);
    if (byChance !== null) counts.text(decimalText(byChance, 1));
  }
  for (const day of [cube.asOf ?? '', cube.release?.on ?? ''])
    any.text(day, ...day.split('-').map((part) => String(Number(part))));
  counts.text('95');
  any.count(cube.sources.length, cube.disclosure?.least, 2);
  return { byMetric, any, counts };
}

/** What definitions, rules, names and sources say in numbers: they are quoted. */
export function quoted(cube: Cube, locale: Locale): Set<string> {
  const found = new Numbers();
  for (const { label, numerator, denominator } of METRICS)
    found.text(label[locale], numerator[locale], denominator?.[locale] ?? '');
  for (const { text } of COMPARISON_RULES) found.text(text[locale]);
  for (const { docRef, validFrom, validTo } of cube.rules) {
    found.text(docRef, validFrom ?? '', validTo ?? '');
  }
  found.text(...cube.sources, cube.asOf ?? '');
  for (let many = 1; many <= cube.rules.length; many++) found.count(many);
  found.count(cube.sources.length, cube.sources.length - 3);
  for (let at = 1; at <= 5; at++) found.count(at);
  return found.texts;
}

/** What counts matters, comparisons and signals, not things. */
const COUNTS =
  /类事项|项未达|处比其余|项比其余|次比较|项出于偶然|short of (?:its )?target|more kinds?|worse|were compared|expected to be chance/u;
/** Said of two periods in any case. */
const ALWAYS = new Set(['两', '一']);
const RATE = /([\d,.]+)%[^\d（(；。]*[（(]([\d,]+)\/([\d,]+)/gu;

/** Rates that are not what the x/n beside them makes. */
function wrongRates(clause: string): string[] {
  return [...clause.matchAll(RATE)].flatMap(([found, rate = '', x = '', n = '']) => {
    const [numerator, denominator] = [x, n].map((text) => Number(text.replaceAll(',', '')));
    return percentText((numerator ?? 0) / (denominator ?? 0)) === `${rate}%` ? [] : [found];
  });
}

/** The numbers of a paragraph that it may not state, each with its clause. What names no metric speaks of those named before it. */
export function strays(text: string, { byMetric, any, counts }: Statable): string[] {
  let named: ReadonlyMap<string, Numbers>[] = [];
  return text.split(/[；。;]|\. /u).flatMap((clause) => {
    const found = [...byMetric].filter(([name]) => clause.includes(name)).map(([, numbers]) => numbers);
    if (found.length > 0) named = found;
    const own = named.flatMap((of) => [...of].filter(([name]) => text.includes(name)).map(([, numbers]) => numbers));
    const allowed = [...(own.length > 0 ? own : [any]), ...(COUNTS.test(clause) ? [counts] : [])];
    const unknown = stated(clause).filter(
      (number) => !ALWAYS.has(number) && !allowed.some(({ texts }) => texts.has(number)),
    );
    return [...unknown, ...wrongRates(clause)].map((number) => `${number} in “${clause}”`);
  });
}
