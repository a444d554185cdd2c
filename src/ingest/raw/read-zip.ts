import type { Issue } from '../../domain';
import { Refusal } from '../../domain';
import { entryName, listZip, unzipEntry } from './container';
import type { ByteSource, RawOptions, RawReading, RawTableSummary, TableSink, TableStart } from './reading';

/** Reads one file found in an archive. */
export type ReadEntry = (source: ByteSource, options: RawOptions, sink: TableSink) => Promise<RawReading>;

/** What a .zip holds: a workbook, which is itself a .zip, some other document, or files. */
export function zipKind(names: readonly string[]): 'workbook' | 'document' | 'files' {
  if (names.some((name) => /^(?:xl\/workbook\.(?:xml|bin)|content\.xml|Index\/Document\.iwa)$/i.test(name)))
    return 'workbook';
  if (names.some((name) => /^(?:word|ppt)\//i.test(name))) return 'document';
  return 'files';
}

/** Reads every table of every file in an archive, in the order of its directory; archives inside are refused. */
export async function readZip(
  source: ByteSource,
  bytes: Uint8Array,
  options: RawOptions,
  sink: TableSink,
  readEntry: ReadEntry,
): Promise<RawReading> {
  const tables: RawTableSummary[] = [];
  const issues: Issue[] = [];
  const issueCounts: Record<string, number> = {};
  let refused: Refusal | null = null;
  const entries = listZip(source.name, bytes).filter(({ name }) => isDataFile(name));
  for (const { name } of entries) {
    const shown = entryName(name);
    try {
      const content = unzipEntry(source.name, bytes, name);
      const inside = { ...options, ...tapOf(options, shown) };
      const reading = await readEntry(sourceOf(shown, content), inside, shifted(sink, shown, tables.length));
      tables.push(...reading.tables.map((table, i) => relabelled(table, shown, tables.length + i)));
      for (const issue of reading.issues)
        issues.push({ ...issue, file: source.name, sheet: nameOf(shown, issue.sheet ?? null) });
      for (const [code, count] of Object.entries(reading.issueCounts))
        issueCounts[code] = (issueCounts[code] ?? 0) + count;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'cancelled') throw error;
      refused ??= error;
      issues.push({
        code: 'entry-refused',
        severity: 'error',
        file: source.name,
        sheet: shown,
        row: null,
        column: null,
        value: error.code,
      });
      issueCounts['entry-refused'] = (issueCounts['entry-refused'] ?? 0) + 1;
    }
  }
  if (tables.length === 0) throw refused ?? new Refusal('empty-file', source.name);
  return {
    file: source.name,
    format: 'zip',
    encoding: 'zip',
    bom: false,
    replacements: 0,
    delimiter: '',
    quote: '',
    newline: 'none',
    tables,
    issues,
    issueCounts,
  };
}

function isDataFile(name: string): boolean {
  return !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|~\$)/.test(name);
}

function sourceOf(name: string, content: Uint8Array): ByteSource {
  return { name, size: content.length, read: (from, to) => Promise.resolve(content.subarray(from, to)) };
}

/** The same sink for an entry: its tables are counted on, and named after it. */
function shifted(sink: TableSink, entry: string, offset: number): TableSink {
  const index = (own: number): number => own + offset;
  return {
    table: (start: TableStart) =>
      sink.table({ ...start, index: index(start.index), sheet: nameOf(entry, start.sheet) }),
    row: (cells, record, merged) => sink.row(cells, record, merged),
    end: (summary) => sink.end(relabelled(summary, entry, index(summary.index))),
  };
}

function tapOf({ onRecord }: RawOptions, entry: string): Pick<RawOptions, 'onRecord'> {
  return onRecord ? { onRecord: (cells, record, sheet) => onRecord(cells, record, nameOf(entry, sheet)) } : {};
}

function relabelled(table: RawTableSummary, entry: string, index: number): RawTableSummary {
  return { ...table, index, sheet: nameOf(entry, table.sheet) };
}

function nameOf(entry: string, sheet: string | null): string {
  return sheet === null ? entry : `${entry} ${sheet}`;
}
