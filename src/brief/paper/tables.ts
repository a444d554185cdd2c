import { rateOf } from '../../cube';
import { joined, noted } from '../../domain';
import { memberId } from '../ask';
import { type Facts, adverseSignal } from '../facts';
import { absentText } from '../reported';
import { UNKNOWN, fractionText, memberNoun, percentText, periodText } from '../words';
import type { Context } from './context';
import { type Block, paragraph, table } from './paper';

/** So many rates stand beside each other on an upright sheet. */
const BESIDE = 5;

/** What stands beside a figure that is worse than the others, and one that was reported as a count. */
const MARKS = { significant: '▲', watch: '△', counted: '＊' } as const;

/** The mark of a member that is worse than the others; nothing where it is not, or where that is not known. */
function markOf({ metric, members }: Facts, id: string): '▲' | '△' | '' {
  const signal = adverseSignal(members.find((one) => one.id === id)?.verdict ?? null, metric);
  return signal === 'none' ? '' : MARKS[signal];
}

/** A rate with x/n beneath it, marked where it was reported as a count; the word that stands in its place where there is none. */
function cellText(facts: Facts, id: string, zone: string | undefined, zh: boolean, mark = ''): string {
  const member = facts.members.find((one) => one.id === id);
  const rate = member === undefined ? null : rateOf(member.own);
  if (member !== undefined && rate !== null) {
    const counted = facts.counted.has(id) ? MARKS.counted : '';
    return `${percentText(rate)}${mark}${counted}\n${fractionText(member.own)}`;
  }
  return zone === undefined ? UNKNOWN : absentText(facts, zone, zh ? 'zh' : 'en');
}

/** What a column or row of a metric is headed by: of when it is, where that is not the period of the paper. */
const headOf = ({ metric, period }: Facts, { ask, locale }: Context): string =>
  period === ask.period ? metric.label[locale] : noted(metric.label[locale], periodText(period, locale), locale);

/** What the marks mean, those that are there. */
function legend(cells: readonly string[], noun: string, shared: boolean, zh: boolean): string {
  const has = (mark: string): boolean => cells.some((cell) => cell.includes(mark));
  const said = [
    has(MARKS.significant)
      ? `${MARKS.significant} ${zh ? `显著差于其余${noun}` : 'significantly worse than the others'}`
      : '',
    has(MARKS.watch) ? `${MARKS.watch} ${zh ? '差于其余，需关注' : 'to watch'}` : '',
    has(MARKS.counted) ? `${MARKS.counted} ${zh ? '汇总数' : 'reported as counts'}` : '',
    shared ? (zh ? '差别按各园区共有的项目判断' : 'differences are judged on what zones share') : '',
    cells.includes(UNKNOWN) ? `${UNKNOWN} ${zh ? '没有这项数' : 'no such figure'}` : '',
    zh ? '各格上为比率，下为分子/分母' : 'each cell: the rate, below it numerator/denominator',
  ];
  return joined('clauses', said, zh ? 'zh' : 'en');
}

/** Everybody by every key rate, with x/n, five rates a table. */
export function everybody(context: Context): readonly Block[] {
  const { cube, ask, nameOf, locale, rates } = context;
  const zh = locale === 'zh';
  const keys = new Map(rates.flatMap(({ members }) => members.map(({ id, key }) => [id, key] as const)));
  const order = cube.zones.map(({ id }) => id);
  const place = (zone: string | undefined): number =>
    (order.indexOf(zone ?? '') + order.length + 1) % (order.length + 1);
  const ids = [...keys].sort(([a, one], [b, other]) => place(one.zone) - place(other.zone) || a.localeCompare(b, 'zh'));
  const parts = Array.from({ length: Math.ceil(rates.length / BESIDE) }, (_, at) =>
    rates.slice(at * BESIDE, (at + 1) * BESIDE),
  );
  const noun = memberNoun(ask.by, locale);
  const tables = parts.map((some) => ({
    head: [noun, ...some.map((facts) => headOf(facts, context))],
    rows: [
      [
        zh ? '合计' : 'Together',
        ...some.map(({ whole, rate }) => (whole === null ? UNKNOWN : `${percentText(rate)}\n${fractionText(whole)}`)),
      ],
      ...ids.map(([id, key]) => [
        nameOf(key),
        ...some.map((facts) => cellText(facts, id, key.zone, zh, markOf(facts, id))),
      ]),
    ],
  }));
  const cells = tables.flatMap(({ rows }) => rows.flat());
  const shared = rates.some(({ items }) => items !== null);
  const caption = (at: number): string => (tables.length === 1 ? '' : zh ? `表 ${at + 1}` : `Table ${at + 1}`);
  return [
    ...tables.flatMap(({ head, rows }, at) =>
      table({ id: `everybody/${at}`, caption: caption(at), head, rows }, locale),
    ),
    ...paragraph('small', 'legend', legend(cells, noun, shared, zh), locale),
  ];
}

/** One of several beside all of them together: every key rate with x/n, and whether it differs from the others. */
export function oneBesideAll(
  context: Context,
  own: { readonly zone?: string; readonly committee?: string },
  all: string,
): readonly Block[] {
  const { nameOf, locale, rates } = context;
  const zh = locale === 'zh';
  const id = memberId(own);
  const rows = rates.flatMap((facts) => {
    const member = facts.members.find((one) => one.id === id);
    if (member === undefined && own.committee !== undefined) return [];
    const differs = { '▲': zh ? '显著差' : 'worse', '△': zh ? '需关注' : 'to watch', '': UNKNOWN }[markOf(facts, id)];
    const together = facts.whole === null ? UNKNOWN : `${percentText(facts.rate)}\n${fractionText(facts.whole)}`;
    return [[headOf(facts, context), cellText(facts, id, own.zone, zh), together, differs]];
  });
  const head = zh ? ['指标', nameOf(own), all, '与其余比'] : ['Rate', nameOf(own), all, 'Beside the others'];
  const counted = rows.some(([, mine]) => mine?.includes(MARKS.counted));
  const legend = counted ? `${MARKS.counted} ${zh ? '汇总数' : 'reported as a count'}` : '';
  return [
    ...table({ id: 'beside', caption: '', head, rows }, locale),
    ...paragraph('small', 'beside/legend', legend, locale),
  ];
}
