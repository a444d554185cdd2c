import { type RuleVersion, type Target, lastDay } from '../domain';
import { type Engine, type Row, type Tables, isEmpty, tablesThere } from '../engine';
import { METRICS } from '../model';
import { literal } from '../sql';
import { daySql, valuesSql } from './calendar';
import { ZONE_NAMES, noteDerived, writeDerived, writeFixed } from './derived';
import type { Kept } from './kept';
import { type LoadedRow, type LoadedSetting, type Setting, overlaySetting } from './overlay';
import { versionsOf } from './versions';

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
  ['rectification', 'cut_off'],
  ['org_life', 'cut_off'],
  ['work_record', 'cut_off'],
  ['work_record', 'done_date'],
];

/** Cycles and periods, for data without a single date: their end stands for the day. */
const CYCLES: readonly (readonly [table: string, column: string])[] = [
  ['star_rating', 'cycle'],
  ['grading', 'cycle'],
  ['star_count', 'cycle'],
  ['grade_count', 'cycle'],
  ['zone_score', 'cycle'],
  ['org_life', 'period'],
  ['work_record', 'period'],
  ['member_period', 'period'],
];

/** The latest date in the data; where there is none, the end of the latest cycle or period. */
async function latestDay(engine: Engine, there: Tables): Promise<string | null> {
  const isFilled = ([table]: readonly [string, string]): boolean => !isEmpty(there, table);
  const dates = DATES.filter(isFilled).map(([table, column]) => `SELECT max(${column}) AS latest_day FROM ${table}`);
  if (dates.length > 0) {
    const [row] = await engine.rows(
      `SELECT CAST(max(latest_day) AS VARCHAR) AS latest FROM (${dates.join(' UNION ALL ')}) dates`,
    );
    if (row?.latest) return text(row.latest);
  }
  const cycles = CYCLES.filter(isFilled).map(([table, column]) => `SELECT DISTINCT ${column} AS period FROM ${table}`);
  if (cycles.length === 0) return null;
  const rows = await engine.rows(`SELECT period FROM (${cycles.join(' UNION ')}) cycles WHERE period IS NOT NULL`);
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

const isUnit = (written: string): boolean =>
  [...written].length <= 2 || /^(?:百分.|人次数?|平方米|percent)$/u.test(written);

/** A target of a rate as a fraction: no rate is more than one, so 85 is 85 %. */
function asFraction(item: Target): Target {
  const metric = METRICS.find(({ id }) => id === item.metricId);
  const numbers = [item.target, item.amber, item.red].filter((number) => number !== null);
  if (metric?.kind !== 'rate' || numbers.every((number) => number <= 1)) return item;
  // Where less is wanted, 0.5 beside 2 is half a hundredth; where more is, 0.8 beside 90 is a fraction.
  const isWritten = (number: number): boolean => number > 1 || metric.direction === 'down';
  const fraction = (number: number): number => (isWritten(number) ? Number((number / 100).toPrecision(12)) : number);
  const { target, amber, red } = item;
  return {
    ...item,
    target: fraction(target),
    amber: amber === null ? null : fraction(amber),
    red: red === null ? null : fraction(red),
  };
}

async function loadedTargets(engine: Engine): Promise<LoadedRow<Target>[]> {
  const rows = await engine.rows(`SELECT * FROM metric_target WHERE metric_id IS NOT NULL AND target IS NOT NULL
    ORDER BY file_id, source_row`);
  return rows.map((row) =>
    placed(
      asFraction({
        metricId: metricNamed(text(row.metric_id)),
        // 单位 heads units (%, 名) or those a target is for.
        scope: text(row.scope) || (isUnit(text(row.unit)) ? '' : text(row.unit)),
        period: text(row.period),
        target: Number(row.target),
        amber: numberOrNull(row.amber),
        red: numberOrNull(row.red),
        docRef: text(row.doc_ref),
      }),
      row,
    ),
  );
}

/** What the loaded files say about rules and targets. */
export async function loadedSetting(engine: Engine, there?: Tables): Promise<LoadedSetting> {
  const known = there ?? (await tablesThere(engine));
  return {
    rules: isEmpty(known, 'rule_version') ? [] : await loadedRules(engine),
    targets: isEmpty(known, 'metric_target') ? [] : await loadedTargets(engine),
  };
}

/** The day that counts as today, as a query. */
export const asOfSql = (asOf: string | null): string => `SELECT ${daySql(asOf)} AS day`;

/** The table of the rule versions that populations read. */
export const RULE_TABLE =
  'rule (rule_id VARCHAR, value VARCHAR, number DOUBLE, valid_from DATE, valid_to DATE, doc_ref VARCHAR)';

/** The statement that writes rule versions; null where there are none. */
export function rulesSql(rules: readonly RuleVersion[]): string | null {
  if (rules.length === 0) return null;
  const rows = rules.map(({ ruleId, value, validFrom, validTo, docRef }) => {
    const number = value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : 'NULL';
    return [literal(ruleId), literal(value), number, daySql(validFrom), daySql(validTo), literal(docRef)];
  });
  return `INSERT INTO rule ${valuesSql(rows)}`;
}

/** Writes the rule versions the populations read. */
export async function writeRules(engine: Engine, rules: readonly RuleVersion[]): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE ${RULE_TABLE}; ${rulesSql(rules) ?? ''}`);
}

/**
 * Writes the tables the populations read beside the canonical ones: `as_of` (one day), `calendar` (a row a month,
 * 1990–2049), `span` (every period of it), `rule` (the versions in force, see {@link overlaySetting}), the hierarchy of organisations
 * and what was owed of organisation life. With something `kept`, what would be the same stays.
 */
export async function prepare(
  engine: Engine,
  setting: Setting = {},
  kept?: Kept,
): Promise<InForce & { readonly there: Tables }> {
  kept?.begin();
  const there = await tablesThere(engine);
  await writeFixed(engine, there);
  const asOf = setting.asOf ?? (await latestDay(engine, there));
  const overlay = overlaySetting(await loadedSetting(engine, there), setting);
  const [rules, targets] = [overlay.rules.inForce, overlay.targets.inForce];
  await engine.run(`CREATE OR REPLACE TABLE as_of AS ${asOfSql(asOf)}; ${ZONE_NAMES}`);
  await writeRules(engine, rules);
  const under = { asOf, rules: rulesSql(rules) };
  const versions = kept?.known === true ? await versionsOf(engine, there, under) : null;
  await writeDerived(engine, there, versions);
  kept?.count(under, versions);
  return { asOf, rules, targets, there };
}

/**
 * Notes what the tables hold that the last figures were made from, where that was not asked for them: the first figures of a session are shown before
 * it is. Nothing may have been changed since.
 */
export async function noteHeld(engine: Engine, kept: Kept): Promise<void> {
  const under = kept.open;
  if (under === null) return;
  const there = await tablesThere(engine);
  const versions = await versionsOf(engine, there, under);
  await noteDerived(engine, there, versions);
  kept.complete(versions);
}
