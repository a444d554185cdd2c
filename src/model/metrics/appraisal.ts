import type { MetricSpec } from '../../domain';
import { untold } from './count-base';
import { gradesCounted } from './level-base';
import { oneIf } from './one-if';
import { SCORE_STEP, scoreValue } from './score-value';

/*
 * Appraisal and report-and-review. Scores and levels are compared inside one scheme and one version of its
 * standard only; both are parts of the category and are never added up.
 */

const common = { family: 'appraisal', time: 'stock', grain: 'half' } as const;
const ORGS = { zh: '个', en: 'organisations' } as const;
const POINTS = { zh: '分', en: 'points' } as const;

const SCHEME = ['scheme', 'version'];
const STANDARD = {
  zh: '办法或标准版本不同，得分和等次不合并、不互比。',
  en: 'Scores and levels under different schemes or versions of a standard are neither pooled nor compared.',
};
const LEVEL_CAVEAT = {
  zh: `等次先后由评定办法给出；办法里没有的等次不计入，另行列数。${STANDARD.zh}`,
  en: `The order of levels is the scheme’s; a level it does not have is not counted here but told apart. ${STANDARD.en}`,
};

/** Metrics over appraisals, in the order they are shown. */
export const APPRAISAL_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'appraisal_score',
    label: { zh: '党建考核得分', en: 'Appraisal score' },
    kind: 'score',
    direction: 'up',
    unit: POINTS,
    numerator: { zh: '总分的中位数与四分位数', en: 'median and quartiles of the total score' },
    denominator: { zh: '有总分的党组织', en: 'organisations with a total score' },
    population: {
      base: 'appraisals',
      scope: 'score_total IS NOT NULL',
      numerator: '1',
      category: [...SCHEME, scoreValue('score_total')],
    },
    counted: untold('appraisal-counts'),
    categoryParts: ['scheme', 'version', 'value'],
    step: SCORE_STEP,
    source: { zh: '徐州经开区公开材料：半年一考核', en: 'public text of Xuzhou zone: an appraisal every half-year' },
    caveats: {
      zh: `得分保留两位小数；中位数与四分位数由得分本身求出，个数为偶数时取中间两个的平均。${STANDARD.zh}`,
      en: `Scores are kept to two decimals; median and quartiles are those of the scores themselves, the mean of the two middle ones where their number is even. ${STANDARD.en}`,
    },
  },
  {
    ...common,
    id: 'appraisal_level_dist',
    label: { zh: '党建考核等次分布', en: 'Appraisal levels' },
    kind: 'distribution',
    direction: 'none',
    unit: ORGS,
    numerator: { zh: '考核为该等次的党组织', en: 'organisations at this level' },
    denominator: { zh: '同一办法、同一标准内已定等次的党组织', en: 'organisations with a level under the same scheme' },
    population: {
      base: 'appraisals',
      scope: 'grade_rank IS NOT NULL',
      numerator: '1',
      category: [...SCHEME, 'CAST(grade_rank AS VARCHAR)'],
    },
    counted: gradesCounted('appraisal-counts'),
    categoryParts: ['scheme', 'version', 'rank'],
    rules: ['grade/'],
    source: {
      zh: '徐州经开区公开材料、吉林市热力集团公开材料；各地考核办法',
      en: 'public texts of Xuzhou zone and Jilin heating group; local appraisal rules',
    },
    caveats: LEVEL_CAVEAT,
  },
  {
    ...common,
    id: 'appraised_rate',
    label: { zh: '考核完成率', en: 'Appraised' },
    said: 'of the organisations due were appraised',
    owed: true,
    kind: 'rate',
    direction: 'up',
    unit: ORGS,
    numerator: { zh: '本期有考核得分或等次的党组织', en: 'organisations with a score or a level in the cycle' },
    denominator: {
      zh: '本期考核所及层级（支部或党委）中，整个周期都存在的党组织',
      en: 'organisations of the tiers appraised (branches or committees) that existed the whole cycle',
    },
    population: { base: 'appraisal-due', scope: 'TRUE', numerator: oneIf('appraised') },
    source: {
      zh: '西安高新区公开材料：完成各基层党组织考评',
      en: 'public text of Xi’an zone: the appraisal of every organisation completed',
    },
    caveats: {
      zh: '未报成立时间的党组织按周期开始前已存在计；周期中新建或撤销的不计入。',
      en: 'Organisations without a founding day count as existing; those founded or dissolved during the cycle do not count.',
    },
  },
  {
    ...common,
    id: 'appraisal_count',
    label: { zh: '参加考核的党组织', en: 'Organisations in the appraisal' },
    kind: 'count',
    direction: 'none',
    unit: ORGS,
    numerator: { zh: '考核表所列的党组织', en: 'organisations listed in the appraisal' },
    denominator: { zh: '计数，无分母', en: 'a count, no denominator' },
    population: { base: 'appraisals', scope: 'TRUE', numerator: '1', category: SCHEME },
    categoryParts: ['scheme', 'version'],
    source: { zh: '徐州经开区公开材料', en: 'public text of Xuzhou zone' },
    caveats: STANDARD,
  },
  {
    ...common,
    id: 'appraisal_source_score',
    label: { zh: '各方评分', en: 'Scores by source' },
    kind: 'score',
    direction: 'up',
    unit: POINTS,
    numerator: { zh: '该方评分的中位数与四分位数', en: 'median and quartiles of the score from this source' },
    denominator: { zh: '有该方评分的党组织', en: 'organisations with a score from this source' },
    population: {
      base: 'appraisal-sources',
      scope: 'score IS NOT NULL',
      numerator: '1',
      category: [...SCHEME, 'scorer', scoreValue('score')],
    },
    categoryParts: ['scheme', 'version', 'scorer', 'value'],
    step: SCORE_STEP,
    source: {
      zh: '济源高新区公开材料：党员自评、互评、群众测评；高新区机关党建例会讲话：自评、测评、上级评定',
      en: 'public text of Jiyuan zone: self, peer and public assessment; public text of a zone’s work meeting: self, public, superior',
    },
    caveats: STANDARD,
  },
  {
    ...common,
    id: 'criterion_rate',
    label: { zh: '规范化达标率', en: 'Criteria met' },
    said: 'of the criteria assessed were met',
    kind: 'rate',
    direction: 'up',
    unit: ORGS,
    numerator: { zh: '该条达标的党组织', en: 'organisations that meet the criterion' },
    denominator: { zh: '该条已评的党组织', en: 'organisations assessed on the criterion' },
    population: {
      base: 'appraisal-criteria',
      scope: 'met IS NOT NULL',
      numerator: oneIf('met'),
      category: [...SCHEME, 'criterion'],
    },
    categoryParts: ['scheme', 'version', 'criterion'],
    source: {
      zh: '吉林市热力集团公开材料：组织健全、制度完善、运行规范、活动经常、档案齐备、作用突出',
      en: 'public text of Jilin heating group: organisation, rules, operation, activities, records, effect',
    },
    caveats: { zh: '六条各自独立，不相加。', en: 'The six criteria stand alone and are not added up.' },
  },
  {
    ...common,
    id: 'review_level_dist',
    label: { zh: '述职评议等次分布', en: 'Report-and-review levels' },
    kind: 'distribution',
    direction: 'none',
    unit: ORGS,
    numerator: { zh: '评议为该等次的党组织', en: 'organisations at this level' },
    denominator: { zh: '同一办法、同一标准内已定等次的党组织', en: 'organisations with a level under the same scheme' },
    population: {
      base: 'reviews',
      scope: 'grade_rank IS NOT NULL',
      numerator: '1',
      category: [...SCHEME, 'CAST(grade_rank AS VARCHAR)'],
    },
    counted: gradesCounted('review-counts'),
    categoryParts: ['scheme', 'version', 'rank'],
    rules: ['grade/'],
    source: { zh: '各地述职评议考核办法', en: 'local rules of report and review' },
    caveats: LEVEL_CAVEAT,
  },
];
