/** What stands with figures that were handed over. */
export const RELEASE = {
  'share.untold': { zh: '没有列出的，和原因', en: 'What is left out, and why' },
  'share.metric': { zh: '指标', en: 'Metric' },
  'share.whom': { zh: '哪里', en: 'Where' },
  'share.how': { zh: '怎样处理', en: 'What was done' },
  'release.about': { zh: '关于这份文件', en: 'About this file' },
  'release.sources': { zh: '来源文件（名称、SHA-256）', en: 'Source files (name, SHA-256)' },
  'state.withheld': { zh: '本文件不列{metric}', en: 'This file does not tell {metric}' },
} as const;
