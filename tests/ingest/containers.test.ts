import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gbk, joinBytes, utf8 } from './raw/read-bytes';
import { workbook } from './case-files';
import { readCase } from './read-case';

/** A workbook written part by part, so that it can hold what no library writes. */
function xlsx(rows: string, more = '', styles = ''): Uint8Array {
  const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${ns}" xmlns:r="${rel}"><sheets><sheet name="表&amp;一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${ns}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.00_ "/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${ns}">${more}<sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const row = (r: number, attributes: string, ...cells: string[]): string =>
  `<row r="${r}" ${attributes}>${cells
    .map((cell, c) => {
      const at = `${'ABCDEFG'[c] ?? 'H'}${r}`;
      if (cell.startsWith('<')) return cell.replace('<c', `<c r="${at}"`);
      return /^\d/.test(cell)
        ? `<c r="${at}"><v>${cell}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join('')}</row>`;

describe('what workbooks hide', () => {
  it('formulas without a result are told, those with an empty text are not', async () => {
    const read = await readCase(
      'a.xlsx',
      xlsx(
        row(1, '', '园区', '应建', '率', '说明') +
          row(2, '', '河西', '10', '<c><f>B2/2</f><v></v></c>', '<c t="str"><f>IF(1,"","x")</f><v></v></c>') +
          row(3, '', '江北', '20', '<c><f t="shared" si="0">B3/2</f></c>', '<c t="str"><f>"a"</f><v>a</v></c>') +
          row(4, '', '空港', '5', '<c><f>B4/2</f><v>2.5</v></c>'),
      ),
    );
    expect(read.codes).toEqual({ 'formula-uncalculated': 2 });
    expect(read.issues.map(({ row: at, value }) => [at, value])).toEqual([
      [2, '=B2/2'],
      [3, '=B3/2'],
    ]);
  });

  it('hidden rows and columns are read and told', async () => {
    const read = await readCase(
      'a.xlsx',
      xlsx(
        row(1, '', '园区', '应建') +
          row(2, 'hidden="true"', '河西', '10') +
          row(3, '', '江北', '20') +
          row(4, 'hidden="1" ht="0"', '空港', '5') +
          '<row r="9" hidden="1"/>',
        '<cols><col min="2" max="2" hidden="1"/></cols>',
      ),
    );
    expect(read.tables[0]?.rows).toHaveLength(3);
    expect(read.codes).toEqual({ 'hidden-rows': 1, 'hidden-columns': 1 });
    expect(read.issues[0]).toMatchObject({ row: 2, value: '2, 4' });
  });

  it('escaped characters are what they stand for, escaped escapes what is written', async () => {
    const read = await readCase(
      'a.xlsx',
      xlsx(
        row(1, '', '编号', '备注') +
          row(2, '', 'A1', '一_x000D_\n二') +
          row(3, '', 'A2', '_x005F_x0041_') +
          row(4, '', 'A3', 'x_x005F_x005F_y'),
      ),
    );
    expect(read.tables[0]?.rows.map((cells) => cells[1])).toEqual(['一\n二', '_x0041_', 'x_x005F_y']);
  });

  it.each([1, 2])('2023.1 shown with two decimals is October (style %d)', async (style) => {
    const months = ['2022.12', '2023.1', '2023.10', '1234.5'].map(
      (value, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="${style}"><v>${value}</v></c></row>`,
    );
    const read = await readCase('a.xlsx', xlsx(row(1, '', '月份') + months.join('')));
    expect(read.tables[0]?.rows.flat()).toEqual(['2022.12', '2023.10', '2023.10', '1234.5']);
  });

  it('a cell far away is told and is not of the table', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>';
    const read = await readCase(
      'a.xlsx',
      xlsx(row(1, '', '园区', '数') + row(2, '', '河西', '1') + row(3, '', '江北', '2') + far),
    );
    expect(read.tables[0]?.header).toEqual(['园区', '数']);
    expect(read.tables[0]?.rows).toHaveLength(2);
    expect(read.codes).toEqual({ 'stray-cell': 1 });
    const beyond = await readCase('a.xlsx', xlsx(row(1, '', '园区', '数') + row(999_999_999, '', '河西', '1')));
    expect(beyond.refused?.code).toBe('damaged-spreadsheet');
  });
});

const TABLE =
  '<html><body><table><tr><td>园区</td><td>党员数</td></tr><tr><td>河西</td><td>301</td></tr></table></body></html>';
const mime = (encoding: string, charset: string, body: Uint8Array, crlf = '\r\n'): Uint8Array =>
  joinBytes(
    utf8(
      [
        'MIME-Version: 1.0',
        'Content-Type: multipart/related;',
        '\tboundary="----=_NextPart"',
        '',
        '------=_NextPart',
        'Content-Location: file:///C:/x/frame.htm',
        'Content-Type: text/html; charset="us-ascii"',
        '',
        '<html><frameset></frameset></html>',
        '------=_NextPart',
        'Content-Location: file:///C:/x/sheet001.htm',
        `Content-Transfer-Encoding: ${encoding}`,
        `Content-Type: text/html; charset="${charset}"`,
        '',
        '',
      ].join(crlf),
    ),
    body,
    utf8(`${crlf}------=_NextPart--${crlf}`),
  );

const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('');

describe('markup named .xls', () => {
  it('tells the rows a filter hides, in the table that has them', async () => {
    const html =
      '<html><body><!-- <table><tr hidden></table> --><table><tr><th>园区</th><th>党员数</th></tr><tr><td>河西</td><td>3</td></tr>' +
      '<tr height=0 style="mso-height-source:userset; display: none"><td>江北</td><td>4</td></tr><tr hidden><td>滨江</td><td>6</td></tr></table>' +
      '<table><tr><td>月份</td><td>次数</td></tr><tr data-hidden="1"><td>1月</td><td>3</td></tr><tr><td>2月</td><td>4</td></tr></table></body></html>';
    const read = await readCase('a.xls', utf8(html));
    expect(read.tables.map(({ rows }) => rows.length)).toEqual([3, 2]);
    expect(read.codes['hidden-rows']).toBe(1);
    expect(read.issues.find(({ code }) => code === 'hidden-rows')).toMatchObject({ row: 3, value: '3, 4' });
  });
});

describe('web archives named .xls', () => {
  it.each([
    ['quoted-printable', mime('quoted-printable', 'gb2312', utf8(quoted(gbk(TABLE)).replace(/(.{60})/g, '$1=\r\n')))],
    [
      'base64',
      mime(
        'base64',
        'utf-8',
        utf8(
          Buffer.from(utf8(TABLE))
            .toString('base64')
            .replace(/(.{76})/g, '$1\n'),
        ),
        '\n',
      ),
    ],
    ['8bit', mime('8bit', 'gbk', gbk(TABLE))],
  ])('%s', async (_, bytes) => {
    const read = await readCase('报表.xls', bytes);
    expect(read.tables.map(({ header, rows }) => [header, rows])).toEqual([[['园区', '党员数'], [['河西', '301']]]]);
  });
});

const CSV = '园区,党组织数\n河西园,12\n江北园,8\n';

describe('archives', () => {
  const sheets = (read: Awaited<ReturnType<typeof readCase>>): (string | null)[] =>
    read.tables.map(({ sheet }) => sheet);

  it('no member is lost for its name', async () => {
    const bytes = zipSync({
      './甲.csv': utf8(CSV),
      '.乙/丙.csv': utf8(CSV),
      'a/./丁.csv': utf8(CSV),
      '__MACOSX/._甲.csv': utf8('x'),
    });
    expect(sheets(await readCase('a.zip', bytes))).toEqual(['甲.csv', '.乙/丙.csv', 'a/./丁.csv']);
  });

  it('of members with one name both are read', async () => {
    const bytes = zipSync({ 'a.csv': utf8(CSV), 'b.csv': utf8(CSV) }, { level: 0 });
    const same = bytes.map((byte, at) =>
      byte === 0x62 && bytes[at + 1] === 0x2e && bytes[at + 2] === 0x63 ? 0x61 : byte,
    );
    expect(sheets(await readCase('a.zip', same))).toEqual(['a.csv', 'a.csv (2)']);
  });

  it('a member whose checksum is wrong is told, the others are read', async () => {
    const bytes = zipSync({ 'a.csv': utf8(CSV), 'b.csv': utf8(CSV.replace('12', '13')) }, { level: 0 });
    const at = bytes.findIndex((byte, i) => byte === 0x31 && bytes[i + 1] === 0x32 && bytes[i + 2] === 0x0a);
    bytes[at] = 0x39;
    const read = await readCase('a.zip', bytes);
    expect(sheets(read)).toEqual(['b.csv']);
    expect(read.codes).toEqual({ 'entry-refused': 1 });
  });

  it('a member larger than stated is read whole and told', async () => {
    const bytes = zipSync({ 'a.csv': utf8(CSV.repeat(1)) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 9, true);
    const read = await readCase('a.zip', bytes);
    expect(read.tables[0]?.rows).toHaveLength(2);
    expect(read.codes).toEqual({ 'entry-size': 1 });
  });

  it('what grows without end is stopped while it grows', async () => {
    const bytes = zipSync({ 'a.csv': new Uint8Array(90 << 20).fill(0x2c) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    expect((await readCase('a.zip', bytes)).refused?.code).toBe('too-large');
  });

  it('a member the directory does not name is told', async () => {
    const bytes = zipSync({ 'a.csv': utf8(CSV) });
    const more = zipSync({ 'b.csv': utf8(CSV) });
    const local = more.slice(0, 30 + 5 + utf8(CSV).length);
    const read = await readCase('a.zip', joinBytes(local, bytes));
    expect(read.tables).toHaveLength(1);
    expect(read.codes).toMatchObject({ 'entry-unlisted': 1 });
  });
});

describe('texts put together or cut', () => {
  it('a mark inside is no text, and parts files that had no last line end', async () => {
    const [bom, a, b] = ['\uFEFF', '园区,数\n河西,1', '园区,数\n江北,2\n'];
    for (const text of [`${bom}${a}\n${bom}${b}`, `${a}${bom}${b}`, `${bom}${bom}${a}\r\n${bom}${bom}${b}`]) {
      const read = await readCase('a.csv', utf8(text));
      expect(read.tables[0]?.rows).toEqual([
        ['河西', '1'],
        ['江北', '2'],
      ]);
      expect(read.codes['mark-inside']).toBeGreaterThan(0);
    }
    const inCell = await readCase('a.csv', utf8(`园区,数\n河\uFEFF西,1\n江北,2\n`));
    expect(inCell.tables[0]?.rows).toHaveLength(2);
  });

  it.each([
    ['a lone byte', [0xff]],
    ['a cut character', [0xe6, 0xb2]],
    ['a surrogate', [0xed, 0xb0, 0x80]],
    ['an overlong form', [0xc0, 0x80]],
  ])('%s hurts its own cell only', async (_, bad) => {
    const line = (text: string): Uint8Array => joinBytes(utf8(text), Uint8Array.from(bad), utf8(',正常的备注\n'));
    const read = await readCase(
      'a.csv',
      joinBytes(utf8('园区名称,备注\n空港园,无\n'), line('河西'), utf8('江北园,正常\n')),
    );
    expect(read.tables[0]?.rows.map((cells) => cells[1])).toEqual(['无', '正常的备注', '正常']);
    expect(read.codes['replacement-characters']).toBe(1);
  });

  it('a line of GBK among UTF-8 is still GBK', async () => {
    const read = await readCase(
      'a.csv',
      joinBytes(utf8('园区名称,备注\n空港园,无\n'), gbk('河西园,已经核对无误\n'), utf8('江北园,正常\n')),
    );
    expect(read.tables[0]?.rows[1]).toEqual(['河西园', '已经核对无误']);
  });
});

describe('an .xls whose chains of sectors run in circles', () => {
  const whole = workbook(
    Array.from({ length: 60 }, (_, n) => (n === 0 ? ['园区名称', '党组织数'] : [`第${n}园区`, String(n)])),
    'biff8',
  );
  const table = (new DataView(whole.buffer).getInt32(76, true) + 1) * 512;
  const sectors = whole.length / 512 - 1;

  it('is read while they do not', async () => {
    expect((await readCase('a.xls', whole)).tables[0]?.rows).toHaveLength(59);
  });

  it('is refused, whichever sector leads back, before anything follows it', async () => {
    for (let sector = 1; sector < sectors; sector += 1)
      for (const back of [sector, sector - 1]) {
        const bytes = whole.slice();
        const view = new DataView(bytes.buffer);
        view.setInt32(table + sector * 4, back, true);
        view.setInt32(table + (sector - 1) * 4, sector, true);
        const { refused } = await readCase('a.xls', bytes);
        expect(refused?.code, `${sector} to ${back}`).toBe('damaged-spreadsheet');
      }
  });

  it('is refused when its list of tables is longer than the file', async () => {
    const bytes = whole.slice();
    new DataView(bytes.buffer).setInt32(72, 0x7fff_ffff, true);
    expect((await readCase('a.xls', bytes)).refused?.code).toBe('damaged-spreadsheet');
  });
});
