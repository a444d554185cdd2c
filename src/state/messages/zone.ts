/** Words of the sheet of one zone. */
export const ZONE = {
  'zone.choose': { zh: '看哪个园区？', en: 'Which zone?' },
  'zone.chooseSub': {
    zh: '一个园区的全部指标在一页上：本期、较上期、与全部园区相比、待办事项。可打印。',
    en: 'All figures of one zone on one sheet: now, the change, all zones beside it, what is to be dealt with. Made to be printed.',
  },
  'zone.rates': { zh: '全部指标', en: 'All rates' },
  'zone.ratesSub': {
    zh: '较上期只比可比的部分。“比其余园区差”：与其余园区之和相比，显著为 99.8%，需关注为 95%；不作排名。',
    en: 'Changes compare like with like. Worse: against the other zones together, significant at 99.8 %, watch at 95 %; no ranking.',
  },
  'zone.family': { zh: '方面', en: 'Field' },
  'zone.changeShort': { zh: '变化', en: 'change' },
  'zone.rate': { zh: '指标', en: 'Rate' },
  'zone.own': { zh: '本区', en: 'This zone' },
  'zone.fraction': { zh: '分子/分母', en: 'x/n' },
  'zone.change': { zh: '变化（百分点）', en: 'Change (points)' },
  'zone.trend': { zh: '走势', en: 'Trend' },
  'zone.all': { zh: '全部园区', en: 'All zones' },
  'zone.against': { zh: '与其余园区比', en: 'Against the others' },
  'zone.target': { zh: '目标', en: 'Target' },
  'zone.worse': { zh: '比其余差', en: 'Worse' },
  'zone.notWorse': { zh: '不比其余差', en: 'Not worse' },
  'zone.shared': { zh: '按共有项目，本区 {rate}', en: 'on what zones share; this zone {rate}' },
  'zone.same': { zh: '分不出高低', en: 'Cannot be told apart' },
  'zone.sheet': { zh: '全部指标', en: 'one sheet' },
  'zone.without': { zh: '没有数据：{names}。', en: 'No data: {names}. ' },
} as const;
