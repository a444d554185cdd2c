/** The page that hands figures over. */
export const SHARE = {
  'share.title': { zh: '交出去的是一个文件', en: 'What is handed over is one file' },
  'share.lede': {
    zh: '文件里只有汇总数，没有任何一行明细；双击即可打开，不联网，不需要安装。先选给谁看，再看文件里有什么、哪些数没有列出。',
    en: 'The file holds totals only, not one row behind them; it opens by a double click, without a network or anything to install. First choose who it is for, then see what is in it and which figures are left out.',
  },
  'share.empty': { zh: '还没有可以分享的数', en: 'Nothing to share yet' },
  'share.emptyWhy': { zh: '先导入数据，或载入示例数据。', en: 'Load data first, or the example data.' },
  'share.level': { zh: '给谁看', en: 'Who it is for' },
  'share.levelWhat.internal': {
    zh: '本单位领导和经办人。全部汇总数照列。',
    en: 'Leaders and staff of this office. All totals are told.',
  },
  'share.levelWhat.handed-down': {
    zh: '各园区、各党委。列到党委，不分领域；基数不足 {least} 的合并或不列，后进、软弱涣散不足 {least} 个的不单列。',
    en: 'Zones and committees. Told by committee, not by field; what has a base below {least} is joined or left out, and so is what is held against fewer than {least}.',
  },
  'share.levelWhat.public': {
    zh: '任何人。列到园区，分领域，不列党委；基数不足 {least} 的合并或不列，不列逐个组织的得分。',
    en: 'Anybody. Told by zone and field, not by committee; what has a base below {least} is joined or left out, and so are scores of single organisations.',
  },
  'share.what': { zh: '交出哪些', en: 'What to hand over' },
  'share.pages': { zh: '页面', en: 'Pages' },
  'share.zones': { zh: '园区', en: 'Zones' },
  'share.from': { zh: '自', en: 'From' },
  'share.to': { zh: '至', en: 'To' },
  'share.by': { zh: '制作单位', en: 'Made by' },
  'share.for': { zh: '送', en: 'For' },
  'share.optional': { zh: '可不填', en: 'optional' },
  'share.inside': { zh: '文件里有什么', en: 'What is in the file' },
  'share.insideWhat': {
    zh: '{pages} 个页面，{zones} 个园区，{from}至{to}，{cells} 个汇总数；来源 {sources} 个文件的名称和校验码。',
    en: '{pages} pages, {zones} zones, {from} to {to}, {cells} totals; names and checksums of {sources} source files.',
  },
  'share.insideNone': { zh: '所选范围内没有数。', en: 'Nothing in this selection.' },
  'share.working': { zh: '正在核对哪些数可以列出', en: 'Checking which figures may be told' },
  'share.preview': { zh: '照此预览', en: 'Preview as it will be' },
  'share.save': { zh: '保存报告（.html）', en: 'Save the report (.html)' },
  'share.saveArrow': { zh: '保存汇总数（.arrow）', en: 'Save the totals (.arrow)' },
  'share.saveCsv': { zh: '保存汇总数（.csv）', en: 'Save the totals (.csv)' },
  'share.saved': { zh: '已保存：{name}，{size}', en: 'Saved: {name}, {size}' },
  'share.failed': {
    zh: '报告没有保存成：{reason}。已载入的数据不受影响，可以再试一次。',
    en: 'The report was not saved: {reason}. What is loaded is untouched; try again.',
  },
  'share.untoldNone': { zh: '全部照列。', en: 'Everything is told.' },
} as const;
