import { Refusal } from '../../domain';
import { containerOf } from './container';
import { LIMITS } from './limits';
import type { ByteSource, RawOptions, RawReading, TableSink } from './reading';
import { CHUNK_BYTES, readTextFile } from './read-text-file';
import { readWorkbook } from './read-workbook';
import { readZip, zipKind } from './read-zip';
import { zipDirectory } from './zip-archive';

/** Bytes looked at to tell containers from text. */
const HEAD_BYTES = 1024;

/**
 * Reads any supported file, by its content and not its name, and gives its tables to the sink. Throws nothing but
 * `Refusal` (empty-file, binary-file, not-text, no-table, encrypted-spreadsheet, damaged-spreadsheet, too-large,
 * cancelled …); tables given before a refusal are to be thrown away.
 */
export async function readRaw(source: ByteSource, options: RawOptions, sink: TableSink): Promise<RawReading> {
  return readRawInChunks(source, options, sink, CHUNK_BYTES);
}

/** `readRaw` with the size of the pieces given: the result does not depend on it. */
export async function readRawInChunks(
  source: ByteSource,
  options: RawOptions,
  sink: TableSink,
  chunkBytes: number,
): Promise<RawReading> {
  try {
    return await readContent(source, options, sink, chunkBytes, false);
  } catch (error) {
    // The platform's limits: a string or an array that cannot be made any longer.
    if (error instanceof RangeError) throw new Refusal('too-large', source.name, {}, error.message);
    throw error;
  }
}

async function readContent(
  source: ByteSource,
  options: RawOptions,
  sink: TableSink,
  chunkBytes: number,
  inArchive: boolean,
): Promise<RawReading> {
  if (source.size === 0) throw new Refusal('empty-file', source.name);
  const container = containerOf(await source.read(0, Math.min(source.size, HEAD_BYTES)));
  if (container === 'text') return readTextFile(source, options, sink, chunkBytes);
  if (container !== 'zip') return readWorkbook(source, container, options, sink);
  if (source.size > LIMITS.packed) throw new Refusal('too-large', source.name, {}, String(source.size));
  const bytes = await source.read(0, source.size);
  const directory = zipDirectory(source.name, bytes);
  const kind = zipKind(directory.entries.map(({ name }) => name));
  if (kind === 'workbook') return readWorkbook(source, container, options, sink);
  if (kind === 'document') throw new Refusal('no-table', source.name, {}, 'docx');
  if (inArchive) throw new Refusal('nested-archive', source.name);
  return readZip(source, bytes, directory, options, sink, (entry, entryOptions, entrySink) =>
    readContent(entry, entryOptions, entrySink, chunkBytes, true),
  );
}
