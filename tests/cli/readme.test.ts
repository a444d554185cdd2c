import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fingerprintOf, loadCube } from '../../src/cube';
import { cellsCsv, cubeInFile, cubeInReport } from '../../src/share';
import { cellsOf, exampleList } from '../datasets/plain-reader';
import { runCli, temporaryFolder } from './command-line';

/* The commands of the README as they are written, but for where their output goes. */

const ROOT = join(import.meta.dirname, '../..');
const folder = temporaryFolder();
afterAll(() => folder.remove());

const commands = readFileSync(join(ROOT, 'README.md'), 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line.startsWith('npm run -s zonelens -- '));

function run(command: string): { stdout: string; stderr: string } {
  const here = command.replace(
    /(-o|--out-dir) (\S+)/u,
    (_, option: string, to: string) => `${option} ${folder.path(to)}`,
  );
  const ran = spawnSync('bash', ['-c', here], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 540_000 });
  expect([command, ran.status, ran.status === 0 ? '' : ran.stderr]).toEqual([command, 0, '']);
  return ran;
}

const commandOf = (name: string): string => commands.find((line) => line.includes(`-- ${name} `)) ?? '';

/** The cells of everything the page loads as its example. */
function exampleCells(): string[] {
  const paths = [...exampleList().map(({ path }) => path), 'published/figures.csv'].reverse();
  const out = folder.path('whole.csv');
  const files = paths.map((path) => join(ROOT, 'datasets', path));
  expect(runCli(['cube', ...files, '--decisions', join(ROOT, 'datasets/decisions.json'), '-o', out]).code).toBe(0);
  return readFileSync(out, 'utf8').split('\n').sort();
}

test('has a command of every kind', () => {
  for (const name of ['inspect', 'convert', 'cube', 'xlsx', 'report', 'merge', 'brief'])
    expect(commandOf(name)).not.toBe('');
});

test('inspect says what the file is', () => {
  const inspected = JSON.parse(run(commandOf('inspect')).stdout) as unknown;
  expect(inspected).toMatchObject({ table: 'unit_coverage', encoding: 'gb18030' });
});

test('convert writes the file, clean', () => {
  run(commandOf('convert'));
  const [header = [], ...rows] = cellsOf(readFileSync(folder.path('clean/unit-coverage-2018.csv'), 'utf8'), ',');
  expect(header.length).toBeGreaterThan(5);
  expect(rows.length).toBeGreaterThan(100);
});

test('cube and report hold the same figures, those of the page where they name its decisions', async () => {
  const { stderr } = run(commandOf('cube'));
  run(commandOf('report'));
  const csv = readFileSync(folder.path('cube.csv'), 'utf8');
  const html = readFileSync(folder.path('report.html'), 'utf8');
  const inside = /<script[^>]*id="cube"[^>]*>([^<]*)<\/script>/u.exec(html)?.[1] ?? '';
  const cube = await cubeInReport(inside);
  expect(cellsCsv(cube)).toBe(csv);
  expect(fingerprintOf(await cubeInFile(html, 'report.html'))).toBe(fingerprintOf(cube));
  // Without them four zones are named nowhere in their records of work, and that is told.
  if (commandOf('cube').includes('--decisions')) expect(csv.split('\n').sort()).toEqual(exampleCells());
  else expect(stderr).toContain('没有注明开发区，不计入任何开发区');
}, 600_000);

test('the cube of the example is the same as Arrow', () => {
  const args = ['cube', join(ROOT, 'datasets/example'), join(ROOT, 'datasets/published')];
  const decisions = ['--decisions', join(ROOT, 'datasets/decisions.json')];
  expect(runCli([...args, ...decisions, '-o', folder.path('whole.arrow')]).code).toBe(0);
  const arrow = cellsCsv(loadCube(new Uint8Array(readFileSync(folder.path('whole.arrow')))));
  expect(arrow.split('\n').sort()).toEqual(exampleCells());
}, 600_000);
