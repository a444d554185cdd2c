import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { gunzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCube } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileChoices, type FileInput, NO_WORDS, bytesSource, localStager } from '../../src/ingest';
import { cellsCsv } from '../../src/share';
import { type Decisions, type FileDecision, readDecisions, writeDecisions } from '../../src/state/decisions-file';
import { followed } from '../../src/state/match-book';
import { type Outcome } from '../../src/state/given-files';
import { decisionsOf, figuresOf, inReadingOrder, readFiles } from '../../src/state/read-files';
import { exampleList } from '../datasets/plain-reader';
import { runCli, temporaryFolder } from './command-line';

/* The same files and the same decisions make the same cube, in whatever order, batch, folder or program they come. */

const ROOT = join(import.meta.dirname, '../..');
const DATASETS = join(ROOT, 'datasets');
const folder = temporaryFolder();
let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
}, 60_000);
afterAll(async () => {
  await engine.close();
  folder.remove();
});

function input(path: string, content: string | Uint8Array): FileInput {
  const data = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, data, source: bytesSource(path, data) };
}

const NOTHING: Decisions = { book: {}, words: NO_WORDS, files: [], setting: null };

/** The cells as the page makes them: batch after batch, figures after each, each file with its own choices or the decisions. */
async function pageCube(
  batches: readonly (readonly FileInput[])[],
  decisions = NOTHING,
  choices: Readonly<Record<string, FileChoices>> = {},
) {
  const collection = await Collection.open(engine, localStager);
  collection.matches = followed(decisions.book);
  const outcome: Outcome = { added: [], refused: [], applied: new Set() };
  let figures = await figuresOf(engine, collection, decisions.setting ?? {});
  for (const batch of batches) {
    const given = batch.map((file) => ({
      input: file,
      ...(choices[file.path] && { choices: choices[file.path] ?? {} }),
    }));
    const taken = collection.files.map(({ path }) => path);
    await readFiles(collection, await inReadingOrder(given, decisions.files, taken), outcome);
    figures = await figuresOf(engine, collection, decisions.setting ?? {});
  }
  const saved = await decisionsOf(collection);
  const { cube, unplaced } = figures;
  return { csv: cellsCsv(cube), cube, sources: cube.sources, rules: cube.rules, unplaced, outcome, saved };
}

/** Lines in one order: cells are a set. */
const sorted = (csv: string): string[] => csv.split('\n').sort();

const exampleInput = ({ path }: { path: string }): FileInput =>
  input(path.split('/').at(-1) ?? path, readFileSync(join(DATASETS, path)));

const UNITS = '企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const BARE = '企业名称,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const RULES = '规则,取值,生效日期,失效日期,依据';

/** Files in which everything that could depend on the order does: a register, zones in names, clashes, rules that differ. */
const TROUBLE: readonly FileInput[] = [
  input(
    '园区.csv',
    '开发区代码,开发区名称,开发区类型,级别\nYLGX,云岭高新区,高新区,国家级\nRLJT,热力集团,功能区,市级\n',
  ),
  input(
    '热力集团台账.csv',
    `${BARE}\n甲厂,2018-12-31,非公企业,运营,单独支部,9,3\n乙厂,2018-12-31,非公企业,运营,未组建,90,0\n`,
  ),
  input(
    '云岭高新区单位10月.csv',
    `${BARE}\n丙公司,2018-12-31,非公企业,运营,单独支部,120,12\n丁公司,2018-12-31,非公企业,运营,未组建,5,0\n`,
  ),
  input(
    '云岭高新区单位9月.csv',
    `${UNITS}\n丙公司,YLGX,2018-12-31,非公企业,运营,未组建,120,0\n戊公司,YLGX,2018-12-31,非公企业,运营,联合支部,7,2\n`,
  ),
  input(
    '无园区.csv',
    `${BARE}\n己公司,2018-12-31,非公企业,运营,联合支部,7,2\n庚公司,2018-12-31,非公企业,运营,未组建,8,1\n`,
  ),
  input('规则甲.csv', `${RULES}\nlife.党课,2,2016-01-01,,甲文件\n`),
  input('规则乙.csv', `${RULES}\nlife.党课,3,2016-01-01,,乙文件\n`),
];

describe('the order of files', () => {
  test('tells nothing: shuffled, in one batch or in several, the cells and the rules in force are the same', async () => {
    const { csv, rules, sources, unplaced } = await pageCube([TROUBLE]);
    expect(sorted(csv).filter((line) => line.startsWith('org_coverage_rate,RLJT,')).length).toBeGreaterThan(0);
    expect(unplaced).toEqual([{ path: '无园区.csv', table: 'unit_coverage', rows: 2 }]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...TROUBLE], { minLength: TROUBLE.length }),
        fc.integer({ min: 1, max: TROUBLE.length }),
        async (files, cut) => {
          const again = await pageCube([files.slice(0, cut), files.slice(cut)].filter((batch) => batch.length > 0));
          expect(sorted(again.csv)).toEqual(sorted(csv));
          expect(again.rules).toEqual(rules);
          expect(again.sources).toEqual(sources);
          expect(again.unplaced).toEqual(unplaced);
        },
      ),
      { numRuns: 8 },
    );
  }, 300_000);

  test('tells nothing of a part of the example with a register that comes last', async () => {
    const wanted = ['zones.csv', 'rules.csv', 'wangshu', 'baiyu', 'jilin'];
    const list = exampleList().filter(({ path }) => wanted.some((part) => path.startsWith(`example/${part}`)));
    const named = list.map((file) => ({ ...exampleInput(file), path: (file as unknown as { name: string }).name }));
    const files = named.map(({ path, data }) => input(path, data as Uint8Array));
    const { csv } = await pageCube([files]);
    for (let turn = 0; turn < 5; turn += 1) {
      const shuffled = fc.sample(fc.shuffledSubarray(files, { minLength: files.length }), {
        numRuns: 1,
        seed: turn,
      })[0];
      const [register] = files;
      const last = (shuffled ?? []).filter((file) => file !== register);
      const again = await pageCube(turn % 2 === 0 ? [last, register ? [register] : []] : [shuffled ?? []]);
      expect(sorted(again.csv)).toEqual(sorted(csv));
    }
  }, 300_000);
});

describe('the command line', () => {
  const ANSWERS: Readonly<Record<string, FileChoices>> = {
    '无园区.csv': { tables: { 0: { fileLevel: { zone_id: 'YLGX' } } } },
    '云岭高新区单位9月.csv': { tables: { 0: { fields: { 7: null } } } },
    '云岭高新区单位10月.csv': { repeats: 'later' },
  };
  const SETTING = {
    rules: [{ ruleId: 'life.党课', value: '4', validFrom: '2016-01-01', validTo: null, docRef: '页面' }],
    targets: [],
  };

  test('makes the cube of the page from the same files and its decisions, wherever it is run', async () => {
    const answered = await pageCube([TROUBLE], { ...NOTHING, setting: SETTING }, ANSWERS);
    const silent = await pageCube([TROUBLE]);
    expect(sorted(answered.csv)).not.toEqual(sorted(silent.csv));
    const text = writeDecisions({ book: {}, words: NO_WORDS, files: answered.saved, setting: SETTING });
    const opened = await pageCube([[...TROUBLE].reverse()], readDecisions(text));
    expect(sorted(opened.csv)).toEqual(sorted(answered.csv));
    expect(opened.saved).toEqual(answered.saved);
    const decisions = folder.write('决定.json', text);
    // Names on disk say nothing: the bytes do.
    const paths = TROUBLE.map(({ data }, at) => folder.write(`${9 - at}.csv`, data as Uint8Array));
    for (const [cwd, files] of [
      [ROOT, paths],
      [folder.root, [...paths].reverse().map((path) => path.slice(folder.root.length + 1))],
    ] as const) {
      const ran = runCli(['cube', ...files, '--decisions', decisions, '-o', folder.path('out.csv')], cwd);
      expect(ran.code).toBe(0);
      expect(sorted(readFileSync(folder.path('out.csv'), 'utf8'))).toEqual(sorted(answered.csv));
      expect(ran.stderr).not.toContain('没有注明开发区');
    }
  }, 120_000);

  test('tells rows in no zone and questions, and which decisions do not apply', async () => {
    const { saved } = await pageCube([TROUBLE], NOTHING, ANSWERS);
    const text = writeDecisions({ book: {}, words: NO_WORDS, files: saved, setting: null });
    const changed = input(
      '无园区.csv',
      `${BARE}\n己公司,2018-12-31,非公企业,运营,联合支部,7,2\n辛公司,2018-12-31,非公企业,运营,未组建,8,1\n`,
    );
    const path = folder.write('无园区.csv', changed.data as Uint8Array);
    const args = ['cube', path, '--decisions', folder.write('旧决定.json', text), '-o', folder.path('changed.csv')];
    const { code, stderr } = runCli(args);
    expect(code).toBe(0);
    expect(stderr).toContain('无园区.csv：单位覆盖 2 行没有注明开发区，不计入任何开发区；待补填：开发区');
    expect(stderr).toContain('1 个文件的内容与作决定时不同，其决定没有采用（无园区.csv）');
    expect(stderr).toContain(`决定文件中有 ${saved.length - 1} 个文件不在其中`);
    const [zoneless] = sorted(readFileSync(folder.path('changed.csv'), 'utf8')).filter((line) =>
      line.startsWith('org_coverage_rate,'),
    );
    expect(zoneless).toMatch(/^org_coverage_rate,,/u);
  }, 120_000);

  test('follows what is kept for headers, where nothing was decided about the file itself', async () => {
    const bare = `${BARE}\n己公司,2018-12-31,非公企业,运营,联合支部,7,2\n`.replace('组建形式', '备注列');
    const path = folder.write('备注.csv', bare);
    const header = bare.split('\n')[0]?.split(',') ?? [];
    const book = {
      x: {
        header,
        table: 'unit_coverage',
        choice: { table: 'unit_coverage', fields: { 4: 'coverage_mode' } },
        given: {},
      },
    };
    const decisions = folder.write('表头.json', writeDecisions({ book, words: NO_WORDS, files: [], setting: null }));
    const plain = runCli(['inspect', path]);
    const told = runCli(['inspect', path, '--decisions', decisions]);
    expect(JSON.parse(plain.stdout)).not.toMatchObject({ fields: { 备注列: 'coverage_mode' } });
    expect(JSON.parse(told.stdout)).toMatchObject({ fields: { 备注列: 'coverage_mode' } });
  }, 60_000);

  test.each([
    ['a foreign file', '{"用途":"别的"}', '不是区镜的决定文件'],
    ['a newer file', '{"用途":"区镜决定","版本":7}', '由较新的区镜写成（版本 7）'],
    ['no JSON', '用途', '不是 JSON 文件'],
  ])('refuses %s as decisions, and writes nothing', (_, text, reason) => {
    const path = folder.write('坏.json', text);
    const args = ['cube', join(DATASETS, 'example/zones.csv'), '--decisions', path, '-o', folder.path('no.csv')];
    const { code, stderr } = runCli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(() => readFileSync(folder.path('no.csv'))).toThrow();
  });

  test('makes the cube of the page from the whole example, cell by cell, named by its folders in any order', async () => {
    const decisions = readDecisions(readFileSync(join(DATASETS, 'decisions.json'), 'utf8'));
    const paths = [...exampleList().map(({ path }) => path), 'published/figures.csv'];
    const page = await pageCube([paths.map((path) => exampleInput({ path }))], decisions);
    expect(page.outcome.refused).toEqual([]);
    expect(page.outcome.applied.size).toBe(paths.length);
    expect(page.unplaced).toEqual([]);
    const shipped = loadCube(gunzipSync(new Uint8Array(readFileSync(join(DATASETS, 'example-cube.pack')))));
    const { cells, ...about } = page.cube;
    expect(shipped, 'the figures that come with the page are stale: run `npm run datasets`').toMatchObject(about);
    expect(sorted(cellsCsv(shipped)), 'run `npm run datasets`').toEqual(sorted(page.csv));
    expect(shipped.cells.length).toBe(cells.length);
    const args = ['published', 'example', '--decisions', 'decisions.json', '-o', folder.path('example.csv')];
    const { code, stderr } = runCli(['cube', ...args], DATASETS);
    expect(code).toBe(0);
    expect(stderr).not.toContain('没有注明开发区');
    expect(sorted(readFileSync(folder.path('example.csv'), 'utf8'))).toEqual(sorted(page.csv));
  }, 600_000);
});

test('a decision lands only on the bytes it was made about', async () => {
  const made: FileDecision[] = (
    await pageCube([[TROUBLE[4] ?? input('', '')]], NOTHING, {
      '无园区.csv': { tables: { 0: { fileLevel: { zone_id: 'YLGX' } } } },
    })
  ).saved;
  const sameSize = new Uint8Array((TROUBLE[4]?.data as Uint8Array).slice());
  sameSize[sameSize.length - 2] = '9'.charCodeAt(0);
  const { outcome, unplaced } = await pageCube([[input('无园区.csv', sameSize)]], { ...NOTHING, files: made });
  expect(outcome.applied.size).toBe(0);
  expect(unplaced[0]?.rows).toBe(2);
});
