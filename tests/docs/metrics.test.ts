import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricDictionary } from '../../docs/dictionary';
import { METRICS, STAR_SCHEMES, TABLES } from '../../src/model';

const written = readFileSync(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8');

describe('the metric dictionary', () => {
  it('is what the model says: run `npm run metrics` when this fails', () => {
    expect(written).toBe(metricDictionary());
  });

  it.each(METRICS.map((metric) => [metric.id, metric] as const))('%s is told in both languages', (id, metric) => {
    const entry = written.split(`<a id="metric-${id}"></a>`)[1]?.split('<a id=')[0] ?? '';
    for (const words of [metric.label, metric.numerator, metric.denominator, metric.unit, metric.source]) {
      expect(entry).toContain(words.zh);
      expect(entry).toContain(words.en);
    }
    expect(entry).toContain(metric.population.scope.replaceAll(/\s+/g, ' '));
  });

  it.each(TABLES.map((table) => [table.id, table] as const))('%s shows every column and check', (id, table) => {
    const entry = written.split(`<a id="table-${id}"></a>`)[1]?.split('<a id=')[0] ?? '';
    for (const column of table.columns) expect(entry).toContain(`| \`${column.id}\` | ${column.label.zh} |`);
    for (const check of table.constraints) expect(entry).toContain(`\`${check.code}\``);
  });

  it('lists every star scheme', () => {
    for (const scheme of STAR_SCHEMES) expect(written).toContain(`| \`${scheme.id}\` |`);
  });

  it('leaves no link without a target', () => {
    const targets = new Set([...written.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id));
    const links = [...written.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(METRICS.length);
    expect(links.filter((id) => !targets.has(id))).toEqual([]);
  });
});
