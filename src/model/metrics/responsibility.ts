import type { MetricSpec } from '../../domain';
import { oneIf } from './one-if';

/*
 * Letters, inspections, visits, work with a day set for it, disclosure, contacts. Counts here are volumes: they
 * have no denominator, so they are shown as they are and never ranked. A number with a bound is never part of an exact total.
 */

const common = { family: 'responsibility', grain: 'year', unit: { zh: '项', en: 'obligations' } } as const;
const COUNTED = { zh: '计数，无分母', en: 'a count, no denominator' };
const BOUND = {
  zh: '“余”“以上”按下限记，写作 ≥；与确数不合成一个确数。',
  en: '“More than” is kept as a lower bound, written ≥, and makes no exact total with exact numbers.',
};

/** Metrics over work records, in the order they are shown. */
export const RESPONSIBILITY_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'letter_sign_rate',
    label: { zh: '责任书签订率', en: 'Letters signed' },
    said: 'of the letters due were signed',
    owed: true,
    kind: 'rate',
    time: 'flow',
    direction: 'up',
    unit: { zh: '份', en: 'letters' },
    numerator: { zh: '已签订的责任书', en: 'letters signed' },
    denominator: { zh: '应签订的责任书（责任书种类 × 签订主体）', en: 'letters due (kind of letter × signer)' },
    population: {
      base: 'work-obligations',
      scope: `record_type = '责任书' AND NOT count_only`,
      numerator: oneIf('done'),
      category: ['letter', 'tier'],
    },
    categoryParts: ['letter', 'tier'],
    source: {
      zh: '西安高新区公开材料、吉林市热力集团公开材料：逐级签订责任书',
      en: 'public texts of Xi’an zone and Jilin heating group: letters signed level by level',
    },
    caveats: {
      zh: '不同种类的责任书分开比较；只报数量、没有签订名单的不计入。',
      en: 'Kinds of letters are compared apart; numbers without a list of signers are not counted.',
    },
  },
  {
    ...common,
    id: 'inspection_coverage_rate',
    label: { zh: '检查指导覆盖率', en: 'Inspected' },
    said: 'of branches were inspected',
    owed: true,
    kind: 'rate',
    time: 'flow',
    direction: 'up',
    unit: { zh: '个', en: 'branches' },
    numerator: { zh: '当年受到检查指导的党支部（多次只计一次）', en: 'branches inspected in the year, each once' },
    denominator: {
      zh: '年末在册的党支部（当年报送了检查名单的开发区）',
      en: 'branches in the year’s last register, where a list of inspections was reported',
    },
    population: {
      base: 'branches-reached',
      scope: 'inspections_listed AND is_branch AND inspection_known',
      numerator: oneIf('inspected'),
    },
    source: { zh: '西安高新区公开材料', en: 'public text of Xi’an zone' },
    caveats: {
      zh: '名单上不在册的单位不计入分子。',
      en: 'Bodies on the list that are not in the register do not count.',
    },
  },
  {
    ...common,
    id: 'inspection_count',
    label: { zh: '检查指导单位数', en: 'Bodies inspected' },
    kind: 'count',
    time: 'flow',
    direction: 'none',
    unit: { zh: '个', en: 'bodies' },
    numerator: {
      zh: '当年受到检查指导的单位（多次只计一次），按类别',
      en: 'bodies inspected in the year, each once, by kind',
    },
    denominator: COUNTED,
    population: {
      base: 'inspected',
      scope: 'TRUE',
      numerator: 'weight',
      category: [`coalesce(kind, '')`, 'bound'],
    },
    categoryParts: ['kind', 'bound'],
    source: {
      zh: '西安高新区公开材料：机关 26、企业 105、农村 24',
      en: 'public text of Xi’an zone: offices 26, enterprises 105, villages 24',
    },
    caveats: BOUND,
  },
  {
    ...common,
    id: 'visit_count',
    label: { zh: '走访基层党组织', en: 'Visits' },
    kind: 'count',
    time: 'flow',
    grain: 'month',
    direction: 'none',
    unit: { zh: '个次', en: 'visits' },
    numerator: { zh: '走访、调研基层党组织的个次', en: 'visits to grass-roots organisations' },
    denominator: COUNTED,
    population: {
      base: 'work-done',
      scope: `record_type = '走访调研' AND done`,
      numerator: 'coalesce(count, 1)',
      category: [`CASE WHEN count_only THEN '总数' ELSE '名单' END`, 'bound'],
    },
    categoryParts: ['listing', 'bound'],
    source: { zh: '西安高新区公开材料：70 余个', en: 'public text of Xi’an zone: more than 70' },
    caveats: BOUND,
  },
  {
    ...common,
    id: 'due_work_on_time_rate',
    label: { zh: '限时工作按期率', en: 'Dated work on time' },
    said: 'of dated work was done on time',
    owed: true,
    kind: 'rate',
    time: 'flow',
    grain: 'month',
    direction: 'up',
    numerator: { zh: '在时限内完成的工作', en: 'done by its day' },
    denominator: { zh: '截至统计日已到时限的工作', en: 'work whose day has come' },
    population: {
      base: 'work-due',
      scope: 'fell_due AND NOT undated AND NOT count_only',
      numerator: oneIf('in_time'),
      category: ['record_type'],
    },
    categoryParts: ['type'],
    source: {
      zh: '高新区机关党建例会讲话：6 月上旬前走访、9 月底前汇报；西安高新区公开材料：按时间节点推进',
      en: 'public text of a zone’s work meeting: visits by early June, reports by the end of September; public text of Xi’an zone: by the days set',
    },
    caveats: {
      zh: '已完成而没有写完成时间的不计入。',
      en: 'What is done without a date of completion is left out.',
    },
  },
  {
    ...common,
    id: 'due_work_overdue',
    label: { zh: '逾期未完成的工作', en: 'Overdue work' },
    kind: 'count',
    time: 'flow',
    grain: 'month',
    direction: 'down',
    numerator: { zh: '时限已过、截至统计日仍未完成的工作', en: 'past its day and not done' },
    denominator: COUNTED,
    population: {
      base: 'work-due',
      scope: 'fell_due AND NOT count_only',
      numerator: oneIf('NOT done'),
      category: ['record_type'],
    },
    categoryParts: ['type'],
    source: {
      zh: '西安高新区公开材料、高新区机关党建例会讲话',
      en: 'public texts of Xi’an zone and a zone’s work meeting',
    },
  },
  {
    ...common,
    id: 'disclosure_rate',
    label: { zh: '党务公开率', en: 'Disclosure' },
    said: 'of the disclosures due were made',
    owed: true,
    kind: 'rate',
    time: 'flow',
    direction: 'up',
    numerator: { zh: '已公开的应公开事项', en: 'disclosures made' },
    denominator: { zh: '应公开事项，按村、区两级', en: 'disclosures due, by level' },
    population: {
      base: 'work-obligations',
      scope: `record_type = '党务公开' AND NOT count_only`,
      numerator: oneIf('done'),
      category: [`CASE WHEN topic LIKE '%村%' OR domain IN ('村', '社区') THEN '村级' ELSE '区级' END`],
    },
    categoryParts: ['level'],
    source: { zh: '济源高新区公开材料：村区两级党务公开', en: 'public text of Jiyuan zone: disclosure at two levels' },
  },
  {
    ...common,
    id: 'contact_rate',
    label: { zh: '定点联系覆盖率', en: 'Branches with a contact' },
    said: 'of branches had a contact in a higher committee',
    owed: true,
    kind: 'rate',
    time: 'flow',
    direction: 'up',
    unit: { zh: '个', en: 'branches' },
    numerator: { zh: '有上级党委定点联系的党支部', en: 'branches with a fixed contact in a higher committee' },
    denominator: {
      zh: '年末在册的党支部（当年报送了联系名单的单位）',
      en: 'branches in the year’s last register, where a list of contacts was reported',
    },
    population: {
      base: 'branches-reached',
      scope: 'contacts_listed AND is_branch AND contact_known',
      numerator: oneIf('contacted'),
    },
    source: {
      zh: '吉林市热力集团公开材料：上级党委与支部定点联系',
      en: 'public text of Jilin heating group: fixed contacts of branches',
    },
  },
  {
    ...common,
    id: 'work_volume',
    label: { zh: '工作量', en: 'Volume of work' },
    kind: 'count',
    time: 'flow',
    direction: 'none',
    unit: { zh: '次（件、项）', en: 'times or items' },
    numerator: {
      zh: '会议、文件、汇报、活动的次数或件数，按事项',
      en: 'meetings, documents, reports and campaigns, by matter',
    },
    denominator: COUNTED,
    population: {
      base: 'work-done',
      scope: `done AND record_type <> '走访调研' AND (record_type NOT IN ('责任书', '检查指导', '党务公开', '定点联系') OR (count_only AND domain = ''))`,
      numerator: `CASE WHEN count_only AND count IS NULL THEN 0 ELSE coalesce(count, 1) END`,
      category: [
        'record_type',
        `coalesce(topic, letter_type, '')`,
        `CASE WHEN count_only AND count IS NULL THEN 'unknown' ELSE bound END`,
      ],
    },
    categoryParts: ['type', 'topic', 'bound'],
    source: {
      zh: '西安高新区公开材料：会议 46、文件 167、传达 10 余、汇报 20 余',
      en: 'public text of Xi’an zone: 46 meetings, 167 documents, more than 10 and 20',
    },
    caveats: {
      zh: '工作量没有分母，只作陈述，不比较、不排名；不同事项不相加。',
      en: 'Volumes have no denominator: they are stated, not compared or ranked, and matters are not added up.',
    },
  },
];
