/** Words of the overview. */
export const OVERVIEW = {
  'overview.kpis': { zh: '主要指标', en: 'Key figures' },
  'overview.earlier': { zh: '{period}的数，所选时期没有', en: 'of {period}: none for the period chosen' },
  'overview.published': { zh: '公布数 {value}', en: 'Published {value}' },
  'overview.trendOf': { zh: '{metric}，{from}至 {to}', en: '{metric}, {from} to {to}' },
  'overview.watch': { zh: '值得关注', en: 'Worth a look' },
  'overview.watchSub': {
    zh: '共作 {tests} 次比较，各与其余比；所列信号中，估计约 {chance} 项出于偶然。',
    en: '{tests} rates compared, each with the others; of the signals listed about {chance} are expected to be chance.',
  },
  'overview.watchSubNone': {
    zh: '共作 {tests} 次比较，各与其余比；没有达到 95% 的信号。',
    en: '{tests} rates compared, each with the others; no signal at 95 %.',
  },
  'overview.watchNone': { zh: '没有可比的数，未作比较。', en: 'There was nothing to compare.' },
  'overview.watchRule': {
    zh: '先列未达目标的（红线、黄线以下在前，差距大的在前），再列待办的（数量多的在前），后列比其余差的（显著的在前）。',
    en: 'First what is short of its target (below red and amber limits first, then the farthest), then what is owed (the most first), then what is worse than the others (significant first).',
  },
  'overview.grid': { zh: '各园区一览', en: 'All zones at a glance' },
  'overview.gridSub': {
    zh: '按登记顺序，不排名。注“显著”“需关注”的比其余园区差；空格为没有数据。点园区名看它的全部指标。',
    en: 'In the order of the register, no ranking. Marked ones are worse than the other zones; empty cells have no data. A name opens the zone on one sheet.',
  },
  'tiles.title': { zh: '各园区的位置与走势', en: 'Zones in their places, over time' },
  'tiles.sub': {
    zh: '{metric}，{period}；小线为 {from}至 {to}，各格纵轴同为 {low} 至 {high}。',
    en: '{metric}, {period}; lines from {from} to {to}, all from {low} to {high}.',
  },
  'tiles.unplaced': {
    zh: '没有园区位置，按登记顺序排。',
    en: 'Nobody said where zones stand: they are in the order of the register.',
  },
  'tiles.metric': { zh: '看哪项指标', en: 'Which rate' },
  'tiles.arrange': { zh: '调整位置', en: 'Arrange' },
  'tiles.how': {
    zh: '拖动园区，或先点园区再点要去的格子；用键盘时，方向键移动选中的园区。到了有园区的格子，两者互换。',
    en: 'Drag a zone, or press it and then the place it goes to; with the keyboard the arrows move it. Where another zone stands the two change places.',
  },
  'tiles.at': { zh: '{zone}，第 {row} 行第 {column} 列', en: '{zone}, row {row}, column {column}' },
  'tiles.free': { zh: '空格，第 {row} 行第 {column} 列', en: 'Free, row {row}, column {column}' },
  'tiles.keep': { zh: '存入项目', en: 'Keep in the project' },
  'tiles.keeping': { zh: '正在存入', en: 'Keeping' },
  'tiles.file': { zh: '下载位置表', en: 'Download the places' },
  'tiles.fileName': { zh: '园区位置', en: 'places of zones' },
  'tiles.cancel': { zh: '不改', en: 'Leave as it was' },
  'tiles.example': {
    zh: '示例数据不改动；位置表可以下载，与自己的文件一起导入。',
    en: 'The example stays as it is; download the places and import them with files of your own.',
  },
  'overview.few': { zh: '不列', en: 'not told' },
  'overview.gridFew': {
    zh: '“不列”为数小不列，不是没有数据。',
    en: '“Not told” cells have too few to tell; they are not without data.',
  },
  'overview.without': { zh: '没有数据：{names}。', en: 'No data: {names}.' },
  'overview.bySchemes': {
    zh: '各评定办法不合并，见{names}。',
    en: 'Schemes are never added up; see {names}.',
  },
  'overview.toZone': { zh: '{zone}的全部指标，一页', en: 'Everything about {zone} on one sheet' },
  'overview.short': { zh: '未达目标', en: 'Short of target' },
  'overview.owed': { zh: '待办', en: 'To be dealt with' },
  'overview.differs': { zh: '比其余差', en: 'Worse than the others' },
  'overview.watchMore': {
    zh: '另有 {count} 项达到 95% 信号，见“对比”',
    en: '{count} more signals at 95 %, see Compare',
  },
  'overview.dotsSub': { zh: '{metric}，{period}。', en: '{metric}, {period}.' },
  'overview.dotsReading': {
    zh: '实点为本期，空心点为对比期，横线为 95% 参考波动区间，竖线为总体；是否有别，看与其余之差。',
    en: 'Filled dots now, hollow dots the period compared with; bars are 95 % reference intervals, the line is the whole; what differs is judged against the others.',
  },
  'overview.starsTitle': { zh: '各{member}星级构成', en: 'Star levels by {member}' },
  'overview.starsSub': {
    zh: '{scheme}，{period}。从左到右由高到低，右侧为评定数。',
    en: '{scheme}, {period}. High to low from the left; number rated on the right.',
  },
  'overview.trendTitle': { zh: '{metric}的走势', en: '{metric} over time' },
  'overview.trendSub': {
    zh: '总体{others}，{from}至 {to}；下方为分母。',
    en: 'The whole{others}, {from} to {to}; the denominator below.',
  },
  'overview.panelsSub': {
    zh: '{from}至 {to}，每格一条，灰线为总体；各格纵轴相同，按本期由高到低。',
    en: '{from} to {to}, a panel each, the whole in grey; all to one scale, by the latest rate.',
  },
  'overview.trendOthers': { zh: '与{names}', en: ' and {names}' },
  'published.headline': {
    zh: '公布数 {count} 项，其中 {computed} 项有计算数可对照，{doubted} 项存疑。',
    en: '{count} published figures: {computed} with a computed one beside them, {doubted} in doubt.',
  },
  'published.none': { zh: '没有公布数', en: 'No published figures' },
  'published.noneWhy': {
    zh: '所选园区没有公布数。公布数从“公布数”表导入，见“导入”页的空白模板。',
    en: 'None for the zones chosen. They are imported as a table of published figures; see the blank templates on Import.',
  },
  'published.link': { zh: '公布数与计算数对照：{count} 项', en: 'Published beside computed: {count}' },
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
