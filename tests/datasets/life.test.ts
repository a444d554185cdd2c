import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cell, buildCells, prepare } from '../../src/cube';
import { contains } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';
import { METRICS } from '../../src/model';
import { bytesOf, exampleList, jsonOf } from './plain-reader';

/*
 * The product reads the registers, the exports of organisation life and the ledgers of the rhythm; every number of its cube
 * is compared with `expected/life.json`, counted without any product code, and with a recount from the cells of a file.
 */

type Pair = [number, number];
type ByPeriod = Record<string, Pair>;
interface Zone {
  byActivity: Record<string, ByPeriod>;
  allMeetings: ByPeriod;
  items: Record<string, Record<string, number>>;
  attendance: Record<string, Record<string, Pair>>;
  byCommittee: ByPeriod;
  rhythm: Record<string, ByPeriod>;
}
const zones = jsonOf('expected/life.json') as Record<string, Zone>;

const OWN = METRICS.filter(({ family }) => family === 'life' || family === 'rhythm');
const MEETINGS = ['党员大会', '支委会', '党小组会', '党课'];
const metricOf = (activity: string): string =>
  MEETINGS.includes(activity)
    ? 'meeting_compliance_rate'
    : activity === '主题党日'
      ? 'theme_day_rate'
      : activity === '谈心谈话'
        ? 'talks_rate'
        : 'org_life_review_rate';
/** Metrics with one activity only have no category. */
const categoryOf = (activity: string): string => (/^(?:主题党日|谈心谈话)$/u.test(activity) ? '' : activity);

const files = exampleList().filter(
  ({ table, path }) =>
    ['zone', 'rule_version', 'party_org', 'org_life'].includes(table) || path.endsWith('/rhythm.csv'),
);

let engine: Engine;
let cells: readonly Cell[] = [];
const reports = new Map<string, FileReport>();

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const file of files) {
    const data = new Uint8Array(bytesOf(file.path));
    reports.set(file.path, await collection.add({ path: file.path, source: bytesSource(file.path, data), data }));
  }
  await prepare(engine, { asOf: '2018-12-31' });
  cells = (await buildCells(engine, OWN)).cells;
}, 180_000);

afterAll(() => engine.close());

const weighs = (cell: Cell): boolean => cell.numerator !== 0 || (cell.denominator ?? 0) !== 0;

/** Cells of a metric added up by a key. */
function summed(metric: string, zone: string, keyOf: (cell: Cell) => string): ByPeriod {
  const out: ByPeriod = {};
  for (const cell of cells) {
    if (cell.metric !== metric || cell.zone !== zone || !weighs(cell)) continue;
    const pair = (out[keyOf(cell)] ??= [0, 0]);
    pair[0] += cell.numerator;
    pair[1] += cell.denominator ?? 0;
  }
  return out;
}

/** As the cube has them: periods of an activity. */
const ofActivity = (zone: string, activity: string): ByPeriod => {
  const all = summed(metricOf(activity), zone, ({ category, period }) => `${category}\n${period}`);
  const own = Object.entries(all).filter(([key]) => key.startsWith(`${categoryOf(activity)}\n`));
  return Object.fromEntries(own.map(([key, pair]) => [key.split('\n')[1] ?? '', pair]));
};

test('every file is taken for the table it is, nothing refused, personal columns dropped', () => {
  for (const file of files)
    expect([file.path, reports.get(file.path)?.tables.map((table) => table.table)]).toEqual([file.path, [file.table]]);
  const issues = (path: string) => reports.get(`example/${path}`)?.issueCounts ?? {};
  expect(issues('jiyuan/org-life-log.csv')['personal-column-dropped']).toBe(2);
  expect(issues('changzhi/org-life-log.csv')).toMatchObject({ 'personal-column-dropped': 2, 'repeated-header': 2 });
});

test.each(Object.keys(zones))('%s: what was owed and kept up, by activity and period', (zone) => {
  for (const [activity, expected] of Object.entries(zones[zone]?.byActivity ?? {}))
    expect([zone, activity, ofActivity(zone, activity)]).toEqual([zone, activity, expected]);
});

test('no zone has a cell for an activity it does not report', () => {
  for (const metric of ['meeting_compliance_rate', 'org_life_review_rate'])
    for (const zone of Object.keys(zones)) {
      const found = new Set(
        cells
          .filter((cell) => cell.metric === metric && cell.zone === zone && weighs(cell))
          .map((cell) => cell.category),
      );
      const expected = Object.keys(zones[zone]?.byActivity ?? {}).filter((activity) => metricOf(activity) === metric);
      expect([metric, zone, [...found].sort()]).toEqual([metric, zone, expected.sort()]);
    }
});

test('every meeting due in a quarter, zone by zone', () => {
  for (const [zone, { allMeetings }] of Object.entries(zones))
    expect([zone, summed('all_meetings_compliance_rate', zone, ({ period }) => period)]).toEqual([zone, allMeetings]);
  expect(Object.values(zones).filter(({ allMeetings }) => Object.keys(allMeetings).length === 12).length).toBe(6);
  expect(Object.values(zones).filter(({ allMeetings }) => allMeetings['2018Q4']).length).toBeGreaterThanOrEqual(8);
});

test('meetings owed and lacking: as counted apart, and adding up to the rate of all meetings cell by cell', () => {
  const keyOf = ({ zone, committee, domain, period }: Cell): string => [zone, committee, domain, period].join('\n');
  const sums = (metric: string, of: (cell: Cell) => number): Record<string, number> => {
    const out: Record<string, number> = {};
    for (const cell of cells.filter((one) => one.metric === metric && weighs(one)))
      out[keyOf(cell)] = (out[keyOf(cell)] ?? 0) + of(cell);
    return out;
  };
  const complete = ({ category, numerator }: Cell): number => (category.endsWith('|无') ? numerator : 0);
  expect(sums('meeting_items_dist', ({ numerator }) => numerator)).toEqual(
    sums('all_meetings_compliance_rate', ({ denominator }) => denominator ?? 0),
  );
  expect(sums('meeting_items_dist', complete)).toEqual(
    sums('all_meetings_compliance_rate', ({ numerator }) => numerator),
  );
  for (const [zone, { items }] of Object.entries(zones)) {
    const found: Record<string, Record<string, number>> = {};
    for (const cell of cells)
      if (cell.metric === 'meeting_items_dist' && cell.zone === zone && weighs(cell)) {
        const quarter = (found[cell.period] ??= {});
        quarter[cell.category] = (quarter[cell.category] ?? 0) + cell.numerator;
      }
    expect([zone, found]).toEqual([zone, items]);
  }
});

test('group meetings are counted by group: 35 of the 112 groups of Jiyuan met in October 2018', () => {
  expect(ofActivity('JYGX', '党小组会')).toMatchObject({ '2018-10': [35, 112] });
});

test('attendance by quarter and activity', () => {
  for (const [zone, { attendance }] of Object.entries(zones))
    for (const [quarter, byActivity] of Object.entries(attendance))
      for (const [activity, expected] of Object.entries(byActivity)) {
        const found = cells.filter(
          (cell) =>
            cell.metric === 'attendance_rate' &&
            cell.zone === zone &&
            cell.category === activity &&
            contains(quarter, cell.period),
        );
        const pair = found.reduce<Pair>(([a, e], cell) => [a + cell.numerator, e + (cell.denominator ?? 0)], [0, 0]);
        expect([zone, quarter, activity, pair]).toEqual([zone, quarter, activity, expected]);
      }
});

test('branch committees of 2018 by the committee that was answerable when the period ended', () => {
  for (const [zone, { byCommittee }] of Object.entries(zones)) {
    const found: ByPeriod = {};
    for (const cell of cells) {
      if (cell.metric !== 'meeting_compliance_rate' || cell.zone !== zone || cell.category !== '支委会') continue;
      if (!cell.period.startsWith('2018')) continue;
      const pair = (found[cell.committee] ??= [0, 0]);
      pair[0] += cell.numerator;
      pair[1] += cell.denominator ?? 0;
    }
    // Branches below an organisation the register does not list stand under its name, and nowhere else.
    for (const [committee, pair] of Object.entries(byCommittee))
      expect([zone, committee, found[committee]]).toEqual([zone, committee, pair]);
  }
});

test('dispatch, theme and appraisal by period', () => {
  for (const [zone, { rhythm }] of Object.entries(zones)) {
    const found = summed('dispatch_execution_rate', zone, ({ category, period }) => `${category} ${period}`);
    const expected = Object.fromEntries(
      Object.entries(rhythm).flatMap(([act, periods]) =>
        Object.entries(periods).map(([period, pair]) => [`${act} ${period}`, pair]),
      ),
    );
    expect([zone, found]).toEqual([zone, expected]);
  }
  // A year owes 12 dispatches, 4 themes and 2 appraisals of every committee.
  const year = Object.entries(zones.XZJK?.rhythm ?? {}).map(([act, periods]) => [
    act,
    Object.keys(periods).filter((period) => period.startsWith('2018')).length,
  ]);
  expect(year).toEqual([
    ['月调度', 12],
    ['季主题', 4],
    ['半年考核', 2],
  ]);
});

test('a file that is missing is no duty unmet: Wangshu without 2017', () => {
  const years = new Set(Object.keys(ofActivity('WSGX', '支委会')).map((period) => period.slice(0, 4)));
  expect([...years].sort()).toEqual(['2016', '2018']);
});
