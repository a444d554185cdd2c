import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Cube,
  type Filing,
  buildCube,
  cellsOf,
  filedBy,
  filingBoard,
  filingsOf,
  reportingIn,
} from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { METRICS, baseOf } from '../../src/model';

/* The board stands on the rows the figures are counted from, and says the same of who reported as the sentences do. */

const ZONES = ['甲高新区', '乙经开区', '丙园区'];
const QUARTERS = ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31'];
const UNITS = '统计日期,开发区,企业名称,单位性质,经营状态,组建方式,从业人员';
const units = (zone: string, day: string, mode = '单独支部', staff = '12'): string =>
  [
    UNITS,
    ...[1, 2, 3].map(
      (at) => `${day},${zone},${zone}${at}公司,非公企业,运营,${at === 1 ? mode : '联合支部'},${at === 1 ? staff : '9'}`,
    ),
  ].join('\n');

const FILES: Record<string, string> = {
  '名册.csv': `开发区代码,开发区名称,开发区类型\nA,甲高新区,高新区\n`,
  '星级.csv': `党组织名称,开发区,评定年度,评定星级\n甲支部,甲高新区,2022,5\n甲支部,甲高新区,2023,4\n乙支部,乙经开区,2023,3\n`,
  '花名册.csv': `党组织名称,开发区,统计日期,党组织类型,成立时间,党员人数\n甲支部,甲高新区,2023-12-31,党支部,2019-03-01,9\n乙支部,乙经开区,2023-09-30,党支部,2019-03-01,5\n`,
  '整改.csv': `序号,开发区,党组织名称,存在问题,发现时间,整改时限,整改状态\n1,甲高新区,甲支部,台账不全,2023-04-05,2023-06-30,已完成\n2,乙经开区,乙支部,台账不全,2023-08-05,2023-12-30,未完成\n`,
};
for (const zone of ZONES)
  for (const day of QUARTERS)
    if (zone !== '丙园区' || day !== '2023-09-30') FILES[`${zone}${day}.csv`] = units(zone, day);
FILES['乙经开区2023-12-31.csv'] = units('乙经开区', '2023-12-31', '自己想的', '说不清');
FILES['甲高新区2023年四季度（更正）.csv'] =
  `${units('甲高新区', '2023-12-31', '联合支部')}\n填报日期：2024年3月1日,,,,,,`;

let engine: Engine;
let cube: Cube;
let filings: readonly Filing[];
let collection: Collection;

beforeAll(async () => {
  engine = await openNodeEngine();
  collection = await Collection.open(engine, localStager);
  for (const [path, text] of Object.entries(FILES)) {
    const data = new TextEncoder().encode(text);
    await collection.add({ path, data, source: bytesSource(path, data) });
  }
  await collection.settle();
  cube = await buildCube(engine, []);
  filings = await filingsOf(engine, collection.files);
}, 120_000);
afterAll(() => engine.close());

const of = (zone: string, period: string): Filing[] =>
  filings.filter((one) => one.table === 'unit_coverage' && one.zone === zone && one.period === period);

describe('what was filed', () => {
  it('is every row that has a zone and a time, once, under the zone of the register', async () => {
    const [row] = await engine.rows('SELECT CAST(count(*) AS DOUBLE) AS n FROM unit_coverage');
    const own = filings.filter(({ table }) => table === 'unit_coverage');
    expect(own.reduce((sum, { rows }) => sum + rows, 0)).toBe(row?.n);
    expect(of('A', '2023-03-31')).toMatchObject([
      { path: '甲高新区2023-03-31.csv', rows: 3, refused: 0, doubted: 0, filled: null },
    ]);
    expect(of('甲高新区', '2023-03-31')).toEqual([]);
  });

  it('knows the rows that were doubted, and what a correction replaced', () => {
    expect(of('乙经开区', '2023-12-31')).toMatchObject([{ rows: 3, refused: 1 }]);
    const corrected = of('A', '2023-12-31').find(({ corrects }) => corrects);
    expect(corrected).toMatchObject({ filled: '2024-03-01', replaced: ['甲高新区2023-12-31.csv'] });
    const board = filingBoard(filings).find(({ table }) => table === 'unit_coverage');
    const cell = (zone: string, period: string) =>
      board?.rows.find((row) => row.zone === zone)?.cells.find((one) => one.period === period);
    expect(cell('A', '2023Q4')).toMatchObject({ state: 'reported', marks: ['corrected'] });
    expect(cell('乙经开区', '2023Q4')).toMatchObject({ state: 'reported', marks: ['doubtful'] });
    expect(cell('丙园区', '2023Q3')).toMatchObject({ state: 'missing', others: 2 });
  });
});

const TOLD = METRICS.filter((metric) => {
  const { needs } = baseOf(metric);
  return needs.length === 1 && metric.time !== 'flow' && metric.accumulates !== true && metric.time !== 'obligation';
});

describe('the board and the sentences', () => {
  it.each(TOLD.map(({ id }) => id))('%s: who reported is the same', (id) => {
    const metric = TOLD.find((known) => known.id === id);
    const table = metric && baseOf(metric).needs[0];
    const board = filingBoard(filings).find((known) => known.table === table);
    if (!board || cellsOf(cube, id).length === 0) return;
    const ever = new Set(cellsOf(cube, id).map(({ zone }) => zone));
    for (const period of board.periods) {
      const { zones, absent } = reportingIn(cube, { metric: id }, period);
      const filed = filedBy(board, period);
      expect(filed, period).toEqual(expect.arrayContaining([...zones]));
      // Who is told as not reporting has no row in the period, unless none of them is in this metric's scope.
      if (table === 'unit_coverage' && ever.size === board.rows.length)
        expect(absent.filter((zone) => filed.includes(zone))).toEqual([]);
    }
  });
});
