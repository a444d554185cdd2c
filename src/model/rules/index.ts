import type { RuleVersion } from '../../domain';
import { EVALUATION_RULES, GRADE_RULES } from './grade';
import { MEETING_RULES, RHYTHM_RULES } from './meetings';
import { STAR_RULES } from './star';
import { COVERAGE_RULES, HOURS_RULES, TERM_RULES, THRESHOLD_RULES } from './thresholds';

/** The rules the product comes with; a loaded or edited version of the same rule takes their place. */
export const RULES: readonly RuleVersion[] = [
  ...MEETING_RULES,
  ...RHYTHM_RULES,
  ...STAR_RULES,
  ...GRADE_RULES,
  ...EVALUATION_RULES,
  ...TERM_RULES,
  ...THRESHOLD_RULES,
  ...COVERAGE_RULES,
  ...HOURS_RULES,
];

export { DOCUMENTS } from './documents';
export { holdsOn, readsRule, ruleValue, rulesOn } from './in-force';
export { type RuleKind, type RuleSection, type RuleValue, RULE_KINDS, ruleKind, unitOf } from './kinds';
export { type Overlay, overlayRules, overlayTargets, ruleFaults, targetKey } from './overlay';
export { targetFaults } from './check-targets';
export { type CardVersion, type Edit, cardOf, versionsOf, withCorrection, withVersion } from './versions';
