/** Words of the frame: navigation, settings, states. */
export const SHELL = {
  'app.name': { zh: '区镜', en: 'Zonelens' },
  'app.skip': { zh: '跳到正文', en: 'Skip to content' },
  'nav.label': { zh: '页面', en: 'Pages' },
  'nav.menu': { zh: '菜单', en: 'Menu' },
  'settings.theme': { zh: '明暗', en: 'Theme' },
  'settings.system': { zh: '跟随系统', en: 'System' },
  'settings.light': { zh: '浅色', en: 'Light' },
  'settings.dark': { zh: '深色', en: 'Dark' },
  'settings.print': { zh: '打印', en: 'Print' },
  'state.failed': { zh: '这一页没能画出来', en: 'This page could not be drawn' },
  'state.unreached': {
    zh: '这一页没能取到，网站可能已经更新。原来的页面仍可使用。',
    en: 'This page could not be fetched; the site may have been updated. The page that stands still works.',
  },
  'state.gone': {
    zh: '网站现在没有应答，请稍后再试。原来的页面仍可使用。',
    en: 'The site does not answer now; try again later. The page that stands still works.',
  },
  'state.reopen': { zh: '重新打开网页', en: 'Open the site again' },
  'state.retry': { zh: '再试一次', en: 'Try again' },
  'state.toImport': { zh: '去导入数据', en: 'Import data' },
  'state.missing': { zh: '还没有{metric}', en: 'No {metric} yet' },
  'state.missingWhy': { zh: '缺少“{table}”表。', en: 'The table “{table}” is missing.' },
  'state.nothing': { zh: '所选范围内没有{metric}', en: 'No {metric} in this selection' },
  'state.lacking': {
    zh: '{zones}的表（{files}）没有“{column}”列，{metric}无法计算。请补上这一列，或把表中意思相同的列对应到它。',
    en: 'Tables of {zones} ({files}) have no column “{column}”, so {metric} cannot be computed. Add it, or match a column of the same meaning to it.',
  },
  'state.toColumns': { zh: '去看列的对应', en: 'See how columns were matched' },
  'state.nothingCounts': {
    zh: '已导入的表中没有可以计入的行；哪些行未采用、为什么，见“数据质量”。',
    en: 'No row of the tables loaded counts; which were not used, and why, stands under Data quality.',
  },
  'state.nothingWhy': {
    zh: '换一个时期、园区或领域再看。',
    en: 'Try another period, zone or field.',
  },
  'state.reset': { zh: '恢复默认范围', en: 'Back to the default selection' },
  'table.unit_coverage': {
    zh: '一行一个企业或社会组织，含经营状态与组建方式；通常由“两新”工委台账或党内统计导出。',
    en: 'One row per enterprise or social organisation, with its status and way of coverage; exported from the two-new register or the annual statistics.',
  },
  'table.party_org': {
    zh: '一行一个党组织，含上级党组织与成立时间；由党组织信息系统导出。',
    en: 'One row per organisation, with its parent and founding date; exported from the organisation register.',
  },
  'table.star_rating': {
    zh: '一行一个党组织一次评定，含评定办法、评定层级与星级；由星级评定结果表导出。',
    en: 'One row per organisation and rating, with scheme, awarding body and level; exported from the rating results.',
  },
  'drill.more': { zh: '再显示 {count} 行', en: 'Show {count} more' },
  'share.level.internal': { zh: '内部', en: 'Internal' },
  'share.level.handed-down': { zh: '下发', en: 'Handed down' },
  'share.level.public': { zh: '公开', en: 'Public' },
  'reporting.see': { zh: '看谁报了、谁没报', en: 'See who reported' },
} as const;
