import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCells, categoryParts, prepare } from '../../src/cube';
import { categoryWithin, coarseCategory, joinCategory, splitCategory } from '../../src/domain';
import { metricById } from '../../src/model';
import { scoreValue } from '../../src/model/metrics/score-value';
import { joinedCategory, literal, partHolds } from '../../src/sql';
import { openWithTables } from '../engine';
import { fill } from './rows';

/** Texts that hold the signs categories are made with more often than not. */
const part = fc.string({ unit: fc.constantFrom('|', '¦', '/', '~', '\\', "'", '甲', 'a', ' '), maxLength: 8 });
const parts = fc.array(part, { minLength: 1, maxLength: 4 });

it('a category gives back the parts it was made of, whatever is in them', () => {
  fc.assert(
    fc.property(parts, parts, (coarse, fine) => {
      expect(splitCategory(joinCategory(...coarse))).toEqual(coarse);
      const whole = categoryWithin(joinCategory(...coarse), ...fine);
      expect(splitCategory(whole)).toEqual([...coarse, ...fine]);
      expect(coarseCategory(whole, coarse.length)).toBe(joinCategory(...coarse));
    }),
  );
});

it('the database writes categories as the reader does, and cells keep a scheme whose name holds the separator', async () => {
  const engine = await openWithTables();
  const many = fc.sample(parts, { numRuns: 300, seed: 9 });
  const columns = many.map((one, at) => `${joinedCategory(one.map((text) => literal(text)))} AS c${at}`);
  const [row] = await engine.rows(`SELECT ${columns.join(', ')}`);
  expect(Object.values(row ?? {})).toEqual(many.map((one) => joinCategory(...one)));

  const schemes = ['省|五星', '省¦五星', '省¦/五星', '省|', '|', '五星'];
  const rating = {
    zone_id: '甲',
    cycle: '2018',
    awarding_level: '市',
    star_level: 3,
    star_max: 5,
    rated_status: '评定',
  };
  await fill(
    engine,
    'star_rating',
    schemes.map((scheme_id, at) => ({ ...rating, scheme_id, org_name: `支部${at}` })),
  );
  await prepare(engine, { asOf: '2018-12-31' });
  const metric = metricById('star_level_dist');
  const { cells } = await buildCells(engine, [metric]);
  const found = cells.map(({ category }) => categoryParts(metric, category));
  expect(found.map(({ scheme }) => scheme).sort()).toEqual([...schemes].sort());
  expect(found.every(({ awarding, level }) => awarding === '市' && level === '3')).toBe(true);
  await engine.close();
});

it('the database finds an item in a part of a category as the reader does, whatever signs are in it', async () => {
  const engine = await openWithTables();
  const item = fc.string({ unit: fc.constantFrom('|', '¦', '/', "'", '甲'), minLength: 1, maxLength: 3 });
  const list = fc.array(item, { minLength: 1, maxLength: 3 });
  const asked = fc.sample(fc.tuple(list, list, list), { numRuns: 300, seed: 5 }).flatMap(([first, second, wanted]) => {
    const category = joinCategory(first.join('+'), second.join('+'));
    return [first, second].map((own, at) => ({
      sql: partHolds(literal(category), at + 1, wanted),
      held: own.some((one) => wanted.includes(one)),
    }));
  });
  const [row] = await engine.rows(`SELECT ${asked.map(({ sql }, at) => `${sql} AS c${at}`).join(', ')}`);
  expect(Object.values(row ?? {})).toEqual(asked.map(({ held }) => held));
  expect(new Set(Object.values(row ?? {}))).toEqual(new Set([true, false]));
  await engine.close();
});

it('a score is written as its value to the hundredth', async () => {
  const engine = await openWithTables();
  const scores = fc.sample(fc.integer({ min: -12000, max: 12000 }), { numRuns: 400, seed: 4 }).map((n) => n / 100);
  const all = [...scores, 0, -0, 100, 99.5, 89.456, -0.001, 0.1, -0.05, 1234567.89];
  const columns = all.map((score, at) => `${scoreValue(`CAST(${literal(score)} AS DOUBLE)`)} AS c${at}`);
  const [row] = await engine.rows(`SELECT ${columns.join(', ')}`);
  const written = all.map((score) => {
    const text = String(Math.round(Math.abs(score) * 100) / 100);
    return `${score < 0 && Number(text) > 0 ? '-' : ''}${text.includes('.') ? text : `${text}.0`}`;
  });
  expect(Object.values(row ?? {})).toEqual(written);
  await engine.close();
});
