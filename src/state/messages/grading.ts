/** Words of the grading page. */
export const GRADING = {
  'grading.scheme': { zh: '定级办法', en: 'Scheme' },
  'grading.schemesApart': {
    zh: '不同办法的等次不相加、不互比：“一般”在三级中居中，在四级中列第三。',
    en: 'Grades of different schemes are never added up or compared: the third of four is not the third of three.',
  },
  'grading.counted': { zh: '已定级 {count} 个：{grades}。', en: '{count} graded: {grades}.' },
  'grading.gradeCount': { zh: '{grade} {count} 个', en: '{grade} {count}' },
  'grading.notCompared': {
    zh: '{names}本期更换了标准或办法，与上期不可比。',
    en: '{names} changed the standard or the scheme this time: not compared with the time before.',
  },
  'grading.ungraded': {
    zh: '另有 {count} 个未定级，或所写等次不在办法之内，不计入。',
    en: '{count} more without a grade, or with a word the scheme does not know, are not counted.',
  },
  'grading.ungradedRows': { zh: '看是哪些', en: 'See which' },
  'grading.distTitle': { zh: '定级分布，各{member}对照', en: 'Grades by {member}' },
  'grading.distSub': {
    zh: '{scheme}，{period}；各取最近一次定级。由优到差，段内为个数与占比，右端为已定级数。',
    en: '{scheme}, {period}; the latest grading of each. Best to lowest, count and share in each segment, graded at the right.',
  },
  'grading.graded': { zh: '已定级', en: 'Graded' },
  'grading.trendTitle': { zh: '先进率的变化', en: 'Share with the top grade over time' },
  'grading.trendSub': {
    zh: '{scheme}，{from}至{to}。黑线为总体{low}，其余为灰线；下方为已定级数{changes}。',
    en: '{scheme}, {from} to {to}. Black is the whole{low}, grey the others; below, how many were graded{changes}.',
  },
  'grading.panelsSub': {
    zh: '{scheme}，{from}至{to}。每格一条，灰线为总体，红线为低于总体者；各格纵轴相同，按本期由高到低{changes}。',
    en: '{scheme}, {from} to {to}. A panel each, the whole in grey, those below it in red; all to one scale, by the latest rate{changes}.',
  },
  'grading.trendLow': { zh: '，红线为低于总体者', en: ', red those below it' },
  'grading.trendBroken': {
    zh: '；虚线处更换标准或办法，线断开：{names}',
    en: '; broken where the standard or scheme changed: {names}',
  },
  'grading.changedStandard': { zh: '{zone}（{period}起换用新标准）', en: '{zone} (new standard from {period})' },
  'grading.changedScheme': { zh: '{zone}（{period}起改变办法）', en: '{zone} (other scheme from {period})' },
  'grading.break': { zh: '标准或办法更换', en: 'Standard changed' },
  'grading.movesTitle': { zh: '等次变动：晋位 {up} 个，降位 {down} 个', en: 'Movement: {up} up, {down} down' },
  'grading.movesSub': {
    zh: '{scheme}，{period}；本期、上期均按同一标准定级的 {count} 个（次），一年两次定级的各计一次。行为上期，列为本期。',
    en: '{scheme}, {period}; {count} graded twice in a row by the same standard, each of two gradings in a year counted. Rows before, columns now.',
  },
  'grading.before': { zh: '上期', en: 'Before' },
  'grading.now': { zh: '本期', en: 'Now' },
  'grading.up': { zh: '晋位', en: 'Up' },
  'grading.down': { zh: '降位', en: 'Down' },
  'grading.movesNone': {
    zh: '没有连续两期按同一标准定级的党组织',
    en: 'No organisation was graded twice in a row by one standard',
  },
  'grading.movesNoneWhy': {
    zh: '这一办法在所选范围内还没有可比的上期，晋位、降位无从计算。',
    en: 'Under this scheme there is no comparable grading before, so nothing can be said about movement.',
  },
  'grading.gapTitle': {
    zh: '{name}自评高出上级评定最多，中位数 {gap} 分',
    en: '{name} rates itself furthest above its superior, by {gap} points at the median',
  },
  'grading.gapTitleNone': { zh: '自评与上级评定的差', en: 'Self score minus superior score' },
  'grading.gapSub': {
    zh: '{scheme}，{period}。自评得分减上级评定得分；圆点为中位数，粗线为居中一半，n 为两项得分俱全的党组织数。',
    en: '{scheme}, {period}. Self score minus superior score; dot the median, bar the middle half, n those with both scores.',
  },
  'grading.points': { zh: '分', en: 'points' },
  'grading.organisations': { zh: '个党组织', en: 'organisations' },
  'grading.whole': { zh: '总体', en: 'All' },
  'grading.weakTitle': { zh: '软弱涣散党组织', en: 'Weak organisations' },
  'grading.weakSub': {
    zh: '{period}列入排查整顿 {listed} 个{unsaid}。列入多少往往由倒排比例决定，不作排名。',
    en: '{listed} listed in {period}{unsaid}. How many are listed often follows a quota and is not ranked.',
  },
  'grading.weakUnsaid': { zh: '，其中 {count} 个未注明转化情况', en: ', {count} of them without a stated outcome' },
  'grading.actLow': { zh: '定为最低等次的党组织 {count} 个', en: '{count} organisations with the lowest grade' },
  'grading.actLowSub': {
    zh: '{scheme}，{period}，各取最近一次定级；分数低者在前。',
    en: '{scheme}, {period}, the latest grading of each; lowest score first.',
  },
  'grading.actLowNone': {
    zh: '所选范围内没有定为最低等次的党组织。',
    en: 'No organisation in this selection has the lowest grade.',
  },
  'grading.actWeak': { zh: '未转化的软弱涣散党组织 {count} 个', en: '{count} weak organisations not turned around' },
  'grading.actWeakSub': { zh: '{period}列入、尚未转化的。', en: 'Listed in {period}, not turned around yet.' },
  'grading.actWeakNone': {
    zh: '所选范围内没有写明尚未转化的党组织。',
    en: 'No organisation in this selection is stated as not turned around.',
  },

  'grading.organisation': { zh: '党组织', en: 'Organisation' },
  'grading.grade': { zh: '等次', en: 'Grade' },
  'grading.self': { zh: '自评', en: 'Self' },
  'grading.superior': { zh: '上级评定', en: 'Superior' },
  'grading.satisfaction': { zh: '满意率', en: 'Satisfaction' },
} as const;
