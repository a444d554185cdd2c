import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMPTY_CUBE, binsOf, buildCells, prepare, rollUp } from '../../src/cube';
import { splitCategory } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { metricById } from '../../src/model';
import { quartilesOfBins } from '../../src/stats';
import { fill } from '../cube/rows';
import { openWithTables } from '../engine';

let engine: Engine;
beforeAll(async () => {
  engine = await openWithTables();
});
afterAll(() => engine.close());

/** The quartile of the sorted values; between two of them their mean. */
function quartile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = sorted.length * share;
  const at = (nth: number): number => sorted[Math.max(1, nth) - 1] ?? NaN;
  return Number.isInteger(place) ? (at(place) + at(place + 1)) / 2 : at(Math.ceil(place));
}

/** Scores as bodies give them: whole points, half points, one or two decimals. */
const row = fc.constantFrom(1, 2, 10, 100).chain((parts) => {
  const score = fc.integer({ min: 0, max: 100 * parts }).map((steps) => steps / parts);
  return fc.array(fc.record({ total: score, self: score, superior: score }), { minLength: 1, maxLength: 30 });
});

const METRICS = ['appraisal_score', 'appraisal_source_score', 'assessor_gap'];

it('gives the median and quartiles of the scores in the rows, not of a neighbourhood of them', async () => {
  await fc.assert(
    fc.asyncProperty(row, async (rows) => {
      const both = ['党建考核', '分类定级'].flatMap((kind) =>
        rows.map(({ total, self, superior }, at) => ({
          zone_id: '甲',
          org_id: String(at),
          kind,
          cycle: '2018',
          scheme_id: 'points',
          score_total: total,
          score_self: self,
          score_superior: superior,
        })),
      );
      await fill(engine, 'grading', both);
      await prepare(engine, { asOf: '2018-12-31' });
      const { cells } = await buildCells(engine, METRICS.map(metricById));
      const found = (metric: string, part = '') => {
        const groups = rollUp({ ...EMPTY_CUBE, cells }, { metric, periods: ['2018'], by: ['category'] });
        return quartilesOfBins(
          binsOf(
            metricById(metric),
            groups.filter(({ category = '' }) => part === '' || splitCategory(category)[2] === part),
          ),
        );
      };
      const asked: readonly (readonly [ReturnType<typeof found>, number[]])[] = [
        [found('appraisal_score'), rows.map(({ total }) => total)],
        [found('appraisal_source_score', 'self'), rows.map(({ self }) => self)],
        [found('appraisal_source_score', 'superior'), rows.map(({ superior }) => superior)],
        [found('assessor_gap'), rows.map(({ self, superior }) => self - superior)],
      ];
      for (const [told, values] of asked) {
        expect(told?.size).toBe(values.length);
        expect(told?.lower).toBeCloseTo(quartile(values, 0.25), 6);
        expect(told?.median).toBeCloseTo(quartile(values, 0.5), 6);
        expect(told?.upper).toBeCloseTo(quartile(values, 0.75), 6);
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);
