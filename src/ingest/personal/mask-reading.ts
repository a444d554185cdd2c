import { type Issue, Refusal } from '../../domain';
import type { ByteSource, RawOptions, RawReading, RawTableSummary, TableSink } from '../raw';
import { readRaw } from '../raw';
import { MaskLog, MaskingSink } from './mask-table';
import { maskText } from './mask-text';
import { ShownNames, maskedPath } from './shown-names';

/** Issues that hold a row which is no row of the table; what is masked in it is counted there. */
const SET_ASIDE = new Set(['title-row', 'total-row', 'note-row', 'group-row', 'hint-row', 'repeated-header']);
/** A text that was cut may end in the middle of a number. */
const CUT_NUMBER = /[\d\s+()\u2010-\u2015-]{3,}…$/u;

/** An entry of the ledger without what is personal in its texts; the very same where nothing is. */
export function maskedIssue(issue: Issue): Issue {
  const { file, column, value, detail } = issue;
  const shown = {
    file: maskedPath(file),
    column: column === null ? null : maskText(column).text,
    value: value === null ? null : maskText(value).text.replace(CUT_NUMBER, '…'),
    ...(detail === undefined ? {} : { detail: maskText(detail).text }),
  };
  const isSame = shown.file === file && shown.column === column && shown.value === value && shown.detail === detail;
  return isSame ? issue : { ...issue, ...shown };
}

/** A refusal without what is personal in its texts. */
export function maskedRefusal(data: Refusal): Refusal {
  const { file, place, value } = data;
  return new Refusal(data.code, maskedPath(file), place, value === null ? null : maskText(value).text);
}

/** The rows of totals in one line each, without the cells of personal columns. */
function totalsOf(tables: readonly RawTableSummary[]): Map<string, string> {
  const totals = tables.flatMap(({ sheet, totals: rows }) => rows.map((row) => ({ sheet, ...row })));
  return new Map(
    totals.map(({ sheet, record, cells }) => [
      `${record} ${sheet ?? ''}`,
      cells
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' '),
    ]),
  );
}

function maskedReading(reading: RawReading, sink: MaskingSink, names: ShownNames, log: MaskLog): RawReading {
  const tables = reading.tables.map((table) => sink.masked(table));
  const totals = totalsOf(tables);
  const issues = reading.issues.map((issue) => {
    const sheet = issue.sheet === undefined ? null : names.of(issue.sheet);
    if (SET_ASIDE.has(issue.code) && issue.value !== null)
      log.note(maskText(issue.value).kinds, { row: issue.row, column: null }, sheet);
    const total = issue.code === 'total-row' ? totals.get(`${issue.row ?? ''} ${sheet ?? ''}`) : undefined;
    const own = total === undefined ? issue : { ...issue, value: total };
    return { ...maskedIssue(own), ...(sheet === null ? {} : { sheet }) };
  });
  return {
    ...reading,
    file: maskedPath(reading.file),
    tables,
    issues: [...issues, ...log.issues],
    issueCounts: { ...reading.issueCounts, ...log.counts },
  };
}

/**
 * Reads a file as `readRaw` does, and lets nothing personal through: neither in cells, headers, titles and notes, nor in the
 * names of files and sheets, nor in the ledger. Whole personal columns are left to those who read the table. Throws `Refusal`.
 */
export async function readMasked(source: ByteSource, options: RawOptions, sink: TableSink): Promise<RawReading> {
  const names = new ShownNames();
  const log = new MaskLog(maskedPath(source.name));
  // Sheets are named in the order of their records, as they are when a few of those are read again.
  const onRecord: RawOptions['onRecord'] = (_, __, sheet) => void (sheet !== null && names.of(sheet));
  try {
    const masking = new MaskingSink(sink, log, names);
    const reading = await readRaw(source, { ...options, onRecord }, masking);
    return maskedReading(reading, masking, names, log);
  } catch (error) {
    throw error instanceof Refusal ? maskedRefusal(error) : error;
  }
}
