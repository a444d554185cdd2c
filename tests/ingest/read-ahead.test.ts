import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileInput, type FileReport, type Stager, bytesSource, localStager } from '../../src/ingest';

const HEADER = '企业名称,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const unit = (name: string, zone = '云岭高新区'): string =>
  `${HEADER}\n${name},${zone},2018-12-31,非公企业,运营,单独支部,120,12\n`;
const BARE =
  '企业名称,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数\n己厂,2018-12-31,非公企业,运营,单独支部,9,3\n';
const ZONES = '开发区代码,开发区名称,开发区类型,级别\nYLGX,云岭高新区,高新区,国家级\n';

function input(path: string, text: string): FileInput {
  const data = new TextEncoder().encode(text);
  return { path, data, source: bytesSource(path, data) };
}

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

/** Adds files one by one, or all together: their reports or the code of the refusal, the rows, and what was read. */
async function addAll(files: readonly FileInput[], together: boolean) {
  const read: string[] = [];
  const stager: Stager = {
    ...localStager,
    stage: (file, ...rest) => {
      read.push(file.path);
      return localStager.stage(file, ...rest);
    },
  };
  const collection = await Collection.open(engine, stager);
  const told: (FileReport | string)[] = [];
  const batches = together ? [files] : files.map((file) => [file]);
  let before = 0;
  for (const batch of batches) {
    const from = before;
    before += batch.length;
    await collection.addAll(
      batch.map((file) => ({ input: file, choices: {} })),
      {
        taken: (report, at) => (told[from + at] = report),
        refused: (error, at) => void (told[from + at] = String((error as { code?: unknown }).code)),
      },
    );
  }
  await collection.settle();
  const rows = await engine.rows(
    'SELECT unit_name, zone_id, CAST(employees AS DOUBLE) AS staff, file_id FROM unit_coverage ORDER BY rowid',
  );
  return { told, files: collection.files, rows, read };
}

const BATCH = [
  input('一.csv', unit('甲公司')),
  input('说明.csv', '这是一份说明\n没有表格\n'),
  input('开发区.csv', ZONES),
  input('云岭高新区单位.csv', BARE),
  input('又一.csv', unit('甲公司')),
  input('二.csv', unit('乙公司', '青岚经开区')),
];

it('gives what one after another gives: rows, reports, refusals, a register of zones in between', async () => {
  const inTurn = await addAll(BATCH, false);
  const ahead = await addAll(BATCH, true);
  expect({ ...ahead, read: [] }).toEqual({ ...inTurn, read: [] });
  expect(inTurn.told.map((told) => (typeof told === 'string' ? told : told.tables[0]?.loaded))).toEqual([
    1,
    'no-known-table',
    1,
    1,
    'same-file',
    1,
  ]);
  expect(ahead.rows).toContainEqual({ unit_name: '己厂', zone_id: 'YLGX', staff: 9, file_id: 4 });
});

it('reads every file once, those behind a register of zones once the zones are known', async () => {
  const { read } = await addAll(BATCH, true);
  expect(read).toEqual(BATCH.map(({ path }) => path));
});

it('leaves nothing behind when it is stopped, whatever was read by then', async () => {
  const collection = await Collection.open(engine, localStager);
  await collection.add(input('先.csv', unit('先公司')));
  const files = ['一', '二', '三'].map((name) => ({ input: input(`${name}.csv`, unit(`${name}公司`)), choices: {} }));
  const nobody = { taken: () => undefined, refused: () => undefined };
  for (let stop = 0; stop < 40; stop += 1) {
    const stopper = new AbortController();
    let asked = 0;
    const stopping = <Asked extends unknown[], Answer>(ask: (...given: Asked) => Promise<Answer>) => {
      return (...given: Asked): Promise<Answer> => {
        if (asked++ === stop) stopper.abort(new Error('stopped'));
        return ask(...given);
      };
    };
    const { run, rows } = engine;
    engine.run = stopping(run);
    engine.rows = stopping(rows);
    const ended = await collection.addAll(files, nobody, stopper.signal).catch((error: unknown) => String(error));
    Object.assign(engine, { run, rows });
    const left = collection.files.length;
    const names = await engine.rows('SELECT DISTINCT file_id FROM unit_coverage ORDER BY 1');
    expect(names.map(({ file_id }) => file_id)).toEqual(collection.files.map(({ id }) => id));
    if (ended === undefined) break;
    expect([ended, left]).toEqual(['Error: stopped', 1]);
  }
  expect(collection.files.map(({ path }) => path)).toEqual(['先.csv', '一.csv', '二.csv', '三.csv']);
});

it('takes the others where the database cannot take one of them', async () => {
  const files = [...'甲乙丙'].map((name) => input(`${name}.csv`, unit(`${name}公司`)));
  const broken: Stager = {
    ...localStager,
    stage: async (file, ...rest) => {
      const staged = await localStager.stage(file, ...rest);
      if (file.path !== '乙.csv') return staged;
      const text = 'x,'.repeat(99);
      const tables = staged.tables.map((table) => ({
        ...table,
        staged: table.staged && { ...table.staged, csv: new TextEncoder().encode(text) },
      }));
      return { ...staged, tables };
    },
  };
  const collection = await Collection.open(engine, broken);
  const refused: unknown[] = [];
  await collection.addAll(
    files.map((file) => ({ input: file, choices: {} })),
    { taken: () => undefined, refused: (error, at) => void refused.push([(error as { code?: unknown }).code, at]) },
  );
  expect(collection.files.map(({ path }) => path)).toEqual(['甲.csv', '丙.csv']);
  expect(refused).toEqual([['engine', 1]]);
  expect(
    (await engine.rows('SELECT unit_name FROM unit_coverage ORDER BY 1')).map(({ unit_name }) => unit_name),
  ).toEqual(['丙公司', '甲公司']);
});
