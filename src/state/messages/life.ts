/** Words of the page on organisation life and the working rhythm. */
export const LIFE = {
  'life.lede': {
    zh: '应开三会一课的支部 {due} 个，全部开齐 {met} 个，未开齐 {rest} 个。',
    en: 'Of {due} branches that owed meetings, {met} held all of them and {rest} did not.',
  },
  'life.ledeMany': {
    zh: '应开三会一课 {due} 个支部季次，全部开齐 {met} 个，未开齐 {rest} 个。',
    en: 'Of {due} branch-quarters that owed meetings, all were held in {met} and not in {rest}.',
  },
  'life.duty': {
    zh: '会议次数只说明规定动作是否履行，不用来衡量工作成效。',
    en: 'Meetings held show that a duty was done; they do not measure the work.',
  },
  'life.activity': { zh: '活动', en: 'Activity' },
  'life.heatTitle': { zh: '{activity}：各{member}逐期落实', en: '{activity}: held as due, by {member} and period' },
  'life.heatSub': {
    zh: '{from}至 {to}。格内为落实率和达到/应开的支部数，颜色越重落实率越高；未报送、无应开或不能判定的为斜纹。',
    en: '{from} to {to}. Each cell holds the rate and branches that met/owed; the stronger the colour the higher, hatched where nothing was reported, owed or can be told.',
  },
  'life.coarser': {
    zh: '{names}按更长时期报送，不在此图逐期列出，已计入上方比率。',
    en: '{names}: reported for longer periods, not shown here; counted in the rates.',
  },
  'life.listTitle': { zh: '未开齐的支部 {count} 个', en: '{count} branches lacked a meeting' },
  'life.listTitleMany': { zh: '未开齐的支部 {count} 个季次', en: '{count} branch-quarters lacked a meeting' },
  'life.listSub': {
    zh: '{period}，欠项多的在前。“项”指一种会议的一个应开时期。',
    en: '{period}; those that lack most first. An item is one kind of meeting in one period in which it was due.',
  },
  'life.listNone': { zh: '所选范围内应开的都已开齐。', en: 'Everything due in this selection was held.' },

  'life.branch': { zh: '支部', en: 'Branch' },
  'life.lacks': { zh: '未开足', en: 'Lacked' },
  'life.item': { zh: '{activity} {count} 项', en: '{activity} {count}' },
  'life.due': { zh: '应开项数', en: 'Items due' },
  'life.reviewsWhich': { zh: '年度项目', en: 'Item of the year' },
  'life.rhythmTitle': {
    zh: '月调度、季主题、半年考核：应做 {due} 次，完成 {done} 次',
    en: 'Dispatch, theme and appraisal: {done} of {due} carried out',
  },
  'life.rhythmSubMany': {
    zh: '{year}，按{member}；格内为完成/应做的党委数，有底色的未全部完成。',
    en: '{year}, by {member}; each cell holds committees that did/owed it, tinted where some did not.',
  },
  'life.rhythmSubOne': {
    zh: '{year}，按直属党委；当期尚未成立的不应做。',
    en: '{year}, by committee; one that did not exist the whole period owed nothing.',
  },
  'life.rhythmRest': { zh: '{names}没有报送调度台账。', en: '{names}: no ledger of the rhythm reported.' },
  'life.month': { zh: '{n}', en: '{n}' },
  'life.quarter': { zh: '{n}季', en: 'Q{n}' },
  'life.firstHalf': { zh: '上', en: 'H1' },
  'life.secondHalf': { zh: '下', en: 'H2' },
  'life.reportedTitle': { zh: '各园区报送了什么', en: 'What each zone reports' },
  'life.reportedSub': {
    zh: '全项落实率只看所在园区报送的会议，报送项目不同的园区不宜直接比较。空白为未报送，或只打√而不能判定，不是未开展。',
    en: 'The rate of all meetings looks only at what a zone reports; zones that report different kinds do not compare directly. Blank is not reported, or ticked in a way that tells nothing; it is not “not held”.',
  },
  'life.by.month': { zh: '按月', en: 'by month' },
  'life.by.quarter': { zh: '按季', en: 'by quarter' },
  'life.by.half': { zh: '按半年', en: 'by half-year' },
  'life.by.year': { zh: '按年', en: 'by year' },
  'life.span': { zh: '{from}—{to}', en: '{from}–{to}' },
} as const;
