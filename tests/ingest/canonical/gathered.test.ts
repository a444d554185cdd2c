import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatheredHeader, gatheredRow, gatheringsOf } from '../../../src/ingest/canonical/gathered';
import { bytesSource } from '../../../src/ingest';
import type { StagedTable } from '../../../src/ingest/canonical/staging';
import { stageFile } from '../../../src/ingest/stage';

/* One fact over several columns: a year beside a quarter, a tick under one of several words. */

/** The table as it is read: header and rows, those without a header left out. */
function read(header: readonly string[], rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const gatherings = gatheringsOf(header, rows);
  const named = gatheredHeader(header, gatherings);
  const whole = [named, ...rows.map((row) => gatheredRow([...row], gatherings))];
  return whole.map((cells) => cells.filter((_, at) => named[at] !== ''));
}

async function staged(lines: readonly string[]): Promise<StagedTable> {
  const data = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
  const { tables } = await stageFile(bytesSource('江岸高新区2024年第三季度.csv', data), []);
  const [table] = tables;
  if (!table?.staged) throw new RangeError('no table');
  return table;
}

/** How each unit is covered, as it goes to the database. */
function modesOf({ staged: table }: StagedTable): string[] {
  const at = (table?.table.columns ?? []).findIndex(({ id }) => id === 'coverage_mode');
  const lines = new TextDecoder().decode(table?.csv).trim().split('\n');
  return lines.map((line) => line.split(',')[at + 1] ?? '');
}

describe('应建未建 over ticks', () => {
  const rows = (cells: readonly string[]): string[] =>
    cells.map((text, n) => `${'甲乙丙丁'.charAt(n)}公司,${5 - n},${text}`);

  it.each([
    ['已建,应建未建', ['√,', ',√', ',', '√,'], ['已建-未注明', '未建-应建', '未建-未注明', '已建-未注明']],
    ['组建方式,应建未建', ['单独组建,', ',√', ',', '联合组建,'], ['单独支部', '未建-应建', '未建-未注明', '联合支部']],
    [
      '应建未建,备注,组建形式',
      [',,单独', '√,,', ',,—', ',,联合'],
      ['单独支部', '未建-应建', '未建-未注明', '联合支部'],
    ],
    [
      '是否应建,是否已建,应建未建',
      ['√,√,', '√,,√', ',,', '√,√,'],
      ['已建-未注明', '未建-应建', '未建-未注明', '已建-未注明'],
    ],
    // Who says no in words says nothing by a blank; what is said twice is said by neither.
    ['是否建立党组织,应建未建', ['是,', '否,√', ',', '否,'], ['已建-未注明', '未建-应建', '', '未建-未注明']],
    ['组建方式,应建未建', ['单独组建,', ',√', '联合组建,√', ','], ['单独支部', '未建-应建', '', '未建-未注明']],
    ['应建未建,原因', ['√,党员少', '√,', ',', '√,'], ['未建-应建', '未建-应建', '', '未建-应建']],
  ])('under %s', async (head, cells, modes) => {
    expect(modesOf(await staged([`企业名称,党员数,${head}`, ...rows(cells)]))).toEqual(modes);
  });
});

describe('forms asked for one by one', () => {
  it.each([
    ['是否单独建立党支部,是否联合建立党支部', ['√,', ',√', ',', '√,']],
    ['是否单独建立党组织,是否联合建立党组织', ['是,否', '否,是', '否,否', '是,否']],
    ['是否单独组建（打√）,有无联合组建（打√）', ['√,', ',√', ',', '√,']],
  ])('under %s', async (head, cells) => {
    const rows = cells.map((text, n) => `${'甲乙丙丁'.charAt(n)}公司,${5 - n},${text}`);
    const modes = modesOf(await staged([`企业名称,党员数,${head}`, ...rows]));
    expect(modes).toEqual(['单独支部', '联合支部', '未建-未注明', '单独支部']);
  });
});

describe('a year beside a part of it', () => {
  it.each([
    ['年度', '季度', '2024', '三季度', '2024年三季度'],
    ['年份', '季度', '2024年', '3', '2024年3季度'],
    ['年', '月', '2024', '09', '2024年9月'],
    ['年', '季', '2024', '第三季度', '2024年第三季度'],
    ['统计年度', '统计月份', '2024年度', '9月', '2024年9月'],
    ['年度', '半年', '2024', '上半年', '2024年上半年'],
    ['年度', '季度', '2024', 'Q3', '2024年Q3'],
  ])('%s and %s', (year, part, a, b, expected) => {
    const named = part.includes('季') ? '季度' : '所属时期';
    expect(read([year, part, '单位'], [[a, b, '甲']])).toEqual([
      [named, '单位'],
      [expected, '甲'],
    ]);
    expect(read([part, '单位', year], [[b, '甲', a]])).toEqual([
      [named, '单位'],
      [expected, '甲'],
    ]);
  });

  it('a year written once stands for the rows below it', () => {
    const rows = [
      ['2023', '四季度'],
      ['', ''],
      ['2024', '一季度'],
      ['', '二季度'],
    ];
    expect(read(['年度', '季度'], rows).slice(1)).toEqual([
      ['2023年四季度'],
      ['2023'],
      ['2024年一季度'],
      ['2024年二季度'],
    ]);
  });

  it.each([
    ['a quarter that has its year', ['年度', '季度'], [['2024', '2024年第三季度']]],
    ['a year alone', ['年度', '单位'], [['2024', '甲']]],
    ['months that are counts', ['年度', '1月', '2月'], [['2024', '3', '4']]],
    ['a year that is none', ['年度', '季度'], [['全年', '一季度']]],
  ])('%s is left as it is', (_, header, rows) => expect(gatheringsOf(header, rows)).toEqual([]));
});

const MODES = ['单独建立', '联合建立', '未建立'] as const;
/** How offices write over the columns, and what they put into them. */
const WAYS: readonly (readonly [string, readonly string[], string, string])[] = [
  ['under one header', MODES.map((mode) => `党组织组建情况(打√) ${mode}`), '√', ''],
  ['under one header without a note', MODES.map((mode) => `组建情况 ${mode}`), '✓', ' '],
  ['side by side', MODES, '√', '×'],
  ['as numbers', MODES, '1', '0'],
  ['as words', MODES, '是', '否'],
  ['in other words', ['单独组建', '联合组建', '未建党组织'], '√', '—'],
];

describe('one of several ticked', () => {
  it.each(WAYS)('%s is read as the word over the tick, whichever it is', async (_, over, tick, none) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { minLength: 3, maxLength: 12 }), async (chosen) => {
        const unit = (nth: number): string[] => [`甲${String(nth + 1)}科技有限公司`, String(nth)];
        const table = (header: readonly string[], cells: (one: number) => readonly string[]): string[] =>
          [['企业名称', '党员人数', ...header], ...chosen.map((one, nth) => [...unit(nth), ...cells(one)])].map((row) =>
            row.join(','),
          );
        const ticked = await staged(table(over, (one) => over.map((__, at) => (at === one ? tick : none))));
        const worded = await staged(table(['组建方式'], (one) => [MODES[one] ?? '']));
        expect(modesOf(ticked)).toEqual(modesOf(worded));
        expect(ticked.gathered).toEqual([over]);
      }),
      { numRuns: 12 },
    );
  });

  it('what stands below months is counted in them, even where every count is 0 or 1', () => {
    const kinds = ['党员大会', '支委会', '党小组会', '党课'];
    const header = [1, 2, 3].flatMap((month) => kinds.map((kind) => `${String(month)}月 ${kind}`));
    const row = (nth: number): string[] => header.map((_, at) => ((at + nth) % 4 < 2 || at % 4 > 1 ? '1' : '0'));
    const alone = header.map((_, at) => (at % 4 === 2 ? '1' : '0'));
    for (const rows of [
      [row(1), row(2), row(3)],
      [alone, alone],
    ])
      expect(gatheringsOf(header, rows)).toEqual([]);
  });

  it('figures mean what their header says they mean', () => {
    const rows = [
      ['甲公司', '1', '2'],
      ['乙公司', '2.0', ''],
      ['丙公司', '9', '1'],
    ];
    expect(read(['企业名称', '是否建立党组织（1是 2否）', '建立形式(1-单独，2-联合)'], rows)).toEqual([
      ['企业名称', '是否建立党组织', '建立形式'],
      ['甲公司', '是', '联合'],
      ['乙公司', '否', ''],
      ['丙公司', '9', '单独'],
    ]);
    expect(gatheringsOf(['企业名称', '面积（100平方米）', '组织建设（30分）'], rows)).toEqual([]);
  });

  it('levels over columns are the level of the row, never the highest there is', () => {
    const [table] = [
      read(
        ['党支部', '五星', '四星', '三星'],
        [
          ['甲支部', '', '√', ''],
          ['乙支部', '', '', '√'],
        ],
      ),
    ];
    expect(table).toEqual([
      ['党支部', '评定星级'],
      ['甲支部', '四星'],
      ['乙支部', '三星'],
    ]);
  });

  it('of columns that rows tick together no two are one fact', () => {
    const header = ['党员大会', '支委会', '党小组会', '党课'];
    const rows = [
      ['1', '1', '1', '0'],
      ['1', '1', '0', '0'],
      ['1', '1', '0', '1'],
    ];
    expect(gatheringsOf(header, rows)).toEqual([]);
  });

  it.each([
    [
      'two ticks in many rows',
      ['应建', '已建'],
      [
        ['√', '√'],
        ['√', ''],
        ['√', '√'],
      ],
    ],
    [
      'counts',
      ['单独组建', '联合组建'],
      [
        ['12', '3'],
        ['4', '1'],
      ],
    ],
    [
      'what no column has for values',
      ['甲项', '乙项'],
      [
        ['√', ''],
        ['', '√'],
      ],
    ],
    ['one alone', ['单独建立', '备注'], [['√', '无']]],
    [
      'no tick at all',
      ['单独建立', '联合建立'],
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ])('%s is left as it is', (_, header, rows) => expect(gatheringsOf(header, rows)).toEqual([]));

  it.each([
    ['星级', ['三星', '四星', '五星'], '评定星级'],
    ['等次', ['好', '较好', '一般', '差'], '定级'],
    ['单位性质', ['非公企业', '社会组织'], '单位性质'],
    ['整改情况', ['已完成', '正在整改', '未整改'], '整改情况'],
  ])('reads %s ticked under %j', (above, words, header) => {
    const rows = words.map((_, one) => words.map((__, at) => (at === one ? '√' : '')));
    expect(read(words, rows)[0]).toHaveLength(1);
    expect(
      read(
        words.map((word) => `${above} ${word}`),
        rows,
      ),
    ).toEqual([[expect.stringMatching(new RegExp(`${above}|${header}`, 'u'))], ...words.map((word) => [word])]);
  });

  it('keeps levels of two years apart by what stands above them', () => {
    const header = ['上年星级 三星', '上年星级 四星', '评定星级 三星', '评定星级 四星'];
    expect(
      read(header, [
        ['√', '', '', '√'],
        ['', '', '√', ''],
      ]),
    ).toEqual([
      ['上年星级', '评定星级'],
      ['三星', '四星'],
      ['', '三星'],
    ]);
  });
});

describe('zones as lines above their rows', () => {
  const zonesOf = async (lines: readonly string[]): Promise<unknown> => {
    const { match, staged: table } = await staged(lines);
    if (match.table === null || table?.read.columns.includes('zone_id') !== true) return match.table;
    const at = table.table.columns.findIndex(({ id }) => id === 'zone_id');
    return new TextDecoder()
      .decode(table.csv)
      .trim()
      .split('\n')
      .map((line) => line.split(',')[at + 1]);
  };
  const head = '序号,党组织名称,类别,党员人数,成立日期';
  const rows = (from: number): string[] => [1, 2, 3].map((n) => `${n},甲${from + n}支部委员会,党支部,1${n},2020-01-01`);
  const line = (text: string): string => `${text},,,,`;

  it.each([
    ['names', '江岸高新技术产业开发区', '平湖经开区'],
    ['numbered and counted', '一、江岸高新区（3个）', '二、平湖经开区（3个）'],
    ['a place alone beside a name', '江岸高新区', '平湖'],
  ])('%s', async (_, a, b) => {
    const plain = (text: string): string => text.replace(/^[一二]、|（.*$/gu, '');
    expect(await zonesOf([head, line(a), ...rows(0), line(b), ...rows(5)])).toEqual([a, a, a, b, b, b].map(plain));
  });

  it.each([
    ['streets', '创新街道', '滨江街道'],
    ['committees', '甲党委', '乙党委'],
    ['kinds', '非公企业', '社会组织'],
  ])('not %s', async (_, a, b) => {
    expect(await zonesOf([head, line(a), ...rows(0), line(b), ...rows(5)])).toBe('party_org');
  });

  it('not where a column says the zone', async () => {
    const zoned = (lines: readonly string[]): string[] => lines.map((text) => `${text},云岭高新区`);
    const found = await zonesOf([
      `${head},开发区`,
      ...[line('江岸高新区')].map((text) => `${text},`),
      ...zoned(rows(0)),
    ]);
    expect(found).toEqual(['云岭高新区', '云岭高新区', '云岭高新区']);
  });
});
