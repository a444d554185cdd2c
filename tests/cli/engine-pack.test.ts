import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { DATABASE_WORKER, packedEngine } from '../../src/cli/engine-pack';

/* The engine as it is shipped is the one of the package, but for names that nobody here asks for. */

const DIST = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
let whole: WebAssembly.Module;
let shipped: WebAssembly.Module;

const exported = (program: WebAssembly.Module): Map<string, string> =>
  new Map(WebAssembly.Module.exports(program).map(({ name, kind }) => [name, kind]));

beforeAll(() => {
  whole = new WebAssembly.Module(new Uint8Array(readFileSync(join(DIST, 'duckdb-eh.wasm'))));
  shipped = new WebAssembly.Module(new Uint8Array(gunzipSync(readFileSync(packedEngine()))));
});

test('it asks for the same, and every export it has is one of the package', () => {
  expect(WebAssembly.Module.imports(shipped)).toEqual(WebAssembly.Module.imports(whole));
  const all = exported(whole);
  const kept = exported(shipped);
  expect(kept.size).toBeLessThan(all.size / 100);
  for (const [name, kind] of kept) expect([name, all.get(name)]).toEqual([name, kind]);
});

test('what its worker calls by name is there, and what it asks back for itself', () => {
  const all = exported(whole);
  const kept = exported(shipped);
  const script = readFileSync(DATABASE_WORKER, 'utf8');
  const called = [...script.matchAll(/wasmExports(?:\.|\[")([\w$]+)/gu)].map(([, name = '']) => name);
  const back = WebAssembly.Module.imports(whole).filter(({ module }) => module.startsWith('GOT.'));
  const wanted = [...called, ...back.map(({ name }) => name)].filter((name) => all.has(name));
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((name) => !kept.has(name))).toEqual([]);
});
