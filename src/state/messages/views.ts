/** Saved views, and the show of them on a wall. */
export const VIEWS = {
  'views.title': { zh: '视图', en: 'Views' },
  'views.sub': {
    zh: '一个视图记下页面和所选的园区、时期、比较方式，不记数字；保存在本机浏览器。',
    en: 'A view remembers the page and what was chosen on it (zones, period, comparison), no figures. Kept in this browser.',
  },
  'views.none': { zh: '还没有保存的视图。', en: 'No views saved yet.' },
  'views.name': { zh: '当前视图的名称', en: 'Name of the view you are looking at' },
  'views.save': { zh: '保存', en: 'Save' },
  'views.full': { zh: '已有 50 个，先删去不用的。', en: 'There are 50; remove one first.' },
  'views.remove': { zh: '删除“{name}”', en: 'Remove “{name}”' },
  'views.delete': { zh: '删除', en: 'Remove' },
  'views.close': { zh: '关闭', en: 'Close' },
  'views.show': { zh: '轮播', en: 'Show in turn' },
  'views.showSub': {
    zh: '在大屏上依次显示以上 {count} 个视图，一屏一屏往下，再到下一个。',
    en: 'The {count} views above in turn, a screen at a time: for a wall.',
  },
  'views.showPages': {
    zh: '在大屏上依次显示 {count} 个页面，一屏一屏往下；保存了视图，就只显示视图。',
    en: 'The {count} pages in turn, a screen at a time: for a wall. Once views are saved, those alone.',
  },
  'views.each': { zh: '每屏停留', en: 'Each screen for' },
  'views.seconds': { zh: '{count} 秒', en: '{count} s' },
  'views.start': { zh: '开始轮播', en: 'Start' },
  'views.pause': { zh: '暂停', en: 'Pause' },
  'views.goOn': { zh: '继续', en: 'Go on' },
  'views.stop': { zh: '结束轮播', en: 'End' },
} as const;
