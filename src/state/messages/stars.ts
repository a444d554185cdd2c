/** Words of the stars page. */
export const STARS = {
  'stars.rated': { zh: '评定数', en: 'Rated' },
  'stars.scheme': { zh: '评定办法', en: 'Scheme' },
  'stars.schemesApart': {
    zh: '不同办法、不同评定主体的星级不相加、不互比。',
    en: 'Stars of different schemes or awarding bodies are never added up or compared.',
  },
  'stars.capped': {
    zh: '这一办法规定{caps}，高星占比由名额决定，不作排名。',
    en: 'This scheme allows {caps}: the share of high levels is set by the rule and is not ranked.',
  },
  'stars.cap': { zh: '{level}不超过 {share}', en: '{level} for at most {share}' },
  'stars.capGiven': { zh: '五星', en: 'Five stars' },
  'stars.capQuota': { zh: '名额', en: 'Quota' },
  'stars.capSub': {
    zh: '{scheme}，{period}。名额 = 比例上限 × 已评定数；用满与否由办法决定，按名称排列，不作排名。',
    en: '{scheme}, {period}. Quota = largest share × rated; set by the rule, listed by name, not ranked.',
  },
  'stars.counted': { zh: '已评定 {count} 个：{levels}。', en: '{count} rated: {levels}.' },
  'stars.levelCount': { zh: '{level} {count} 个', en: '{level} {count}' },
  'stars.movesTitle': { zh: '星级变动：晋星 {up} 个，降星 {down} 个', en: 'Movement: {up} up, {down} down' },
  'stars.movesSub': {
    zh: '{scheme}，{before}与 {now}两期均有星级的 {count} 个党组织；行为上期，列为本期。',
    en: '{scheme}; {count} organisations with a level in both {before} and {now}; rows before, columns now.',
  },
  'stars.movesNone': { zh: '没有两期都有星级的党组织', en: 'No organisation has a level in two cycles' },
  'stars.movesNoneWhy': {
    zh: '这一办法还没有相邻两期的评定，升降无从比较。',
    en: 'This scheme has no two ratings in a row, so nothing can be said about movement.',
  },
  'stars.up': { zh: '晋星', en: 'Up' },
  'stars.down': { zh: '降星', en: 'Down' },
  'stars.newTitle': { zh: '新评定星级，按评定主体', en: 'Newly rated, by awarding body' },
  'stars.newSub': {
    zh: '{period}。上期低于该星级或未评的党组织；各主体分列，不相加。',
    en: '{period}. Organisations whose level before was lower or none; each body apart, never added up.',
  },
  'stars.newNoneRose': {
    zh: '上期星级已知的党组织，本期都不高于上期。',
    en: 'No organisation whose level before is known has a higher one now.',
  },
  'stars.newNoneKnown': {
    zh: '没有逐个党组织的上期评定名单，本期也没有“上年星级”列，不能判断哪些是新评定的。',
    en: 'There is no list of organisations rated in the cycle before, nor a column with the level before, so who is newly rated cannot be told.',
  },
  'stars.newScheme': { zh: '评定主体与办法', en: 'Body and scheme' },
  'stars.newPublished': { zh: '公布数 {value}', en: 'published {value}' },
  'stars.dimsTitle': { zh: '五颗单项星，各{member}获星情况', en: 'The five named stars by {member}' },
  'stars.dimsSub': {
    zh: '{period}。格内为获星比率与获星/参评数；五颗星各自独立，不相加。',
    en: '{period}. Share that won the star, with x/n; the five stars stand alone and are not added up.',
  },
} as const;
