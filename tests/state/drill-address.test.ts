import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/model';
import { drillIn, drillText } from '../../src/state/drill-address';
import { formatHash, parseHash } from '../../src/state/hash';

const names = fc.array(fc.string(), { maxLength: 3 });
const selection = fc.record(
  { zones: names, committees: names, domains: names, categories: names, counted: fc.boolean() },
  { requiredKeys: [] },
);
const period = fc.constantFrom('2018', '2018Q4', '2018-11', '2018-11-30', '2018H2');
const target = fc.record(
  {
    title: fc.string(),
    metric: fc.constantFrom(...METRICS.map(({ id }) => id)),
    period,
    periods: fc.array(period),
    selection,
    parts: fc
      .array(
        fc.tuple(fc.string(), fc.record({ items: names, categories: names, committees: names }, { requiredKeys: [] })),
      )
      .map((entries) => new Map(entries)),
    apart: fc.array(
      fc.record({ label: fc.string(), selection, periods: fc.array(period) }, { requiredKeys: ['label', 'selection'] }),
    ),
    named: fc.string(),
    part: fc.constantFrom('numerator' as const, 'rest' as const),
  },
  { requiredKeys: ['title', 'metric', 'period', 'selection'] },
);

describe('rows in the address', () => {
  it('come back as they were written, whatever the names', () => {
    fc.assert(
      fc.property(target, (given) => {
        const { params } = parseHash(formatHash({ page: 'coverage', params: { rows: [drillText(given)] } }));
        expect(drillIn(params.rows?.[0])).toEqual(given);
      }),
    );
  });

  it('are nothing where the address is damaged or made up', () => {
    const good = { title: '', metric: 'org_coverage_rate', period: '2018Q4', selection: {} };
    const bad = [
      undefined,
      '',
      'rows',
      '[]',
      'null',
      '{',
      ...[{ period: '2018Q5' }, { selection: { zones: 'a' } }, { selection: { sql: ['a'] } }, { part: 'all' }].map(
        (part) => JSON.stringify({ ...good, ...part }),
      ),
    ];
    expect(drillIn(JSON.stringify(good))).toEqual(good);
    expect(bad.map(drillIn)).toEqual(bad.map(() => null));
  });
});
