export { TABLES, tableById } from './tables';
export { METRICS, baseOf, metricById } from './metrics';
export { STAR_SCHEMES, schemeById, starSchemes } from './schemes/star';
export { GRADE_SCHEME_ALIASES } from './schemes/grade';
export { exampleRow } from './tables/example-row';
export {
  DOCUMENTS,
  type Overlay,
  RULES,
  RULE_KINDS,
  type RuleKind,
  type RuleSection,
  type RuleValue,
  holdsOn,
  overlayRules,
  overlayTargets,
  readsRule,
  ruleFaults,
  ruleKind,
  ruleValue,
  rulesOn,
  targetFaults,
  targetKey,
  unitOf,
} from './rules';
