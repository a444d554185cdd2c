import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TableData, tableCsv } from '../../src/share';

const table = (...rows: TableData['rows'][number][]): TableData => ({
  columns: [
    { label: '园区', kind: 'text' },
    { label: '比率', kind: 'rate' },
  ],
  rows,
});

describe('a table as CSV', () => {
  it('begins with a byte-order mark and writes rates as people read them', () => {
    expect(tableCsv(table(['甲', 0.8123], ['乙', 0.9996], ['丙', 1]))).toBe(
      '\uFEFF园区,比率\r\n甲,81.2%\r\n乙,99.96%\r\n丙,100.0%\r\n',
    );
  });

  it('writes counts whole, without separators, and changes as numbers', () => {
    const columns = [
      { label: '数', kind: 'count' as const },
      { label: '变化', kind: 'points' as const },
    ];
    const rows = [
      [12_345, -2.25],
      [0.1 + 0.2, { value: 2.1893, text: '+2.19' }],
      [null, { value: -1.01, text: '−1.01' }],
    ];
    expect(tableCsv({ columns, rows })).toBe('\uFEFF数,变化\r\n12345,-2.3\r\n0.3,2.19\r\n,-1.01\r\n');
  });

  it('shows what a spreadsheet would run as text, and numbers as numbers', () => {
    for (const text of ['=1+1', '@SUM(A1)', '\tx'])
      expect(tableCsv(table([text, 1])).split('\r\n')[1]).toMatch(/^"?'/u);
    const below = fc.double({ min: -1e9, max: -1e-6, noNaN: true });
    fc.assert(
      fc.property(below, (value) => {
        const csv = tableCsv({ columns: [{ label: '分', kind: 'score' }], rows: [[value]] });
        expect(csv.split('\r\n')[1]).toMatch(/^-\d/u);
      }),
    );
  });

  it('quotes separators, quotes and line ends, and writes unknown as empty', () => {
    expect(tableCsv(table(['甲,"乙"\n丙', null]))).toContain('"甲,""乙""\n丙",\r\n');
  });
});
