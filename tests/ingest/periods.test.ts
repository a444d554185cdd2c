import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCube, rollUp } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';
import { questionsOf } from '../../src/state/questions';

/* Which period the rows of a file are of, from the file to the figures. */

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
}, 120_000);
afterAll(() => engine.close());

/** Reads files with nothing else; a file is its path and its lines. */
async function load(files: Readonly<Record<string, readonly string[]>>) {
  const collection = await Collection.open(engine, localStager);
  for (const [path, lines] of Object.entries(files)) {
    const data = new TextEncoder().encode(lines.join('\r\n'));
    await collection.add({ path, data, source: bytesSource(path, data) });
  }
  await collection.settle();
  return { cube: await buildCube(engine, []), files: collection.files };
}

const asked = (files: readonly FileReport[]): string[] =>
  files.flatMap((file) =>
    file.tables.flatMap((_, at) =>
      questionsOf(file, at).map((question) => (question.kind === 'given' ? question.column.id : question.kind)),
    ),
  );

const COUNTS = [
  '园区,党支部名称,支部党员大会次数,支委会次数',
  '南湖高新区,示例第1党支部,1,3',
  '南湖高新区,示例第2党支部,1,2',
];
const title = (text: string): string[] => [`${text},,,`, ...COUNTS];

describe('counts of meetings', () => {
  it.each([['三会一课统计表'], ['2024年1-9月三会一课统计表'], ['2024年度三会一课统计表（前三季度）']])(
    'that name no period of theirs are asked for it, and are in no figure: %s',
    async (text) => {
      const { cube, files } = await load({ '三会一课.csv': title(text) });
      expect(asked(files)).toEqual(['period']);
      expect(files[0]?.issueCounts['missing-column']).toBe(1);
      expect(cube.cells.length).toBe(0);
    },
  );

  it.each([
    ['2024年度三会一课统计表（三季度）', '2024Q3'],
    ['2024年7月至9月三会一课统计表', '2024Q3'],
    ['2024年1—6月三会一课统计表', '2024H1'],
    ['2024年度三会一课统计表', '2024'],
  ])('are of the period a title names: %s', async (text, period) => {
    const { files } = await load({ '三会一课.csv': title(text) });
    expect(asked(files)).toEqual([]);
    expect(files[0]?.tables[0]?.fileLevel.period).toBe(period);
  });

  it('with a day in every row are asked for nothing', async () => {
    const { files } = await load({
      '三会一课.csv': ['园区,党支部名称,会议类型,召开时间', '南湖高新区,示例第1党支部,支委会,2024-09-03'],
    });
    expect(asked(files)).toEqual([]);
  });
});

it('a folder of a year with a folder a quarter gives four quarters', async () => {
  const units = (n: number): string[] => [
    '园区,单位名称,统一社会信用代码,单位类型,经营状态,在职党员数,是否建立党组织,党组织名称',
    ...Array.from(
      { length: n },
      (_, at) => `南湖高新区,示例${at}公司,91${String(at).padStart(16, '0')},非公企业,经营,5,是,示例${at}支部`,
    ),
  ];
  const { cube } = await load(
    Object.fromEntries(
      ['一', '二', '三', '四'].map((quarter, at) => [`2024年度/${quarter}季度/覆盖台账.csv`, units(10 + at)]),
    ),
  );
  const groups = rollUp(cube, {
    metric: 'org_coverage_rate',
    periods: ['2024Q1', '2024Q2', '2024Q3', '2024Q4'],
    by: ['period'],
  });
  expect(groups.map(({ period, denominator }) => [period, denominator])).toEqual([
    ['2024Q1', 10],
    ['2024Q2', 11],
    ['2024Q3', 12],
    ['2024Q4', 13],
  ]);
});

it('a meeting without a day, a plan and a period is said to be in no figure', async () => {
  const { files } = await load({
    '三会一课.csv': [
      '园区,党支部名称,会议类型,计划会议时间,召开时间',
      '南湖高新区,示例第1党支部,支委会,2024-09-03,2024-09-03',
      '南湖高新区,示例第2党支部,支委会,2024-09-03,',
      '南湖高新区,示例第3党支部,支委会,,',
    ],
  });
  expect(files[0]?.issues.filter(({ code }) => code === 'missing-required').map(({ row }) => row)).toEqual([4]);
});
