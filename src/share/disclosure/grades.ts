import { type Cell, type Disclosure } from '../../cube';
import { type MetricSpec, categoryWithin, splitCategory, groupedBy } from '../../domain';
import { isEnough, partitionOf, sumsOf } from './tell';

type Joined = Disclosure['joined'][number];

const rankOf = (category: string): number => Number(splitCategory(category).at(-1));

/** Whether a metric tells how many have each grade, so that the lowest is held against them. */
export const tellsGrades = ({ kind, categoryParts }: MetricSpec): boolean =>
  kind === 'distribution' && categoryParts?.at(-1) === 'rank' && !categoryParts.includes('previous');

/** What would give away grades: how many were graded, moves to and from the lowest, how many have it, how many have the best or moved. */
export const GRADES_GIVEN_AWAY = {
  grades: 'grade_dist',
  graded: 'graded_rate',
  lowest: ['grade_transition', 'backward_share', 'grade_up_rate', 'grade_down_rate'],
  others: ['advanced_share'],
} as const;

/** How many of a zone have a grade or a lower one, in each period. */
function counts(cells: readonly Cell[], rank: number): number[] {
  const low = new Map<string, number>();
  for (const { period, category, counted, numerator } of sumsOf(cells))
    if (rankOf(category) >= rank) {
      const key = `${period}\n${counted}`;
      low.set(key, (low.get(key) ?? 0) + numerator);
    }
  return [...low.values()];
}

/**
 * The grade from which on all stand together in one partition, so that no zone has few of the lowest; null where none has few. The two
 * best stay apart: not to be the best is not held against anybody.
 */
function joinedFrom(cells: readonly Cell[]): number | null {
  const ranks = [...new Set(cells.map(({ category }) => rankOf(category)))].sort((a, b) => a - b);
  const zones = [...groupedBy(cells, ({ zone }) => zone).values()];
  for (let at = ranks.length - 1; at >= 2; at--) {
    const rank = ranks[at] ?? 0;
    if (zones.every((own) => counts(own, rank).every(isEnough))) return at === ranks.length - 1 ? null : rank;
  }
  return ranks.length > 2 ? (ranks[1] ?? null) : null;
}

/** Joins the lowest grades of a metric to those above, for all zones alike, until no zone has few of the lowest. */
export function joinGrades(spec: MetricSpec, cells: readonly Cell[]): { cells: Cell[]; joined: Joined[] } {
  const joined: Joined[] = [];
  const partitions = groupedBy(cells, ({ category }) => partitionOf(spec, category));
  const told = [...partitions].flatMap(([partition, own]) => {
    const graded = own.filter(({ category }) => category !== '');
    const from = joinedFrom(graded);
    if (from === null) return own;
    joined.push({ metric: spec.id, partition, rank: from });
    return own.map((cell) =>
      rankOf(cell.category) > from ? { ...cell, category: categoryWithin(partition, from) } : cell,
    );
  });
  return { cells: told, joined };
}

/** Whether a category of grades, or of moves between them, has the lowest grade in it: of three or more, or what was joined. */
export function lowIn(
  spec: MetricSpec,
  cells: readonly Cell[],
  joined: readonly Joined[],
): (category: string) => boolean {
  const isMoves = spec.categoryParts?.includes('previous') === true && spec.categoryParts.at(-1) === 'rank';
  if (!isMoves && !tellsGrades(spec)) return () => false;
  const ranksIn = (category: string): number[] =>
    category === ''
      ? []
      : splitCategory(category)
          .slice(isMoves ? -2 : -1)
          .map(Number);
  const lowest = new Map<string, number>();
  for (const { category } of cells) {
    const partition = partitionOf(spec, category);
    lowest.set(partition, Math.max(lowest.get(partition) ?? 0, ...ranksIn(category)));
  }
  const together = new Set(joined.filter(({ metric }) => metric === spec.id).map(({ partition }) => partition));
  return (category) => {
    const partition = partitionOf(spec, category);
    const low = lowest.get(partition) ?? 0;
    return (low > 2 || together.has(partition)) && ranksIn(category).includes(low);
  };
}
