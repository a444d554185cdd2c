import { type Facts, type NameOf, adverse } from '../../brief';
import type { RateRow } from '../../charts';
import type { PublishedFigure } from '../../cube';
import { rateOf } from '../../cube';
import type { Language } from '../../state';
import type { TableData } from '../csv';

/** Published rates that belong beside the figures of a zone: same metric, a period the facts answer for. */
function publishedOf(
  figures: readonly PublishedFigure[],
  facts: Facts,
  zone: string | undefined,
): RateRow['published'] {
  const found = figures.find(
    (figure) =>
      figure.zone === zone &&
      figure.metric === facts.metric.id &&
      figure.unit === '%' &&
      figure.period.slice(0, 4) === facts.period.slice(0, 4),
  );
  if (!found) return null;
  const bound = ({ eq: '=', ge: '≥', approx: '≈' } as const)[found.bound];
  return { rate: found.value / 100, bound };
}

/** The members of a comparison as chart rows; a signal is shown only on the unwanted side. */
export function rateRows(facts: Facts, nameOf: NameOf, published: readonly PublishedFigure[] = []): RateRow[] {
  const low = new Set(adverse(facts).map((member) => member.id));
  return facts.members.map((member) => ({
    key: member.id,
    label: nameOf(member.key),
    numerator: member.now.numerator,
    denominator: member.now.denominator,
    interval: member.interval,
    signal: low.has(member.id) ? (member.verdict?.signal ?? 'none') : 'none',
    previous: member.before,
    published: facts.by === 'zone' ? (publishedOf(published, facts, member.key.zone) ?? null) : null,
  }));
}

/** The same as a table: name, rate, x, n, interval, before, change, signal. */
export function rateTable(facts: Facts, nameOf: NameOf, { t, of }: Language, noun: string): TableData {
  const low = new Set(adverse(facts).map((member) => member.id));
  const compares = facts.against !== null;
  return {
    columns: [
      { label: noun, kind: 'text' },
      { label: of(facts.metric.label), kind: 'rate' },
      { label: t('column.numerator'), kind: 'count' },
      { label: t('column.denominator'), kind: 'count' },
      { label: t('column.low'), kind: 'rate' },
      { label: t('column.high'), kind: 'rate' },
      ...(compares
        ? ([
            { label: t('column.before'), kind: 'rate' },
            { label: t('column.change'), kind: 'points' },
          ] as const)
        : []),
      { label: t('column.signal'), kind: 'text' },
    ],
    rows: facts.members.map((member) => [
      nameOf(member.key),
      member.rate,
      member.now.numerator,
      member.now.denominator,
      member.interval?.low ?? null,
      member.interval?.high ?? null,
      ...(compares ? [member.before ? rateOf(member.before) : null, member.points] : []),
      low.has(member.id) && member.verdict && member.verdict.signal !== 'none'
        ? t(`signal.${member.verdict.signal}`)
        : '',
    ]),
  };
}
