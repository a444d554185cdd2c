import { DOCUMENTS } from './documents';
import { rows } from './rows';

/** Terms of office in years, and in months how long one may be extended and how early the end is told. */
export const TERM_RULES = [
  ...rows('term', DOCUMENTS.terms.zh, { '党委/years': 5, '总支/years': 3, '支部/years': 3, '村社区/years': 5 }),
  ...rows('term', DOCUMENTS.extension.zh, { 'extension-months': 12 }),
  ...rows('term', DOCUMENTS.remind.zh, { 'remind-months': 6 }),
];

/** Bounds a figure is checked against: size of a branch in members, days overdue between the ageing bands. */
export const THRESHOLD_RULES = [
  ...rows('branch', DOCUMENTS.branchSize.zh, { 'max-members': 50, 'min-full': 3 }),
  ...rows('overdue/bands', DOCUMENTS.bands.zh, { 1: 30, 2: 90 }),
];

/** What is taken where a list of units does not state it: from how many members a unit should have an organisation, and that it operates. */
export const COVERAGE_RULES = [
  ...rows('coverage', DOCUMENTS.dueMembers.zh, { 'due-members': 3 }),
  ...rows('coverage', DOCUMENTS.unlisted.zh, { 'unlisted-operating': 1 }),
];

const PLAN_2009 = { from: '2009-01-01', to: '2013-12-31' };
const PLAN_2019 = { from: '2019-01-01', to: '2023-12-31' };

/** Hours of study a year owed by a member and by a secretary; no number is confirmed for 2014–2018 and after 2023. */
export const HOURS_RULES = [
  ...rows('hours', DOCUMENTS.hours2009.zh, { member: 24, secretary: 40 }, PLAN_2009),
  ...rows('hours', DOCUMENTS.hours2009.zh, { 'member/两新': 16, 'secretary/两新': 24 }, PLAN_2009),
  ...rows('hours', DOCUMENTS.hours2019.zh, { member: 32, secretary: 56 }, PLAN_2019),
];
