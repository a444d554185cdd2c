import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { DIRECT_FROM_BYTES } from '../../../src/ingest/regular';
import { type Desk, LARGE, ledger, numbered, openDesk } from './files';

const BUILT = `SELECT CAST(snapshot_date AS VARCHAR) AS day, count(*)::DOUBLE AS n, count(CASE WHEN coverage_mode = '单独支部' THEN 1 END)::DOUBLE AS built
  FROM unit_coverage WHERE zone_id = '云岭高新区' GROUP BY 1 ORDER BY 1`;
const Q3 = '2018-09-30';
const base = numbered(100, Q3).map((unit, n) => ({ ...unit, mode: n < 60 ? '单独支部' : '未建-应建' }));
const three = (day: string): typeof base => base.slice(60, 63).map((unit) => ({ ...unit, day, mode: '单独支部' }));

describe('a snapshot far smaller than the one before', () => {
  let engine: Engine;
  let desk: Desk;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 60_000);
  beforeEach(async () => {
    desk = await openDesk(engine);
  }, 60_000);
  afterAll(() => engine.close());

  it.each([
    ['small files', 0],
    ['large files', LARGE],
  ])(
    'two days later is a correction, and the answer may be changed: %s',
    async (_, padding) => {
      const text = ledger(base, padding);
      if (padding > 0) expect(new TextEncoder().encode(text).length).toBeGreaterThan(DIRECT_FROM_BYTES);
      await desk.add('一.csv', text);
      const { id } = await desk.add('二.csv', ledger(three('2018-10-02')));
      const report = await desk.settled('二.csv');
      expect(report.small).toEqual([
        {
          table: 'unit_coverage',
          zone: '云岭高新区',
          day: '2018-10-02',
          rows: 3,
          known: 3,
          dayBefore: Q3,
          rowsBefore: 100,
          verdict: 'merge',
          chosen: false,
        },
      ]);
      expect(report.issueCounts['small-snapshot-merged']).toBe(1);
      expect(await desk.rows(BUILT)).toEqual([{ day: Q3, n: 100, built: 63 }]);
      for (const [small, expected] of [
        [
          'own',
          [
            { day: Q3, n: 100, built: 60 },
            { day: '2018-10-02', n: 3, built: 3 },
          ],
        ],
        ['merge', [{ day: Q3, n: 100, built: 63 }]],
      ] as const) {
        expect(await desk.collection.replace(id, { tables: { 0: { small } } })).toBe(true);
        expect((await desk.settled('二.csv')).small).toMatchObject([{ verdict: small, chosen: true }]);
        expect(await desk.rows(BUILT)).toEqual(expected);
      }
    },
    120_000,
  );

  it('is the same whichever file comes first, and whatever comes after', async () => {
    await desk.add('二.csv', ledger(three('2018-10-02')));
    await desk.collection.settle();
    await desk.add('一.csv', ledger(base));
    await desk.collection.settle();
    expect(await desk.rows(BUILT)).toEqual([{ day: Q3, n: 100, built: 63 }]);
    await desk.collection.settle();
    expect(await desk.rows(BUILT)).toEqual([{ day: Q3, n: 100, built: 63 }]);
    // The rest of that day comes in another file: then it is a snapshot like any other.
    await desk.add(
      '三.csv',
      ledger([...base.slice(0, 60), ...base.slice(63)].map((unit) => ({ ...unit, day: '2018-10-02' }))),
    );
    expect((await desk.settled('二.csv')).small).toBeUndefined();
    expect(await desk.rows(BUILT)).toEqual([
      { day: Q3, n: 100, built: 60 },
      { day: '2018-10-02', n: 100, built: 63 },
    ]);
  });

  it('goes when its file goes', async () => {
    await desk.add('一.csv', ledger(base));
    const { id } = await desk.add('二.csv', ledger(three('2018-10-02')));
    await desk.collection.settle();
    expect(await desk.collection.remove(id)).toBe(true);
    await desk.collection.settle();
    expect(await desk.rows(BUILT)).toEqual([{ day: Q3, n: 100, built: 60 }]);
  });

  it.each([
    ['a quarter later', three('2018-12-31'), '二.csv'],
    ['with other units', numbered(3, '2018-10-02').map((unit) => ({ ...unit, name: `新${unit.name}` })), '二.csv'],
  ])('is asked about, and not counted before: %s', async (_, units, path) => {
    await desk.add('一.csv', ledger(base));
    await desk.add(path, ledger(units));
    const report = await desk.settled(path);
    expect(report.small).toMatchObject([{ verdict: 'out', chosen: false }]);
    expect(report.issueCounts['small-snapshot-out']).toBe(1);
    expect(await desk.rows(BUILT)).toEqual([{ day: Q3, n: 100, built: 60 }]);
    await desk.collection.replace(report.id, { tables: { 0: { small: 'own' } } });
    await desk.collection.settle();
    expect((await desk.rows(BUILT)).length).toBe(2);
  });

  it('joins the period it completes where it says it is a supplement', async () => {
    await desk.add('一.csv', ledger(base));
    const late = numbered(4, '2018-10-08').map((unit) => ({ ...unit, name: `补${unit.name}` }));
    await desk.add('云岭高新区补报.csv', ledger(late));
    expect((await desk.settled('云岭高新区补报.csv')).small).toMatchObject([{ verdict: 'merge', known: 0 }]);
    expect(await desk.rows(BUILT)).toEqual([{ day: Q3, n: 104, built: 64 }]);
  });

  it('leaves alone a zone that shrank by a third, small zones and a file that tells the whole history', async () => {
    await desk.add('一.csv', ledger(base));
    await desk.add('二.csv', ledger(base.slice(0, 67).map((unit) => ({ ...unit, day: '2018-12-31' }))));
    await desk.add(
      '三.csv',
      ledger([...numbered(6, Q3), ...numbered(2, '2018-12-31')].map((unit) => ({ ...unit, zone: '江州经开区' }))),
    );
    await desk.add(
      '四.csv',
      ledger([...numbered(30, Q3), ...numbered(9, '2018-12-31')].map((unit) => ({ ...unit, zone: '临江经开区' }))),
    );
    await desk.collection.settle();
    expect(desk.collection.files.flatMap(({ small = [] }) => small)).toEqual([]);
    expect(await desk.count('unit_coverage')).toBe(100 + 67 + 8 + 39);
  });

  it('keeps what it does not say: a correction with a few columns changes only those', async () => {
    await desk.add('一.csv', ledger(base));
    await desk.add(
      '更正.csv',
      `企业名称,开发区,统计日期,单位性质,组建形式\n${three('2018-10-02')
        .map(({ name }) => `${name},云岭高新区,2018-10-02,非公企业,单独支部`)
        .join('\n')}\n`,
    );
    await desk.collection.settle();
    expect(await desk.rows(BUILT)).toEqual([{ day: Q3, n: 100, built: 63 }]);
    expect(
      await desk.rows("SELECT count(*)::DOUBLE AS n FROM unit_coverage WHERE employees = 120 AND operating = '运营'"),
    ).toEqual([{ n: 100 }]);
  });
});
