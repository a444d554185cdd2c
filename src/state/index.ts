export { ENTERPRISE, committeesOf, leadMetric, zonesOf } from './choices';
export { drillText } from './drill-address';
export { metricsNaming, rowsNamed, rowsNamedBefore } from './named-rows';
export { type DrillTarget, drillFigure, drillQuestion, listedFigure, periodsOf } from './drill-target';
export {
  type Control,
  type KindCount,
  type LedgerEntry,
  type LedgerFilter,
  controlsOf,
  kindsOf,
  ledgerOf,
  tallyOf,
  wanted,
} from './ledger';
export { Language } from './language.svelte';
export type { Egress } from './egress';
export { type MessageKey, REFUSALS, WAYS_OUT, issueLabel } from './messages';
export type { CubeSource, DrillResult, DrillRow } from './source';
export type { ThemeChoice } from './theme.svelte';
export { Workbench, getWorkbench, setWorkbench } from './workbench.svelte';
export type { Incoming, Progress } from './incoming';
export { type Refused, refusedFor } from './refused';
export type { Replacement } from './replace';
export { openDecisions, savedDecisions } from './decisions';
export { DecisionsError } from './decision-words';
export { type FileDecision } from './decisions-file';
export type { Unplaced } from './unplaced';
export {
  getHandover,
  type Workplace,
  getMatches,
  getOpened,
  getProject,
  getRulesDesk,
  getSession,
  getZones,
  setWorkplace,
} from './session-context';
export type { Step } from './project-state';
export { Project } from './project.svelte';
export {
  type Asked,
  type OnceValue,
  type QuestionGroup,
  asksAnything,
  groupedQuestions,
  notAsked,
  onceValues,
} from './questions';
export { type RememberedUse, rememberedUses } from './remembered-uses';
export { type ZoneNameRow, openNames, suggested } from './zone-table';
export { Zones } from './zones.svelte';
export { startTrouble } from './start-trouble';
export type { KeptMatch } from './match-book';
export { Matches } from './matches.svelte';
export { type TaughtWord, awaitsWords, choicesWithout, readByWord } from './taught-words';
export { type Edited, RulesDesk } from './rules-desk.svelte';
export {
  type FilesPage,
  KEY_RATES,
  type Page,
  PAGES,
  PAGE_NAMES,
  type PageQuestion,
  QUESTIONS,
  pageOfMetric,
  pageRecord,
  pagesUnder,
  speaksOfFigures,
} from './pages';
