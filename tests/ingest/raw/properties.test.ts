import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain';
import { csvRecords } from '../../../src/share';
import { DIALECT_CASES } from './dialect-cases';
import { SHAPE_CASES } from './shape-cases';
import { type ReadResult, gbk, readBytes, utf16, utf8 } from './read-bytes';

const MESSY = fc.constantFrom(
  'a',
  '甲',
  '党',
  '1',
  ',',
  ';',
  '\t',
  '"',
  "'",
  '\n',
  '\r\n',
  '\r',
  ' ',
  '合计',
  '注：',
  '\\',
  '|',
  '，',
  '\u0000',
  '\u001a',
  '★',
  '2023-01-01',
);
const LINE = fc.array(
  fc.constantFrom('名称', '甲公司', '12', '3.5%', '', '"引,号"', '"双""引"', '2023-05-31', '合计', '"a\nb"', '备注'),
  { minLength: 1, maxLength: 6 },
);

async function outcome(bytes: Uint8Array, chunk: number): Promise<Partial<ReadResult> | string> {
  try {
    return await readBytes(bytes, {}, chunk);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('whatever the bytes', () => {
  it('a cut anywhere changes nothing', async () => {
    const text = fc.oneof(
      fc.array(MESSY, { maxLength: 120 }).map((parts) => parts.join('')),
      fc
        .tuple(fc.array(LINE, { maxLength: 20 }), fc.constantFrom('\n', '\r\n', '\r'))
        .map(([rows, end]) => rows.map((row) => row.join(',')).join(end)),
    );
    const encode = fc.constantFrom(utf8, gbkOrUtf8, (value: string) => utf16(value, 'le', true));
    await fc.assert(
      fc.asyncProperty(text, encode, fc.integer({ min: 1, max: 40 }), async (value, toBytes, chunk) => {
        const bytes = toBytes(value);
        expect(await outcome(bytes, chunk)).toEqual(await outcome(bytes, 1 << 20));
      }),
      { numRuns: 400 },
    );
  });

  it('every single cut of one difficult file changes nothing', async () => {
    const text =
      '统计表,,\r\n名称,"备\r\n注",人数\r\n甲,"说""好""",3\r\n乙,"5" 寸",4\n丙,"a\nb",5\r合计,,12\r\n注：完,,\r\n\u001a';
    for (const bytes of [utf8(text), gbk(text)]) {
      const whole = await outcome(bytes, 1 << 20);
      for (let chunk = 1; chunk < bytes.length; chunk += 1) expect(await outcome(bytes, chunk)).toEqual(whole);
    }
  });

  it('any bytes are read or refused', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 65536, size: 'max' }),
      fc.array(MESSY, { maxLength: 20000, size: 'max' }).map((parts) => utf8(parts.join('').slice(0, 21000))),
      fc
        .tuple(fc.array(MESSY, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 60000 }))
        .map(([parts, n]) => {
          const unit = parts.join('');
          return utf8(unit.repeat(Math.ceil(n / unit.length)).slice(0, n)).subarray(0, 65536);
        }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (value) => {
        await outcome(value, 1 << 20);
      }),
      { numRuns: 150 },
    );
  }, 300_000);

  it('what is written reads back the same', async () => {
    const cell = fc.oneof(
      fc.constantFrom('甲公司', '12', '', '含,逗号', '含"引号"', '含\n换行', ' 空格 ', '2023-05-31'),
      fc.string({ maxLength: 12 }),
    );
    const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
      fc.array(fc.array(cell.filter(isText), { minLength: width, maxLength: width }), {
        minLength: 3,
        maxLength: 30,
      }),
    );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const width = rows[0]?.length ?? 0;
        const header = Array.from({ length: width }, (_, c) => `名称${c}`);
        const body = rows.map((row, i) => [`编号${i}`, ...row, '结束']);
        const all = [['序号', ...header, '备注说明'], ...body];
        const { tables } = await readBytes(csvRecords(all));
        expect(bare([tables[0]?.header ?? [], ...(tables[0]?.rows ?? [])])).toEqual(bare(all));
      }),
      { numRuns: 200 },
    );
  });

  it('every table read from the cases, written and read again, is the same', async () => {
    for (const { name, text } of [...DIALECT_CASES, ...SHAPE_CASES]) {
      const { tables } = await readBytes(text);
      for (const { header, rows } of tables) {
        const again = await readBytes(csvRecords([header, ...rows]));
        expect(
          again.tables.map((table) => bare([table.header, ...table.rows])),
          name,
        ).toEqual([bare([header, ...rows])]);
      }
    }
  });
});

/** Without characters that a reading removes on purpose. */
/** Without the apostrophes that keep a spreadsheet from computing a text. */
const bare = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row) => row.map((cell) => cell.replace(/^'+/u, '')));

function isText(value: string): boolean {
  return !/[\u0000\u001a\ufeff]/.test(value);
}

function gbkOrUtf8(text: string): Uint8Array {
  return gbk(text.replaceAll('★', '☆'));
}
