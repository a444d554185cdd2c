import { expect, it } from 'vitest';
import { nearestPeriod } from '../../src/brief';
import { type Cube, EMPTY_CUBE } from '../../src/cube';

const cell = (zone: string, period: string, numerator: number, denominator: number | null = null) => ({
  metric: 'org_net_new',
  zone,
  committee: '',
  domain: '',
  period,
  category: '成立',
  numerator,
  denominator,
});

const cube: Cube = {
  ...EMPTY_CUBE,
  cells: [
    cell('甲', '2022Q1', 2),
    cell('甲', '2023Q2', -1),
    cell('甲', '2024Q4', 3),
    cell('乙', '2024Q1', 5),
    cell('乙', '2024Q2', 0),
  ],
};

it.each([
  ['the last before', '2024Q3', ['甲'], '2023Q2'],
  ['of another zone, another', '2024Q3', ['乙'], '2024Q1'],
  ['else the first after', '2021Q1', ['甲'], '2022Q1'],
  ['none for who has none', '2024Q3', ['丙'], null],
  ['of all zones', '2024Q3', undefined, '2024Q1'],
])('%s', (_, asked, zones, expected) => {
  expect(nearestPeriod(cube, 'org_net_new', asked, { ...(zones && { zones }) })).toBe(expected);
});
