import { type Facts, type Member, type NameOf, selectionOf } from '../../brief';
import type { Selection } from '../../cube';
import type { Period } from '../../domain';
import type { DrillTarget } from '../../state';

/** A selection narrowed to one member of a comparison. */
export function narrowed(selection: Selection, key: Member['key']): Selection {
  return {
    ...selectionOf(selection),
    ...(key.zone !== undefined && { zones: [key.zone] }),
    ...(key.committee !== undefined && { committees: [key.committee] }),
    ...(key.domain !== undefined && { domains: [key.domain] }),
  };
}

/** The rows behind a member's figure. */
export function memberTarget(facts: Facts, member: Member, selection: Selection, nameOf: NameOf): DrillTarget {
  return {
    title: nameOf(member.key),
    metric: facts.metric.id,
    period: facts.period,
    selection: narrowed(selection, member.key),
  };
}

/** The rows behind the whole. */
export function wholeTarget(title: string, metric: string, period: Period, selection: Selection): DrillTarget {
  return { title, metric, period, selection: selectionOf(selection) };
}
