export { cubeInFile, cubeInReport, reportHtml } from './report';
export { type Choice, EVERYTHING, type Offer, chosen, released, sumsOf, today } from './release';
export { disclosed } from './disclosure/disclosed';
export { LEAST } from './disclosure/tell';
export { cellsCsv } from './cells-csv';
export { cubeParquet, tableParquet } from './parquet';
export { cubeXlsx } from './cube-book';
export { type Field, csvFile, csvRecords, databaseCsv, readCsv, readDatabaseCsv } from './csv';
export {
  type CellValue,
  type ColumnKind,
  type TableColumn,
  type TableData,
  type Told,
  cellText,
  changeCell,
  tableCsv,
} from './table';
export { type Sheet, XLSX_TYPE, workbook } from './workbook';
export { type About, type Books, type TableBook, type ZonePart, BOOKS } from './table-book';
export { templateCsv, templateXlsx } from './templates';
export { rulesCsv, settingOfCsv, targetsCsv } from './setting-csv';
export { docxOf } from './docx';
export { PAPER_CSS, blockHtml, paperHtml } from './paper-html';
export { papersZip } from './papers';
