export { TABLES, limitsOf, tableById, valuesOf } from './tables';
export { METRICS, countedForm, countsOrganisations, countsPersons, goesByScheme, metricById } from './metrics';
export { baseOf } from './metrics/base-of';
export { definitionSums } from './metrics/definitions';
export { STAR_SCHEMES, schemeById, starSchemes } from './schemes/star';
export { GRADE_SCHEME_ALIASES, isKnownGrade, schemeOfGrades } from './schemes/grade';
export { BESIDE_GRADES, OTHER_GRADES } from './tables/level-count';
export { exampleRow } from './tables/example-row';
export { PLACE_REACH } from './tables/zone-place';
export {
  type CardVersion,
  DOCUMENTS,
  type Edit,
  type Overlay,
  RULES,
  RULE_KINDS,
  type RuleKind,
  type RuleSection,
  type RuleValue,
  cardOf,
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
  versionsOf,
  withCorrection,
  withVersion,
} from './rules';
export { spelledSoon } from './metrics/fragments';
export { type DerivedTable, HIERARCHY_TABLES, ZONE_NAMES_TABLE } from './metrics/hierarchy-tables';
export { LIFE_TABLES } from './metrics/life-due';
export { UNSTATED_TABLE } from './metrics/fragments';
export { type ColumnRead, columnsRead } from './metrics/reads';
export { LETTER_KINDS } from './metrics/letters';
export {
  type RegisteredZone,
  type ZoneBook,
  type ZoneDecisions,
  type ZoneEntry,
  type ZoneHow,
  zoneBook,
} from './zones/zone-book';
export type { Reason as ZoneReason } from './zones/reasons';
export { isZonePart, typeAtEnd, zoneNameOf } from './zones/zone-name';
export { TYPE_WORDS, namesAlone } from './zones/type-words';
export { zoneInTexts } from './zones/zone-in-text';
export { SPAN, ZONE_ALIAS_TABLE, latestOrg, placed } from './metrics/fragments';
export { ORG_RECORD } from './metrics/org-record';
