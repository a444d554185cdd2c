export { READER_PLACE, cubeInReport, reportHtml } from './report';
export { cellsCsv } from './cells-csv';
