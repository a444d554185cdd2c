import type { MetricSpec } from '../../domain';
import { STARS_COUNTED, STARS_UNTOLD } from './level-base';
import { oneIf } from './one-if';

/*
 * Stars. A level means something only inside its scheme and awarding body, so both are parts of the
 * category and are never added up.
 */

const common = {
  family: 'stars',
  time: 'stock',
  grain: 'year',
  unit: { zh: '个', en: 'organisations' },
} as const;

const RATED = `status = '评定' AND star_level IS NOT NULL`;
/** Of lists of all organisations only: a list of those honoured says nothing of the others. */
const OF_ALL = `${RATED} AND NOT honours`;
const SCHEME = ['scheme', 'awarding'];
/** Without a level before only where it is told that there was none. */
const NEWLY = `${RATED} AND star_level >= 1 AND (previous_level < star_level OR (previous_level IS NULL AND before_told))`;
const BOTH = `${OF_ALL} AND previous_level IS NOT NULL`;

const RATED_ORGS = { zh: '同一评定办法内已评定星级的党组织', en: 'organisations rated under the same scheme' };
const TWICE_RATED = {
  zh: '同一评定办法内本期、上期均有星级的党组织',
  en: 'organisations with a level in this cycle and the one before, same scheme',
};
const ONLY_OF_ALL = {
  zh: '只列受表彰或高星组织的名单不说明其他组织，不计；须有全部党组织的评定名单。',
  en: 'A list of those honoured or with many stars says nothing of the others and is not counted; a rating of all organisations is needed.',
};
const COUNTED = { zh: '计数，无分母', en: 'a count, no denominator' };

/** Metrics over star ratings, in the order they are shown. */
export const STAR_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'star_rated_rate',
    label: { zh: '参评率', en: 'Rated' },
    said: 'of eligible organisations were rated',
    owed: true,
    kind: 'rate',
    direction: 'up',
    numerator: { zh: '已评定星级的党组织', en: 'organisations rated' },
    denominator: {
      zh: '应参评党组织（不含新建不定星）',
      en: 'organisations eligible, new ones without a star excluded',
    },
    population: {
      base: 'ratings',
      scope: `status <> '新建不定星' AND NOT honours`,
      numerator: oneIf(`status = '评定'`),
    },
    counted: STARS_COUNTED.rated,
    source: { zh: '各地星级评定办法', en: 'local star schemes' },
    caveats: ONLY_OF_ALL,
  },
  {
    ...common,
    id: 'star_level_dist',
    label: { zh: '星级分布', en: 'Star levels' },
    kind: 'distribution',
    direction: 'none',
    numerator: { zh: '各星级的党组织', en: 'organisations by level' },
    denominator: RATED_ORGS,
    population: {
      base: 'ratings',
      scope: OF_ALL,
      numerator: '1',
      category: [...SCHEME, 'CAST(star_level AS VARCHAR)'],
    },
    counted: STARS_COUNTED.levels,
    categoryParts: ['scheme', 'awarding', 'level'],
    source: { zh: '西安高新区公开材料', en: 'public text of Xi’an zone' },
    caveats: {
      zh: `评定办法设名额上限的，高星占比由名额决定，不作比较。${ONLY_OF_ALL.zh}`,
      en: `Under a quota the share of high levels is set by the rule and is not compared. ${ONLY_OF_ALL.en}`,
    },
  },
  {
    ...common,
    id: 'high_star_share',
    label: { zh: '四星及以上占比', en: 'Four stars or more' },
    said: 'of rated organisations had four or five stars',
    kind: 'rate',
    direction: 'up',
    numerator: { zh: '四星、五星党组织', en: 'organisations with four or five stars' },
    denominator: { zh: '五级办法内已评定星级的党组织', en: 'organisations rated under the same five-level scheme' },
    population: {
      base: 'ratings',
      scope: `${OF_ALL} AND star_max = 5`,
      numerator: oneIf('star_level >= 4'),
      category: SCHEME,
    },
    counted: STARS_COUNTED.high,
    categoryParts: ['scheme', 'awarding'],
    source: { zh: '西安高新区公开材料', en: 'public text of Xi’an zone' },
    caveats: ONLY_OF_ALL,
  },
  {
    ...common,
    id: 'star_cap_use',
    label: { zh: '五星名额使用率', en: 'Five-star quota used' },
    said: 'of the five-star quota was used',
    kind: 'rate',
    direction: 'none',
    numerator: { zh: '五星党组织', en: 'organisations with five stars' },
    denominator: {
      zh: '名额：办法规定的五星比例上限 × 同一办法内已评定星级的党组织',
      en: 'the quota: the largest share of five stars under the scheme × organisations rated under it',
    },
    population: {
      base: 'ratings',
      scope: `${OF_ALL} AND top_cap IS NOT NULL`,
      numerator: oneIf('star_level = 5'),
      denominator: 'top_cap',
      category: SCHEME,
    },
    counted: STARS_COUNTED.quota,
    categoryParts: ['scheme', 'awarding'],
    rules: ['star/'],
    source: { zh: '各地星级评定办法的名额规定', en: 'quotas of local star schemes' },
    caveats: {
      zh: '没有名额规定的办法不计。名额用满不是成绩，不作排名。',
      en: 'Schemes without a quota are not counted. A quota used up is no achievement and is not ranked.',
    },
  },
  {
    ...common,
    id: 'star_new_count',
    label: { zh: '新评定星级党组织数', en: 'Newly rated' },
    kind: 'count',
    direction: 'none',
    numerator: {
      zh: '本期评定为该星级、上期低于该星级或未评的党组织',
      en: 'organisations at this level whose level before was lower or none',
    },
    denominator: COUNTED,
    population: {
      base: 'ratings',
      scope: NEWLY,
      numerator: '1',
      category: [...SCHEME, 'CAST(star_level AS VARCHAR)'],
    },
    counted: STARS_UNTOLD,
    categoryParts: ['scheme', 'awarding', 'level'],
    source: {
      zh: '西安高新区公开材料：新评定全省五星级 2 个、全市四星级 6 个',
      en: 'public text of Xi’an zone: 2 five-star by the province, 6 four-star by the city',
    },
    caveats: {
      zh: '没有上期名单、名单也没有上期星级的，不能判断是否新评定，不计。不同评定主体的星级不相加。',
      en: 'Where neither a list of the cycle before nor the levels before are there, nobody is counted as newly rated. Levels given by different bodies are never added up.',
    },
  },
  {
    ...common,
    id: 'star_transition',
    label: { zh: '星级变动', en: 'Movement between levels' },
    kind: 'distribution',
    direction: 'none',
    numerator: { zh: '由上期星级变为本期星级的党组织', en: 'organisations by level before and level now' },
    denominator: TWICE_RATED,
    population: {
      base: 'ratings',
      scope: BOTH,
      numerator: '1',
      category: [...SCHEME, 'CAST(previous_level AS VARCHAR)', 'CAST(star_level AS VARCHAR)'],
    },
    counted: STARS_UNTOLD,
    categoryParts: ['scheme', 'awarding', 'previous', 'level'],
    source: { zh: '动态管理的通行做法', en: 'common practice of dynamic management' },
  },
  {
    ...common,
    id: 'star_up_rate',
    label: { zh: '晋星率', en: 'Moved up' },
    said: 'of organisations with stars in both cycles moved up',
    kind: 'rate',
    direction: 'up',
    numerator: { zh: '本期星级高于上期的党组织', en: 'organisations with a higher level than before' },
    denominator: TWICE_RATED,
    population: { base: 'ratings', scope: BOTH, numerator: oneIf('star_level > previous_level'), category: SCHEME },
    counted: STARS_UNTOLD,
    categoryParts: ['scheme', 'awarding'],
    source: { zh: '嵊州开发区 2015', en: 'Shengzhou 2015' },
  },
  {
    ...common,
    id: 'star_down_rate',
    label: { zh: '降星率', en: 'Moved down' },
    said: 'of organisations with stars in both cycles moved down',
    kind: 'rate',
    direction: 'down',
    numerator: { zh: '本期星级低于上期的党组织', en: 'organisations with a lower level than before' },
    denominator: TWICE_RATED,
    population: { base: 'ratings', scope: BOTH, numerator: oneIf('star_level < previous_level'), category: SCHEME },
    counted: STARS_UNTOLD,
    categoryParts: ['scheme', 'awarding'],
    source: { zh: '嵊州开发区 2015', en: 'Shengzhou 2015' },
  },
  {
    ...common,
    id: 'star_dim_rate',
    label: { zh: '五维达星率', en: 'Named stars won' },
    said: 'of the named stars assessed were won',
    kind: 'rate',
    direction: 'up',
    numerator: { zh: '获得该星的党组织', en: 'organisations that won the star' },
    denominator: { zh: '该星已评的党组织', en: 'organisations assessed for the star' },
    population: {
      base: 'named-stars',
      scope: 'won IS NOT NULL AND NOT honours',
      numerator: oneIf('won'),
      category: ['scheme', 'star'],
    },
    counted: STARS_UNTOLD,
    categoryParts: ['scheme', 'star'],
    source: {
      zh: '济源高新区公开材料：政治星、学习星、发展星、服务星、廉洁星',
      en: 'public text of Jiyuan zone: the five named stars',
    },
  },
];
