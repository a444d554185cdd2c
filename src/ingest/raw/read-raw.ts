import { Refusal } from '../../domain';
import type { ByteSource, RawOptions, RawReading, TableSink } from './reading';
import { CHUNK_BYTES, readTextFile } from './read-text-file';

/** Reads any supported file and gives its tables to the sink. Throws nothing but `Refusal`. */
export async function readRaw(source: ByteSource, options: RawOptions, sink: TableSink): Promise<RawReading> {
  return readRawInChunks(source, options, sink, CHUNK_BYTES);
}

/** `readRaw` with the size of the pieces given: the result must not depend on it. */
export async function readRawInChunks(
  source: ByteSource,
  options: RawOptions,
  sink: TableSink,
  chunkBytes: number,
): Promise<RawReading> {
  if (source.size === 0) throw new Refusal('empty-file', source.name);
  return readTextFile(source, options, sink, chunkBytes);
}
