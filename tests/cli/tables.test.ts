import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects, parquetSchema, parquetMetadata } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePlan } from '../../src/cli/plan';
import { type AllRead, closeEngine, readAll } from '../../src/cli/reading';
import { emptyFolder, formatOf, writeParquet } from '../../src/cli/tables';
import { PLAN_INPUTS, inputSql } from '../../src/cube';
import { readCsv, readDatabaseCsv } from '../../src/share';
import { runCli, temporaryFolder } from './command-line';

/* The rows of all files as Parquet: every value of every row in the folder of its table and zone, with its type. */

const folder = temporaryFolder();
const OUT = folder.path('tables');

const HEADER = '企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const FILES: Readonly<Record<string, string>> = {
  '园区.csv': '开发区代码,开发区名称,开发区类型,级别\nYLGX,云岭高新区,高新区,国家级\n007,零七园,功能区,市级\n',
  '单位.csv': [
    HEADER,
    '甲厂（联系电话13800138000）,YLGX,2018-12-31,非公企业,运营,单独支部,9,3',
    '乙厂,云岭高新区,2018/9/30,非公企业,运营,未组建,90,0',
    '"丙, ""厂""",零七园,2018-12-31,社会组织,运营,联合支部,,2',
    '丁厂,东/西=一园,2018-12-31,非公企业,运营,联合支部,12,2',
    '',
  ].join('\n'),
  '无园区.csv': `${HEADER.replace(',开发区', '')}\n戊厂,2018-12-31,非公企业,运营,联合支部,7,一些\n`,
  '党员.csv': '党组织名称,开发区,缴费月份,应缴党费,实缴党费\n甲支部,YLGX,2018-12,12.5,0.1\n',
  '规则.csv': '规则,取值,生效日期,失效日期,依据\nlife.党课,2,2016-01-01,,甲文件\n',
};
let read: AllRead;

/** Every Parquet file of a folder, by its path. */
const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.parquet'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

const bufferOf = (path: string): ArrayBuffer => new Uint8Array(readFileSync(path)).buffer;

/** Rows of a Parquet file as the texts the database has for them. */
async function textsOf(path: string): Promise<Record<string, string | null>[]> {
  const rows = await parquetReadObjects({ file: bufferOf(path) });
  const text = (value: unknown): string | null =>
    value === null || value === undefined
      ? null
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : String(value);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])));
}

beforeAll(async () => {
  const paths = Object.entries(FILES).map(([name, text]) => folder.write(name, text));
  read = await readAll({ command: 'convert', files: paths, options: new Map() });
  mkdirSync(OUT);
  await writeParquet(read, OUT);
});
afterAll(async () => {
  await closeEngine();
  folder.remove();
});

test('holds every row of every table once, with its values, in the folder of the zone it counts for', async () => {
  const files = filesIn(OUT);
  expect(files).toEqual(
    expect.arrayContaining([
      'unit_coverage/zone=YLGX/rows.parquet',
      'unit_coverage/zone=007/rows.parquet',
      'unit_coverage/zone=__HIVE_DEFAULT_PARTITION__/rows.parquet',
      'rule_version/rows.parquet',
      'zone/rows.parquet',
    ]),
  );
  for (const input of PLAN_INPUTS) {
    const own = files.filter((path) => path.startsWith(`${input.table}/`));
    const found = (await Promise.all(own.map((path) => textsOf(join(OUT, path))))).flat();
    const line = (row: Readonly<Record<string, unknown>>): string =>
      JSON.stringify(input.columns.map((name) => row[name] ?? null));
    expect([input.table, found.map(line).sort()]).toEqual([
      input.table,
      (await read.db.rows(inputSql(input))).map((row) => line({ ...row, ...asPlain(row) })).sort(),
    ]);
  }
  const inZone = await textsOf(join(OUT, 'unit_coverage/zone=YLGX/rows.parquet'));
  // Written by code and by name: one zone.
  expect(inZone.map((row) => row.zone_id).sort()).toEqual(['YLGX', '云岭高新区'].sort());
});

/** Decimals as JavaScript writes them: 9.0 is 9. */
function asPlain(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^-?\d+\.\d+$/u.test(value) ? String(Number(value)) : value,
    ]),
  );
}

test('a name that no folder can have is written as its code, and the name itself is in no folder', () => {
  const zones = readdirSync(join(OUT, 'unit_coverage'));
  const odd = zones.filter((name) => !['zone=YLGX', 'zone=007', 'zone=__HIVE_DEFAULT_PARTITION__'].includes(name));
  expect(odd).toHaveLength(1);
  expect(decodeURIComponent(odd[0]?.slice('zone='.length) ?? '')).toBe('东/西=一园');
});

test('columns have the types of their table: days are days, numbers numbers, yes and no', () => {
  const metadata = parquetMetadata(bufferOf(join(OUT, 'unit_coverage/zone=YLGX/rows.parquet')));
  const types = Object.fromEntries(
    parquetSchema(metadata).children.map(({ element }) => [
      element.name,
      [element.type, element.converted_type, element.repetition_type],
    ]),
  );
  expect(types).toMatchObject({
    snapshot_date: ['INT32', 'DATE', 'OPTIONAL'],
    employees: ['INT64', undefined, 'OPTIONAL'],
    unit_kind: ['BYTE_ARRAY', 'UTF8', 'OPTIONAL'],
    source_row: ['INT32', undefined, 'OPTIONAL'],
  });
});

test('what is personal is masked, and the ledger and the files stand beside it', () => {
  const ledger = readCsv(readFileSync(join(OUT, 'ledger.csv'), 'utf8'));
  const files = readCsv(readFileSync(join(OUT, 'files.csv'), 'utf8'));
  const everything = [...filesIn(OUT), 'ledger.csv', 'files.csv'].map((path) =>
    readFileSync(join(OUT, path), 'latin1'),
  );
  expect(everything.join('')).not.toContain('13800138000');
  const listed = read.collection.files.flatMap(({ issues }) => issues);
  expect(listed.length).toBeGreaterThan(2);
  expect(ledger).toHaveLength(1 + listed.length);
  expect(ledger[0]).toContain('文件');
  expect(ledger.some((row) => row.includes('无园区.csv') && row.includes('一些'))).toBe(true);
  expect(files.slice(1).map(([, name]) => name)).toEqual(read.collection.files.map(({ path }) => path));
  for (const [, , sum] of files.slice(1)) expect(sum).toMatch(/^[\da-f]{64}$/u);
});

test('a plan takes its rows as Parquet too: the same rows as its CSV', async () => {
  for (const format of ['csv', 'parquet'] as const) {
    mkdirSync(folder.path(format));
    await writePlan(read, 'spark', folder.path(format), format);
  }
  const inputs = (format: string) =>
    (
      JSON.parse(readFileSync(join(folder.path(format), 'plan.json'), 'utf8')) as {
        inputs: { table: string; file: string; rows: number }[];
      }
    ).inputs;
  expect(inputs('parquet').map(({ file }) => file)).toEqual(
    inputs('csv').map(({ file }) => file.replace('.csv', '.parquet')),
  );
  for (const { table, rows } of inputs('csv')) {
    const [header = [], ...records] = readDatabaseCsv(readFileSync(folder.path(`csv/data/${table}.csv`), 'utf8')) ?? [];
    const found = await textsOf(folder.path(`parquet/data/${table}.parquet`));
    expect([table, found.length]).toEqual([table, rows]);
    // The number of a file is another each time the files are settled.
    const columns = header.filter((name) => name !== 'file_id');
    expect([table, found.map((row) => columns.map((name) => row[name] ?? ''))]).toEqual([
      table,
      records.map((record) => columns.map((name) => asPlain({ text: record[header.indexOf(name)] }).text)),
    ]);
  }
});

test('the command line writes all of it or nothing, into a folder of its own', () => {
  const made = runCli([
    'convert',
    folder.path('单位.csv'),
    '--as',
    'table',
    '--format',
    'parquet',
    '--out-dir',
    folder.path('made'),
  ]);
  expect(made.code).toBe(0);
  // Without the register nothing says that the name and the code are one.
  expect(
    filesIn(folder.path('made')).every((path) => path.startsWith('unit_coverage/') || !path.includes('zone=')),
  ).toBe(true);
  expect(existsSync(folder.path('made.part'))).toBe(false);
  const asked = (...options: (readonly [string, string])[]) => ({
    command: 'convert',
    files: [],
    options: new Map(options),
  });
  writeFileSync(folder.path('made/other'), '');
  expect(() => emptyFolder(asked(['--out-dir', folder.path('made')]))).toThrow(/must be empty/u);
  expect(() => formatOf(asked(['--format', 'orc']))).toThrow(/csv or parquet, not orc/u);
  const wrong = runCli(['convert', folder.path('单位.csv'), '--as', 'raw', '--format', 'parquet', '--out-dir', OUT]);
  expect([wrong.code, wrong.stderr.split('\n')[0]]).toEqual([2, '--format parquet goes with --as table']);
});
