import {
  type Facts,
  type NameOf,
  adverse,
  comparedNames,
  statusOf,
  statusText,
  targetOf,
  targetText,
} from '../../brief';
import type { RateRow } from '../../charts';
import type { Cube, PublishedFigure } from '../../cube';
import { numeratorSaid, rateOf } from '../../cube';
import type { Target } from '../../domain';
import type { Wording } from '../../state/wording';
import { changeCell } from '../../share';
import type { TableData } from '../../share';

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

type Declared = Pick<Cube, 'targets' | 'zones'>;

/** The target of every member, in their order: its zone's own, else the one for all. */
function targetsOf(cube: Declared, facts: Facts): (Target | null)[] {
  return facts.members.map(({ key }) => targetOf(cube, facts.metric.id, key.zone ?? null, facts.period));
}

/** The one zone all members are of; null where they are of several. */
function onlyZone({ members }: Facts): string | null {
  const zones = new Set(members.map(({ key }) => key.zone ?? null));
  return zones.size === 1 ? ([...zones][0] ?? null) : null;
}

/** The target that holds for every member: of all zones, or of the one zone shown. */
const sharedTarget = (cube: Declared, facts: Facts): Target | null =>
  targetOf(cube, facts.metric.id, onlyZone(facts), facts.period);

/** The target declared for all members, with how many of the members meet it; null where there is none. */
export function commonTarget(
  cube: Declared,
  facts: Facts,
  { t, locale }: Wording,
): { rate: number; label: string } | null {
  const target = sharedTarget(cube, facts);
  if (!target || facts.metric.kind !== 'rate') return null;
  const targets = targetsOf(cube, facts);
  const statuses = facts.members.flatMap(({ rate }, at) => {
    return rate === null || targets[at] !== target ? [] : [statusOf(rate, target, facts.metric.direction)];
  });
  if (statuses.length === 0) return { rate: target.target, label: targetText(target, facts.metric, locale) };
  const red = statuses.filter((status) => status === 'red').length;
  const counts = { met: statuses.filter((status) => status === 'met').length, of: statuses.length };
  const label = t('target.common', { target: targetText(target, facts.metric, locale), ...counts });
  return {
    rate: target.target,
    label:
      red === 0
        ? label
        : label + t('target.red', { count: red, status: statusText('red', facts.metric.direction, locale) }),
  };
}

/** The members of a comparison as chart rows; a signal is shown only on the unwanted side, a target where it is the row's own. */
export function rateRows(
  facts: Facts,
  nameOf: NameOf,
  language: Wording,
  cube: Declared & Pick<Cube, 'published'> = { targets: [], zones: [], published: [] },
): RateRow[] {
  const low = new Set(adverse(facts).map((member) => member.id));
  const named = comparedNames(facts, nameOf, language.locale);
  const common = sharedTarget(cube, facts);
  const targets = targetsOf(cube, facts);
  return facts.members.map((member, at) => ({
    key: member.id,
    label: named(member.key),
    numerator: member.now.numerator,
    denominator: member.now.silent ? null : member.now.denominator,
    interval: member.interval,
    signal: low.has(member.id) ? (member.verdict?.signal ?? 'none') : 'none',
    previous: member.before,
    published: facts.by === 'zone' ? (publishedOf(cube.published, facts, member.key.zone) ?? null) : null,
    target: targets[at] === common ? null : targetMark(targets[at] ?? null, facts, member.rate, language),
  }));
}

function targetMark(
  target: Target | null,
  { metric }: Facts,
  rate: number | null,
  language: Wording,
): NonNullable<RateRow['target']> | null {
  if (!target || metric.kind !== 'rate') return null;
  const { locale } = language;
  const said = targetText(target, metric, locale);
  if (rate === null) return { rate: target.target, label: said };
  const status = statusText(statusOf(rate, target, metric.direction), metric.direction, locale);
  return { rate: target.target, label: language.joined('phrases', [said, status]) };
}

/** The same as a table: name, rate, x, n, interval, before, change, target, signal. */
export function rateTable(
  facts: Facts,
  nameOf: NameOf,
  language: Wording,
  noun: string,
  cube: Declared = { targets: [], zones: [] },
): TableData {
  const { t, of, locale } = language;
  const low = new Set(adverse(facts).map((member) => member.id));
  const named = comparedNames(facts, nameOf, locale);
  const compares = facts.against !== null;
  const targets = targetsOf(cube, facts);
  const judged = targets.some((target) => target !== null);
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
      ...(judged
        ? ([
            { label: t('column.target'), kind: 'rate' },
            { label: t('column.status'), kind: 'text' },
          ] as const)
        : []),
      { label: t('column.signal'), kind: 'text' },
    ],
    rows: facts.members.map((member, at) => {
      const target = targets[at] ?? null;
      const status =
        target && member.rate !== null
          ? statusText(statusOf(member.rate, target, facts.metric.direction), facts.metric.direction, locale)
          : '';
      return [
        named(member.key),
        member.rate,
        numeratorSaid(member.now),
        member.now.silent ? null : member.now.denominator,
        member.interval?.low ?? null,
        member.interval?.high ?? null,
        ...(compares ? [member.before ? rateOf(member.before) : null, changeCell(member.now, member.before)] : []),
        ...(judged ? [target?.target ?? null, status] : []),
        low.has(member.id) && member.verdict && member.verdict.signal !== 'none'
          ? t(`signal.${member.verdict.signal}`)
          : '',
      ];
    }),
  };
}
