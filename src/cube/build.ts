import type { Base, MetricSpec } from '../domain';
import type { Engine } from '../engine';
import { METRICS, baseOf, countedForm } from '../model';
import { identifier } from '../sql';
import type { Cell } from './cell';
import type { MissingMetric } from './cube';
import { categoryOf, cellsSql, countRowsSql, countedTable, storeRowsSql } from './population';

/** Metrics that share a base and a category are computed in one scan. */
function scans(metrics: readonly MetricSpec[]): MetricSpec[][] {
  const groups = new Map<string, MetricSpec[]>();
  for (const metric of metrics) {
    const key = `${metric.population.base}\n${categoryOf(metric)}`;
    const group = groups.get(key);
    if (group) group.push(metric);
    else groups.set(key, [metric]);
  }
  return [...groups.values()];
}

async function emptyTables(engine: Engine, tables: readonly string[]): Promise<Set<string>> {
  const empty = new Set<string>();
  for (const table of tables) {
    const rows = await engine.rows(`SELECT 1 AS found FROM ${identifier(table)} LIMIT 1`);
    if (rows.length === 0) empty.add(table);
  }
  return empty;
}

async function scan(engine: Engine, metrics: readonly MetricSpec[], stored: string | null = null): Promise<Cell[]> {
  const table = await engine.arrow(cellsSql(metrics, stored));
  const column = (name: string) => table.getChild(name);
  const dims = ['zone', 'committee', 'domain', 'period', 'category'].map(column);
  const measures = metrics.map((_, at) => [column(`n${at}`), column(`d${at}`)] as const);
  const cells: Cell[] = [];
  for (let row = 0; row < table.numRows; row++) {
    const [zone, committee, domain, period, category] = dims.map((vector) => String(vector?.get(row) ?? ''));
    metrics.forEach((metric, at) => {
      const [numerators, denominators] = measures[at] ?? [];
      const denominator = denominators?.get(row) as number | null | undefined;
      cells.push({
        metric: metric.id,
        zone: zone ?? '',
        committee: committee ?? '',
        domain: domain ?? '',
        period: period ?? '',
        category: category ?? '',
        numerator: Number(numerators?.get(row) ?? 0),
        denominator: denominator ?? null,
      });
    });
  }
  return cells;
}

/** The cells of the metrics of one base. Rows that several scans read are worked out once. */
async function cellsOfBase(engine: Engine, base: Base, groups: readonly MetricSpec[][]): Promise<Cell[]> {
  const count = countRowsSql(base);
  if (count !== null) await engine.run(count);
  const stored = groups.length > 1 ? storeRowsSql(base) : null;
  if (stored) await engine.run(stored.sql);
  const cells: Cell[] = [];
  for (const group of groups) for (const cell of await scan(engine, group, stored?.table ?? null)) cells.push(cell);
  if (stored) await engine.run(`DROP TABLE ${identifier(stored.table)}`);
  return cells;
}

/** Groups every population whose tables are loaded into cells; says which metrics are missing and for want of what. */
export async function buildCells(
  engine: Engine,
  metrics: readonly MetricSpec[] = METRICS,
): Promise<{ cells: Cell[]; missing: MissingMetric[] }> {
  const counts = metrics.map(countedForm).filter((metric) => metric !== null);
  const needed = new Set([...metrics, ...counts].flatMap((metric) => baseOf(metric).needs));
  const empty = await emptyTables(engine, [...needed]);
  const lacking = (metric: MetricSpec) => baseOf(metric).needs.filter((table) => empty.has(table));
  const isThere = (metric: MetricSpec) => lacking(metric).length === 0;
  const present = metrics.filter(isThere);
  const counted = counts.filter(isThere);
  const known = new Set([...present, ...counted].map(({ id }) => id));
  const missing = metrics
    .filter(({ id }) => !known.has(id))
    .map((metric) => ({ metric: metric.id, tables: lacking(metric) }));
  const cells: Cell[] = [];
  for (const cell of await cellsOfAll(engine, present)) cells.push(cell);
  for (const cell of await cellsOfAll(engine, counted)) cells.push({ ...cell, counted: true });
  return { cells, missing };
}

async function cellsOfAll(engine: Engine, metrics: readonly MetricSpec[]): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const base of new Set(metrics.map(baseOf))) {
    const own = scans(metrics.filter((metric) => baseOf(metric) === base));
    for (const cell of await cellsOfBase(engine, base, own)) cells.push(cell);
  }
  return cells;
}

/** The counts a first look needs: the compact base whose table is `table`. Throws RangeError when there is none. */
export function firstLookAt(table: string): { table: string; columns: readonly string[]; into: string } {
  const base = METRICS.map(baseOf).find((known) => known.compact?.table === table);
  if (!base?.compact) throw new RangeError(`no base counts ${table}`);
  return { table, columns: base.compact.columns, into: countedTable(base) };
}

/** The cells of the metrics whose rows were already counted by a first look; the others are missing for want of their tables. */
export async function buildFirstCells(
  engine: Engine,
  table: string,
): Promise<{ cells: Cell[]; missing: MissingMetric[] }> {
  const counted = METRICS.filter((metric) => baseOf(metric).compact?.table === table);
  const found = await Promise.all(scans(counted).map((group) => scan(engine, group)));
  const missing = METRICS.filter((metric) => !counted.includes(metric)).map((metric) => ({
    metric: metric.id,
    tables: baseOf(metric).needs,
  }));
  return { cells: found.flat(), missing };
}
