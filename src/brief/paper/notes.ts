import { type Counted, countedIn, fingerprintOf } from '../../cube';
import { ended, joined, noted } from '../../domain';
import { selectionOf } from '../ask';
import { basisDocuments } from '../basis';
import { fingerprintText } from '../fingerprint-text';
import { type Facts, isOfShared } from '../facts';
import { mergeTold } from '../merge-words';
import { COMPARISON_RULES } from '../rules-of-comparison';
import { takenClauses } from '../unstated';
import { someNames } from '../words';
import type { Context } from './context';
import { type Paragraph, dayText, paragraph } from './paper';

/** Sources named before the rest is only counted. */
const NAMED = 3;

/** What is said of the same zones is said once, of all metrics it holds for. */
function grouped(
  { rates, locale, nameOf }: Context,
  zonesOf: (facts: Facts) => readonly string[],
  say: (zones: string, metrics: string) => string,
): string[] {
  const found = new Map<string, string[]>();
  for (const facts of rates) {
    const zones = [...zonesOf(facts)].sort();
    if (zones.length === 0) continue;
    const names = joined(
      'names',
      zones.map((zone) => nameOf({ zone })),
      locale,
    );
    found.set(names, [...(found.get(names) ?? []), facts.metric.label[locale]]);
  }
  return [...found].map(([zones, metrics]) => say(zones, joined('names', metrics, locale)));
}

/** The zones whose figure is a count without a list, or those whose counts do not tell what the metric asks, in whole or in part. */
const countedZones =
  ({ cube, ask }: Context, other: Counted['said']) =>
  ({ metric, period }: Facts): string[] =>
    countedIn(cube, { ...selectionOf(ask), metric: metric.id }, [period], ['zone'])
      .filter(({ said }) => said !== other)
      .map(({ key: [zone = ''] }) => zone);

/** What has to be known about the figures: who did not report, whose are counts, what was taken for what lists do not state, what is not told. */
export function caveats(context: Context): readonly Paragraph[] {
  const { cube, ask, locale, rates } = context;
  const zh = locale === 'zh';
  const absent = grouped(
    context,
    ({ reporting }) => reporting.absent,
    (zones, metrics) => (zh ? `${zones}没有${metrics}的数` : `${zones}: no figure of ${metrics}`),
  );
  const withheld = grouped(
    context,
    ({ reporting }) => reporting.withheld,
    (zones, metrics) => (zh ? `${zones}的${metrics}数小不列` : `${zones}: too few to tell ${metrics}`),
  );
  const counted = grouped(context, countedZones(context, 'none'), (zones, metrics) =>
    zh ? `${zones}的${metrics}为汇总数，没有名单可核` : `${zones}: ${metrics} reported as counts, without lists`,
  );
  const silent = grouped(context, countedZones(context, 'all'), (zones, metrics) =>
    zh ? `${zones}的汇总数得不出全部${metrics}` : `${zones}: reported as counts that do not tell all of ${metrics}`,
  );
  const taken = rates.flatMap(({ metric, period }) =>
    takenClauses(cube, metric, { zones: ask.zones, periods: [period] }, locale),
  );
  const { disclosure } = cube;
  const rule =
    disclosure === undefined
      ? ''
      : zh
        ? `本件供${disclosure.level === 'public' ? '公开' : '下发'}，基数不足 ${disclosure.least} 的合并或不列`
        : `This paper is for others: what has a base below ${disclosure.least} is joined or left out`;
  const invented = !cube.example ? '' : zh ? '数据为示例，不是实际情况' : 'The figures are invented examples';
  const statements = [invented, rule].filter((text) => text !== '').map((text) => ended(text, locale));
  const merged = mergeTold(cube, locale).map((text) => ended(text, locale));
  const lists = [absent, withheld, counted, silent, [...new Set(taken)]].map((clauses) =>
    ended(joined('clauses', clauses, locale), locale),
  );
  return [...statements, ...lists, ...merged]
    .filter((text) => text !== '')
    .flatMap((text, at) => paragraph('text', `caveat/${at}`, text, locale));
}

/** How a metric is counted, under which rules. */
function definition({ metric, period }: Facts, { cube, locale }: Context): string {
  const zh = locale === 'zh';
  const { named, count } = basisDocuments(cube, metric, period, [], locale);
  const more = count > named.length ? (zh ? `等 ${count} 项` : ` and ${count - named.length} more`) : '';
  const basis = named.length === 0 ? '' : `${zh ? '依据：' : 'under: '}${joined('documents', named, locale)}${more}`;
  const [top, bottom] = [metric.numerator[locale], metric.denominator?.[locale] ?? ''];
  const ratio = bottom === '' ? top : `${top} ÷ ${bottom}`;
  return `${metric.label[locale]}${zh ? '＝' : ' = '}${ended(noted(ratio, basis, locale), locale)}`;
}

/** What the figures mean: definitions with their rules, what “differs” means, and where the figures come from. */
export function meaning(context: Context): readonly Paragraph[] {
  const { cube, locale, rates } = context;
  const zh = locale === 'zh';
  const leapt = rates.some(({ change }) => (change?.scope.length ?? 0) > 0);
  const shared = rates.some(({ members }) => members.some(isOfShared));
  const rules = COMPARISON_RULES.filter(
    ({ id }) => id === 'changes' || id === 'differs' || (id === 'leaps' && leapt) || (id === 'duties' && shared),
  );
  const { sources, asOf } = cube;
  const day = asOf === null ? '' : zh ? `数据截至${dayText(asOf, locale)}` : `Figures as of ${dayText(asOf, locale)}`;
  const files = someNames(sources, NAMED, locale);
  const from = sources.length === 0 ? '' : zh ? `来源：${files}` : `sources: ${files}`;
  return [
    ...rates.flatMap((facts) => paragraph('small', `meaning/${facts.metric.id}`, definition(facts, context), locale)),
    ...rules.flatMap(({ id, title, text }) =>
      paragraph('small', `rule/${id}`, joined('heading', [title[locale], text[locale]], locale), locale),
    ),
    ...paragraph('small', 'sources', ended(joined('clauses', [day, from], locale), locale), locale),
    ...paragraph('small', 'fingerprint', ended(fingerprintText(cube, fingerprintOf(cube), locale), locale), locale),
  ];
}
