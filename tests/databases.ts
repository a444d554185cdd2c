import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import {
  CELL_COLUMNS,
  type Cell,
  type InForce,
  PLAN_INPUTS,
  computable,
  inputSql,
  numeratorSaid,
  originOf,
  planSteps,
} from '../src/cube';
import type { Engine } from '../src/engine';
import { openNodeEngine } from '../src/engine/node';
import { databaseCsv } from '../src/share';

/** A database that runs the steps of a plan. */
export interface Database {
  run(sql: string): Promise<unknown>;
  /** Fills an empty table from a CSV file with a header. */
  load(table: string, csv: string): Promise<unknown>;
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

let opened: Promise<PGlite> | null = null;

/** PostgreSQL in this process, one for all tests of a file: a plan writes all its tables anew. */
export async function postgres(): Promise<Database> {
  const db = await (opened ??= PGlite.create());
  return {
    run: (sql) => db.exec(sql),
    load: (table, csv) =>
      db.query(`COPY "${table}" FROM '/dev/blob' WITH (FORMAT csv, HEADER)`, [], { blob: new Blob([csv]) }),
    rows: async (sql) => (await db.query<Record<string, unknown>>(sql)).rows,
  };
}

/** DuckDB with nothing in it. */
export async function duckdb(): Promise<Database> {
  const db = await openNodeEngine();
  return {
    run: (sql) => db.run(sql),
    async load(table, csv) {
      const path = await db.load(new TextEncoder().encode(csv));
      await db.run(`COPY "${table}" FROM '${path}' (FORMAT csv, HEADER)`);
      await db.drop(path);
    },
    rows: (sql) => db.rows(sql),
  };
}

/** Cells as lines, in one order: metric, dimensions, numerator, denominator and where they come from. */
const lines = (rows: readonly Readonly<Record<string, unknown>>[]): string[] =>
  rows.map((row) => CELL_COLUMNS.map((name) => String(row[name] ?? '')).join('\t')).sort();

/** The cells of a cube as {@link cellsInPostgres} gives them. */
export const linesOf = (cells: readonly Cell[]): string[] =>
  lines(cells.map((cell) => ({ ...cell, numerator: numeratorSaid(cell), origin: originOf(cell) })));

/** The cells PostgreSQL works out by the plan, from the canonical rows of an engine, which it is given in another order. */
export async function cellsInPostgres(engine: Engine, { asOf, rules }: InForce, seed = 1): Promise<string[]> {
  const db = await postgres();
  const [tables, ...steps] = planSteps({ asOf, rules, metrics: await computable(engine) }, '', 'postgres');
  for (const sql of tables?.statements ?? []) await db.run(sql);
  for (const input of PLAN_INPUTS) {
    const rows = await engine.rows(inputSql(input));
    const all = fc.shuffledSubarray([...rows], { minLength: rows.length });
    const [shuffled = []] = fc.sample(all, { numRuns: 1, seed });
    const texts = shuffled.map((row) => input.columns.map((name) => row[name] as string | null));
    await db.load(input.table, databaseCsv([input.columns, ...texts]));
  }
  for (const { statements } of steps) for (const sql of statements) await db.run(sql);
  return lines(await db.rows('SELECT * FROM cell'));
}

interface PlanFile {
  readonly steps: readonly string[];
  readonly inputs: readonly { readonly table: string; readonly file: string }[];
}

const planFile = (plan: string): PlanFile => JSON.parse(readFileSync(join(plan, 'plan.json'), 'utf8')) as PlanFile;

async function tableCsv(db: Database, table: string): Promise<string> {
  const rows = await db.rows(`SELECT * FROM ${table}`);
  const columns = Object.keys(rows[0] ?? {});
  const text = (value: unknown): string | null => (value === null ? null : String(value));
  return databaseCsv([columns, ...rows.map((row) => columns.map((name) => text(row[name])))]);
}

/** Runs a plan from its files and writes what it leaves into `cells`. */
export async function runPlan(plan: string, db: Database): Promise<string> {
  const { steps, inputs } = planFile(plan);
  for (const [at, step] of steps.entries()) {
    const statements = readFileSync(join(plan, step), 'utf8').split('\n;\n');
    for (const sql of statements.slice(0, -1)) await db.run(sql);
    if (at > 0) continue;
    for (const { table, file } of inputs) await db.load(table, readFileSync(join(plan, file), 'utf8'));
  }
  const cells = join(plan, 'cells');
  mkdirSync(cells);
  for (const table of ['cell', 'cell_count']) writeFileSync(join(cells, `${table}.csv`), await tableCsv(db, table));
  return cells;
}
