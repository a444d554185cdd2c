import type * as XLSX from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Refusal } from '../../src/domain';
import { bytesSource } from '../../src/ingest';
import { type RawReading, readRaw } from '../../src/ingest/raw';
import { filesOf, gridOf, workbook } from './case-files';
import { TWINS } from './twins';

/** A sequence of numbers from 0 to 1 that depends on nothing but the seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES = [
  '"',
  '""',
  ',',
  '\r',
  '\n',
  '\t',
  ';',
  '\uFEFF',
  '\u0000',
  '：',
  '合计',
  '其中：',
  '全区',
  '2023.1',
  '|',
  ' ',
  '<',
  '_x005F_',
];

function samples(): [string, Uint8Array][] {
  const all = TWINS.filter((_, n) => n % 6 === 0).flatMap((twin) => filesOf(twin));
  const grid = gridOf(TWINS[0]?.grid ?? '');
  const sheets = ['xlsb', 'html', 'xlml', 'sylk', 'dbf'] as const;
  const more = sheets.map((type): [string, Uint8Array] => [`m.${type}`, workbook(grid, type as XLSX.BookType)]);
  return [
    ...all,
    ...more,
    ['z.zip', zipSync({ '甲.csv': strToU8('园区,数\n河西,1\n'), 'b.csv': strToU8('a,b\n1,2\n') })],
  ];
}

function mutate(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = (length: number): number => Math.floor(next() * Math.max(1, length));
  const how = next();
  if (how < 0.15) return bytes.slice(0, at(bytes.length));
  if (how < 0.3) {
    const piece = strToU8(PIECES[at(PIECES.length)] ?? '"');
    const place = at(bytes.length);
    const times = 1 + at(40);
    return Uint8Array.from([
      ...bytes.slice(0, place),
      ...Array.from({ length: times }, () => [...piece]).flat(),
      ...bytes.slice(place),
    ]);
  }
  if (how < 0.4) {
    const [from, length] = [at(bytes.length), at(200)];
    return Uint8Array.from([...bytes.slice(0, from + length), ...bytes.slice(from)]);
  }
  const out = bytes.slice();
  for (let k = 0; k < 1 + at(12); k += 1) out[at(out.length)] = at(256);
  return out;
}

/** Changes what an archive holds and packs it again, so that the damage gets behind its checksums. */
function mutateInside(bytes: Uint8Array, next: () => number): Uint8Array {
  try {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts);
    const name = names[Math.floor(next() * names.length)] ?? '';
    const part = parts[name] ?? new Uint8Array();
    const digits = strFromU8(part, true).replace(/\d+/g, (text) =>
      next() < 0.1 ? String(Math.floor(next() * 1e9)) : text,
    );
    return zipSync({ ...parts, [name]: next() < 0.5 ? strToU8(digits, true) : mutate(part, next) });
  } catch {
    return mutate(bytes, next);
  }
}

/** One made-up file. */
export function fuzzed(seed: number): { name: string; bytes: Uint8Array } {
  const next = numbers(seed);
  known ??= samples();
  const [name, bytes] = known[Math.floor(next() * known.length)] ?? ['a.csv', new Uint8Array()];
  const inside = bytes[0] === 0x50 && bytes[1] === 0x4b && next() < 0.6;
  return { name, bytes: inside ? mutateInside(bytes, next) : mutate(bytes, next) };
}
let known: [string, Uint8Array][] | null = null;

/** Records of a text that are filled, as the reader numbers them. */
interface Account {
  readonly reading: RawReading;
  readonly filled: number;
  readonly given: number;
}

async function readAccount(name: string, bytes: Uint8Array): Promise<Account> {
  let filled = 0;
  let given = 0;
  const source = bytesSource(name, bytes);
  const sink = {
    table: () => undefined,
    row: () => {
      given += 1;
    },
    end: () => undefined,
  };
  const onRecord = (cells: readonly string[]): void => {
    if (cells.some((cell) => cell.trim() !== '')) filled += 1;
  };
  return { reading: await readRaw(source, { isHeaderWord: () => false, onRecord }, sink), filled, given };
}

/** What became of every filled record: a row, part of a header, or told as left out. Tables beside each other share records. */
function unaccounted({ reading, filled, given }: Account): string | null {
  const { tables, issueCounts } = reading;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if (rows !== given) return `${given} rows given, ${rows} counted`;
  if (issueCounts['tables-beside'] !== undefined || issueCounts['side-note'] !== undefined) return null;
  const told = tables.reduce((sum, { headerRows, skipped: { blank: _, ...skipped } }) => {
    return sum + headerRows + Object.values(skipped).reduce((all, count) => all + count, 0);
  }, 0);
  const forms = issueCounts['form-card'] ?? 0;
  if (forms > 0) return null;
  return rows + told === filled ? null : `${filled} records, ${rows} rows, ${told} told`;
}

/** What is wrong with the reading of a file; null when it is read or refused, in time, and every record accounted for. */
export async function faultOf(name: string, bytes: Uint8Array, mostMs: number): Promise<string | null> {
  const started = performance.now();
  try {
    const fault = unaccounted(await readAccount(name, bytes));
    if (fault !== null) return fault;
  } catch (error) {
    if (!(error instanceof Refusal)) return `threw ${String(error)}`;
  }
  const ms = performance.now() - started;
  return ms > mostMs ? `took ${Math.round(ms)} ms` : null;
}
