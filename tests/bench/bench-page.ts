import Papa from 'papaparse';
import { openBrowserEngine } from '../../src/engine/browser';
import { Collection, fileSource } from '../../src/ingest';
import { workerStager } from '../../src/ingest/worker-client';

/* The readers that are compared, in one page: each reads the file chosen in it and answers one grouped question. */

/** A question: SQL for a database, places of the columns for a loop. */
export interface Question {
  readonly reader: 'read_csv' | 'zonelens' | 'papaparse';
  readonly sql: string;
  /** Another question, asked behind the clock. */
  readonly also: string | null;
  readonly columns: readonly [zone: number, kind: number, day: number];
}

/** Milliseconds and what was found: a line a group. */
export interface Answer {
  readonly ms: number;
  readonly groups: readonly string[];
  readonly also: number | null;
}

const raw = await openBrowserEngine();
const own = await openBrowserEngine();
const collection = await Collection.open(own, workerStager());

const linesOf = (rows: readonly Readonly<Record<string, unknown>>[]): string[] =>
  rows.map((row) => Object.values(row).join('|')).sort();

/** DuckDB-WASM's own sniffed `read_csv` and one grouped query. */
async function byReadCsv(file: File, { sql }: Question): Promise<string[]> {
  const path = await raw.load(file);
  const rows = await raw.rows(sql.replace('{file}', `read_csv('${path}')`));
  await raw.drop(path);
  return linesOf(rows);
}

/** All that the page does with a file: recognised, masked, typed, checked, told in the ledger, in its table; then the same question. */
async function byZonelens(file: File, { sql }: Question): Promise<string[]> {
  await collection.add({ path: file.name, source: fileSource(file), data: file });
  await collection.settle();
  return linesOf(await own.rows(sql));
}

const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;

/** PapaParse fed by one streaming decoder, and a Map. */
async function byPapaParse(file: File, { columns: [zone, kind, day] }: Question): Promise<string[]> {
  const counts = new Map<string, number>();
  const decoder = new TextDecoder();
  let held = '';
  let isFirst = true;
  for (let from = 0; from < file.size; from += 1 << 22) {
    const text = held + decoder.decode(await file.slice(from, from + (1 << 22)).arrayBuffer(), { stream: true });
    const end = text.lastIndexOf('\n') + 1;
    held = text.slice(end);
    const { data } = Papa.parse<string[]>(text.slice(0, end), {
      delimiter: ',',
      newline: '\r\n',
      skipEmptyLines: true,
    });
    for (const cells of isFirst ? data.slice(1) : data) {
      const key = `${cells[zone] ?? ''}|${cells[kind] ?? ''}|${quarterOf(cells[day] ?? '')}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    isFirst = false;
  }
  return [...counts].map(([key, n]) => `${key}|${n}`).sort();
}

const READERS = { read_csv: byReadCsv, zonelens: byZonelens, papaparse: byPapaParse };

async function answer(question: Question): Promise<Answer> {
  const file = (document.getElementById('file') as HTMLInputElement).files?.[0];
  if (!file) throw new TypeError('no file was chosen');
  await collection.clear();
  const start = performance.now();
  const groups = await READERS[question.reader](file, question);
  const ms = performance.now() - start;
  const [also] = question.also === null ? [] : await own.rows(question.also);
  return { ms, groups, also: also ? Number(also.n) : null };
}

Object.assign(window, { answer });
document.title = 'ready';
