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

/** Adds files in turn, each told of the next one or not: their reports or the code of the refusal, the rows, and what was read. */
async function addAll(files: readonly FileInput[], ahead: boolean) {
  const read: string[] = [];
  const stager: Stager = {
    ...localStager,
    stage: (file, ...rest) => {
      read.push(file.path);
      return localStager.stage(file, ...rest);
    },
  };
  const collection = await Collection.open(engine, stager);
  const choices = {};
  const told: (FileReport | string)[] = [];
  for (const [at, file] of files.entries()) {
    const next = files[at + 1];
    const adding = collection.add(file, choices, ahead && next ? { next: { input: next, choices } } : {});
    told.push(await adding.catch((error: unknown) => String((error as { code?: unknown }).code)));
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

it('gives what reading one after another gives: rows, reports, refusals, a register of zones in between', async () => {
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

it('reads every file once, but for one whose zones have become known since', async () => {
  const { read } = await addAll(BATCH.slice(0, 4), true);
  expect(read).toEqual(['一.csv', '说明.csv', '开发区.csv', '云岭高新区单位.csv', '云岭高新区单位.csv']);
});

it('leaves nothing behind when it is stopped while the next file is being read', async () => {
  const collection = await Collection.open(engine, localStager);
  await collection.add(input('先.csv', unit('先公司')));
  const stopper = new AbortController();
  const [first, next] = [input('一.csv', unit('甲公司')), input('二.csv', unit('乙公司'))];
  const adding = collection.add(first, {}, { signal: stopper.signal, next: { input: next, choices: {} } });
  stopper.abort(new Error('stopped'));
  await expect(adding).rejects.toThrow('stopped');
  expect(collection.files.map(({ path }) => path)).toEqual(['先.csv']);
  await collection.add(next);
  expect(
    (await engine.rows('SELECT unit_name FROM unit_coverage ORDER BY 1')).map(({ unit_name }) => unit_name),
  ).toEqual(['乙公司', '先公司']);
});
