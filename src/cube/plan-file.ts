import * as v from 'valibot';
import { type MetricSpec, Refusal, DIMENSIONS } from '../domain';
import { METRICS, countedForm } from '../model';
import { DIALECTS } from '../sql';
import { scansOf } from './build';
import { CELL_COLUMNS, type Cell } from './cell';
import type { Cube } from './cube';
import { originOf } from './file';
import { metaSchema } from './file-meta';
import { type Earlier, checkEarlier } from './earlier';
import { COUNT_COLUMNS, planSteps } from './plan';

const texts = v.array(v.string());
const planSchema = v.object({
  zonelens: v.literal('plan'),
  version: v.literal(2),
  /** What the cells of this plan name as where they come from. */
  id: v.string(),
  /** The sum of what the metrics say. */
  model: v.string(),
  dialect: v.picklist(DIALECTS),
  steps: texts,
  inputs: v.array(v.object({ table: v.string(), file: v.string(), rows: v.number(), sha256: v.string() })),
  metrics: v.object({ listed: texts, counted: texts }),
  /** Every zone that has any row. */
  zones: texts,
  /** The zones whose rows are in the plan; null for all. The others are as an earlier cube has them. */
  changed: v.nullable(texts),
  /** The sums of the source files, in the order of their names. */
  sums: texts,
  /** What a reader of the cube must know, but for the cells. */
  about: metaSchema,
});

/** What is written beside the steps of a plan: what they make, and what makes a cube of it. */
export type Plan = v.InferOutput<typeof planSchema>;

/** A plan as its file holds it; null where it is none of this version. */
export function readPlan(text: string): Plan | null {
  try {
    const parsed = v.safeParse(planSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

const countedForms = (): MetricSpec[] => METRICS.map(countedForm).filter((metric) => metric !== null);

/** All that the metrics of this version say, as one text: plans of another version differ in it. */
export function modelText(): string {
  const metrics = { listed: METRICS, counted: countedForms() };
  return JSON.stringify(planSteps({ asOf: null, rules: [], metrics }, '', 'duckdb'));
}

/** A table as a database gave it out: the name of the file, its header and its records. */
export interface GivenTable {
  readonly file: string;
  readonly records: readonly (readonly string[])[];
}

const isHeader = (record: readonly string[] | undefined, columns: readonly string[]): boolean =>
  record?.length === columns.length && columns.every((name, at) => record[at] === name);

function numberOf(text: string, file: string, row: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new Refusal('cells-broken', file, { row }, text);
  return value;
}

function cellOf(record: readonly string[], file: string, row: number): Cell {
  if (record.length !== CELL_COLUMNS.length) throw new Refusal('cells-broken', file, { row }, record.join(','));
  const [metric = '', zone = '', committee = '', domain = '', period = '', category = '', over = '', under = '', from] =
    record;
  if (from !== 'rows' && from !== 'counts') throw new Refusal('cells-broken', file, { row }, from ?? '');
  return {
    ...{ metric, zone, committee, domain, period, category },
    numerator: over === '' ? 0 : numberOf(over, file, row),
    denominator: under === '' ? null : numberOf(under, file, row),
    ...(from === 'counts' && { counted: true }),
    ...(over === '' && { silent: true }),
  };
}

const keyOf = (metric: string, origin: string): string => `${metric} ${origin}`;

/** How many cells a database says it wrote of each metric. */
function countsOf(tables: readonly GivenTable[], plan: Plan): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file, records } of tables)
    for (const [at, record] of records.entries()) {
      const [metric = '', origin = '', cells = '', id] = record;
      if (record.length !== COUNT_COLUMNS.length || counts.has(keyOf(metric, origin)))
        throw new Refusal('cells-broken', file, { row: at + 2 }, record.join(','));
      if (id !== plan.id) throw new Refusal('cells-other-plan', file, {}, id ?? '');
      counts.set(keyOf(metric, origin), numberOf(cells, file, at + 2));
    }
  return counts;
}

/** The place of a UTF-16 unit among the bytes of UTF-8: halves of signs beyond the first 65,536 come last. */
const place = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/** Texts in the order of their bytes, as our own database has them. */
function byBytes(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at++) if (a[at] !== b[at]) return place(a.charCodeAt(at)) - place(b.charCodeAt(at));
  return a.length - b.length;
}

/** Cells in the order they stand in a cube: scan by scan, then by what they are of. */
function inOrder(cells: readonly Cell[]): Cell[] {
  const stands = new Map<string, readonly [scan: number, nth: number]>();
  for (const [origin, metrics] of [
    ['rows', METRICS],
    ['counts', countedForms()],
  ] as const)
    for (const scan of scansOf(metrics).flatMap(({ scans }) => scans)) {
      const at = stands.size;
      for (const [nth, { id }] of scan.entries()) stands.set(keyOf(id, origin), [at, nth]);
    }
  const placed = cells.map((cell) => ({
    cell,
    at: stands.get(keyOf(cell.metric, originOf(cell))) ?? ([0, 0] as const),
  }));
  placed.sort((a, b) => {
    if (a.at[0] !== b.at[0]) return a.at[0] - b.at[0];
    for (const name of DIMENSIONS) if (a.cell[name] !== b.cell[name]) return byBytes(a.cell[name], b.cell[name]);
    return a.at[1] - b.at[1];
  });
  return placed.map(({ cell }) => cell);
}

/** The cells of an earlier cube that stand: of the zones whose rows are the same. Throws Refusal where it is not the cube a plan needs. */
function keptOf({ changed, zones, about }: Plan, earlier: Earlier | null, folder: string): readonly Cell[] {
  if (changed === null) return [];
  if (earlier === null) throw new Refusal('plan-needs-earlier', folder);
  checkEarlier(about, earlier);
  const same = new Set(zones.filter((zone) => !changed.includes(zone)));
  const { rowSums: before = {} } = earlier.cube;
  const other = [...same].find((zone) => before[zone] !== about.rowSums?.[zone]);
  if (other !== undefined) throw new Refusal('earlier-other-rows', earlier.name, {}, other);
  return earlier.cube.cells.filter(({ zone }) => same.has(zone));
}

/** What each zone that handed in anything has a cell of. */
export const EVERY_ZONE = 'data_completeness';

/**
 * The cube of the cells another database worked out by a plan. Throws Refusal where they are of another plan, or where a metric, a zone or
 * a part of them is not there. Where the plan is of some zones only, the others are those of the earlier cube.
 */
export function cubeOfCells(plan: Plan, tables: readonly GivenTable[], folder: string, earlier: Earlier | null): Cube {
  const kept = keptOf(plan, earlier, folder);
  const withHeader = (columns: readonly string[]): GivenTable[] =>
    tables
      .filter(({ records }) => isHeader(records[0], columns))
      .map(({ file, records }) => ({ file, records: records.slice(1) }));
  const [given, counted] = [withHeader(CELL_COLUMNS), withHeader(COUNT_COLUMNS)];
  const other = tables.find(
    ({ records }) => ![CELL_COLUMNS, COUNT_COLUMNS].some((known) => isHeader(records[0], known)),
  );
  if (other) throw new Refusal('cells-broken', other.file, { row: 1 }, other.records[0]?.join(',') ?? '');
  const counts = countsOf(counted, plan);
  const cells = given.flatMap(({ file, records }) => records.map((record, at) => cellOf(record, file, at + 2)));
  const found = new Map<string, number>();
  for (const cell of cells) {
    const key = keyOf(cell.metric, originOf(cell));
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  const wanted = [
    ...plan.metrics.listed.map((metric) => keyOf(metric, 'rows')),
    ...plan.metrics.counted.map((metric) => keyOf(metric, 'counts')),
  ];
  const lost = wanted.find((key) => !counts.has(key));
  if (lost !== undefined) throw new Refusal('cells-no-metric', folder, {}, lost);
  const strange = [...found.keys(), ...counts.keys()].find((key) => !wanted.includes(key));
  if (strange !== undefined) throw new Refusal('cells-other-plan', folder, {}, strange);
  for (const [key, count] of counts)
    if (count !== (found.get(key) ?? 0))
      throw new Refusal('cells-cut', folder, {}, `${key}: ${found.get(key) ?? 0} / ${count}`);
  const outside = plan.changed && cells.find(({ zone }) => !plan.changed?.includes(zone));
  if (outside) throw new Refusal('cells-other-plan', folder, {}, outside.zone);
  const all = [...cells, ...kept];
  const zones = new Set(all.filter(({ metric }) => metric === EVERY_ZONE).map(({ zone }) => zone));
  const gone = plan.zones.find((zone) => !zones.has(zone));
  if (gone !== undefined) throw new Refusal('cells-no-zone', folder, {}, gone);
  const { version: _version, ...about } = plan.about;
  return { cells: inOrder(all), ...about };
}
