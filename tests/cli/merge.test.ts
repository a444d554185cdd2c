import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cube, loadCube } from '../../src/cube';
import { cellsCsv, disclosed } from '../../src/share';
import { runCli, temporaryFolder } from './command-line';

/* Zones of the example counted apart and merged, by the command line as it is run. */

const EXAMPLE = join(import.meta.dirname, '../../datasets/example');
const ZONES = ['baiyu', 'qinglan', 'luming'];
const folder = temporaryFolder();
afterAll(() => folder.remove());

const TABLES = /^(?:unit-coverage(?:-2018)?|party-org|grading)\.(?:csv|txt)$/u;
/** Some files of each zone in a folder of its name. */
for (const zone of ZONES)
  cpSync(join(EXAMPLE, zone), folder.path(zone), {
    recursive: true,
    filter: (path) => basename(path) === zone || TABLES.test(basename(path)),
  });
const cubeIn = (name: string): Cube => loadCube(new Uint8Array(readFileSync(folder.path(name))));
const count = (name: string, zones: readonly string[]) =>
  runCli(['cube', join(EXAMPLE, 'zones.csv'), ...zones.map(folder.path), '-o', folder.path(name)]);
const merge = (out: string, ...args: string[]) =>
  runCli(['merge', ...args.map((arg) => (arg.endsWith('.arrow') ? folder.path(arg) : arg)), '-o', folder.path(out)]);

beforeAll(() => {
  for (const zone of ZONES) expect(count(`${zone}.arrow`, [zone]).code).toBe(0);
  expect(count('together.arrow', ZONES).code).toBe(0);
}, 600_000);

test('zones counted apart and merged are the cube of all files together, cell by cell', () => {
  const { code, stderr } = merge('all.arrow', ...ZONES.map((zone) => `${zone}.arrow`));
  expect([code, stderr]).toEqual([0, '']);
  const [all, together] = [cubeIn('all.arrow'), cubeIn('together.arrow')];
  const lines = (cube: Cube): string[] => cellsCsv(cube).split('\r\n').sort();
  expect(together.cells.length).toBeGreaterThan(1000);
  expect(lines(all)).toEqual(lines(together));
  const sorted = (items: readonly unknown[] = []): string[] => items.map((item) => JSON.stringify(item)).sort();
  for (const part of ['zones', 'rules', 'targets', 'missing'] as const)
    expect([part, sorted(all[part])]).toEqual([part, sorted(together[part])]);
  const unstated = ({ unstated: told = [] }: Cube) =>
    told.map(({ zones, sources, ...rest }) => ({ ...rest, zones: [...zones].sort(), sources: [...sources].sort() }));
  expect(sorted(unstated(all))).toEqual(sorted(unstated(together)));
  expect([all.asOf, all.example, all.definitions]).toEqual([
    together.asOf,
    together.example,
    expect.objectContaining({}),
  ]);
  // The register is a source of each, and one file.
  expect([...all.sources].sort()).toEqual([...together.sources].sort());
  const sums = ({ sources, release }: Cube) => sources.map((name, at) => `${name} ${release?.sums[at]}`).sort();
  expect(sums(all)).toEqual(sums(together));
  expect(all.merge?.parts.map(({ name, zones }) => [name, zones.length])).toEqual(
    ZONES.map((zone) => [`${zone}.arrow`, 1]).sort(),
  );
}, 300_000);

test('files in another order make the same file, and as CSV the same cells', () => {
  expect(merge('again.arrow', 'luming.arrow', 'baiyu.arrow', 'qinglan.arrow').code).toBe(0);
  expect(readFileSync(folder.path('again.arrow')).equals(readFileSync(folder.path('all.arrow')))).toBe(true);
  const files = ZONES.map((zone) => folder.path(`${zone}.arrow`));
  expect(runCli(['cube', ...files, '-o', folder.path('all.csv')]).code).toBe(0);
  expect(readFileSync(folder.path('all.csv'), 'utf8')).toBe(cellsCsv(cubeIn('all.arrow')));
}, 300_000);

test('for the public a merged cube is what all files together are for the public', () => {
  expect(merge('open.arrow', 'all.arrow', '--level', 'public', '--by', '市委组织部').code).toBe(0);
  const open = cubeIn('open.arrow');
  const together = disclosed(cubeIn('together.arrow'), 'public');
  const lines = (cube: Cube): string[] => cellsCsv(cube).split('\r\n').sort();
  expect(lines(open)).toEqual(lines(together));
  expect(open.release).toMatchObject({ level: 'public', by: '市委组织部' });
  expect(open.cells.every(({ committee }) => committee === '各党委（合并）')).toBe(true);
  // Beside a whole cube it is for nobody outside, and that the levels differ is told.
  const { stderr } = merge('mixed.arrow', 'open.arrow', 'together.arrow');
  expect(stderr).toMatch(/范围不同/u);
  expect(cubeIn('mixed.arrow').release?.level).toBe('internal');
}, 300_000);

test('what cannot be used is refused by name, and the others are merged', () => {
  const whole = readFileSync(folder.path('baiyu.arrow'));
  const altered = new Uint8Array(whole);
  altered.fill(0x31, altered.length >> 1, (altered.length >> 1) + 9);
  folder.write('半截.arrow', new Uint8Array(whole.subarray(0, whole.length >> 1)));
  folder.write('改动.arrow', altered);
  folder.write('表格.arrow', '园区,单位\n甲,乙\n');
  const { code, stderr } = merge(
    'rest.arrow',
    'baiyu.arrow',
    '半截.arrow',
    '改动.arrow',
    '表格.arrow',
    'qinglan.arrow',
    '没有.arrow',
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(/半截\.arrow: 汇总文件不完整/u);
  expect(stderr).toMatch(/改动\.arrow: 汇总文件不完整，或内容被改动过/u);
  expect(stderr).toMatch(/表格\.arrow: 这不是区镜的汇总文件/u);
  expect(stderr).toMatch(/没有\.arrow: 找不到这个文件/u);
  expect(cubeIn('rest.arrow').merge?.parts).toHaveLength(2);
  expect(runCli(['cube', folder.path('baiyu.arrow'), folder.path('qinglan'), '-o', folder.path('x.arrow')]).code).toBe(
    2,
  );
  expect(merge('none.arrow', '表格.arrow').code).toBe(1);
  expect(() => cubeIn('none.arrow')).toThrow();
}, 300_000);
