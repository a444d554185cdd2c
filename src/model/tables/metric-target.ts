import type { TableSpec } from '../../domain';
import { words } from './words';

/** Declared targets: red, amber and green exist only against one of these. */
export const METRIC_TARGET: TableSpec = {
  id: 'metric_target',
  label: { zh: '指标目标', en: 'Targets' },
  row: { zh: '一个指标在一个范围和时期的目标', en: 'The target of one metric in one scope and period' },
  key: ['metric_id', 'scope', 'period'],
  optional: ['scope', 'period'],
  columns: [
    {
      id: 'metric_id',
      type: 'code',
      label: { zh: '指标', en: 'Metric' },
      headers: words(
        '指标代码 | 指标编码 | 指标ID | 指标编号 | 指标 | 指标名称 | 考核指标 | metric | metric id | indicator',
      ),
      required: true,
    },
    {
      id: 'scope',
      type: 'text',
      label: { zh: '适用范围', en: 'Scope' },
      headers: words(
        '适用范围 | 范围 | 适用对象 | 目标范围 | 适用开发区 | 开发区 | 园区 | 适用单位 | scope | zone | applies to',
      ),
    },
    {
      id: 'period',
      type: 'period',
      label: { zh: '时期', en: 'Period' },
      headers: words('时期 | 目标年度 | 目标时期 | 年度 | 季度 | 年份 | 期间 | 周期 | period | year | quarter'),
      fileLevel: true,
    },
    {
      id: 'target',
      type: 'number',
      limit: true,
      label: { zh: '目标值', en: 'Target' },
      headers: words(
        '目标值 | 目标 | 指标值 | 年度目标 | 年度目标值 | 目标要求 | 计划值 | 任务数 | 绿线 | target | goal',
      ),
      required: true,
    },
    {
      id: 'amber',
      type: 'number',
      limit: true,
      label: { zh: '黄线', en: 'Amber limit' },
      headers: words('黄线 | 黄色预警线 | 黄灯线 | 黄色阈值 | 预警线 | 黄灯 | amber | yellow'),
    },
    {
      id: 'red',
      type: 'number',
      limit: true,
      label: { zh: '红线', en: 'Red limit' },
      headers: words('红线 | 红色预警线 | 红灯线 | 红色阈值 | 红灯 | red'),
    },
    {
      id: 'unit',
      type: 'text',
      label: { zh: '计量单位', en: 'Unit' },
      headers: words('计量单位 | 单位 | 目标单位 | 指标单位 | unit'),
      note: {
        zh: '写 % 的，目标值写 85 即 85%；不带 % 的 1 及以下的数看不出是几成还是百分之几，不采用。',
        en: 'Where it is %, a target of 85 is 85 %; a number of 1 or less without its % could be either and is not used.',
      },
    },
    {
      id: 'doc_ref',
      type: 'text',
      label: { zh: '依据文件', en: 'Document' },
      headers: words(
        '依据文件 | 文件依据 | 依据 | 文号 | 文件 | 来源文件 | 出处 | doc ref | document | reference | source',
      ),
    },
  ],
  constraints: [
    {
      code: 'target-limits-out-of-order',
      holds: '(red <= amber AND amber <= target) OR (red >= amber AND amber >= target)',
      columns: ['red', 'amber', 'target'],
      label: { zh: '红线、黄线、目标值应依次排列', en: 'Red, amber and target are in order' },
    },
  ],
};
