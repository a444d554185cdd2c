import { describe, expect, it } from 'vitest';
import { EMPTY_CUBE } from '../../src/cube';
import {
  committeesOf,
  domainsMeant,
  domainsOf,
  grainsOf,
  latestPeriod,
  leadMetric,
  periodChosen,
  selectionFor,
  zonesByDefault,
  zonesOf,
} from '../../src/state/choices';
import { sampleCube } from '../ui/sample-cube';

const cube = sampleCube();

describe('what can be chosen', () => {
  it('leaves enterprises out by default, and only them', () => {
    expect(zonesOf(cube)).toHaveLength(13);
    expect(zonesByDefault(cube)).toHaveLength(12);
    expect(zonesByDefault(cube)).not.toContain('rl');
  });

  it('keeps an enterprise where there is nothing else', () => {
    const only = { ...cube, cells: cube.cells.filter((cell) => cell.zone === 'rl') };
    expect(zonesByDefault(only)).toEqual(['rl']);
  });

  it('puts what states no zone last, whether there is a register or none', () => {
    const [first] = cube.cells;
    const cells = first ? [{ ...first, zone: '' }, ...cube.cells] : [];
    expect(zonesOf({ ...cube, cells })).toEqual([...zonesOf(cube), '']);
    expect(zonesOf({ ...cube, cells, zones: [] })).toEqual([...zonesOf({ ...cube, zones: [] }), '']);
  });

  it('starts from the latest period that has coverage', () => {
    expect(latestPeriod(cube, 'org_coverage_rate')).toBe('2018Q4');
    expect(latestPeriod(cube, 'star_rated_rate')).toBe('2018');
    expect(latestPeriod(EMPTY_CUBE, 'org_coverage_rate')).toBeNull();
  });

  it('asks star metrics by year only', () => {
    expect(grainsOf(cube, 'star_rated_rate', ['gx'])).toEqual(['year']);
    expect(grainsOf(cube, 'org_coverage_rate', ['gx'])).toEqual(['quarter', 'half', 'year']);
  });

  it('asks by month only where every zone looked at reports two months of a quarter', () => {
    const [cell] = cube.cells.filter(({ metric }) => metric === 'org_coverage_rate');
    if (!cell) throw new Error('no cell');
    const at = (zone: string, period: string) => ({ ...cell, zone, period });
    const grains = (...cells: (typeof cell)[]) => grainsOf({ ...cube, cells }, 'org_coverage_rate', ['a', 'b']);
    expect(grains(at('a', '2018-10-31'), at('a', '2018-11-30'))).toEqual(['month', 'quarter', 'half', 'year']);
    expect(grains(at('a', '2018-10-31'), at('b', '2018-11-30'))).toEqual(['quarter', 'half', 'year']);
    expect(grains(at('a', '2018-10-31'), at('a', '2018-11-30'), at('b', '2018-12-31'))).not.toContain('month');
    expect(grains(at('a', '2018-10-31'), at('a', '2018-11-30'), at('c', '2018-12-31'))).toContain('month');
    expect(grains(at('a', '2018-11-15'), at('a', '2018-11-30'))).toEqual(['quarter', 'half', 'year']);
  });

  it('falls back to a metric that has cells', () => {
    const stars = { ...cube, cells: cube.cells.filter((cell) => cell.metric === 'star_rated_rate') };
    expect(leadMetric(stars, 'overview', undefined)).toBe('star_rated_rate');
    // Cells of nothing are no figures: such a rate leads no page while another has some.
    const hollow = cube.cells
      .filter((cell) => cell.metric === 'org_coverage_rate')
      .map((cell) => ({ ...cell, numerator: 0, denominator: 0 }));
    expect(leadMetric({ ...cube, cells: [...hollow, ...stars.cells] }, 'overview', undefined)).toBe('star_rated_rate');
    expect(leadMetric({ ...cube, cells: hollow }, 'overview', undefined)).toBe('org_coverage_rate');
    expect(leadMetric(cube, 'compare', 'work_coverage_rate')).toBe('work_coverage_rate');
    expect(leadMetric(cube, 'compare', 'nonsense')).toBe('org_coverage_rate');
  });

  it('offers each committee name once, with its zones', () => {
    const found = committeesOf(cube, 'org_coverage_rate', ['gx', 'rj']);
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
    expect(found.some(({ zones }) => zones.length === 2)).toBe(true);
  });

  it('offers only domains that are in scope of the metric', () => {
    expect(domainsOf(cube, 'org_coverage_rate')).toEqual(['非公企业', '社会组织']);
  });

  it('means a field under each of its names', () => {
    expect(domainsMeant(['非公企业'])).toEqual(['非公企业', '非公']);
    expect(selectionFor(['gx'], [], ['社会组织'])).toEqual({ zones: ['gx'], domains: ['社会组织'] });
  });

  it('takes from the address only what is a period', () => {
    expect(periodChosen('2018Q4')).toBe('2018Q4');
    expect(periodChosen('2018-12-31')).toBeNull();
    expect(periodChosen('soon')).toBeNull();
    expect(periodChosen(undefined)).toBeNull();
  });
});
