export { READER_PLACE, cubeInReport, reportHtml } from './report';
export { disclosed, TOGETHER } from './disclosure/disclosed';
export { cellsCsv } from './cells-csv';
export { type Field, csvFile, csvRecords, readCsv } from './csv';
export { templateCsv, templateXlsx } from './templates';
export { rulesCsv, settingOfCsv, targetsCsv } from './setting-csv';
