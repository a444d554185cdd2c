import { type Group, type Cube, observedIn, rollUp } from '../../cube';
import { type Ask, type MemberKey, type NameOf, dimensionsOf, memberId, memberKey, selectionOf } from '../../brief';
import { type Period, toGrain } from '../../domain';
import { type Observed, type Survival, kaplanMeier } from '../../stats';

/** The metric whose bins hold how many days items took, closed or still open. */
export const DAYS = 'rect_days_median';

/** How long the items of a member took. */
export interface MemberSurvival {
  readonly id: string;
  readonly key: MemberKey;
  readonly name: string;
  readonly survival: Survival;
}

/** How long the items found in a year took: all of them, and member by member, the slowest first. */
export interface Survivals {
  readonly year: Period;
  readonly observed: readonly Observed[];
  readonly whole: Survival;
  readonly members: readonly MemberSurvival[];
}

/** Fewer items than this make no curve worth drawing beside the whole. */
const LEAST = 10;

/** A median that does not exist yet is the longest. */
const slowness = ({ survival }: MemberSurvival): number => survival.median ?? Infinity;

/** Asks the cube how long the items took that were found in the year of the period asked. */
export function survivalsOf(cube: Cube, ask: Omit<Ask, 'metric'>, nameOf: NameOf): Survivals {
  const year = toGrain(ask.period, 'year');
  const question = { metric: DAYS, periods: [year], ...selectionOf(ask) };
  const observed = observedIn(rollUp(cube, { ...question, by: ['category'] }));
  const byMember = new Map<string, { key: MemberKey; groups: Group[] }>();
  for (const group of rollUp(cube, { ...question, by: [...dimensionsOf(ask.by), 'category'] })) {
    const key = memberKey(group, ask.by);
    const known = byMember.get(memberId(key));
    if (known) known.groups.push(group);
    else byMember.set(memberId(key), { key, groups: [group] });
  }
  const members = [...byMember]
    .map(([id, { key, groups }]) => ({ id, key, name: nameOf(key), survival: kaplanMeier(observedIn(groups)) }))
    .filter(({ survival }) => survival.count > 0)
    .sort((a, b) => slowness(b) - slowness(a) || b.survival.count - a.survival.count);
  return { year, observed, whole: kaplanMeier(observed), members };
}

/** Members with enough items for a curve of their own. */
export function drawable({ members }: Survivals): MemberSurvival[] {
  return members.filter(({ survival }) => survival.count >= LEAST);
}

/** Members clearly slower than the whole: even the lower limit of their median lies beyond its median. */
export function slowerThanWhole(found: Survivals): MemberSurvival[] {
  const { median } = found.whole;
  if (median === null) return [];
  return drawable(found).filter(
    ({ survival: { medianInterval } }) => medianInterval.low !== null && medianInterval.low > median,
  );
}
