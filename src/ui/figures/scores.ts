import { type Ask, type NameOf, dimensionsOf, factsOf, memberId, memberKey, selectionOf } from '../../brief';
import { quartileDots } from '../../charts';
import { type Cube, type Group, binsOf, rollUp } from '../../cube';
import type { Period } from '../../domain';
import { metricById } from '../../model';
import { type Quartiles, quartilesOfBins } from '../../stats';
import type { MessageKey } from '../../state';
import type { Wording } from '../../state/wording';
import type { TableData } from '../../share';
import { type Asking, asking } from './asking';
import { ofMember, rowsOf } from './drilling';
import type { Answer, PlainFigure } from './figure';
import { answeredText } from './words';

/** The scores of one member of a comparison: now, and the median of the period compared with (null when not known). */
export interface ScoreMember {
  readonly id: string;
  readonly key: ReturnType<typeof memberKey>;
  readonly name: string;
  readonly now: Quartiles | null;
  readonly before: number | null;
}

/** A score in one period: everybody, and member by member, the highest median first. */
export interface Scores {
  readonly period: Period;
  readonly against: Period | null;
  readonly whole: Quartiles | null;
  readonly members: readonly ScoreMember[];
}

function quartilesIn(metric: string, groups: readonly Group[]): Quartiles | null {
  return quartilesOfBins(binsOf(metricById(metric), groups));
}

/** Asks the cube for the medians and quartiles of a score; the ask keeps to one partition. */
export function scoresOf(cube: Cube, ask: Ask, nameOf: NameOf): Scores {
  const { period, against } = factsOf(cube, ask);
  const groupsAt = (at: Period): Map<string, Group[]> => {
    const found = new Map<string, Group[]>();
    const question = { metric: ask.metric, periods: [at], ...selectionOf(ask) };
    for (const group of rollUp(cube, { ...question, by: [...dimensionsOf(ask.by), 'category'] })) {
      const id = memberId(memberKey(group, ask.by));
      found.set(id, [...(found.get(id) ?? []), group]);
    }
    return found;
  };
  const now = groupsAt(period);
  const then = against === null ? new Map<string, Group[]>() : groupsAt(against);
  const members = [...now].flatMap(([id, groups]): ScoreMember[] => {
    const [first] = groups;
    if (!first) return [];
    const key = memberKey(first, ask.by);
    const quartiles = quartilesIn(ask.metric, groups);
    const before = quartilesIn(ask.metric, then.get(id) ?? [])?.median ?? null;
    return quartiles === null ? [] : [{ id, key, name: nameOf(key), now: quartiles, before }];
  });
  members.sort((a, b) => (b.now?.median ?? 0) - (a.now?.median ?? 0) || a.id.localeCompare(b.id));
  return { period, against, whole: quartilesIn(ask.metric, [...now.values()].flat()), members };
}

/** Scores as a table: n, median, quartiles, the median before. */
export function scoreTable(
  { members, whole, against }: Scores,
  noun: string,
  wholeLabel: string,
  { t }: Wording,
): TableData {
  const row = (name: string, now: Quartiles | null, before: number | null) => [
    name,
    now?.size ?? null,
    now?.median ?? null,
    now?.lower ?? null,
    now?.upper ?? null,
    ...(against === null ? [] : [before]),
  ];
  return {
    columns: [
      { label: noun, kind: 'text' },
      { label: 'n', kind: 'count' },
      { label: t('column.median'), kind: 'score' },
      { label: t('column.lowerQuartile'), kind: 'score' },
      { label: t('column.upperQuartile'), kind: 'score' },
      ...(against === null ? [] : [{ label: t('column.before'), kind: 'score' as const }]),
    ],
    rows: [...members.map(({ name, now, before }) => row(name, now, before)), row(wholeLabel, whole, null)],
  };
}

/** The key of the last row of a table of scores: everybody. */
const WHOLE = 'whole';

interface ScoreWords {
  /** Title and subtitle, given what was found. */
  readonly told: (scores: Scores, named: Asking['named']) => Pick<Answer, 'title' | 'subtitle' | 'about'>;
  readonly whole: MessageKey;
  readonly unit: MessageKey;
  readonly size: MessageKey;
  /** A score that may be above or below nothing. */
  readonly signed?: boolean;
}

/** A score, member by member: median and quartiles, and the median before. The ask keeps to one partition. */
export const quartilesByMember =
  (metric: string, { told, whole, unit, size, signed }: ScoreWords): PlainFigure =>
  (reader, ask) => {
    const { cube, nameOf, language } = reader;
    const { t, locale } = language;
    const scores = scoresOf(cube, { ...ask, metric }, nameOf);
    if (scores.whole === null) return { missing: metric };
    const { spec, question, named } = asking(reader, ask, metric);
    const { against, members } = scores;
    return {
      question,
      ...told(scores, named),
      draw: (setting) =>
        quartileDots({
          ...setting,
          rows: members.map(({ id, name, now, before }) => ({ key: id, label: name, now, before })),
          whole: scores.whole,
          currentLabel: named.period,
          ...(against !== null && { previousLabel: answeredText(spec, against, locale) }),
          unitLabel: t(unit),
          sizeLabel: t(size),
          ...(signed && { signed }),
        }),
      table: () => scoreTable(scores, named.member, t(whole), language),
      keys: [...members.map(({ id }) => id), WHOLE],
      open: ({ row }) => {
        if (row === WHOLE) return rowsOf(question, [named.metric], {});
        const member = members.find(({ id }) => id === row);
        return member ? rowsOf(question, [member.name], ofMember(member.key)) : null;
      },
    };
  };
