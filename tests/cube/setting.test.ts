import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_LOADED, loadedSetting, overlaySetting, prepare } from '../../src/cube';
import { type RuleVersion, type TableSpec, type Target, shift } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { RULES, cardOf, ruleFaults, tableById, unitOf, versionsOf, withCorrection, withVersion } from '../../src/model';
import { rulesCsv, settingOfCsv, targetsCsv, templateCsv } from '../../src/share';
import { issueLabel } from '../../src/state/messages';
import { withRefusedRules } from '../../src/state/rules-ledger';
import { bytesOf } from '../datasets/plain-reader';

/* Rules and targets as files: what the page saves, the import reads and puts in force; what is wrong stays out and is told. */

let engine: Engine;
let collection: Collection;
beforeAll(async () => {
  engine = await openNodeEngine();
}, 60_000);
beforeEach(async () => {
  collection = await Collection.open(engine, localStager);
});
afterAll(() => engine.close());

const add = (path: string, content: string | Uint8Array) => {
  const data = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return collection.add({ path, data, source: bytesSource(path, data) });
};
const reopen = async (): Promise<void> => {
  collection = await Collection.open(engine, localStager);
};

const unit = (id: string): RuleVersion[] => RULES.filter(({ ruleId }) => unitOf(ruleId) === id);
const card = (id: string): RuleVersion[] => RULES.filter(({ ruleId }) => cardOf(ruleId) === id);
const TALKS = 'meeting/谈心谈话/times';

const TARGET: Target = {
  metricId: 'org_coverage_rate',
  scope: '',
  period: '2018',
  target: 0.9,
  amber: null,
  red: null,
  docRef: '',
};

describe('a file of rules', () => {
  it('that the page saved reads back as it was, all of them', async () => {
    const report = await add('规则版本.csv', rulesCsv(RULES));
    expect(report.issues).toEqual([]);
    const { rules } = await loadedSetting(engine);
    expect(rules.map(({ item }) => item)).toEqual(RULES);
    // The page reads its own file without a database, to the same end.
    expect(settingOfCsv(rulesCsv(RULES))?.rules.map(({ item, row }) => ({ item, row }))).toEqual(
      rules.map(({ item, row }) => ({ item, row })),
    );
    expect(overlaySetting({ ...NOTHING_LOADED, rules }, {}).rules.refused).toEqual([]);
  });

  it('keeps every edit through the file, into force and into the table the populations read', async () => {
    const day = fc.integer({ min: 0, max: 2500 }).map((days) => shift('2014-01-01', days));
    const edits = fc.record({ times: fc.integer({ min: 1, max: 31 }), from: day, length: fc.option(fc.nat(700)) });
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 4 }), day, async (changes, on) => {
        let rows = card('meeting/谈心谈话');
        for (const { times, from, length } of changes)
          rows = withVersion(rows, {
            values: { [TALKS]: String(times), 'meeting/谈心谈话/months': '12' },
            from,
            to: length === null ? null : shift(from, length),
            docRef: '“改过”的，文件',
          });
        expect(ruleFaults(rows)).toEqual([]);
        await reopen();
        await add('规则.csv', rulesCsv(rows));
        const { rules } = await prepare(engine);
        const key = (list: readonly RuleVersion[]) => list.map((row) => JSON.stringify(row)).sort();
        expect(key(rules.filter(({ ruleId }) => cardOf(ruleId) === 'meeting/谈心谈话'))).toEqual(key(rows));
        const found = await engine.rows(`SELECT number FROM rule WHERE rule_id = '${TALKS}'
          AND coalesce(valid_from, DATE '0001-01-01') <= DATE '${on}' AND coalesce(valid_to, DATE '9999-12-31') >= DATE '${on}'`);
        // The last edit that holds on a day decides, and one rule holds on every day.
        const decides = changes.filter(({ from, length }, at) => {
          const next = changes.slice(0, at).map((before) => before.from);
          const starts = [
            ...next,
            ...changes.slice(0, at).flatMap((b) => (b.length === null ? [] : [shift(shift(b.from, b.length), 1)])),
          ];
          const to =
            length === null
              ? (starts.filter((start) => start > from).sort()[0] ?? '9999-12-31')
              : shift(from, length + 1);
          return from <= on && on < to;
        });
        expect(found).toHaveLength(1);
        const last = decides.at(-1);
        if (last && changes.every(({ length }) => length !== null)) expect(found[0]?.number).toBe(last.times);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('does not put in force what has a fault, keeps the version before, and says so at the row', async () => {
    const scheme = unit('star/five-level-90').map((row) =>
      row.ruleId.endsWith('cutoff/4') ? { ...row, value: '95' } : row,
    );
    const crossing = [
      { ruleId: TALKS, value: '1', validFrom: null, validTo: '2018-06-30', docRef: '' },
      { ruleId: TALKS, value: '2', validFrom: '2018-01-01', validTo: null, docRef: '' },
    ];
    const fine = { ruleId: 'branch/min-full', value: '5', validFrom: null, validTo: null, docRef: '本地' };
    const report = await add('规则.csv', rulesCsv([...scheme, ...crossing, fine]));
    const { rules } = await prepare(engine);
    expect(rules.filter(({ ruleId }) => ruleId === TALKS)).toEqual(RULES.filter(({ ruleId }) => ruleId === TALKS));
    expect(rules.filter(({ ruleId }) => unitOf(ruleId) === 'star/five-level-90')).toEqual(unit('star/five-level-90'));
    expect(rules.find(({ ruleId }) => ruleId === 'branch/min-full')?.value).toBe('5');
    const [told] = withRefusedRules([report], await loadedSetting(engine));
    const levels = scheme.findIndex(({ ruleId }) => ruleId.endsWith('cutoff/4')) + 2;
    expect(told?.issues).toMatchObject([
      { code: 'rule-levels-overlap', row: levels, column: 'value', value: '95', severity: 'error', file: '规则.csv' },
      { code: 'rule-versions-cross', row: scheme.length + 3, column: 'valid_from', value: '2018-01-01' },
    ]);
    for (const { code } of told?.issues ?? []) expect(issueLabel(code).zh).not.toBe(code);
  });

  it('lies under what was edited on the page, rule by rule', async () => {
    await add('规则.csv', rulesCsv([{ ruleId: TALKS, value: '2', validFrom: null, validTo: null, docRef: '文件' }]));
    const edited = [{ ruleId: TALKS, value: '3', validFrom: null, validTo: null, docRef: '本页' }];
    const value = async (rules?: readonly RuleVersion[]) =>
      (await prepare(engine, rules ? { rules } : {})).rules.find(({ ruleId }) => ruleId === TALKS)?.value;
    expect(await value()).toBe('2');
    expect(await value(edited)).toBe('3');
    expect(await value(edited.map((row) => ({ ...row, value: '99' })))).toBe('2');
    await collection.clear();
    expect(await value()).toBe('1');
  });
});

describe('a file of targets', () => {
  it('that the page saved reads back as it was', async () => {
    const targets: Target[] = [
      {
        metricId: 'org_coverage_rate',
        scope: '济源高新区',
        period: '',
        target: 1,
        amber: null,
        red: null,
        docRef: '全覆盖',
      },
      { metricId: 'org_coverage_rate', scope: '', period: '2018', target: 0.855, amber: 0.8, red: 0.7, docRef: '' },
      {
        metricId: 'star_down_rate',
        scope: '',
        period: '2018Q4',
        target: 0.05,
        amber: 0.1,
        red: 0.2,
        docRef: '甲，“乙”',
      },
    ];
    const report = await add('指标目标.csv', targetsCsv(targets));
    expect(report.issueCounts).toEqual({});
    expect((await prepare(engine)).targets).toEqual(targets);
    expect(settingOfCsv(targetsCsv(targets))?.targets.map(({ item }) => item)).toEqual(targets);
  });

  it.each([
    ['another list', '单位,党组织\r\n甲,1\r\n'],
    ['percent', '指标,园区,时期,目标值,黄线,红线,依据文件\r\norg_coverage_rate,,,90%,,,\r\n'],
    ['metrics by name', targetsCsv([{ ...TARGET, metricId: '组织覆盖率' }])],
    ['periods in words', targetsCsv([{ ...TARGET, period: '2018年' }])],
    ['days in words', rulesCsv([{ ruleId: TALKS, value: '2', validFrom: '2018年1月', validTo: null, docRef: '' }])],
    ['a template with its example', new TextDecoder().decode(templateCsv(tableById('rule_version') as TableSpec))],
  ])('with %s is left to the reader of other people’s files', (_, text) => {
    expect(settingOfCsv(text)).toBeNull();
  });

  it('that was saved is read back whatever its words', () => {
    const words = fc.string({ maxLength: 12 });
    const rule = fc.record({
      ruleId: fc.constant(TALKS),
      value: words.filter(Boolean),
      validFrom: fc.constantFrom(null, '2018-01-01'),
      validTo: fc.constant(null),
      docRef: words,
    });
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1 }), (rules) => {
        expect(settingOfCsv(rulesCsv(rules))?.rules.map(({ item }) => item)).toEqual(rules);
      }),
    );
  });

  it('names metrics as people write them, and gives percent', async () => {
    await add('targets.csv', new Uint8Array(bytesOf('example/targets.csv')));
    const { targets } = await prepare(engine);
    expect(targets).toMatchObject([
      { metricId: 'org_coverage_rate', scope: '济源高新区', period: '', target: 1, amber: null, red: null },
      { metricId: 'all_meetings_compliance_rate', scope: '', period: '2018', target: 0.9, amber: 0.8, red: 0.6 },
      { metricId: 'rect_on_time_rate', period: '2018', target: 0.9, amber: 0.8, red: 0.7 },
    ]);
  });

  it.each([
    ['指标,园区,目标值（%）\n组织覆盖率,甲高新区,85', [['org_coverage_rate', '甲高新区', 0.85]]],
    [
      '指标,单位,目标值,黄线\n组织覆盖率,%,85,80\n发展党员,名,50,',
      [
        ['org_coverage_rate', '', 0.85],
        ['admitted_count', '', 50],
      ],
    ],
    [
      '指标,单位,目标值\n组织覆盖率,甲高新区,≥85%\n后进率,全市,5%以内',
      [
        ['org_coverage_rate', '甲高新区', 0.85],
        ['backward_share', '', 0.05],
      ],
    ],
    [
      '指标,目标值\n组织覆盖率,85\n参评率,不低于90%\n发展党员,85',
      [
        ['org_coverage_rate', '', 0.85],
        ['star_rated_rate', '', 0.9],
        ['admitted_count', '', 85],
      ],
    ],
    [
      '园区,组织覆盖率目标,参评率目标（%）\n甲高新区,85%,95\n乙经开区,0.8,90',
      [
        ['org_coverage_rate', '甲高新区', 0.85],
        ['star_rated_rate', '甲高新区', 0.95],
        ['org_coverage_rate', '乙经开区', 0.8],
        ['star_rated_rate', '乙经开区', 0.9],
      ],
    ],
    [
      '2024年度目标分解表\n园区,组织覆盖率（%）,参评率（%）\n甲高新区,85,95',
      [
        ['org_coverage_rate', '甲高新区', 0.85],
        ['star_rated_rate', '甲高新区', 0.95],
      ],
    ],
    // One of a hundred, or all of them? Nobody can tell.
    ['指标,单位,目标值\n后进率,%,1\n组织覆盖率,%,0.85', []],
  ])('is 85 %% and never 8500 %%: %s', async (lines, targets) => {
    await add('目标.csv', `${lines}\n`);
    const found = (await prepare(engine)).targets;
    expect(found.map(({ metricId, scope, target }) => [metricId, scope, target])).toEqual(targets);
  });

  it('for an unknown metric is refused at its row, the others hold', async () => {
    const report = await add('目标.csv', '指标,目标值,黄线\n没有的率,0.9,\n组织覆盖率,0.95,0.9\n参评率,0.9,0.95\n');
    expect((await prepare(engine)).targets.map(({ metricId }) => metricId)).toEqual(['org_coverage_rate']);
    const [told] = withRefusedRules([report], await loadedSetting(engine));
    const own = told?.issues.filter(({ code }) => code.startsWith('target-'));
    expect(own).toMatchObject([
      { code: 'target-unknown-metric', row: 2, column: 'metric_id', value: '没有的率' },
      { code: 'target-limits-out-of-order', row: 4, column: 'amber', value: '0.95' },
    ]);
  });
});

describe('an edit on the page', () => {
  it('ends the version before the day it begins, and gives way to the next one', () => {
    const first = withVersion(card('meeting/党课'), {
      values: { 'meeting/党课/times': '2', 'meeting/党课/months': '3' },
      from: '2018-01-01',
      to: null,
      docRef: '甲',
    });
    const second = withVersion(first, {
      values: { 'meeting/党课/times': '3', 'meeting/党课/months': '6' },
      from: '2017-01-01',
      to: null,
      docRef: '乙',
    });
    expect(versionsOf(second).map(({ from, to, rows }) => [from, to, rows.map(({ value }) => value)])).toEqual([
      [null, '2016-12-31', ['1', '3']],
      ['2017-01-01', '2017-12-31', ['3', '6']],
      ['2018-01-01', null, ['2', '3']],
    ]);
    const [, middle] = versionsOf(second);
    if (!middle) throw new Error('no middle version');
    const corrected = withCorrection(second, middle, {
      values: { 'meeting/党课/times': '4', 'meeting/党课/months': '6' },
      from: '2017-01-01',
      to: '2017-12-31',
      docRef: '乙',
    });
    expect(ruleFaults(corrected)).toEqual([]);
    expect(versionsOf(corrected)[1]?.rows.map(({ value }) => value)).toEqual(['4', '6']);
    expect(
      ruleFaults(
        withCorrection(second, middle, {
          values: { 'meeting/党课/times': '4' },
          from: '2016-06-01',
          to: '2017-12-31',
          docRef: '乙',
        }),
      ).map(({ code, field }) => [code, field]),
    ).toEqual([['versions-cross', 'validFrom']]);
  });

  it('leaves other rules alone', () => {
    const { rules } = overlaySetting(NOTHING_LOADED, { rules: card('meeting/党课') });
    const others = (rows: readonly RuleVersion[]) =>
      rows
        .filter(({ ruleId }) => cardOf(ruleId) !== 'meeting/党课')
        .map((row) => JSON.stringify(row))
        .sort();
    expect(others(rules.inForce)).toEqual(others(RULES));
  });
});
