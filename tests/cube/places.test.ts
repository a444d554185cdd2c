import { expect, test } from 'vitest';
import { type Cube, buildCube, loadCube, mergeCubes, saveCube } from '../../src/cube';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { chosen } from '../../src/share';

/* Where zones stand, as an office writes it: from its file to the cube, and with the cube wherever that goes. */

const UNITS = `开发区,单位名称,单位代码,统计日期,单位性质,经营状态,组建方式
望舒高新区,青松科技,A1,2018-12-31,非公企业,正常,单独支部
西安高新区,青松电子,A2,2018-12-31,非公企业,正常,未建
`;

async function cubeOf(places: string): Promise<Cube> {
  const engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const [path, text] of [
    ['单位.csv', UNITS],
    ['位置.csv', places],
  ] as const) {
    const data = new TextEncoder().encode(text);
    const report = await collection.add({ path, data, source: bytesSource(path, data) });
    expect(report.tables[0]?.loaded).toBeGreaterThan(0);
  }
  await collection.settle();
  const cube = await buildCube(engine, ['单位.csv', '位置.csv']);
  await engine.close();
  return cube;
}

test('the places of zones come from a file of three columns and go with the cube', async () => {
  const cube = await cubeOf('园区,行,列\n望舒高新区,2,5\n西安高新区,1,3\n没有数据的园区,99,1\n');
  const places = [
    { zone: '望舒高新区', row: 2, column: 5 },
    { zone: '西安高新区', row: 1, column: 3 },
  ];
  expect(cube.places?.filter(({ zone }) => zone !== '没有数据的园区')).toEqual(places);
  // What is out of the map is in the ledger, and no place.
  expect(cube.places?.every(({ row }) => row <= 20)).toBe(true);
  expect(loadCube(saveCube(cube))).toEqual(cube);
  const choice = { level: 'public' as const, families: null, zones: ['西安高新区'], from: null, to: null };
  expect(chosen(cube, choice).places).toEqual(places.slice(1));
  // Of two files that tell of a zone one place holds; the figures are as they were.
  const other = { ...cube, places: [{ zone: '望舒高新区', row: 7, column: 7 }] };
  const both = mergeCubes([
    { name: 'a', cube },
    { name: 'b', cube: other },
  ]).cube;
  expect(both?.places?.map(({ zone }) => zone).sort()).toEqual(['望舒高新区', '西安高新区']);
}, 120_000);

test('without such a file nothing is said of places', async () => {
  const cube = await cubeOf('园区,开发区类型\n望舒高新区,高新区\n');
  expect(cube.places).toBeUndefined();
  expect(loadCube(saveCube(cube))).toEqual(cube);
}, 120_000);
