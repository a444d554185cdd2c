import { type Base, type MetricSpec, nextTurn } from '../domain';
import { type Engine, type Tables, emptyAmong, numbersOf, textRows } from '../engine';
import { METRICS, baseOf, countedForm } from '../model';
import { identifier } from '../sql';
import type { Cell } from './cell';
import type { MissingMetric } from './cube';
import { Kept } from './kept';
import { categoryOf, cellsSql, type TableQuery, countedRows, countedTable, storedRows } from './population';

/** Metrics of one base; those that share a category too are computed in one scan. */
export interface BaseScans {
  readonly base: Base;
  readonly scans: readonly (readonly MetricSpec[])[];
}

/** The scans that give the cells of metrics, base by base, in the order the cells of a cube stand in. */
export function scansOf(metrics: readonly MetricSpec[]): BaseScans[] {
  return [...new Set(metrics.map(baseOf))].map((base) => {
    const scans = new Map<string, MetricSpec[]>();
    for (const metric of metrics.filter((known) => baseOf(known) === base)) {
      const group = scans.get(categoryOf(metric));
      if (group) group.push(metric);
      else scans.set(categoryOf(metric), [metric]);
    }
    return { base, scans: [...scans.values()] };
  });
}

/** Cells made in one go, so that the page is never kept from drawing for long. */
const TURN = 10_000;

async function scan(engine: Engine, metrics: readonly MetricSpec[], stored: string | null = null): Promise<Cell[]> {
  const table = await engine.arrow(cellsSql(metrics, stored));
  // A text is kept once, however many cells it is in.
  const kept = new Map<string, string>();
  const onlyOne = (text: string): string => kept.get(text) ?? (kept.set(text, text), text);
  const cells: Cell[] = [];
  let made = 0;
  for (const batch of table.batches) {
    const texts = (name: string): string[] => Array.from(textRows(batch.getChild(name)), onlyOne);
    const [zones, committees, domains] = [texts('zone'), texts('committee'), texts('domain')];
    const [periods, categories] = [texts('period'), texts('category')];
    const measures = metrics.map(({ id }, at) => ({
      metric: id,
      numerators: numbersOf(batch.getChild(`n${at}`)),
      denominators: numbersOf(batch.getChild(`d${at}`)),
    }));
    for (let row = 0; row < batch.numRows; row++)
      for (const { metric, numerators, denominators } of measures) {
        const [numerator = Number.NaN, denominator = Number.NaN] = [numerators[row], denominators[row]];
        cells.push({
          metric,
          zone: zones[row] ?? '',
          committee: committees[row] ?? '',
          domain: domains[row] ?? '',
          period: periods[row] ?? '',
          category: categories[row] ?? '',
          numerator: Number.isNaN(numerator) ? 0 : numerator,
          denominator: Number.isNaN(denominator) ? null : denominator,
          ...(Number.isNaN(numerator) && { silent: true }),
        });
      }
    if (cells.length - made < TURN) continue;
    made = cells.length;
    await nextTurn();
  }
  return cells;
}

const temporary = ({ table, sql }: TableQuery): string => `CREATE OR REPLACE TEMP TABLE ${identifier(table)} AS ${sql}`;

/** The cells of the metrics of one base. Rows that several scans read are worked out once. */
async function cellsOfBase(engine: Engine, { base, scans }: BaseScans): Promise<Cell[]> {
  const count = countedRows(base);
  if (count !== null) await engine.run(temporary(count));
  const stored = scans.length > 1 && count === null ? storedRows(base) : null;
  if (stored) await engine.run(temporary(stored));
  const cells: Cell[] = [];
  for (const metrics of scans) for (const cell of await scan(engine, metrics, stored?.table ?? null)) cells.push(cell);
  if (stored) await engine.run(`DROP TABLE ${identifier(stored.table)}`);
  return cells;
}

/** What can be worked out from the tables that hold rows: metrics from lists, and those from counts; and what cannot, for want of what. */
export interface Computable {
  readonly listed: readonly MetricSpec[];
  readonly counted: readonly MetricSpec[];
  readonly missing: readonly MissingMetric[];
}

/** Which of these metrics the loaded tables allow. */
export async function computable(
  engine: Engine,
  metrics: readonly MetricSpec[] = METRICS,
  there?: Tables,
): Promise<Computable> {
  const counts = metrics.map(countedForm).filter((metric) => metric !== null);
  const needed = new Set([...metrics, ...counts].flatMap((metric) => baseOf(metric).needs));
  const empty = await emptyAmong(engine, [...needed], there);
  const lacking = (metric: MetricSpec) => baseOf(metric).needs.filter((table) => empty.has(table));
  const isThere = (metric: MetricSpec) => lacking(metric).length === 0;
  const listed = metrics.filter(isThere);
  const counted = counts.filter(isThere);
  const known = new Set([...listed, ...counted].map(({ id }) => id));
  const missing = metrics
    .filter(({ id }) => !known.has(id))
    .map((metric) => ({ metric: metric.id, tables: lacking(metric) }));
  return { listed, counted, missing };
}

/** All that is asked for the cells of a base, of the tables themselves. */
const asked = ({ base, scans }: BaseScans): string[] => [
  countedRows(base)?.sql ?? '',
  ...scans.map((metrics) => cellsSql(metrics)),
];

/** Groups every population whose tables are loaded into cells, as far as they are not in `kept`; says which metrics are missing and for want of what. */
export async function buildCells(
  engine: Engine,
  metrics: readonly MetricSpec[] = METRICS,
  kept = new Kept(),
  there?: Tables,
): Promise<{ cells: Cell[]; missing: readonly MissingMetric[] }> {
  const { listed, counted, missing } = await computable(engine, metrics, there);
  const bases = [
    ...scansOf(listed).map((one) => ({ one, id: one.base.id, isCounted: false })),
    ...scansOf(counted).map((one) => ({ one, id: `${one.base.id} counted`, isCounted: true })),
  ];
  const cells: Cell[] = [];
  for (const { one, id, isCounted } of bases) {
    const own = await kept.of(`cells ${id}`, asked(one), async () => {
      const made = await cellsOfBase(engine, one);
      return isCounted ? made.map((cell): Cell => ({ ...cell, counted: true })) : made;
    });
    for (const cell of own) cells.push(cell);
  }
  return { cells, missing };
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
): Promise<{ cells: Cell[]; missing: readonly MissingMetric[] }> {
  const counted = METRICS.filter((metric) => baseOf(metric).compact?.table === table);
  const found = await Promise.all(scansOf(counted).flatMap(({ scans }) => scans.map((group) => scan(engine, group))));
  const missing = METRICS.filter((metric) => !counted.includes(metric)).map((metric) => ({
    metric: metric.id,
    tables: baseOf(metric).needs,
  }));
  return { cells: found.flat(), missing };
}
