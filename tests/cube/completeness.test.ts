import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMPTY_CUBE, type Cube, buildCells, populationSql, prepare, rollUp } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { metricById } from '../../src/model';
import { openWithTables } from '../engine';
import { fill } from './rows';

/* An item of rectification needs six cells: item, zone, the organisation by code or name, source, finding day, status. */

let engine: Engine;
let cube: Cube;

beforeAll(async () => {
  engine = await openWithTables();
  const full = {
    item_id: '1',
    zone_id: 'A',
    org_name: '甲支部',
    source: '检查',
    found_date: '2018-03-01',
    status: '整改中',
  };
  await fill(engine, 'rectification', [
    full,
    { ...full, item_id: '2', org_id: 'X1', org_name: null },
    { ...full, item_id: '3', status: null, source: null },
    { ...full, item_id: '4', zone_id: 'B', org_name: null },
    { ...full, item_id: '5', zone_id: null },
  ]);
  await prepare(engine, { asOf: '2018-12-31' });
  const { cells, missing } = await buildCells(engine);
  cube = { ...EMPTY_CUBE, cells, missing };
}, 60_000);

afterAll(() => engine.close());

test('counts the required cells that are filled, zone by zone; a code stands in for a name', () => {
  const groups = rollUp(cube, { metric: 'data_completeness', periods: ['2018'], by: ['zone', 'category'] });
  expect(Object.fromEntries(groups.map((g) => [`${g.zone}/${g.category}`, [g.numerator, g.denominator]]))).toEqual({
    'A/rectification': [16, 18],
    'B/rectification': [5, 6],
    '/rectification': [5, 6],
  });
});

test('a table that was not loaded has no cell: it is not 0 %', () => {
  expect(
    new Set(cube.cells.filter(({ metric }) => metric === 'data_completeness').map(({ category }) => category)),
  ).toEqual(new Set(['rectification']));
});

test('the rows behind it say what is missing', async () => {
  const rows = await engine.rows(
    `SELECT zone, subject, missing FROM (${populationSql(metricById('data_completeness'))}) p WHERE missing <> '' ORDER BY source_row`,
  );
  expect(rows).toEqual([
    { zone: 'A', subject: '甲支部', missing: '问题来源、整改状态' },
    { zone: 'B', subject: '4', missing: '党组织代码或党组织名称或问题' },
    { zone: '', subject: '甲支部', missing: '开发区' },
  ]);
});
