export { READER_PLACE, cubeInReport, reportHtml } from './report';
export { cellsCsv } from './cells-csv';
export { neutral } from './neutral';
export { templateCsv, templateXlsx } from './templates';
export { rulesCsv, targetsCsv } from './setting-csv';
