import type { MetricSpec } from '../../domain';

/** Sites and honours, in the order they are shown. */
export const SITE_METRICS: readonly MetricSpec[] = [
  {
    id: 'site_count',
    family: 'sites',
    label: { zh: '示范点、岗、站点数', en: 'Sites, posts and stations' },
    kind: 'count',
    time: 'stock',
    grain: 'year',
    direction: 'none',
    unit: { zh: '个', en: 'sites' },
    numerator: {
      zh: '期末有效的示范点、示范岗、站点，按类别和级别',
      en: 'sites in force at the end of the period, by kind and level',
    },
    denominator: { zh: '计数，无分母', en: 'a count, no denominator' },
    population: { base: 'sites', scope: 'in_force', numerator: 'count', category: ['kind', 'level'] },
    categoryParts: ['kind', 'level'],
    source: {
      zh: '西安高新区公开材料：站点 166、示范岗 23；徐州经开区公开材料：市级示范点 7 个点名',
      en: 'public text of Xi’an zone: 166 stations, 23 posts; public text of Xuzhou zone: seven city sites by name',
    },
    caveats: { zh: '不同类别、不同级别不相加。', en: 'Kinds and levels are not added up.' },
  },
];
