/** Words of the overview. */
export const OVERVIEW = {
  'overview.kpis': { zh: '主要指标', en: 'Key figures' },
  'overview.compared': { zh: '较{against}{change}', en: '{change} compared with {against}' },
  'overview.published': { zh: '公布数 {value}', en: 'Published {value}' },
  'overview.trendOf': { zh: '{metric}，{from}至 {to}', en: '{metric}, {from} to {to}' },
  'overview.watch': { zh: '值得关注', en: 'Worth a look' },
  'overview.watchSub': {
    zh: '只列达到 95% 信号的事项。本期共作 {tests} 次比较，纯属偶然也会有约 {chance} 项。',
    en: 'Only signals at 95 %. Of {tests} comparisons, about {chance} would be signals by chance alone.',
  },
  'overview.watchNone': { zh: '没有达到 95% 信号的事项。', en: 'No signal at 95 %.' },
  'overview.watchMore': {
    zh: '另有 {count} 项达到 95% 信号，见“对比”',
    en: '{count} more signals at 95 %, see Compare',
  },
  'overview.dotsSub': {
    zh: '{metric}，{period}。实点为本期，空心点为{against}，横线为 95% 参考波动区间，竖线为总体。',
    en: '{metric}, {period}. Filled dots now, hollow dots {against}; bars are 95 % reference intervals, the line is the whole.',
  },
  'overview.dotsSubAlone': {
    zh: '{metric}，{period}。点为本期，横线为 95% 参考波动区间，竖线为总体。',
    en: '{metric}, {period}. Dots now; bars are 95 % reference intervals, the line is the whole.',
  },
  'overview.starsTitle': { zh: '各{member}星级构成', en: 'Star levels by {member}' },
  'overview.starsSub': {
    zh: '{scheme}，{period}。从左到右由高到低，右侧为评定数。',
    en: '{scheme}, {period}. High to low from the left; number rated on the right.',
  },
  'overview.starsOther': {
    zh: '另有 {count} 种评定办法，不合并，见“星级”。',
    en: '{count} more schemes, never added up; see Stars.',
  },
  'overview.trendTitle': { zh: '{metric}的走势', en: '{metric} over time' },
  'overview.trendSub': {
    zh: '总体{others}，{from}至 {to}；下方为分母。',
    en: 'The whole{others}, {from} to {to}; the denominator below.',
  },
  'overview.trendOthers': { zh: '与{names}', en: ' and {names}' },
  'published.title': { zh: '公布数与计算数', en: 'Published and computed' },
  'published.sub': {
    zh: '公布数出自所列文献；计算数由导入的行算得，期间、园区与公布数相同。',
    en: 'Published figures come from the sources named; computed ones from the imported rows, same period and zone.',
  },
  'published.what': { zh: '事项', en: 'Item' },
  'published.stated': { zh: '公布数', en: 'Published' },
  'published.computed': { zh: '计算数', en: 'Computed' },
  'published.source': { zh: '出处', en: 'Source' },
  'published.doubt': { zh: '存疑：{doubt}', en: 'Doubt: {doubt}' },
} as const;
