import { closeSync, copyFileSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { Refusal, type TableSpec, freeName } from '../domain';
import type { Engine } from '../engine';
import {
  Collection,
  ColumnSurvey,
  DownFill,
  type FileChoices,
  type TableSink,
  maskedPath,
  readTables,
  repeatingHeaders,
  stageFile,
  typedCell,
  typingContext,
} from '../ingest';
import { tableById } from '../model';
import { csvRecords } from '../share';
import { identifier } from '../sql';
import type { ReadBy } from './decided';
import { diskInput, diskSource } from './files';
import { watchedStager, watching } from './watchdog';

/** What `convert` can write. */
export type Form = 'raw' | 'typed' | 'table';

const FLUSH_AT = 4096;

/** Writes records to a file that appears under its name only when everything is written. */
class RecordFile {
  private readonly handle: number;
  private pending: (readonly string[])[] = [];

  constructor(
    private readonly path: string,
    private readonly draft = `${path}.part`,
  ) {
    this.handle = openSync(draft, 'w');
  }

  add(cells: readonly string[]): void {
    this.pending.push(cells);
    if (this.pending.length > FLUSH_AT) this.flush();
  }

  private flush(): void {
    writeSync(this.handle, csvRecords(this.pending));
    this.pending = [];
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
    renameSync(this.draft, this.path);
  }

  discard(): void {
    closeSync(this.handle);
    rmSync(this.draft, { force: true });
  }
}

/** Which input has a name that was masked: another is told apart by a number. */
const named = new Map<string, string>();

/** What the output of an input is called: as the input, but for what is personal in its name. */
function outputName(input: string): string {
  const name = basename(input);
  // Not every file system takes an asterisk.
  const shown = maskedPath(name).replaceAll('*', '×');
  if (shown === name) return name;
  const ending = extname(shown);
  const free = freeName(basename(shown, ending), ending, (known) => (named.get(known) ?? input) !== input);
  named.set(free, input);
  return free;
}

/**
 * The output files of one input. They appear all together at the end, or not at all. Each is named after the input with
 * its ending replaced by .csv; a second link adds .csv to the whole name, so that a.txt and a.csv never collide.
 */
class Outputs {
  private readonly open: RecordFile[] = [];
  private readonly names: (readonly [string, string])[] = [];

  constructor(
    private readonly folder: string,
    private readonly input: string,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** The file of the table with this index, counted from 0. */
  next(index: number): RecordFile {
    const suffix = index === 0 ? '' : `#${index + 1}`;
    const name = outputName(this.input);
    const whole = join(this.folder, `${name}${suffix}.csv`);
    const short = join(this.folder, `${basename(name, extname(name))}${suffix}.csv`);
    const file = new RecordFile(whole);
    this.open.push(file);
    this.names.push([whole, short]);
    return file;
  }

  close(): void {
    for (const file of this.open) file.close();
    for (const [whole, short] of this.names) {
      if (whole === short || resolve(short) === resolve(this.input)) continue;
      rmSync(short, { force: true });
      try {
        linkSync(whole, short);
      } catch {
        // Not every file system has hard links.
        copyFileSync(whole, short);
      }
    }
  }

  discard(): void {
    for (const file of this.open) file.discard();
  }
}

async function writing(folder: string, path: string, write: (outputs: Outputs) => Promise<void>): Promise<void> {
  const outputs = new Outputs(folder, path);
  try {
    await write(outputs);
  } catch (error) {
    outputs.discard();
    throw error;
  }
  outputs.close();
}

/** Reads a file once, giving every table and row to the callbacks. */
async function scan(path: string, choices: FileChoices, sink: TableSink): Promise<void> {
  const source = diskSource(path);
  try {
    await watching(path, source.size, () => readTables(source, choices, sink));
  } finally {
    source.close();
  }
}

async function convertRaw(path: string, folder: string, choices: FileChoices): Promise<void> {
  await writing(folder, path, async (outputs) => {
    let file: RecordFile | null = null;
    await scan(path, choices, {
      table: ({ index, header }) => {
        file = outputs.next(index);
        file.add(header);
      },
      row: (cells) => file?.add(cells),
      end: () => undefined,
    });
  });
}

/**
 * Two passes: the first decides the kind of every column by all of its cells, the second writes. What repeats the row above
 * (ditto marks, merged cells, blanks of split ones) is written out.
 */
async function convertTyped(path: string, folder: string, { name, choices }: ReadBy): Promise<void> {
  const surveys: ColumnSurvey[][] = [];
  let fill = new DownFill(repeatingHeaders([]));
  await scan(path, choices, {
    table: ({ index, header }) => {
      surveys[index] = header.map(() => new ColumnSurvey());
      fill = new DownFill(repeatingHeaders(header));
    },
    row: (cells, record, merged) => {
      const whole = fill.row(cells, record, merged);
      surveys.at(-1)?.forEach((survey, at) => survey.add(whole[at] ?? ''));
    },
    end: () => undefined,
  });
  await writing(folder, path, async (outputs) => {
    let file: RecordFile | null = null;
    let readings: ReturnType<ColumnSurvey['reading']>[] = [];
    await scan(path, choices, {
      table: ({ index, header, title }) => {
        const context = typingContext([...title, name]);
        readings = header.map((name, at) => (surveys[index]?.[at] ?? new ColumnSurvey()).reading(name, context));
        fill = new DownFill(repeatingHeaders(header));
        file = outputs.next(index);
        file.add(header);
      },
      row: (cells, record, merged) => {
        const whole = fill.row(cells, record, merged);
        file?.add(readings.map((reading, at) => typedCell(reading, whole[at] ?? '').text));
      },
      end: () => undefined,
    });
  });
}

const cellText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

async function writeTable(engine: Engine, table: TableSpec, fileId: number, file: RecordFile): Promise<void> {
  const columns = table.columns.map(({ id }) => `CAST(${identifier(id)} AS VARCHAR) AS ${identifier(id)}`);
  file.add(table.columns.map((column) => column.id));
  const rows = await engine.rows(
    `SELECT ${columns.join(', ')} FROM ${identifier(table.id)} WHERE file_id = ${fileId} ORDER BY source_row, rowid`,
  );
  for (const row of rows) file.add(table.columns.map((column) => cellText(row[column.id])));
}

async function convertTable(
  engine: Engine,
  path: string,
  folder: string,
  { name, choices, matches }: ReadBy,
): Promise<void> {
  const input = diskInput(path, name);
  const staged = await watching(path, input.source.size, () => stageFile(input.source, [], choices, {}, matches));
  const collection = await Collection.open(engine, watchedStager);
  const report = await collection.addStaged(input, staged, choices);
  const tables = new Set(report.tables.map((table) => table.table).filter((id) => id !== null));
  await writing(folder, path, async (outputs) => {
    let index = 0;
    for (const id of tables) {
      const table = tableById(id);
      if (!table) throw new Refusal('no-known-table', path);
      await writeTable(engine, table, report.id, outputs.next(index++));
    }
  });
}

/** Writes one file as clean CSV. Throws Refusal when it cannot be read; nothing is written then. */
export async function convertFile(
  engine: () => Promise<Engine>,
  path: string,
  form: Form,
  folder: string,
  readBy: ReadBy,
): Promise<void> {
  if (form === 'raw') return convertRaw(path, folder, readBy.choices);
  if (form === 'typed') return convertTyped(path, folder, readBy);
  return convertTable(await engine(), path, folder, readBy);
}
