import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { creditCheck } from '../../datasets/generator/credit-code';
import { encode } from '../../datasets/generator/encode';
import { generate } from '../../datasets/generator/output';
import { bytesOf, cellsOf, exampleList, rowsOf, textOf, WIDE_MARKS } from './plain-reader';

const ROOT = join(import.meta.dirname, '../../datasets');
const fresh = generate();

test('the committed files are what the generator writes today, byte for byte', () => {
  for (const [path, bytes] of fresh) expect(bytesOf(path).equals(bytes), path).toBe(true);
});

test('nothing lies in the output folders that the generator does not write', () => {
  const found = ['example', 'expected', 'published'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
  );
  expect(found.filter((path) => !fresh.has(path))).toEqual([]);
});

test('the generator uses no clock and no unseeded randomness: a second run is the same', () => {
  const again = generate();
  expect([...again.keys()]).toEqual([...fresh.keys()]);
  for (const [path, bytes] of again)
    expect(Buffer.from(bytes).equals(fresh.get(path) ?? Buffer.alloc(0)), path).toBe(true);
});

test('the manifest lists every example file with its size and hash, the register of zones first', () => {
  const list = exampleList();
  expect(list.map((f) => f.path).sort()).toEqual([...fresh.keys()].filter((p) => p.startsWith('example/')).sort());
  expect(list[0]?.table).toBe('zone');
  for (const file of list) {
    const bytes = bytesOf(file.path);
    expect(bytes.length).toBe(file.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
  }
});

test('the example stays small enough for one click', () => {
  expect(exampleList().reduce((sum, f) => sum + f.bytes, 0)).toBeLessThanOrEqual(9_000_000);
});

test('every file decodes without a replacement character in the encoding it states', () => {
  for (const file of exampleList()) expect(textOf(file.path, file.encoding)).not.toContain('\ufffd');
});

test('the GBK encoder is the inverse of the decoder, and refuses what GBK lacks', () => {
  const text = '党组织“五星”○★√×—（）';
  expect(new TextDecoder('gbk').decode(encode(text, 'gbk'))).toBe(text);
  expect(() => encode('😀', 'gbk')).toThrow('not in GBK');
});

test('check characters follow GB 32100', () => {
  for (const code of ['9144030071526726XG', '91330100799655058B', '91110000802100433B']) {
    expect(creditCheck(code.slice(0, 17))).toBe(code[17]);
  }
  expect(creditCheck('91110000100001342')).not.toBe('8');
});

test('no row carries a code of a region that exists, and nearly all codes are valid', () => {
  const codes = exampleList()
    .filter((f) => f.table === 'unit_coverage')
    .flatMap((f) => rowsOf(f, ['组建方式', '组建形式', '建立党组织情况', ...WIDE_MARKS]))
    .flatMap((row) => Object.entries(row).filter(([header]) => header.endsWith('统一社会信用代码')))
    .map(([, code]) => code)
    .filter((code) => code.length === 18);
  expect(codes.length).toBeGreaterThan(20_000);
  expect(codes.every((code) => code.slice(2, 4) === '99')).toBe(true);
  const wrong = codes.filter((code) => creditCheck(code.slice(0, 17)) !== code[17]).length;
  expect(wrong).toBeGreaterThan(0);
  expect(wrong / codes.length).toBeLessThan(0.02);
});

test('months as columns: a file a year, the year in the title only, each month the mode of the last quarter end', () => {
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  const files = exampleList().filter((f) => f.zone === 'BYCY' && f.table === 'unit_coverage');
  expect(files.map((f) => f.path.slice(-8))).toEqual(['2016.csv', '2017.csv', '2018.csv']);
  let before = new Map<string, string>();
  for (const [at, file] of files.entries()) {
    const year = 2016 + at;
    expect([...bytesOf(file.path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [title = [], header = []] = cellsOf(textOf(file.path, file.encoding), ',');
    expect(title[0]).toBe(`白榆产业园两新组织党组织组建方式统计表（${year}年）`);
    expect(header.join()).not.toContain('20');
    expect(header.filter((h) => /月/.test(h))).toEqual(months.map((m) => (year === 2017 ? `${m} 月` : `${m}月`)));
    const rows = rowsOf(file, WIDE_MARKS);
    expect(new Set(rows.map((row) => row['企业名称'])).size).toBe(rows.length);
    for (const row of rows) {
      const name = row['企业名称'] ?? '';
      const december = before.get(name) ?? (at === 0 ? (row['3月'] ?? '') : '');
      for (const m of months.filter((n) => n % 3 !== 0)) {
        expect([name, m, row[`${m}月`]]).toEqual([name, m, m < 3 ? december : row[`${m - (m % 3)}月`]]);
      }
    }
    before = new Map(rows.map((row) => [row['企业名称'] ?? '', row['12月'] ?? '']));
  }
});

test('personal columns hold made-up values only', () => {
  for (const file of exampleList()) {
    const text = textOf(file.path, file.encoding);
    expect(text.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g)?.every((n) => n === '13800000000') ?? true, file.path).toBe(true);
  }
});
