/** What stands with figures that were handed over. */
export const RELEASE = {
  'still.note': {
    zh: '这里没有运行 JavaScript，只列主要的图和表。在允许运行 JavaScript 的浏览器（Chrome 109、Edge 109、Firefox 115、Safari 17 及以上）中打开本文件，可以筛选、对比，看全部各页；本文件不联网。',
    en: 'JavaScript does not run here: only the leading figures are shown. Opened in a browser that may run it, the file filters, compares and shows every page; it uses no network.',
  },
  'share.untold': { zh: '没有列出的，和原因', en: 'What is left out, and why' },
  'share.metric': { zh: '指标', en: 'Metric' },
  'share.whom': { zh: '哪里', en: 'Where' },
  'share.how': { zh: '怎样处理', en: 'What was done' },
  'release.about': { zh: '关于这份文件', en: 'About this file' },
  'release.parts': { zh: '由哪些汇总文件合并', en: 'Merged from these files of totals' },
  'release.sources': { zh: '来源文件（名称、SHA-256）', en: 'Source files (name, SHA-256)' },
  'state.withheld': { zh: '本文件不列{metric}', en: 'This file does not tell {metric}' },
} as const;
