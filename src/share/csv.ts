import Papa from 'papaparse';

/** What a field holds: a text, a number as it is, or nothing known. */
export type Field = string | number | null;

const BOM = '\uFEFF';

/**
 * A text that a spreadsheet would run: it begins with = + - @, full-width or after blanks, or with a tab or a line end. A number is
 * no formula, nor are the dashes that say that there is nothing. Apostrophes before it count as part of it, so that every text can
 * be read back.
 */
const FORMULA =
  /^(?!\s*[+\-＋－]\s*\.?\d[\d,]*(?:\.\d*)?(?:[eE][+-]?\d+)?[%％‰]?\s*$)(?![+\-＋－]+$)'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Records of RFC 4180, each with its line end; what a spreadsheet would run is kept as text by an apostrophe before it. */
export function csvRecords(rows: readonly (readonly Field[])[]): string {
  if (rows.length === 0) return '';
  const lone = rows.some((row) => row.length === 1);
  const fields = rows.map((row) => row.map((field) => field ?? ''));
  const text = Papa.unparse(fields, {
    escapeFormulae: FORMULA,
    // A lone empty field would be an empty line, which no reader takes for a record; blanks at an end are kept.
    quotes: (field: unknown) => (lone && field === '') || /^\s|\s$/u.test(String(field)),
  });
  return `${text}\r\n`;
}

const quoted = (field: string | null): string => {
  if (field === null) return '';
  return /[",\r\n]|^$|^\s|\s$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
};

/** Records for a database: every text as it is, nothing where nothing is known; an empty text is quoted. */
export const databaseCsv = (rows: readonly (readonly (string | null)[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');

/** The records of a text as databases give tables out; null where a quote is not closed. */
export function readDatabaseCsv(text: string): string[][] | null {
  const { data, errors } = Papa.parse<string[]>(text.startsWith(BOM) ? text.slice(1) : text, {
    delimiter: ',',
    skipEmptyLines: true,
  });
  return errors.length > 0 ? null : data;
}

/** A file of records that spreadsheets read as what it is, Chinese included. */
export const csvFile = (rows: readonly (readonly Field[])[]): string => BOM + csvRecords(rows);

/** The records of a text that `csvRecords` or `csvFile` wrote, every field as the text it was. Other people's files are for `ingest`. */
export function readCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.startsWith(BOM) ? text.slice(1) : text, {
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: false,
  });
  // The text ends with a line end, after which there is no record.
  return data
    .slice(0, -1)
    .map((row) => row.map((field) => (field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field)));
}
