import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNewWord } from '../../../src/ingest';
import { matchHeader } from '../../../src/ingest/match';
import { TABLES } from '../../../src/model';

const split = (text: string): string[] => text.split('|');
const word = (table: string, header: string, column: string) => ({ headers: [{ table, header, column }], values: [] });

describe('a word that was taught', () => {
  const words = word('star_rating', '终评等级', 'star_level');

  it('names its table and column in another layout, with brackets, spaces and years around it', () => {
    for (const header of [
      '党组织名称|终评等级|评定年度',
      '序号|所在园区|党支部|年度|终评等级|备注',
      '党组织名称|2024年终评等级|办法',
      '党组织|终评 等级（星）|评定年度',
    ]) {
      expect(matchHeader(split(header)).fields).not.toContain('star_level');
      const match = matchHeader(split(header), { words });
      expect(match.table).toBe('star_rating');
      expect(match.taught?.map((index) => match.fields[index])).toEqual(['star_level']);
    }
  });

  it('changes nothing where it does not stand, and never takes the place of what the user says of a column', () => {
    for (const table of TABLES) {
      const header = table.columns.map(({ label }) => label.zh);
      expect(matchHeader(header, { words })).toEqual(matchHeader(header));
    }
    const own = matchHeader(split('党组织名称|终评等级|评定年度'), {
      words,
      table: 'star_rating',
      fields: { 1: null },
    });
    expect(own.fields).not.toContain('star_level');
    expect(own.taught).toBeUndefined();
  });

  it('is new only where the table has no such word in any form', () => {
    expect(isNewWord('star_rating', '终评等级')).toBe(true);
    expect(isNewWord('star_rating', '2024年度星级')).toBe(false);
    expect(isNewWord('star_rating', '第3列')).toBe(false);
    for (const table of TABLES)
      for (const { headers } of table.columns)
        for (const header of headers) expect(isNewWord(table.id, header)).toBe(false);
  });

  it('is left out when its table or column is gone', () => {
    const header = split('党组织名称|终评等级|评定年度');
    expect(matchHeader(header, { words: word('no_table', '终评等级', 'star_level') })).toEqual(matchHeader(header));
    expect(matchHeader(header, { words: word('star_rating', '终评等级', 'no_column') })).toEqual(matchHeader(header));
  });
});

describe('the nearest table', () => {
  const nearest = (header: string, title: string[] = []) => matchHeader(split(header), { title }).nearest;

  it.each([
    ['党组织名称|终评等级|评定年度', ['星级评定结果2025.xlsx'], 'star_rating', 'star_level', '终评等级'],
    ['序号|支部|年度|定星情况', ['2025年星级评定结果'], 'star_rating', 'star_level', '定星情况'],
    ['单位名称|序号|组建的方式是', ['开发区单位覆盖一览'], 'unit_coverage', 'coverage_mode', '组建的方式是'],
  ])('of %s is named with the missing column and the unknown header', (header, title, table, column, unknown) => {
    const match = matchHeader(split(header), { title });
    expect(match.table).toBeNull();
    expect(match.nearest).toMatchObject({ table });
    expect(match.nearest?.missing).toContain(column);
    expect(split(header)[match.nearest?.unknown[0] ?? -1]).toBe(unknown);
  });

  it('is told by the cells where the header alone leaves several', () => {
    const header = split('序号|年度|终评等级|支部名称|开发区');
    const rows = [
      ['1', '2024', '四星', '甲支部', '云岭高新区'],
      ['2', '2024', '二星', '乙支部', '云岭高新区'],
    ];
    expect(matchHeader(header, { rows }).nearest).toEqual({
      table: 'star_rating',
      missing: ['star_level'],
      unknown: [2],
    });
    const units = [
      ['甲公司', '单独支部', '云岭高新区'],
      ['乙公司', '联合支部', '云岭高新区'],
    ];
    expect(matchHeader(split('名目|怎么建的|开发区'), { rows: units }).nearest).toMatchObject({
      table: 'unit_coverage',
    });
  });

  it('is nothing for what resembles no table', () => {
    for (const header of ['菜名|价格|热量', 'a|b|c', '车牌|里程|油耗|司机']) expect(nearest(header)).toBeUndefined();
  });

  it('says what a chosen table lacks until it lacks nothing', () => {
    const header = split('党组织名称|终评等级|评定年度');
    const chosen = matchHeader(header, { table: 'star_rating' });
    expect(chosen).toMatchObject({ missing: ['rating'], nearest: { missing: ['star_level'] } });
    const told = matchHeader(header, { table: 'star_rating', fields: { 1: 'star_level' } });
    expect(told.missing).toEqual([]);
    expect(told.nearest).toBeUndefined();
  });

  it('stays quick and never fails on any header', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 30 }), (header) => {
        const match = matchHeader(header);
        for (const index of match.nearest?.unknown ?? []) expect(header[index]).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });
});
