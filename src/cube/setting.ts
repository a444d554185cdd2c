import { type RuleVersion, type Target, periodsBetween, firstDay, lastDay, toGrain } from '../domain';
import type { Engine, Row } from '../engine';
import { HIERARCHY_TABLES, LIFE_TABLES, METRICS, SPAN, UNSTATED_TABLE, ZONE_ALIAS_TABLE } from '../model';
import { literal } from '../sql';
import { type LoadedRow, type LoadedSetting, type Setting, overlaySetting } from './overlay';

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
  ['coverage_count', 'snapshot_date'],
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
  ['zone_score', 'cycle'],
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

const placed = <Item>(item: Item, row: Row): LoadedRow<Item> => ({
  item,
  file: Number(row.file_id),
  row: Number(row.source_row),
});

async function loadedRules(engine: Engine): Promise<LoadedRow<RuleVersion>[]> {
  const rows = await engine.rows(`SELECT rule_id, value, CAST(valid_from AS VARCHAR) AS valid_from,
    CAST(valid_to AS VARCHAR) AS valid_to, doc_ref, file_id, source_row FROM rule_version
    WHERE rule_id IS NOT NULL AND value IS NOT NULL ORDER BY file_id, source_row`);
  return rows.map((row) =>
    placed(
      {
        ruleId: text(row.rule_id),
        value: text(row.value),
        validFrom: textOrNull(row.valid_from),
        validTo: textOrNull(row.valid_to),
        docRef: text(row.doc_ref),
      },
      row,
    ),
  );
}

/** Files name a metric by its id or by its name; what is neither stays as it is, to be refused. */
function metricNamed(written: string): string {
  return METRICS.find(({ id, label }) => id === written || label.zh === written || label.en === written)?.id ?? written;
}

async function loadedTargets(engine: Engine): Promise<LoadedRow<Target>[]> {
  const rows = await engine.rows(`SELECT * FROM metric_target WHERE metric_id IS NOT NULL AND target IS NOT NULL
    ORDER BY file_id, source_row`);
  return rows.map((row) =>
    placed(
      {
        metricId: metricNamed(text(row.metric_id)),
        scope: text(row.scope),
        period: text(row.period),
        target: Number(row.target),
        amber: numberOrNull(row.amber),
        red: numberOrNull(row.red),
        docRef: text(row.doc_ref),
      },
      row,
    ),
  );
}

/** What the loaded files say about rules and targets. */
export async function loadedSetting(engine: Engine): Promise<LoadedSetting> {
  return { rules: await loadedRules(engine), targets: await loadedTargets(engine) };
}

const FIRST_MONTH = '1990-01';
const LAST_MONTH = '2049-12';

const day = (iso: string | null): string => (iso === null ? 'CAST(NULL AS DATE)' : `CAST(${literal(iso)} AS DATE)`);

const values = (rows: readonly (readonly string[])[]): string =>
  `VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}`;

/** The day that counts as today, as a query. */
export const asOfSql = (asOf: string | null): string => `SELECT ${day(asOf)} AS day`;

/** A row a month with the periods it is in, as the statements that write it. */
export const CALENDAR = {
  table: 'calendar (month VARCHAR, quarter VARCHAR, half VARCHAR, year VARCHAR, first_day DATE, last_day DATE)',
  rows: `INSERT INTO calendar ${values(
    periodsBetween(FIRST_MONTH, LAST_MONTH).map((month) => [
      ...[month, toGrain(month, 'quarter'), toGrain(month, 'half'), toGrain(month, 'year')].map(literal),
      day(firstDay(month)),
      day(lastDay(month)),
    ]),
  )}`,
} as const;

/** The table of the rule versions that populations read. */
export const RULE_TABLE =
  'rule (rule_id VARCHAR, value VARCHAR, number DOUBLE, valid_from DATE, valid_to DATE, doc_ref VARCHAR)';

/** The statement that writes rule versions; null where there are none. */
export function rulesSql(rules: readonly RuleVersion[]): string | null {
  if (rules.length === 0) return null;
  const rows = rules.map(({ ruleId, value, validFrom, validTo, docRef }) => {
    const number = value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : 'NULL';
    return [literal(ruleId), literal(value), number, day(validFrom), day(validTo), literal(docRef)];
  });
  return `INSERT INTO rule ${values(rows)}`;
}

async function writeCalendar(engine: Engine): Promise<void> {
  const known = await engine.rows("SELECT 1 AS found FROM information_schema.tables WHERE table_name = 'calendar'");
  if (known.length > 0) return;
  await engine.run(`CREATE TABLE ${CALENDAR.table}`);
  await engine.run(CALENDAR.rows);
  await engine.run(`CREATE OR REPLACE TABLE span AS ${SPAN}`);
}

/** Writes the rule versions the populations read. */
export async function writeRules(engine: Engine, rules: readonly RuleVersion[]): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE ${RULE_TABLE}`);
  const rows = rulesSql(rules);
  if (rows !== null) await engine.run(rows);
}

/** Writes the tables of the hierarchy: nearly every population reads them. */
export async function writeHierarchy(engine: Engine): Promise<void> {
  await engine.run(`CREATE TABLE IF NOT EXISTS ${ZONE_ALIAS_TABLE}`);
  for (const { id, sql } of HIERARCHY_TABLES) await engine.run(`CREATE OR REPLACE TABLE ${id} AS ${sql}`);
}

/**
 * Writes the tables the populations read beside the canonical ones: `as_of` (one day), `calendar` (a row a month,
 * 1990–2049), `span` (every period of it), `rule` (the versions in force, see {@link overlaySetting}), the hierarchy of organisations
 * and what was owed of organisation life.
 */
export async function prepare(engine: Engine, setting: Setting = {}): Promise<InForce> {
  const asOf = setting.asOf ?? (await latestDay(engine));
  const overlay = overlaySetting(await loadedSetting(engine), setting);
  const [rules, targets] = [overlay.rules.inForce, overlay.targets.inForce];
  await engine.run(`CREATE OR REPLACE TABLE as_of AS ${asOfSql(asOf)}`);
  await writeCalendar(engine);
  await writeRules(engine, rules);
  await engine.run(`CREATE TABLE IF NOT EXISTS ${UNSTATED_TABLE}`);
  await writeHierarchy(engine);
  for (const { id, sql } of LIFE_TABLES) await engine.run(`CREATE OR REPLACE TABLE ${id} AS ${sql}`);
  return { asOf, rules, targets };
}
