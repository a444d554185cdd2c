import { type Ask, type NameOf, dimensionsOf, factsOf, memberId, memberKey, selectionOf } from '../../brief';
import { type Cube, type Group, binsOf, rollUp } from '../../cube';
import type { Period } from '../../domain';
import { metricById } from '../../model';
import { type Quartiles, quartilesOfBins } from '../../stats';
import type { Language } from '../../state';
import type { TableData } from '../csv';

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
  { t }: Language,
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
