import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { Queue } from '../../src/state/queue';
import { figuresOf } from '../../src/state/read-files';
import { rehearse } from '../../src/state/rehearsal';

const FILES = ['cangyu/unit-coverage-2018q4.csv', 'cangyu/work-letters-2018.csv', 'zones.csv'];

/** All that is told of a few files, and of what came before them nothing. */
async function toldOf(engine: Engine, collection: Collection): Promise<unknown> {
  for (const path of FILES) {
    const data = readFileSync(`datasets/example/${path}`);
    await collection.add({ path, data, source: bytesSource(path, data) });
  }
  const figures = await figuresOf(engine, collection);
  return { figures, files: collection.files };
}

it('what is rehearsed leaves nothing behind, wherever it is stopped', async () => {
  const [plain, engine] = [await openNodeEngine(), await openNodeEngine()];
  const expected = await toldOf(plain, await Collection.open(plain, localStager));
  let asked = 0;
  let stopAt = Number.POSITIVE_INFINITY;
  let stopper = new AbortController();
  const rows = (sql: string) => {
    if (++asked === stopAt) stopper.abort();
    return engine.rows(sql);
  };
  const counted: Engine = { ...engine, rows };
  const once = async (): Promise<void> => {
    asked = 0;
    stopper = new AbortController();
    const collection = await Collection.open(engine, localStager);
    await rehearse(counted, collection, localStager, stopper.signal);
    expect(collection.files).toEqual([]);
    expect(await toldOf(engine, collection)).toEqual(expected);
  };
  await once();
  const all = asked;
  expect(all).toBeGreaterThan(20);
  for (const part of [0.1, 0.3, 0.5, 0.8]) {
    stopAt = Math.round(all * part);
    await once();
    expect(asked).toBeLessThanOrEqual(stopAt + 1);
  }
  await Promise.all([plain.close(), engine.close()]);
}, 120_000);

it('what is done for want of work stops when there is some, and begins no more', async () => {
  const queue = new Queue();
  const done: string[] = [];
  const idle = (name: string) => (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      done.push(`${name} begins`);
      signal.addEventListener('abort', () => {
        done.push(`${name} stops`);
        resolve();
      });
    });
  const first = queue.meanwhile(idle('first'));
  await Promise.resolve().then(() => undefined);
  const work = queue.run(async () => void done.push('work'));
  await Promise.all([first, work]);
  expect(done).toEqual(['first begins', 'first stops', 'work']);
  const second = queue.meanwhile(idle('second'));
  const more = queue.run(async () => void done.push('more'));
  await Promise.all([second, more]);
  expect(done.slice(3)).toEqual(['more']);
  await queue.meanwhile(async () => void done.push('alone'));
  expect(done.at(-1)).toBe('alone');
});
