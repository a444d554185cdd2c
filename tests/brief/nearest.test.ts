import { expect, it } from 'vitest';
import { nearestMetric } from '../../src/brief';
import { EMPTY_CUBE } from '../../src/cube';
import { METRICS, baseOf } from '../../src/model';
import { KEY_RATES } from '../../src/state/pages';

/** What a cube of some tables lacks, as the product says it. */
const without = (loaded: readonly string[]) => {
  const missing = METRICS.map((metric) => ({
    metric: metric.id,
    tables: baseOf(metric).needs.filter((table) => !loaded.includes(table)),
  })).filter(({ tables }) => tables.length > 0);
  return { ...EMPTY_CUBE, missing };
};

it('of rates without figures the one is nearest whose table is there and which lacks the fewest others', () => {
  // Organisation life alone: what is owed is known once the register of organisations is there.
  expect(nearestMetric(without(['org_life']), KEY_RATES)).toBe('all_meetings_compliance_rate');
  expect(nearestMetric(without([]), KEY_RATES)).not.toBeNull();
  expect(nearestMetric(EMPTY_CUBE, KEY_RATES)).toBeNull();
});
