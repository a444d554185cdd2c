import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engine, EngineError } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { FORBIDDEN, outcome, stillWorks } from './lock-down-cases';
import { columns, rowsOf, through } from './round-trip';

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

describe('the engine in Node is locked', () => {
  test.each(FORBIDDEN)('it does not %s', async (_, sql) => {
    expect(await outcome(engine, sql)).toBe('EngineError');
    await stillWorks(engine);
  });

  test('nothing was written', () => {
    expect(
      ['/tmp/zonelens-must-not-exist.csv', '/tmp/zonelens-must-not-exist', '/tmp/zonelens-must-not-exist.db'].filter(
        existsSync,
      ),
    ).toEqual([]);
  });
});

describe('values go in and come out', () => {
  test('text, numbers, truth and null, of any content', async () => {
    await fc.assert(
      fc.asyncProperty(columns, async (given) => {
        expect(await through(engine, given)).toEqual(rowsOf(given));
      }),
      { numRuns: 80 },
    );
  });

  test('whole numbers and packed texts, in as many pieces as they need', async () => {
    const rows = 250_001;
    const texts = Array.from({ length: rows }, (_, at) => (at % 3 === 0 ? '' : `第${at}号`));
    const encoded = texts.map((text) => new TextEncoder().encode(text));
    const offsets = new Int32Array(rows + 1);
    encoded.forEach((bytes, at) => (offsets[at + 1] = (offsets[at] ?? 0) + bytes.length));
    const bytes = new Uint8Array(offsets[rows] ?? 0);
    encoded.forEach((text, at) => bytes.set(text, offsets[at]));
    await engine.insert('packed', { n: Int32Array.from(texts, (_, at) => at - 7), text: { offsets, bytes } });
    expect(
      await engine.rows(`SELECT count(*) AS rows, count(*) FILTER (rowid = n + 7) AS placed,
        count(*) FILTER (text = CASE WHEN (n + 7) % 3 = 0 THEN '' ELSE concat('第', n + 7, '号') END) AS right FROM packed`),
    ).toEqual([{ rows, placed: rows, right: rows }]);
  });

  test('counts and sums are numbers, missing is null', async () => {
    await engine.insert('t', { n: [1, 2, null], s: ['甲', null, ''] });
    expect(
      await engine.rows(
        'SELECT CAST(count(*) AS DOUBLE) AS c, CAST(sum(n) AS DOUBLE) AS s, max(s) AS m, NULL AS nothing FROM t',
      ),
    ).toEqual([{ c: 3, s: 3, m: '甲', nothing: null }]);
    expect(await engine.rows('SELECT count(*) AS c FROM t')).toEqual([{ c: 3 }]);
  });

  test('a table is replaced, not added to; no rows give no rows', async () => {
    await engine.insert('t', { a: [1, 2, 3] });
    await engine.insert('t', { b: ['x'] });
    expect(await engine.rows('SELECT * FROM t')).toEqual([{ b: 'x' }]);
    expect(await engine.rows('SELECT * FROM t WHERE FALSE')).toEqual([]);
  });

  test('a wrong statement is an EngineError that knows the statement, and the engine goes on', async () => {
    const sql = 'SELECT nothing FROM nowhere';
    const error: unknown = await engine.rows(sql).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).sql).toBe(sql);
    await stillWorks(engine);
  });

  test('an upload is gone once dropped', async () => {
    const path = await engine.load(new TextEncoder().encode('a\n1\n'));
    expect(await engine.rows(`SELECT a FROM read_csv('${path}', header = true)`)).toEqual([{ a: 1 }]);
    await engine.drop(path);
    expect(await outcome(engine, `SELECT a FROM read_csv('${path}', header = true)`)).toBe('EngineError');
  });
});
