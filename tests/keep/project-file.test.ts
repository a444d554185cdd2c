import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_CUBE, saveCube } from '../../src/cube';
import { bytesSource, sha256 } from '../../src/ingest';
import { type KeptFile, KeepTrouble, type Manifest } from '../../src/keep';
import { projectFile, readProjectFile } from '../../src/keep/project-file';

const CUBE = saveCube({ ...EMPTY_CUBE, asOf: '2024-09-30', sources: ['甲.csv'] });
const CONTENT = new Map([
  ['甲/台账.csv', new TextEncoder().encode('名称,数\n甲,1\n'.repeat(500))],
  ['乙.xlsx', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)],
]);

async function projectOf(
  more: Partial<Manifest> = {},
): Promise<{ manifest: Manifest; bytesOf: (file: KeptFile) => Promise<Blob> }> {
  const files: KeptFile[] = [];
  for (const [path, bytes] of CONTENT)
    files.push({ path, size: bytes.length, sum: await sha256(bytesSource(path, bytes)) });
  const manifest: Manifest = {
    id: 'a',
    name: '三季度',
    saved: '2024-10-08T01:02:03.000Z',
    files,
    waiting: [],
    decisions: '{"用途":"区镜决定","版本":1}\n',
    example: false,
    keeps: 'files',
    ...more,
  };
  return { manifest, bytesOf: async ({ path }) => new Blob([CONTENT.get(path) ?? '']) };
}

const troubleWith = (file: Blob): Promise<string> =>
  readProjectFile(file).then(
    () => 'opened',
    (error: unknown) => (error instanceof KeepTrouble ? `${error.code} ${error.about}` : `untyped: ${String(error)}`),
  );

test('a project comes back from its file whole', async () => {
  const { manifest: all, bytesOf } = await projectOf();
  const [read, waits] = all.files;
  const manifest = { ...all, files: read ? [read] : [], waiting: waits ? [waits] : [] };
  const opened = await readProjectFile(await projectFile(manifest, CUBE, bytesOf));
  expect(opened.manifest).toEqual(manifest);
  expect(opened.cube).toEqual(CUBE);
  for (const { path, sum } of all.files)
    expect(new Uint8Array((await opened.bytes.get(sum)?.arrayBuffer()) ?? [])).toEqual(CONTENT.get(path));
});

test('with figures only, no byte of a file is in it', async () => {
  const { manifest, bytesOf } = await projectOf({ keeps: 'figures' });
  const file = await projectFile(manifest, CUBE, bytesOf);
  expect(Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())))).toEqual([
    'manifest.json',
    'decisions.json',
    'cube.arrow',
  ]);
  expect((await readProjectFile(file)).bytes.size).toBe(0);
  expect(await troubleWith(await projectFile(manifest, null, bytesOf))).toBe('broken cube.arrow');
  const old = new TextEncoder().encode('figures of another version');
  expect(await troubleWith(await projectFile(manifest, old, bytesOf))).toBe('figures cube.arrow');
});

test('what lacks a part, or has another in its place, is refused by its name', async () => {
  const { manifest, bytesOf } = await projectOf();
  const parts = unzipSync(new Uint8Array(await (await projectFile(manifest, CUBE, bytesOf)).arrayBuffer()));
  const without = (name: string): Blob =>
    new Blob([zipSync(Object.fromEntries(Object.entries(parts).filter(([key]) => key !== name)))]);
  const instead = (name: string, text: string): Blob =>
    new Blob([zipSync({ ...parts, [name]: new TextEncoder().encode(text) })]);
  expect(await troubleWith(without('manifest.json'))).toBe('broken manifest.json');
  expect(await troubleWith(without('decisions.json'))).toBe('broken decisions.json');
  expect(await troubleWith(without('files/1-甲_台账.csv'))).toBe('gone 甲/台账.csv');
  expect(await troubleWith(instead('files/2-乙.xlsx', 'x'))).toBe('broken 乙.xlsx');
  expect(await troubleWith(instead('manifest.json', '{"用途":"别的"}'))).toBe('broken manifest.json');
  expect(await troubleWith(instead('manifest.json', '{"用途":"区镜项目","项目":{"version":9}}'))).toBe(
    'newer manifest.json',
  );
  expect(await troubleWith(new Blob(['not an archive']))).toBe('broken ');
  expect(await troubleWith(new Blob([]))).toBe('broken ');
  // Figures of another version are counted again.
  expect((await readProjectFile(instead('cube.arrow', 'old'))).cube).toBeNull();
});

test('no change to the bytes opens as something else, and none ends but in a trouble that can be told', async () => {
  const { manifest, bytesOf } = await projectOf();
  const whole = new Uint8Array(await (await projectFile(manifest, CUBE, bytesOf)).arrayBuffer());
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (place, by, cut) => {
        const changed = cut ? whole.slice(0, place) : whole.slice();
        if (!cut) changed[place] = (changed[place] ?? 0) ^ by;
        const said = await troubleWith(new Blob([changed]));
        expect(said).not.toMatch(/^untyped/u);
        if (said !== 'opened') return;
        const { manifest: found, bytes } = await readProjectFile(new Blob([changed]));
        for (const { sum } of found.files)
          expect(
            await sha256(bytesSource('', new Uint8Array(await (bytes.get(sum) ?? new Blob()).arrayBuffer()))),
          ).toBe(sum);
      },
    ),
    { numRuns: 200 },
  );
});
