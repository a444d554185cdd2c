import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  aboutCube,
  type Cube,
  type Earlier,
  EVERY_ZONE,
  type GivenTable,
  PLAN_INPUTS,
  type Plan,
  aboutCells,
  changedSince,
  computable,
  cubeOfCells,
  inputSql,
  modelText,
  planSteps,
  loadCube,
  readPlan,
  rowSums,
  rowsInZonesSql,
  zonesInSql,
} from '../cube';
import { Refusal } from '../domain';
import type { Engine } from '../engine';
import { byReading } from '../ingest';
import { baseOf, metricById } from '../model';
import { databaseCsv, readDatabaseCsv, sumsOf, tableParquet } from '../share';
import { DIALECTS, type Dialect } from '../sql';
import type { Figures } from '../state/figures';
import { aboutFiles, decisionsOf as decidedIn } from '../state/read-files';
import { filesUnder } from './files';
import { type Format, textsOf } from './tables';
import type { AllRead } from './reading';
import { type Arguments, UsageError, required } from './usage';

const sum = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What names a plan: all that its cells depend on. */
const idOf = ({ model, dialect, inputs, metrics, zones, changed, about }: Omit<Plan, 'id'>): string =>
  sum(JSON.stringify([model, dialect, inputs, metrics, zones, changed, about.asOf, about.rules, about.rowSums])).slice(
    0,
    32,
  );

/** The database a command line names. Throws UsageError for one there is not. */
export function dialectOf(parsed: Arguments): Dialect {
  const named = required(parsed, '--dialect');
  const dialect = DIALECTS.find((known) => known === named);
  if (dialect === undefined) throw new UsageError(`--dialect is ${DIALECTS.join(', ')}, not ${named}`);
  return dialect;
}

async function writeInputs(
  db: Engine,
  folder: string,
  format: Format,
  changed: readonly string[] | null,
): Promise<Plan['inputs']> {
  mkdirSync(join(folder, 'data'));
  const inputs: Plan['inputs'] = [];
  for (const input of PLAN_INPUTS) {
    const isWhole = changed === null || zonesInSql(input) === null;
    const rows = textsOf(input, await db.rows(isWhole ? inputSql(input) : rowsInZonesSql(input, changed)));
    const content = format === 'csv' ? databaseCsv([input.columns, ...rows]) : await tableParquet(input, rows);
    const file = `data/${input.table}.${format}`;
    writeFileSync(join(folder, file), content);
    inputs.push({ table: input.table, file, rows: rows.length, sha256: sum(content) });
  }
  return inputs;
}

/**
 * Writes what another database needs to work out the cells of all files: the rows (`data`), the statements in their order (`steps`), and
 * what makes a cube of the cells (`plan.json`, written last, so that half a plan has none). Gives what has to be known about the files.
 */
export async function writePlan(
  { db, collection, decisions }: AllRead,
  dialect: Dialect,
  folder: string,
  format: Format = 'csv',
  earlier: Earlier | null = null,
): Promise<Pick<Figures, 'loaded' | 'unplaced' | 'zones'>> {
  await collection.settle();
  const sources = collection.files.map(({ path }) => path).sort(byReading);
  const { missing, ...metrics } = await computable(db);
  const about = { ...(await aboutCells(db, sources, decisions.setting ?? {})), missing, rowSums: await rowSums(db) };
  const zones = await db.rows(`SELECT DISTINCT zone FROM (${baseOf(metricById(EVERY_ZONE)).sql}) row_of ORDER BY 1`);
  const ofZones = zones.map(({ zone }) => String(zone));
  const changed = earlier === null ? null : changedSince(about, ofZones, earlier);
  const inputs = await writeInputs(db, folder, format, changed);
  const ids = { listed: metrics.listed.map(({ id }) => id), counted: metrics.counted.map(({ id }) => id) };
  const unnamed: Omit<Plan, 'id'> = {
    zonelens: 'plan',
    version: 2,
    model: sum(modelText()),
    dialect,
    steps: [],
    inputs,
    metrics: ids,
    zones: ofZones,
    changed,
    sums: sumsOf(sources, await decidedIn(collection)),
    about: JSON.parse(aboutCube({ ...about, cells: [] }).text) as Plan['about'],
  };
  const id = idOf(unnamed);
  mkdirSync(join(folder, 'steps'));
  const steps = planSteps({ asOf: about.asOf, rules: about.rules, metrics }, id, dialect).map((step, at) => {
    const file = `steps/${String(at + 1).padStart(3, '0')}-${step.id}.sql`;
    writeFileSync(join(folder, file), step.statements.map((sql) => `${sql}\n;\n`).join(''));
    return file;
  });
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ ...unnamed, id, steps }, null, 1));
  await collection.tellCounted();
  return aboutFiles(db, collection);
}

/** The earlier cube a command line goes on from; null where it names none. Throws Refusal where it is no cube. */
export function earlierIn({ options }: Arguments): Earlier | null {
  const name = options.get('--earlier');
  if (name === undefined) return null;
  if (!existsSync(name)) throw new Refusal('no-such-file', name);
  return { name, cube: loadCube(new Uint8Array(readFileSync(name)), name) };
}

/** A plan as it was written by this version of the metrics. Throws Refusal for any other. */
function planAt(path: string): Plan {
  if (!existsSync(path)) throw new Refusal('no-such-file', path);
  const plan = readPlan(readFileSync(path, 'utf8'));
  if (plan === null) throw new Refusal('plan-broken', path);
  if (plan.model !== sum(modelText())) throw new Refusal('plan-other-model', path);
  if (plan.id !== idOf(plan)) throw new Refusal('plan-broken', path);
  return plan;
}

/** The cube of the cells in a folder, worked out by a plan. Throws Refusal where they are not all that the plan makes. */
export function cubeFrom(
  folder: string,
  path: string,
  earlier: Earlier | null = null,
): { cube: Cube; sums: readonly string[] } {
  const plan = planAt(path);
  if (!existsSync(folder)) throw new Refusal('no-such-file', folder);
  const tables = filesUnder([folder])
    .filter((file) => /\.csv$/iu.test(file.path))
    .map((file): GivenTable => {
      const records = readDatabaseCsv(new TextDecoder().decode(readFileSync(file.path)));
      if (records === null) throw new Refusal('cells-broken', file.path);
      return { file: file.path, records };
    })
    // A part of a table that holds nothing may be written without a header.
    .filter(({ records }) => records.length > 0);
  return { cube: cubeOfCells(plan, tables, folder, earlier), sums: plan.sums };
}
