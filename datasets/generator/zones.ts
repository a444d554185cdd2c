import { giveCodes, meetMemberTotal, meetOrgTotal } from './calibration';
import { buildOrganisations } from './organisations';
import { randomFrom } from './random';
import { rate } from './ratings';
import { RATING_PLANS } from './star-rules';
import type { ZoneTruth } from './truth';
import { strayParents } from './stray-parents';
import { simulateCoverage } from './units';
import { spoilFoundingDays } from './unreadable';
import type { ZonePlan } from './zone-plan';
import { INVENTED } from './zones-invented';
import { MODELLED } from './zones-modelled';

/** Every zone's plan, the five modelled bodies first. */
export const PLANS: readonly ZonePlan[] = [...MODELLED, ...INVENTED];

/** The rows of one zone, before any export's habits: each part from a random source of its own. */
export function zoneTruth(plan: ZonePlan): ZoneTruth {
  const coverage = simulateCoverage(plan, randomFrom(`${plan.id} units`));
  const random = randomFrom(`${plan.id} organisations`);
  const orgs = buildOrganisations(plan, coverage, random);
  meetOrgTotal(plan, orgs, random);
  meetMemberTotal(plan, orgs);
  giveCodes(PLANS.indexOf(plan) + 1, orgs);
  const ratings = RATING_PLANS.filter((r) => r.zone === plan.id).flatMap((r) =>
    rate(r, orgs, randomFrom(`${plan.id} ${r.scheme}`)),
  );
  const truth: ZoneTruth = { zone: plan.id, units: coverage.lives.map((live) => live.unit), orgs, ratings };
  spoilFoundingDays(plan, truth);
  strayParents(truth);
  return truth;
}
