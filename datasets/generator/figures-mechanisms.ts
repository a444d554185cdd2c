import { fromDocument } from './figure';

/** Jiyuan: no statistics, only mechanisms with a number in them. */
export const JIYUAN_FIGURES = fromDocument(
  {
    zone: 'JYGX',
    source: '济源高新区《聚焦从严治党 聚力高新发展》',
    labelled: '',
    period: '',
    doubt: [
      '原文未注明日期，按所引会议推断为 2016 年末至 2017 年',
      'Undated; by the meetings it cites of late 2016 to 2017',
    ],
  },
  [
    {
      zh: '三级管理体系',
      en: 'Three-tier system',
      value: 3,
      unit: '级',
      quote: '建立党工委、党支部、党小组三级管理体系',
    },
    {
      zh: '党组织全覆盖目标',
      en: 'Full coverage (target)',
      value: 100,
      unit: '%',
      quote: '构建区域化的党建格局,实现党组织全覆盖',
      doubt: ['是目标，原文无数字、无分母', 'A target: no figure and no denominator in the text'],
    },
    {
      zh: '党小组建立位置',
      en: 'Places groups are built on',
      value: 4,
      unit: '类',
      quote: '将党小组建立在车间、班组、产业链和居民组上',
    },
    {
      zh: '“五星”村（居）党组织',
      en: 'Named stars of village and community organisations',
      value: 5,
      unit: '颗',
      quote: '评定政治星、学习星、发展星、服务星、廉洁星',
    },
    { zh: '“党建工作年”活动', en: 'Party-building year', value: 1, unit: '次', quote: '开展“党建工作年”活动' },
    {
      zh: '“三个必须有”学习制度',
      en: 'The “three musts” of study',
      value: 3,
      unit: '项',
      quote: '严格执行“三个必须有”学习制度',
    },
    {
      zh: '周一例会',
      en: 'Monday meeting',
      value: 1,
      unit: '次/周',
      quote: '充分利用党工委中心组学习、周一例会、公众微信传播等',
    },
    {
      zh: '全面整顿整改层级',
      en: 'Levels of rectification',
      value: 3,
      unit: '级',
      quote: '自上而下、从机关到村(居)再到个人,全面整顿、整改',
    },
    {
      zh: '作风分析研判的测评方',
      en: 'Parties to the review of style',
      value: 3,
      unit: '方',
      quote: '综合运用党员自评、党员互评、群众测评等',
      doubt: ['未给权重', 'No weights given'],
    },
    { zh: '党务公开层级', en: 'Levels of disclosure', value: 2, unit: '级', quote: '全面推开村区两级党务公开' },
    {
      zh: '完善制度',
      en: 'Systems improved',
      value: 4,
      unit: '项',
      quote: '具体完善矛盾调解化解、便民服务、党内情况通报和党内重大决策征求意见等制度',
    },
    {
      zh: '执纪监督小组',
      en: 'Discipline supervision group',
      value: 1,
      unit: '个',
      quote: '联合区督查室和纪检监察室建立执纪监督小组',
    },
  ],
);

/** Jilin heating group: an enterprise; rules with a number in them, no statistics. */
export const JILIN_FIGURES = fromDocument(
  {
    zone: 'JLRL',
    source: '《北方建筑》2021 年第 4 期《夯实基础狠抓落实推动全面从严治党向基层延伸》',
    labelled: '2021-12-02',
    period: '2021',
    doubt: [
      '国有企业，不是开发区，不进入开发区比较',
      'A state-owned enterprise, not a zone: in no comparison of zones',
    ],
  },
  [
    {
      zh: '支部规范化要求',
      en: 'Criteria of a standard branch',
      value: 6,
      unit: '条',
      quote: '按照组织健全、制度完善、运行规范、活动经常、档案齐备、作用突出的要求',
    },
    {
      zh: '上级党委定点联系',
      en: 'Contact of a higher committee for each branch',
      value: 1,
      unit: '个/支部',
      quote: '必要时可以推广上级党委与基层党支部定点联系制度',
      doubt: ['每支部一个联系点系按“定点”理解', 'One contact per branch is our reading of “fixed contact”'],
    },
    {
      zh: '组织生活制度',
      en: 'Systems of organisation life',
      value: 5,
      unit: '项',
      quote: '“三会一课”、民主生活会、“三诺一评”、组织生活会、主题党日等党内政治生活制度',
    },
    {
      zh: '发展党员十六字方针',
      en: 'Principles of recruiting',
      value: 4,
      unit: '项',
      quote: '严格按照“控制总量、优化结构、提高质量、发挥作用”的要求',
    },
    { zh: '“四个合格”标准', en: 'Four qualifications', value: 4, unit: '项', quote: '以“四个合格”为标准' },
  ],
);
