import { ROOT } from './coverage-simulation';
import { committeeAt } from './organisations';
import type { Org, ZoneTruth } from './truth';
import type { ZonePlan } from './zone-plan';

/** A zone's plan and rows with the look-ups its files need. */
export interface ZoneContext {
  readonly plan: ZonePlan;
  readonly truth: ZoneTruth;
  readonly orgOf: (key: string) => Org;
  /** Name of the committee a key stands for at a quarter's end; empty for the root. */
  readonly committeeName: (key: string, quarter: number) => string;
}

/** Builds the look-ups once for a zone. */
export function contextOf(plan: ZonePlan, truth: ZoneTruth): ZoneContext {
  const byKey = new Map(truth.orgs.map((o) => [o.key, o]));
  const orgOf = (key: string): Org => {
    const org = byKey.get(key);
    if (!org) throw new RangeError(`${plan.name}: no organisation ${key}`);
    return org;
  };
  return {
    plan,
    truth,
    orgOf,
    committeeName: (key, quarter) => (key === ROOT ? '' : orgOf(committeeAt(plan, key, quarter)).name),
  };
}
