import { type RuleVersion, type Target, periodsBetween, firstDay, lastDay, toGrain } from '../domain';
import type { Engine, Row } from '../engine';
import { RULES } from '../model';
import { literal } from '../sql';

/** What the user decided beside the files: rules and targets edited on the page, and the day that counts as today. */
export interface Setting {
  readonly rules?: readonly RuleVersion[];
  readonly targets?: readonly Target[];
  /** ISO day; absent: the latest date in the data. */
  readonly asOf?: string;
}

/** What the populations of a cube were computed under. `asOf` is null when nothing is loaded. */
export interface InForce {
  readonly asOf: string | null;
  readonly rules: readonly RuleVersion[];
  readonly targets: readonly Target[];
}

const text = (value: Row[string] | undefined): string => (value === null || value === undefined ? '' : String(value));
const textOrNull = (value: Row[string] | undefined): string | null => (text(value) === '' ? null : text(value));
const numberOrNull = (value: Row[string] | undefined): number | null => (typeof value === 'number' ? value : null);

/** Dates at which something was so or happened; due dates may lie ahead and do not count. */
const DATES: readonly (readonly [table: string, column: string])[] = [
  ['unit_coverage', 'snapshot_date'],
  ['party_org', 'snapshot_date'],
  ['org_life', 'held_date'],
  ['rectification', 'found_date'],
  ['rectification', 'closed_date'],
  ['work_record', 'done_date'],
];

/** Cycles and periods, for data without a single date: their end stands for the day. */
const CYCLES: readonly (readonly [table: string, column: string])[] = [
  ['star_rating', 'cycle'],
  ['grading', 'cycle'],
  ['org_life', 'period'],
  ['work_record', 'period'],
  ['member_period', 'period'],
];

/** The latest date in the data; where there is none, the end of the latest cycle or period. */
async function latestDay(engine: Engine): Promise<string | null> {
  const dates = DATES.map(([table, column]) => `SELECT max(${column}) AS latest_day FROM ${table}`).join(' UNION ALL ');
  const [row] = await engine.rows(`SELECT CAST(max(latest_day) AS VARCHAR) AS latest FROM (${dates}) dates`);
  if (row?.latest) return text(row.latest);
  const cycles = CYCLES.map(([table, column]) => `SELECT DISTINCT ${column} AS period FROM ${table}`).join(' UNION ');
  const rows = await engine.rows(`SELECT period FROM (${cycles}) cycles WHERE period IS NOT NULL`);
  return (
    rows
      .map(({ period }) => lastDay(text(period)))
      .sort()
      .at(-1) ?? null
  );
}

async function loadedRules(engine: Engine): Promise<RuleVersion[]> {
  const rows = await engine.rows(`SELECT rule_id, value, CAST(valid_from AS VARCHAR) AS valid_from,
    CAST(valid_to AS VARCHAR) AS valid_to, doc_ref FROM rule_version WHERE rule_id IS NOT NULL AND value IS NOT NULL`);
  return rows.map((row) => ({
    ruleId: text(row.rule_id),
    value: text(row.value),
    validFrom: textOrNull(row.valid_from),
    validTo: textOrNull(row.valid_to),
    docRef: text(row.doc_ref),
  }));
}

async function loadedTargets(engine: Engine): Promise<Target[]> {
  const rows = await engine.rows('SELECT * FROM metric_target WHERE metric_id IS NOT NULL AND target IS NOT NULL');
  return rows.map((row) => ({
    metricId: text(row.metric_id),
    scope: text(row.scope),
    period: text(row.period),
    target: Number(row.target),
    amber: numberOrNull(row.amber),
    red: numberOrNull(row.red),
    docRef: text(row.doc_ref),
  }));
}

/** Later lists take the place of earlier ones, whole rule by whole rule. */
function overlaid<Item>(key: (item: Item) => string, ...lists: readonly (readonly Item[])[]): Item[] {
  const byKey = new Map<string, Item[]>();
  for (const list of lists) {
    const own = new Map<string, Item[]>();
    for (const item of list) own.set(key(item), [...(own.get(key(item)) ?? []), item]);
    for (const [id, items] of own) byKey.set(id, items);
  }
  return [...byKey.values()].flat();
}

const FIRST_MONTH = '1990-01';
const LAST_MONTH = '2049-12';

const day = (iso: string | null): string => (iso === null ? 'CAST(NULL AS DATE)' : `CAST(${literal(iso)} AS DATE)`);

async function writeCalendar(engine: Engine): Promise<void> {
  const known = await engine.rows("SELECT 1 AS found FROM information_schema.tables WHERE table_name = 'calendar'");
  if (known.length > 0) return;
  const months = periodsBetween(FIRST_MONTH, LAST_MONTH);
  await engine.insert('calendar_text', {
    month: months,
    quarter: months.map((month) => toGrain(month, 'quarter')),
    half: months.map((month) => toGrain(month, 'half')),
    year: months.map((month) => toGrain(month, 'year')),
    first_day: months.map((month) => firstDay(month)),
    last_day: months.map((month) => lastDay(month)),
  });
  await engine.run(`CREATE OR REPLACE TABLE calendar AS SELECT month, quarter, half, year,
    CAST(first_day AS DATE) AS first_day, CAST(last_day AS DATE) AS last_day FROM calendar_text`);
  await engine.run('DROP TABLE calendar_text');
}

async function writeRules(engine: Engine, rules: readonly RuleVersion[]): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE rule (rule_id VARCHAR, value VARCHAR, number DOUBLE, valid_from DATE,
    valid_to DATE, doc_ref VARCHAR)`);
  if (rules.length === 0) return;
  const rows = rules.map(({ ruleId, value, validFrom, validTo, docRef }) => {
    const number = value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : 'NULL';
    return `(${literal(ruleId)}, ${literal(value)}, ${number}, ${day(validFrom)}, ${day(validTo)}, ${literal(docRef)})`;
  });
  await engine.run(`INSERT INTO rule VALUES ${rows.join(', ')}`);
}

/**
 * Writes the tables the populations read beside the canonical ones: `as_of` (one day), `calendar` (a row a month,
 * 1990–2049) and `rule` (the versions in force: the product's, under those of the files, under those edited on the page).
 */
export async function prepare(engine: Engine, setting: Setting = {}): Promise<InForce> {
  const asOf = setting.asOf ?? (await latestDay(engine));
  const rules = overlaid((rule) => rule.ruleId, RULES, await loadedRules(engine), setting.rules ?? []);
  const targets = overlaid(
    ({ metricId, scope, period }) => `${metricId}\n${scope}\n${period}`,
    await loadedTargets(engine),
    setting.targets ?? [],
  );
  await engine.run(`CREATE OR REPLACE TABLE as_of AS SELECT ${day(asOf)} AS day`);
  await writeCalendar(engine);
  await writeRules(engine, rules);
  return { asOf, rules, targets };
}
