import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSpec } from '../../../src/domain';
import { parseCell } from '../../../src/ingest/cells';
import { TABLES, tableById } from '../../../src/model';

const spec = (table: string, column: string): ColumnSpec => {
  const found = tableById(table)?.columns.find((known) => known.id === column);
  if (!found) throw new Error(`no column ${table}.${column}`);
  return found;
};

const COLUMNS = TABLES.flatMap((table) => table.columns);

describe('parseCell', () => {
  it.each<[string, string, string, unknown]>([
    ['unit_coverage', 'coverage_mode', '单独建党支部', '单独支部'],
    ['unit_coverage', 'coverage_mode', '聯合黨支部', '联合支部'],
    ['unit_coverage', 'coverage_mode', '未建（应建未建）', '未建-应建'],
    ['unit_coverage', 'coverage_mode', '2-联合组建', '联合支部'],
    ['unit_coverage', 'coverage_mode', '是', '已建-未注明'],
    ['unit_coverage', 'coverage_mode', '无', '未建-未注明'],
    ['unit_coverage', 'operating', '正常经营', '运营'],
    ['unit_coverage', 'unit_kind', '民办非企业单位', '社会组织'],
    ['unit_coverage', 'members', '13名', 13],
    ['unit_coverage', 'org_id', '恒久集团党支部', '恒久集团党支部'],
    ['unit_coverage', 'mass_org', '无', false],
    ['unit_coverage', 'snapshot_date', '2018年第四季度', '2018-12-31'],
    ['party_org', 'org_type', '党总支', '总支'],
    ['party_org', 'org_type', '党支部（企业）', '支部'],
    ['party_org', 'founded_date', '2010.06', '2010-06-30'],
    ['party_org', 'member_total', '1.3万余名', 13000],
    ['star_rating', 'star_level', '★★★★★', 5],
    ['star_rating', 'star_level', '四星级', 4],
    ['star_rating', 'star_level', '4', 4],
    ['star_rating', 'star_level', '无星', 0],
    ['star_rating', 'dim_political', '★', true],
    ['star_rating', 'rated_status', '未评', '未参评'],
    ['star_rating', 'cycle', '2018年度', '2018'],
    ['grading', 'satisfaction', '95.5%', 0.955],
    ['rectification', 'due_date', '2012年9月底前', '2012-09-30'],
    ['rectification', 'status', '已整改', '已完成'],
  ])('%s.%s: %s', (table, column, raw, expected) => {
    expect(parseCell(spec(table, column), raw)).toMatchObject({ state: 'value', value: expected });
  });

  it.each([
    ['party_org', 'dissolved_date', '至今', 'ongoing'],
    ['party_org', 'dissolved_date', '—', 'not_applicable'],
    ['party_org', 'term_due', '待定', 'pending'],
    ['party_org', 'term_due', '长期', 'long_term'],
    ['party_org', 'member_total', '无', 'none'],
    ['party_org', 'member_total', '', 'missing'],
    ['star_rating', 'star_level', '未评', 'unrated'],
    ['unit_coverage', 'operating', '/', 'not_applicable'],
    ['unit_coverage', 'above_scale', '', 'missing'],
  ])('%s.%s: %s says nothing: %s', (table, column, raw, reason) => {
    expect(parseCell(spec(table, column), raw)).toEqual({ state: 'blank', value: null, reason });
  });

  it.each([
    ['party_org', 'member_total', '3.5', 'not-an-integer'],
    ['party_org', 'member_total', '-3', 'negative-count'],
    ['party_org', 'member_total', '十几', 'not-a-number'],
    ['star_rating', 'star_level', '15', 'over-max'],
    ['star_rating', 'star_level', '四星以上', 'not-a-star-level'],
    ['star_rating', 'rated_status', '大概', 'unknown-value'],
    ['unit_coverage', 'coverage_mode', '集体企业', 'unknown-value'],
    ['unit_coverage', 'unit_id', '9.14403E+17', 'damaged-code'],
    ['unit_coverage', 'unit_id', '11010519491231002X', 'identity-number'],
    ['unit_coverage', 'unit_name', '11010519491231002X', 'identity-number'],
    ['grading', 'satisfaction', '120%', 'percent-out-of-range'],
    ['grading', 'satisfaction', '95', 'over-max'],
    ['party_org', 'founded_date', '#REF!', 'spreadsheet-error'],
    ['party_org', 'founded_date', '########', 'spreadsheet-error'],
  ])('%s.%s refuses %s: %s', (table, column, raw, reason) => {
    expect(parseCell(spec(table, column), raw)).toMatchObject({ state: 'refused', value: null, reason });
  });

  it('takes 无 for zero only where the user confirmed it', () => {
    const members = spec('party_org', 'member_total');
    expect(parseCell(members, '无', { noneIsZero: true })).toMatchObject({ state: 'value', value: 0 });
    expect(parseCell(members, '—', { noneIsZero: true })).toMatchObject({ state: 'blank' });
    expect(parseCell(spec('party_org', 'founded_date'), '无', { noneIsZero: true })).toMatchObject({ state: 'blank' });
  });

  it('never throws, and always says why there is no value', () => {
    const raw = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'0123456789年月日季度上半万余约五星★是否无未建%.,-—/ '), maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...COLUMNS), raw, (column, text) => {
        const found = parseCell(column, text);
        expect(found.value === null).toBe(found.state !== 'value');
        if (found.value === null) expect(found.reason).not.toBeNull();
        if (found.value !== null && column.type === 'enum')
          expect(column.values?.map((value) => value.id)).toContain(found.value);
        if (found.value !== null && column.type === 'integer')
          expect(Number.isInteger(found.value) && Number(found.value) >= 0).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads its own values unchanged', () => {
    const raw = fc.string({ unit: fc.constantFrom(...'0123456789年月日季度上半万五星是否.%-'), maxLength: 10 });
    const columns = COLUMNS.filter((column) => column.type !== 'number');
    fc.assert(
      fc.property(fc.constantFrom(...columns), raw, (column, text) => {
        const once = parseCell(column, text);
        fc.pre(once.value !== null);
        expect(parseCell(column, String(once.value)).value).toEqual(once.value);
      }),
      { numRuns: 5000 },
    );
  });
});
