import { expect, test } from 'vitest';
import type { DrillResult } from '../../src/state';
import { askedByZone } from './rows-asked.svelte';

const found = (zone: string, total = 1): DrillResult => ({
  columns: ['zone'],
  rows: [{ values: { zone }, file: 'a.csv', row: 2 }],
  total,
});
const zonesOf = (result: DrillResult | null): unknown => result?.rows.map(({ values }) => values.zone);
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

test('rows are those of the question asked now, never those of the question before', async () => {
  const { rows, asked, choose, load, close } = askedByZone();
  expect(asked.map(({ question }) => question.zones)).toEqual([['a']]);
  expect([rows.now, rows.result, rows.late]).toEqual([null, null, false]);
  asked[0]?.answer(found('a'));
  await settled();
  expect(zonesOf(rows.now)).toEqual(['a']);

  choose('b');
  expect([rows.now, rows.late, zonesOf(rows.result)]).toEqual([null, true, ['a']]);
  choose('c');
  // The answer to the question in between comes late and is nobody's.
  asked[1]?.answer(found('b'));
  await settled();
  expect(rows.now).toBeNull();
  asked[2]?.answer(found('c'));
  await settled();
  expect([zonesOf(rows.now), rows.late]).toEqual([['c'], false]);

  // The same question again asks nothing; other figures ask it anew.
  choose('c');
  expect(asked.length).toBe(3);
  load();
  expect([asked.length, rows.now]).toEqual([4, null]);
  close();
});

test('a failed question says so; where all rows cannot be had, those there stay', async () => {
  const { rows, asked, choose, close } = askedByZone();
  asked[0]?.fail(new Error('引擎已关闭'));
  await settled();
  expect(rows.failed).toBe('引擎已关闭');
  choose('b');
  expect(rows.failed).toBeNull();
  asked[1]?.answer(found('b', 40));
  await settled();
  const all = rows.all();
  asked[2]?.fail(new Error('内存不足'));
  await expect(all).rejects.toThrow('内存不足');
  expect(zonesOf(rows.now)).toEqual(['b']);
  close();
});
