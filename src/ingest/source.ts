import type { ByteSource } from './raw';

/** A `File` of the page as a source of bytes; `path` keeps the folder it was dropped with. */
export function fileSource(file: File, path = file.name): ByteSource {
  return {
    name: path,
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

/** Bytes already in memory as a source. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}
