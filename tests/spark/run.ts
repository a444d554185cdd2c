import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cubeFrom, writePlan } from '../../src/cli/plan';
import { type AllRead, closeEngine, readAll } from '../../src/cli/reading';
import type { Plan } from '../../src/cube';
import { figuresOf } from '../../src/state/read-files';

/*
 * `npm run test:spark`: a plan on real Spark, in two worker processes of which one is killed in the middle; every cell must be ours. Half of the tables
 * are read as CSV, half as Parquet.
 * `npm run test:spark -- datasets/example` takes other files. PySpark goes into an environment of its own; Java 17 must be there.
 */

const ROOT = join(import.meta.dirname, '../..');
const PYSPARK = 'pyspark==4.3.0';
const VENV = join(ROOT, 'node_modules/.cache/zonelens/spark');
const EXAMPLE = ['qinglan', 'cangyu', 'baiyu', 'zones.csv', 'rules.csv'].map((name) => `datasets/example/${name}`);

/** Ends with this where the machine has no Spark to offer, which says nothing of ours. */
const NOT_HERE = 3;
/** Hundreds of statements over few rows: what takes long is Java compiling thoroughly what runs once. */
const JAVA = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

function need(command: string, args: readonly string[], otherwise: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return `${stdout}${stderr}`;
  console.error(`${otherwise}\n${stderr ?? ''}`);
  process.exit(NOT_HERE);
}

/** The environment PySpark is in, made at the first time. */
function pyspark(): string {
  const java = /version "(\d+)/u.exec(
    need('java', ['-version'], 'Spark needs Java 17 or later: install it first.'),
  )?.[1];
  if (!(Number(java) >= 17)) {
    console.error(`Spark needs Java 17 or later, not ${java ?? 'one without a version'}`);
    process.exit(NOT_HERE);
  }
  if (!existsSync(join(VENV, 'bin/spark-submit'))) {
    need('python3', ['-m', 'venv', VENV], 'PySpark needs python3 with venv: install it first.');
    need(join(VENV, 'bin/pip'), ['install', '-q', PYSPARK], `${PYSPARK} could not be installed.`);
  }
  return VENV;
}

/** The plan in `plan`, its tables by turns as CSV and as Parquet; as it was written, with CSV only, in `as-written.json`. */
async function writeBoth(read: AllRead, folder: string): Promise<void> {
  const [plan, other] = [join(folder, 'plan'), join(folder, 'parquet')];
  for (const [into, format] of [
    [plan, 'csv'],
    [other, 'parquet'],
  ] as const) {
    mkdirSync(into);
    await writePlan(read, 'spark', into, format);
  }
  const [csv, parquet] = [plan, other].map((from) => JSON.parse(readFileSync(join(from, 'plan.json'), 'utf8')) as Plan);
  renameSync(join(plan, 'plan.json'), join(folder, 'as-written.json'));
  const inputs = csv?.inputs.map((input, at) => (at % 2 === 0 ? input : (parquet?.inputs[at] ?? input))) ?? [];
  for (const { file } of inputs) if (file.endsWith('.parquet')) renameSync(join(other, file), join(plan, file));
  writeFileSync(join(plan, 'plan.json'), JSON.stringify({ ...csv, inputs }));
}

/** The processes that hold workers of a driver. */
function executorsOf(driver: number): number[] {
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout.split('\n');
  const all = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line)).filter((found) => found !== null);
  const below = new Set([driver]);
  // Children stand after their parents but for wrapped numbers: a second look finds those.
  for (let look = 0; look < 4; look++)
    for (const [, pid, parent] of all) if (below.has(Number(parent))) below.add(Number(pid));
  return all
    .filter(([, pid, , args]) => below.has(Number(pid)) && args?.includes('CoarseGrainedExecutorBackend'))
    .map(([, pid]) => Number(pid));
}

/** Runs the plan; one worker is killed after a third of the steps. Resolves to how it ended. */
function runOnSpark(venv: string, folder: string): Promise<{ code: number | null; killed: number; log: string }> {
  const conf = {
    'spark.ui.enabled': 'false',
    'spark.sql.shuffle.partitions': '4',
    'spark.sql.warehouse.dir': join(folder, 'tables'),
    'spark.driver.extraJavaOptions': JAVA,
    'spark.executor.extraJavaOptions': JAVA,
  };
  const args = [
    '--master',
    'local-cluster[2,1,1024]',
    '--executor-memory',
    '1g',
    '--driver-memory',
    '2g',
    ...Object.entries(conf).flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
  ];
  const path = `${join(venv, 'bin')}:${process.env.PATH ?? ''}`;
  const run = spawn(
    join(venv, 'bin/spark-submit'),
    [...args, join(ROOT, 'distributed/spark/cube.py'), join(folder, 'plan'), join(folder, 'cells')],
    {
      cwd: folder,
      env: { ...process.env, PATH: path, PYSPARK_PYTHON: join(venv, 'bin/python') },
    },
  );
  let [killed, log] = [0, ''];
  run.stdout.on('data', (data: Buffer) => {
    const [, at, all] = /^(\d+)\/(\d+) /mu.exec(data.toString()) ?? [];
    if (at === undefined) return;
    if (killed > 0 || Number(at) < Number(all) / 3 || run.pid === undefined) return;
    const [victim] = executorsOf(run.pid);
    if (victim === undefined) return;
    killed = victim;
    process.kill(victim, 'SIGKILL');
    console.log(`step ${at} of ${all}: worker process ${victim} killed`);
  });
  run.stderr.on('data', (data: Buffer) => (log = (log + data.toString()).slice(-20_000)));
  return new Promise((resolve) => run.on('close', (code) => resolve({ code, killed, log })));
}

const venv = pyspark();
const folder = mkdtempSync(join(tmpdir(), 'zonelens-spark-'));
try {
  const given = process.argv.slice(2);
  const files = (given.length > 0 ? given : EXAMPLE).map((path) => join(ROOT, path));
  const read = await readAll({ command: 'plan', files, options: new Map() });
  await writeBoth(read, folder);
  const { cube } = await figuresOf(read.db, read.collection);
  ok(cube.cells.length > 0, 'the files give no cells');
  const from = Date.now();
  const { code, killed, log } = await runOnSpark(venv, folder);
  equal(code, 0, log);
  ok(killed > 0, 'no worker was killed');
  const { rowSums, ...found } = cubeFrom(join(folder, 'cells'), join(folder, 'as-written.json')).cube;
  ok(rowSums, 'the plan says nothing of the rows of its zones');
  deepStrictEqual(found, cube);
  const metrics = new Set(cube.cells.map(({ metric }) => metric)).size;
  console.log(
    `${cube.cells.length} cells of ${metrics} metrics, every one equal; ${Math.round((Date.now() - from) / 1000)} s on Spark`,
  );
} finally {
  await closeEngine();
  rmSync(folder, { recursive: true, force: true });
}
