import { Refusal } from '../domain';
import type { ByteSource } from './raw';

/**
 * A `File` of the page as a source of bytes; `path` keeps the folder it was dropped with. Reading throws `Refusal`
 * (file-gone) once the file was moved, deleted or changed on disk.
 */
export function fileSource(file: File, path = file.name): ByteSource {
  return {
    name: path,
    size: file.size,
    async read(from, to) {
      try {
        return new Uint8Array(await file.slice(from, to).arrayBuffer());
      } catch (error) {
        if (error instanceof DOMException) throw new Refusal('file-gone', path);
        throw error;
      }
    },
  };
}

/** Bytes already in memory as a source. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}
