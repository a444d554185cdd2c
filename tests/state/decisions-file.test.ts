import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_WORDS, headerSignature } from '../../src/ingest';
import { DecisionsError, FILE_WORDS, TABLE_WORDS } from '../../src/state/decision-words';
import { type Decisions, type FileDecision, readDecisions, writeDecisions } from '../../src/state/decisions-file';

const HEADER = ['单位名称', '备注', '是否规上'];
const SUM = 'a'.repeat(64);

const FILE: FileDecision = {
  path: '上报/云岭高新区/整改台账（更正）.xlsx',
  size: 3586,
  sha256: SUM,
  choices: { encoding: 'gbk', delimiter: '\t', headerRows: 2, repeats: 'later' },
  tables: [
    {
      index: 1,
      table: 'unit_coverage',
      header: HEADER,
      choice: {
        fields: { 1: 'not_built_reason', 2: null },
        fileLevel: { zone_id: '云岭高新区', snapshot_date: '2018-12-31' },
        booleanCoding: 'zero-one',
        percent: 'percent',
        noneIsZero: false,
        year: 2018,
        off: false,
      },
    },
  ],
};
const FULL: Decisions = {
  book: {
    [headerSignature(HEADER)]: {
      header: HEADER,
      table: 'unit_coverage',
      choice: {
        table: 'unit_coverage',
        fields: { 1: 'not_built_reason', 2: null },
        booleanCoding: 'one-two',
        percent: 'fraction',
        noneIsZero: true,
      },
      given: { snapshot_date: '2018-12-31' },
    },
  },
  words: {
    headers: [{ table: 'star_rating', header: '终评等级', column: 'star_level' }],
    values: [{ table: 'unit_coverage', column: 'coverage_mode', text: '独立设支部', value: '单独支部' }],
  },
  files: [FILE],
  setting: {
    rules: [{ ruleId: 'meeting.支部党员大会', value: '2', validFrom: '2018-01-01', validTo: null, docRef: '页面改动' }],
    targets: [
      { metricId: 'org_coverage_rate', scope: '', period: '2018', target: 0.8, amber: 0.7, red: null, docRef: '' },
    ],
  },
};
const TEXT = writeDecisions(FULL);

function refusal(text: string): string {
  try {
    readDecisions(text);
  } catch (error) {
    if (error instanceof DecisionsError) return error.reason;
    throw error;
  }
  return 'not refused';
}

describe('the file of decisions', () => {
  it('reads back what it wrote', () => {
    expect(readDecisions(TEXT)).toEqual(FULL);
    expect(readDecisions(`\uFEFF${TEXT}`)).toEqual(FULL);
  });

  it('is written in words a person can read and change', () => {
    expect(JSON.parse(TEXT)).toEqual({
      用途: '区镜决定',
      版本: 1,
      表头: [
        {
          列名: HEADER,
          认作: '单位覆盖',
          对应的表: '单位覆盖',
          改动的列: [
            { 第几列: 2, 列名: '备注', 字段: '未建原因' },
            { 第几列: 3, 列名: '是否规上', 字段: null },
          ],
          是否列中的数字: '1 是、2 否',
          比率列中的数字: '1 是 100%',
          计数列中的无: '按 0 计',
          上次补填: { 统计日期: '2018-12-31' },
        },
      ],
      列名的词: [{ 表: '星级评定', 列名: '终评等级', 字段: '星级' }],
      取值的词: [{ 表: '单位覆盖', 字段: '组建方式', 写法: '独立设支部', 值: '单独支部' }],
      文件: [
        {
          文件: FILE.path,
          字节: 3586,
          校验: SUM,
          编码: 'gbk',
          分隔符: '\t',
          表头行数: 2,
          与其他文件相同的键: '以本文件为准',
          各表: [
            {
              第几张: 2,
              认作: '单位覆盖',
              列名: HEADER,
              改动的列: [
                { 第几列: 2, 列名: '备注', 字段: '未建原因' },
                { 第几列: 3, 列名: '是否规上', 字段: null },
              ],
              整张补填: { 开发区: '云岭高新区', 统计日期: '2018-12-31' },
              是否列中的数字: '1 是、0 否',
              比率列中的数字: '1 是 1%',
              计数列中的无: '不作数',
              年份: 2018,
              读入: '读入',
            },
          ],
        },
      ],
      规则: [{ 规则: 'meeting.支部党员大会', 值: '2', 起: '2018-01-01', 止: null, 依据: '页面改动' }],
      目标: [
        {
          指标: 'org_coverage_rate',
          范围: '',
          时期: '2018',
          目标值: 0.8,
          黄线: 0.7,
          红线: null,
          依据: '',
        },
      ],
    });
  });

  it('says every decision in a word of its own', () => {
    for (const words of [TABLE_WORDS, FILE_WORDS]) {
      const all = Object.values(words).map(({ word }) => word);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('keeps whatever is decided about files', () => {
    const choice = fc.record(
      {
        off: fc.boolean(),
        fields: fc.dictionary(
          fc.integer({ min: 0, max: 2 }).map(String),
          fc.constantFrom(null, 'unit_name', 'employees', 'not_built_reason'),
        ),
        fileLevel: fc.dictionary(fc.constantFrom('zone_id', 'snapshot_date'), fc.string()),
        booleanCoding: fc.constantFrom('one-two' as const, 'zero-one' as const),
        percent: fc.constantFrom('percent' as const, 'fraction' as const),
        noneIsZero: fc.boolean(),
        year: fc.integer({ min: 1950, max: 2099 }),
      },
      { requiredKeys: [] },
    );
    const file = fc.record({
      path: fc.string({ minLength: 1, unit: 'grapheme' }),
      size: fc.nat(),
      sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
      choices: fc.record(
        {
          encoding: fc.string(),
          delimiter: fc.string(),
          headerRows: fc.nat({ max: 9 }),
          repeats: fc.constantFrom('earlier' as const, 'later' as const),
        },
        { requiredKeys: [] },
      ),
      tables: fc.array(
        fc
          .tuple(choice, fc.constantFrom(null, 'unit_coverage'))
          .map(([one, table]) => ({ index: 0, table, header: HEADER, choice: one })),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 3 }), (files) => {
        const plain = JSON.parse(JSON.stringify(files)) as FileDecision[];
        expect(readDecisions(writeDecisions({ book: {}, words: NO_WORDS, files: plain, setting: null }))).toEqual({
          book: {},
          words: NO_WORDS,
          files: plain,
          setting: null,
        });
      }),
    );
  });

  it('makes no decision of what a table was taken for', () => {
    const header = ['单位名称', '备注'];
    const entry = { header, table: 'unit_coverage', choice: {}, given: { zone_id: '云岭高新区' } };
    const book = { [headerSignature(header)]: entry };
    expect(readDecisions(writeDecisions({ book, words: NO_WORDS, files: [], setting: null })).book).toEqual(book);
  });

  it('still reads a file that holds matches alone', () => {
    const whole = JSON.parse(TEXT) as { 表头: Record<string, unknown>[] };
    const 表头 = whole.表头.map(({ 认作: _, ...entry }) => entry);
    const text = JSON.stringify({ 用途: '区镜列对应', 版本: 1, 表头 });
    expect(readDecisions(text)).toEqual({ book: FULL.book, words: NO_WORDS, files: [], setting: null });
  });

  it.each([
    ['no JSON', '{', '不是 JSON 文件'],
    ['another file', '{"a":1}', '不是区镜的决定文件'],
    ['a list', '[]', '不是区镜的决定文件'],
    ['another purpose', TEXT.replace('区镜决定', '区镜报告'), '不是区镜的决定文件'],
    ['a newer version', TEXT.replace('"版本": 1', '"版本": 9'), '由较新的区镜写成（版本 9），请更新区镜后再打开'],
    ['an unknown version', TEXT.replace('"版本": 1', '"版本": 0'), '“版本”一处不对'],
    ['an unknown section', TEXT.replace('"目标":', '"标的":'), '“标的”一处不对'],
    ['an unknown table', TEXT.replace('单位覆盖', '别的表'), '第 1 个表头：没有“别的表”这种表'],
    ['an unknown field', TEXT.replace('未建原因', '身高'), '第 1 个表头：没有“身高”这个字段'],
    ['an unknown decision', TEXT.replace('"编码":', '"字体":'), '第 1 个文件：没有“字体”这种决定'],
    ['an unknown value', TEXT.replace('以本文件为准', '随便'), '“第 1 个文件 → 与其他文件相同的键”一处不对'],
    ['a column beyond the header', TEXT.replace('"第几列": 3', '"第几列": 7'), '第 1 个表头：没有第 7 列'],
    ['a wrong type', TEXT.replace('"第几列": 2', '"第几列": "二"'), '“第 1 个表头 → 改动的列 → 1 → 第几列”一处不对'],
    ['a sum that is none', TEXT.replace(SUM, 'abc'), '“第 1 个文件 → 校验”一处不对'],
    ['a file without a name', TEXT.replace('"文件": "', '"文件": 3, "旧名": "'), '“第 1 个文件 → 文件”一处不对'],
    ['a day that is none', TEXT.replace('"2018-01-01"', '"去年"'), '“规则 → 1 → 起”一处不对'],
    ['a year that is none', TEXT.replace('"年份": 2018', '"年份": "今年"'), '“第 1 个文件第 1 张表 → 年份”一处不对'],
  ])('refuses %s and says why', (_, text, reason) => {
    expect(refusal(text)).toBe(reason);
  });
});
