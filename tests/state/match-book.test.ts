import { describe, expect, it } from 'vitest';
import { type FileReport, Collection, bytesSource, headerSignature, localStager } from '../../src/ingest';
import { openNodeEngine } from '../../src/engine/node';
import {
  type MatchBook,
  MatchFileError,
  followed,
  kept,
  readMatchFile,
  writeMatchFile,
} from '../../src/state/match-book';

const HEADER = ['单位名称', '备注', '是否规上'];
const SIGNATURE = headerSignature(HEADER);
const BOOK: MatchBook = {
  [SIGNATURE]: {
    header: HEADER,
    choice: {
      table: 'unit_coverage',
      fields: { 1: 'not_built_reason', 2: null },
      booleanCoding: 'one-two',
      percent: 'fraction',
      noneIsZero: true,
    },
    given: { snapshot_date: '2018-12-31' },
  },
};

const refusal = (text: string): string => {
  try {
    readMatchFile(text);
  } catch (error) {
    if (error instanceof MatchFileError) return error.reason;
    throw error;
  }
  return 'not refused';
};

describe('the file of remembered matches', () => {
  it('reads back what it wrote', () => {
    expect(readMatchFile(writeMatchFile(BOOK))).toEqual(BOOK);
  });

  it('is written in words a person can read and change', () => {
    const file: unknown = JSON.parse(writeMatchFile(BOOK));
    expect(file).toEqual({
      用途: '区镜列对应',
      版本: 1,
      表头: [
        {
          列名: HEADER,
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
    });
  });

  it.each([
    ['no JSON', '{', '不是 JSON 文件'],
    ['another file', '{"a":1}', '“用途”一处不对'],
    ['an unknown version', writeMatchFile(BOOK).replace('"版本": 1', '"版本": 9'), '“版本”一处不对'],
    ['an unknown table', writeMatchFile(BOOK).replace('单位覆盖', '别的表'), '第 1 个表头：没有“别的表”这种表'],
    ['an unknown field', writeMatchFile(BOOK).replace('未建原因', '身高'), '第 1 个表头：没有“身高”这个字段'],
    [
      'a column beyond the header',
      writeMatchFile(BOOK).replace('"第几列": 3', '"第几列": 7'),
      '第 1 个表头：没有第 7 列',
    ],
    [
      'a wrong type',
      writeMatchFile(BOOK).replace('"第几列": 2', '"第几列": "二"'),
      '“表头 → 1 → 改动的列 → 1 → 第几列”一处不对',
    ],
  ])('refuses %s and says why', (_, text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  it('is followed for decisions, never for values of one file', () => {
    const { given: _, ...entry } = BOOK[SIGNATURE] ?? { given: {}, header: [], choice: {} };
    expect(followed(BOOK)).toEqual({ [SIGNATURE]: entry.choice });
    expect(followed({ x: { header: ['x'], choice: {}, given: { cycle: '2018' } } })).toEqual({});
  });

  it('takes in what was decided about a file, and forgets what was taken back', async () => {
    const engine = await openNodeEngine();
    const collection = await Collection.open(engine, localStager);
    const data = new TextEncoder().encode('企业名称,组建形式,经营状态,备注\n甲有限公司,单独支部,运营,无\n');
    const choice = { fields: { 3: 'not_built_reason' }, fileLevel: { zone_id: '云岭高新区' }, off: false };
    const input = { path: '一.csv', data, source: bytesSource('一.csv', data) };
    const report: FileReport = await collection.add(input, { tables: { 0: choice } });
    await engine.close();
    const book = kept({}, report, 0);
    expect(Object.values(book)).toEqual([
      {
        header: ['企业名称', '组建形式', '经营状态', '备注'],
        choice: { fields: { 3: 'not_built_reason' } },
        given: { zone_id: '云岭高新区' },
      },
    ]);
    expect(kept({}, { ...report, choices: {} }, 0)).toEqual({});
  });
});
