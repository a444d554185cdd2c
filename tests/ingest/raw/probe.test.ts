import { describe, expect, it } from 'vitest';
import { probe } from '../../../src/ingest/raw';
import { gbk, sourceOf, utf8 } from './read-bytes';

const HEADER = '企业名称,员工数,组建方式';
const row = (i: number) => `甲${i}公司,${i % 300},"联合,支部"`;
const big = (end: string, count = 60_000) =>
  `${HEADER}\r\n${Array.from({ length: count }, (_, i) => row(i)).join('\r\n')}\r\n${end}`;

const probeText = (text: string) => probe(sourceOf(utf8(text)));

describe('probe', () => {
  it('finds a small clean file regular', async () => {
    const found = await probeText(`${HEADER}\n甲,3,联合支部\n乙,4,单独支部\n`);
    expect(found).toMatchObject({ regular: true, delimiter: ',', quote: '', newline: 'lf', bom: false });
    expect(found.header).toEqual(['企业名称', '员工数', '组建方式']);
    expect(found.rows).toEqual([
      ['甲', '3', '联合支部'],
      ['乙', '4', '单独支部'],
    ]);
  });

  it('finds a large clean file regular from its head and tail', async () => {
    const bytes = utf8(`\uFEFF${big('')}`);
    expect(bytes.length).toBeGreaterThan(1_400_000);
    let read = 0;
    const source = {
      ...sourceOf(bytes),
      read: (from: number, to: number) => ((read += to - from), Promise.resolve(bytes.subarray(from, to))),
    };
    const found = await probe(source);
    expect(found).toMatchObject({ regular: true, bom: true, quote: '"', newline: 'crlf', reason: null });
    expect(found.rows).toHaveLength(200);
    expect(read).toBeLessThanOrEqual((1 << 20) + (1 << 18));
  });

  const irregular: [name: string, text: string][] = [
    ['a total at the end', big('合计,12,\r\n')],
    ['a note at the end', big('注：完,,\r\n')],
    ['an empty line at the end', big('\r\n')],
    ['a short row in the tail', big('乙,3\r\n')],
    ['a title', `统计表,,\n${HEADER}\n甲,3,联合\n乙,4,单独\n`],
    ['two header rows', '序号,党员数,\n,男,女\n1,2,3\n2,4,5\n'],
    ['no header', '甲,3,2020-01-01\n乙,4,2020-01-02\n'],
    ['mixed line ends', `${HEADER}\r\n甲,3,联合\n乙,4,单独\n`],
    ['an unescaped quote', `${HEADER}\n甲,3,"联"合"\n乙,4,单独\n`],
    ['comma and space', 'a, b, c\n1, 2, 3\n4, 5, 6\n'],
    ['a sep= line', 'sep=;\na;b\n1;2\n'],
    ['a column without name', 'a,,c\n1,2,3\n4,5,6\n'],
    ['one column', '名称\n甲\n乙\n'],
    ['nothing', ''],
  ];
  for (const [name, text] of irregular)
    it(`is not satisfied with ${name}`, async () => {
      const found = await probeText(text);
      expect(found.regular).toBe(false);
      expect(found.reason).not.toBeNull();
    });

  it('is not satisfied with GBK', async () => {
    expect(await probe(sourceOf(gbk(`${HEADER}\n甲,3,联合\n乙,4,单独\n`)))).toMatchObject({
      regular: false,
      reason: 'not-utf-8',
    });
  });
});
