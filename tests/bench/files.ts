import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gbk } from '../ingest/raw/read-bytes';
import { type BenchTable, type Random, randomFrom } from './tables';

/** How a file of the benchmark is written: as a program would, as Excel of a Chinese office does, as people do. */
export const FORMS = ['utf-8', 'gb18030', 'messy'] as const;
export type Form = (typeof FORMS)[number];

/** A file of the benchmark. */
export interface BenchFile {
  readonly table: BenchTable;
  readonly form: Form;
  readonly rows: number;
  readonly path: string;
  readonly bytes: number;
  /** Counts that no reader can read. */
  readonly spoilt: number;
}

/** One row in so many has a count that is none. */
const SPOILT_IN = 100;
const SPOILT = ['不清楚', '#REF!', '见附件', '核实中', 'abc', '12-34'];
/** Rows between two subtotals. */
const PART = 50_000;

const WRITTEN: readonly ((iso: string) => string)[] = [
  (iso) => iso,
  (iso) => iso.replaceAll('-', '/'),
  (iso) => iso.replaceAll('-', '.'),
  (iso) => `${iso.slice(0, 4)}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`,
  (iso) => iso.replaceAll('-', ''),
];

/** Spoils a row as people do: its days in any writing, one count in a hundred no number. Tells whether it has one. */
function spoil(table: BenchTable, cells: string[], random: Random): boolean {
  for (const at of table.days) cells[at] = WRITTEN[random(WRITTEN.length)]?.(cells[at] ?? '') ?? '';
  if (random(SPOILT_IN) > 0) return false;
  cells[table.counts] = SPOILT[random(SPOILT.length)] ?? '';
  return true;
}

/** A row of sums under the rows it is of. */
function totalRow({ header, counts }: BenchTable, label: string, sum: number): string {
  return header.map((_, at) => (at === 0 ? label : at === counts ? String(sum) : '')).join(',');
}

/** The lines of a file, the same for the same seed in every form but for what is spoilt. */
function* linesOf(
  table: BenchTable,
  form: Form,
  rows: number,
  seed: number,
  told: { spoilt: number },
): Generator<string> {
  const random = randomFrom(seed);
  const mess = randomFrom(seed + 1);
  const messy = form === 'messy';
  if (messy) yield table.title + ','.repeat(table.header.length - 1);
  yield table.header.join(',');
  let [part, all] = [0, 0];
  for (let at = 0; at < rows; at += 1) {
    const cells = table.row(at, random);
    if (messy && spoil(table, cells, mess)) told.spoilt += 1;
    else part += Number(cells[table.counts]);
    yield cells.join(',');
    if (!messy || ((at + 1) % PART !== 0 && at + 1 !== rows)) continue;
    yield totalRow(table, '小计', part);
    all += part;
    part = 0;
  }
  if (messy) yield totalRow(table, '合计', all);
}

/** A clean file of the benchmark as text. */
export const benchText = (table: BenchTable, rows: number, seed: number): string =>
  [...linesOf(table, 'utf-8', rows, seed, { spoilt: 0 }), ''].join('\r\n');

/** Writes a file of the benchmark, unless it is there. */
export function benchFile(table: BenchTable, form: Form, rows: number, seed: number): BenchFile {
  const folder = join(tmpdir(), 'zonelens-bench');
  mkdirSync(folder, { recursive: true });
  const told = { spoilt: 0 };
  const path = join(folder, `${table.id}-${rows}-${seed}-${form}.csv`);
  const fresh = !existsSync(path);
  const file = fresh ? openSync(`${path}.part`, 'w') : null;
  const encode = form === 'gb18030' ? gbk : (text: string) => new TextEncoder().encode(text);
  let pending: string[] = [];
  const flush = (): void => {
    if (file !== null && pending.length > 0) writeSync(file, encode(`${pending.join('\r\n')}\r\n`));
    pending = [];
  };
  for (const line of linesOf(table, form, rows, seed, told)) {
    pending.push(line);
    if (pending.length === 20_000) flush();
  }
  flush();
  if (file !== null) {
    closeSync(file);
    renameSync(`${path}.part`, path);
  }
  return { table, form, rows, path, bytes: statSync(path).size, spoilt: told.spoilt };
}
