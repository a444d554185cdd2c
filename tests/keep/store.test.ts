import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type KeptFile, KeepTrouble, type Manifest, ProjectStore } from '../../src/keep';
import { MemoryBytes, MemoryShelf } from './memory';

let shelf: MemoryShelf;
let bytes: MemoryBytes;
let store: ProjectStore;

beforeEach(() => {
  shelf = new MemoryShelf();
  bytes = new MemoryBytes();
  store = new ProjectStore(shelf, bytes);
});

const sumOf = (n: number): string => n.toString(16).padStart(64, '0');
const fileOf = (n: number): KeptFile => ({ path: `${n}.csv`, size: n + 1, sum: sumOf(n) });
const blobOf = (n: number): Blob => new Blob(['x'.repeat(n + 1)]);
const project = (id: string, files: readonly number[], more: Partial<Manifest> = {}): Manifest => ({
  id,
  name: `项目${id}`,
  saved: `2024-09-30T00:00:0${id.length}Z`,
  files: files.map(fileOf),
  waiting: [],
  decisions: '{}',
  example: false,
  keeps: 'files',
  ...more,
});
const at = (files: readonly number[]): Map<string, Blob> => new Map(files.map((n) => [sumOf(n), blobOf(n)]));
const CUBE = new Uint8Array([1, 2, 3]);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof KeepTrouble ? error.code : String(error)),
  );

describe('a project', () => {
  test('comes back as it was kept, with its bytes and its cube', async () => {
    const kept = project('a', [1, 2]);
    await store.save(kept, CUBE, at([1, 2]));
    expect(await store.load('a')).toEqual({ manifest: kept, cube: CUBE });
    expect(await (await store.file(fileOf(2)))?.text()).toBe('xxx');
    expect(await store.current()).toBe('a');
    expect((await store.list()).map(({ name, bytes: size }) => [name, size])).toEqual([['项目a', 2 + 3 + 3]]);
  });

  test('keeps the files that wait as well as those that are read; of the example only those', async () => {
    const kept = project('a', [1], { waiting: [fileOf(2)] });
    await store.save(kept, CUBE, at([1, 2]));
    await store.save(project('bb', [3], { waiting: [fileOf(4)], example: true }), CUBE, at([3, 4]));
    await store.sweep();
    expect(await bytes.sums()).toEqual([1, 2, 4].map(sumOf));
    expect((await store.load('a'))?.manifest).toEqual(kept);
    // What was kept before there were such files.
    const { waiting: _, ...before } = shelf.things.get('project/a') as Manifest;
    shelf.things.set('project/a', before);
    expect((await store.load('a'))?.manifest).toEqual({ ...kept, waiting: [] });
  });

  test('is as it was where there is no room for a new file, or the shelf breaks', async () => {
    await store.save(project('a', [1]), CUBE, at([1]));
    bytes.room = 5;
    expect(await codeOf(store.save(project('a', [1, 9]), null, at([1, 9])))).toBe('full');
    expect((await store.load('a'))?.manifest.files).toEqual([fileOf(1)]);
    shelf.fault = new DOMException('denied', 'SecurityError');
    expect(await codeOf(store.list())).toBe('closed');
    expect(await codeOf(store.save(project('a', []), null, at([])))).toBe('closed');
  });

  test('is told to be broken or newer, and leaves the bytes alone', async () => {
    await store.save(project('a', [1]), CUBE, at([1]));
    await store.save(project('bb', [2]), null, at([2]));
    for (const [found, code] of [
      [{ version: 2, name: '新的' }, 'newer'],
      [{ version: 1, name: '坏的', files: 'none' }, 'broken'],
      ['x', 'broken'],
    ] as const) {
      shelf.things.set('project/bb', found);
      expect(await codeOf(store.load('bb'))).toBe(code);
      expect((await store.list()).find(({ id }) => id === 'bb')?.trouble?.code).toBe(code);
      await store.sweep();
      expect(await bytes.sums()).toHaveLength(2);
      expect((await store.load('a'))?.manifest.name).toBe('项目a');
    }
  });

  test('has no file whose bytes are not all there', async () => {
    await store.save(project('a', [5]), null, at([5]));
    bytes.held.set(sumOf(5), new Blob([]));
    expect(await store.file(fileOf(5))).toBeNull();
    await store.save(project('a', [5]), null, at([5]));
    expect((await store.file(fileOf(5)))?.size).toBe(6);
  });

  test('without its files keeps none of their bytes', async () => {
    await store.save(project('a', [1, 2]), CUBE, at([1, 2]));
    await store.save(project('bb', [2]), null, at([2]));
    await store.save(project('a', [1, 2], { keeps: 'figures' }), CUBE, new Map());
    await store.sweep();
    expect(await bytes.sums()).toEqual([sumOf(2)]);
  });
});

const step = fc.oneof(
  fc.record({
    kind: fc.constant('save' as const),
    id: fc.constantFrom('a', 'bb', 'ccc'),
    files: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
    full: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'sweep' as const), id: fc.constantFrom('a', 'bb', 'ccc') }),
);

test('whatever is saved, removed and swept, every project has its bytes and none are left over after a sweep', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const [things, held] = [new MemoryShelf(), new MemoryBytes()];
      const own = new ProjectStore(things, held);
      const expected = new Map<string, readonly number[]>();
      for (const one of steps) {
        if (one.kind === 'save') {
          held.room = one.full ? 3 : Infinity;
          const done = await codeOf(own.save(project(one.id, one.files), null, at(one.files)));
          if (done === 'done') expected.set(one.id, one.files);
        } else if (one.kind === 'remove') {
          await own.remove(one.id);
          expected.delete(one.id);
        } else await own.sweep();
      }
      for (const [id, files] of expected) {
        expect((await own.load(id))?.manifest.files.map(({ path }) => path)).toEqual(files.map((n) => `${n}.csv`));
        for (const n of files) expect((await own.file(fileOf(n)))?.size).toBe(n + 1);
      }
      await own.sweep();
      expect(new Set(await held.sums())).toEqual(new Set([...expected.values()].flat().map(sumOf)));
      await own.erase();
      expect([...things.things.keys(), ...held.held.keys()]).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
