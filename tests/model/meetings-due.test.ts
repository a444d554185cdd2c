import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, type Setting, buildCells, EMPTY_CUBE, populationSql, prepare, rollUp } from '../../src/cube';
import { contains } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { METRICS, metricById } from '../../src/model';
import { type Fields, fill } from '../cube/rows';
import { openWithTables } from '../engine';

const OWN = METRICS.filter(({ family }) => family === 'life' || family === 'rhythm');

const org = (id: string, more: Fields = {}): Fields => ({
  zone_id: '甲',
  snapshot_date: '2018-12-31',
  org_id: id,
  org_name: `${id}支部`,
  org_type: '支部',
  ...more,
});
const met = (id: string, activity: string, day: string, more: Fields = {}): Fields => ({
  zone_id: '甲',
  org_id: id,
  activity_type: activity,
  held_date: day,
  ...more,
});
const counted = (id: string, activity: string, period: string, times: number): Fields => ({
  zone_id: '甲',
  org_id: id,
  activity_type: activity,
  period,
  held_count: times,
});

describe('who owed which meeting', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openWithTables();
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    for (const table of ['party_org', 'org_life', 'work_record', 'zone']) await fill(engine, table, []);
  });

  async function cellsOf(tables: Record<string, Fields[]>, setting: Setting = { asOf: '2018-12-31' }): Promise<Cell[]> {
    for (const [table, rows] of Object.entries(tables)) await fill(engine, table, rows);
    await prepare(engine, setting);
    return (await buildCells(engine, OWN)).cells;
  }

  /** `period met/due` of a metric, in the order of the periods. */
  const told = (cells: readonly Cell[], metric: string, category = ''): string[] =>
    cells
      .filter((cell) => cell.metric === metric && cell.category === category)
      .map((cell) => `${cell.period} ${cell.numerator}/${cell.denominator ?? '-'}`)
      .sort();

  it('owes nothing in the month it was founded or dissolved, and everything between', async () => {
    const cells = await cellsOf({
      party_org: [org('1', { founded_date: '2018-02-10', dissolved_date: '2018-05-20' }), org('2')],
      org_life: [1, 0, 0, 0, 0, 1].map((times, at) => counted('2', '支委会', `2018-0${at + 1}`, times)),
    });
    expect(told(cells, 'meeting_compliance_rate', '支委会')).toEqual([
      '2018-01 1/1',
      '2018-02 0/1',
      '2018-03 0/2',
      '2018-04 0/2',
      '2018-05 0/1',
      '2018-06 1/1',
    ]);
  });

  it('counts a branch dissolved on the last day of a month, and an unknown founding day as long ago', async () => {
    const cells = await cellsOf({
      party_org: [org('1', { dissolved_date: '2018-02-28' })],
      org_life: [1, 0, 0].map((times, at) => counted('1', '支委会', `2018-0${at + 1}`, times)),
    });
    expect(told(cells, 'meeting_compliance_rate', '支委会')).toEqual(['2018-01 1/1', '2018-02 0/1']);
  });

  it('owes no group meeting without a group; a meeting entered under the group is the group’s', async () => {
    const cells = await cellsOf({
      party_org: [org('1'), org('2'), org('1g', { org_type: '党小组', parent_org_id: '1' })],
      org_life: [met('1g', '党小组会', '2018-03-05'), met('2', '党小组会', '2018-03-06')],
    });
    expect(told(cells, 'meeting_compliance_rate', '党小组会')).toEqual(['2018-03 1/1']);
  });

  const group = (id: string, branch: string, more: Fields = {}): Fields =>
    org(id, { org_name: `${id}小组`, org_type: '党小组', parent_org_id: branch, ...more });

  it('owes a group meeting group by group, and all groups make the branch’s quarter', async () => {
    const three = ['1a', '1b', '1c'].map((id) => group(id, '1'));
    const months = ['01', '02', '03'];
    const of = (id: string): Fields[] => months.map((month) => met(id, '党小组会', `2018-${month}-05`));
    const cells = await cellsOf({
      party_org: [org('1'), ...three, org('2'), group('2a', '2', { org_name: null })],
      org_life: [...of('1a'), ...of('1b'), met('1c', '党小组会', '2018-02-06'), ...of('2a')],
    });
    expect(told(cells, 'meeting_compliance_rate', '党小组会')).toEqual(['2018-01 3/4', '2018-02 4/4', '2018-03 3/4']);
    expect(told(cells, 'all_meetings_compliance_rate')).toEqual(['2018Q1 1/2']);
    expect(told(cells, 'meeting_items_dist', '党小组会|无')).toEqual(['2018Q1 1/-']);
    expect(told(cells, 'meeting_items_dist', '党小组会|党小组会')).toEqual(['2018Q1 1/-']);
    const rows =
      await engine.rows(`SELECT group_name, org_name, held_count FROM (${populationSql(metricById('meeting_compliance_rate'))}) p
      WHERE period = '2018-03' ORDER BY group_name`);
    expect(rows.map((row) => [row.group_name, row.org_name, Number(row.held_count)])).toEqual([
      ['1a小组', '1支部', 1],
      ['1b小组', '1支部', 1],
      ['1c小组', '1支部', 0],
      ['2a', '2支部', 1],
    ]);
    const [quarter] =
      await engine.rows(`SELECT lacks_group, items_due FROM (${populationSql(metricById('all_meetings_compliance_rate'))}) p
      WHERE org_id = '1'`);
    expect([Number(quarter?.lacks_group), Number(quarter?.items_due)]).toEqual([2, 9]);
  });

  it('lets n entries under the branch stand for at most n groups, and for no more than there are', async () => {
    const tables = (times: number, own: Fields[]): Record<string, Fields[]> => ({
      party_org: [org('1'), ...['1a', '1b', '1c'].map((id) => group(id, '1'))],
      org_life: [counted('1', '党小组会', '2018-03', times), ...own],
    });
    const found = async (times: number, own: Fields[] = []): Promise<string[]> =>
      told(await cellsOf(tables(times, own)), 'meeting_compliance_rate', '党小组会');
    expect(await found(0)).toEqual(['2018-03 0/3']);
    expect(await found(1)).toEqual(['2018-03 1/3']);
    expect(await found(2)).toEqual(['2018-03 2/3']);
    expect(await found(9)).toEqual(['2018-03 3/3']);
    // Two meetings of one group are one group; the branch’s own entry is another’s.
    const twice = ['04', '18'].map((day) => met('1a', '党小组会', `2018-03-${day}`));
    expect(await found(0, twice)).toEqual(['2018-03 1/3']);
    expect(await found(1, twice)).toEqual(['2018-03 2/3']);
    // By the quarter each group owes three: what is left of the branch’s entries fills up no second group in part.
    const quarterly = await cellsOf({
      party_org: [org('1'), ...['1a', '1b'].map((id) => group(id, '1'))],
      org_life: [counted('1', '党小组会', '2018Q1', 4), counted('1b', '党小组会', '2018Q1', 2)],
    });
    expect(told(quarterly, 'meeting_compliance_rate', '党小组会')).toEqual(['2018Q1 2/2']);
    const short = await cellsOf({
      party_org: [org('1'), ...['1a', '1b'].map((id) => group(id, '1'))],
      org_life: [counted('1', '党小组会', '2018Q1', 3), counted('1b', '党小组会', '2018Q1', 2)],
    });
    expect(told(short, 'meeting_compliance_rate', '党小组会')).toEqual(['2018Q1 1/2']);
  });

  const ticked = (id: string, activity: string, period: string): Fields => ({
    ...counted(id, activity, period, 1),
    bound: 'ge',
  });

  it('a tick decides what is owed once, and neither keeps nor fails what is owed more often', async () => {
    const cells = await cellsOf({
      party_org: ['1', '2', '3'].map((id) => org(id)),
      org_life: ['党员大会', '支委会'].flatMap((activity) => ['1', '2'].map((id) => ticked(id, activity, '2018Q1'))),
    });
    expect(told(cells, 'meeting_compliance_rate', '党员大会')).toEqual(['2018Q1 2/3']);
    // Nobody is known to have met every month: that the third had none at all makes no 0 of 1.
    expect(told(cells, 'meeting_compliance_rate', '支委会')).toEqual([]);
    expect(told(cells, 'all_meetings_compliance_rate')).toEqual(['2018Q1 2/3']);
  });

  it('a tick beside counts leaves one branch open and the others as they are; of the open one nothing is said in the whole', async () => {
    const rows = [
      counted('1', '支委会', '2018Q1', 3),
      counted('2', '支委会', '2018Q1', 2),
      ticked('3', '支委会', '2018Q1'),
    ];
    const party_org = ['1', '2', '3'].map((id) => org(id));
    const cells = await cellsOf({ party_org, org_life: rows });
    expect(told(cells, 'meeting_compliance_rate', '支委会')).toEqual(['2018Q1 1/2']);
    expect(told(cells, 'all_meetings_compliance_rate')).toEqual(['2018Q1 1/2']);
    // What is counted as well is no second meeting; a tick under each month says three times.
    const both = await cellsOf({
      party_org,
      org_life: [...rows, met('2', '支委会', '2018-02-03'), ticked('2', '支委会', '2018Q1')],
    });
    expect(told(both, 'meeting_compliance_rate', '支委会')).toEqual(['2018Q1 2/2']);
    const months = ['01', '02', '03'].map((month) => ticked('3', '支委会', `2018-${month}`));
    const monthly = await cellsOf({ party_org, org_life: [...rows, ...months] });
    expect(told(monthly, 'meeting_compliance_rate', '支委会')).toEqual(['2018Q1 2/3']);
  });

  it('what ticks are told to say is what counts would have said, or nothing', async () => {
    const BRANCHES = ['1', '2', '3'];
    const worlds = fc.record({
      activity: fc.constantFrom('党员大会', '支委会', '谈心谈话', '民主评议'),
      periods: fc.constantFrom(['2018Q1', '2018Q2'], ['2018H1', '2018H2'], ['2018'], ['2018-03', '2018-04']),
      times: fc.array(fc.nat(13), { minLength: 6, maxLength: 6 }),
      ticks: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    });
    for (const { activity, periods, times, ticks } of fc.sample(worlds, { numRuns: 12, seed: 3 })) {
      const rows = (isTicked: boolean): Fields[] =>
        BRANCHES.flatMap((id, branch) =>
          periods.flatMap((period, at) => {
            const n = times[branch * 2 + at] ?? 0;
            return n > 0 && isTicked && ticks[branch] === true
              ? [ticked(id, activity, period)]
              : [counted(id, activity, period, n)];
          }),
        );
      const judged = async (isTicked: boolean): Promise<Map<string, number>> => {
        await fill(
          engine,
          'party_org',
          BRANCHES.map((id) => org(id)),
        );
        await fill(engine, 'org_life', rows(isTicked));
        await prepare(engine, { asOf: '2018-12-31' });
        const due = await engine.rows('SELECT org_id, period, met FROM life_due WHERE met IS NOT NULL');
        return new Map(due.map((row) => [`${String(row.org_id)} ${String(row.period)}`, Number(row.met)]));
      };
      const [truth, said] = [await judged(false), await judged(true)];
      for (const [key, value] of said) expect([activity, key, value]).toEqual([activity, key, truth.get(key)]);
    }
  });

  it('owes no group meeting for a group founded or ended within the period', async () => {
    const cells = await cellsOf({
      party_org: [
        org('1'),
        group('1a', '1'),
        group('1b', '1', { founded_date: '2018-02-10' }),
        group('1c', '1', { dissolved_date: '2018-02-20' }),
      ],
      org_life: ['01', '02', '03'].map((month) => met('1a', '党小组会', `2018-${month}-05`)),
    });
    expect(told(cells, 'meeting_compliance_rate', '党小组会')).toEqual(['2018-01 1/2', '2018-02 1/1', '2018-03 1/2']);
  });

  it('does not let more than owed in one month make up for another', async () => {
    const cells = await cellsOf({
      party_org: [org('1')],
      org_life: [counted('1', '支委会', '2018-01', 5), counted('1', '支委会', '2018-02', 0)],
    });
    expect(told(cells, 'meeting_compliance_rate', '支委会')).toEqual(['2018-01 1/1', '2018-02 0/1']);
  });

  it('judges a count of a quarter by all that was owed in its months', async () => {
    const cells = await cellsOf({
      party_org: [org('1'), org('2'), org('3', { founded_date: '2018-02-01' })],
      org_life: [
        counted('1', '支委会', '2018Q1', 3),
        counted('2', '支委会', '2018Q1', 2),
        counted('3', '支委会', '2018Q1', 3),
      ],
    });
    expect(told(cells, 'meeting_compliance_rate', '支委会')).toEqual(['2018Q1 1/2']);
    expect(told(cells, 'all_meetings_compliance_rate')).toEqual(['2018Q1 1/2']);
  });

  it('takes a period without a single row as not reported, and none after the as-of day', async () => {
    const cells = await cellsOf(
      {
        party_org: [org('1'), org('2')],
        org_life: [
          counted('1', '党员大会', '2016Q4', 1),
          counted('1', '党员大会', '2018Q2', 0),
          counted('1', '党员大会', '2018Q3', 1),
          // Neither a day nor a figure: an empty line of a form.
          { zone_id: '甲', org_id: '1', activity_type: '党员大会', period: '2018Q1' },
          met('1', '支委会', '2018-02-06'),
          met('2', '支委会', '2018-04-06'),
          met('1', '民主评议', '2016-12-06'),
          counted('1', '组织生活会', '2017', 0),
        ],
      },
      { asOf: '2018-08-15' },
    );
    expect(told(cells, 'meeting_compliance_rate', '党员大会')).toEqual(['2016Q4 1/2', '2018Q2 0/2']);
    expect(told(cells, 'meeting_compliance_rate', '支委会')).toEqual(['2018-02 1/2', '2018-04 1/2']);
    expect(told(cells, 'org_life_review_rate', '民主评议')).toEqual(['2016 1/2']);
    expect(told(cells, 'org_life_review_rate', '组织生活会')).toEqual(['2017 0/2']);
  });

  it('owes nothing in a period of which no file of the zone has an entry, whatever is reported of others', async () => {
    const activities = ['党员大会', '支委会', '党小组会', '党课', '主题党日', '组织生活会', '谈心谈话'];
    const months: Readonly<Record<string, number>> = { 党员大会: 3, 党课: 3, 组织生活会: 12, 谈心谈话: 12 };
    const entries = fc.array(
      fc.record({
        zone_id: fc.constantFrom('甲', '乙'),
        org_id: fc.constantFrom('1', '2', '1a'),
        activity_type: fc.constantFrom(...activities),
        year: fc.constantFrom(2016, 2017, 2018),
        month: fc.integer({ min: 0, max: 11 }),
      }),
      { maxLength: 25 },
    );
    const spanOf = (activity: string, year: number, month: number): string => {
      const length = months[activity] ?? 1;
      if (length === 12) return String(year);
      return length === 3 ? `${year}Q${Math.floor(month / 3) + 1}` : `${year}-${String(month + 1).padStart(2, '0')}`;
    };
    const party_org = ['甲', '乙'].flatMap((zone_id) => [
      org('1', { zone_id }),
      org('2', { zone_id }),
      group('1a', '1', { zone_id }),
    ]);
    await fc.assert(
      fc.asyncProperty(entries, async (rows) => {
        const cells = await cellsOf({
          party_org,
          org_life: rows.map(({ year, month, ...row }) => ({
            ...row,
            held_date: `${year}-${String(month + 1).padStart(2, '0')}-11`,
          })),
        });
        const owing = cells.filter(
          ({ metric, denominator }) =>
            !['all_meetings_compliance_rate', 'meeting_items_dist', 'attendance_rate'].includes(metric) &&
            (denominator ?? 0) > 0,
        );
        const activityOf = ({ metric, category }: Cell): string =>
          metric === 'theme_day_rate' ? '主题党日' : metric === 'talks_rate' ? '谈心谈话' : category;
        const found = new Set(owing.map((cell) => `${cell.zone} ${activityOf(cell)} ${cell.period}`));
        const reported = new Set(
          rows.map((row) => `${row.zone_id} ${row.activity_type} ${spanOf(row.activity_type, row.year, row.month)}`),
        );
        expect([...found].sort()).toEqual([...reported].sort());
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('holds what was planned and not held against the branch', async () => {
    const cells = await cellsOf({
      party_org: [org('1')],
      org_life: [
        met('1', '党课', '2018-02-01'),
        { zone_id: '甲', org_id: '1', activity_type: '党课', planned_date: '2018-05-04' },
      ],
    });
    expect(told(cells, 'meeting_compliance_rate', '党课')).toEqual(['2018Q1 1/1', '2018Q2 0/1']);
  });

  it('owes nothing after the last register that lists it, when a later one of its zone does not', async () => {
    const cells = await cellsOf({
      party_org: [
        org('1', { snapshot_date: '2017-12-31' }),
        org('2', { snapshot_date: '2017-12-31' }),
        org('2', { snapshot_date: '2018-12-31' }),
      ],
      org_life: [counted('1', '支委会', '2017-12', 1), counted('2', '支委会', '2018-01', 1)],
    });
    expect(told(cells, 'meeting_compliance_rate', '支委会')).toEqual(['2017-12 1/2', '2018-01 1/1']);
  });

  it('asks as often as the rule in force on the first day of the period', async () => {
    const rule = (path: string, value: string, validFrom: string | null, validTo: string | null) => ({
      ruleId: `meeting/谈心谈话/${path}`,
      value,
      validFrom,
      validTo,
      docRef: '',
    });
    const rules = [
      rule('times', '1', null, '2017-12-31'),
      rule('times', '2', '2018-01-01', null),
      rule('months', '12', null, null),
    ];
    const cells = await cellsOf(
      {
        party_org: [org('1')],
        org_life: [counted('1', '谈心谈话', '2017', 1), counted('1', '谈心谈话', '2018', 1)],
      },
      { asOf: '2018-12-31', rules },
    );
    expect(told(cells, 'talks_rate')).toEqual(['2017 1/1', '2018 0/1']);
  });

  it('counts a branch in a quarter only when it kept every meeting due, attendance only where both heads are stated', async () => {
    const cells = await cellsOf({
      party_org: [org('1'), org('2')],
      org_life: [
        ...['01', '02', '03'].flatMap((month) => [
          counted('1', '支委会', `2018-${month}`, 1),
          counted('2', '支委会', `2018-${month}`, 1),
        ]),
        met('1', '党员大会', '2018-02-03', { expected: 20, attended: 18 }),
        met('1', '党员大会', '2018-02-04', { expected: 20 }),
        met('1', '党员大会', '2018-02-05', { expected: 5, attended: 9 }),
      ],
    });
    expect(told(cells, 'all_meetings_compliance_rate')).toEqual(['2018Q1 1/2']);
    expect(told(cells, 'attendance_rate', '党员大会')).toEqual(['2018-02 18/20']);
  });

  it('owes the rhythm committee by committee; what nobody of a zone entered was not reported, what one did not enter was not done', async () => {
    const committee = (id: string, more: Fields = {}): Fields =>
      org(id, { org_name: `${id}党委`, org_type: '党委', parent_org_id: '0', ...more });
    const cells = await cellsOf({
      party_org: [
        org('0', { org_name: '甲党工委', org_type: '党工委' }),
        committee('1'),
        committee('2', { founded_date: '2018-02-01' }),
        org('3', { parent_org_id: '1' }),
      ],
      work_record: [
        { zone_id: '甲', record_type: '月调度', target_name: '1党委', period: '2018-01', done: true },
        { zone_id: '甲', record_type: '月调度', target_name: '2党委', period: '2018-03', done: false },
        { zone_id: '甲', record_type: '季主题', target_org_id: '1', period: '2018-02', done: true },
        { zone_id: '甲', record_type: '半年考核', committee: '1党委', period: '2018H1', done_date: '2018-06-20' },
      ],
    });
    expect(told(cells, 'dispatch_execution_rate', '月调度')).toEqual(['2018-01 1/1', '2018-03 0/1', '2018-03 0/1']);
    expect(told(cells, 'dispatch_execution_rate', '季主题')).toEqual(['2018Q1 1/1']);
    expect(told(cells, 'dispatch_execution_rate', '半年考核')).toEqual(['2018H1 1/1']);
  });

  it('obeys the laws of the cube: roll-up is direct, two zones merge', async () => {
    const zone = fc.constantFrom('甲', '乙');
    const lives = fc.array(
      fc.record({
        zone_id: zone,
        org_id: fc.constantFrom('1', '2', '3', '9'),
        activity_type: fc.constantFrom('党员大会', '支委会', '党小组会', '党课', '主题党日', '组织生活会'),
        held_date: fc.constantFrom('2018-01-05', '2018-02-06', '2018-05-07', '2017-11-11', null),
        period: fc.constantFrom('2018-03', '2018Q2', '2018', null),
        held_count: fc.constantFrom(0, 1, 3, null),
        expected: fc.constantFrom(10, null),
        attended: fc.constantFrom(7, 12, null),
      }),
      { maxLength: 25 },
    );
    // A register says one thing of an organisation a day: the tables take no two rows of one key.
    const orgs = fc.uniqueArray(
      fc.record({
        zone_id: zone,
        snapshot_date: fc.constantFrom('2017-12-31', '2018-06-30', '2018-12-31'),
        org_id: fc.constantFrom('1', '2', '3'),
        org_name: fc.constantFrom('一', '二'),
        org_type: fc.constantFrom('支部', '联合支部', '党小组', '党委', null),
        parent_org_id: fc.constantFrom('1', '2', null),
        founded_date: fc.constantFrom('2018-02-01', '2016-02-01', null),
        dissolved_date: fc.constantFrom('2018-09-25', null),
      }),
      { maxLength: 12, selector: (row) => [row.zone_id, row.snapshot_date, row.org_id].join('|') },
    );
    const key = (cells: readonly Cell[]): string[] => cells.map((cell) => JSON.stringify(cell)).sort();
    const summed = (cells: readonly Cell[], metric: string, of: (cell: Cell) => number): Record<string, number> => {
      const out: Record<string, number> = {};
      for (const cell of cells.filter((one) => one.metric === metric && of(one) > 0)) {
        const place = [cell.zone, cell.committee, cell.domain, cell.period].join('|');
        out[place] = (out[place] ?? 0) + of(cell);
      }
      return out;
    };
    const itemsOf = (cells: readonly Cell[], holds: (cell: Cell) => boolean): Record<string, number> =>
      summed(cells, 'meeting_items_dist', (cell) => (holds(cell) ? cell.numerator : 0));
    const meetingsOf = (cells: readonly Cell[], of: (cell: Cell) => number): Record<string, number> =>
      summed(cells, 'all_meetings_compliance_rate', of);
    await fc.assert(
      fc.asyncProperty(orgs, lives, async (party_org, org_life) => {
        const only = (rows: Fields[], name: string) => rows.filter((row) => row.zone_id === name);
        const one = await cellsOf({ party_org: only(party_org, '甲'), org_life: only(org_life, '甲') });
        const other = await cellsOf({ party_org: only(party_org, '乙'), org_life: only(org_life, '乙') });
        const whole = await cellsOf({ party_org, org_life });
        expect(key([...one, ...other])).toEqual(key(whole));
        expect(itemsOf(whole, () => true)).toEqual(meetingsOf(whole, ({ denominator }) => denominator ?? 0));
        expect(itemsOf(whole, ({ category }) => category.endsWith('|无'))).toEqual(
          meetingsOf(whole, ({ numerator }) => numerator),
        );
        for (const { id } of OWN.filter((metric) => whole.some((cell) => cell.metric === metric.id))) {
          const rows = await engine.rows(
            `SELECT zone, period, numerator, denominator FROM (${populationSql(metricById(id))}) p`,
          );
          const inside = rows.filter((row) => contains('2018', String(row.period)));
          const sums = ['甲', '乙'].map((name) => {
            const own = inside.filter((row) => row.zone === name);
            return own.length === 0
              ? null
              : [
                  own.reduce((s, r) => s + Number(r.numerator), 0),
                  metricById(id).kind === 'rate' ? own.reduce((s, r) => s + Number(r.denominator), 0) : null,
                ];
          });
          const groups = rollUp({ ...EMPTY_CUBE, cells: whole }, { metric: id, by: ['zone'], periods: ['2018'] });
          const rolled = ['甲', '乙'].map((name) => {
            const group = groups.find((known) => known.zone === name);
            return group ? [group.numerator, group.denominator] : null;
          });
          expect([id, rolled]).toEqual([id, sums]);
        }
      }),
      { numRuns: 8 },
    );
  });
});
