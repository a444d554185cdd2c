import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/ingest';
import { stageFile } from '../../src/ingest/stage';

/* Counts of enterprises and of social organisations side by side: a row each, and none of them taken for all. */

/** The counts of a table as they go to the database, by kind. */
async function countsOf(lines: readonly string[]): Promise<Record<string, string>> {
  const data = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
  const { tables } = await stageFile(bytesSource('各园区党组织覆盖情况2024年第三季度.csv', data), []);
  const staged = tables[0]?.staged;
  expect(staged?.table.id).toBe('coverage_count');
  const ids = (staged?.table.columns ?? []).map(({ id }) => id);
  const rows = new TextDecoder()
    .decode(staged?.csv)
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const of = (row: readonly string[], id: string): string => row[ids.indexOf(id) + 1] ?? '';
  return Object.fromEntries(rows.map((row) => [of(row, 'unit_kind'), `${of(row, 'built')}/${of(row, 'units')}`]));
}

const BOTH = { 非公企业: '80/100', 社会组织: '10/20' };

describe('kinds side by side', () => {
  it.each([
    ['two tiers', '园区,非公企业 总数,非公企业 已建,社会组织 总数,社会组织 已建', '100,80,20,10'],
    [
      'two tiers, with their rates',
      '园区,非公企业 总数,非公企业 已建,非公企业 覆盖率,社会组织 总数,社会组织 已建,社会组织 覆盖率',
      '100,80,80%,20,10,50%',
    ],
    ['the same words behind each', '园区,非公企业总数,已建党组织数,社会组织总数,已建党组织数', '100,80,20,10'],
    ['the kind in every header', '园区,非公企业数,非公企业已建数,社会组织数,社会组织已建数', '100,80,20,10'],
    ['enterprises without more', '园区,企业总数,已建党组织企业数,社会组织总数,已建党组织社会组织数', '100,80,20,10'],
    [
      'the sum before them',
      '园区,合计 总数,合计 已建,非公企业 总数,非公企业 已建,社会组织 总数,社会组织 已建',
      '120,90,100,80,20,10',
    ],
    [
      'members of both behind them',
      '园区,非公企业数,非公企业已建数,社会组织数,社会组织已建数,党员数',
      '100,80,20,10,500',
    ],
    [
      'a kind that is none of these',
      '园区,国有企业总数,已建党组织数,非公企业总数,已建党组织数,社会组织总数,已建党组织数',
      '7,7,100,80,20,10',
    ],
  ])('are a row each: %s', async (_, header, cells) => {
    expect(await countsOf([header, `东湖经开区,${cells}`])).toEqual(BOTH);
  });

  it.each([
    ['units by kind', '园区,非公企业总数,社会组织总数,已建党组织数', '100,20,90'],
    ['units by kind, and their sum', '园区,非公企业,社会组织,合计,已建党组织', '100,20,120,90'],
    ['parts behind the whole', '园区,两新组织总数,其中：非公企业,其中：社会组织,已建党组织数', '120,100,20,90'],
  ])('are added up where the other counts are of both: %s', async (_, header, cells) => {
    expect(await countsOf([header, `东湖经开区,${cells}`])).toEqual({ '': '90/120' });
  });

  it('are not added up where one is no count', async () => {
    expect(await countsOf(['园区,非公企业总数,社会组织总数,已建党组织数', '东湖经开区,100,不详,90'])).toEqual({
      '': '90/',
    });
  });

  it.each([
    ['one kind alone', '园区,非公企业总数,已建党组织数', '100,80', { '': '80/100' }],
    ['units and what is owed', '园区,单位总数,已建党组织数,应建数,应建已建数', '120,90,100,88', { '': '90/120' }],
  ])('are not seen in %s', async (_, header, cells, found) => {
    expect(await countsOf([header, `东湖经开区,${cells}`])).toEqual(found);
  });
});
