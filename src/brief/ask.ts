import type { Comparison, Group, Selection } from '../cube';
import type { CompareBy, Dimension, Period } from '../domain';

/** One thing that is compared: a zone, a committee of a zone, or a domain. */
export interface MemberKey {
  readonly zone?: string;
  readonly committee?: string;
  readonly domain?: string;
}

/** What a figure asks. `period` and `comparison` are the reader's; the facts say what they answer for. */
export interface Ask extends Selection {
  readonly metric: string;
  /** The zones that make up the whole by which some of them are judged; absent: the zones selected. */
  readonly peers?: readonly string[];
  readonly period: Period;
  readonly comparison: Comparison;
  readonly by: CompareBy;
}

/** Only what a question selects by, without the question. */
export function selectionOf({ zones, committees, domains, categories }: Selection): Selection {
  return {
    ...(zones && { zones }),
    ...(committees && { committees }),
    ...(domains && { domains }),
    ...(categories && { categories }),
  };
}

/** The one zone looked at, which may have targets and figures of its own; null where they are several, or all. */
export function oneZone({ zones = [] }: Pick<Selection, 'zones'>): string | null {
  const [only = null, ...more] = zones;
  return more.length === 0 ? only : null;
}

/** The dimensions a comparison groups by: committees are told apart by their zone, since names repeat. */
export function dimensionsOf(by: CompareBy): Dimension[] {
  return by === 'committee' ? ['zone', 'committee'] : [by];
}

/** The member a group belongs to. */
export function memberKey(group: Group, by: CompareBy): MemberKey {
  if (by === 'committee') return { zone: group.zone ?? '', committee: group.committee ?? '' };
  return by === 'zone' ? { zone: group.zone ?? '' } : { domain: group.domain ?? '' };
}

/** Text that identifies a member. */
export function memberId(key: MemberKey): string {
  return [key.zone, key.committee, key.domain].filter((part) => part !== undefined).join('\n');
}
