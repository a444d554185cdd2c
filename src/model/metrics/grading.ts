import type { MetricSpec } from '../../domain';
import { GRADES_COUNTED, GRADES_UNTOLD } from './level-base';
import { oneIf } from './one-if';
import { SCORE_STEP, scoreValue } from './score-value';

/*
 * Gradings. A rank means something only inside its scheme: the scheme partitions every figure and is never
 * added up. The version of the standard is the last part of a rate's category, so that of a zone that changed its standard
 * within a year only the last cycle counts, and the page can break the line there.
 */

const common = {
  family: 'grading',
  time: 'stock',
  grain: 'half',
  unit: { zh: '个', en: 'organisations' },
  rules: ['grade/'],
} as const;

const GRADED = 'grade_rank IS NOT NULL';
const TWICE = `${GRADED} AND previous_rank IS NOT NULL`;
const BY_VERSION = { category: ['scheme', 'version'] } as const;

const GRADED_ORGS = { zh: '同一定级办法内已定级的党组织', en: 'organisations graded under the same scheme' };
const TWICE_GRADED = {
  zh: '同一办法、同一标准内本期、上期均已定级的党组织',
  en: 'organisations graded in this cycle and the one before, same scheme and standard',
};
const LISTED = { zh: '本周期列入排查整顿的党组织', en: 'organisations listed in the cycle' };
const SPEECH = {
  zh: '高新区机关党建例会讲话：先进 6 个、一般 25 个',
  en: 'public text of a zone’s work meeting: 6 advanced, 25 average',
};
const MOVES = {
  zh: '高新区机关党建例会讲话：分类定级动态管理',
  en: 'public text of a zone’s work meeting: grades move up and down',
};

/** Gradings, in the order they are shown. */
export const GRADING_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'graded_rate',
    label: { zh: '定级率', en: 'Graded' },
    said: 'of the organisations listed were graded',
    owed: true,
    kind: 'rate',
    direction: 'up',
    numerator: { zh: '等次在办法之内的党组织', en: 'organisations with a grade the scheme knows' },
    denominator: {
      zh: '列入分类定级、评定办法已知的党组织',
      en: 'organisations listed for grading under a scheme that is known',
    },
    population: {
      base: 'gradings',
      scope: `lowest IS NOT NULL OR ${GRADED}`,
      numerator: oneIf(GRADED),
      silent: 'TRUE',
      ...BY_VERSION,
    },
    counted: GRADES_COUNTED.graded,
    categoryParts: ['scheme', 'version'],
    source: SPEECH,
    caveats: {
      zh: '未定级，或所写等次不在办法之内的，不推定等次，只在这里计数。评定办法未注明、也无从判断的，不计算。',
      en: 'A missing grade, or a word the scheme does not know, is not guessed: it is only counted here. Not computed where no scheme is stated or can be told.',
    },
  },
  {
    ...common,
    id: 'grade_dist',
    label: { zh: '定级分布', en: 'Grades' },
    kind: 'distribution',
    direction: 'none',
    numerator: { zh: '各等次的党组织', en: 'organisations by grade' },
    denominator: GRADED_ORGS,
    population: {
      base: 'gradings',
      scope: GRADED,
      numerator: '1',
      category: ['scheme', 'CAST(grade_rank AS VARCHAR)'],
    },
    counted: GRADES_COUNTED.grades,
    categoryParts: ['scheme', 'rank'],
    source: SPEECH,
    caveats: {
      zh: '等次只在同一办法内可比：“一般”在三级中居中，在四级中列第三。',
      en: 'Grades compare only within a scheme: the word for “average” is the middle of three and the third of four.',
    },
  },
  {
    ...common,
    id: 'advanced_share',
    label: { zh: '先进率', en: 'Top grade' },
    said: 'of graded organisations had the top grade',
    kind: 'rate',
    direction: 'up',
    numerator: { zh: '定为最高等次的党组织', en: 'organisations with the top grade' },
    denominator: GRADED_ORGS,
    population: { base: 'gradings', scope: GRADED, numerator: oneIf('grade_rank = 1'), ...BY_VERSION },
    counted: GRADES_COUNTED.top,
    categoryParts: ['scheme', 'version'],
    source: SPEECH,
    caveats: {
      zh: '评定标准更换前后不作比较。',
      en: 'Not compared across a change of the standard.',
    },
  },
  {
    ...common,
    id: 'backward_share',
    against: true,
    label: { zh: '后进率', en: 'Lowest grade' },
    said: 'of graded organisations had the lowest grade',
    kind: 'rate',
    direction: 'down',
    numerator: { zh: '定为最低等次的党组织', en: 'organisations with the lowest grade' },
    denominator: {
      zh: '等次齐全的办法内已定级的党组织',
      en: 'organisations graded under a scheme whose grades are all known',
    },
    population: {
      base: 'gradings',
      scope: `${GRADED} AND lowest IS NOT NULL`,
      numerator: oneIf('grade_rank = lowest'),
      ...BY_VERSION,
    },
    counted: GRADES_COUNTED.lowest,
    categoryParts: ['scheme', 'version'],
    source: { zh: '人民日报 2017：软弱涣散党组织倒排整顿', en: 'People’s Daily 2017' },
    caveats: {
      zh: '规定倒排比例的，后进率由名额决定，不反映好坏。',
      en: 'Where a quota is set the share follows the quota and says nothing about performance.',
    },
  },
  {
    ...common,
    id: 'grade_transition',
    label: { zh: '等次变动', en: 'Movement between grades' },
    kind: 'distribution',
    time: 'flow',
    direction: 'none',
    numerator: { zh: '由上期等次变为本期等次的党组织', en: 'organisations by grade before and grade now' },
    denominator: TWICE_GRADED,
    population: {
      base: 'gradings',
      scope: TWICE,
      numerator: '1',
      category: ['scheme', 'CAST(previous_rank AS VARCHAR)', 'CAST(grade_rank AS VARCHAR)'],
    },
    counted: GRADES_UNTOLD,
    categoryParts: ['scheme', 'previous', 'rank'],
    source: MOVES,
  },
  {
    ...common,
    id: 'grade_up_rate',
    label: { zh: '晋位率', en: 'Moved up' },
    said: 'of organisations graded in both cycles moved up',
    kind: 'rate',
    time: 'flow',
    direction: 'up',
    numerator: { zh: '本期等次高于上期的党组织', en: 'organisations with a better grade than before' },
    denominator: TWICE_GRADED,
    population: { base: 'gradings', scope: TWICE, numerator: oneIf('grade_rank < previous_rank'), ...BY_VERSION },
    counted: GRADES_UNTOLD,
    categoryParts: ['scheme', 'version'],
    source: MOVES,
  },
  {
    ...common,
    id: 'grade_down_rate',
    label: { zh: '降位率', en: 'Moved down' },
    said: 'of organisations graded in both cycles moved down',
    kind: 'rate',
    time: 'flow',
    direction: 'down',
    numerator: { zh: '本期等次低于上期的党组织', en: 'organisations with a worse grade than before' },
    denominator: TWICE_GRADED,
    population: { base: 'gradings', scope: TWICE, numerator: oneIf('grade_rank > previous_rank'), ...BY_VERSION },
    counted: GRADES_UNTOLD,
    categoryParts: ['scheme', 'version'],
    source: MOVES,
  },
  {
    ...common,
    id: 'assessor_gap',
    label: { zh: '自评与上级差', en: 'Self minus superior' },
    kind: 'score',
    direction: 'none',
    unit: { zh: '分', en: 'points' },
    numerator: { zh: '自评得分减上级评定得分，取中位数', en: 'self score minus superior score, the median' },
    denominator: { zh: '自评、上级评定均有得分的党组织', en: 'organisations with both scores' },
    population: {
      base: 'gradings',
      scope: 'score_self IS NOT NULL AND score_superior IS NOT NULL',
      numerator: '1',
      category: ['scheme', scoreValue('score_self - score_superior')],
    },
    counted: GRADES_UNTOLD,
    categoryParts: ['scheme', 'value'],
    step: SCORE_STEP,
    rules: [],
    source: {
      zh: '济源高新区公开材料、高新区机关党建例会讲话：自评、测评、上级评定',
      en: 'public texts of Jiyuan zone and a zone’s work meeting: self, public, superior',
    },
    caveats: {
      zh: '差值保留两位小数，中位数由差值本身求出。',
      en: 'Gaps are kept to two decimals; the median is that of the gaps themselves.',
    },
  },
  {
    ...common,
    id: 'weak_listed_count',
    against: true,
    label: { zh: '软弱涣散党组织数', en: 'Listed as weak' },
    kind: 'count',
    time: 'flow',
    grain: 'year',
    direction: 'none',
    numerator: LISTED,
    denominator: { zh: '计数，无分母', en: 'a count, no denominator' },
    population: { base: 'weak', scope: 'TRUE', numerator: '1' },
    rules: [],
    source: { zh: '人民日报 2017：软弱涣散党组织倒排整顿', en: 'People’s Daily 2017' },
    caveats: {
      zh: '列入多少往往由倒排比例决定，不作排名。',
      en: 'How many are listed often follows a quota and is not ranked.',
    },
  },
  {
    ...common,
    id: 'weak_turnaround_rate',
    against: true,
    label: { zh: '软弱涣散转化率', en: 'Weak ones turned around' },
    said: 'of weak organisations were turned around',
    kind: 'rate',
    time: 'flow',
    grain: 'year',
    direction: 'up',
    numerator: { zh: '已转化的党组织', en: 'organisations turned around' },
    denominator: {
      zh: '本周期列入、转化情况已注明的党组织',
      en: 'organisations listed in the cycle whose outcome is stated',
    },
    population: { base: 'weak', scope: 'turnaround IS NOT NULL', numerator: oneIf(`turnaround = '转化'`) },
    rules: [],
    source: { zh: '人民日报 2017：软弱涣散党组织倒排整顿', en: 'People’s Daily 2017' },
  },
];
