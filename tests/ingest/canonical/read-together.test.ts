import { describe, expect, it } from 'vitest';
import { bytesSource, localStager } from '../../../src/ingest';
import type { StagedTable } from '../../../src/ingest/canonical/staging';

const MARKS = [
  ['√', '×'],
  ['是', '否'],
  ['有', '无'],
  ['已建', '未建'],
  ['已建立', '未建立'],
  ['已组建', '尚未组建'],
  ['1', '0'],
  ['Y', 'N'],
  ['yes', 'no'],
  ['✔', '✘'],
  ['☑', '☐'],
  ['✓', '✗'],
  ['v', 'x'],
  ['有党组织', '无党组织'],
  ['√', ''],
] as const;

const BUILT = [
  '是否建立党组织',
  '已建党组织',
  '党组织',
  '有无党组织',
  '是否已建党组织',
  '党组织建立情况',
  '两新组织是否建立党组织',
];
const FORM = ['组织形式', '建立方式', '形式', '组建类型', '覆盖方式', '组建形式', '组建方式'];

/** What the two columns say of each unit, by the marks of the export, and how the unit is then covered. */
const UNITS: readonly (readonly [yes: boolean, form: string, mode: string])[] = [
  [true, '单独', '单独支部'],
  [true, '单独组建', '单独支部'],
  [true, '联合组建', '联合支部'],
  [true, '联合', '联合支部'],
  [true, '', '已建-未注明'],
  [true, '—', '已建-未注明'],
  [false, '—', '未建-未注明'],
  [false, '', '未建-未注明'],
  [false, '/', '未建-未注明'],
  [false, '应建未建', '未建-应建'],
  [false, '未建', '未建-未注明'],
];

async function stage(lines: readonly (readonly string[])[], path = '示例高新区两新组织台账（2024年第三季度）.csv') {
  const text = lines.map((cells) => cells.join(',')).join('\n');
  const data = new TextEncoder().encode(`${text}\n`);
  const file = await localStager.stage({ source: bytesSource(path, data) }, [], {}, {});
  const [table] = file.tables;
  if (!table?.staged) throw new RangeError('no table');
  return table;
}

/** The values of a column as they go to the database. */
function column({ staged }: StagedTable, id: string): string[] {
  const columns = staged?.table.columns.map((spec) => spec.id) ?? [];
  const lines = new TextDecoder().decode(staged?.csv).trim().split('\n');
  return lines.map((line) => line.split(',')[columns.indexOf(id) + 1] ?? '');
}

const unit = (n: number): string[] => [`第${n}号有限公司`, `9142016036MF54C${String(n).padStart(3, '0')}`, '5'];
const HEAD = ['企业名称', '统一社会信用代码', '党员数'];

describe('two columns that say one fact', () => {
  it.each(MARKS)('are read together where the one says %s and %s', async (yes, no) => {
    for (const [at, built] of BUILT.entries()) {
      const form = FORM[at % FORM.length] ?? '';
      const rows = UNITS.map(([has, text], n) => [...unit(n), has ? yes : no, text]);
      const table = await stage([[...HEAD, built, form], ...rows]);
      expect(column(table, 'coverage_mode'), `${built} ${form}`).toEqual(UNITS.map(([, , mode]) => mode));
      expect(table.together?.issues.filter(({ code }) => code !== 'blank-as-no') ?? []).toEqual([]);
    }
  });

  it('do not depend on the order of the columns', async () => {
    const rows = UNITS.map(([has, text], n) => [text, '5', has ? '√' : '×', `第${n}号有限公司`]);
    const table = await stage([['建立方式', '党员数', '已建党组织', '企业名称'], ...rows]);
    expect(column(table, 'coverage_mode')).toEqual(UNITS.map(([, , mode]) => mode));
  });

  it.each([
    ['×', '单独组建'],
    ['×', '联合'],
    ['√', '应建未建'],
    ['√', '未建'],
  ])('give neither where %s stands beside %s, and say so', async (mark, form) => {
    const table = await stage([
      [...HEAD, '已建党组织', '建立方式'],
      [...unit(1), '√', '单独'],
      [...unit(2), '×', ''],
      [...unit(3), mark, form],
    ]);
    expect(column(table, 'coverage_mode')).toEqual(['单独支部', '未建-未注明', '']);
    expect(table.together?.issues).toEqual([
      {
        code: 'columns-contradict',
        severity: 'error',
        row: 4,
        column: '已建党组织',
        value: mark,
        detail: `建立方式：${form}`,
      },
    ]);
  });

  it.each(['是否整改到位', '整改是否完成', '是否完成'])(
    'say how far items are where only ticks under %s do',
    async (word) => {
      const head = ['序号', '园区', '存在问题', '问题来源', '整改时限', word, '完成时间'];
      const item = (n: number, ...rest: string[]): string[] => [
        String(n),
        '云岭高新区',
        `问题${n}`,
        '巡察',
        '2024.6.30',
        ...rest,
      ];
      const path = '党建问题整改台账.csv';
      const ticks = await stage([head, item(1, '√', '2024.5.1'), item(2, '', ''), item(3, '√', '')], path);
      expect(column(ticks, 'status')).toEqual(['已完成', '整改中', '已完成']);
      const told = await stage([head, item(1, '是', '2024.5.1'), item(2, '否', ''), item(3, '', '')], path);
      expect(column(told, 'status')).toEqual(['已完成', '整改中', '']);
      const both = await stage(
        [[...head, '整改状态'], item(1, '√', '', '已销号'), item(2, '×', '', '长期坚持'), item(3, '×', '', '已完成')],
        path,
      );
      expect(column(both, 'status')).toEqual(['已销号', '长期坚持', '']);
      expect(both.together?.issueCounts).toEqual({ 'columns-contradict': 1 });
    },
  );

  it('keep a blank open where the column says no in words, and take it for no where it only ever says yes', async () => {
    const head = [...HEAD, '是否建立党组织', '组织形式'];
    const open = await stage([head, [...unit(1), '是', '单独'], [...unit(2), '否', ''], [...unit(3), '', '']]);
    expect(column(open, 'coverage_mode')).toEqual(['单独支部', '未建-未注明', '']);
    const ticked = await stage([head, [...unit(1), '√', '单独'], [...unit(2), '', '—'], [...unit(3), '', '联合']]);
    expect(column(ticked, 'coverage_mode')).toEqual(['单独支部', '未建-未注明', '联合支部']);
    expect(ticked.together?.issueCounts).toEqual({ 'blank-as-no': 1 });
  });

  it('follow the yes/no where the form is prose, and tell it', async () => {
    const head = [...HEAD, '是否建立党组织', '组织形式'];
    const table = await stage([
      head,
      [...unit(1), '是', '挂在商会名下'],
      [...unit(2), '否', '计划年底前建立'],
      [...unit(3), '筹建', ''],
      ...[4, 5, 6].map((n) => [...unit(n), '否', '']),
    ]);
    const no = '未建-未注明';
    expect(column(table, 'coverage_mode')).toEqual(['已建-未注明', no, '', no, no, no]);
    expect(table.together?.issueCounts).toEqual({ 'unknown-value': 3 });
  });

  it.each([
    ['是否建立党组织', ['是', '否', '1', '0', '√', '×']],
    ['党组织', ['有', '无', '有', '无', '有', '无']],
  ])('leave a yes/no column %s alone to say how a unit is covered', async (header, marks) => {
    const table = await stage([[...HEAD, header], ...marks.map((mark, n) => [...unit(n), mark])]);
    expect(table.match.fields[3]).toBe('coverage_mode');
    const [yes, no] = ['已建-未注明', '未建-未注明'];
    expect(column(table, 'coverage_mode')).toEqual([yes, no, yes, no, yes, no]);
  });

  it('are not seen where 党组织 holds names', async () => {
    const table = await stage([
      [...HEAD, '组建方式', '党组织'],
      [...unit(1), '单独支部', '盛力电子党支部'],
      [...unit(2), '联合支部', '园区第一联合党支部'],
    ]);
    expect(table.match.fields.slice(3)).toEqual(['coverage_mode', 'org_id']);
  });

  it('say together whether an item is closed', async () => {
    const head = ['序号', '问题描述', '责任单位', '整改期限', '完成情况', '完成时间', '是否销号'];
    const item = (n: number, ...rest: string[]): string[] => [
      String(n),
      '记录不全',
      '示例高新区党工委',
      '2024.6.30',
      ...rest,
    ];
    const table = await stage([
      head,
      item(1, '已完成', '2024.6.10', '是'),
      item(2, '', '2024.6.11', '是'),
      item(3, '', '2024.6.12', '否'),
      item(4, '', '', '否'),
      item(5, '长期坚持', '', '否'),
      item(6, '正在整改', '', '是'),
    ]);
    expect(column(table, 'status')).toEqual(['已完成', '已销号', '已完成', '整改中', '长期坚持', '']);
    expect(table.match.fields[2]).toBe('zone_id');
    expect(table.together?.issueCounts).toEqual({ 'columns-contradict': 1 });
  });
});

describe('the day of a list', () => {
  it.each([
    '2024Q3',
    '24年三季度',
    '2024.9.30',
    '2024年第三季度',
    '2024年9月',
    '2024年三季度末',
    '2024-09-30',
    '2024年7-9月',
  ])('is read from a column that says %s', async (day) => {
    const table = await stage(
      [
        ['季度', ...HEAD, '是否建立党组织'],
        [day, ...unit(1), '是'],
        [day, ...unit(2), '否'],
      ],
      '台账.csv',
    );
    expect(column(table, 'snapshot_date')).toEqual(['2024-09-30', '2024-09-30']);
  });

  it.each(['24年三季度', '2024-Q3', '2024年第三季', '2024.Q3', '2024年7-9月', '2024年第三季度'])(
    'is read from a name with %s',
    async (day) => {
      const table = await stage(
        [
          [...HEAD, '是否建立党组织'],
          [...unit(1), '是'],
          [...unit(2), '否'],
        ],
        `示例高新区台账${day}.csv`,
      );
      expect(table.staged?.fileLevel.snapshot_date).toBe('2024-09-30');
    },
  );
});

describe('what a list does not state', () => {
  it.each([
    ['企业名称', '台账.csv', '非公企业'],
    ['单位名称', '两新组织台账.csv', '两新组织'],
    ['企业(社会组织)名称', '台账.csv', '两新组织'],
    ['社会组织名称', '台账.csv', '社会组织'],
    ['非公企业名称', '台账.csv', '非公企业'],
    ['单位名称', '台账.csv', undefined],
  ])('is told by %s in %s: %s', async (header, path, kind) => {
    const table = await stage(
      [
        [header, '党员数', '是否建立党组织'],
        ['某某中心', '5', '是'],
        ['另一中心', '3', '否'],
      ],
      path,
    );
    expect(table.staged?.fileLevel.unit_kind).toBe(kind);
  });
});

describe('a column of forms alone', () => {
  const forms = (texts: readonly string[]): string[][] => [
    [...HEAD, '组建形式'],
    ...texts.map((text, n) => [...unit(n), text]),
  ];
  const modes = async (texts: readonly string[]): Promise<string[]> =>
    column(await stage(forms(texts)), 'coverage_mode');

  it.each(['', '/', '—', '-', ' '])('that only says how: %j is not built, and that is told', async (none) => {
    const texts = ['单独组建', none, '联合组建', none];
    expect(await modes(texts)).toEqual(['单独支部', '未建-未注明', '联合支部', '未建-未注明']);
    const { together } = await stage(forms(texts));
    expect(together?.issueCounts).toEqual({ 'blank-as-no': 2 });
  });

  it('that says 未建, too, leaves a blank open', async () => {
    expect(await modes(['单独组建', '未建', '', '—'])).toEqual(['单独支部', '未建-未注明', '', '']);
  });

  it('with a word nobody knows leaves a blank open', async () => {
    expect((await modes(['单独组建', '另案办理', ''])).slice(2)).toEqual(['']);
  });
});
