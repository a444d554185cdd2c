import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Kept, noteHeld } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileChoices, bytesSource, localStager } from '../../src/ingest';
import { type Wanted, become } from '../../src/state/become';
import { type Outcome } from '../../src/state/given-files';
import { decisionsOf, figuresOf } from '../../src/state/read-files';

/* Going from one state of a project to another reads only what differs, and gives what reading everything anew gives. */

let engine: Engine;
let collection: Collection;

beforeAll(async () => {
  engine = await openNodeEngine();
  collection = await Collection.open(engine, localStager);
}, 120_000);
afterAll(() => engine.close());

/** What the figures of the state before were made of. */
const kept = new Kept();

const HEADER = '企业名称,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const row = (name: string, day: string, form: string, members = 5): string =>
  `${name},${day},非公企业,运营,${form},20,${members}\n`;
const FILES: Readonly<Record<string, string>> = {
  '开发区名册.csv': '开发区代码,开发区名称,开发区类型,级别\nYLGX,云岭高新区,高新区,国家级\n',
  '云岭高新区台账.csv': `${HEADER}\n${row('甲厂', '2024-09-30', '单独支部')}${row('乙厂', '2024-09-30', '未组建')}`,
  '云岭高新区台账更正.csv': `${HEADER}\n${row('甲厂', '2024-09-30', '未组建', 4)}${row('丙厂', '2024-09-30', '联合支部')}`,
  '青岚台账.csv': `${HEADER}\n${row('丁厂', '2024-06-30', '单独支部')}${row('戊厂', '2024-06-30', '说不清的一种')}`,
};
const CHOICES: Readonly<Record<string, readonly FileChoices[]>> = {
  '云岭高新区台账更正.csv': [{}, { repeats: 'earlier' }],
  '青岚台账.csv': [{}, { tables: { 0: { fileLevel: { zone_id: '青岚经开区' } } } }],
};
const BYTES = new Map(Object.entries(FILES).map(([path, text]) => [path, new TextEncoder().encode(text)]));

const wantedOf = (picked: readonly (readonly [string, number])[]): Wanted[] =>
  picked.map(([path, which]) => {
    const data = BYTES.get(path) ?? new Uint8Array();
    return { input: { path, source: bytesSource(path, data), data }, choices: CHOICES[path]?.[which] ?? {} };
  });

async function cellsAfter(wanted: readonly Wanted[]): Promise<{ cells: string; read: number }> {
  const outcome: Outcome = { added: [], refused: [], applied: new Set() };
  await become(collection, wanted, outcome);
  expect(outcome.refused).toEqual([]);
  const { cube, filings } = await figuresOf(engine, collection, {}, kept);
  await noteHeld(engine, kept);
  expect((await decisionsOf(collection)).map(({ path }) => path).sort()).toEqual(
    wanted.map(({ input }) => input.path).sort(),
  );
  return {
    cells: JSON.stringify([
      [...cube.cells].map((cell) => JSON.stringify(cell)).sort(),
      [cube.zones, cube.asOf, cube.unstated],
      filings.map((filing) => JSON.stringify({ ...filing, file: 0 })).sort(),
    ]),
    read: outcome.added.length,
  };
}

const states = fc.array(
  fc
    .subarray(Object.keys(FILES))
    .chain((paths) => fc.tuple(...paths.map((path) => fc.tuple(fc.constant(path), fc.constantFrom(0, 1))))),
  { minLength: 2, maxLength: 3 },
);

test('whatever was loaded before, a state gives the figures of its files read anew', async () => {
  await fc.assert(
    fc.asyncProperty(states, async (picked) => {
      let last: Wanted[] = [];
      let reached = '';
      for (const one of picked) {
        last = wantedOf(one);
        ({ cells: reached } = await cellsAfter(last));
      }
      expect((await cellsAfter(last)).read).toBe(0);
      await collection.clear();
      kept.clear();
      expect((await cellsAfter(last)).cells).toBe(reached);
    }),
    { numRuns: 4, seed: 8 },
  );
});

test('a file taken out and put back is the only one that is read', async () => {
  const all = wantedOf([
    ['云岭高新区台账.csv', 0],
    ['青岚台账.csv', 1],
  ]);
  const { cells } = await cellsAfter(all);
  await cellsAfter(all.slice(0, 1));
  expect(await cellsAfter(all)).toEqual({ cells, read: 1 });
});
