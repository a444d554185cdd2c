/** Words of the comparison page. */
export const COMPARE = {
  'compare.metric': { zh: '指标', en: 'Metric' },
  'compare.scheme': { zh: '类别', en: 'Category' },
  'compare.view': { zh: '画法', en: 'View' },
  'compare.dots': { zh: '区间图', en: 'Intervals' },
  'compare.funnel': { zh: '漏斗图', en: 'Funnel' },
  'compare.funnelTitle': { zh: '{metric}与规模', en: '{metric} and size' },
  'compare.funnelSub': {
    zh: '{period}。横轴为分母，纵轴为比率；两组曲线内是 95%、99.8% 的偶然波动范围{phi}。',
    en: '{period}. Denominator across, rate up; inside the curves is chance at 95 % and 99.8 %{phi}.',
  },
  'compare.phi': {
    zh: '，已按实际离散程度（偶然波动的 {phi} 倍）放宽',
    en: ', widened since differences are {phi} times what chance explains',
  },
  'compare.tooFew': {
    zh: '不足 8 个比较对象，不画漏斗图。',
    en: 'Fewer than 8 to compare: no funnel is drawn.',
  },
  'compare.tooSpread': {
    zh: '彼此差异是偶然波动的 {phi} 倍，漏斗图的前提不成立，故不画；请看区间图。',
    en: 'They differ {phi} times more than chance would make them: a funnel would mislead and is not drawn. See the intervals.',
  },
  'compare.sizeRelated': {
    zh: '比率与规模相关，漏斗图宜慎读。',
    en: 'The rate goes with size; read the funnel with care.',
  },
  'compare.mix': {
    zh: '若各{member}的领域结构相同，次序会有变化：原始次序部分来自结构不同。',
    en: 'With the same mix of fields in each {member} the order would change: part of it comes from the mix.',
  },
  'compare.tableTitle': { zh: '相差多少，排在哪里', en: 'By how much, and in which place' },
  'compare.tableSub': {
    zh: '{metric}，{period}。方括号为 95% 参考波动区间；名次区间宽的，次序分不出。',
    en: '{metric}, {period}. Brackets are 95 % reference intervals; where ranks are wide the order cannot be told.',
  },
  'compare.reference': { zh: '参照', en: 'Reference' },
  'compare.others': { zh: '其余合计', en: 'all the others' },
  'compare.toWhole': { zh: '与总体之差', en: 'Difference from the whole' },
  'compare.toReference': { zh: '与{reference}之差', en: 'Difference from {reference}' },
  'compare.interval': { zh: '95% 区间', en: '95% interval' },
  'compare.rank': { zh: '名次', en: 'Rank' },
  'compare.rankInterval': { zh: '名次区间', en: 'Rank interval' },
  'compare.front': { zh: '前列', en: 'leading' },
  'compare.rear': { zh: '靠后', en: 'trailing' },
  'compare.noRank': { zh: '设名额上限的占比不排名次。', en: 'A capped share is not ranked.' },
  'compare.heatTitle': { zh: '各项比率一览', en: 'Rates at a glance' },
  'compare.heatSub': {
    zh: '{period}；按年、按周期评定的指标取其所在周期。各列分母不同，只宜竖看；着色的是在不利一侧达到 95% 信号的。',
    en: '{period}; metrics of years and cycles answer for theirs. Columns have different denominators, so read down; tinted cells are signals at 95 % on the unwanted side.',
  },
  'compare.whole': { zh: '总体', en: 'All' },
  'compare.heatFoot': {
    zh: '口径：各列为该指标自己的分子 ÷ 分母',
    en: 'Definition: each column has its own numerator ÷ denominator',
  },
  'compare.slopeTitle': { zh: '{metric}：两个时期之间', en: '{metric}: between two periods' },
  'compare.slopeSub': {
    zh: '{from}到 {to}，每条线一个{member}；同一批单位的前后两期，不作显著性判断。',
    en: '{from} to {to}, a line each {member}; the same units twice, so no test is made.',
  },
  'compare.part': { zh: '两期可比的部分', en: 'what both periods have' },
  'compare.from': { zh: '从', en: 'From' },
  'compare.to': { zh: '到', en: 'To' },
  'compare.countTitle': { zh: '{metric}，按{member}', en: '{metric} by {member}' },
  'compare.countSub': {
    zh: '{period}。数量受规模影响，不排名次。',
    en: '{period}. Counts depend on size and are not ranked.',
  },
} as const;
