import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsOf, likeMembers } from '../../src/brief';
import { type Cell, type Cube, EMPTY_CUBE, buildCells, cellsOf, drillSql, prepare, total } from '../../src/cube';
import { type CompareBy, type Period, contains, grainOf, isFinerOrEqual, toGrain } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { METRICS } from '../../src/model';
import { type DrillTarget, drillFigure, drillQuestion, listedFigure } from '../../src/state/drill-target';
import { ofMember, rowsOf } from '../../src/ui/figures/drilling';
import { openWithTables } from '../engine';
import { type AllRows, NO_ROWS, everything, fill } from './rows';

/*
 * Whatever a figure selects (members, categories, one period or several, what counts or the rest), the rows it opens add up to it; what was
 * reported in counts has no rows and is not among them. Every target the pages build is such a selection.
 */

let engine: Engine;
beforeAll(async () => {
  engine = await openWithTables();
});
afterAll(() => engine.close());

async function cubeOf(rows: AllRows): Promise<Cube> {
  for (const [table, content] of Object.entries({ ...NO_ROWS, ...rows })) await fill(engine, table, content);
  await prepare(engine, { asOf: '2019-03-31' });
  return { ...EMPTY_CUBE, ...(await buildCells(engine)) };
}

/** Which cells a target is built around, and by what it selects. */
interface Picked {
  readonly first: number;
  readonly second: number;
  readonly by: readonly ('zones' | 'committees' | 'domains' | 'categories')[];
  readonly grain: 'stored' | 'quarter' | 'year';
  readonly several: boolean;
}

const picked: fc.Arbitrary<Picked> = fc.record({
  first: fc.nat(1000),
  second: fc.nat(1000),
  by: fc.subarray(['zones', 'committees', 'domains', 'categories'] as const),
  grain: fc.constantFrom('stored', 'quarter', 'year'),
  several: fc.boolean(),
});

const DIMENSION = { zones: 'zone', committees: 'committee', domains: 'domain', categories: 'category' } as const;

/** A figure around one or two cells of a metric: the same as a page would ask when these are clicked on. */
function targetOf(metric: string, cells: readonly Cell[], { first, second, by, grain, several }: Picked): DrillTarget {
  const around = [cells[first % cells.length], cells[second % cells.length]].filter((cell) => cell !== undefined);
  const periodOf = ({ period }: Cell): Period =>
    grain !== 'stored' && isFinerOrEqual(grainOf(period), grain) ? toGrain(period, grain) : period;
  const asked = [...new Set((several ? around : around.slice(0, 1)).map(periodOf))];
  // A page adds up periods beside each other, never one and a part of it.
  const periods = asked.filter((period) => !asked.some((other) => other !== period && contains(other, period)));
  const selection = Object.fromEntries(
    by.map((key) => [key, [...new Set(around.map((cell) => cell[DIMENSION[key]]))]] as const),
  );
  return { title: '', metric, period: periods[0] ?? '2018', periods, selection };
}

const nearly = (value: number | null | undefined): number => Number((value ?? 0).toFixed(6));

async function sums(cube: Cube, target: DrillTarget, part?: 'numerator' | 'rest'): Promise<[number, number]> {
  const [row] = await engine.rows(
    `SELECT coalesce(sum(numerator), 0) AS x, coalesce(sum(denominator), 0) AS n FROM (${drillSql(drillQuestion(cube, target, part))}) opened`,
  );
  return [nearly(Number(row?.x)), nearly(Number(row?.n))];
}

it(
  'the rows any figure opens add up to it, and so do what counts in it and the rest',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(everything, fc.array(picked, { minLength: 1, maxLength: 1 }), async (rows, choices) => {
        const cube = await cubeOf(rows);
        for (const { id } of METRICS) {
          const cells = cellsOf(cube, id);
          if (cells.length === 0) continue;
          for (const choice of choices) {
            const target = targetOf(id, cells, choice);
            const periods = target.periods ?? [target.period];
            const figure = total(cube, { metric: id, periods, ...target.selection, counted: false });
            const expected = [nearly(figure?.numerator), nearly(figure?.denominator)];
            const told = JSON.stringify(target);
            expect([told, await sums(cube, target)]).toEqual([told, expected]);
            const [counts, rest] = [await sums(cube, target, 'numerator'), await sums(cube, target, 'rest')];
            expect([told, counts[0], rest[0]]).toEqual([told, expected[0], 0]);
            expect([told, nearly(counts[1] + rest[1])]).toEqual([told, expected[1]]);
          }
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  },
);

/** Targets of marks: a member of a comparison on what zones share, and on what both of two periods have, each with what the mark says. */
function marksOf(cube: Cube, metric: string, { first, second }: Picked, by: CompareBy) {
  const cells = cellsOf(cube, metric);
  const [period, against] = [cells[first % cells.length]?.period, cells[second % cells.length]?.period];
  if (period === undefined || against === undefined || grainOf(period) !== grainOf(against)) return [];
  const ask = { metric, by, period, comparison: 'none', zones: [...new Set(cells.map(({ zone }) => zone))] } as const;
  const facts = factsOf(cube, ask);
  const member = facts.members[first % facts.members.length];
  if (!member) return [];
  const target = (at: Period, parts: DrillTarget['parts'] = null): DrillTarget =>
    rowsOf({ metric, period: at, selection: ask, parts }, [member.id], ofMember(member.key));
  const like = likeMembers(cube, ask, period, against);
  const pair = like.members.get(member.id);
  return [
    { target: target(facts.period, facts.parts), says: member.now },
    { target: target(facts.period), says: member.own },
    ...(pair && against < period ? [{ target: target(period, like.parts), says: pair.now }] : []),
  ];
}

it('the rows of a mark that is of what compares only are those it says', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(everything, fc.array(picked, { minLength: 2, maxLength: 2 }), async (rows, choices) => {
      const cube = await cubeOf(rows);
      for (const { id } of METRICS.filter(({ kind }) => kind === 'rate'))
        for (const [at, choice] of choices.entries())
          for (const { target, says } of marksOf(
            cube,
            id,
            choice,
            (['zone', 'committee', 'domain'] as const)[(at + choice.first) % 3] ?? 'zone',
          )) {
            const told = `${JSON.stringify(target)} ${JSON.stringify([...(target.parts ?? [])])}`;
            const figure = drillFigure(cube, target);
            expect([told, figure?.numerator ?? 0, figure?.denominator ?? 0]).toEqual([
              told,
              says.numerator,
              says.denominator ?? 0,
            ]);
            if (!target.parts) continue;
            const listed = listedFigure(cube, target) ?? figure;
            const expected = [nearly(listed?.numerator), nearly(listed?.denominator)];
            expect([told, await sums(cube, target)]).toEqual([told, expected]);
            const [counts, rest] = [await sums(cube, target, 'numerator'), await sums(cube, target, 'rest')];
            expect([told, counts[0], nearly(counts[1] + rest[1])]).toEqual([told, ...expected]);
          }
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
