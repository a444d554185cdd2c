import type { RuleVersion, Target } from '../domain';
import { writeRecord } from '../ingest';
import { tableById } from '../model';
import { neutral } from './neutral';
import { templateHeader } from './templates';

const BOM = '\uFEFF';

function csv(table: 'rule_version' | 'metric_target', rows: readonly (readonly string[])[]): string {
  const spec = tableById(table);
  if (!spec) throw new RangeError(`no such table: ${table}`);
  const records = [templateHeader(spec), ...rows.map((row) => row.map(neutral))];
  return BOM + records.map((record) => writeRecord(record)).join('');
}

/** Rule versions as a file of the canonical table: what the page saves, the import page reads. */
export function rulesCsv(rules: readonly RuleVersion[]): string {
  return csv(
    'rule_version',
    rules.map(({ ruleId, value, validFrom, validTo, docRef }) => [
      ruleId,
      value,
      validFrom ?? '',
      validTo ?? '',
      docRef,
    ]),
  );
}

const number = (value: number | null): string => (value === null ? '' : String(value));

/** Targets as a file of the canonical table; rates as fractions. */
export function targetsCsv(targets: readonly Target[]): string {
  return csv(
    'metric_target',
    targets.map(({ metricId, scope, period, target, amber, red, docRef }) => [
      metricId,
      scope,
      period,
      number(target),
      number(amber),
      number(red),
      docRef,
    ]),
  );
}
