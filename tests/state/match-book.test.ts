import { describe, expect, it } from 'vitest';
import { type FileReport, Collection, bytesSource, headerSignature, localStager } from '../../src/ingest';
import { openNodeEngine } from '../../src/engine/node';
import { type MatchBook, followed, kept } from '../../src/state/match-book';

const HEADER = ['单位名称', '备注', '是否规上'];
const SIGNATURE = headerSignature(HEADER);
const BOOK: MatchBook = {
  [SIGNATURE]: {
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
};

describe('remembered matches', () => {
  it('is followed for decisions, never for values of one file', () => {
    const entry = BOOK[SIGNATURE] ?? { choice: {} };
    expect(followed(BOOK).headers).toEqual({ [SIGNATURE]: entry.choice });
    expect(followed({ x: { header: ['x'], table: null, choice: {}, given: { cycle: '2018' } } }).headers).toEqual({});
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
        table: 'unit_coverage',
        choice: { fields: { 3: 'not_built_reason' } },
        given: { zone_id: '云岭高新区' },
      },
    ]);
    expect(kept({}, { ...report, choices: {} }, 0)).toEqual({});
  });
});
