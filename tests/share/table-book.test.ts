import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { BOOKS } from '../../src/share';

const { tableXlsx, zonesZip } = BOOKS;

const columns = [
  { label: '单位', kind: 'text' as const },
  { label: '人数', kind: 'value' as const },
];
const book = (rows: readonly (readonly [string, number])[]) => ({
  title: '未覆盖/单位: "名单"',
  table: { columns, rows },
  about: [
    ['口径', '=未覆盖'],
    ['附注', ''],
  ] as const,
  on: '2026-01-31',
});
const rowsOf = (bytes: Uint8Array, sheet: string): unknown[][] =>
  utils.sheet_to_json(read(bytes, { type: 'array' }).Sheets[sheet] ?? {}, { header: 1, raw: true });

it('a table is a workbook of two sheets: the table, and what is to be known about it', async () => {
  const bytes = await tableXlsx(book([['=甲', -5]]), 'zh');
  expect(rowsOf(bytes, '数据')).toEqual([
    ['单位', '人数'],
    ['=甲', -5],
  ]);
  expect(rowsOf(bytes, '说明')).toEqual([
    ['项目', '内容'],
    ['口径', '=未覆盖'],
  ]);
});

it('apart by zone: every row is in the file of its zone, in its order, and in no other', async () => {
  const rows = fc.array(
    fc.record({ zone: fc.constantFrom('A', 'B/', ''), name: fc.stringMatching(/^甲\d{1,3}$/u), value: fc.nat(99) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  // Two zones of one name are two files.
  const nameOf = (zone: string): string => ({ A: '某区', 'B/': '某区', '': '未注明' })[zone] ?? zone;
  const { title } = book([]);
  const partOf = (zone: string) => ({ name: nameOf(zone), title, about: [['数字', `${zone} 的`]] as const });
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const zones = given.map(({ zone }) => zone);
      const zip = unzipSync(await zonesZip(book(given.map(({ name, value }) => [name, value])), zones, partOf, 'zh'));
      expect(Object.keys(zip)).toHaveLength(new Set(zones).size);
      const found = Object.values(zip).map((file) => rowsOf(file, '数据').slice(1));
      const wanted = [...new Set(zones)].map((zone) =>
        given.filter((row) => row.zone === zone).map(({ name, value }) => [name, value]),
      );
      expect(found).toEqual(wanted);
      for (const [path, file] of Object.entries(zip)) {
        expect(path).toMatch(/^[^\\/:*?"<>|\s]+\.xlsx$/u);
        const [, zone, figure] = rowsOf(file, '说明');
        expect(zone).toEqual(['园区', path.startsWith('某区') ? '某区' : '未注明']);
        expect(zones.map((one) => `${one} 的`)).toContain(figure?.[1]);
      }
    }),
    { numRuns: 15 },
  );
});
