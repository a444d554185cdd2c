import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { ByteSource, FileInput } from '../ingest';

/** A file on disk as a source of bytes. Throws the system's error when it cannot be opened. */
export function diskSource(path: string): ByteSource & { close(): void } {
  const handle = openSync(path, 'r');
  const { size } = fstatSync(handle);
  return {
    name: basename(path),
    size,
    async read(from, to) {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      let at = 0;
      while (at < bytes.length) {
        const count = readSync(handle, bytes, at, bytes.length - at, from + at);
        if (count === 0) break;
        at += count;
      }
      return bytes.subarray(0, at);
    },
    close: () => closeSync(handle),
  };
}

/** A file on disk, read into memory, as the collection takes it. */
export function diskInput(path: string): FileInput {
  const data = new Uint8Array(readFileSync(path));
  const name = basename(path);
  return { path: name, data, source: { name, size: data.length, read: async (from, to) => data.subarray(from, to) } };
}
