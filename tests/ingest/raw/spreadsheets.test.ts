import * as XLSX from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gbk, readBytes, utf8 } from './read-bytes';

type Cell = string | number | boolean | null | { v: number; z: string };

function sheetOf(rows: Cell[][], merges: string[] = []): XLSX.WorkSheet {
  const plain = rows.map((row) => row.map((cell) => (cell !== null && typeof cell === 'object' ? cell.v : cell)));
  const sheet = XLSX.utils.aoa_to_sheet(plain);
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell !== null && typeof cell === 'object') {
        const target: unknown = sheet[XLSX.utils.encode_cell({ r, c })];
        Object.assign(target as object, { z: cell.z });
      }
    }),
  );
  sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
  return sheet;
}

function book(sheets: Record<string, XLSX.WorkSheet>, bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const workbook = XLSX.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(workbook, sheet, name);
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType }) as ArrayBuffer);
}

const REPORT: Cell[][] = [
  ['2023年第二季度党组织情况统计表', null, null, null, null],
  ['序号', '党组织名称', '党员情况', null, '成立时间'],
  [null, null, '正式', '预备', null],
  [1, '高新区软件园联合支部', 12, 1, { v: 43525, z: 'yyyy-mm-dd' }],
  [2, '恒久集团党委', 108, 0, { v: 40725, z: 'm/d/yy' }],
  ['合计', null, 120, 1, null],
  ['填表人：', null, null, null, null],
];
const MERGES = ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'A6:B6'];
const REPORT_HEADER = ['序号', '党组织名称', '党员情况 正式', '党员情况 预备', '成立时间'];
const REPORT_ROWS = [
  ['1', '高新区软件园联合支部', '12', '1', '2019-03-01'],
  ['2', '恒久集团党委', '108', '0', '2011-07-01'],
];

describe('spreadsheets', () => {
  for (const type of ['xlsx', 'biff8', 'xlsb', 'ods'] as const)
    it(`${type}: title, merged header, total, sign-off`, async () => {
      const bytes = book({ 情况表: sheetOf(REPORT, MERGES) }, type);
      const { tables, reading } = await readBytes(bytes, {}, 1 << 20, '报表.csv');
      expect(tables).toMatchObject([{ header: REPORT_HEADER, rows: REPORT_ROWS, records: [4, 5] }]);
      expect(reading.tables[0]).toMatchObject({
        sheet: '情况表',
        headerRows: 2,
        skipped: { title: 1, total: 1, note: 1 },
      });
    });

  it('every sheet with content is a table', async () => {
    const bytes = book({
      一: sheetOf([
        ['名称', '人数'],
        ['甲', 1],
        ['乙', 2],
      ]),
      空: sheetOf([]),
      二: sheetOf([
        ['年度', '星级', '得分'],
        ['2023', '五星', 95.5],
        ['2022', '四星', 88],
      ]),
    });
    const { tables, reading } = await readBytes(bytes);
    expect(tables.map(({ header }) => header)).toEqual([
      ['名称', '人数'],
      ['年度', '星级', '得分'],
    ]);
    expect(reading.tables.map(({ index, sheet }) => [index, sheet])).toEqual([
      [0, '一'],
      [1, '二'],
    ]);
  });

  it('cells as text: formats that carry meaning are kept, roundings are not', async () => {
    const rows: Cell[][] = [
      ['代码', '覆盖率', '得分', '时间', '年月', '统一社会信用代码', '是否'],
      [
        { v: 20100, z: '000000' },
        { v: 0.8125, z: '0%' },
        { v: 1234.5678, z: '#,##0.00' },
        { v: 45077.5, z: 'yyyy/m/d h:mm' },
        { v: 45047, z: 'yyyy"年"m"月"' },
        '9144030071526726XG',
        true,
      ],
      [
        { v: 20101, z: '000000' },
        { v: 1, z: '0.00%' },
        0.1 + 0.2,
        { v: 45078, z: 'yyyy/m/d h:mm' },
        { v: 45078, z: 'yyyy"年"m"月"' },
        911100001000013000,
        false,
      ],
    ];
    const { tables } = await readBytes(book({ 表: sheetOf(rows) }));
    expect(tables[0]?.rows).toEqual([
      ['020100', '81.25%', '1234.5678', '2023-05-31 12:00', '2023-05', '9144030071526726XG', 'TRUE'],
      ['020101', '100%', '0.3', '2023-06-01', '2023-06', '911100001000013000', 'FALSE'],
    ]);
  });

  it('starts at the first filled cell', async () => {
    const sheet = sheetOf([
      [null, null, null, null],
      [null, null, '名称', '人数'],
      [null, null, '甲', 3],
      [null, null, '乙', 4],
    ]);
    const { tables } = await readBytes(book({ 表: sheet }));
    expect(tables[0]).toMatchObject({
      header: ['名称', '人数'],
      rows: [
        ['甲', '3'],
        ['乙', '4'],
      ],
      records: [3, 4],
    });
  });

  const HTML = `<html><head><meta charset="gb2312"></head><body><table border=1>
<tr><td colspan=3>情况统计表</td></tr><tr><th>代码</th><th>名称</th><th>人数</th></tr>
<tr><td>020100</td><td>甲&amp;乙公司</td><td>3</td></tr><tr><td>020101</td><td>丙<br>公司</td><td>4</td></tr></table></body></html>`;
  for (const [name, bytes] of [
    ['UTF-8', utf8(HTML)],
    ['GBK', gbk(HTML)],
  ] as const)
    it(`HTML saved as .xls, ${name}`, async () => {
      const { tables, reading } = await readBytes(bytes, {}, 1 << 20, '导出.xls');
      expect(reading).toMatchObject({ format: 'spreadsheet', encoding: 'html' });
      expect(tables[0]).toMatchObject({
        header: ['代码', '名称', '人数'],
        rows: [
          ['020100', '甲&乙公司', '3'],
          ['020101', '丙\n公司', '4'],
        ],
      });
    });

  it('text that is named .xls is text', async () => {
    const { tables, reading } = await readBytes(gbk('名称\t人数\r\n甲\t3\r\n乙\t4\r\n'), {}, 1 << 20, '导出.xls');
    expect(reading).toMatchObject({ format: 'text', delimiter: '\t', encoding: 'gb18030' });
    expect(tables[0]?.rows).toEqual([
      ['甲', '3'],
      ['乙', '4'],
    ]);
  });

  it('a .zip of mixed files', async () => {
    const bytes = zipSync({
      '一.csv': gbk('名称,人数\n甲,3\n乙,4\n'),
      '夹/二.xlsx': book({
        表: sheetOf([
          ['年度', '星级'],
          ['2023', '五星'],
          ['2022', '四星'],
        ]),
      }),
      '__MACOSX/._一.csv': strToU8('x'),
      '坏.bin': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    });
    const { tables, reading } = await readBytes(bytes, {}, 1 << 20, '全部.zip');
    expect(tables.map(({ header }) => header)).toEqual([
      ['名称', '人数'],
      ['年度', '星级'],
    ]);
    expect(reading.tables.map(({ index, sheet }) => [index, sheet])).toEqual([
      [0, '一.csv'],
      [1, '夹/二.xlsx 表'],
    ]);
    expect(reading.issues.find(({ code }) => code === 'entry-refused')).toMatchObject({
      sheet: '坏.bin',
      value: 'binary-file',
    });
  });

  it('refuses with the reason', async () => {
    const whole = book({ 表: sheetOf(REPORT) });
    await expect(readBytes(whole.subarray(0, whole.length >> 1))).rejects.toMatchObject({
      name: 'Refusal',
      code: 'damaged-file',
    });
    await expect(readBytes(book({ 表: sheetOf([]) }))).rejects.toMatchObject({ code: 'empty-file' });
    const docx = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') });
    await expect(readBytes(docx)).rejects.toMatchObject({ code: 'no-table' });
    const nested = zipSync({ 'inner.zip': zipSync({ 'a.csv': strToU8('a,b\n1,2\n') }) });
    await expect(readBytes(nested)).rejects.toMatchObject({ code: 'nested-archive' });
    const old = book({ 表: sheetOf(REPORT) }, 'biff8');
    await expect(readBytes(old.subarray(0, 600))).rejects.toMatchObject({ name: 'Refusal' });
    const locked = old.slice();
    [...'EncryptedPackage'].forEach((char, i) => locked.set([char.charCodeAt(0), 0], 1024 + i * 2));
    await expect(readBytes(locked)).rejects.toMatchObject({ code: 'encrypted-spreadsheet' });
  });

  it('refuses archives that unpack to more than memory holds', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(64) });
    // The directory claims 3 GB.
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 46 < bomb.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3_000_000_000, true);
    await expect(readBytes(bomb)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('whatever is done to the bytes, only a refusal comes out', async () => {
    const sources = [
      book({ 表: sheetOf(REPORT) }),
      book({ 表: sheetOf(REPORT) }, 'biff8'),
      zipSync({ 'a.csv': strToU8('a,b\n1,2\n') }),
      utf8(HTML),
    ];
    for (const bytes of sources)
      for (let seed = 1; seed <= 60; seed += 1) {
        const broken = bytes.slice(0, seed % 5 === 0 ? (bytes.length * seed) / 60 : bytes.length);
        for (let k = 0; k < 4; k += 1) broken[(seed * 7919 + k * 104_729) % broken.length] = (seed * 31 + k) % 256;
        await readBytes(broken).catch((error: unknown) => expect(error).toMatchObject({ name: 'Refusal' }));
      }
  }, 60_000);
});
