/** Words about files that hold no known table, and about words taught with one file. */
export const WAITING = {
  'waiting.title': { zh: '{count} 个文件要说明是什么表', en: '{count} files whose table must be told' },
  'waiting.sub': {
    zh: '已读出但没有认出，尚未计入任何数。选定是什么表，把没认识的列对上，即读入；这样教过的词今后在别的文件里也认得。',
    en: 'They were read but not recognised, and count for nothing yet. Say which table each is and what its unknown columns mean, and it is read in; words taught this way are known in other files too.',
  },
  'waiting.is': { zh: '没有认出是什么表', en: 'table not recognised' },
  'waiting.which': { zh: '这是什么表', en: 'Which table is this?' },
  'waiting.choose': { zh: '请选择', en: 'Choose' },
  'waiting.take': { zh: '认作“{table}”', en: 'It is “{table}”' },
  'waiting.anyway': { zh: '缺这些列也读入', en: 'Read it without them' },
  'waiting.emptyNote': {
    zh: '还没有一列与“{table}”对上，未读入任何行。请在下面为各列选定字段。',
    en: 'No column belongs to “{table}” yet, and no row was read. Choose fields for its columns below.',
  },
  'nearest.none': {
    zh: '与已知的表都不相像：表头{headers}未认识。',
    en: 'It resembles no known table: {headers} are not known.',
  },
  'nearest.counted': {
    zh: '这是汇总数：{headers}。这一类指标从明细计算，请导入“{table}”的明细表，一事一行；汇总数没有读入。',
    en: 'These are counts: {headers}. Figures of this kind are counted from rows: load “{table}”, one row each. The counts were not read.',
  },
  'nearest.levels': {
    zh: '像“{table}”：{headers}。看不出数的是党组织，没有读入；是的话，在下面选“{table}”。',
    en: 'Like “{table}”: {headers}. Nothing says that organisations are counted, so it was not read; if they are, choose “{table}” below.',
  },
  'nearest.nothing': { zh: '没有读到可供辨认的表头。', en: 'There is no header to tell it by.' },
  'nearest.missing': {
    zh: '最像“{table}”，缺{missing}列：表头{headers}未认识。',
    en: 'Most like “{table}”, which needs {missing}; the headers {headers} are not known.',
  },
  'nearest.missingOnly': { zh: '最像“{table}”，缺{missing}列。', en: 'Most like “{table}”, which needs {missing}.' },
  'nearest.few': {
    zh: '最像“{table}”，但认得的列太少：表头{headers}未认识。',
    en: 'Most like “{table}”, but too few columns are known: {headers} are not.',
  },
  'nearest.chosen': {
    zh: '作“{table}”还缺{missing}列：请在下面为表头{headers}选定字段。',
    en: 'As “{table}” it still needs {missing}: choose fields for {headers} below.',
  },
  'nearest.chosenOnly': { zh: '作“{table}”还缺{missing}列。', en: 'As “{table}” it still needs {missing}.' },
  'nearest.more': { zh: '{headers}等 {count} 个', en: '{headers} and others ({count})' },
  'words.by': { zh: '按教过的词认出：{words}。', en: 'Read by words you taught: {words}.' },
  'words.pair': { zh: '“{word}”即“{meaning}”', en: '“{word}” is “{meaning}”' },
  'words.unknown': {
    zh: '“{column}”列有 {count} 种写法不在取值之内，没有采用。是哪一类？',
    en: '{count} words in the column “{column}” are not among its values and were not used. What do they mean?',
  },
  'words.asks': { zh: '“{text}”是', en: '“{text}” means' },
  'words.cells': { zh: '{count} 格', en: '{count} cells' },
  'words.listed': { zh: '教过的词 {count} 个', en: '{count} words taught' },
  'words.sub': {
    zh: '在一个文件里教过，凡用到这个词的文件都照此读入；不再沿用后，用到它的文件重新读取。',
    en: 'Taught with one file and followed in every file that uses them. When one is taken back, the files that use it are read again.',
  },
  'words.header': { zh: '{table}：列名“{word}”即“{meaning}”', en: '{table}: the header “{word}” is “{meaning}”' },
  'words.value': {
    zh: '{table}：“{column}”列写“{word}”即“{meaning}”',
    en: '{table}: “{word}” in “{column}” is “{meaning}”',
  },
  'words.forget': { zh: '不再沿用', en: 'Take it back' },
  'words.forgetWord': { zh: '不再沿用“{word}”', en: 'Take back “{word}”' },
  'files.decide': { zh: '先处理 {count} 个文件', en: 'Files to decide first: {count}' },
  'files.rest': { zh: '其余 {count} 个文件，按园区', en: 'The other {count} files, by zone' },
  'files.severalZones': { zh: '涉及多个园区', en: 'Several zones' },
  'files.noZone': { zh: '不属于某一园区（名册、规则等）', en: 'Of no single zone (registers, rules)' },
  'files.zone': { zh: '{files} 个文件，{rows} 行', en: '{files} files, {rows} rows' },
  'files.doubts': { zh: '存疑 {count} 处', en: 'doubts: {count}' },
} as const;
