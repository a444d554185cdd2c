import { createHash } from 'node:crypto';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeCaveat, mergeTold } from '../../src/brief';
import {
  type Cell,
  type Cube,
  EMPTY_CUBE,
  type NamedCube,
  levelOf,
  loadCube,
  mergeCubes,
  reportingIn,
  rollUp,
  saveCube,
  withheldIn,
  withheldWholly,
} from '../../src/cube';
import { Refusal } from '../../src/domain';
import { METRICS } from '../../src/model';
import { EVERYTHING, released } from '../../src/share';
import { inventedCube } from '../share/invented-cubes';

const release = { level: 'internal', by: '', for: '', on: '2019-01-05', pages: null, sums: [] } as const;
const cell = (zone: string, numerator: number, some: Partial<Cell> = {}): Cell => ({
  metric: 'org_coverage_rate',
  zone,
  committee: '',
  domain: '',
  period: '2018-12-31',
  category: '',
  numerator,
  denominator: 20,
  ...some,
});
const cubeOf = (cells: readonly Cell[], some: Partial<Cube> = {}): Cube => ({
  ...EMPTY_CUBE,
  cells,
  asOf: '2018-12-31',
  release,
  ...some,
});
const file = (name: string, cube: Cube): NamedCube => ({ name, cube });
const merged = (...files: NamedCube[]): Cube => {
  const { cube, refused } = mergeCubes(files);
  expect(refused).toEqual([]);
  if (!cube) throw new TypeError('nothing was merged');
  return cube;
};
const kinds = ({ merge }: Cube): string[] => (merge?.notes ?? []).map(({ kind }) => kind);

/** A cube that was counted of some of the zones of another. */
const ofZones = (cube: Cube, zones: readonly string[]): Cube => ({
  ...cube,
  cells: cube.cells.filter(({ zone }) => zones.includes(zone)),
  zones: cube.zones.filter(({ id }) => zones.includes(id)),
});

describe('laws', () => {
  test('files and cells in any order make the same file to the byte', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer(),
        fc.constantFrom('internal', 'public'),
        (seed, turn, level) => {
          const whole = { ...inventedCube(seed), asOf: '2018-12-31' };
          const [first = '', ...rest] = whole.zones.map(({ id }) => id);
          const given = (zones: readonly string[], asOf: string): Cube =>
            released({ ...ofZones(whole, zones), asOf }, { level, ...EVERYTHING, release: { ...release, level } });
          // Two files of the first zone, the older told again by the newer.
          const files = [
            file('甲.arrow', given([first], '2018-12-31')),
            file('旧.arrow', given([first, ...rest.slice(0, 1)], '2018-09-30')),
            file('其余.arrow', given(rest, '2018-12-31')),
          ];
          const chance = fc.sample(fc.shuffledSubarray(files, { minLength: 3 }), { numRuns: 1, seed: turn })[0] ?? [];
          const shuffled = chance.map(({ name, cube }) => ({
            name,
            cube: {
              ...cube,
              cells: fc.sample(fc.shuffledSubarray([...cube.cells], { minLength: cube.cells.length }), {
                numRuns: 1,
                seed: turn + 1,
              })[0] as Cell[],
            },
          }));
          const [one, other] = [mergeCubes(files), mergeCubes(shuffled)].map(({ cube, refused }) => ({
            saved: cube ? createHash('sha256').update(saveCube(cube)).digest('hex') : null,
            refused: refused.map(({ file: name, value }) => [name, value]),
          }));
          expect(one).toEqual(other);
          expect(one?.saved).not.toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('no figure counts twice: a file with itself, or with what it was merged from, is what it was', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const whole = { ...inventedCube(seed), release };
      const [first = '', ...rest] = whole.zones.map(({ id }) => id);
      const [one, others] = [ofZones(whole, [first]), ofZones(whole, rest)];
      const both = merged(file('一.arrow', one), file('二.arrow', others));
      const again = merged(file('全.arrow', both), file('一.arrow', one), file('一份.arrow', one));
      expect(again.cells).toEqual(both.cells);
      const sums = (cube: Cube) => rollUp(cube, { metric: 'org_coverage_rate', by: ['zone'], periods: ['2018Q4'] });
      expect(new Set(sums(both).map((sum) => JSON.stringify(sum)))).toEqual(
        new Set(sums(whole).map((sum) => JSON.stringify(sum))),
      );
      expect(kinds(again)).toContain('overlap');
    }
  });

  test('a merged cube is saved and read like any other', () => {
    for (const level of ['internal', 'handed-down', 'public'] as const) {
      const whole = { ...inventedCube(9), release };
      const [first = '', ...rest] = whole.zones.map(({ id }) => id);
      const given = released(ofZones(whole, [first]), { level, ...EVERYTHING, release: { ...release, level } });
      const cube = merged(file('一.arrow', given), file('二.arrow', ofZones(whole, rest)));
      expect(loadCube(saveCube(cube))).toEqual(cube);
      expect(levelOf(cube)).toBe('internal');
    }
  });
});

describe('overlaps', () => {
  test('the newer file counts, the older one stands for what the newer does not tell', () => {
    const older = cubeOf([cell('甲', 10), cell('甲', 7, { period: '2018-09-30' })], { asOf: '2018-12-31' });
    const newer = cubeOf([cell('甲', 12)], { asOf: '2019-01-31' });
    const cube = merged(file('旧.arrow', older), file('新.arrow', newer));
    expect(cube.cells.map(({ period, numerator }) => [period, numerator])).toEqual([
      ['2018-09-30', 7],
      ['2018-12-31', 12],
    ]);
    expect(cube.asOf).toBe('2019-01-31');
    expect(cube.merge?.notes).toEqual([
      {
        kind: 'overlap',
        zone: '甲',
        metrics: ['org_coverage_rate'],
        from: '2018-12-31',
        to: '2018-12-31',
        counts: '新.arrow',
        left: '旧.arrow',
        same: false,
      },
    ]);
    expect(mergeTold(cube, 'zh').join('\n')).toMatch(
      /截至日不同.*2018-12-31：旧.arrow[\s\S]*采用较新的 新.arrow，旧.arrow 的没有计入/u,
    );
    expect(mergeTold(cube, 'en')).toHaveLength(mergeTold(cube, 'zh').length);
  });

  test('of one as-of day the file made later counts', () => {
    const made = (on: string, numerator: number) => cubeOf([cell('甲', numerator)], { release: { ...release, on } });
    const cube = merged(file('b.arrow', made('2019-01-05', 3)), file('a.arrow', made('2019-01-06', 4)));
    expect(cube.cells.map(({ numerator }) => numerator)).toEqual([4]);
  });

  test('where nothing tells which is newer both are refused by name, and the others are merged', () => {
    const files = [
      file('a.arrow', cubeOf([cell('甲', 3)])),
      file('b.arrow', cubeOf([cell('甲', 4)])),
      file('c.arrow', cubeOf([cell('乙', 5)])),
    ];
    const { cube, refused } = mergeCubes(files);
    expect(cube?.cells.map(({ zone }) => zone)).toEqual(['乙']);
    expect(refused.map(({ code, file: name, value }) => [code, name, value])).toEqual([
      ['cube-clash', 'a.arrow', 'b.arrow · 甲 · 组织覆盖率 · 2018-12-31'],
      ['cube-clash', 'b.arrow', 'a.arrow · 甲 · 组织覆盖率 · 2018-12-31'],
    ]);
  });

  test('events told by the quarter and by the year are told once', () => {
    const flow = METRICS.find(({ time, kind }) => time === 'flow' && kind === 'count')?.id ?? '';
    const event = (period: string, numerator: number) =>
      cell('甲', numerator, { metric: flow, period, denominator: null });
    const older = cubeOf([event('2018', 9), event('2017', 4)], { asOf: '2018-12-31' });
    const newer = cubeOf([event('2018-02', 2), event('2018-11', 8)], { asOf: '2019-02-28' });
    const cube = merged(file('年.arrow', older), file('月.arrow', newer));
    const sum = (period: string) => rollUp(cube, { metric: flow, by: [], periods: [period] })[0]?.numerator;
    expect([sum('2017'), sum('2018')]).toEqual([4, 10]);
    expect(kinds(cube)).toEqual(['overlap']);
  });

  test('files of one name are told apart', () => {
    const cube = merged(file('公开.arrow', cubeOf([cell('甲', 3)])), file('公开.arrow', cubeOf([cell('乙', 4)])));
    expect(cube.merge?.parts.map(({ name }) => name)).toEqual(['公开.arrow', '公开.arrow（2）']);
  });
});

describe('zones', () => {
  const register = (id: string, name: string) => ({ id, name, type: '', note: '' });

  test('one zone by its code here and by its name there is one zone', () => {
    const coded = cubeOf([cell('LJ', 10)], { zones: [register('LJ', '临江高新区')] });
    const named = cubeOf([cell('临江高新技术产业开发区', 6, { period: '2018-09-30' })]);
    const cube = merged(file('a.arrow', coded), file('b.arrow', named));
    expect(new Set(cube.cells.map(({ zone }) => zone))).toEqual(new Set(['LJ']));
    expect(cube.zones).toEqual([register('LJ', '临江高新区')]);
    expect(cube.merge?.notes).toEqual([
      { kind: 'one-zone', zone: 'LJ', names: ['临江高新区（LJ）', '临江高新技术产业开发区'] },
    ]);
  });

  test('one zone under two codes counts once', () => {
    const one = cubeOf([cell('01', 10)], { zones: [register('01', '临江高新区')], asOf: '2019-01-31' });
    const other = cubeOf([cell('LJ', 11)], { zones: [register('LJ', '临江高新区')] });
    const cube = merged(file('a.arrow', one), file('b.arrow', other));
    expect(cube.cells.map(({ zone, numerator }) => [zone, numerator])).toEqual([['01', 10]]);
    expect(kinds(cube)).toEqual(['one-zone', 'overlap']);
  });

  test('two zones under one code stay two', () => {
    const one = cubeOf([cell('01', 10)], { zones: [register('01', '临江高新区')] });
    const other = cubeOf([cell('01', 11)], {
      zones: [register('01', '东湖经开区')],
      targets: [
        { metricId: 'org_coverage_rate', scope: '01', period: '', target: 0.9, amber: null, red: null, docRef: '' },
      ],
    });
    const cube = merged(file('a.arrow', one), file('b.arrow', other));
    expect(cube.cells.map(({ zone, numerator }) => [zone, numerator]).sort()).toEqual([
      ['东湖经开区 01', 11],
      ['临江高新区 01', 10],
    ]);
    expect(cube.zones.map(({ name }) => name).sort()).toEqual(['东湖经开区', '临江高新区']);
    expect(cube.targets.map(({ scope }) => scope)).toEqual(['东湖经开区 01']);
    expect(mergeTold(cube, 'zh')).toEqual(['代码 01 为东湖经开区、临江高新区共用，按名称分作 2 个园区']);
  });

  test('a code without a name is the zone another file names; names that may be one are told', () => {
    const coded = cubeOf([cell('LJ', 10)], { zones: [register('LJ', '临江高新区')] });
    const bare = cubeOf([cell('LJ', 6, { period: '2018-09-30' }), cell('临江', 5)]);
    const cube = merged(file('a.arrow', coded), file('b.arrow', bare));
    expect(new Set(cube.cells.map(({ zone }) => zone))).toEqual(new Set(['LJ', '临江']));
    expect(cube.merge?.notes).toEqual([{ kind: 'may-be', zone: '临江', zones: ['LJ'] }]);
  });

  test('what one file keeps apart stays apart', () => {
    const zones = [register('A', '临江高新区'), register('B', '临江高新技术产业开发区')];
    const cube = merged(
      file('a.arrow', cubeOf([cell('A', 1), cell('B', 2)], { zones })),
      file('b.arrow', cubeOf([cell('C', 3)])),
    );
    expect(cube.cells.map(({ zone, numerator }) => [zone, numerator])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ]);
  });
});

test('figures of no zone count from one file, not from several: nobody knows whether they are the same', () => {
  const [one, other] = [cubeOf([cell('甲', 3), cell('', 2)]), cubeOf([cell('乙', 4), cell('', 5)])];
  const cube = merged(file('a.arrow', one), file('b.arrow', other));
  expect(cube.cells.map(({ zone }) => zone).sort()).toEqual(['乙', '甲']);
  expect(cube.merge?.notes).toEqual([{ kind: 'no-zone', files: ['a.arrow', 'b.arrow'] }]);
  expect(cube.merge?.parts.map(({ zones }) => zones)).toEqual([['甲'], ['乙']]);
  const alone = merged(file('a.arrow', one), file('b.arrow', cubeOf([cell('乙', 4)])));
  expect([alone.cells.length, kinds(alone)]).toEqual([3, []]);
});

test('a target of one file is for its zones, not for all, though some of its rows state none', () => {
  const register = [{ id: '甲', name: '甲区', type: '', note: '' }];
  const target = {
    metric: 'org_coverage_rate',
    scope: '',
    period: '2018',
    value: 0.9,
    red: null,
    amber: null,
    docRef: '',
  };
  const one = cubeOf([cell('甲', 3), cell('', 2)], { zones: register, targets: [target as never] });
  const cube = merged(file('a.arrow', one), file('b.arrow', cubeOf([cell('乙', 4)])));
  expect(cube.targets.map(({ scope }) => scope)).toEqual(['甲']);
  expect(cube.zones.map(({ id }) => id)).not.toContain('');
});

describe('definitions, rules, targets', () => {
  const metric =
    METRICS.find(({ rules = [] }) => rules.includes('meeting/支委会/')) ??
    METRICS.find(({ rules = [] }) => rules.some((rule) => rule.startsWith('meeting')));
  const rule = (value: string) => ({
    ruleId: 'meeting/支委会/times',
    value,
    validFrom: null,
    validTo: null,
    docRef: '',
  });
  const owing = (zone: string) => cell(zone, 3, { metric: metric?.id ?? '', period: '2018-11' });

  test('another version of a rule is told with the file, and under the figures that rest on it', () => {
    const [one, other] = [cubeOf([owing('甲')], { rules: [rule('1')] }), cubeOf([owing('乙')], { rules: [rule('2')] })];
    const cube = merged(file('a.arrow', one), file('b.arrow', other));
    expect(cube.merge?.notes).toMatchObject([{ kind: 'rule', shown: 'a.arrow', files: ['b.arrow'] }]);
    expect(cube.rules).toEqual([rule('1')]);
    expect(mergeTold(cube, 'zh').join()).toContain('b.arrow所用的规则“支委会”与 a.arrow 不同');
    expect(mergeCaveat(cube, metric?.id ?? '', 'zh')).toContain('b.arrow');
    expect(mergeCaveat(cube, 'org_coverage_rate', 'zh')).toBe('');
    // The same rule from another document is the same rule, and a rule that nothing rests on is no matter.
    expect(
      kinds(merged(file('a.arrow', one), file('b.arrow', { ...other, rules: [{ ...rule('1'), docRef: '某文件' }] }))),
    ).toEqual([]);
    expect(kinds(merged(file('a.arrow', one), file('b.arrow', { ...other, cells: [cell('乙', 3)] })))).toEqual([]);
  });

  test('another definition, or one nobody knows, is told', () => {
    const by = (zone: string, sum: string | null) =>
      cubeOf([cell(zone, 3)], sum === null ? {} : { definitions: { org_coverage_rate: sum } });
    const same = merged(file('a.arrow', by('甲', '1')), file('b.arrow', by('乙', '1')));
    expect([kinds(same), same.definitions]).toEqual([[], { org_coverage_rate: '1' }]);
    for (const sum of ['2', null]) {
      const cube = merged(file('a.arrow', by('甲', '1')), file('b.arrow', by('乙', sum)));
      expect(cube.merge?.notes).toEqual([{ kind: 'definitions', metrics: ['org_coverage_rate'], files: ['b.arrow'] }]);
      expect(cube.definitions).toEqual({});
    }
  });

  test('a target of all files is for all, one of some for their zones', () => {
    const target = (value: number) => ({
      metricId: 'org_coverage_rate',
      scope: '',
      period: '',
      target: value,
      amber: null,
      red: null,
      docRef: '',
    });
    const by = (zone: string, ...targets: number[]) => cubeOf([cell(zone, 3)], { targets: targets.map(target) });
    expect(merged(file('a.arrow', by('甲', 0.8)), file('b.arrow', by('乙', 0.8))).targets).toEqual([target(0.8)]);
    const cube = merged(file('a.arrow', by('甲', 0.8)), file('b.arrow', by('乙', 0.9)), file('c.arrow', by('丙')));
    expect(cube.targets.map(({ scope, target: value }) => [scope, value]).sort()).toEqual([
      ['乙', 0.9],
      ['甲', 0.8],
    ]);
    expect(kinds(cube)).toEqual(['targets']);
  });

  test('invented figures beside real ones are told', () => {
    const cube = merged(
      file('a.arrow', cubeOf([cell('甲', 3)], { example: true })),
      file('b.arrow', cubeOf([cell('乙', 3)])),
    );
    expect([cube.example, cube.merge?.notes]).toEqual([true, [{ kind: 'example', files: ['a.arrow'] }]]);
  });
});

describe('what is not told', () => {
  const give = (cube: Cube, level: 'handed-down' | 'public') =>
    released(cube, { level, ...EVERYTHING, release: { ...release, level } });

  test('what a file does not tell stays not told of its zones, and of no others', () => {
    let met = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const whole = { ...inventedCube(seed), release };
      const [first = '', ...rest] = whole.zones.map(({ id }) => id);
      const told = give(ofZones(whole, [first]), 'public');
      const cube = merged(file('公开.arrow', told), file('内部.arrow', ofZones(whole, rest)));
      for (const held of told.disclosure?.withheld ?? []) {
        if (held.partition !== undefined) continue;
        met += 1;
        expect(withheldIn(cube, held.metric, first, '2018Q4')).toBe(withheldIn(told, held.metric, first, '2018Q4'));
        for (const zone of rest) expect(withheldIn(cube, held.metric, zone, '2018Q4')).toBeNull();
        if (held.metric !== 'org_coverage_rate') continue;
        const { absent, withheld } = reportingIn(cube, { metric: held.metric }, '2018Q4');
        expect([absent.includes(first), withheld.includes(first)]).toEqual([false, true]);
      }
      expect([cube.release?.level, levelOf(cube)]).toEqual(['internal', 'internal']);
    }
    expect(met).toBeGreaterThan(20);
  });

  test('what no file tells is told for no zone', () => {
    let met = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const whole = { ...inventedCube(seed), release };
      const [first = '', ...rest] = whole.zones.map(({ id }) => id);
      const files = [[first], rest].map((zones, at) => file(`${at}.arrow`, give(ofZones(whole, zones), 'public')));
      const cube = merged(...files);
      for (const { id } of METRICS)
        if (files.every((one) => withheldWholly(one.cube, id) !== null)) {
          met += 1;
          expect(withheldWholly(cube, id)).not.toBeNull();
        }
      expect(levelOf(cube)).toBe('public');
    }
    expect(met).toBeGreaterThan(5);
  });

  test('grades are joined alike in all zones, none lost', () => {
    let met = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const whole = { ...inventedCube(seed), release };
      const [first = '', ...rest] = whole.zones.map(({ id }) => id);
      const told = give(ofZones(whole, [first]), 'handed-down');
      const others = ofZones(whole, rest);
      const cube = merged(file('a.arrow', told), file('b.arrow', others));
      for (const { metric, partition, rank } of told.disclosure?.joined ?? []) {
        met += 1;
        const own = cube.cells.filter((one) => one.metric === metric && one.category.startsWith(`${partition}|`));
        expect(own.every(({ category }) => Number(category.split('|').at(-1)) <= rank)).toBe(true);
        const sum = (cells: readonly Cell[]) =>
          cells.filter((one) => one.metric === metric).reduce((all, one) => all + one.numerator, 0);
        expect(sum(cube.cells)).toBe(sum(told.cells) + sum(others.cells));
      }
    }
    expect(met).toBeGreaterThan(5);
  });

  test('what goes further out passes the same gate, and keeps what was not told before', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const whole = { ...inventedCube(seed), release };
      const [first = '', ...rest] = whole.zones.map(({ id }) => id);
      const one = give(ofZones(whole, [first]), 'public');
      const cube = merged(file('a.arrow', one), file('b.arrow', ofZones(whole, rest)));
      const given = give(cube, 'public');
      expect(levelOf(given)).toBe('public');
      expect(given.cells.every(({ committee }) => committee === '各党委（合并）')).toBe(true);
      for (const held of cube.disclosure?.withheld ?? []) expect(given.disclosure?.withheld).toContainEqual(held);
      // All told to everybody: nothing more is to be done.
      const again = merged(file('a.arrow', one), file('b.arrow', give(ofZones(whole, rest), 'public')));
      expect(give(again, 'public').cells).toEqual(again.cells);
      expect(give(again, 'handed-down').cells).toEqual(again.cells);
    }
  });
});

describe('files that cannot be used', () => {
  const bytes = saveCube({ ...inventedCube(3), release });
  const codeOf = (some: Uint8Array): string => {
    try {
      loadCube(some, '园区.arrow');
    } catch (error) {
      return error instanceof Refusal && error.file === '园区.arrow' ? error.code : String(error);
    }
    return 'opened';
  };
  const rewritten = (change: (meta: Record<string, unknown>) => Record<string, unknown>): Uint8Array => {
    const table = tableFromIPC(bytes);
    table.schema.metadata.set(
      'zonelens',
      JSON.stringify(change(JSON.parse(table.schema.metadata.get('zonelens') ?? '{}') as Record<string, unknown>)),
    );
    return tableToIPC(table, 'file');
  };

  test('each is refused with its reason', () => {
    expect(codeOf(bytes)).toBe('opened');
    expect(codeOf(new Uint8Array())).toBe('cube-foreign');
    expect(codeOf(new TextEncoder().encode('zone,units\n甲,3\n'))).toBe('cube-foreign');
    expect(codeOf(tableToIPC(tableFromIPC(tableToIPC(tableFromIPC(bytes).select(['zone'])))))).not.toBe('opened');
    expect(codeOf(rewritten((meta) => ({ ...meta, version: 4 })))).toBe('cube-newer');
    expect(codeOf(rewritten((meta) => ({ ...meta, version: 1 })))).toBe('cube-older');
    expect(codeOf(rewritten((meta) => ({ ...meta, example: true })))).toBe('cube-damaged');
    expect(codeOf(rewritten(({ rules: _rules, ...meta }) => meta))).toBe('cube-damaged');
    const unknown = saveCube({ ...inventedCube(3), cells: [cell('甲', 1, { metric: 'of_tomorrow' })] });
    expect(codeOf(unknown)).toBe('cube-newer');
    expect(codeOf(saveCube(cubeOf([cell('甲', Number.NaN)])))).toBe('cube-damaged');
    // Whoever can write the form can write a sum that fits: what no count gives is refused all the same.
    expect(codeOf(saveCube({ ...inventedCube(3), asOf: 'yesterday' }))).toBe('cube-damaged');
    expect(codeOf(saveCube({ ...inventedCube(3), asOf: '2018Q4' }))).toBe('cube-damaged');
    const rate = { metric: 'org_coverage_rate', period: '2018-12-31' };
    expect(codeOf(saveCube(cubeOf([cell('甲', 3, { ...rate, denominator: 5 })])))).toBe('opened');
    expect(codeOf(saveCube(cubeOf([cell('甲', -3, { ...rate, denominator: 5 })])))).toBe('cube-damaged');
    expect(codeOf(saveCube(cubeOf([cell('甲', 3, { ...rate, denominator: -5 })])))).toBe('cube-damaged');
    // There may be fewer than before.
    expect(codeOf(saveCube(cubeOf([cell('甲', -3, { metric: 'org_net_new', period: '2018Q4' })])))).toBe('opened');
  });

  test('a count of 0 in a cube of the form before may as well say nothing, and is not taken for 0', () => {
    const counts = ['甲', '乙'].map((zone, at) => cell(zone, at, { counted: true, denominator: null }));
    const table = tableFromIPC(saveCube(cubeOf(counts)));
    const meta = JSON.parse(table.schema.metadata.get('zonelens') ?? '{}') as Record<string, unknown>;
    table.schema.metadata.set('zonelens', JSON.stringify({ ...meta, version: 2 }));
    table.schema.metadata.delete('zonelens-sum');
    const [none, one] = loadCube(tableToIPC(table, 'file')).cells;
    expect([none?.silent, one?.silent, one?.numerator]).toEqual([true, undefined, 1]);
  });

  test('a file cut anywhere, or with any figure changed, is refused', () => {
    for (let part = 1; part < 12; part++)
      expect([part, codeOf(bytes.slice(0, Math.floor((bytes.length * part) / 12)))]).not.toEqual([part, 'opened']);
    const { cells } = loadCube(bytes);
    // A number as it lies in the file, one more in its place.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const wanted = cells.map(({ numerator }) => numerator).find((value) => value > 2) ?? 0;
    const changed: number[] = [];
    for (let at = 0; at + 8 <= bytes.length; at += 8) if (view.getFloat64(at, true) === wanted) changed.push(at);
    expect(changed.length).toBeGreaterThan(0);
    for (const at of changed.slice(0, 40)) {
      const altered = bytes.slice();
      new DataView(altered.buffer).setFloat64(at, wanted + 1, true);
      expect([at, codeOf(altered)]).toEqual([at, 'cube-damaged']);
    }
  });
});
