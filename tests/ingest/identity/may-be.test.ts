import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCube } from '../../../src/cube';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../../src/ingest';

/*
 * Who a row without a code is of, worked out in plain loops: the one organisation its name can mean, or, where it can mean two, neither, and
 * that is told.
 */

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** One row of a list of ratings. */
interface Rated {
  readonly name: string;
  readonly code: string | null;
}

const ZONE = '滨江高新区';
const WAYS = ['一支部（东街）', '一支部(东街)', '一 支部（东街）', '二支部（东街）', '二支部(东街)'];
const CODES = ['001', '002', '003'];

const fold = (name: string): string => name.replaceAll('（', '(').replaceAll('）', ')').replaceAll(' ', '');

/** What was read of some lists: the rows that count, what was told, and who is known as whom. */
async function read(lists: readonly (readonly Rated[])[]) {
  const collection = await Collection.open(engine, localStager);
  for (const [at, rows] of lists.entries()) {
    const lines = rows.map(({ name, code }) => [code ?? '', name, ZONE, '三星级', String(2016 + at)].join(','));
    const data = new TextEncoder().encode(['党组织代码,党组织名称,开发区,审定星级,评定年度', ...lines].join('\r\n'));
    const path = `星级评定${2016 + at}.csv`;
    await collection.add({ path, data, source: bytesSource(path, data) });
  }
  await collection.settle();
  await buildCube(engine, []);
  await collection.tellCounted();
  const told = collection.files.flatMap(({ issues }: FileReport) =>
    issues.filter(({ code }) => code === 'name-of-several').map(({ value }) => value ?? ''),
  );
  const rows = await engine.rows('SELECT written, org FROM org_known_as');
  const kept = await engine.rows('SELECT cycle, org_name AS name, org_id AS code FROM star_rating ORDER BY cycle');
  const counting = lists.map((_, at): Rated[] =>
    kept
      .filter(({ cycle }) => String(cycle) === String(2016 + at))
      .map(({ name, code }) => ({ name: String(name), code: code === null ? null : String(code) })),
  );
  return {
    counting,
    told: new Set(told),
    known: new Map(rows.map(({ written, org }) => [String(written), String(org)])),
  };
}

/** All organisations a name without a code can mean. */
function meant(name: string, lists: readonly (readonly Rated[])[]): Set<string> {
  const alike = (row: Rated): boolean => fold(row.name) === fold(name);
  const beside = lists
    .map((rows) => rows.filter(alike))
    .filter((rows) => new Set(rows.map((row) => row.name)).size > 1);
  const all = lists.flat().filter((row) => (beside.length > 0 ? row.name === name : alike(row)));
  const codes = all.flatMap(({ code }) => code ?? []);
  const stands = beside.some((rows) => rows.some((row) => row.name === name));
  const others = stands ? [] : beside.flat().map((row) => row.code ?? row.name);
  return new Set([...codes, ...others]);
}

const rated: fc.Arbitrary<Rated> = fc.record({
  name: fc.constantFrom(...WAYS),
  code: fc.option(fc.constantFrom(...CODES)),
});
const list = fc.uniqueArray(rated, {
  selector: ({ name, code }) => code ?? name,
  minLength: 1,
  maxLength: 4,
});

it(
  'a name is merged with the one organisation it can mean, and told where it can mean two',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 2, maxLength: 3 }), async (lists) => {
        const { counting, told, known } = await read(lists);
        const names = new Set(counting.flat().flatMap(({ name, code }) => (code === null ? [name] : [])));
        for (const name of names) {
          const one = meant(name, counting);
          const said = JSON.stringify([name, counting]);
          expect([said, told.has(name)]).toEqual([said, one.size > 1]);
          const org = known.get(name) ?? name;
          if (one.size === 1 && [...one].every((id) => CODES.includes(id)))
            expect([said, org]).toEqual([said, [...one][0]]);
          if (one.size > 1) expect([said, one.has(org) && org !== name]).toEqual([said, false]);
        }
        expect([...told].filter((name) => !names.has(name))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  },
);

it('a parent and whom a work record is of, given by a name of two, are told where they stand', async () => {
  const collection = await Collection.open(engine, localStager);
  const files: readonly (readonly [string, string])[] = [
    [
      '党组织名册.csv',
      `党组织代码,党组织名称,统计日期,开发区,上级党组织名称,党组织类别
E,东片党委,2018-12-31,${ZONE},,党委
W,西片党委,2018-12-31,${ZONE},,党委
E1,第一支部,2018-12-31,${ZONE},东片党委,支部
W1,第一支部,2018-12-31,${ZONE},西片党委,支部
G,甲组,2018-12-31,${ZONE},第一支部,党小组`,
    ],
    [
      '检查指导名单.csv',
      `开发区,工作类型,对象,完成时间
${ZONE},检查指导,第一支部,2018-05-01
${ZONE},检查指导,甲组,2018-05-02`,
    ],
  ];
  for (const [path, text] of files) {
    const data = new TextEncoder().encode(text);
    await collection.add({ path, data, source: bytesSource(path, data) });
  }
  await collection.settle();
  await buildCube(engine, []);
  await collection.tellCounted();
  const told = collection.files.flatMap(({ path, issues }) =>
    issues
      .filter(({ code }) => code === 'name-of-several')
      .map(({ row, column, value, detail }) => [path, row, column, value, detail]),
  );
  expect(told).toEqual([
    ['党组织名册.csv', 6, '上级党组织名称', '第一支部', 'E1 / W1'],
    ['检查指导名单.csv', 2, '对象', '第一支部', 'E1 / W1'],
  ]);
});
