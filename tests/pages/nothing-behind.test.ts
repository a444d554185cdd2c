import { describe, expect, it } from 'vitest';
import { factsOf, publishedBeside } from '../../src/brief';
import { EMPTY_CUBE, type Cell, type Cube } from '../../src/cube';
import { netTitle } from '../../src/pages/coverage/net';
import type { MessageKey } from '../../src/state/messages';
import { MESSAGES } from '../words';
import { toActOn } from '../../src/brief';
import { commonTarget } from '../../src/ui/figures/rates';

/** Messages in Chinese with their places filled in. */
const t = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string =>
  MESSAGES[key].zh.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name]));
const language = { t, of: (label: { zh: string }) => label.zh, locale: 'zh' } as never;

const cell = (zone: string, numerator: number, denominator: number): Cell => ({
  metric: 'org_coverage_rate',
  zone,
  committee: '',
  domain: '',
  period: '2018-12-31',
  category: '',
  numerator,
  denominator,
});
const target = { metricId: 'org_coverage_rate', scope: '', period: '', target: 1, amber: null, red: 0.5 };
const cubeOf = (...cells: Cell[]): Cube => ({ ...EMPTY_CUBE, cells, asOf: '2018-12-31', targets: [target as never] });

describe('a sentence with nothing behind it is not written', () => {
  it('lists: nothing to act on is a finding only where something was in question', () => {
    expect(toActOn(null, 'rest')).toBeNull();
    expect(toActOn({ numerator: 0, denominator: 0 }, 'rest')).toBeNull();
    expect(toActOn({ numerator: 0, denominator: 0 }, 'numerator')).toBeNull();
    expect(toActOn({ numerator: 5, denominator: 5 }, 'rest')).toBe(0);
    expect(toActOn({ numerator: 3, denominator: 5 }, 'rest')).toBe(2);
    expect(toActOn({ numerator: 3, denominator: 5 }, 'numerator')).toBe(3);
    // A count has no denominator: none is a finding of its own, but it has no rest.
    expect(toActOn({ numerator: 0, denominator: null }, 'numerator')).toBe(0);
    expect(toActOn({ numerator: 4, denominator: null }, 'rest')).toBeNull();
  });

  it('no gain of nothing', () => {
    expect(netTitle(3, 5, { t })).toBe('党组织净增 3 个');
    expect(netTitle(-2, 0, { t })).toBe('党组织净减 2 个');
    expect(netTitle(0, 4, { t })).toBe('新建、撤销党组织各 4 个，净增为零');
    expect(netTitle(0, 0, { t })).toBe('没有新建或撤销的党组织');
  });

  it('a target is met by some of those known, never by 0 of 0', () => {
    const ask = { metric: 'org_coverage_rate', period: '2018Q4', comparison: 'none', by: 'zone' } as const;
    const known = cubeOf(cell('a', 4, 4), cell('b', 1, 4));
    expect(commonTarget(known, factsOf(known, ask), language)?.label).toContain('2 个中 1 个达到');
    const unknown = cubeOf(cell('a', 0, 0), cell('b', 0, 0));
    expect(commonTarget(unknown, factsOf(unknown, ask), language)?.label).toBe('目标 100%');
  });

  it('a published rate has no 0/0 beside it', () => {
    const figure = {
      id: '1',
      zone: 'a',
      metric: 'org_coverage_rate',
      category: '',
      label: { zh: '', en: '' },
      value: 80,
      unit: '%',
      bound: 'eq' as const,
      period: '2018Q4',
      source: '',
      quote: '',
      doubt: { zh: '', en: '' },
    };
    const beside = (cube: Cube) => publishedBeside({ ...cube, published: [figure] }, ['coverage'], [], 'zh')[0];
    expect(beside(cubeOf(cell('a', 0, 0)))).toMatchObject({ computed: null, fraction: null });
    expect(beside(cubeOf(cell('a', 23, 80)))).toMatchObject({ computed: '28.8%', fraction: { numerator: 23 } });
  });
});
