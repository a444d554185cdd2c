import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { type Outcome } from '../../src/state/given-files';
import { figuresOf, inReadingOrder } from '../../src/state/read-files';
import { type Replacement, readReplacing } from '../../src/state/replace';

/* A file with the name of a loaded one takes its place where it says all that said; else both are there. Nothing is lost either way. */

let engine: Engine;
let collection: Collection;

beforeAll(async () => {
  engine = await openNodeEngine();
  collection = await Collection.open(engine, localStager);
}, 120_000);
afterAll(() => engine.close());
beforeEach(() => collection.clear());

const HEADER = '企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const ledger = (day: string, names: string, zone = '云岭高新区', header = HEADER): string =>
  `${header}\n${[...names].map((name) => `${name}厂,${zone},${day},非公企业,运营,单独支部,20,5\n`).join('')}`;
const BARE = HEADER.replace('开发区,', '');

async function read(...files: readonly (readonly [path: string, text: string])[]): Promise<readonly Replacement[]> {
  const given = files.map(([path, text]) => {
    const data = new TextEncoder().encode(text);
    return { input: { path, source: bytesSource(path, data), data } };
  });
  const ready = await inReadingOrder(
    given,
    [],
    collection.files.map(({ path }) => path),
  );
  const outcome: Outcome = { added: [], refused: [], applied: new Set() };
  const { replaced } = await readReplacing(engine, collection, ready, outcome, () => ({}));
  await figuresOf(engine, collection);
  return replaced;
}

const loaded = (): Record<string, number> =>
  Object.fromEntries(
    collection.files.map(({ path, tables }) => [path, tables.reduce((sum, table) => sum + table.loaded, 0)]),
  );

test('more rows of the same quarter take the place of those before', async () => {
  await read(['台账.csv', ledger('2024-09-30', '甲乙')], ['别的.csv', ledger('2024-09-30', '丁', '青岚经开区')]);
  const [told] = await read(['台账.csv', ledger('2024-09-30', '甲乙丙')]);
  expect(told).toMatchObject({ path: '台账.csv', beside: null, rowsBefore: 2, rowsAfter: 3, uncovered: [] });
  expect(loaded()).toEqual({ '台账.csv': 3, '别的.csv': 1 });
});

test('fewer rows do too, and columns that differ are named', async () => {
  await read(['台账.csv', ledger('2024-09-30', '甲乙丙')]);
  const [told] = await read([
    '台账.csv',
    ledger('2024-09-30', '甲').replace('从业人员', '是否规上').replace(',20,', ',是,'),
  ]);
  expect(told).toMatchObject({
    beside: null,
    rowsBefore: 3,
    rowsAfter: 1,
    columnsGone: ['从业人员'],
    columnsNew: ['是否规上'],
  });
});

test.each([
  ['another quarter', ledger('2024-12-31', '甲乙')],
  ['another zone', ledger('2024-09-30', '甲乙', '青岚经开区')],
])('%s under the same name is kept beside it', async (_, text) => {
  await read(['台账.csv', ledger('2024-09-30', '甲乙')]);
  const [told] = await read(['台账.csv', text]);
  expect(told).toMatchObject({ beside: '台账（2）.csv', uncovered: ['云岭高新区 2024-09-30'] });
  expect(loaded()).toEqual({ '台账.csv': 2, '台账（2）.csv': 2 });
});

test('the next quarter added to the same ledger takes its place: it says all that was said', async () => {
  await read(['台账.csv', ledger('2024-09-30', '甲乙')]);
  const both = ledger('2024-09-30', '甲乙') + ledger('2024-12-31', '甲乙').replace(`${HEADER}\n`, '');
  const [told] = await read(['台账.csv', both]);
  expect(told).toMatchObject({ beside: null, rowsAfter: 4 });
});

test('a file that is refused leaves the other as it was; the same bytes are no other file; two of one name at once replace none', async () => {
  await read(['台账.csv', ledger('2024-09-30', '甲乙')]);
  expect(await read(['台账.csv', '什么,都,不是\n1,2,3\n'])).toEqual([]);
  expect(await read(['台账.csv', ledger('2024-09-30', '甲乙')])).toEqual([]);
  expect(loaded()).toEqual({ '台账.csv': 2 });
  expect(
    await read(['台账.csv', ledger('2024-09-30', '甲乙丙')], ['台账.csv', ledger('2024-09-30', '甲乙丁')]),
  ).toEqual([]);
  expect(Object.keys(loaded())).toHaveLength(3);
});

test('what was answered about the file holds for the one in its place', async () => {
  await read(['无名.csv', ledger('2024-09-30', '甲乙', '', BARE).replaceAll('厂,,', '厂,')]);
  const [file] = collection.files;
  await collection.rebuild(new Map([[file?.id ?? 0, { tables: { 0: { fileLevel: { zone_id: '云岭高新区' } } } }]]));
  const [told] = await read(['无名.csv', ledger('2024-09-30', '甲乙丙', '', BARE).replaceAll('厂,,', '厂,')]);
  expect(told).toMatchObject({ beside: null, rowsAfter: 3 });
  const zones = await engine.rows('SELECT DISTINCT zone_id FROM unit_coverage');
  expect(zones).toEqual([{ zone_id: '云岭高新区' }]);
});
