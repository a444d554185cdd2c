import { Inflate } from 'fflate';
import { Refusal } from '../../domain';
import { LIMITS } from './limits';

/** One file of an archive as its directory states it. */
export interface ZipEntry {
  /** As it was meant, without ./ before it. */
  readonly name: string;
  readonly packed: number;
  readonly stated: number;
  readonly crc: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its packed bytes begin. */
  readonly start: number;
}

/** The directory of an archive, and how many files lie in it that the directory does not name. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly unlisted: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const PIECE = 65_536;
/** Packed data that grows more than this, and beyond {@link BOMB_FROM}, is made to fill the memory; tables grow tenfold. */
const BOMB_RATIO = 100;
const BOMB_FROM = 64 << 20;

function endRecord(file: string, view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new Refusal('damaged-file', file, {}, 'zip directory');
}

/** Reads the directory of a .zip. Throws `Refusal` when it is damaged, has too many files, or is of a form nobody can read here. */
export function zipDirectory(file: string, bytes: Uint8Array): ZipDirectory {
  if (bytes.length < 22) throw new Refusal('damaged-file', file, {}, 'zip directory');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(file, view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  // What some programs put before an archive moves all its places.
  const shift = Math.max(0, end - size - offset);
  let at = offset + shift;
  if (at > end || view.getUint32(at, true) !== CENTRAL) at = count === 0 ? end : offset;
  const entries: ZipEntry[] = [];
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL) {
    if (entries.length >= LIMITS.entries) throw new Refusal('too-many-entries', file, {}, String(count));
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const [nameLength = 0, extra = 0, comment = 0] = lengths;
    entries.push(entryAt(file, view, bytes, at, nameLength, shift));
    at += 46 + nameLength + extra + comment;
  }
  if (entries.length !== count && entries.length < count) throw new Refusal('damaged-file', file, {}, 'zip directory');
  return { entries, unlisted: unlisted(view, entries, offset + shift) };
}

function entryAt(
  file: string,
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  shift: number,
): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const local = view.getUint32(at + 42, true) + shift;
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL)
    throw new Refusal('damaged-file', file, {}, 'zip directory');
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  return {
    name: entryName(name, (flags & 0x800) !== 0),
    packed: view.getUint32(at + 20, true),
    stated: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) === 1,
    start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
  };
}

/** Local headers in the stretches that no entry covers. */
function unlisted(view: DataView, entries: readonly ZipEntry[], end: number): number {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  let from = 0;
  let count = 0;
  for (const { start, packed } of [...sorted, { start: end, packed: 0 }]) {
    for (let at = from; at + 30 <= Math.min(start, view.byteLength); at += 1)
      if (view.getUint32(at, true) === LOCAL && view.getUint16(at + 26, true) > 0) count += 1;
    from = Math.max(from, start + packed);
  }
  return Math.max(0, count - entries.length);
}

/** The name of an entry: archives made on Chinese Windows hold GBK without saying so. */
function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  const labels = isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030'];
  for (const label of labels)
    try {
      return plainPath(new TextDecoder(label, { fatal: true }).decode(bytes));
    } catch {
      continue;
    }
  return plainPath(new TextDecoder('gb18030').decode(bytes));
}

const plainPath = (name: string): string => name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');

/** The content of an entry, and whether it has another size than its directory states. */
export interface Unpacked {
  readonly content: Uint8Array;
  readonly sizeDiffers: boolean;
}

/**
 * Unpacks one entry. What it grows to is bounded while it grows, whatever the directory states: `left` bytes at most. Throws
 * `Refusal` when it is encrypted, packed in a way that is not known, too large, or not what its checksum says.
 */
export function unpack(file: string, bytes: Uint8Array, entry: ZipEntry, left: number): Unpacked {
  if (entry.encrypted) throw new Refusal('encrypted-file', file);
  if (entry.stated > left) throw new Refusal('too-large', file, {}, String(entry.stated));
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (packed.length < entry.packed) throw new Refusal('damaged-file', file, {}, entry.name);
  if (entry.method !== 0 && entry.method !== 8)
    throw new Refusal('damaged-file', file, {}, `${entry.name}: zip method ${entry.method}`);
  const content = entry.method === 0 ? packed : inflate(file, packed, entry, left);
  if (content.length > left) throw new Refusal('too-large', file, {}, entry.name);
  if (crc32(content) !== entry.crc) throw new Refusal('damaged-file', file, {}, `${entry.name}: CRC`);
  return { content, sizeDiffers: content.length !== entry.stated };
}

function inflate(file: string, packed: Uint8Array, { name }: ZipEntry, left: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const bound = Math.min(left, Math.max(BOMB_FROM, packed.length * BOMB_RATIO));
  let done = false;
  const stream = new Inflate((chunk, final) => {
    total += chunk.length;
    if (total > bound) throw new Refusal('too-large', file, {}, name);
    chunks.push(chunk);
    done ||= final;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE)
      stream.push(packed.subarray(at, Math.min(packed.length, at + PIECE)), at + PIECE >= packed.length);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('damaged-file', file, {}, name);
  }
  if (!done && packed.length > 0) throw new Refusal('damaged-file', file, {}, name);
  return joined(chunks, total);
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const [only, ...more] = chunks;
  if (only && more.length === 0) return only;
  const out = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = -1;
  for (let i = 0; i < bytes.length; i += 1) c = (CRC_TABLE[(c ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (c >>> 8);
  return ~c >>> 0;
}
