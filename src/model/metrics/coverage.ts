import type { MetricSpec } from '../../domain';
import { UNCOUNTED, counted } from './count-base';
import { oneIf } from './one-if';
import { countsAsUnit } from './units';

/*
 * Coverage. Covered units are counted, never organisations; every rate names its denominator.
 * A unit whose operating status or coverage mode is not stated is in no denominator; the ledger counts it.
 */

const IN_SCOPE = countsAsUnit();
const STANDALONE = `coverage_mode IN ('单独党委', '单独总支', '单独支部')`;
/** 已建-未注明: the export says an organisation exists, not which kind. */
const BUILT = `coverage_mode IN ('单独党委', '单独总支', '单独支部', '联合支部', '已建-未注明')`;
const WORKED = `(${BUILT} OR coalesce(instructor, FALSE) OR coalesce(liaison, FALSE) OR coalesce(mass_org, FALSE))`;

const common = {
  family: 'coverage',
  kind: 'rate',
  time: 'stock',
  grain: 'quarter',
  direction: 'up',
  unit: { zh: '家', en: 'units' },
} as const;

const OPERATING = {
  zh: '实体运营的非公企业和社会组织（经营状态、组建方式均已填报）',
  en: 'operating non-public enterprises and social organisations whose status and coverage are stated',
};

/** Metrics over units, in the order they are shown. */
export const COVERAGE_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'org_coverage_rate',
    label: { zh: '组织覆盖率', en: 'Organisation coverage' },
    said: 'of operating units had a party organisation',
    numerator: {
      zh: '单独组建或联合组建党组织的单位',
      en: 'units with an organisation of their own or a joint branch',
    },
    denominator: OPERATING,
    population: { base: 'units', scope: IN_SCOPE, numerator: oneIf(BUILT) },
    counted: counted('built', 'units'),
    source: {
      zh: '中办发〔2012〕11号（转引）；济源高新区公开材料、西安高新区公开材料',
      en: 'General Office document 11 (2012), as quoted; public texts of Jiyuan zone and Xi’an zone',
    },
    caveats: {
      zh: '区域、行业覆盖不计入，另列“含区域行业覆盖”。各地公布的覆盖率分母不一，不可直接相比。',
      en: 'Area and sector coverage is not counted here; see the variant that includes it. Published rates differ in their denominators.',
    },
  },
  {
    ...common,
    id: 'org_coverage_area_rate',
    label: { zh: '组织覆盖率（含区域行业覆盖）', en: 'Organisation coverage incl. area' },
    said: 'of operating units were covered by a party organisation, area and sector ones included',
    numerator: {
      zh: '单独、联合组建或由区域、行业党组织覆盖的单位',
      en: 'units covered on their own, jointly, or by an area or sector organisation',
    },
    denominator: OPERATING,
    population: { base: 'units', scope: IN_SCOPE, numerator: oneIf(`${BUILT} OR coverage_mode = '区域行业覆盖'`) },
    counted: UNCOUNTED,
    source: { zh: '济源高新区公开材料（区域化党建格局）', en: 'public text of Jiyuan zone (area-based work)' },
  },
  {
    ...common,
    id: 'standalone_build_rate',
    label: { zh: '单独组建率', en: 'Standalone organisations' },
    said: 'of operating units had an organisation of their own',
    numerator: { zh: '单独组建党委、总支、支部的单位', en: 'units with an organisation of their own' },
    denominator: OPERATING,
    population: {
      base: 'units',
      scope: `${IN_SCOPE} AND built_stated AND coverage_mode <> '已建-未注明'`,
      numerator: oneIf(STANDALONE),
      silent: 'NOT built_stated',
    },
    counted: counted('alone', 'units'),
    caveats: {
      zh: '只填“已建”、未注明组建方式的单位不进入分母；所在区一律未注明的，不计算本指标。',
      en: 'Units said only to have an organisation, of no stated kind, are left out; not computed where a zone never states the kind.',
    },
    source: { zh: '两个覆盖的通行口径', en: 'common definition of the two coverages' },
  },
  {
    ...common,
    id: 'should_build_built_rate',
    label: { zh: '应建已建率', en: 'Required and built' },
    said: 'of the units required to have an organisation had one',
    owed: true,
    numerator: { zh: '已建（单独、联合）党组织的单位', en: 'units with an organisation, own or joint' },
    denominator: {
      zh: '名单注明应建的单位；名单只注明应建未建的，为已建单位与应建未建单位之和；不注明应建与否的，为党员达到规定人数的单位（实体运营的非公企业和社会组织）',
      en: 'units the list says are required to have one; where it says so only of units without one, units that have one plus those; where a list does not say which are, units with the members the rule asks for (operating, non-public and social)',
    },
    population: {
      base: 'units',
      scope: `${IN_SCOPE} AND CASE WHEN due_stated THEN is_due WHEN due_by_members THEN members >= due_members ELSE unbuilt_stated AND (${BUILT} OR coverage_mode = '未建-应建') END`,
      numerator: oneIf(BUILT),
      silent: 'NOT due_by_members AND NOT unbuilt_stated',
    },
    counted: counted('due_built', 'due'),
    source: { zh: '党内统计年报表式（推导）', en: 'derived from the annual statistical form' },
    caveats: {
      zh: '只填“未建”、未注明是否应建的单位不进入分母；所在区一律未注明的，按党员人数是否达到规定（默认 3 人）定应建，未列党员人数的不计算。',
      en: 'Units said only to have none, with no word on whether they should, are left out; where a zone never says so, those with the members of the rule (three unless changed) are due, and without members it is not computed.',
    },
  },
  {
    ...common,
    id: 'work_coverage_rate',
    label: { zh: '工作覆盖率', en: 'Work coverage' },
    said: 'of operating units were reached by party work',
    numerator: {
      zh: '已建党组织，或填报有党建指导员、联络员、群团组织的单位',
      en: 'units with an organisation, or recorded with an instructor, a liaison or a mass organisation',
    },
    denominator: {
      zh: '实体运营的非公企业和社会组织（所在区填报了指导员、联络员、群团任一项）',
      en: 'operating non-public and social units of zones that report at least one of these means',
    },
    population: {
      base: 'units',
      scope: `${IN_SCOPE} AND means_stated`,
      numerator: oneIf(WORKED),
      silent: 'NOT means_stated',
    },
    counted: counted('covered', 'units'),
    source: {
      zh: '无官方公式，本产品约定；西安高新区公开材料',
      en: 'no official formula found, our convention; public text of Xi’an zone',
    },
    caveats: {
      zh: '指导员等栏空白按“未填报有”计，即不计入分子。',
      en: 'A blank instructor, liaison or mass-organisation cell is not recorded coverage: it is not in the numerator.',
    },
  },
  {
    ...common,
    id: 'party_work_coverage_rate',
    label: { zh: '党的工作覆盖率（党组织或指导员）', en: 'Work coverage by organisation or instructor' },
    said: 'of operating units had an organisation or an instructor',
    numerator: {
      zh: '已建党组织或填报有党建指导员的单位',
      en: 'units with an organisation or recorded with an instructor',
    },
    denominator: {
      zh: '实体运营的非公企业和社会组织（所在区填报了党建指导员）',
      en: 'operating non-public and social units of zones that report instructors',
    },
    population: {
      base: 'units',
      scope: `${IN_SCOPE} AND instructor_stated`,
      numerator: oneIf(`${BUILT} OR coalesce(instructor, FALSE)`),
      silent: 'NOT instructor_stated',
    },
    source: {
      zh: '无官方公式，本产品约定；不计联络员、群团组织',
      en: 'our convention; liaisons and mass organisations not counted',
    },
  },
  {
    ...common,
    id: 'instructor_rate',
    label: { zh: '党建指导员选派率', en: 'Units with an instructor' },
    said: 'of operating units had an instructor',
    numerator: { zh: '填报有党建指导员的单位', en: 'units recorded with an instructor' },
    denominator: {
      zh: '实体运营的非公企业和社会组织（所在区填报了党建指导员）',
      en: 'operating non-public and social units of zones that report instructors',
    },
    population: {
      base: 'units',
      scope: `${IN_SCOPE} AND instructor_stated`,
      numerator: oneIf('coalesce(instructor, FALSE)'),
      silent: 'NOT instructor_stated',
    },
    counted: counted('instructors', 'units'),
    source: { zh: '两个覆盖的通行做法', en: 'common practice of the two coverages' },
    caveats: {
      zh: '指导员一栏空白按“未填报有”计。汇总数只报指导员人数，按一家一名计。',
      en: 'A blank instructor cell is none recorded. Zones that report counts give the number of instructors; one is taken for one unit.',
    },
  },
  {
    ...common,
    id: 'unit_member_count',
    label: { zh: '单位党员人数', en: 'Members in units' },
    kind: 'count',
    direction: 'none',
    unit: { zh: '名', en: 'members' },
    numerator: { zh: '名单所列单位的党员人数之和', en: 'members of the units listed, added up' },
    denominator: { zh: '计数，无分母', en: 'a count, no denominator' },
    population: {
      base: 'units',
      scope: `operating = '运营' AND members IS NOT NULL`,
      numerator: 'members',
      silent: 'NOT members_stated',
    },
    counted: { base: 'coverage-counts', scope: 'members IS NOT NULL', numerator: 'members', silent: 'TRUE' },
    source: { zh: '覆盖台账', en: 'the register of units' },
  },
  {
    ...common,
    id: 'above_scale_coverage_rate',
    label: { zh: '规上覆盖率', en: 'Above-scale coverage' },
    said: 'of above-scale units had a party organisation',
    numerator: { zh: '已建（单独、联合）党组织的规上单位', en: 'above-scale units with an organisation, own or joint' },
    denominator: { zh: '实体运营的规上非公企业和社会组织', en: 'operating above-scale non-public and social units' },
    population: {
      base: 'units',
      scope: `${IN_SCOPE} AND above_scale`,
      numerator: oneIf(BUILT),
      silent: 'above_scale IS NULL',
    },
    source: {
      zh: '临沂等地口径：年营收 2000 万元以上或员工 100 人以上',
      en: 'local practice: revenue of 20 million yuan or 100 staff',
    },
  },
  {
    ...common,
    id: 'uncovered_unit_count',
    label: { zh: '空白点', en: 'Uncovered units' },
    kind: 'count',
    direction: 'down',
    numerator: {
      zh: '既无党组织，也未填报指导员、联络员、群团组织的实体运营单位',
      en: 'operating units with neither an organisation nor recorded work coverage',
    },
    denominator: { zh: '计数，无分母', en: 'a count, no denominator' },
    population: {
      base: 'units',
      scope: `${IN_SCOPE} AND means_stated`,
      numerator: oneIf(`NOT ${WORKED}`),
      silent: 'NOT means_stated',
    },
    counted: {
      base: 'coverage-counts',
      scope: 'covered <= units',
      numerator: 'units - covered',
      silent: 'TRUE',
    },
    source: { zh: '两个覆盖的通行口径', en: 'common definition of the two coverages' },
  },
  {
    ...common,
    id: 'coverage_mode_dist',
    label: { zh: '组建方式构成', en: 'Ways of coverage' },
    kind: 'distribution',
    direction: 'none',
    numerator: { zh: '各组建方式的单位', en: 'units by way of coverage' },
    denominator: OPERATING,
    population: { base: 'units', scope: IN_SCOPE, numerator: '1', category: ['coverage_mode'] },
    counted: {
      base: 'coverage-count-modes',
      scope: 'known AND units > 0',
      numerator: 'number',
      category: ['mode'],
      silent: 'coalesce(NOT known, TRUE)',
    },
    categoryParts: ['mode'],
    source: { zh: '党内统计年报表式', en: 'annual statistical form' },
  },
];
