import type { ColumnSpec, TableSpec } from '../../domain';

const BY_TYPE: Readonly<Record<Exclude<ColumnSpec['type'], 'enum'>, string>> = {
  text: '示例',
  code: 'SL001',
  integer: '10',
  number: '90',
  date: '2026-09-30',
  period: '2026',
  boolean: '是',
};

/** Values that must fit each other, or that say more than their type; by column, for every table that has it. */
const BY_COLUMN: Readonly<Record<string, string>> = {
  zone_id: '示例高新区',
  zone_name: '示例高新区',
  place_row: '1',
  place_column: '2',
  org_name: '示例科技有限公司党支部',
  parent_org_name: '示例高新区直属党委',
  committee: '示例街道党工委',
  unit_name: '示例科技有限公司',
  target_name: '示例科技有限公司党支部',
  name: '示例党群服务中心',
  org_type: '支部',
  unit_kind: '非公企业',
  item: '组织建设',
  item_kind: '指标',
  full_marks: '30',
  score: '26',
  rank: '1',
  units: '100',
  due: '60',
  // Whether a unit is due, not how many are.
  'unit_coverage.due': '是',
  built: '72',
  due_built: '54',
  not_built: '28',
  due_not_built: '6',
  alone: '50',
  joint: '22',
  covered: '90',
  instructors: '40',
  rate: '72%',
  coverage_mode: '单独支部',
  not_built_reason: '',
  employees: '120',
  members: '12',
  members_full: '10',
  member_total: '12',
  member_full: '10',
  member_prob: '2',
  founded_date: '2018-07-01',
  dissolved_date: '',
  term_start: '2023-06-30',
  term_due: '2026-06-30',
  term_actual: '2026-06-20',
  star_max: '5',
  star_level: '4',
  prev_level: '3',
  veto: '否',
  veto_class: '',
  grade_rank: '1',
  satisfaction: '95%',
  turnaround: '',
  planned_date: '2026-09-10',
  held_date: '2026-09-12',
  held_count: '1',
  expected: '12',
  attended: '11',
  leave: '1',
  duration_min: '90',
  seq: '1',
  found_date: '2026-03-10',
  due_date: '2026-06-30',
  extended_due: '',
  closed_date: '2026-06-20',
  done_date: '2026-06-20',
  status: '已完成',
  type: '限期',
  reopened: '否',
  region_code: '110000',
  data_nature: '',
  valid_from: '2026-01-01',
  valid_to: '2028-12-31',
  metric_id: 'org_coverage_rate',
  label_zh: '组织覆盖率',
  label_en: '',
  doubt_note: '',
  doubt_note_en: '',
  quote: '',
  target: '90',
  amber: '80',
  red: '70',
  numerator: '81',
  denominator: '100',
  value: '81',
  unit: '%',
  count: '1',
};

/** The registered code of no enterprise, with a valid check character. */
const CREDIT_CODE = '91110000MA0000001L';

function exampleOf(table: TableSpec, column: ColumnSpec): string {
  const isCreditCode = column.id === 'uscc' || (table.id === 'unit_coverage' && column.id === 'unit_id');
  if (isCreditCode) return CREDIT_CODE;
  const known = BY_COLUMN[`${table.id}.${column.id}`] ?? BY_COLUMN[column.id];
  if (known !== undefined) return known;
  return column.type === 'enum' ? (column.values?.[0]?.id ?? '') : BY_TYPE[column.type];
}

/** The example row of a blank template, one text a column: plainly invented, and right by every constraint. */
export function exampleRow(table: TableSpec): string[] {
  return table.columns.map((column) => exampleOf(table, column));
}
