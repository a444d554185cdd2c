import type { MetricSpec } from '../../domain';
import { oneIf } from './one-if';

const COUNTED = { zh: '计数，无分母', en: 'a count, no denominator' };
const organisations = { zh: '个', en: 'organisations' };
const BRANCH = `org_type IN ('支部', '联合支部', '临时支部')`;

const common = { family: 'hierarchy', unit: organisations } as const;

/** Hierarchy, size and terms of organisations, in the order they are shown. */
export const TERM_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'hierarchy_link_rate',
    label: { zh: '隶属完整率', en: 'Linked to the work committee' },
    said: 'of organisations were linked to the work committee',
    kind: 'rate',
    time: 'stock',
    grain: 'quarter',
    direction: 'up',
    numerator: {
      zh: '逐级向上能连到党工委（没有党工委的登记表为最上级党委）的在册党组织',
      en: 'active organisations whose chain reaches the work committee (the topmost committee in a register without one)',
    },
    denominator: {
      zh: '登记表写明隶属关系的全部在册党组织',
      en: 'all active organisations of a register that states parents',
    },
    population: { base: 'hierarchy', scope: 'active AND states_parents', numerator: oneIf('linked') },
    source: { zh: '济源高新区公开材料（三级管理体系）', en: 'public text of Jiyuan zone (three tiers)' },
    caveats: {
      zh: '上级不在表中、上级已撤销、互为上级的，计为未连到；读入时逐条记入数据质量台账。表中没有党工委而上级写为本区党工委的，算连到。',
      en: 'A parent in no row, a dissolved parent and parents of each other are not linked; the ledger lists each of them. Whoever names the zone’s own work committee is linked where the register has no row of it.',
    },
  },
  {
    ...common,
    id: 'org_setting_dist',
    label: { zh: '支部、党小组建在何处', en: 'Where branches and groups sit' },
    kind: 'distribution',
    time: 'stock',
    grain: 'quarter',
    direction: 'none',
    numerator: { zh: '各设置形式的支部、党小组', en: 'branches and groups by where they sit' },
    denominator: {
      zh: '登记表写明设置形式的在册支部；党小组另计',
      en: 'active branches whose setting is stated; groups apart',
    },
    population: {
      base: 'settings',
      scope: `active AND (${BRANCH} OR org_type = '党小组')`,
      numerator: '1',
      category: [`CASE WHEN org_type = '党小组' THEN '党小组' ELSE '支部' END`, 'setting'],
    },
    categoryParts: ['type', 'setting'],
    source: {
      zh: '济源高新区公开材料（车间、班组、产业链、居民组）',
      en: 'public text of Jiyuan zone (shop floor, team, chain, residents)',
    },
  },
  {
    ...common,
    id: 'branch_size_exception_rate',
    label: { zh: '支部规模异常率', en: 'Branches of unusual size' },
    said: 'of branches were of unusual size',
    kind: 'rate',
    time: 'stock',
    grain: 'quarter',
    direction: 'down',
    numerator: {
      zh: '党员数超过上限，或正式党员不足下限（联合支部除外）的支部',
      en: 'branches with more members than the upper bound, or fewer full members than the lower (joint branches excepted)',
    },
    denominator: {
      zh: '党员数、正式党员数都已知的在册支部',
      en: 'active branches whose members and full members are known',
    },
    population: {
      base: 'hierarchy',
      scope: `active AND ${BRANCH} AND member_total IS NOT NULL AND member_full IS NOT NULL AND most IS NOT NULL AND least IS NOT NULL`,
      numerator: oneIf(`member_total > most OR (member_full < least AND org_type <> '联合支部')`),
    },
    rules: ['branch/max-members', 'branch/min-full'],
    source: { zh: '《中国共产党支部工作条例（试行）》', en: 'Regulations on the work of Party branches (trial)' },
    caveats: {
      zh: '登记表没有正式党员一列的，不在分母内。',
      en: 'Branches of a register without full members are not in the denominator.',
    },
  },
  {
    ...common,
    id: 'term_on_time_rate',
    label: { zh: '按期换届率', en: 'Terms renewed on time' },
    said: 'of the terms that fell due were renewed on time',
    owed: true,
    kind: 'rate',
    time: 'flow',
    grain: 'year',
    direction: 'up',
    numerator: {
      zh: '届满前换届，或经批准延期且未超过延期时限的',
      en: 'renewed by the day due, or extended with approval and within the extension',
    },
    denominator: { zh: '期内届满的党组织', en: 'organisations whose term fell due in the period' },
    population: {
      base: 'terms',
      scope: `has_come AND state <> '未到期'`,
      numerator: oneIf(`state IN ('按期', '延期内')`),
    },
    rules: ['term/extension-months'],
    source: { zh: '《中国共产党基层组织选举工作条例》', en: 'Regulations on elections in primary Party organisations' },
    caveats: {
      zh: '届满前已撤销的不计；登记表只写届满时间、没有任何换届记载的，是否换届未知，不在分母内。',
      en: 'Organisations dissolved before the day are left out; so are registers that give the day due and nothing about renewals.',
    },
  },
  {
    ...common,
    id: 'term_overdue_count',
    label: { zh: '超期未换届', en: 'Terms overdue' },
    kind: 'count',
    time: 'stock',
    grain: 'month',
    direction: 'down',
    numerator: {
      zh: '月末已届满、未换届、又不在批准延期内的党组织',
      en: 'organisations whose term was over at the month’s end, neither renewed nor within an approved extension',
    },
    denominator: COUNTED,
    population: { base: 'terms-overdue', scope: 'overdue', numerator: '1' },
    rules: ['term/extension-months'],
    source: { zh: '《中国共产党基层组织选举工作条例》', en: 'Regulations on elections in primary Party organisations' },
    caveats: {
      zh: '换届时间未写、但后来的登记表已是新一届的，以新一届起始（没有则以该登记表的统计日）为换届时间。',
      en: 'Where the day of renewal is not stated but a later register shows the next term, that term’s first day (or that register’s day) is taken.',
    },
  },
  {
    ...common,
    id: 'term_due_dist',
    label: { zh: '换届进度', en: 'Terms falling due' },
    kind: 'distribution',
    time: 'flow',
    grain: 'quarter',
    direction: 'none',
    numerator: { zh: '各状态的届满党组织', en: 'organisations whose term falls due, by what became of it' },
    denominator: {
      zh: '期内届满（含将届满）的党组织',
      en: 'organisations whose term falls due in the period, past or to come',
    },
    population: { base: 'terms', scope: 'TRUE', numerator: '1', category: ['state'] },
    categoryParts: ['state'],
    rules: ['term/extension-months'],
    source: { zh: '《中国共产党基层组织选举工作条例》', en: 'Regulations on elections in primary Party organisations' },
  },
];
