import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf } from '../datasets/plain-reader';
import { type Ran, runCli, temporaryFolder } from './command-line';
import { type Messy, bare, merged, rates, roster, twoTables } from './messy-files';

const folder = temporaryFolder();
const out = (form: string): string => folder.path(form);
const write = (messy: Messy): string => folder.write(messy.name, messy.bytes);
const written = (form: string, name: string): string => readFileSync(`${out(form)}/${name}`, 'utf8');
const records = (form: string, name: string): string[][] => cellsOf(written(form, name), ',');

let raw: Ran;
let typed: Ran;
let table: Ran;
const EMPTY = '空.csv';
const PICTURE = '照片.csv';
const FORMULAS = [
  ['单位名称', '=备注', '增减', '得分'],
  ['甲公司', '=HYPERLINK("http://x","点")', '-5', '-3.50'],
  ['乙公司', '+86 138 转', '+12', '88'],
  ['@丙', '-2+3', '-1,005', '90.25'],
  ['丁公司', '＝1+1', '0', '-.5'],
];

beforeAll(() => {
  const good = [roster, rates, twoTables, bare, merged].map(write);
  const empty = folder.write(EMPTY, '');
  const picture = folder.write(
    PICTURE,
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array<number>(200).fill(0)]),
  );
  const formulas = folder.write(
    '公式.csv',
    FORMULAS.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
  );
  raw = runCli(['convert', empty, ...good, picture, formulas, '--as', 'raw', '--out-dir', out('raw')]);
  typed = runCli(['convert', ...good.slice(0, 2), good[4] ?? '', formulas, '--as', 'typed', '--out-dir', out('typed')]);
  table = runCli(['convert', good[0] ?? '', good[3] ?? '', '--as', 'table', '--out-dir', out('table')]);
}, 120_000);

afterAll(() => folder.remove());

describe('convert --as raw', () => {
  test.each([roster, rates, twoTables, bare, merged])(
    '$name is the table as text, nothing else',
    ({ name, raw: expected }) => {
      expected.forEach((rows, at) =>
        expect(records('raw', `${name}${at === 0 ? '' : `#${at + 1}`}.csv`)).toEqual(rows),
      );
      expect(existsSync(`${out('raw')}/${name}#${expected.length + 1}.csv`)).toBe(false);
    },
  );

  test('writes UTF-8 without a mark and RFC 4180 line ends', () => {
    const text = written('raw', `${roster.name}.csv`);
    expect(text.startsWith('\uFEFF')).toBe(false);
    expect(text.split('\r\n')).toHaveLength(5);
    expect(text).toContain('"第三""先锋""党支部"');
    expect(text).toContain('"1,005"');
  });

  test('a refused file writes nothing, says why on stderr, and the others are done: exit 1', () => {
    expect(raw.code).toBe(1);
    expect(raw.stdout).toBe('');
    const names = readdirSync(out('raw'));
    expect(names.filter((name) => name.startsWith('空') || name.startsWith('照片'))).toEqual([]);
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    const lines = raw.stderr.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^空\.csv: .*文件是空的.*空?.*empty/u);
    expect(lines[1]).toMatch(/^照片\.csv: .*二进制.*binary/u);
  });
});

describe('convert --as typed', () => {
  test.each([roster, rates, merged])('$name has the same cells, normalised', ({ name, typed: expected }) => {
    expect(typed.code).toBe(0);
    expect(records('typed', `${name}.csv`)).toEqual(expected);
  });
});

describe('convert --as table', () => {
  test('gives the canonical table: column ids, codes as text, nothing personal', () => {
    const [head = [], ...rows] = records('table', `${roster.name}.csv`);
    expect(head).toContain('org_id');
    const cell = (row: readonly string[], id: string): string | undefined => row[head.indexOf(id)];
    expect(rows.map((row) => [cell(row, 'org_id'), cell(row, 'founded_date'), cell(row, 'member_total')])).toEqual([
      ['001001', '2019-05-03', '12'],
      ['001002', '2020-06-01', '8'],
      ['001003', '', '1005'],
    ]);
    expect(written('table', `${roster.name}.csv`)).not.toMatch(/张某某|李某某|王某某/u);
  });

  test('refuses what is no table of the model', () => {
    expect(table.code).toBe(1);
    expect(table.stderr).toMatch(/^数字\.csv: /u);
    expect(existsSync(`${out('table')}/数字.csv.csv`)).toBe(false);
  });
});

describe('wrong usage is exit 2, on stderr, with the usage', () => {
  test.each([
    [[]],
    [['frobnicate', 'x.csv']],
    [['convert', 'x.csv', '--as', 'pretty', '--out-dir', 'y']],
    [['cube', 'x.csv', '-o', 'cube.json']],
  ])('%j', (args) => {
    const { code, stdout, stderr } = runCli(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('zonelens inspect FILE...');
  });
});

test.each(['--help', '-h', 'help'])('%s is the usage on stdout, and no error', (asked) => {
  const { code, stdout, stderr } = runCli([asked]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('zonelens inspect FILE...');
});

describe('what a spreadsheet would run', () => {
  test.each(['raw', 'typed'])('is text in --as %s, behind an apostrophe; numbers below zero stay numbers', (form) => {
    const rows = records(form, '公式.csv.csv');
    const cells = rows.flat();
    const risky = FORMULAS.flat().filter((cell) => /^[=+\-@＝]/u.test(cell) && !/^[+-][\d.,]+$/u.test(cell));
    expect(risky.length).toBe(6);
    for (const cell of risky) expect(cells).toContain(`'${cell}`);
    expect(cells.filter((cell) => /^[=@＝+]/u.test(cell) && !/^\+\d+$/u.test(cell))).toEqual([]);
    const changes = rows.slice(1).map((row) => row[2]);
    if (form === 'raw') expect(changes).toEqual(['-5', '+12', '-1,005', '0']);
    else
      expect(rows.slice(1).map((row) => [Number(row[2]), Number(row[3])])).toEqual([
        [-5, -3.5],
        [12, 88],
        [-1005, 90.25],
        [0, -0.5],
      ]);
  });
});
