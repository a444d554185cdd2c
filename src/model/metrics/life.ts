import type { MetricSpec } from '../../domain';

const common = {
  family: 'life',
  kind: 'rate',
  direction: 'up',
  unit: { zh: '个支部次', en: 'branch-periods' },
} as const;

/** Rules of three meetings and a lecture. */
const MEETING_RULES = ['meeting/党员大会/', 'meeting/支委会/', 'meeting/党小组会/', 'meeting/党课/'];

const DUE_CAVEAT = {
  zh: '应开展：支部、联合支部、临时支部在整个时期存在方计；当期成立、撤销、改设的不计。某时期园区一条该项记录都没有的，视为未报送，不作应开；有记录而某支部没有的，按未开计。多开的不抵他期所欠。按更长时期报数的，按该时期应开总次数判断。打√的只说明至少开展一次：已够规定次数的按开齐计，不够判断的不计；某园区某期某项只有这样的√、没有一个能判定开齐的，整项不计。会议次数只说明规定动作是否履行，不用来衡量工作成效。',
  en: 'Owed by branches, joint and temporary branches that existed the whole period; founded, dissolved or reorganised within it, they owed nothing. A period in which the zone has no entry of the kind at all is not reported and owes nothing; where it has any, a branch without one did not hold it. More than owed does not make up for less elsewhere. Counts of a longer time are judged by all that was owed in it. A tick says at least once: where that is what was owed it was held, else it stays open and is not counted; where a zone has only such ticks of a kind in a period, and nobody is known to have held what was owed, none of it is counted. Meetings held show that a duty was done; they do not measure the work.',
} as const;

/** What is particular to group meetings, where they are among what is owed. */
const GROUP_CAVEAT = {
  zh: '党小组会按党小组计：整个时期存在的每个党小组各算一项，没有党小组的支部不计；记在党小组名下的只算该组，记在支部名下的 n 次至多抵 n 个党小组。',
  en: 'Group meetings are counted by group: each group that existed the whole period is one, a branch without groups owes none; an entry under a group is that group’s, n entries under the branch stand for at most n groups.',
} as const;

const MEETING_CAVEAT = {
  zh: `${GROUP_CAVEAT.zh}${DUE_CAVEAT.zh}`,
  en: `${GROUP_CAVEAT.en} ${DUE_CAVEAT.en}`,
} as const;

/** What a category says where nothing is lacking. */
const NOTHING = '无';

/** Organisation life, in the order they are shown. */
export const LIFE_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'all_meetings_compliance_rate',
    label: { zh: '三会一课全项落实率', en: 'All meetings held' },
    said: 'of branches held all the meetings they owed',
    saidLonger: 'of branch-quarters had all the meetings owed held',
    owed: true,
    time: 'obligation',
    grain: 'quarter',
    unit: { zh: '个支部', en: 'branches' },
    numerator: {
      zh: '当季各项应开会议全部开齐的支部（党小组会须各党小组都开齐）',
      en: 'branches that held every meeting due in the quarter, all of their groups included',
    },
    denominator: { zh: '当季有应开会议的支部', en: 'branches that owed any meeting in the quarter' },
    population: {
      base: 'meeting-quarters',
      scope: 'items_due > 0',
      numerator: 'CASE WHEN items_met = items_due THEN 1 ELSE 0 END',
    },
    items: 'meeting_items_dist',
    rules: MEETING_RULES,
    source: { zh: '党内统计公报的口径', en: 'bulletins of Party statistics' },
    caveats: {
      zh: `只看所在园区报送的项目，报送项目不同的园区不宜直接比较。${MEETING_CAVEAT.zh}`,
      en: `Only the kinds of meeting a zone reports: zones that report different kinds do not compare directly. ${MEETING_CAVEAT.en}`,
    },
  },
  {
    ...common,
    id: 'meeting_items_dist',
    label: { zh: '三会一课应开与未开', en: 'Meetings owed and lacking' },
    kind: 'distribution',
    time: 'obligation',
    grain: 'quarter',
    direction: 'none',
    unit: { zh: '个支部', en: 'branches' },
    numerator: {
      zh: '当季有应开会议的支部，按应开的会议类型和其中未开齐的类型',
      en: 'branches that owed any meeting in the quarter, by the kinds owed and those not held as owed',
    },
    denominator: { zh: '当季有应开会议的支部', en: 'branches that owed any meeting in the quarter' },
    population: {
      base: 'meeting-quarters',
      scope: 'items_due > 0',
      numerator: '1',
      category: ['kinds_due', `CASE WHEN kinds_lacking = '' THEN '${NOTHING}' ELSE kinds_lacking END`],
    },
    categoryParts: ['due', 'lacks'],
    rules: MEETING_RULES,
    source: { zh: '党内统计公报的口径', en: 'bulletins of Party statistics' },
    caveats: MEETING_CAVEAT,
  },
  {
    ...common,
    id: 'meeting_compliance_rate',
    label: { zh: '三会一课落实率', en: 'Meetings held as due' },
    said: 'of the meetings due were held',
    owed: true,
    time: 'obligation',
    grain: 'month',
    unit: { zh: '个支部（党小组）次', en: 'branch- or group-periods' },
    numerator: {
      zh: '次数达到规定的支部时期；党小组会为党小组时期',
      en: 'branch-periods in which at least what was owed was held; of group meetings, group-periods',
    },
    denominator: {
      zh: '应开的支部时期，按会议类型；党小组会为党小组时期',
      en: 'branch-periods in which it was owed, by kind of meeting; of group meetings, group-periods',
    },
    population: { base: 'meetings-due', scope: 'TRUE', numerator: 'met', category: ['activity_type'] },
    categoryParts: ['activity'],
    rules: MEETING_RULES,
    source: { zh: '《中国共产党支部工作条例（试行）》', en: 'Regulations on the work of Party branches' },
    caveats: MEETING_CAVEAT,
  },
  {
    ...common,
    id: 'theme_day_rate',
    label: { zh: '主题党日开展率', en: 'Theme days held' },
    said: 'of the theme days due were held',
    owed: true,
    time: 'obligation',
    grain: 'month',
    numerator: { zh: '按规定次数开展主题党日的支部月', en: 'branch-months with the theme days owed' },
    denominator: { zh: '应开展主题党日的支部月', en: 'branch-months in which theme days were owed' },
    population: { base: 'theme-days-due', scope: 'TRUE', numerator: 'met' },
    rules: ['meeting/主题党日/'],
    source: {
      zh: '《中国共产党支部工作条例（试行）》第十六条',
      en: 'Regulations on the work of Party branches, article 16',
    },
    caveats: DUE_CAVEAT,
  },
  {
    ...common,
    id: 'org_life_review_rate',
    label: { zh: '组织生活会、民主评议开展率', en: 'Organisation-life meetings and reviews held' },
    said: 'of the organisation-life meetings and reviews due were held',
    owed: true,
    time: 'obligation',
    grain: 'year',
    unit: { zh: '个支部', en: 'branches' },
    numerator: { zh: '当年按规定开过的支部', en: 'branches that held it as owed in the year' },
    denominator: { zh: '全年存在的支部，按项目', en: 'branches that existed the whole year, by which' },
    population: {
      base: 'reviews-due',
      scope: 'TRUE',
      numerator: 'met',
      category: ['activity_type'],
    },
    categoryParts: ['activity'],
    rules: ['meeting/组织生活会/', 'meeting/民主评议/'],
    source: {
      zh: '《中国共产党支部工作条例（试行）》第十七条；党内统计公报',
      en: 'Regulations on the work of Party branches, article 17; bulletins',
    },
    caveats: DUE_CAVEAT,
  },
  {
    ...common,
    id: 'talks_rate',
    label: { zh: '谈心谈话开展率', en: 'Heart-to-heart talks held' },
    said: 'of branches held the heart-to-heart talks due',
    owed: true,
    time: 'obligation',
    grain: 'year',
    unit: { zh: '个支部', en: 'branches' },
    numerator: { zh: '当年次数达到规定的支部', en: 'branches that held as many as owed in the year' },
    denominator: { zh: '全年存在的支部', en: 'branches that existed the whole year' },
    population: { base: 'talks-due', scope: 'TRUE', numerator: 'met' },
    rules: ['meeting/谈心谈话/'],
    source: {
      zh: '济源高新区公开材料、徐州经开区公开材料；次数以规则为准',
      en: 'public texts of Jiyuan zone and Xuzhou zone; how often, by the rule',
    },
    caveats: {
      zh: `每年 1 次还是 2 次各地不一，以规则表为准。${DUE_CAVEAT.zh}`,
      en: `Once or twice a year differs by place; the rule table decides. ${DUE_CAVEAT.en}`,
    },
  },
  {
    ...common,
    id: 'attendance_rate',
    label: { zh: '参会率', en: 'Attendance' },
    said: 'of those expected came',
    time: 'flow',
    grain: 'quarter',
    unit: { zh: '人次', en: 'attendances' },
    numerator: { zh: '实到人数之和', en: 'sum of those who came' },
    denominator: { zh: '应到人数之和，按活动类型', en: 'sum of those expected, by kind of activity' },
    population: {
      base: 'attendance',
      scope: 'attended <= expected',
      numerator: 'attended',
      denominator: 'expected',
      category: ['activity_type'],
    },
    categoryParts: ['activity'],
    source: { zh: '会议台账', en: 'meeting logs' },
    caveats: {
      zh: '应到、实到都有数的才计；实到多于应到的不计，在数据质量中列出。',
      en: 'Only where both are stated; more attended than expected is left out and listed under data quality.',
    },
  },
];
