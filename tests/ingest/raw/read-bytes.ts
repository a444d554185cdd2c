import type { ByteSource, RawOptions, RawReading } from '../../../src/ingest/raw';
import { readRawInChunks } from '../../../src/ingest/raw';

/** One table as it came out of the reader. */
interface ReadTable {
  header: readonly string[];
  rows: string[][];
  records: number[];
}

export interface ReadResult {
  tables: ReadTable[];
  reading: RawReading;
}

export function sourceOf(bytes: Uint8Array, name = 'file.csv'): ByteSource {
  return { name, size: bytes.length, read: (from, to) => Promise.resolve(bytes.subarray(from, to)) };
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export async function readBytes(
  input: Uint8Array | string,
  options: RawOptions = {},
  chunkBytes = 1 << 20,
  name = 'file.csv',
): Promise<ReadResult> {
  const tables: ReadTable[] = [];
  const bytes = typeof input === 'string' ? utf8(input) : input;
  const reading = await readRawInChunks(
    sourceOf(bytes, name),
    options,
    {
      table: ({ header }) => tables.push({ header: [...header], rows: [], records: [] }),
      row: (cells, record) => {
        const table = tables.at(-1);
        table?.rows.push([...cells]);
        table?.records.push(record);
      },
      end: () => undefined,
    },
    chunkBytes,
  );
  return { tables, reading };
}

let gbTable: Map<string, number[]> | null = null;

/** GBK bytes of a text (two-byte characters and ASCII), by turning the platform's decoder round. */
export function gbk(text: string): Uint8Array {
  gbTable ??= buildGbTable();
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? [code] : gbTable.get(char);
    if (!bytes) throw new Error(`no GBK bytes for ${char}`);
    out.push(...bytes);
  }
  return Uint8Array.from(out);
}

function buildGbTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, [lead, trail]);
    }
  return table;
}

export function utf16(text: string, endian: 'le' | 'be', bom: boolean): Uint8Array {
  const units = (bom ? `\uFEFF${text}` : text).split('').map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (endian === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

export function joinBytes(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
