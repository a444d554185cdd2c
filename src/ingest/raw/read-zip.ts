import { Refusal } from '../../domain';
import { IssueLog } from './issue-log';
import { LIMITS } from './limits';
import type { ByteSource, RawOptions, RawReading, RawTableSummary, TableSink, TableStart } from './reading';
import { type ZipDirectory, type ZipEntry, unpack } from './zip-archive';

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
  directory: ZipDirectory,
  options: RawOptions,
  sink: TableSink,
  readEntry: ReadEntry,
): Promise<RawReading> {
  const tables: RawTableSummary[] = [];
  const log = new IssueLog(source.name);
  let refused: Refusal | null = null;
  let left = LIMITS.unpacked;
  if (directory.unlisted > 0) log.add('entry-unlisted', 'warning', null, { value: String(directory.unlisted) });
  for (const { entry, shown } of dataFiles(directory.entries)) {
    log.sheet = shown;
    try {
      const { content, sizeDiffers } = unpack(source.name, bytes, entry, left);
      left -= content.length;
      if (sizeDiffers) log.add('entry-size', 'warning', null, { value: `${entry.stated} / ${content.length}` });
      const inside = { ...options, ...tapOf(options, shown) };
      const reading = await readEntry(sourceOf(shown, content), inside, shifted(sink, shown, tables.length));
      tables.push(...reading.tables.map((table, i) => relabelled(table, shown, tables.length + i)));
      for (const issue of reading.issues)
        log.issues.push({ ...issue, file: source.name, sheet: nameOf(shown, issue.sheet ?? null) });
      for (const [code, count] of Object.entries(reading.issueCounts))
        log.counts[code] = (log.counts[code] ?? 0) + count;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'cancelled') throw error;
      refused ??= error;
      log.add('entry-refused', 'error', null, { value: error.code });
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
    issues: log.issues,
    issueCounts: log.counts,
  };
}

/** What systems leave in archives beside the files somebody put there. */
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\.(?:git|svn)\/)/i;

/** The files of an archive that may hold data; of those with the same name the second is shown with its number. */
function dataFiles(entries: readonly ZipEntry[]): { entry: ZipEntry; shown: string }[] {
  const seen = new Map<string, number>();
  return entries
    .filter(({ name }) => name !== '' && !name.endsWith('/') && !LEFT_BEHIND.test(name))
    .map((entry) => {
      const nth = (seen.get(entry.name) ?? 0) + 1;
      seen.set(entry.name, nth);
      return { entry, shown: nth === 1 ? entry.name : `${entry.name} (${nth})` };
    });
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
    group: (label) => sink.group?.(label),
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
