import { describe, expect, it } from 'vitest';
import { DIALECT_CASES, HEADER, ROWS } from './dialect-cases';
import { readBytes } from './read-bytes';

describe('dialects', () => {
  for (const { name, text, header = HEADER, rows = ROWS, delimiter } of DIALECT_CASES)
    it(name, async () => {
      const { tables, reading } = await readBytes(text);
      expect(tables.map((table) => table.header)).toEqual([header]);
      expect(tables[0]?.rows).toEqual(rows);
      if (delimiter !== undefined) expect(reading.delimiter).toBe(delimiter);
    });

  it('takes the delimiter the user names', async () => {
    const { tables } = await readBytes('a:b;c:d\n1:2;3:4\n', { delimiter: ':' });
    expect(tables[0]?.header).toEqual(['a', 'b;c', 'd']);
  });

  it('takes the number of header rows the user names', async () => {
    const { tables } = await readBytes('甲,3\n乙,4\n', { headerRows: 1 });
    expect(tables[0]).toMatchObject({ header: ['甲', '3'], rows: [['乙', '4']] });
    const none = await readBytes('名称,人数\n乙,4\n', { headerRows: 0 });
    expect(none.tables[0]).toMatchObject({
      header: ['第1列', '第2列'],
      rows: [
        ['名称', '人数'],
        ['乙', '4'],
      ],
    });
  });

  it('reports records by their number in the source', async () => {
    const { tables } = await readBytes('表一\n\n名称,人数,备注\n"甲\n一",3,\n乙,4,\n');
    expect(tables[0]?.records).toEqual([4, 5]);
  });

  it('says which line ends it met', async () => {
    expect((await readBytes('a,b\r\n1,2\r\n')).reading.newline).toBe('crlf');
    expect((await readBytes('a,b\n1,2\n')).reading.newline).toBe('lf');
    expect((await readBytes('a,b\r1,2\r')).reading.newline).toBe('cr');
    expect((await readBytes('a,b\r\n1,2\n')).reading.newline).toBe('mixed');
    expect((await readBytes('a,b')).reading.newline).toBe('none');
  });
});
