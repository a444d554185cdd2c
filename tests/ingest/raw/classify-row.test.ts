import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classifyRow, ordinaryIn } from '../../../src/ingest/raw/classify-row';
import { filledCount } from '../../../src/ingest/raw/cell-kind';
import type { Row } from '../../../src/ingest/raw/header-row';
import { RowSums } from '../../../src/ingest/raw/row-sums';
import { learnShape } from '../../../src/ingest/raw/table-shape';

const rowOf = (cells: string[], record: number): Row => ({ cells, record, filled: filledCount(cells), blanks: 0 });

const HEADER = ['单位名称', '所属园区', '类别', '党员数', '统计日期', '备注'];
const NAMES = [
  '青源智能装备公司',
  '合计科技有限公司',
  '云岭高新区',
  '注册会计师事务所',
  '来源',
  '备',
  '综合表册制作中心',
  '共',
];
const LABELS = [
  ...[
    '合计',
    '小计',
    '总计：',
    '全区',
    '全部园区',
    '各园区',
    '整体情况',
    '平均分',
    '最高',
    '占比',
    '其中：机关',
    '#其中',
  ],
  ...[
    '注：不含离退休',
    '备注',
    '说明：',
    '填表人：张',
    '审核',
    '单位',
    '数据来源：统计局',
    '第1页',
    '共12条',
    'Total',
    'of which',
    'note: x',
  ],
  ...['*注', '资料来源', '（盖章）', '总人数', '重点', '合  计', '小 计', 'GZ00001234', '2', '-'],
];
const FIGURES = ['0', '12', '108', '7.5', '2018-12-31', '2018/3', '—', '', '是', 'A1234', '3月填报数', '待核'];

const any = fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...LABELS), fc.constantFrom(...FIGURES));
const cells = fc.oneof(
  fc.tuple(any, any, any, any, any, any),
  fc.tuple(fc.constantFrom(...LABELS), any, any, fc.constantFrom(...FIGURES), fc.constantFrom(...FIGURES), any),
);
const data = fc.tuple(
  fc.constantFrom(...NAMES),
  fc.constantFrom(...NAMES),
  fc.constantFrom('机关', '企业'),
  fc.nat({ max: 300 }).map(String),
  fc.constantFrom('2018-12-31', '2018-09-30'),
  fc.constantFrom('', '无', '已核'),
);

it('takes nothing for an ordinary row that a second look would not take for data', () => {
  fc.assert(
    fc.property(
      fc.array(data, { minLength: 3, maxLength: 6 }),
      cells,
      cells,
      fc.constantFrom(null, 'data', 'note', 'total', 'group'),
      (body, own, after, previous) => {
        const rows = body.map((one, at) => rowOf([...one], at + 2));
        const shape = learnShape(HEADER.length, HEADER, [rowOf([...HEADER], 1)], rows);
        const row = rowOf([...own], 20);
        if (!ordinaryIn(shape)(row)) return;
        const next = rowOf([...after], 21);
        const sums = new RowSums();
        for (const one of rows) sums.add(one.cells);
        const kind = classifyRow({
          shape,
          isWord: (text) => HEADER.includes(text),
          titles: ['情况表'],
          row,
          next,
          ahead: () => [row, next],
          complete: false,
          previous,
          rows: rows.length,
          whole: [],
          sums: [sums],
        });
        expect([row.cells, kind]).toEqual([row.cells, 'data']);
      },
    ),
    { numRuns: 5000 },
  );
});
