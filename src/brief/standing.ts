import { type Cube, type Group, rateOf, rollUp } from '../cube';
import { type Difference, type Standing, differenceOf, orderChanges, rankIntervals, standardise } from '../stats';
import { type Ask, dimensionsOf, memberId, memberKey, selectionOf } from './ask';
import { type Facts, type Member } from './facts';

/** How a member stands: its difference to a reference, and its place with how far that can be trusted. */
export interface Stand {
  readonly member: Member;
  /** Rate minus the rate of the whole, percentage points; null when unknown. */
  readonly toWhole: number | null;
  /** Rate minus the reference's with Newcombe's interval, 0…1; null for the reference itself and where unknown. */
  readonly difference: Difference | null;
  /** Null where ranking makes no sense: no rate, no wanted direction, or one member only. */
  readonly place: Standing | null;
}

/**
 * How every member stands, highest rate first. `reference` is the id of a member to compare with; null compares each with
 * all the others together. `rankable` false (a capped share) gives no places.
 */
export function standingsOf(facts: Facts, reference: string | null, rankable: boolean): Stand[] {
  const { members } = facts;
  const { kind, direction } = facts.metric;
  const phi = facts.funnel?.phi ?? 1;
  const places =
    rankable && kind === 'rate' && direction !== 'none' && members.length > 1
      ? rankIntervals(
          members.map((member) => member.now),
          { direction, phi },
        )
      : [];
  const chosen = members.find((member) => member.id === reference);
  return members.map((member, at) => {
    const own =
      chosen?.id === member.id ? null : chosen ? differenceOf(member.now, chosen.now, phi) : member.difference;
    const { compared } = facts;
    const whole = compared === null ? null : rateOf(compared);
    return {
      member,
      toWhole: member.rate === null || whole === null ? null : (member.rate - whole) * 100,
      difference: kind === 'rate' ? own : null,
      place: placeOf(places[at] ?? null, member),
    };
  });
}

/** 前列 and 靠后 are said only of who differs from the others: the same test as everywhere. */
function placeOf(place: Standing | null, { verdict }: Member): Standing | null {
  const differs = verdict !== null && verdict.signal !== 'none';
  return place === null || differs ? place : { ...place, quarter: null };
}

/** Whether the order of members would change if all had the same mix of domains; false when compared by domain. */
export function mixMatters(cube: Cube, ask: Ask, facts: Facts): boolean {
  if (ask.by === 'domain' || facts.members.length < 2) return false;
  const groups = rollUp(cube, {
    metric: ask.metric,
    periods: [facts.period],
    ...selectionOf(ask),
    by: [...dimensionsOf(ask.by), 'domain'],
  });
  const mixes = new Map<string, Record<string, Group>>();
  for (const group of groups) {
    const id = memberId(memberKey(group, ask.by));
    mixes.set(id, { ...mixes.get(id), [group.domain ?? '']: group });
  }
  return orderChanges(standardise([...mixes].map(([key, strata]) => ({ key, strata }))));
}
