import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/zonelens');

/** The script of the database worker. */
export const DATABASE_WORKER = join(DIST, 'duckdb-browser-eh.worker.js');

/** The head of every WebAssembly program: its mark and its version. */
const HEAD = 8;
/** The number of the section that lists what a program exports. */
const EXPORTS = 7;

/** A number as WebAssembly writes it (LEB128), and where the next thing stands. */
function numberAt(bytes: Uint8Array, at: number): readonly [value: number, next: number] {
  for (let value = 0, place = 1; ; place *= 0x80) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * place;
    if (byte < 0x80) return [value, at];
  }
}

function numberBytes(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...numberBytes(Math.floor(value / 0x80))];
}

/** The list of exports with those alone whose name is wanted. */
function fewerExports(list: Uint8Array, wanted: (name: string) => boolean): Buffer {
  const kept: Uint8Array[] = [];
  let [left, at] = numberAt(list, 0);
  for (; left > 0; left -= 1) {
    const [length, nameAt] = numberAt(list, at);
    // A byte for the kind stands between the name and its number.
    const end = numberAt(list, nameAt + length + 1)[1];
    if (wanted(Buffer.from(list.subarray(nameAt, nameAt + length)).toString())) kept.push(list.subarray(at, end));
    at = end;
  }
  return Buffer.concat([Uint8Array.from(numberBytes(kept.length)), ...kept]);
}

/**
 * The program without the 75,000 names it exports for extensions, a fifth of it: extensions are never loaded. What stays is what the
 * worker's script names, and what the program asks back for itself.
 */
export function withoutExtensionNames(program: Uint8Array<ArrayBuffer>, script: string): Buffer {
  const named = new Set(script.match(/[\w$]+/gu));
  for (const { module, name } of WebAssembly.Module.imports(new WebAssembly.Module(program)))
    if (module.startsWith('GOT.')) named.add(name);
  const parts: Uint8Array[] = [program.subarray(0, HEAD)];
  for (let at = HEAD; at < program.length;) {
    const [length, from] = numberAt(program, at + 1);
    const section = program.subarray(from, from + length);
    if (program[at] === EXPORTS) {
      const fewer = fewerExports(section, (name) => named.has(name));
      parts.push(Uint8Array.from([EXPORTS, ...numberBytes(fewer.length)]), fewer);
    } else parts.push(program.subarray(at, from), section);
    at = from + length;
  }
  return Buffer.concat(parts);
}

/** Writes a file that the build made, and gives its path. */
export function cached(name: string, content: string | Uint8Array): string {
  mkdirSync(CACHE, { recursive: true });
  const path = join(CACHE, name);
  // Never half there for another build that runs beside this one.
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}

/** The path of the engine as it is shipped: hosts refuse files over 25 MB, so it is packed, under an ending every host serves as it is. */
export function packedEngine(): string {
  const { version } = JSON.parse(readFileSync(join(DIST, '../package.json'), 'utf8')) as { version: string };
  const name = `duckdb-eh-${version}-lean.bin`;
  const packed = join(CACHE, name);
  if (!existsSync(packed)) {
    const program = new Uint8Array(readFileSync(join(DIST, 'duckdb-eh.wasm')));
    cached(name, gzipSync(withoutExtensionNames(program, readFileSync(DATABASE_WORKER, 'utf8')), { level: 9 }));
  }
  return packed;
}
