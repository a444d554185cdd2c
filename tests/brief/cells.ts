import { type Cell, type Cube, EMPTY_CUBE } from '../../src/cube';

/** A small cube made by hand: zone, x, n at a period, for one metric. */
export function cubeOf(
  rows: readonly (readonly [zone: string, period: string, numerator: number, denominator: number])[],
  metric = 'org_coverage_rate',
): Cube {
  const cells = rows.map(([zone, period, numerator, denominator]): Cell => ({
    metric,
    zone,
    committee: '',
    domain: '非公企业',
    period,
    category: '',
    numerator,
    denominator,
  }));
  const zones = [...new Set(rows.map(([zone]) => zone))].map((id) => ({ id, name: `${id}区`, type: '园区', note: '' }));
  return { ...EMPTY_CUBE, cells, zones, asOf: '2018-12-31' };
}

export const nameOf = (key: { readonly zone?: string; readonly domain?: string }): string =>
  key.zone === undefined ? (key.domain ?? '') : `${key.zone}区`;

export const ASK = { period: '2018Q4', comparison: 'previous', by: 'zone' } as const;
