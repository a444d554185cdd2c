export { cubeInReport, reportHtml } from './report';
export { type Choice, EVERYTHING, type Offer, chosen, released, sumsOf, today } from './release';
export { disclosed } from './disclosure/disclosed';
export { LEAST } from './disclosure/tell';
export { cellsCsv } from './cells-csv';
export { type Field, csvFile, csvRecords, readCsv } from './csv';
export { templateCsv, templateXlsx } from './templates';
export { rulesCsv, settingOfCsv, targetsCsv } from './setting-csv';
