import {
  type Comparable,
  type Cube,
  type Group,
  type PartsByZone,
  type ScopeEffect,
  type ScopeJump,
  type Selection,
  comparable,
  groupCells,
  once,
  pointsBetween,
  scopeEffect,
  scopeJumps,
} from '../cube';
import { type CompareBy, type Dimension, type MetricSpec, type Period, shift } from '../domain';
import { metricById } from '../model';
import { type Ask, type MemberKey, dimensionsOf, memberId, memberKey, selectionOf } from './ask';
import { type RuleChange, rulesChanged } from './rule-changes';

/** A change between two periods, of the zones (committees, categories, items) that have a figure in both. */
export interface Change extends Pick<Comparable, 'zones' | 'of' | 'left' | 'items' | 'rearranged'> {
  readonly against: Period;
  /** What is compared, now and before; the whole itself where nothing is left out. */
  readonly now: Group;
  readonly before: Group;
  /** Percentage points; null for what is no rate, where every base leapt, and where a rule asks for something else. */
  readonly points: number | null;
  /** Rules that ask for something else in one period than in the other: nothing is compared then. */
  readonly ruled: readonly RuleChange[];
  /** Bases that leapt between the two periods, and what that did to the change. */
  readonly scope: readonly ScopeJump[];
  readonly effect: ScopeEffect | null;
}

/** The change of a selection between two periods, like with like; null where nothing can be compared. */
export function changeBetween(
  cube: Cube,
  ask: Selection & { readonly metric: string },
  period: Period,
  against: Period,
): Change | null {
  return changeAmong(cube, ask, period, against)?.change ?? null;
}

/**
 * The change, with the cells it is of, worked out once a cube: facts, trend, breaks and runs ask for the same pairs of periods. The cells
 * tell fields apart only where fields are compared.
 */
export function changeAmong(
  cube: Cube,
  ask: Selection & { readonly metric: string; readonly by?: CompareBy },
  period: Period,
  against: Period,
) {
  const by: Dimension[] = ask.by === 'domain' ? ['domain'] : [];
  return once(cube, ['change', ask.metric, selectionOf(ask), period, against, by], () =>
    workOut(cube, ask, period, against, by),
  );
}

function workOut(
  cube: Cube,
  ask: Selection & { readonly metric: string },
  period: Period,
  against: Period,
  by: readonly Dimension[],
) {
  const like = comparable(cube, { metric: ask.metric, ...selectionOf(ask) }, period, against, by);
  const [now] = groupCells(like.now, []);
  const [before] = groupCells(like.before, []);
  if (!now || !before) return null;
  const question = { metric: ask.metric, ...selectionOf(ask) };
  const scope = scopeJumps(cube, question, against, period, like.left).filter(({ zone }) => like.zones.includes(zone));
  const leapt = new Set(scope.map(({ zone }) => zone));
  const effect = leapt.size === 0 ? null : scopeEffect(like, leapt);
  const { zones, of, left, items, rearranged } = like;
  const ruled = rulesChanged(cube, metricById(ask.metric), period, against, ask.categories);
  const points = ruled.length > 0 || (leapt.size > 0 && effect === null) ? null : pointsBetween(now, before);
  const change: Change = { against, now, before, points, ruled, scope, effect, zones, of, left, items, rearranged };
  return { change, like };
}

const narrowedTo = (selection: Selection, key: MemberKey): Selection => ({
  ...selection,
  ...(key.zone !== undefined && { zones: [key.zone] }),
  ...(key.committee !== undefined && { committees: [key.committee] }),
  ...(key.domain !== undefined && { domains: [key.domain] }),
});

/** What may be set against each other in two periods. */
export interface Like {
  /** The two figures of every member by its id: alike in zones, categories, items and committees. */
  readonly members: ReadonlyMap<string, { readonly now: Group; readonly before: Group }>;
  /** What of each zone they are of; null where nothing is left out. */
  readonly parts: PartsByZone | null;
}

/** What of the members of a comparison may be set against each other. */
export function likeMembers(
  cube: Cube,
  ask: Pick<Ask, 'metric' | 'by'> & Selection,
  period: Period,
  against: Period,
): Like {
  const found = changeAmong(cube, ask, period, against);
  const like = found?.change.ruled.length === 0 ? found.like : undefined;
  const grouped = (cells: Comparable['now']): Map<string, Group> =>
    new Map(groupCells(cells, dimensionsOf(ask.by)).map((group) => [memberId(memberKey(group, ask.by)), group]));
  const [now, before] = [grouped(like?.now ?? []), grouped(like?.before ?? [])];
  const members = [...now].flatMap(([id, group]) => {
    const earlier = before.get(id);
    return earlier ? [[id, { now: group, before: earlier }] as const] : [];
  });
  const partly = like !== undefined && like.left.length + like.items.length > 0;
  return { members: new Map(members), parts: partly ? like.parts : null };
}

/** How many periods in a row, up to the one answered for, a rate fell (or rose, where high is unwanted), like with like. */
export function worseningRun(
  cube: Cube,
  facts: { readonly metric: MetricSpec; readonly period: Period },
  selection: Selection,
  key: MemberKey = {},
): number {
  const sign = facts.metric.direction === 'down' ? -1 : 1;
  const ask = { metric: facts.metric.id, ...narrowedTo(selectionOf(selection), key) };
  let run = 0;
  for (let at = facts.period; ; at = shift(at, -1)) {
    const change = changeBetween(cube, ask, at, shift(at, -1));
    const leapt = (change?.scope.length ?? 0) > 0;
    if (change?.points == null || leapt || sign * change.points >= -1e-9) return run;
    run += 1;
  }
}
