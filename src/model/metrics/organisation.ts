import type { MetricSpec } from '../../domain';

const common = {
  family: 'organisation',
  kind: 'count',
  direction: 'none',
  unit: { zh: '个', en: 'organisations' },
  denominator: { zh: '计数，无分母', en: 'a count, no denominator' },
} as const;

/** Metrics over organisations. Counts are never ranked. */
export const ORGANISATION_METRICS: readonly MetricSpec[] = [
  {
    ...common,
    id: 'party_org_count',
    label: { zh: '党组织数', en: 'Organisations' },
    time: 'stock',
    grain: 'month',
    numerator: { zh: '统计日在册的党组织，按类别', en: 'organisations active at the snapshot, by type' },
    population: { base: 'organisations', scope: 'active', numerator: '1', category: [`coalesce(org_type, '')`] },
    categoryParts: ['type'],
    source: { zh: '徐州经开区公开材料', en: 'public text of Xuzhou zone' },
  },
  {
    ...common,
    id: 'org_net_new',
    label: { zh: '净增党组织', en: 'Net new organisations' },
    time: 'flow',
    grain: 'quarter',
    numerator: { zh: '期内新建数减撤销数', en: 'founded minus dissolved in the period' },
    population: { base: 'org-events', scope: 'TRUE', numerator: 'sign', category: ['event'] },
    categoryParts: ['event'],
    source: { zh: '西安高新区公开材料', en: 'public text of Xi’an zone' },
    caveats: {
      zh: '以每个党组织最后一次报送的成立、撤销日期为准。',
      en: 'By the dates in the last record of each organisation.',
    },
  },
];
