import { Inflate, type UnzipFileInfo, unzipSync } from 'fflate';
import { Refusal } from '../../domain';

/** What kind of file the first bytes announce, whatever its name says. */
export type Container = 'zip' | 'cfb' | 'html' | 'xml-spreadsheet' | 'text';

/** Most bytes a container may have, packed and unpacked, and most files in it. */
export const LIMITS = {
  packed: 256 << 20,
  unpacked: 1 << 30,
  entries: 2000,
  sheets: 256,
  columns: 16_384,
  cell: 1 << 20,
};

/** Tells spreadsheets and archives from text by content. */
export function containerOf(head: Uint8Array): Container {
  const [a, b, c, d] = head;
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'cfb';
  const text = new TextDecoder(a === 0xff && b === 0xfe ? 'utf-16le' : 'utf-8').decode(head).trimStart().toLowerCase();
  if (text.startsWith('<?xml')) {
    if (text.includes('<workbook') || text.includes('excel.sheet')) return 'xml-spreadsheet';
    return text.includes('<html') || text.includes('<table') ? 'html' : 'text';
  }
  return /^<(?:!doctype html|html|table|head|meta|style|body|div)/.test(text) ? 'html' : 'text';
}

/** Whether an OLE file is an encrypted workbook: its streams are then named so. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage';
  const step = 64;
  for (let at = 0; at + name.length * 2 < bytes.length; at += step) {
    let i = 0;
    while (i < name.length && bytes[at + i * 2] === name.charCodeAt(i) && bytes[at + i * 2 + 1] === 0) i += 1;
    if (i === name.length) return true;
  }
  return false;
}

/** The directory of a .zip; refuses what is encrypted, damaged or too large to unpack. */
export function listZip(file: string, bytes: Uint8Array): UnzipFileInfo[] {
  // Bit 0 of the flags of the first local header: the entry is encrypted.
  if (((bytes[6] ?? 0) & 1) === 1) throw new Refusal('encrypted-file', file);
  const entries: UnzipFileInfo[] = [];
  unzipOr(file, () =>
    unzipSync(bytes, {
      filter: (info) => {
        entries.push(info);
        return false;
      },
    }),
  );
  const unpacked = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (unpacked > LIMITS.unpacked) throw new Refusal('too-large', file, {}, String(unpacked));
  if (entries.length > LIMITS.entries) throw new Refusal('too-many-entries', file, {}, String(entries.length));
  return entries;
}

/** One entry unpacked. */
export function unzipEntry(file: string, bytes: Uint8Array, name: string): Uint8Array {
  const found = unzipOr(file, () => unzipSync(bytes, { filter: (info) => info.name === name }))[name];
  if (!found) throw new Refusal('damaged-file', file, {}, name);
  return found;
}

function unzipOr<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('damaged-file', file, {}, error instanceof Error ? error.message : null);
  }
}

/**
 * Unpacks every part of an archive only to count, because its directory may lie about sizes and the spreadsheet reader
 * believes it.
 */
export function refuseBomb(file: string, bytes: Uint8Array): void {
  // Deflate grows at most 1032-fold, so small files need no counting.
  if (bytes.length * 1032 < LIMITS.unpacked) return;
  let total = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { start, size } of deflated(view)) {
    const inflate = new Inflate((chunk) => {
      total += chunk.length;
      if (total > LIMITS.unpacked) throw new Refusal('too-large', file, {}, String(total));
    });
    unzipOr(file, () => {
      for (let at = start; at < start + size; at += 65_536)
        inflate.push(bytes.subarray(at, Math.min(start + size, at + 65_536)), at + 65_536 >= start + size);
    });
  }
}

/** The deflated parts named by the central directory. */
function* deflated(view: DataView): Generator<{ start: number; size: number }> {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const local = view.getUint32(at + 42, true);
    const size = view.getUint32(at + 20, true);
    if (view.getUint16(at + 10, true) === 8 && local + 30 <= view.byteLength) {
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + size <= view.byteLength) yield { start, size };
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** The name of an entry as it was meant: archives made on Chinese Windows hold GBK without saying so. */
export function entryName(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name) || /[^\u0000-\u00ff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (char) => char.charCodeAt(0));
  for (const label of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  return name;
}
