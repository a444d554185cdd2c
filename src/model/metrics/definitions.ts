import { type MetricSpec, textSum } from '../../domain';
import { baseOf } from './base-of';
import { countedForm, METRICS } from './index';
import { HIERARCHY_TABLES } from './hierarchy-tables';
import { LIFE_TABLES } from './life-due';

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** What decides the figures of a metric, as text: how it is counted, of what, and the tables its population is made of. */
function counting(metric: MetricSpec): string[] {
  const { kind, time, grain, step = null, population, categoryParts = [] } = metric;
  const counted = countedForm(metric);
  return [
    JSON.stringify([kind, time, grain, step, categoryParts, population, counted?.population ?? null]),
    baseOf(metric).sql,
    counted === null ? '' : baseOf(counted).sql,
  ].map(plain);
}

/** A sum of every metric's definition, by its id: figures of another sum were counted by another definition, or may have been. */
export function definitionSums(): Readonly<Record<string, string>> {
  const beside = [...HIERARCHY_TABLES, ...LIFE_TABLES].map(({ sql }) => plain(sql));
  return Object.fromEntries(METRICS.map((metric) => [metric.id, textSum([...counting(metric), ...beside])]));
}
