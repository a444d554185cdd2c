import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/ui/csv';

const table = (...rows: (string | number | null)[][]) => ({
  columns: [
    { label: '园区', kind: 'text' as const },
    { label: '比率', kind: 'rate' as const },
  ],
  rows,
});

describe('CSV of a figure', () => {
  it('begins with a byte-order mark and keeps figures unrounded', () => {
    expect(csvText(table(['甲', 0.8123]))).toBe('\uFEFF园区,比率\r\n甲,0.8123\r\n');
  });

  it('shows what a spreadsheet would run as text', () => {
    for (const text of ['=1+1', '@SUM(A1)', '\tx']) expect(csvText(table([text, 1])).split('\r\n')[1]).toMatch(/^"?'/);
  });

  it('leaves negative numbers numbers', () => {
    expect(csvText(table(['甲', -1.5]))).toContain('甲,-1.5');
  });

  it('quotes separators, quotes and line ends, and writes unknown as empty', () => {
    expect(csvText(table(['甲,"乙"\n丙', null]))).toContain('"甲,""乙""\n丙",\r\n');
  });
});
