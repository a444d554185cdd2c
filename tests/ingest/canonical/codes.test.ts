import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Staging } from '../../../src/ingest/canonical/staging';
import { readMasked } from '../../../src/ingest/personal/mask-reading';
import { isKnownHeader } from '../../../src/ingest/match';
import type { TableSink } from '../../../src/ingest/raw';
import { bytesSource } from '../../../src/ingest/source';

const HEADER = ['统一社会信用代码', '企业名称', '所属园区', '组建方式', '统计日期', '从业人员', '党建指导员'];
const CELLS = [
  ['91610000MA6TL00001', '91610000MA6TL00002', '第3号', '小计', '', '〃'],
  ['甲公司', ' 甲公司 ', '乙公司（书记张三丰 13812345678）', '同上', '合计', ''],
  ['云岭高新区', '澄江经开区', '', '同上'],
  ['单独支部', '联合支部', '未建-应建', '无', '不清楚'],
  ['2018-03-31', '2018年3月31日', '20180331', '随便'],
  ['12', '7', '无', 'abc', '-'],
  ['是', '否', '√', '', '电话13912345678', '李四光', '王小明'],
];
const row = fc.tuple(...CELLS.map((texts) => fc.constantFrom(...texts)));

/** The sink as it is, and one that is told no numbers of texts. */
const untold = (sink: Staging): TableSink => ({
  table: (start) => sink.table(start),
  row: (cells, record, merged) => sink.row(cells, record, merged),
  group: (label) => sink.group(label),
  end: (summary) => sink.end(summary),
});

it('reads the same whether texts have numbers or not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 205, maxLength: 260 }), async (rows) => {
      const text = [HEADER, ...rows].map((cells) => cells.join(',')).join('\n');
      const source = bytesSource('覆盖.csv', new TextEncoder().encode(text));
      // Small enough that most rows are coded as they come.
      const [told, other] = [1, 2].map(() => new Staging('覆盖.csv', [], {}, {}, 500));
      if (!told || !other) return;
      const reading = await readMasked(source, { isHeaderWord: isKnownHeader }, told);
      const without = await readMasked(source, { isHeaderWord: isKnownHeader }, untold(other));
      expect([reading, told.tables]).toEqual([without, other.tables]);
      expect(told.tables.some(({ staged }) => staged?.coded !== undefined)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
