import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleList } from '../datasets/plain-reader';
import { join } from 'node:path';
import { type Ran, runCli, temporaryFolder } from './command-line';
import { bare, rates, roster } from './messy-files';

const DATASETS = join(import.meta.dirname, '../../datasets');
const KEYS = [
  'file',
  'encoding',
  'delimiter',
  'table',
  'headerRows',
  'header',
  'fields',
  'rows',
  'skipped',
  'personal',
  'issues',
  'issueCounts',
];
const SKIPPED = ['title', 'total', 'note', 'blank', 'repeatedHeader', 'hint', 'group'];

interface Inspected {
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly table: string | null;
  readonly headerRows: number;
  readonly header: readonly string[];
  readonly fields: Readonly<Record<string, string | null>>;
  readonly rows: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly personal: readonly string[];
  readonly issues: readonly { code: string; row: number | null; column: string | null; value: string | null }[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

const folder = temporaryFolder();
const EXAMPLES = [
  'xian/unit-coverage-2018.csv',
  'luming/unit-coverage.txt',
  'changzhi/party-org.txt',
  'wangshu/party-org-2018.csv',
  'songtao/star-rating.csv',
];
let ran: Ran;
const seen = new Map<string, Inspected>();

beforeAll(() => {
  const made = [roster, rates, bare].map(({ name, bytes }) => folder.write(name, bytes));
  const examples = EXAMPLES.map((path) => join(DATASETS, 'example', path));
  ran = runCli(['inspect', ...made, ...examples, folder.path('没有这个文件.csv')]);
  for (const line of ran.stdout.trim().split('\n')) {
    const one = JSON.parse(line) as Inspected;
    seen.set(one.file, one);
  }
}, 120_000);

afterAll(() => folder.remove());

const of = (file: string): Inspected => {
  const found = seen.get(file);
  if (!found) throw new Error(`nothing was said about ${file}: ${ran.stderr}`);
  return found;
};

test('one JSON object a line, in the order asked, with exactly the keys of the contract', () => {
  expect(ran.code).toBe(1);
  expect(ran.stderr).toMatch(/没有这个文件\.csv: .*找不到/u);
  expect([...seen.keys()]).toEqual([roster.name, rates.name, bare.name, ...EXAMPLES.map((path) => path.split('/')[1])]);
  for (const one of seen.values()) {
    expect(Object.keys(one)).toEqual(KEYS);
    expect(Object.keys(one.skipped)).toEqual(SKIPPED);
    for (const issue of one.issues) expect(Object.keys(issue).sort()).toEqual(['code', 'column', 'row', 'value']);
    const counted = Object.values(one.issueCounts).reduce((sum, count) => sum + count, 0);
    expect(one.issues.length).toBeLessThanOrEqual(counted);
    expect(new Set(Object.keys(one.fields))).toEqual(new Set(one.header));
  }
});

test('a file with everything in the way', () => {
  const one = of(roster.name);
  expect(one).toMatchObject({ delimiter: ',', table: 'party_org', headerRows: 2, rows: 3, personal: ['书记姓名'] });
  expect(one.encoding).toMatch(/^gb(?:k|18030)$/u);
  expect(one.header).toEqual(roster.raw[0]?.[0]);
  expect(one.skipped).toEqual({ title: 1, total: 2, note: 2, blank: 0, repeatedHeader: 0, hint: 0, group: 0 });
  expect(one.fields).toMatchObject({
    党组织代码: 'org_id',
    党组织名称: 'org_name',
    成立时间: 'founded_date',
    书记姓名: null,
  });
  expect(JSON.stringify(one)).not.toMatch(/张某某|李某某|王某某/u);
});

test('UTF-16 with tabs, and a file without a header', () => {
  expect(of(rates.name)).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', headerRows: 1, rows: 3 });
  expect(of(bare.name)).toMatchObject({ table: null, headerRows: 0, rows: 3, header: ['第1列', '第2列', '第3列'] });
});

test('example files are taken for what they are, and every data row is counted', () => {
  for (const path of EXAMPLES) {
    const file = exampleList().find((known) => known.path === `example/${path}`);
    expect([path, of(path.split('/')[1] ?? '').table]).toEqual([path, file?.table]);
  }
  expect(of('unit-coverage-2018.csv')).toMatchObject({ headerRows: 1, skipped: { title: 1, total: 1 } });
  expect(of('unit-coverage.txt').personal).toEqual(['联系人', '手机']);
  expect(of('unit-coverage.txt').skipped.repeatedHeader).toBeGreaterThan(0);
  expect(of('party-org.txt').encoding).toBe('utf-16le');
  expect(of('party-org-2018.csv').issueCounts).toMatchObject({ 'total-mismatch': 1 });
});
