import type { MetricSpec, RuleVersion } from '../domain';
import { HIERARCHY_TABLES, LIFE_TABLES, SPAN } from '../model';
import { type Dialect, literal, spelled, stepsOf, tableFrom, tableNamed } from '../sql';
import { CELL_COLUMNS } from './cell';
import { type BaseScans, type Computable, scansOf } from './build';
import { DECLARED } from './inputs';
import { countedRows, groupedSql, storedRows } from './population';
import { CALENDAR } from './calendar';
import { RULE_TABLE, asOfSql, rulesSql } from './setting';

/** One step of a plan: statements that another database runs in their order. */
export interface PlanStep {
  readonly id: string;
  readonly kind: 'tables' | 'setting' | 'hierarchy' | 'rows' | 'cells';
  readonly statements: readonly string[];
}

/** What is decided before anything is worked out. */
export interface Decided {
  readonly asOf: string | null;
  readonly rules: readonly RuleVersion[];
  readonly metrics: Pick<Computable, 'listed' | 'counted'>;
}

/** What a plan leaves beside every cell: how many there are of each metric. */
export const COUNT_COLUMNS = ['metric', 'origin', 'cells', 'plan'] as const;
const MEASURES: readonly string[] = ['numerator', 'denominator'];
const CELL = `cell (${CELL_COLUMNS.map((name) => `${name} ${MEASURES.includes(name) ? 'DOUBLE' : 'VARCHAR'}`).join(', ')})`;
const CELL_COUNT = 'cell_count (metric VARCHAR, origin VARCHAR, cells BIGINT, plan VARCHAR)';

/** A query as tables, one for each of its named subqueries, the last under `name`. */
const written = (name: string, sql: string, dialect: Dialect): string[] =>
  stepsOf(name, sql).flatMap((step) => tableFrom(step.name, step.sql, dialect));

function cellStep(metric: MetricSpec, origin: string, rows: string, plan: string, dialect: Dialect): PlanStep {
  const [id, from] = [literal(metric.id), literal(origin)];
  const cells = `SELECT ${id} AS metric, zone, committee, domain, period, category, n0, d0, ${from} AS origin
  FROM (${groupedSql([metric], rows)}) grouped`;
  const count = `SELECT ${id} AS metric, ${from} AS origin, count(*) AS cells, ${literal(plan)} AS plan
  FROM cell WHERE metric = ${id} AND origin = ${from}`;
  const statements = [`INSERT INTO cell ${cells}`, `INSERT INTO cell_count ${count}`];
  return { id: `${metric.id}-${origin}`, kind: 'cells', statements: statements.map((sql) => spelled(sql, dialect)) };
}

function baseSteps({ base, scans }: BaseScans, origin: string, plan: string, dialect: Dialect): PlanStep[] {
  const counted = countedRows(base);
  const stored = storedRows(base);
  const statements = [
    ...(counted === null ? [] : tableFrom(counted.table, counted.sql, dialect)),
    ...written(stored.table, stored.sql, dialect),
  ];
  const cells = scans.flat().map((metric) => cellStep(metric, origin, stored.table, plan, dialect));
  return [{ id: base.id, kind: 'rows', statements }, ...cells];
}

/**
 * All that makes the cells of the metrics, in order, for a database that holds the tables of {@link PLAN_INPUTS}: each named subquery is a
 * table of its own, so that none is worked out twice. Rules and the day are decided here: only arithmetic is left to the database. `plan` is
 * the name under which the cells say what they come from.
 */
export function planSteps({ asOf, rules, metrics }: Decided, plan: string, dialect: Dialect): PlanStep[] {
  const tables = [...DECLARED, CELL, CELL_COUNT];
  const ruleRows = rulesSql(rules);
  const setting = [
    ...tableFrom('as_of', asOfSql(asOf), dialect),
    ...tableNamed(CALENDAR.table, dialect),
    spelled(CALENDAR.rows, dialect),
    ...tableNamed(RULE_TABLE, dialect),
    ...(ruleRows === null ? [] : [spelled(ruleRows, dialect)]),
    ...tableFrom('span', SPAN, dialect),
  ];
  return [
    { id: 'tables', kind: 'tables', statements: tables.flatMap((table) => tableNamed(table, dialect)) },
    { id: 'setting', kind: 'setting', statements: setting },
    ...[...HIERARCHY_TABLES, ...LIFE_TABLES].map(({ id, sql }): PlanStep => ({
      id,
      kind: 'hierarchy',
      statements: written(id, sql, dialect),
    })),
    ...scansOf(metrics.listed).flatMap((one) => baseSteps(one, 'rows', plan, dialect)),
    ...scansOf(metrics.counted).flatMap((one) => baseSteps(one, 'counts', plan, dialect)),
  ];
}
