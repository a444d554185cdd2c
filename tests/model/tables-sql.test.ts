import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine';
import { TABLES, tableById } from '../../src/model';
import { identifier, literal, sqlType } from '../../src/sql';
import { openWithTables } from '../engine';

let engine: Engine;

beforeAll(async () => {
  engine = await openWithTables();
});

afterAll(async () => {
  await engine.close();
});

type Cell = string | number | boolean | null;

/** What a constraint says of one row whose other columns are empty. */
async function holds(tableId: string, code: string, cells: Readonly<Record<string, Cell>>): Promise<unknown> {
  const table = tableById(tableId);
  const rule = table?.constraints.find((known) => known.code === code);
  if (!table || !rule) throw new Error(`no constraint ${tableId}.${code}`);
  const row = table.columns.map(
    (column) => `CAST(${literal(cells[column.id] ?? null)} AS ${sqlType(column)}) AS ${identifier(column.id)}`,
  );
  const [found] = await engine.rows(`SELECT (${rule.holds}) AS holds FROM (SELECT ${row.join(', ')}) one`);
  return found?.holds;
}

describe('constraints on the real engine', () => {
  it.each(TABLES.map((table) => [table.id, table] as const))(
    '%s: every constraint is a condition over its table',
    async (id, table) => {
      for (const rule of table.constraints) {
        const rows = await engine.rows(`SELECT (${rule.holds}) AS holds FROM ${identifier(id)} LIMIT 1`);
        expect(rows, rule.code).toEqual([]);
      }
    },
  );

  it.each<[string, string, Record<string, Cell>, boolean | null]>([
    ['party_org', 'founded-after-dissolved', { founded_date: '2010-01-01', dissolved_date: '2018-01-01' }, true],
    ['party_org', 'founded-after-dissolved', { founded_date: '2019-01-01', dissolved_date: '2018-01-01' }, false],
    ['party_org', 'founded-after-dissolved', { founded_date: '2019-01-01' }, null],
    ['party_org', 'members-do-not-add-up', { member_full: 10, member_prob: 2, member_total: 12 }, true],
    ['party_org', 'members-do-not-add-up', { member_full: 10, member_prob: 2, member_total: 13 }, false],
    [
      'party_org',
      'extension-over-one-year',
      { term_extension_ok: true, term_due: '2017-03-01', term_actual: '2018-03-01' },
      true,
    ],
    [
      'party_org',
      'extension-over-one-year',
      { term_extension_ok: true, term_due: '2017-03-01', term_actual: '2018-03-02' },
      false,
    ],
    [
      'party_org',
      'extension-over-one-year',
      { term_extension_ok: false, term_due: '2017-03-01', term_actual: '2019-03-02' },
      null,
    ],
    ['unit_coverage', 'full-members-over-members', { members_full: 4, members: 3 }, false],
    ['unit_coverage', 'should-build-needs-reason', { coverage_mode: '未建-应建', not_built_reason: null }, false],
    ['unit_coverage', 'should-build-needs-reason', { coverage_mode: '未建-应建', not_built_reason: '正在筹备' }, true],
    ['unit_coverage', 'should-build-needs-reason', { coverage_mode: '联合支部', not_built_reason: null }, true],
    ['unit_coverage', 'no-members-but-counted', { coverage_mode: '未建-无党员', members: 2 }, false],
    ['unit_coverage', 'no-members-but-counted', { coverage_mode: '未建-无党员' }, null],
    ['star_rating', 'star-over-max', { star_level: 6, star_max: 5 }, false],
    ['star_rating', 'star-without-rating', { star_level: 3, rated_status: '未参评' }, false],
    ['star_rating', 'star-without-rating', { star_level: null, rated_status: '未参评' }, null],
    ['star_rating', 'vetoed-but-starred', { veto: true, star_level: 4 }, false],
    ['star_rating', 'vetoed-but-starred', { veto: true, star_level: null }, true],
    ['rectification', 'done-needs-closed-date', { status: '已完成', closed_date: null }, false],
    ['rectification', 'done-needs-closed-date', { status: '整改中', closed_date: null }, true],
    ['rectification', 'done-needs-closed-date', { status: '整改中', closed_date: '2018-01-01' }, false],
    ['work_record', 'done-date-without-done', { done: false, done_date: '2018-01-01' }, false],
    ['metric_target', 'target-limits-out-of-order', { red: 0.6, amber: 0.8, target: 0.9 }, true],
    ['metric_target', 'target-limits-out-of-order', { red: 30, amber: 20, target: 10 }, true],
    ['metric_target', 'target-limits-out-of-order', { red: 0.8, amber: 0.6, target: 0.9 }, false],
    ['zone', 'region-code-length', { region_code: '41000' }, false],
  ])('%s: %s of %j is %s', async (table, code, cells, expected) => {
    expect(await holds(table, code, cells)).toBe(expected);
  });
});
