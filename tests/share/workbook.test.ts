import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { percentText } from '../../src/domain';
import { type CellValue, type ColumnKind, type Sheet, workbook } from '../../src/share';
import { readBytes } from '../ingest/raw/read-bytes';

const sheet = (kind: ColumnKind, ...values: CellValue[]): Sheet => ({
  name: '表',
  table: { columns: [{ label: '列', kind }], rows: values.map((value) => [value]) },
});
const made = (...sheets: Sheet[]): Promise<Uint8Array> => workbook('题目', '2026-01-31', sheets);

/** The cells below the header, as a spreadsheet program holds them: type, value, text as shown, format, formula. */
async function cellsOf(book: Promise<Uint8Array>) {
  const [first] = Object.values(
    read(await book, { type: 'array', cellNF: true, cellFormula: true, cellDates: true }).Sheets,
  );
  if (!first) throw new Error('no sheet');
  return Object.entries(first)
    .filter(([at]) => /^A(?!1$)\d+$/u.test(at))
    .map(([, cell]) => cell as { t: string; v: unknown; w?: string; z?: string; f?: string });
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.stringMatching(/^[=+\-@＝＋－＠'"\t ,.\d%a甲_x0-9A-F]{1,9}$/u),
  fc.stringMatching(/^\d{15,20}$/u),
  fc.constantFrom(
    '_x0041_',
    '=1+1',
    '+86',
    '-5',
    '@SUM(A1)',
    ' 甲 ',
    '<b>&"',
    '2018-09-30',
    '00123',
    '91320100MA1ABCDE1X',
  ),
);

describe('a workbook', () => {
  it('keeps every text as the text it is: no formula, no digit lost, nothing read as a day or a number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 6 }), async (values) => {
        const plain = values.map((text) =>
          text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/gu, ''),
        );
        const cells = await cellsOf(made(sheet('text', ...plain)));
        expect(cells.map(({ t, v, f }) => [t, v, f])).toEqual(
          plain.filter((text) => text !== '').map((text) => ['s', text, undefined]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('holds no formula anywhere, whatever a text begins with', async () => {
    const files = unzipSync(
      await made(sheet('value', '=cmd|calc!A0', '@x', '+1+1', '-2+3', '\t=1', '＝1'), sheet('text', '=1+1')),
    );
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(2);
    for (const [, bytes] of sheets) expect(new TextDecoder().decode(bytes)).not.toContain('<f');
  });

  it('shows numbers as the page does and holds them as they are', async () => {
    const shown = async (kind: ColumnKind, ...values: CellValue[]) =>
      (await cellsOf(made(sheet(kind, ...values)))).map(({ t, v, w }) => [t, v, w]);
    expect(await shown('rate', 0.8123, 0.2871, 0.9996, 1, 0)).toEqual([
      ['n', 0.8123, '81.2%'],
      ['n', 0.2871, '28.7%'],
      ['n', 0.9996, '99.96%'],
      ['n', 1, '100.0%'],
      ['n', 0, '0.0%'],
    ]);
    expect(await shown('count', 12_345, 1.5, 0.1 + 0.2)).toEqual([
      ['n', 12_345, '12,345'],
      ['n', 1.5, '1.5'],
      ['n', 0.3, '0.3'],
    ]);
    expect(await shown('points', 2.25, -1.04, 0, { value: 2.1893, text: '+2.19' })).toEqual([
      ['n', 2.25, '+2.3'],
      ['n', -1.04, '-1.0'],
      ['n', 0, '0.0'],
      ['n', 2.1893, '+2.19'],
    ]);
    expect(await shown('score', 81.25, 86.5)).toEqual([
      ['n', 81.25, '81.25'],
      ['n', 86.5, '86.5'],
    ]);
  });

  it('shows every rate as its text on the page, halves too, and holds it to twelve digits', async () => {
    const some = fc.integer({ min: 1, max: 4000 }).chain((n) => fc.integer({ min: 0, max: n }).map((x) => x / n));
    const halves = fc.integer({ min: 0, max: 999 }).map((x) => (2 * x + 1) / 2000);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(some, halves), { minLength: 1, maxLength: 40 }), async (rates) => {
        const cells = await cellsOf(made(sheet('rate', ...rates)));
        expect(cells.map(({ w }) => w)).toEqual(rates.map((rate) => percentText(rate)));
        for (const [at, rate] of rates.entries()) expect(Number(cells[at]?.v)).toBeCloseTo(rate, 11);
      }),
      { numRuns: 40 },
    );
  });

  it('holds days as days where a value may be one, and what is no day as text', async () => {
    const cells = await cellsOf(made(sheet('value', '2018-09-30', '2018-02-30', '2018Q3', 7)));
    expect(cells.map(({ t, v, w }) => [t, v instanceof Date ? v.toISOString().slice(0, 10) : v, w])).toEqual([
      ['d', '2018-09-30', '2018-09-30'],
      ['s', '2018-02-30', '2018-02-30'],
      ['s', '2018Q3', '2018Q3'],
      ['n', 7, '7'],
    ]);
  });

  it('is read by the reader of the import page as what it is', async () => {
    const table = {
      columns: [
        { label: '单位名称', kind: 'text' as const },
        { label: '统一社会信用代码', kind: 'text' as const },
        { label: '覆盖率', kind: 'rate' as const },
        { label: '成立日期', kind: 'value' as const },
      ],
      rows: [
        ['甲公司', '913201000000000018', 0.772, '2018-09-30'],
        ['=乙', '010203040506070809', 1, null],
        ['丙中心', '523201000000000026', 0.5, '2017-01-01'],
      ],
    };
    const { tables } = await readBytes(await made({ name: '名单', table }), {}, 1 << 20, '名单.xlsx');
    expect(tables[0]?.rows).toEqual([
      ['甲公司', '913201000000000018', '77.2%', '2018-09-30'],
      ['=乙', '010203040506070809', '100%', ''],
      ['丙中心', '523201000000000026', '50%', '2017-01-01'],
    ]);
  });

  it('is the same to the byte for the same tables', async () => {
    const one = [sheet('rate', 0.5), sheet('text', '甲')];
    expect(await made(...one)).toEqual(await made(...one));
  });

  it('gives sheets names they may have, each another', async () => {
    const named = (name: string): Sheet => ({ ...sheet('text', '甲'), name });
    const long = '一个园区'.repeat(20);
    const { SheetNames } = read(await made(...['a/b', 'A?B', "'", long, long, ''].map(named)), { type: 'array' });
    expect(SheetNames).toEqual(['a b', 'A B 2', '1', long.slice(0, 31), `${long.slice(0, 29)} 2`, '1 2']);
  });
});
