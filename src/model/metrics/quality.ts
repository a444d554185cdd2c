import type { MetricSpec } from '../../domain';

/** Quality of the data loaded, in the order they are shown. */
export const QUALITY_METRICS: readonly MetricSpec[] = [
  {
    id: 'data_completeness',
    family: 'quality',
    label: { zh: '数据完整率', en: 'Data completeness' },
    said: 'of the required cells were filled',
    kind: 'rate',
    time: 'stock',
    grain: 'quarter',
    direction: 'up',
    unit: { zh: '格', en: 'cells' },
    numerator: { zh: '已填且读得出的必填格', en: 'required cells that are filled and could be read' },
    denominator: {
      zh: '已导入各表全部行的必填格（代码与名称等可互代的列合计一格）',
      en: 'required cells of every row loaded; columns that stand in for one another count as one',
    },
    population: {
      base: 'required-cells',
      scope: 'TRUE',
      numerator: 'filled',
      denominator: 'required_cells',
      category: ['table_id'],
    },
    categoryParts: ['table'],
    source: { zh: '本产品约定', en: 'our convention' },
    caveats: {
      zh: '只看已导入的表；没有导入的表不计为 0。按数据截止日计一次，不随时期变化。',
      en: 'Only tables that were loaded; one that was not is not 0. Stated once, as of the last day of the data.',
    },
  },
];
