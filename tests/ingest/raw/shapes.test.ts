import { describe, expect, it } from 'vitest';
import { SHAPE_CASES } from './shape-cases';
import { readBytes } from './read-bytes';

describe('shapes', () => {
  for (const { name, text, headers, rows, headerRows, skipped } of SHAPE_CASES)
    it(name, async () => {
      const { tables, reading } = await readBytes(text);
      expect(tables.map((table) => table.header)).toEqual(headers);
      expect(tables.map((table) => table.rows)).toEqual(rows);
      if (headerRows !== undefined) expect(reading.tables[0]?.headerRows).toBe(headerRows);
      if (skipped) expect(reading.tables[0]?.skipped).toMatchObject(skipped);
    });

  it('keeps removed totals as control totals', async () => {
    const { reading } = await readBytes('地区,组织数\n高新区,10\n经开区,20\n合计,31\n');
    expect(reading.tables[0]?.totals).toEqual([{ record: 4, label: '合计', cells: ['合计', '31'] }]);
  });

  it('accounts for every record', async () => {
    const text = SHAPE_CASES[0]?.text ?? '';
    const { reading } = await readBytes(text);
    const [table] = reading.tables;
    const skipped = Object.values(table?.skipped ?? {}).reduce((sum, n) => sum + n, 0);
    expect((table?.rows ?? 0) + (table?.headerRows ?? 0) + skipped).toBe(text.split('\n').length);
  });

  it('uses the vocabulary it is given', async () => {
    const text = '甲乙,丙丁,戊己\n子,丑,寅\n卯,丑,辰\n午,未,申\n';
    const { tables } = await readBytes(text, { isHeaderWord: (word) => ['甲乙', '丙丁'].includes(word) });
    expect(tables[0]?.header).toEqual(['甲乙', '丙丁', '戊己']);
  });
});
