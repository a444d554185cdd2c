import type { Label, Locale } from '../domain';

/** The few words charts say themselves; everything else comes with the data. */
export const WORDS = {
  noData: { zh: '无数据', en: 'No data' },
  whole: { zh: '总体', en: 'All' },
  published: { zh: '公布数', en: 'Published' },
  interval: { zh: '95% 参考波动区间', en: '95% reference interval' },
  median: { zh: '中位数', en: 'median' },
  middleHalf: { zh: '居中一半的范围', en: 'range of the middle half' },
  watch: { zh: '关注', en: 'Watch' },
  significant: { zh: '显著', en: 'Significant' },
  net: { zh: '净增', en: 'Net' },
  founded: { zh: '新建', en: 'Founded' },
  dissolved: { zh: '撤销', en: 'Dissolved' },
  total: { zh: '合计', en: 'Total' },
  previous: { zh: '上期', en: 'Before' },
  current: { zh: '本期', en: 'Now' },
  up: { zh: '上升', en: 'Up' },
  same: { zh: '持平', en: 'Same' },
  down: { zh: '下降', en: 'Down' },
  cap: { zh: '名额上限', en: 'Cap' },
  none: { zh: '无', en: 'None' },
  limit95: { zh: '95% 界限', en: '95% limits' },
  limit998: { zh: '99.8% 界限', en: '99.8% limits' },
  done: { zh: '已完成', en: 'Done' },
  undone: { zh: '未完成', en: 'Not done' },
  notDue: { zh: '不应做', en: 'Not due' },
  firstHalf: { zh: '上', en: 'H1' },
  secondHalf: { zh: '下', en: 'H2' },
} as const satisfies Record<string, Label>;

/** One of the charts' own words in a language. */
export function word(key: keyof typeof WORDS, locale: Locale): string {
  return WORDS[key][locale];
}
