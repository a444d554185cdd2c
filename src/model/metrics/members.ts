import type { Label, MetricSpec } from '../../domain';
import { oneIf } from './one-if';

const COUNTED = { zh: '计数，无分母', en: 'a count, no denominator' };
const people = { zh: '名', en: 'people' };
const family = 'members';

const PARTLY = {
  zh: '同一组织既报全期又报分期的，取分期，不重复相加。',
  en: 'Where an organisation reports a period and its parts, the parts are taken and nothing is added twice.',
};
const RECRUITING = {
  zh: '“控制总量、优化结构”：只计数，不排名，不设高低。',
  en: 'Recruiting is kept within limits: counts only, never ranked.',
};

interface Stage {
  readonly id: string;
  readonly base: string;
  readonly column: string;
  readonly label: Label;
  readonly numerator: Label;
  readonly time: 'stock' | 'flow';
}

const stage = ({ id, base, column, label, numerator, time }: Stage): MetricSpec => ({
  id,
  family,
  label,
  kind: 'count',
  time,
  grain: 'quarter',
  direction: 'none',
  unit: people,
  numerator,
  denominator: COUNTED,
  population: { base, scope: 'TRUE', numerator: column },
  source: {
    zh: '吉林市热力集团公开材料；发展党员工作细则',
    en: 'public text of Jilin heating group; rules on the admission of members',
  },
  caveats: RECRUITING,
});

/** Membership, recruiting, dues and study, in the order they are shown. */
export const MEMBER_METRICS: readonly MetricSpec[] = [
  {
    id: 'member_count',
    family,
    label: { zh: '党员数', en: 'Members' },
    kind: 'count',
    time: 'stock',
    grain: 'quarter',
    direction: 'none',
    unit: people,
    numerator: {
      zh: '统计日在册党员，只计写明人数的最下一级组织',
      en: 'members at the snapshot, counted only in the lowest organisations that state a number',
    },
    denominator: COUNTED,
    population: { base: 'hierarchy', scope: 'active AND counted', numerator: 'member_total' },
    source: { zh: '徐州经开区公开材料', en: 'public text of Xuzhou zone' },
    caveats: {
      zh: '上级栏里的合计不重复计入；“1.3万余”之类的约数不当作精确数，列入人数未知的组织。',
      en: 'What a superior shows as a sum is not counted again; a bound such as “over 13,000” is no exact number: its organisation counts as unknown.',
    },
  },
  {
    id: 'member_unknown_count',
    family,
    label: { zh: '人数未知的基层组织', en: 'Organisations with members unknown' },
    kind: 'count',
    time: 'stock',
    grain: 'quarter',
    direction: 'down',
    unit: { zh: '个', en: 'organisations' },
    numerator: {
      zh: '没有写明党员人数、上级也没有代报的最下一级组织',
      en: 'lowest organisations without a number of members, neither of their own nor of a superior',
    },
    denominator: COUNTED,
    population: { base: 'hierarchy', scope: 'active', numerator: oneIf('untold') },
    source: {
      zh: '本产品约定：有未知时党员数写作“≥”',
      en: 'assumption of this product: with any unknown, members are written “≥”',
    },
  },
  {
    id: 'dues_on_time_rate',
    family,
    label: { zh: '党费按期收缴率', en: 'Dues paid on time' },
    said: 'of member-months of dues were paid on time',
    owed: true,
    kind: 'rate',
    time: 'obligation',
    grain: 'month',
    direction: 'up',
    unit: { zh: '人月', en: 'member-months' },
    numerator: {
      zh: '按期缴纳党费的人月：报送的党员数 × 报送时期的月数',
      en: 'member-months paid on time: members reported × months of the period reported',
    },
    denominator: {
      zh: '应缴党费的人月：报送的党员数 × 报送时期的月数',
      en: 'member-months owing dues: members reported × months of the period reported',
    },
    population: {
      base: 'member-dues',
      scope: 'TRUE',
      numerator: 'dues_on_time_members * months',
      denominator: 'dues_due_members * months',
    },
    source: {
      zh: '《关于中国共产党党费收缴、使用和管理的规定》；比率为通行报表口径，全国没有统一规定',
      en: 'Provisions on Party dues; the rate is that of common reports, nowhere national',
    },
    caveats: {
      zh: `以人月计：月报一人计 1，季报计 3，半年报计 6，年报计 12，按月、按季、按年报送的园区因此分量相同；数的不是缴纳次数。${PARTLY.zh}`,
      en: `In member-months: one member counts 1 in a monthly report, 3 in a quarterly, 6 in a half-yearly and 12 in a yearly one, so that a zone weighs the same whatever its rhythm; it is not the number of payments. ${PARTLY.en}`,
    },
  },
  {
    id: 'training_hours_rate',
    family,
    label: { zh: '学时达标率', en: 'Study hours met' },
    said: 'of members met their study hours',
    owed: true,
    kind: 'rate',
    time: 'stock',
    grain: 'year',
    direction: 'up',
    unit: people,
    numerator: { zh: '学时达标的党员（书记班子另计）', en: 'members with enough hours (secretaries apart)' },
    denominator: { zh: '应达学时的党员（书记班子另计）', en: 'members with hours due (secretaries apart)' },
    population: {
      base: 'member-hours',
      scope: 'TRUE',
      numerator: 'hours_met',
      denominator: 'hours_base',
      category: ['learners'],
    },
    categoryParts: ['learners'],
    rules: ['hours'],
    source: { zh: '全国党员教育培训工作规划', en: 'National plans for the training of Party members' },
    caveats: {
      zh: '书记也在党员之内，两项不相加；2014—2018 年、2024 年以后的学时标准待核，达标与否以填报为准。',
      en: 'Secretaries are members too: the two are never added up. The hours due in 2014–2018 and after 2023 are not confirmed; what was reported stands.',
    },
  },
  {
    id: 'confirm_on_time_rate',
    family,
    label: { zh: '按期转正率', en: 'Confirmed on time' },
    said: 'of the probationary members due were confirmed on time',
    owed: true,
    kind: 'rate',
    time: 'flow',
    grain: 'year',
    direction: 'up',
    unit: people,
    numerator: { zh: '按期转正的预备党员', en: 'probationary members confirmed on time' },
    denominator: { zh: '期内应转正的预备党员', en: 'probationary members due for confirmation' },
    population: {
      base: 'member-confirmations',
      scope: 'TRUE',
      numerator: 'confirmed_on_time',
      denominator: 'due_confirm',
    },
    source: { zh: '《中国共产党发展党员工作细则》', en: 'Rules on the admission of members' },
    caveats: PARTLY,
  },
  {
    id: 'review_attendance_rate',
    family,
    label: { zh: '民主评议参加率', en: 'Members reviewed' },
    said: 'of the members due took part in the review',
    owed: true,
    kind: 'rate',
    time: 'flow',
    grain: 'year',
    direction: 'up',
    unit: people,
    numerator: { zh: '参加民主评议的党员', en: 'members who took part in the review' },
    denominator: { zh: '应参加民主评议的党员', en: 'members due for review' },
    population: { base: 'member-reviews', scope: 'TRUE', numerator: 'review_attended', denominator: 'review_due' },
    source: {
      zh: '《中国共产党支部工作条例（试行）》第十七条',
      en: 'Regulations on the work of Party branches (trial), article 17',
    },
    caveats: PARTLY,
  },
  stage({
    id: 'applicant_count',
    base: 'member-applicants',
    column: 'applicants',
    label: { zh: '入党申请人', en: 'Applicants' },
    numerator: { zh: '期末入党申请人', en: 'applicants at the end of the period' },
    time: 'stock',
  }),
  stage({
    id: 'activist_count',
    base: 'member-activists',
    column: 'activists',
    label: { zh: '入党积极分子', en: 'Activists' },
    numerator: { zh: '期末入党积极分子', en: 'activists at the end of the period' },
    time: 'stock',
  }),
  stage({
    id: 'dev_target_count',
    base: 'member-candidates',
    column: 'dev_targets',
    label: { zh: '发展对象', en: 'Candidates' },
    numerator: { zh: '期末发展对象', en: 'candidates at the end of the period' },
    time: 'stock',
  }),
  stage({
    id: 'admitted_count',
    base: 'member-admissions',
    column: 'admitted',
    label: { zh: '发展党员', en: 'Admitted' },
    numerator: { zh: '期内接收的预备党员', en: 'probationary members admitted in the period' },
    time: 'flow',
  }),
];
