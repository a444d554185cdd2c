import { mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAN_INPUTS, type PlanInput, aboutCells, inputSql, rowsInZonesSql, zonesInSql } from '../cube';
import type { Row } from '../engine';
import { type FileReport, byReading } from '../ingest';
import { ledgerTable } from '../pages/quality/ledger-table';
import { csvFile, tableCsv, tableParquet } from '../share';
import type { Figures } from '../state/figures';
import { type LedgerEntry, ledgerOf } from '../state/ledger';
import { FILE_WORDS } from '../state/messages/file-words';
import { SHELL_WORDS } from '../state/messages/shell-words';
import { aboutFiles, decisionsOf as decidedIn } from '../state/read-files';
import { Chinese } from '../state/wording';
import type { AllRead } from './reading';
import { type Arguments, UsageError, required } from './usage';

/** How rows of tables can be written. */
const FORMATS = ['csv', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** How a command line wants rows written. Throws UsageError for a format there is not. */
export function formatOf({ options }: Arguments): Format {
  const named = options.get('--format') ?? 'csv';
  const format = FORMATS.find((known) => known === named);
  if (format === undefined) throw new UsageError(`--format is ${FORMATS.join(' or ')}, not ${named}`);
  return format;
}

/** A folder that whole tables are written to. Throws UsageError where it holds anything: what is left of others would be taken for these. */
export function emptyFolder(parsed: Arguments): string {
  const folder = required(parsed, '--out-dir');
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0)
    throw new UsageError(`${folder} must be empty: ${parsed.command} writes into a folder of its own`);
  return folder;
}

/** Rows of texts in the order of the columns. */
export const textsOf = ({ columns }: PlanInput, rows: readonly Row[]): (string | null)[][] =>
  rows.map((row) => columns.map((name) => (row[name] == null ? null : String(row[name]))));

/** What stands for no zone in the name of a folder, to every reader of such folders. */
const NO_ZONE = '__HIVE_DEFAULT_PARTITION__';
const NOT_IN_NAMES = /[\u0000-\u001f\u007f"#%'*/:<>|=?\\{}[\]^]|[ .]$/gu;

/** The folder of a zone: what names of folders cannot hold is written as its code, as readers of such folders expect. */
function zoneFolder(zone: string): string {
  const name = zone.replace(
    NOT_IN_NAMES,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `zone=${name === '' ? NO_ZONE : name}`;
}

/** The rows of every table, zone by zone: `TABLE/zone=ZONE/rows.parquet`; `TABLE/rows.parquet` where they are not of zones. */
async function writeTables({ db }: AllRead, folder: string): Promise<void> {
  const write = async (input: PlanInput, sql: string, ...path: string[]): Promise<void> => {
    const rows = textsOf(input, await db.rows(sql));
    if (rows.length === 0) return;
    const place = join(folder, input.table, ...path);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'rows.parquet'), await tableParquet(input, rows));
  };
  for (const input of PLAN_INPUTS) {
    const ofZones = zonesInSql(input);
    const zones = ofZones === null ? null : (await db.rows(ofZones)).map(({ zone }) => String(zone));
    if (zones === null) await write(input, inputSql(input));
    else for (const zone of zones) await write(input, rowsInZonesSql(input, [zone]), zoneFolder(zone));
  }
}

/** What is only counted because a kind has too many to list, as entries of no line. */
function uncounted(file: FileReport): LedgerEntry[] {
  return Object.entries(file.issueCounts).flatMap(([code, count]): LedgerEntry[] => {
    const listed = file.issues.filter((issue) => issue.code === code);
    const [first] = listed;
    if (count <= listed.length) return [];
    const detail = `另有 ${count - listed.length} 处，不逐条列出`;
    const { severity = 'note' } = first ?? {};
    return [
      { file: file.id, issue: { code, severity, file: file.path, row: null, column: null, value: null, detail } },
    ];
  });
}

function ledgerCsv(files: readonly FileReport[]): string {
  const language = new Chinese();
  language.add(SHELL_WORDS);
  language.add(FILE_WORDS);
  return tableCsv(ledgerTable([...ledgerOf(files), ...files.flatMap(uncounted)], language));
}

/** The number each row names as its file, and which file that is. */
async function filesCsv({ collection }: AllRead): Promise<string> {
  const sums = new Map((await decidedIn(collection)).map(({ path, sha256 }) => [path, sha256]));
  return csvFile([
    ['file_id', 'file', 'sha256'],
    ...collection.files.map(({ id, path }) => [id, path, sums.get(path) ?? '']),
  ]);
}

/**
 * Writes the rows of all files as typed Parquet tables, a folder for each table and zone, with the ledger of what was skipped, changed
 * and doubted, and the list of the files, beside them. The folder holds all of it or nothing. Gives what has to be known about the files.
 */
export async function writeParquet(
  read: AllRead,
  folder: string,
): Promise<Pick<Figures, 'loaded' | 'unplaced' | 'zones'>> {
  const { db, collection, decisions } = read;
  await collection.settle();
  // Which zone a row counts for is known once the names of zones are written.
  await aboutCells(db, collection.files.map(({ path }) => path).sort(byReading), decisions.setting ?? {});
  const draft = `${folder}.part`;
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft);
    await writeTables(read, draft);
    await collection.tellCounted();
    writeFileSync(join(draft, 'ledger.csv'), ledgerCsv(collection.files));
    writeFileSync(join(draft, 'files.csv'), await filesCsv(read));
    rmdirSync(folder);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return aboutFiles(db, collection);
}
