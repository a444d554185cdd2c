import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine';
import { openBrowserEngine } from '../../src/engine/browser';
import { FORBIDDEN, outcome, stillWorks } from './lock-down-cases';
import { columns, rowsOf, through } from './round-trip';

let engine: Engine;

beforeAll(async () => {
  engine = await openBrowserEngine();
}, 60_000);
afterAll(() => engine.close());

describe('the engine in the page is locked', () => {
  test.each(FORBIDDEN)('it does not %s', async (_, sql) => {
    expect(await outcome(engine, sql)).toBe('EngineError');
    await stillWorks(engine);
  });

  test('it reads a file of the user in place', async () => {
    const path = await engine.load(new File(['名称,数\n甲,1\n乙,2\n'], '台账.csv'));
    expect(await engine.rows(`SELECT * FROM read_csv('${path}', header = true)`)).toEqual([
      { 名称: '甲', 数: 1 },
      { 名称: '乙', 数: 2 },
    ]);
    await engine.drop(path);
  });
});

test('text, numbers, truth and null go in and come out', async () => {
  await fc.assert(
    fc.asyncProperty(columns, async (given) => {
      expect(await through(engine, given)).toEqual(rowsOf(given));
    }),
    { numRuns: 30 },
  );
});
