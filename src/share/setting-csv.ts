import type { LoadedRow, LoadedSetting } from '../cube';
import { type RuleVersion, type TableSpec, type Target, isPeriod } from '../domain';
import { METRICS, tableById } from '../model';
import { type Field, csvFile, readCsv } from './csv';
import { templateExample, templateHeader } from './templates';

const specOf = (table: 'rule_version' | 'metric_target'): TableSpec => {
  const spec = tableById(table);
  if (!spec) throw new RangeError(`no such table: ${table}`);
  // What the page saves is in fractions and needs no unit.
  return { ...spec, columns: spec.columns.filter(({ id }) => table !== 'metric_target' || id !== 'unit') };
};

const csv = (table: 'rule_version' | 'metric_target', rows: readonly (readonly Field[])[]): string =>
  csvFile([templateHeader(specOf(table)), ...rows]);

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

/** Targets as a file of the canonical table; rates as fractions. */
export function targetsCsv(targets: readonly Target[]): string {
  return csv(
    'metric_target',
    targets.map(({ metricId, scope, period, target, amber, red, docRef }) => [
      metricId,
      scope,
      period,
      target,
      amber,
      red,
      docRef,
    ]),
  );
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/u;

function ruleOf([ruleId = '', value = '', from = '', to = '', docRef = '']: readonly string[]): RuleVersion | null {
  const days = [from, to].every((day) => day === '' || ISO_DAY.test(day));
  if (ruleId === '' || value === '' || !days) return null;
  return { ruleId, value, validFrom: from === '' ? null : from, validTo: to === '' ? null : to, docRef };
}

function targetOf(row: readonly string[]): Target | null {
  const [metricId = '', scope = '', period = '', target = '', amber = '', red = '', docRef = ''] = row;
  const numbers = [target, amber, red].map((text) => (text === '' ? null : Number(text)));
  const [goal = null, yellow = null, low = null] = numbers;
  const plain = numbers.every((number) => number === null || (number >= 0 && number <= 1));
  if (goal === null || !plain || !METRICS.some(({ id }) => id === metricId)) return null;
  if (period !== '' && !isPeriod(period)) return null;
  return { metricId, scope, period, target: goal, amber: yellow, red: low, docRef };
}

/** Every row as an item; null where one is not as this product writes it. */
function itemsOf<Item>(rows: readonly string[][], of: (row: string[]) => Item | null): LoadedRow<Item>[] | null {
  const items = rows.map(of);
  const found = items.flatMap((item, at) => (item === null ? [] : [{ item, file: 0, row: at + 2 }]));
  return found.length === rows.length ? found : null;
}

/**
 * What a text says that `rulesCsv` or `targetsCsv` wrote and nobody changed in form; null for any other, also for a template
 * with its example: such files are read as those of others.
 */
export function settingOfCsv(text: string): LoadedSetting | null {
  const [header = [], ...rows] = readCsv(text);
  const isOf = (table: 'rule_version' | 'metric_target'): boolean => {
    const [names, example] = [templateHeader(specOf(table)), templateExample(specOf(table))].map(String);
    return names === String(header) && rows.every((row) => row.length === header.length && String(row) !== example);
  };
  const rules = isOf('rule_version') ? itemsOf(rows, ruleOf) : null;
  if (rules !== null) return { rules, targets: [] };
  const targets = isOf('metric_target') ? itemsOf(rows, targetOf) : null;
  return targets === null ? null : { rules: [], targets };
}
