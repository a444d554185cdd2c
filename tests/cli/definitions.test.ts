import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasetsOf } from '../../src/cli/definitions/datasets';
import { metricflow } from '../../src/cli/definitions/metricflow';
import { ossie } from '../../src/cli/definitions/ossie';
import { type Cell, buildCells, countedRows, prepare, storedRows } from '../../src/cube';
import { firstDay } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { METRICS, baseOf, metricById } from '../../src/model';
import { openWithTables } from '../engine';
import { NO_ROWS, everything, fill } from '../cube/rows';
import { openNodeEngine } from '../../src/engine/node';

/* The definitions of all metrics in open forms: as the published schemas want them, and giving the figures of the cube. */

const schema = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'schemas', name), 'utf8')) as Record<string, unknown>;

/** The schema of MetricFlow's documents; its parts have ids of their own, against which its references are not meant. */
function documentSchema(): Record<string, unknown> {
  const whole = schema('metricflow-schema.json');
  for (const part of Object.values(whole.definitions as Record<string, { $id?: string }>)) delete part.$id;
  return whole;
}

const validOssie = new Ajv2020({ strict: false }).compile(schema('ossie-schema.json'));
const validDocument = new Ajv({ strict: false }).compile(documentSchema());
const errorsIn = (valid: ValidateFunction, content: unknown): unknown[] => (valid(content) ? [] : (valid.errors ?? []));

let engine: Engine;
let open: ReturnType<typeof ossie>;
let manifest: ReturnType<typeof metricflow>;
let cells: readonly Cell[];

beforeAll(async () => {
  const empty = await openNodeEngine();
  const datasets = await datasetsOf(empty);
  await empty.close();
  [open, manifest] = [ossie(datasets), metricflow(datasets)];
  engine = await openWithTables();
  const [rows = NO_ROWS] = fc.sample(everything, { numRuns: 1, seed: 142 });
  for (const [table, list] of Object.entries({ ...NO_ROWS, ...rows })) await fill(engine, table, list);
  await prepare(engine, { asOf: '2019-03-31' });
  cells = (await buildCells(engine)).cells.filter(({ counted }) => counted !== true);
  for (const base of new Set(METRICS.map(baseOf)))
    for (const query of [countedRows(base), storedRows(base)])
      if (query) await engine.run(`CREATE OR REPLACE TABLE ${query.table} AS ${query.sql}`);
});
afterAll(() => engine.close());

/** What a metric has by zone and period: from the cube, and by the expressions of a definition over the rows. */
const inCube = (metric: string): string[] => {
  const sums = new Map<string, [number | null, number | null]>();
  const added = (sum: number | null, more: number | null): number | null => (more === null ? sum : (sum ?? 0) + more);
  for (const { metric: of, zone, period, numerator, denominator, silent } of cells) {
    if (of !== metric) continue;
    const [n, d] = sums.get(`${zone} ${period}`) ?? [null, null];
    sums.set(`${zone} ${period}`, [added(n, silent ? null : numerator), added(d, denominator)]);
  }
  return [...sums].map(([place, [n, d]]) => `${place} ${n?.toFixed(6) ?? ''} ${d?.toFixed(6) ?? ''}`).sort();
};
async function byRows(table: string, numerator: string, denominator: string | undefined): Promise<string[]> {
  const rows = await engine.rows(`SELECT zone, period, CAST(SUM(${numerator}) AS DOUBLE) AS n,
    CAST(${denominator === undefined ? 'NULL' : `SUM(${denominator})`} AS DOUBLE) AS d FROM ${table} GROUP BY 1, 2`);
  const text = (value: unknown): string => (value === null ? '' : Number(value).toFixed(6));
  return rows.map(({ zone, period, n, d }) => `${String(zone)} ${String(period)} ${text(n)} ${text(d)}`).sort();
}

describe('Apache Ossie', () => {
  test('is valid by the published schema, which finds what is not', () => {
    expect(errorsIn(validOssie, open)).toEqual([]);
    expect(errorsIn(validOssie, { ...open, version: '9' })).not.toEqual([]);
    expect(errorsIn(validOssie, { ...open, metrics: open.metrics.map(({ name }) => ({ name })) })).not.toEqual([]);
  });

  test('has every metric; the sums of its fields over the rows are the cells of the cube', async () => {
    expect(open.metrics.map(({ name }) => name).sort()).toEqual(METRICS.map(({ id }) => id).sort());
    let met = 0;
    for (const { name, expression } of open.metrics) {
      const [, table = ''] = /SUM\((\w+)\./u.exec(expression.dialects[0]?.expression ?? '') ?? [];
      const fields = open.datasets.find((one) => one.name === table)?.fields ?? [];
      const fieldOf = (part: string): string | undefined =>
        fields.find((one) => one.name === `${name}_${part}`)?.expression.dialects[0]?.expression;
      const numerator = fieldOf('numerator') ?? '';
      expect([name, await byRows(table, numerator, fieldOf('denominator'))]).toEqual([name, inCube(name)]);
      met += inCube(name).length;
    }
    expect(met).toBeGreaterThan(300);
  });

  test('says of each metric what it cannot say', () => {
    for (const {
      name,
      description,
      custom_extensions: [extension],
    } of open.metrics) {
      const said = JSON.parse(extension?.data ?? '{}') as { not_expressed: string[]; never_added_up_across: string[] };
      const { time, categoryParts = [] } = metricById(name);
      expect([name, said.not_expressed.some((text) => text.includes('last snapshot'))]).toEqual([
        name,
        time === 'stock',
      ]);
      expect(said.never_added_up_across).toEqual(categoryParts.slice(0, -1));
      for (const text of said.not_expressed) expect(description).toContain(text);
    }
  });
});

describe('MetricFlow', () => {
  test('is valid, part by part, by the published schema, which finds what is not', () => {
    const { semantic_models: models, metrics, project_configuration: configuration } = manifest;
    const documents = [
      ...models.map((model) => ({ semantic_model: model })),
      ...metrics.map((metric) => ({ metric })),
      { project_configuration: configuration },
    ];
    expect(documents.map((one) => errorsIn(validDocument, one)).flat()).toEqual([]);
    expect(errorsIn(validDocument, { metric: { ...metrics[0], type: 'mean' } })).not.toEqual([]);
    expect(errorsIn(validDocument, { semantic_model: { ...models[0], name: 'Rows' } })).not.toEqual([]);
  });

  test('has every metric, each name and label once, and measures that are the cells of the cube', async () => {
    const names = manifest.metrics.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(METRICS.map(({ id }) => id)));
    expect(new Set(names).size).toBe(names.length);
    const labels = manifest.metrics.flatMap((metric) => ('label' in metric ? [metric.label] : []));
    expect(new Set(labels).size).toBe(METRICS.length);
    for (const { name: table, measures } of manifest.semantic_models)
      for (const { name, expr } of measures.filter((one) => one.name.endsWith('_numerator'))) {
        const metric = name.replace(/_numerator$/u, '');
        const under = measures.find((one) => one.name === `${metric}_denominator`)?.expr;
        expect([metric, await byRows(table, expr, under)]).toEqual([metric, inCube(metric)]);
      }
  });

  test('every period is its first day, and a stock is taken at its last one by zone', async () => {
    const [model] = manifest.semantic_models;
    const day = model?.dimensions.find(({ name }) => name === 'period_day')?.expr ?? '';
    const periods = [...new Set(cells.map(({ period }) => period)), '2018Q1', '2018Q2', '2018Q3', '2018Q4', '2018H1'];
    const values = [...periods, '2018H2', '2017', '2018-02'].map((period) => `('${period}')`).join(', ');
    const rows = await engine.rows(`SELECT period, CAST(${day} AS VARCHAR) AS day FROM (VALUES ${values}) t(period)`);
    for (const { period, day: found } of rows) expect([period, found]).toEqual([period, firstDay(String(period))]);
    for (const { id, time } of METRICS) {
      const measure = manifest.semantic_models
        .flatMap(({ measures }) => measures)
        .find((one) => one.name === `${id}_numerator`);
      expect([id, measure !== undefined && 'non_additive_dimension' in measure]).toEqual([id, time === 'stock']);
    }
  });
});
