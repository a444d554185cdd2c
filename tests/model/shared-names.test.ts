import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Cell, buildCells, prepare } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { metricById } from '../../src/model';
import { type Fields, fill } from '../cube/rows';
import { openWithTables } from '../engine';

/* Two organisations of one register bear one name: what is filed under it alone is nobody's, and is held against nobody. */

const at = { zone_id: '甲', snapshot_date: '2018-12-31' };
const branch = (id: string, name: string, parent: string): Fields => ({
  ...at,
  org_id: id,
  org_name: name,
  org_type: '支部',
  parent_org_name: parent,
});
const REGISTER: Fields[] = [
  { ...at, org_id: 'E', org_name: '东片党委', org_type: '党委' },
  { ...at, org_id: 'W', org_name: '西片党委', org_type: '党委' },
  branch('E1', '第一（综合）支部', '东片党委'),
  branch('W1', '第一（综合）支部', '西片党委'),
  branch('E2', '东二支部', '东片党委'),
  branch('W2', '西二支部', '西片党委'),
];
const held = (by: Fields, period: string): Fields => ({
  zone_id: '甲',
  activity_type: '支委会',
  period,
  held_count: 1,
  ...by,
});

describe('a name of two organisations', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openWithTables();
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    for (const table of ['party_org', 'org_life', 'star_rating', 'work_record', 'grading', 'zone'])
      await fill(engine, table, []);
  });

  async function cellsOf(metric: string, tables: Readonly<Record<string, Fields[]>>): Promise<readonly Cell[]> {
    for (const [table, rows] of Object.entries({ party_org: REGISTER, ...tables })) await fill(engine, table, rows);
    await prepare(engine, { asOf: '2018-12-31' });
    return (await buildCells(engine, [metricById(metric)])).cells;
  }

  /** `committee period x/n` of a metric. */
  async function told(metric: string, tables: Readonly<Record<string, Fields[]>>): Promise<string[]> {
    return (await cellsOf(metric, tables))
      .filter(({ denominator }) => denominator)
      .map((cell) => `${cell.committee} ${cell.period} ${cell.numerator}/${cell.denominator ?? 0}`)
      .sort();
  }

  const named = { org_name: '第一（综合）支部' };
  const [months, others] = [
    ['2018-10', '2018-11'],
    ['E2', 'W2'].flatMap((id) => ['2018-10', '2018-11'].map((month) => held({ org_id: id }, month))),
  ];

  it.each([
    ['to the letter', named],
    ['in another spelling', { org_name: '第一(综合)支部' }],
  ])('holds a meeting entered under it alone against neither, %s', async (_, by) => {
    expect(
      await told('meeting_compliance_rate', { org_life: [...others, ...months.map((month) => held(by, month))] }),
    ).toEqual(['东片党委 2018-10 1/1', '东片党委 2018-11 1/1', '西片党委 2018-10 1/1', '西片党委 2018-11 1/1']);
  });

  it('knows whose a code says it is, and that where nothing is entered nobody held it', async () => {
    const org_life = [...others, held({ ...named, org_id: 'E1' }, '2018-10'), held(named, '2018-11')];
    expect(await told('meeting_compliance_rate', { org_life })).toEqual([
      '东片党委 2018-10 2/2',
      '东片党委 2018-11 1/1',
      '西片党委 2018-10 1/2',
      '西片党委 2018-11 1/1',
    ]);
  });

  /** A branch of each committee bears one name, and a group below names it as the one above. */
  const group = (parent: Fields): Fields => ({
    ...{ ...at, org_id: 'G', org_name: '甲组', org_type: '党小组', member_total: 4 },
    ...parent,
  });

  it('puts who names it as the one above in no committee, unless both are of one', async () => {
    const parent = { parent_org_name: '第一（综合）支部' };
    const count = async (register: Fields[]): Promise<string[]> =>
      (await cellsOf('party_org_count', { party_org: register }))
        .filter(({ category, numerator }) => category === '党小组' && numerator > 0)
        .map(({ committee }) => committee);
    expect(await count([...REGISTER, group(parent)])).toEqual(['']);
    expect(await count([...REGISTER, group({ parent_org_id: 'W1' })])).toEqual(['西片党委']);
    const together = REGISTER.map((row) => (row.org_id === 'W1' ? { ...row, parent_org_name: '东片党委' } : row));
    expect(await count([...together, group(parent)])).toEqual(['东片党委']);
    // Of two of which one bears the name itself, the other is above it.
    const own = branch('E3', '东片党委', '东片党委');
    expect(await count([...REGISTER, own, group({ parent_org_id: 'E3' })])).toEqual(['东片党委']);
  });

  it('counts nobody twice below it, and calls no chain broken', async () => {
    const register = REGISTER.map((row) => (row.org_id === 'E1' ? { ...row, member_total: 20 } : row)).map((row) =>
      row.org_id === 'W1' ? { ...row, member_total: 15 } : row,
    );
    const party_org = [...register, group({ parent_org_name: '第一（综合）支部' })];
    const members = await cellsOf('member_count', { party_org });
    expect(members.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(35);
    expect(await told('hierarchy_link_rate', { party_org })).toEqual([
      ' 2018-12-31 1/1',
      '东片党委 2018-12-31 3/3',
      '西片党委 2018-12-31 3/3',
    ]);
  });

  it('holds an inspection listed under it against neither; a code tells', async () => {
    const inspected = (by: Fields): Fields => ({
      zone_id: '甲',
      record_type: '检查指导',
      done_date: '2018-05-01',
      done: true,
      ...by,
    });
    const rest = ['E2', 'W2'].map((id) => inspected({ target_org_id: id }));
    const rate = (...rows: Fields[]): Promise<string[]> =>
      told('inspection_coverage_rate', { work_record: [...rest, ...rows] });
    expect(await rate(inspected({ target_name: '第一（综合）支部' }))).toEqual([
      '东片党委 2018 1/1',
      '西片党委 2018 1/1',
    ]);
    expect(await rate(inspected({ target_name: '第一(综合)支部' }))).toEqual([
      '东片党委 2018 1/1',
      '西片党委 2018 1/1',
    ]);
    expect(await rate(inspected({ target_org_id: 'W1' }))).toEqual(['东片党委 2018 1/2', '西片党委 2018 2/2']);
    expect(await rate()).toEqual(['东片党委 2018 1/2', '西片党委 2018 1/2']);
  });

  it('puts a letter signed under it in no committee', async () => {
    const letter = (by: Fields): Fields => ({
      zone_id: '甲',
      record_type: '责任书',
      letter_type: '党建目标',
      period: '2018',
      done: true,
      ...by,
    });
    const work_record = [letter({ target_name: '第一（综合）支部' }), letter({ target_name: '东二支部' })];
    expect(await told('letter_sign_rate', { work_record })).toEqual([' 2018 1/1', '东片党委 2018 1/1']);
  });

  it('holds an appraisal under it against neither', async () => {
    const appraised = (by: Fields): Fields => ({
      zone_id: '甲',
      kind: '党建考核',
      cycle: '2018',
      score_total: 90,
      ...by,
    });
    const rest = [appraised({ org_name: '东二支部' })];
    expect(await told('appraised_rate', { grading: [...rest, appraised({ org_name: '第一（综合）支部' })] })).toEqual([
      '东片党委 2018 1/1',
      '西片党委 2018 0/1',
    ]);
    expect(await told('appraised_rate', { grading: [...rest, appraised({ org_id: 'W1' })] })).toEqual([
      '东片党委 2018 1/2',
      '西片党委 2018 1/2',
    ]);
  });

  it('puts a rating under it in no committee, unless both are of one', async () => {
    const rated = (name: string): Fields => ({
      zone_id: '甲',
      org_name: name,
      cycle: '2018',
      scheme_id: 'five-level-90',
      star_level: 3,
      star_max: 5,
      rated_status: '评定',
    });
    expect(await told('star_rated_rate', { star_rating: [rated('第一（综合）支部'), rated('东二支部')] })).toEqual([
      ' 2018 1/1',
      '东片党委 2018 1/1',
    ]);
    const party_org = REGISTER.map((row) => (row.org_id === 'W1' ? { ...row, parent_org_name: '东片党委' } : row));
    expect(await told('star_rated_rate', { party_org, star_rating: [rated('第一（综合）支部')] })).toEqual([
      '东片党委 2018 1/1',
    ]);
  });
});
