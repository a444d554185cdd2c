import { describe, expect, it } from 'vitest';
import { factsOf, headline, likeMembers, plain, watchList } from '../../src/brief';
import type { Cube } from '../../src/cube';
import type { RuleVersion } from '../../src/domain';
import { ASK, cubeOf, nameOf } from './cells';

/* What a rule asked for in one period and not in the other is no fall or rise of those it is asked of. */

const METRIC = 'all_meetings_compliance_rate';
const LECTURES = 'meeting/党课/times';

const version = (value: string, validFrom: string | null, validTo: string | null, ruleId = LECTURES): RuleVersion => ({
  ruleId,
  value,
  validFrom,
  validTo,
  docRef: '',
});

const under = (rules: readonly RuleVersion[]): Cube => ({
  ...cubeOf(
    ['甲', '乙', '丙'].flatMap((zone) =>
      ['2017Q4', '2018Q2', '2018Q3', '2018Q4'].map((period, at) => [zone, period, 90 - 20 * at, 100] as const),
    ),
    METRIC,
  ),
  rules,
});

/** What is said of the change between the third and the fourth quarter. */
const said = (rules: readonly RuleVersion[], ask: object = {}): string =>
  plain(headline(factsOf(under(rules), { ...ASK, metric: METRIC, ...ask }), nameOf, 'zh'));

const FELL = '较上季度下降 20.0 个百分点';
const RULED = '两期规则不同，不作前后比较';

describe('a change between two periods', () => {
  it.each<[string, readonly RuleVersion[], boolean]>([
    ['no rule at all', [], false],
    ['the same rule all along', [version('1', null, null)], false],
    [
      'another value from the later period on',
      [version('1', null, '2018-09-30'), version('2', '2018-10-01', null)],
      true,
    ],
    [
      'another value in the middle of the later',
      [version('1', null, '2018-11-14'), version('2', '2018-11-15', null)],
      true,
    ],
    [
      'another value in the middle of the earlier',
      [version('1', null, '2018-08-14'), version('2', '2018-08-15', null)],
      true,
    ],
    ['another value before both', [version('1', null, '2018-06-30'), version('2', '2018-07-01', null)], false],
    ['another value after both', [version('1', null, '2018-12-31'), version('2', '2019-01-01', null)], false],
    [
      'the same value under a new document',
      [version('1', null, '2018-09-30'), version('1', '2018-10-01', null)],
      false,
    ],
    ['a rule that ended', [version('1', null, '2018-09-30')], true],
    ['a rule that began', [version('1', '2018-10-01', null)], true],
    [
      'a rule of something else',
      [
        version('1', null, '2018-09-30', 'meeting/谈心谈话/times'),
        version('2', '2018-10-01', null, 'meeting/谈心谈话/times'),
      ],
      false,
    ],
    [
      'the name of a scheme',
      [
        version('甲', null, '2018-09-30', 'meeting/党课/label'),
        version('乙', '2018-10-01', null, 'meeting/党课/label'),
      ],
      false,
    ],
  ])('%s', (_, rules, changes) => {
    const text = said(rules);
    expect([text, text.includes(FELL), text.includes(RULED)]).toEqual([text, !changes, changes]);
    const facts = factsOf(under(rules), { ...ASK, metric: METRIC });
    expect(facts.change?.points === null).toBe(changes);
    for (const { points, before } of facts.members)
      expect([points === null, before === null]).toEqual([changes, changes]);
    expect(likeMembers(under(rules), { ...ASK, metric: METRIC }, '2018Q4', '2018Q3').members.size).toBe(
      changes ? 0 : 3,
    );
  });

  it('says which rule, from what to what, and since when', () => {
    const rules = [version('1', null, '2018-09-30'), version('2', '2018-10-01', null)];
    expect(said(rules)).toContain('党课的次数自 2018-10-01 起由 1 次变为 2 次，两期规则不同，不作前后比较');
    const english = plain(headline(factsOf(under(rules), { ...ASK, metric: METRIC }), nameOf, 'en'));
    expect(english).toMatch(
      /the rule for [a-z].+ went from 1 time to 2 times on 2018-10-01, so the two periods are not compared/u,
    );
    const three = ['党课', '支委会', '党员大会'].flatMap((kind) => [
      version('1', null, '2018-09-30', `meeting/${kind}/times`),
      version('2', '2018-10-01', null, `meeting/${kind}/times`),
    ]);
    expect(said(three)).toContain('3 条规则在两期之间有变');
    expect(said(rules, { comparison: 'none' })).not.toContain('规则');
  });

  it('ends a row of falls: what fell by the rule did not get worse', () => {
    const watched = (rules: readonly RuleVersion[]) => {
      const periods = ['2017Q3', '2017Q4', '2018Q1', '2018Q2', '2018Q3', '2018Q4'];
      const rows = ['甲', '乙'].flatMap((zone) => periods.map((at, nth) => [zone, at, 95 - nth, 100] as const));
      return watchList({ ...cubeOf(rows, METRIC), rules }, ASK, nameOf, 'zh').items.map(({ detail }) => detail);
    };
    expect(watched([]).join()).toContain('连续五个季度下降');
    expect(watched([version('1', null, '2018-06-30'), version('2', '2018-07-01', null)])).toEqual([]);
  });
});
