import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedColumns } from './typed-columns';

const column = (header: string, cells: string[]): { kind: string | undefined; cells: string[]; codes: string[] } => {
  const table = typedColumns(
    [header],
    cells.map((cell) => [cell]),
  );
  return {
    kind: table.kinds[0],
    cells: table.rows.map((row) => row[0] ?? ''),
    codes: table.doubts.map(({ code }) => code ?? ''),
  };
};

describe('typedColumns', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'date',
      '成立时间',
      ['2023年5月31日', '2023.05.31', '2023/5/1', '20230531', '43465', '—'],
      ['2023-05-31', '2023-05-31', '2023-05-01', '2023-05-31', '2018-12-31', ''],
    ],
    [
      'date',
      '成立时间',
      ['2023年5月', '2023.06', '二○一○年六月二十三日', '至今'],
      ['2023-05', '2023-06', '2010-06-23', ''],
    ],
    ['date', '任意', ['2023-05-31', '2023/6/1', ''], ['2023-05-31', '2023-06-01', '']],
    ['period', '季度', ['2018年第四季度', '2018Q3', '2018年上半年'], ['2018Q4', '2018Q3', '2018H1']],
    ['period', '年度', ['2018年度', '2017年', '2016'], ['2018', '2017', '2016']],
    ['percent', '覆盖率', ['16.67%', '81％', '100%', '/'], ['0.1667', '0.81', '1', '']],
    ['percent', '覆盖率', ['81', '50.5', '100'], ['0.81', '0.505', '1']],
    ['percent', '覆盖率', ['0.81', '0.5', '1'], ['0.81', '0.5', '1']],
    ['percent', '覆盖率', ['85.5', '120', '90'], ['0.855', '', '0.9']],
    ['date', '整改时限', ['2018年6月底前', '立行立改', '2018-09-30'], ['2018-06-30', '', '2018-09-30']],
    ['number', '数量', ['885个', '1,234', '１２', '1.3万', '无', ''], ['885', '1234', '12', '13000', '', '']],
    ['number', '金额', ['(1,200.50)', '¥30', '12.5'], ['-1200.5', '30', '12.5']],
    ['number', '得分', ['95', '88.5', '100'], ['95', '88.5', '100']],
    ['number', '得分', ['81.3', '92.5', '76.1'], ['81.3', '92.5', '76.1']],
    ['boolean', '是否规上', ['是', '否', '', '是'], ['true', 'false', '', 'true']],
    ['boolean', '党建指导员', ['有', '无', '√', '×'], ['true', 'false', 'true', 'false']],
    ['boolean', '建立情况', ['已建', '未建'], ['true', 'false']],
    ['boolean', '是否签订', ['1', '0', '1'], ['true', 'false', 'true']],
    ['stars', '评定星级', ['五星', '★★★', '4星级', '未评', '2'], ['5', '3', '4', '', '2']],
    ['code', '党组织代码', ['020100', '="00123"', "'0045", '12'], ['020100', '00123', '0045', '12']],
    ['code', '任意', ['00123', '00456', '01789'], ['00123', '00456', '01789']],
    [
      'code',
      '统一社会信用代码',
      ['9144030071526726XG', '91330100799655058b'],
      ['9144030071526726XG', '91330100799655058B'],
    ],
    ['text', '未建原因', ['党员不足', '无', '—', ' 在建 '], ['党员不足', '无', '', '在建']],
    ['text', '企业名称', ['甲公司', '合计科技', '360公司'], ['甲公司', '合计科技', '360公司']],
    ['text', '等次', ['合格', '不合格'], ['合格', '不合格']],
    ['text', '备注', ['', '', ''], ['', '', '']],
    ['text', '原因', ['无', '无'], ['无', '无']],
  ])('%s: %s %j', (kind, header, cells, expected) => {
    expect(column(header, cells)).toMatchObject({ kind, cells: expected });
  });

  it('never makes a bound exact in silence', () => {
    expect(column('数量', ['70余', '约200', '30'])).toEqual({
      kind: 'number',
      cells: ['70', '200', '30'],
      codes: ['bounded-value', 'bounded-value'],
    });
  });

  it('refuses single cells', () => {
    const table = typedColumns(
      ['数量', '日期'],
      [
        ['1', '2023-01-01'],
        ['2', '2023-02-30'],
        ['3', '2023-03-01'],
        ['4', '2023-04-01'],
        ['多', '2023-05-01'],
      ],
    );
    expect(table.rows[1]).toEqual(['2', '']);
    expect(table.rows[4]).toEqual(['', '2023-05-01']);
    expect(table.doubts).toEqual([
      { code: 'no-such-day', refused: true, text: '', row: 1, column: '日期', raw: '2023-02-30' },
      { code: 'not-a-number', refused: true, text: '', row: 4, column: '数量', raw: '多' },
    ]);
  });

  it('asks about 1 / 2 instead of reading it', () => {
    expect(column('是否规上', ['1', '2', '1'])).toMatchObject({
      kind: 'boolean',
      cells: ['1', '2', '1'],
      codes: Array(3).fill('boolean-coding-unknown'),
    });
  });

  it('takes serial numbers for dates only under a date header', () => {
    expect(column('数量', ['43465', '43466'])).toMatchObject({ kind: 'number', cells: ['43465', '43466'] });
  });

  it('learns from one cell which of day and month comes first', () => {
    expect(column('date', ['5/6/2023', '31/5/2023']).cells).toEqual(['2023-06-05', '2023-05-31']);
    expect(column('date', ['5/6/2023', '5/31/2023']).cells).toEqual(['2023-05-06', '2023-05-31']);
    expect(column('date', ['5/6/2023', '5/7/2023'])).toEqual({
      kind: 'text',
      cells: ['5/6/2023', '5/7/2023'],
      codes: [],
    });
    expect(column('成立时间', ['23.5.31', '22.1.2'])).toMatchObject({ kind: 'text', cells: ['23.5.31', '22.1.2'] });
  });

  it('reads a cell of any length', () => {
    const long = ['1', '一', '-', '(', '年', '1,', '九月', '余', '1万', '%', ' a'].map((part) => part.repeat(20000));
    const table = typedColumns(
      ['数量', '日期', '是否', '覆盖率', '代码'],
      long.map((cell) => [cell, cell, cell, cell, cell]),
    );
    expect(table.rows).toHaveLength(long.length);
  });

  it('keeps damaged codes as found, flagged', () => {
    expect(column('统一社会信用代码', ['9.14403E+17', '9144030071526726XG'])).toMatchObject({
      cells: ['9.14403E+17', '9144030071526726XG'],
      codes: ['damaged-code'],
    });
  });

  it('flags an identity number', () => {
    expect(column('编号', ['11010519491231002X'])).toMatchObject({ codes: ['identity-number'] });
  });

  it('reads month names of a column with the year of the title', () => {
    const table = typedColumns(['月份'], [['1月'], ['2月']], { year: 2018 });
    expect(table.rows).toEqual([['2018-01'], ['2018-02']]);
  });

  it('changes nothing in what it wrote', () => {
    const cell = fc.constantFrom(
      '2023年5月31日',
      '2023.05',
      '81%',
      '16.67%',
      '885个',
      '1.3万',
      '是',
      '否',
      '五星',
      '00123',
      '甲公司',
      '—',
      '',
      '无',
      '70',
      '2018年第四季度',
      '12.50',
      '-3',
    );
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('数量', '日期', '年度', '名称', '代码', '是否', '情况'),
        (cells, header) => {
          const once = column(header, cells).cells;
          expect(column(header, once).cells).toEqual(once);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps the shape of any table', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { minLength: 3, maxLength: 3 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, (table) => {
        const typed = typedColumns(['a', '日期', '数量'], table);
        expect(typed.rows.map((row) => row.length)).toEqual(table.map(() => 3));
      }),
    );
  });
});
