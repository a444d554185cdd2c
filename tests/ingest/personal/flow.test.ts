import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCube, saveCube } from '../../../src/cube';
import type { TableSpec } from '../../../src/domain';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { Collection, bytesSource, inspection, localStager, stageFile } from '../../../src/ingest';
import { TABLES, exampleRow } from '../../../src/model';
import { encodeText } from '../../cli/encode';
import { LARGE, ledger } from '../identity/files';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number nobody has, with a right check figure. */
function identity(serial: number): string {
  const body = `110105194912${String(10 + (serial % 20)).padStart(2, '0')}${String(serial % 1000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

interface Person {
  readonly name: string;
  readonly phone: string;
  readonly id: string;
}

const person: fc.Arbitrary<Person> = fc
  .record({
    surname: fc.constantFrom('张', '欧阳', '肖', '祁', '钱'),
    given: fc.constantFrom('爱鹏', '鹏', '晓骏', '某某'),
    serial: fc.nat({ max: 99_999_999 }),
  })
  .map(({ surname, given, serial }) => ({
    name: surname + given,
    phone: `1${3 + (serial % 7)}9${String(serial).padStart(8, '0')}`,
    id: identity(serial),
  }));

const parted = (phone: string, by: string): string => [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)].join(by);
const wide = (text: string): string =>
  text.replace(/[0-9]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0));

/** The ways personal data stands in other text. */
const WAYS: readonly ((of: Person) => string)[] = [
  ({ name, phone }) => `（书记${name} ${phone}）`,
  ({ name, phone }) => `，联系人：${name}，电话${parted(phone, '-')}`,
  ({ name, phone }) => ` 负责同志 ${name}（${parted(phone, ' ')}）`,
  ({ name, id }) => `（经办人${name}，身份证号${id}）`,
  ({ phone }) => ` Tel: +86 ${phone}`,
  ({ phone }) => `（手机${wide(phone)}）`,
  ({ name }) => `；填表人：${name}`,
  ({ id }) => `/${id}`,
  ({ name, phone }) => `；微信号：wx_${phone}，邮箱${phone}@qq.com，审核人 ${name}`,
];

/** The text in half width, with nothing between figures that people put there. */
const joined = (text: string): string => wideToNarrow(text).replace(/(?<=\d)[ -](?=\d)/gu, '');
const wideToNarrow = (text: string): string =>
  text.replace(/[０-９]/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0));

/** Nothing of a person in a text. Numbers may not stand there in parts either. */
function expectNothingOf({ name, phone, id }: Person, output: string): void {
  expect(output).not.toContain(name);
  expect(joined(output)).not.toContain(phone);
  expect(output).not.toContain(id);
}

interface Planted {
  readonly table: TableSpec;
  readonly column: number;
  readonly way: number;
  readonly place: 'cell' | 'late' | 'title' | 'note' | 'header' | 'sheet' | 'file';
  readonly form: 'csv' | 'gbk' | 'xlsx' | 'zip';
  readonly who: Person;
}

const planted: fc.Arbitrary<Planted> = fc.record({
  table: fc.constantFrom(...TABLES),
  column: fc.nat({ max: 60 }),
  way: fc.nat({ max: WAYS.length - 1 }),
  place: fc.constantFrom('cell', 'late', 'title', 'note', 'header', 'sheet', 'file'),
  form: fc.constantFrom('csv', 'gbk', 'xlsx', 'zip'),
  who: person,
});

/** A file of a table with a person in one place of it. */
function fileOf({ table, column, way, place, form, who }: Planted): { path: string; bytes: Uint8Array } {
  const words = WAYS[way]?.(who) ?? '';
  const header = table.columns.map(({ headers, label }) => headers[0] ?? label.zh);
  const example = exampleRow(table);
  const at = column % header.length;
  const rows = Array.from({ length: 260 }, (_, n) =>
    example.map((text, c) => (n > 0 && c === 0 ? `${text}${n}` : text)),
  );
  const spoil = (row: string[] | undefined): void => void row?.splice(at, 1, `${row[at] ?? ''}${words}`);
  if (place === 'cell') spoil(rows[0]);
  if (place === 'late') spoil(rows[255]);
  if (place === 'header') spoil(header);
  const lines = [
    ...(place === 'title' ? [[`某区统计表${words}`]] : []),
    header,
    ...rows,
    ...(place === 'note' ? [[`注：本表由办公室汇总${words}`]] : []),
  ];
  const name = `统计表${place === 'file' ? words.replaceAll('/', '_') : ''}`;
  // No name of a sheet is longer than 31 characters.
  const sheet = place === 'sheet' ? `${way % 2 ? '联系人' : '书记'}${who.name} ${who.phone}` : '表一';
  const text = lines.map((line) => line.map((cell) => (/[",]/u.test(cell) ? `"${cell}"` : cell)).join(',')).join('\n');
  if (form === 'csv') return { path: `${name}.csv`, bytes: strToU8(text) };
  if (form === 'gbk') return { path: `${name}.csv`, bytes: encodeText(text, 'gbk') };
  if (form === 'zip') return { path: `${name}.zip`, bytes: zipSync({ [`${sheet}.csv`]: strToU8(text) }) };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(lines), sheet);
  return {
    path: `${name}.xlsx`,
    bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
  };
}

it('lets nothing personal out of the reading, wherever it stands in a file of whatever kind', async () => {
  await fc.assert(
    fc.asyncProperty(planted, async (one) => {
      const { path, bytes } = fileOf(one);
      const staged = await stageFile(bytesSource(path, bytes), []);
      const texts = staged.tables.map(({ staged: ready }) => (ready ? new TextDecoder().decode(ready.csv) : ''));
      const seen = JSON.stringify([
        staged.tables,
        texts,
        inspection(
          staged.reading,
          0,
          staged.tables[0] ? { header: staged.tables[0].start.header, match: staged.tables[0].match } : null,
        ),
      ]);
      expectNothingOf(one.who, seen.replace(/"csv":\{[^}]*\}/gu, ''));
      const { start } = staged.tables[0] ?? {};
      const records = await localStager.records(
        { source: bytesSource(path, bytes) },
        {},
        { sheet: start?.sheet ?? null, from: 1, to: 300 },
      );
      expect(records.length).toBeGreaterThan(200);
      // A bare name in a column of its own is for those who know the columns.
      if (one.place !== 'header') expectNothingOf(one.who, JSON.stringify(records));
    }),
    { numRuns: 120 },
  );
}, 240_000);

describe('in the database', () => {
  let engine: Engine;
  let collection: Collection;
  beforeAll(async () => {
    engine = await openNodeEngine();
    collection = await Collection.open(engine, localStager);
  }, 60_000);
  afterAll(() => engine.close());

  const add = (path: string, text: string) => {
    const data = strToU8(text);
    return collection.add({ path, data, source: bytesSource(path, data) });
  };
  const HEADER = '企业名称,所属党委,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数,备注';

  it('takes two spellings of a committee with two secretaries for one', async () => {
    const report = await add(
      '云岭高新区（联系人王小明 13912345678）.csv',
      [
        HEADER,
        '甲公司,第0党委（书记张三 13812345678）,云岭高新区,2018-12-31,非公企业,运营,单独支部,12,3,',
        '乙公司,第0党委（书记：李四，0512-66889900）,云岭高新区,2018-12-31,非公企业,运营,单独支部,13812345678,3,张三 13812345678 代填',
        '丙公司,第0党委,云岭高新区,2018-12-31,非公企业,运营,单独支部,12,3,见附件',
      ].join('\n'),
    );
    const rows = await engine.rows('SELECT DISTINCT committee FROM unit_coverage');
    expect(rows.map((row) => row.committee)).toEqual(['第0党委']);
    expect(report.path).toBe('云岭高新区（联系人*** ***）.csv');
    expect(report.issueCounts).toMatchObject({ 'name-masked': 3, 'phone-masked': 3 });
    const told = report.issues.filter(({ code }) => code.endsWith('-masked'));
    expect(told.map(({ row, column, value }) => [row, column, value])).toContainEqual([2, '所属党委', null]);
    await collection.settle();
    const cube = await buildCube(
      engine,
      collection.files.map(({ path }) => path),
      {},
    );
    const all = JSON.stringify([collection.files, cube.sources]) + new TextDecoder().decode(saveCube(cube));
    for (const name of ['张三', '李四', '王小明']) expect(all).not.toContain(name);
    for (const number of ['66889900', '13912345678']) expect(all).not.toContain(number);
  });

  it('finds a telephone far down in a file that is large enough to go straight into the database', async () => {
    await collection.clear();
    const rows = ledger([], LARGE).trimEnd().split('\n');
    rows[30_000] = (rows[30_000] ?? '').replace('远方第', '联系人赵小云13712345678远方第');
    rows[30_001] = (rows[30_001] ?? '').replace('有限公司', '有限公司（法人孙大伟）');
    const report = await add('大台账.csv', `${rows.join('\n')}\n`);
    expect(report.issueCounts).toMatchObject({ 'phone-masked': 1, 'name-masked': 2 });
    const found = await engine.rows(
      `SELECT unit_name FROM unit_coverage WHERE unit_name LIKE '%赵小云%' OR unit_name LIKE '%孙大伟%' OR unit_name LIKE '%137123%'`,
    );
    expect(found).toEqual([]);
    expect(report.tables[0]?.loaded).toBe(LARGE);
  }, 120_000);
});
