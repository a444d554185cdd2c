import { gradingFiles } from './family-grading';
import { appraisalFiles } from './family-appraisal';
import { lifeFiles } from './family-life';
import { rectificationFiles } from './family-rectification';
import { responsibilityFiles } from './family-responsibility';
import { membersFiles } from './family-members';
import { configFiles } from './family-config';
import { ORG_HABITS } from './org-habits';
import { orgFiles } from './org-files';
import type { OutFile } from './out-file';
import { ratingFile } from './rating-files';
import { RATING_HABITS } from './rating-habits';
import { unitFiles } from './unit-files';
import { UNIT_HABITS } from './unit-habits';
import { WIDE_ZONE, wideUnitFile } from './wide-unit-file';
import { contextOf, type ZoneContext } from './zone-context';
import { zoneFile } from './zone-file';
import { PLANS, zoneTruth } from './zones';

/** Every zone with its rows, in the order of the register. */
export function exampleZones(): ZoneContext[] {
  return PLANS.map((plan) => contextOf(plan, zoneTruth(plan)));
}

function filesOf(context: ZoneContext): OutFile[] {
  const own = <H extends { readonly zone: string }>(habits: readonly H[]): H[] =>
    habits.filter((h) => h.zone === context.plan.id);
  return [
    ...own(ORG_HABITS).flatMap((habit) => orgFiles(context, habit)),
    ...(context.plan.id === WIDE_ZONE ? [wideUnitFile(context)] : []),
    ...own(UNIT_HABITS).flatMap((habit) => unitFiles(context, habit)),
    ...own(RATING_HABITS).map((habit) => ratingFile(context, habit)),
  ];
}

/** Every example file, in the order to load them: the register of zones first. */
export function exampleFiles(zones: readonly ZoneContext[]): OutFile[] {
  return [
    zoneFile(PLANS),
    ...configFiles(zones),
    ...zones.flatMap(filesOf),
    ...gradingFiles(zones),
    ...appraisalFiles(zones),
    ...lifeFiles(zones),
    ...rectificationFiles(zones),
    ...responsibilityFiles(zones),
    ...membersFiles(zones),
  ];
}
