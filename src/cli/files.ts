import { existsSync, closeSync, fstatSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
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
export function diskInput(path: string, name = basename(path)): FileInput {
  const data = new Uint8Array(readFileSync(path));
  return { path: name, data, source: { name, size: data.length, read: async (from, to) => data.subarray(from, to) } };
}

/** A file of the command line: where it lies, and its name as the page would have it. */
export interface Named {
  readonly path: string;
  readonly name: string;
}

const isHidden = (path: string): boolean => path.split(sep).some((part) => part.startsWith('.'));

/**
 * The files of a command line, folders opened. As in the page a file has its own name, and one of a folder the path from
 * that folder on; hidden ones are left out. So names do not depend on where the command is run.
 */
export function filesUnder(paths: readonly string[]): Named[] {
  const found = paths.flatMap((path): Named[] => {
    const whole = resolve(path);
    if (!existsSync(whole) || !statSync(whole).isDirectory()) return [{ path, name: basename(whole) }];
    return readdirSync(whole, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !isHidden(relative(whole, file)))
      .map((file) => ({ path: file, name: relative(dirname(whole), file).split(sep).join('/') }));
  });
  // A file named twice is one file; its folder says more than its name alone.
  const once = new Map<string, Named>();
  for (const file of found) {
    const known = once.get(resolve(file.path));
    if (!known || file.name.length > known.name.length) once.set(resolve(file.path), file);
  }
  return [...once.values()];
}
