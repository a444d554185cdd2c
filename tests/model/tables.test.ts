import { describe, expect, it } from 'vitest';
import { TABLES, tableById } from '../../src/model';
import { parseCell } from '../../src/ingest/cells';
import { headerKey } from '../../src/ingest/match';

/** The columns a table must have. */
const SPECIFIED: Readonly<Record<string, string>> = {
  zone: 'zone_id zone_name aliases zone_type level region_code',
  metric_target: 'metric_id scope period target amber red doc_ref',
  rule_version: 'rule_id value valid_from valid_to doc_ref',
  reported_fact:
    'zone_id label_zh metric_id value bound numerator denominator period as_labelled_date source doubt_note',
  party_org:
    'org_id org_name snapshot_date zone_id parent_org_id parent_org_name org_type domain setting uscc founded_date dissolved_date member_total member_full member_prob term_start term_due term_actual term_extension_ok',
  unit_coverage:
    'unit_id unit_name snapshot_date zone_id committee unit_kind operating above_scale employees members members_full coverage_mode due org_id instructor liaison mass_org not_built_reason',
  coverage_count:
    'zone_id committee snapshot_date unit_kind units due built due_built not_built due_not_built alone joint covered instructors members rate',
  star_rating:
    'org_id org_name zone_id committee domain cycle scheme_id star_max star_level rated_status dim_political dim_learning dim_development dim_service dim_integrity score_self score_superior score_total veto veto_class prev_level awarding_level standard_version',
  star_count: 'zone_id committee domain cycle scheme_id level org_number share awarding_level',
  grading:
    'org_id zone_id kind cycle scheme_id grade_label grade_rank score_self score_mass score_superior score_total satisfaction standard_version turnaround',
  grade_count: 'zone_id committee domain kind cycle scheme_id grade_label org_number share standard_version',
  zone_score: 'zone_id cycle item item_kind full_marks score rank level',
  zone_place: 'zone_id place_row place_column',
  org_life:
    'org_id activity_type planned_date held_date seq period held_count bound expected attended leave duration_min',
  rectification:
    'item_id zone_id org_id source batch dimension problem type found_date due_date due_precision extended_due closed_date status verified reopened',
  work_record:
    'record_id record_type zone_id target_org_id target_name target_domain letter_type period due_date done_date done count bound',
  site_honour: 'kind level zone_id org_id domain name count valid_from valid_to',
  member_period:
    'org_id period members_begin members_end applicants activists dev_targets admitted due_confirm confirmed_on_time dues_due_members dues_on_time_members dues_due_amt dues_paid_amt hours_base hours_met sec_base sec_met review_due review_attended',
};

const all = TABLES.map((table) => [table.id, table] as const);

describe('the canonical tables', () => {
  it('are those of the specification', () => {
    expect(TABLES.map((table) => table.id)).toEqual(Object.keys(SPECIFIED));
    expect(tableById('party_org')).toBe(TABLES[4]);
    expect(tableById('no_such_table')).toBeUndefined();
  });

  it.each(Object.entries(SPECIFIED))('%s has every column specified', (id, columns) => {
    const ids = tableById(id)?.columns.map((column) => column.id);
    expect(ids).toEqual(expect.arrayContaining(columns.split(' ')));
  });

  it.each(all)('%s names each column once and refers only to its own', (_, table) => {
    const ids = table.columns.map((column) => column.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...table.key, ...table.constraints.flatMap((rule) => rule.columns)]));
    for (const rule of table.constraints) for (const column of rule.columns) expect(rule.holds).toContain(column);
  });

  it.each(all)('%s lists no header twice for a column and none that is empty', (_, table) => {
    for (const column of table.columns) {
      const keys = column.headers.map(headerKey);
      expect(keys, column.id).not.toContain('');
      expect(
        column.headers.filter((header, at) => column.headers.indexOf(header) !== at),
        column.id,
      ).toEqual([]);
    }
  });

  it.each(all)('%s gives each word of an enum one meaning, and reads it', (_, table) => {
    for (const column of table.columns) {
      expect(column.values !== undefined, column.id).toBe(column.type === 'enum');
      for (const { id, en, synonyms = [] } of column.values ?? []) {
        for (const word of [id, en, ...synonyms])
          expect(parseCell(column, word), `${column.id}: ${word}`).toMatchObject({ value: id });
      }
    }
  });

  it.each(all)('%s labels everything in both languages', (_, table) => {
    const labels = [
      table.label,
      table.row,
      ...table.columns.map((column) => column.label),
      ...table.constraints.map((rule) => rule.label),
    ];
    for (const label of labels) {
      expect(label.zh).toMatch(/\p{Script=Han}/u);
      expect(label.en).toMatch(/[A-Za-z]/u);
    }
  });
});
