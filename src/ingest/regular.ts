import { type Engine, EngineError } from '../engine';
import { type TableSpec } from '../domain';
import { tableById } from '../model';
import { NOTHING_FOUND, checkRows } from './canonical/checks';
import { type DirectFile, checkTexts, countDirect, loadDirect } from './canonical/direct';
import { type FileLevel, type KnownZone, fileLevelValues } from './canonical/file-level';
import { type Rivals, dropDuplicates } from './canonical/repeats';
import { standingOf } from './canonical/standing';
import { type Around, yearSaid } from './canonical/as-of';
import { together } from './canonical/corrections';
import { ReadTogether } from './canonical/read-together';
import { gatheringsOf } from './canonical/gathered';
import { headersOf } from './canonical/matched-columns';
import { SHOWN } from './canonical/staging';
import { unstatedSql } from './canonical/unstated';
import { isShareColumn } from './cells';
import { Findings } from './findings';
import type { KnownMatches } from './canonical/choices';
import { type HeaderMatch, NO_WORDS, headerSignature, matchHeader, usesWords } from './match';
import type { Probe, RawReading, RawTableSummary } from './raw';
import type { FileReport } from './report';
import type { ZoneNames } from './zone-names';

/** Smaller files are read the careful way at once: looking twice would cost more than it saves. */
export const DIRECT_FROM_BYTES = 4_000_000;

/** A file whose head and tail are regular, and what it was matched to. */
interface Regular {
  readonly table: TableSpec;
  readonly match: HeaderMatch;
  readonly fileLevel: Readonly<Record<string, string>>;
  readonly otherDays: FileLevel['otherDays'];
}

const around = (path: string): Around => ({ title: [], sheet: null, path, notes: [] });

/** What a regular file may be loaded as; null when anything about it needs the careful reader. */
function regularTable(path: string, seen: Probe, zones: readonly KnownZone[]): Regular | null {
  if (!seen.regular || (seen.newline !== 'lf' && seen.newline !== 'crlf')) return null;
  const match = matchHeader(seen.header, { rows: seen.rows, title: [path] });
  const table = match.table === null ? undefined : tableById(match.table);
  if (!table || match.personal.length > 0 || match.unpivot !== null || match.missing.length > 0) return null;
  // What is written over several columns is gathered row by row.
  if (gatheringsOf(seen.header, seen.rows).length > 0) return null;
  // A column that says one fact together with another is read row by row.
  const fields = match.fields.filter((id) => id !== null);
  if (new Set(fields).size < fields.length) return null;
  // Of one alone only blanks are: they are told as missing, and the file is then read carefully.
  const together = ReadTogether.of(table, fields, headersOf(match, fields, seen.header), {});
  if (together !== null && !together.onlyBlanks) return null;
  // How shares are written shows only in the whole column.
  if (table.columns.some((column) => isShareColumn(column) && match.fields.includes(column.id))) return null;
  const once = fileLevelValues(table, around(path), zones, match);
  const fileLevel = { ...once.values, ...match.implied };
  const otherDays = match.fields.includes('snapshot_date') ? [] : once.otherDays;
  const given = (id: string): boolean => match.fields.includes(id) || fileLevel[id] !== undefined;
  return table.columns.every((column) => column.required !== true || given(column.id))
    ? { table, match, fileLevel, otherDays }
    : null;
}

function readingOf(path: string, seen: Probe, rows: number): { reading: RawReading; summary: RawTableSummary } {
  const skipped = { title: 0, total: 0, note: 0, blank: 0, repeatedHeader: 0, hint: 0, group: 0 };
  const about = {
    index: 0,
    sheet: null,
    headerRows: 1,
    header: seen.header,
    titleLines: [],
    notes: [],
    groups: [],
    totals: [],
  };
  const summary: RawTableSummary = { ...about, rows, skipped };
  const { bom, delimiter, quote, newline } = seen;
  const text = { format: 'text', encoding: 'utf-8', replacements: 0, issues: [], issueCounts: {} } as const;
  return { summary, reading: { ...text, file: path, bom, delimiter, quote, newline, tables: [summary] } };
}

function directFile(path: string, seen: Probe, { table, match, fileLevel }: Regular): DirectFile {
  const year = yearSaid(around(path));
  return {
    table,
    fields: match.fields,
    delimiter: seen.delimiter,
    newline: seen.newline === 'crlf' ? 'crlf' : 'lf',
    sample: seen.rows,
    headers: Object.fromEntries(match.fields.flatMap((id, at) => (id === null ? [] : [[id, seen.header[at] ?? id]]))),
    fileLevel,
    context: year === null ? {} : { year },
  };
}

/** What a first look counts: the rows of one canonical table by some of its columns. */
export interface FirstLook {
  readonly table: string;
  readonly columns: readonly string[];
  /** Name of the table that receives the counts. */
  readonly into: string;
}

/** Counts a regular file of the table asked for, before it is loaded. False when it is another table or not regular all through. */
export async function countRegular(
  engine: Engine,
  input: { readonly path: string; readonly data: File | Uint8Array },
  seen: Probe,
  zones: readonly KnownZone[],
  look: FirstLook,
): Promise<boolean> {
  const regular = regularTable(input.path, seen, zones);
  if (regular?.table.id !== look.table) return false;
  try {
    await countDirect(engine, input.data, directFile(input.path, seen, regular), look.columns, look.into);
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/** Loads a file whose head and tail are regular straight into the database. Null, with nothing added, when it is not regular all through. */
export async function loadRegular(
  engine: Engine,
  input: { readonly path: string; readonly data: File | Uint8Array; readonly size: number },
  seen: Probe,
  zones: readonly KnownZone[],
  fileId: number,
  names: ZoneNames,
  rivals: Rivals = new Map(),
  signal?: AbortSignal,
): Promise<FileReport | null> {
  const { path } = input;
  const regular = regularTable(path, seen, zones);
  if (!regular) return null;
  const { table, match, fileLevel, otherDays } = regular;
  const newcomer = { id: fileId, path, standing: standingOf(path, []) };
  const file = directFile(path, seen, regular);
  const { headers } = file;
  try {
    signal?.throwIfAborted();
    const rows = await loadDirect(engine, input.data, file, fileId);
    signal?.throwIfAborted();
    const [checked = NOTHING_FOUND] = await checkRows(engine, table, [{ file: fileId, path, headers }]);
    const written = checked.zones;
    await names.take(table.id, written);
    // Asked together: the texts are read here while the database does the rest.
    const [texts, found] = await Promise.all([
      checkTexts(engine, file, fileId, path),
      dropDuplicates(engine, table, [newcomer], rivals, true),
    ]);
    const stated = new Set([...Object.keys(headers), ...Object.keys(fileLevel)]);
    const unstated = unstatedSql(table, [{ file: fileId, path, stated }]);
    if (unstated !== null) await engine.run(unstated);
    signal?.throwIfAborted();
    // A required cell that is empty may be a row that is none: totals, notes. The careful reader can tell.
    if ('missing-required' in checked.issueCounts) return null;
    // Without its damaged codes a row may be the same as another.
    const again =
      'damaged-code' in texts.issueCounts ? await dropDuplicates(engine, table, [newcomer], rivals, true) : [];
    const repeats = [...found, ...again];
    const dropped = repeats.reduce((sum, one) => sum + one.dropped, 0);
    const twoZones = repeats.flatMap((one) => one.twoZones ?? []).slice(-1);
    const corrections = together(repeats.flatMap((one) => one.corrections));
    const findings = new Findings();
    for (const one of [texts, checked, ...repeats]) findings.add(one);
    const { reading, summary } = readingOf(path, seen, rows);
    const start = { index: 0, sheet: null, title: [], header: seen.header, headerRows: 1, tiers: [seen.header] };
    const view = {
      start,
      match,
      summary,
      sample: seen.rows.slice(0, SHOWN),
      mismatches: [],
      ...(otherDays.length > 0 && { otherDays }),
    };
    return {
      id: fileId,
      path,
      size: input.size,
      reading,
      tables: [
        {
          table: table.id,
          view,
          fileLevel,
          loaded: rows - dropped,
          ...(written.length > 0 && { zones: written }),
        },
      ],
      issues: findings.issues,
      issueCounts: findings.counts,
      choices: {},
      standing: newcomer.standing,
      ...(corrections.length > 0 && { corrections }),
      ...(twoZones.length > 0 && { twoZones }),
    };
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** Whether decisions kept from other files tell how a header is to be read. */
export function isDecided(header: readonly string[], { headers, words = NO_WORDS }: KnownMatches): boolean {
  return headers?.[headerSignature(header)] !== undefined || usesWords(words, header);
}
