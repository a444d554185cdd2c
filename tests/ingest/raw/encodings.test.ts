import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain';
import { gbk, joinBytes, readBytes, utf16, utf8 } from './read-bytes';

const TEXT = '序号,党组织名称,党员数\r\n1,高新区软件园联合支部,12\r\n2,恒久集团党委,108\r\n';
const HEADER = ['序号', '党组织名称', '党员数'];
const ROWS = [
  ['1', '高新区软件园联合支部', '12'],
  ['2', '恒久集团党委', '108'],
];
const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);

async function refusal(input: Uint8Array | string): Promise<string> {
  try {
    await readBytes(input);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'read';
}

describe('encodings', () => {
  const cases: [name: string, bytes: Uint8Array, encoding: string, bom: boolean][] = [
    ['UTF-8', utf8(TEXT), 'utf-8', false],
    ['UTF-8 with BOM', joinBytes(BOM, utf8(TEXT)), 'utf-8', true],
    ['GBK', gbk(TEXT), 'gb18030', false],
    ['UTF-16 LE with BOM', utf16(TEXT, 'le', true), 'utf-16le', true],
    ['UTF-16 BE with BOM', utf16(TEXT, 'be', true), 'utf-16be', true],
    ['UTF-16 LE without BOM', utf16(TEXT, 'le', false), 'utf-16le', false],
    ['UTF-16 BE without BOM', utf16(TEXT, 'be', false), 'utf-16be', false],
  ];
  for (const [name, bytes, encoding, bom] of cases)
    it(name, async () => {
      const { tables, reading } = await readBytes(bytes);
      expect(tables).toMatchObject([{ header: HEADER, rows: ROWS }]);
      expect(reading).toMatchObject({ encoding, bom, replacements: 0 });
    });

  it('GB18030 characters of four bytes', async () => {
    const bytes = joinBytes(gbk('名称,人数\n'), Uint8Array.of(0x82, 0x35, 0x8f, 0x33), gbk('公司,3\n乙,4\n'));
    const { tables, reading } = await readBytes(bytes);
    expect(reading.encoding).toBe('gb18030');
    expect(tables[0]?.rows[0]?.[0]).toBe(
      '\u{9fb4}公司'.replace('\u{9fb4}', new TextDecoder('gb18030').decode(Uint8Array.of(0x82, 0x35, 0x8f, 0x33))),
    );
  });

  it('Big5 by hand', async () => {
    // 名稱,人數 in Big5
    const bytes = Uint8Array.of(
      0xa6,
      0x57,
      0xba,
      0xd9,
      0x2c,
      0xa4,
      0x48,
      0xbc,
      0xc6,
      0x0a,
      0xa5,
      0xd2,
      0x2c,
      0x33,
      0x0a,
    );
    const { tables } = await readBytes(bytes, { encoding: 'big5' });
    expect(tables[0]).toMatchObject({ header: ['名稱', '人數'], rows: [['甲', '3']] });
  });

  it('an encoding named by hand wins over the verdict', async () => {
    const { tables } = await readBytes(utf8('名称,人数\n甲,3\n'), { encoding: 'gb18030' });
    expect(tables[0]?.header[0]).not.toBe('名称');
    const again = await readBytes(utf16(TEXT, 'le', true), { encoding: 'utf-16' });
    expect(again.tables[0]?.header).toEqual(HEADER);
    expect(again.reading.bom).toBe(true);
  });

  it('a second byte order mark behind the first', async () => {
    const { tables } = await readBytes(joinBytes(BOM, BOM, utf8(TEXT)));
    expect(tables[0]?.header).toEqual(HEADER);
  });

  it('refuses an encoding nobody knows', async () => {
    await expect(readBytes(TEXT, { encoding: 'klingon' })).rejects.toMatchObject({ code: 'unknown-encoding' });
  });

  it('reads UTF-8 and GBK lines in one file, and says where it changes', async () => {
    const bytes = joinBytes(
      utf8('名称,备注\n高新区党工委,第一季度完成\n'),
      gbk('经开区党委,第二季度完成\n'),
      utf8('软件园党委,第三季度完成\n'),
    );
    const { tables, reading } = await readBytes(bytes);
    expect(tables[0]?.rows.map(([name]) => name)).toEqual(['高新区党工委', '经开区党委', '软件园党委']);
    expect(reading.encoding).toBe('utf-8+gb18030');
    expect(reading.issueCounts['encoding-change']).toBe(2);
    expect(reading.issues.filter(({ code }) => code === 'encoding-change').map(({ row }) => row)).toEqual([3, 4]);
  });

  it('one damaged byte does not turn UTF-8 into something else', async () => {
    const bytes = utf8(TEXT + '3,实验学校党支部委员会,9\r\n');
    bytes[bytes.indexOf(0xe5, 60)] = 0x41;
    const { reading } = await readBytes(bytes);
    expect(reading.encoding).toBe('utf-8');
    expect(reading.replacements).toBeGreaterThan(0);
  });

  it('a file cut inside its last character', async () => {
    const whole = utf8('名称,人数\n甲公司,3\n乙公司,4\n丙');
    for (const cut of [1, 2]) {
      const { tables, reading } = await readBytes(whole.subarray(0, whole.length - cut));
      expect(reading).toMatchObject({ encoding: 'utf-8', replacements: 0 });
      expect(reading.issueCounts['cut-character']).toBe(1);
      expect(tables[0]?.rows).toEqual([
        ['甲公司', '3'],
        ['乙公司', '4'],
      ]);
    }
    const gb = gbk('名称,人数\n甲公司,3\n乙公司,4\n丙');
    const { reading } = await readBytes(gb.subarray(0, gb.length - 1));
    expect(reading).toMatchObject({ encoding: 'gb18030', replacements: 0 });
  });

  it('a cut character is told with its record', async () => {
    const { reading } = await readBytes(utf8('名称,人数\n甲公司,3\n乙公司,4\n丙').slice(0, -1));
    expect(reading.issues.find(({ code }) => code === 'cut-character')?.row).toBe(4);
  });

  it('a file cut inside its first character', async () => {
    const rest = [utf8(TEXT).subarray(1), utf8(TEXT).subarray(2), gbk(TEXT).subarray(1)];
    for (const bytes of rest) {
      const { tables, reading } = await readBytes(bytes);
      expect(tables[0]?.header).toEqual(['号', '党组织名称', '党员数']);
      expect(tables[0]?.rows).toEqual(ROWS);
      expect(reading.replacements).toBe(0);
      expect(reading.issues).toMatchObject([{ code: 'cut-character', row: 1 }]);
    }
    expect((await readBytes(rest[0] ?? '')).reading.encoding).toBe('utf-8');
    expect((await readBytes(rest[2] ?? '')).reading.encoding).toBe('gb18030');
  });

  it('UTF-16 without BOM and with hardly an ASCII character; 一 holds a zero byte, too', async () => {
    const text = '党组织名称，所属党委名称，备注情况说明\n第一党支部，高新区党委，无\n';
    for (const endian of ['le', 'be'] as const) {
      const { tables, reading } = await readBytes(utf16(text, endian, false));
      expect(reading.encoding).toBe(`utf-16${endian}`);
      expect(tables[0]?.rows).toEqual([['第一党支部', '高新区党委', '无']]);
    }
  });

  it('the mark of UTF-8 before GBK is not believed', async () => {
    const { tables, reading } = await readBytes(joinBytes(BOM, gbk(TEXT)));
    expect(reading).toMatchObject({ encoding: 'gb18030', bom: true });
    expect(tables[0]).toMatchObject({ header: HEADER, rows: ROWS });
  });

  it('says in which record the first lost character is', async () => {
    const bytes = joinBytes(utf8('序号,名称\n1,高新区支部\n2,经开'), Uint8Array.of(0xff), utf8('区支部\n'));
    const { reading } = await readBytes(bytes);
    expect(reading.issues).toMatchObject([{ code: 'replacement-characters', row: 3, detail: '1' }]);
  });

  it('Western single bytes are not taken for Chinese', async () => {
    const bytes = Uint8Array.from('Name,Town\nM\xfcller,K\xf6ln\nS\xf8ren,\xc5rhus\n', (char) => char.charCodeAt(0));
    const { tables, reading } = await readBytes(bytes);
    expect(reading.encoding).toBe('windows-1252');
    expect(tables[0]?.rows).toEqual([
      ['Müller', 'Köln'],
      ['Søren', 'Århus'],
    ]);
  });

  it('counts NUL bytes it removes', async () => {
    const { tables, reading } = await readBytes('名称,人数\n甲\u0000公司,3\n乙公司,4\n');
    expect(tables[0]?.rows[0]).toEqual(['甲公司', '3']);
    expect(reading.issues.find(({ code }) => code === 'nul-removed')?.detail).toBe('1');
  });
});

describe('refusals', () => {
  it('empty files', async () => {
    expect(await refusal('')).toBe('empty-file');
    expect(await refusal('\r\n\r\n  \n')).toBe('empty-file');
    expect(await refusal(BOM)).toBe('empty-file');
  });
  it('binary files', async () => {
    expect(await refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13))).toBe('binary-file');
    expect(await refusal(utf8('%PDF-1.4 \n'))).toBe('binary-file');
    expect(await refusal(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))).toBe('binary-file');
  });
  it('bytes in no encoding we know', async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => 0x80 + ((i * 7919 + (i >> 3)) % 128));
    expect(await refusal(noise)).toBe('not-text');
  });
  it('running text and JSON', async () => {
    const prose =
      '本年度，高新区党工委认真落实各项部署。各项工作取得进展！\n下一步，将继续推进党建工作。\n坚持问题导向，持续改进。\n';
    expect(await refusal(prose)).toBe('no-table');
    expect(await refusal('各园区：\n请于10月10日前报送有关材料，联系人见附件。\n组织部\n2024年9月30日\n')).toBe(
      'no-table',
    );
    expect((await readBytes('园区，支部数，备注\n甲，3，\n乙，4，已核。\n')).tables).toHaveLength(1);
    expect(await refusal('[{"name":"甲","count":3},\n{"name":"乙","count":4}]')).toBe('no-table');
  });
  it('carries the file and a code', async () => {
    await expect(readBytes('', {}, 1024, '空.csv')).rejects.toMatchObject({
      name: 'Refusal',
      code: 'empty-file',
      file: '空.csv',
    });
  });
  it('stops when asked', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(readBytes(TEXT, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
