import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileInput, NO_WORDS, bytesSource, localStager } from '../../src/ingest';
import { choicesOf } from '../../src/state/given-files';
import { decisionsOf } from '../../src/state/read-files';
import { awaitsWords, choicesWithout, readByWord, taughtBy, withoutWord } from '../../src/state/taught-words';

/* A word explained with one file is known in every other that uses it; what was read by it is written down with the file. */

let engine: Engine;
let collection: Collection;
beforeAll(async () => {
  engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());
beforeEach(async () => {
  collection = await Collection.open(engine, localStager);
});

function input(path: string, content: string): FileInput {
  const data = new TextEncoder().encode(content);
  return { path, data, source: bytesSource(path, data) };
}

const RATED = input('甲.csv', '党组织名称,开发区,终评等级,年度\n甲支部,云岭,五星,2024\n乙支部,云岭,3,2024\n');
const OTHER = input(
  '乙.csv',
  '序号,年度,终评等级（星）,支部,园区\n1,2023,四星级,甲支部,云岭\n2,2023,无星,丙支部,云岭\n',
);
const levels = async (): Promise<unknown[]> =>
  (await engine.rows('SELECT star_level FROM star_rating ORDER BY cycle, org_name')).map((row) => row.star_level);

async function teach(): Promise<void> {
  const report = await collection.add(RATED, { tables: { 0: { table: 'star_rating', fields: { 2: 'star_level' } } } });
  collection.matches = { words: taughtBy(NO_WORDS, report, 0) };
}

describe('a header word', () => {
  it('is followed in another layout, and no longer when it is taken back', async () => {
    await expect(collection.add(OTHER)).rejects.toMatchObject({ code: 'no-known-table' });
    await teach();
    const report = await collection.add(OTHER);
    expect(report.tables[0]?.view).toMatchObject({ taught: { table: 'star_rating', fields: { 2: 'star_level' } } });
    expect(await levels()).toEqual([0, 4, 3, 5]);
    const [word] = collection.matches.words?.headers ?? [];
    if (!word) throw new Error('no word was taught');
    expect(collection.files.map((file) => readByWord(file, word))).toEqual([true, true]);
    collection.matches = { words: withoutWord({ headers: [word], values: [] }, word) };
    await expect(collection.replace(report.id, choicesWithout(report, word))).rejects.toMatchObject({
      code: 'no-known-table',
    });
    expect(await levels()).toEqual([0, 4, 3, 5]);
  });

  it('is written into the decision about a file that was read by it: the file alone makes the same rows', async () => {
    await teach();
    await collection.add(OTHER);
    const before = await levels();
    const decisions = await decisionsOf(collection);
    const again = await Collection.open(engine, localStager);
    for (const [at, file] of [RATED, OTHER].entries()) {
      const decision = decisions.find(({ path }) => path === file.path);
      await again.add(file, decision ? choicesOf(decision) : {}, { matches: {} });
      expect(again.files[at]?.tables[0]?.table).toBe('star_rating');
    }
    expect(await levels()).toEqual(before);
  });

  it('is taught by a new word only, and forgotten when the column is given up', async () => {
    const known = input('丙.csv', '党组织名称,开发区,评定星级,上年星级,年度\n甲支部,云岭,5,4,2024\n');
    const report = await collection.add(known, { tables: { 0: { fields: { 2: 'prev_level', 3: 'star_level' } } } });
    expect(taughtBy(NO_WORDS, report, 0)).toEqual(NO_WORDS);
    await collection.clear();
    await teach();
    const { words = NO_WORDS } = collection.matches;
    const given = await collection.add(OTHER, { tables: { 0: { table: 'star_rating', fields: { 2: null } } } });
    expect(taughtBy(words, given, 0).headers).toEqual([]);
  });
});

describe('a value word', () => {
  const units = (name: string, mode: string): FileInput =>
    input(name, `单位名称,开发区,统计日期,单位性质,经营状态,组建方式\n甲公司,云岭,2024-03-31,非公企业,运营,${mode}\n`);
  const modes = async (): Promise<unknown[]> =>
    (await engine.rows('SELECT CAST(coverage_mode AS VARCHAR) AS mode FROM unit_coverage ORDER BY file_id')).map(
      (row) => row.mode,
    );

  it('means the same in every file, however it is spaced, and is no longer doubted', async () => {
    const report = await collection.add(units('一.csv', '自己建的'), {
      tables: { 0: { values: { coverage_mode: { 自己建的: '单独支部' } } } },
    });
    expect(report.issueCounts['unknown-value']).toBeUndefined();
    collection.matches = { words: taughtBy(NO_WORDS, report, 0) };
    const second = await collection.add(units('二.csv', ' 自己 建的'.replace('甲', '乙')));
    expect(second.issueCounts['unknown-value']).toBeUndefined();
    expect(second.tables[0]?.view.taught).toEqual({ values: { coverage_mode: { 自己建的: '单独支部' } } });
    const third = await collection.add(
      input(
        '三.csv',
        '单位名称,开发区,统计日期,单位性质,经营状态,组建方式\n丙公司,云岭,2024-03-31,非公企业,运营,别处建的\n',
      ),
    );
    expect(third.issueCounts['unknown-value']).toBe(1);
    expect((await modes()).filter((mode) => mode !== null)).toContain('单独支部');
    const words = {
      headers: [],
      values: [{ table: 'unit_coverage', column: 'coverage_mode', text: '别处建的', value: '联合支部' }],
    };
    expect(collection.files.map((file) => awaitsWords(file, words))).toEqual([false, false, true]);
  });
});

describe('a table that is only named', () => {
  it('reads no row while no column belongs to it, and says so; nothing breaks', async () => {
    const menu = input('菜单.csv', '菜名,价格,热量\n番茄炒蛋,12,230\n');
    for (const table of ['zone', 'unit_coverage', 'star_rating', 'rule_version']) {
      const report = await collection.add(menu, { tables: { 0: { table } } });
      expect(report).toMatchObject({ issueCounts: { 'no-column': 1 }, tables: [{ loaded: 0 }] });
      expect(await engine.rows(`SELECT * FROM ${table}`)).toEqual([]);
      await collection.clear();
    }
  });

  it('can be looked at without being taken in', async () => {
    await teach();
    const rows = await levels();
    const seen = await collection.survey(input('菜单.csv', '菜名,价格,姓名\n番茄炒蛋,12,张三\n'), {});
    expect(seen).toMatchObject({ tables: [{ table: null, loaded: 0, view: { sample: [['番茄炒蛋', '12', '']] } }] });
    expect(seen.id).toBeLessThan(0);
    expect(collection.files).toHaveLength(1);
    expect(await levels()).toEqual(rows);
  });
});
