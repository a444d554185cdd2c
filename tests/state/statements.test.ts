import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { figuresOf } from '../../src/state/read-files';

/** The engine, and how much it was asked so far. */
function counted(engine: Engine): { engine: Engine; asked: () => number } {
  let asked = 0;
  const counting =
    <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    (...given: Given): Promise<Answer> => {
      asked += 1;
      return ask(...given);
    };
  const { run, rows, arrow, load, drop, insert } = engine;
  const each = { run: counting(run), rows: counting(rows), arrow: counting(arrow), load: counting(load) };
  return { engine: { ...engine, ...each, drop: counting(drop), insert: counting(insert) }, asked: () => asked };
}

/** What a small file asks of the database before its figures are there: it waits for the number of statements, not for its rows. */
it('a small file is loaded and counted in few statements', async () => {
  const { engine, asked } = counted(await openNodeEngine());
  const collection = await Collection.open(engine, localStager);
  const took: [loading: number, counting: number][] = [];
  for (const day of ['2018q1', '2018q2', '2018q3']) {
    const before = asked();
    const data = readFileSync(`datasets/example/cangyu/unit-coverage-${day}.csv`);
    await collection.add({ path: day, data, source: bytesSource(day, data) });
    const between = asked();
    await figuresOf(engine, collection);
    took.push([between - before, asked() - between]);
  }
  const [first, ...more] = took;
  expect(first?.[0]).toBeLessThanOrEqual(12);
  expect(first?.[1]).toBeLessThanOrEqual(60);
  for (const [loading, counting] of more) {
    expect(loading).toBeLessThanOrEqual(12);
    // Of the tables beside those that hold rows, none is written again.
    expect(counting).toBeLessThanOrEqual(32);
  }
  await engine.close();
}, 60_000);

it('files that come together take statements by table, not by file', async () => {
  const { engine, asked } = counted(await openNodeEngine());
  const loaded = async (count: number): Promise<number> => {
    const collection = await Collection.open(engine, localStager);
    const files = Array.from({ length: count }, (_, at) => {
      const data = new TextEncoder().encode(
        `企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员\n第${at}公司,云岭高新区,2018-12-31,非公企业,运营,未组建,${at}\n`,
      );
      return { input: { path: `${at}.csv`, data, source: bytesSource(`${at}.csv`, data) }, choices: {} };
    });
    const before = asked();
    await collection.addAll(files, { taken: () => undefined, refused: () => undefined });
    expect(collection.files.length).toBe(count);
    return asked() - before;
  };
  expect(await loaded(60)).toBe(await loaded(2));
  await engine.close();
}, 60_000);
