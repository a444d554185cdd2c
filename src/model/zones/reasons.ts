import { type ZoneName, plainName } from './zone-name';

/** Why two written names are, or may be, one zone. */
export type Reason =
  'spelling' | 'type' | 'body' | 'outer' | 'bare' | 'alone' | 'any' | 'kind' | 'longer' | 'trade' | 'several';

/** Why a rule took a name for the zone called by another. */
export function reasonOf(name: ZoneName, best: ZoneName): Reason {
  if (plainName(name.written) === plainName(best.written)) return 'spelling';
  if (name.body !== best.body) return 'body';
  if (name.outer.join('') !== best.outer.join('') || name.unit !== best.unit) return 'outer';
  return 'type';
}
