import { expect, it } from 'vitest';
import { METRICS } from '../../src/model';

it('every rate has the words an English sentence says after its figure', () => {
  const rates = METRICS.filter(({ kind }) => kind === 'rate');
  for (const { id, said } of rates) expect([id, said]).toEqual([id, expect.stringMatching(/^of [\x20-\x7e]+[a-z]$/u)]);
  expect(METRICS.filter(({ kind, said }) => kind !== 'rate' && said !== undefined)).toEqual([]);
});
