import { describe, expect, it } from 'vitest';
import { missingColumns, takenClauses } from '../../src/brief';
import type { Cube } from '../../src/cube';
import { metricById } from '../../src/model';
import { cubeOf } from './cells';

/** Lists of 甲, 乙 and 丙 without the column of a rate; 甲 counts all the same, 乙 did so the year before. */
const cube: Cube = {
  ...cubeOf(
    [
      ['甲', '2018Q4', 1, 2],
      ['乙', '2017Q4', 1, 2],
      ['丙', '2018Q4', 0, 0],
      ['丁', '2018Q4', 1, 2],
    ],
    'above_scale_coverage_rate',
  ),
  unstated: [
    { table: 'unit_coverage', column: 'above_scale', taken: null, zones: ['甲', '乙', '丙'], sources: ['名单.csv'] },
    { table: 'unit_coverage', column: 'unit_kind', taken: '非公企业', zones: ['甲', '丙'], sources: ['名单.csv'] },
  ],
};
const said = (periods: readonly string[], zones?: readonly string[]): string[] =>
  takenClauses(cube, metricById('above_scale_coverage_rate'), { periods, zones }, 'zh').filter((text) =>
    text.includes('规模'),
  );

describe('a list without a column', () => {
  it('leaves out the zones that count nothing in the periods asked, and no zone that counts', () => {
    expect(said(['2018Q4'])).toEqual(['乙区、丙区的名单没有“规模以上”列，不在其中']);
    expect(said(['2017Q4'])).toEqual(['甲区、丙区的名单没有“规模以上”列，不在其中']);
    expect(said(['2017Q4', '2018Q4'])).toEqual(['丙区的名单没有“规模以上”列，不在其中']);
  });

  it('is told of the zones asked about only', () => {
    expect(said(['2018Q4'], ['甲', '丙'])).toEqual(['丙区的名单没有“规模以上”列，不在其中']);
    expect(said(['2018Q4'], ['甲', '丁'])).toEqual([]);
    const missing = missingColumns(
      cube,
      metricById('above_scale_coverage_rate'),
      { zones: ['乙'], periods: ['2018Q4'] },
      'zh',
    );
    expect(missing).toEqual([{ column: '规模以上', files: '名单.csv', zones: '乙区' }]);
  });

  it('is told of a zone that counts, too, where something is taken for the column', () => {
    const taken = takenClauses(cube, metricById('org_coverage_rate'), { periods: ['2018Q4'], zones: undefined }, 'zh');
    const read = taken.filter((text) => text.includes('单位性质'));
    expect(read).toEqual(['甲区、丙区的名单未列单位性质，按“非公企业”计']);
  });
});
