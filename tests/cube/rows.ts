import fc from 'fast-check';
import type { Column, Engine } from '../../src/engine';
import { TABLES, tableById } from '../../src/model';
import { createTable, identifier } from '../../src/sql';

/** A canonical row with only the columns a test cares about. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Replaces the rows of a canonical table. Columns not given are null; `source_row` is the place in the list where it is not given. */
export async function fill(engine: Engine, table: string, rows: readonly Fields[]): Promise<void> {
  const spec = tableById(table);
  if (!spec) throw new RangeError(`no such table: ${table}`);
  await engine.run(createTable(spec));
  if (rows.length === 0) return;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns: Record<string, Column> = { source_row: rows.map((_, at) => at + 2) };
  for (const name of names) columns[name] = rows.map((row) => row[name] ?? null);
  await engine.insert('incoming', columns);
  const targets = Object.keys(columns);
  const casts = targets.map((name) => {
    const type = spec.columns.find((column) => column.id === name)?.type;
    const sql =
      type === 'date'
        ? 'DATE'
        : type === 'integer' || name === 'source_row' || name === 'file_id'
          ? 'BIGINT'
          : type === 'boolean'
            ? 'BOOLEAN'
            : 'VARCHAR';
    return `CAST(${identifier(name)} AS ${sql})`;
  });
  await engine.run(
    `INSERT INTO ${identifier(table)} (${targets.map(identifier).join(', ')}) SELECT ${casts.join(', ')} FROM incoming`,
  );
}

const zone = fc.constantFrom('甲', '乙', '丙');
const committee = fc.constantFrom('一党委', '二党委', null);
const snapshot = fc.constantFrom('2018-06-30', '2018-09-15', '2018-09-30', '2018-12-31', '2019-03-31');
const maybe = fc.constantFrom(true, false, null);

/** Rows of `unit_coverage`, unknowns included. */
export const units: fc.Arbitrary<Fields[]> = fc.array(
  fc.record({
    zone_id: zone,
    snapshot_date: snapshot,
    committee,
    unit_name: fc.constantFrom('A', 'B', 'C', 'D'),
    unit_kind: fc.constantFrom('非公企业', '社会组织', '国企', null),
    operating: fc.constantFrom('运营', '运营', '运营', '停业', null),
    coverage_mode: fc.constantFrom('单独支部', '联合支部', '区域行业覆盖', '未建-应建', '未建-无党员', null),
    above_scale: maybe,
    instructor: maybe,
    liaison: maybe,
    mass_org: maybe,
  }),
  { maxLength: 60 },
);

const some = fc.constantFrom(0, 3, 7, 12, 20, null);

/** Rows of `coverage_count`: a zone hands in a file of its own, by committee or whole, beside rows of units or not. */
const counts: fc.Arbitrary<Fields[]> = fc
  .array(
    fc.record({
      zone_id: zone,
      snapshot_date: snapshot,
      committee: fc.constantFrom('一党委', '二党委', '三街道', null),
      unit_kind: fc.constantFrom('非公企业', null, null),
      units: some,
      due: some,
      built: some,
      due_built: fc.constantFrom(2, 7, null, null),
      not_built: some,
      alone: some,
      joint: some,
      covered: some,
      instructors: some,
      rate: fc.constantFrom(0.35, 0.583, 0.6, null),
    }),
    { maxLength: 20 },
  )
  .map((rows) => rows.map((row) => ({ ...row, file_id: ['甲', '乙', '丙'].indexOf(row.zone_id) + 1 })));

/** Rows of `star_rating` in two schemes and three cycles. */
export const ratings: fc.Arbitrary<Fields[]> = fc.array(
  fc.record({
    zone_id: zone,
    org_name: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    cycle: fc.constantFrom('2016', '2017', '2018'),
    scheme_id: fc.constantFrom('p', 'q'),
    awarding_level: fc.constantFrom('省', '市'),
    star_max: fc.constant(5),
    star_level: fc.constantFrom(0, 1, 3, 4, 5, null),
    rated_status: fc.constantFrom('评定', '未参评', '新建不定星', null),
    domain: fc.constantFrom('非公', '村', null),
    dim_political: maybe,
    dim_integrity: maybe,
  }),
  { maxLength: 40 },
);

/** Rows of `party_org` with a shallow hierarchy and events. */
export const organisations: fc.Arbitrary<Fields[]> = fc.array(
  fc.record({
    zone_id: zone,
    snapshot_date: snapshot,
    org_id: fc.constantFrom('1', '2', '3', '4'),
    org_name: fc.constantFrom('甲党委', '乙支部'),
    org_type: fc.constantFrom('党委', '支部', '联合支部', '党小组', '党工委', null),
    parent_org_id: fc.constantFrom('1', '2', null),
    domain: fc.constantFrom('非公', null),
    founded_date: fc.constantFrom('2018-02-01', '2018-09-20', null),
    dissolved_date: fc.constantFrom('2018-09-25', null),
    setting: oneOf('party_org', 'setting'),
    member_total: fc.constantFrom(0, 3, 12, 60, null),
    member_full: fc.constantFrom(2, 3, 50, null),
    term_due: fc.constantFrom('2018-03-31', '2018-10-31', '2019-06-30', null),
    term_actual: fc.constantFrom('2018-03-20', '2018-11-30', null),
    term_extension_ok: maybe,
  }),
  { maxLength: 30 },
);

const organisation = fc.constantFrom('1', '2', '3', '4');
const label = (values: readonly string[]): fc.Arbitrary<string | null> => fc.constantFrom(...values, null);
const day = fc.constantFrom('2018-02-10', '2018-06-30', '2018-09-05', '2018-11-20', '2018-12-31', null);
const few = fc.constantFrom(0, 1, 2, 5, null);

/** Values of a closed vocabulary of a canonical table, and none at all. */
function oneOf(table: string, column: string): fc.Arbitrary<string | null> {
  const values = tableById(table)?.columns.find((known) => known.id === column)?.values ?? [];
  if (values.length === 0) throw new RangeError(`no vocabulary: ${table}.${column}`);
  return fc.constantFrom(...values.map(({ id }) => id), null);
}

/** Rows of `grading`: every kind, half-year and whole-year cycles, two versions of a standard. */
const gradings: fc.Arbitrary<Fields[]> = fc.array(
  fc.record({
    zone_id: zone,
    org_id: organisation,
    org_name: fc.constant('甲支部'),
    committee,
    kind: oneOf('grading', 'kind'),
    cycle: fc.constantFrom('2017', '2018', '2018H1', '2018H2'),
    scheme_id: fc.constantFrom('three-level', 'four-level', '百分制'),
    standard_version: label(['2017 版', '2018 版']),
    grade_label: label(['先进', '一般', '后进', '好', '较好', '优秀']),
    grade_rank: fc.constantFrom(1, 2, 3, null),
    score_self: fc.constantFrom(95, 88.5, 70, null),
    score_mass: fc.constantFrom(90, 60, null),
    score_superior: fc.constantFrom(92, 71.5, null),
    score_total: fc.constantFrom(91, 80, 59.5, null),
    satisfaction: fc.constantFrom(0.95, 0.5, null),
    turnaround: oneOf('grading', 'turnaround'),
  }),
  { maxLength: 30 },
);

/** Counts of levels: a zone hands in a file of its own, by committee or whole, with sums or not. */
const levels = (of: Record<string, fc.Arbitrary<string | number | boolean | null>>): fc.Arbitrary<Fields[]> =>
  fc
    .array(
      fc.record({
        zone_id: zone,
        committee: fc.constantFrom('一党委', null, null),
        domain: fc.constantFrom('非公', null, null),
        org_number: fc.constantFrom(0, 1, 3, 8, null),
        partial: fc.constantFrom(true, false, null, null),
        ...of,
      }),
      { maxLength: 30 },
    )
    .map((rows) => rows.map((row) => ({ ...row, file_id: ['甲', '乙', '丙'].indexOf(String(row.zone_id)) + 1 })));
const starCounts = levels({
  cycle: fc.constantFrom('2017', '2018', '2018H2'),
  scheme_id: fc.constantFrom('p', 'five-level-capped', null),
  awarding_level: fc.constantFrom('市', null),
  level: oneOf('star_count', 'level'),
});
const gradeCounts = levels({
  kind: fc.constantFrom('分类定级', '党建考核', '述职评议'),
  cycle: fc.constantFrom('2017', '2018', '2018H2'),
  scheme_id: fc.constantFrom('three-level', '百分制', null),
  grade_label: fc.constantFrom('先进', '一般', '后进', '优秀', '未定级', '合计', '应定级', '已定级', null),
});

/** Rows of `org_life`: meetings with a day, and counts of a period. */
const meetings: fc.Arbitrary<Fields[]> = fc.array(
  fc
    .record({
      zone_id: zone,
      org_id: organisation,
      activity_type: oneOf('org_life', 'activity_type'),
      held_date: day,
      period: label(['2018-06', '2018-09', '2018Q3', '2018']),
      held_count: few,
      expected: fc.constantFrom(10, 12, null),
      attended: fc.constantFrom(8, 10, null),
    })
    .map((row) => ({ ...row, bound: row.held_count === 1 && row.held_date === null ? 'ge' : null })),
  { maxLength: 40 },
);

/** Rows of `rectification`, open and closed, with and without a due date. */
const rectifications: fc.Arbitrary<Fields[]> = fc.array(
  fc.record({
    item_id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    zone_id: zone,
    org_id: organisation,
    committee,
    source: oneOf('rectification', 'source'),
    dimension: label(['领导班子履职', '工作机制']),
    type: oneOf('rectification', 'type'),
    found_date: fc.constantFrom('2018-01-15', '2018-05-02', '2018-08-20'),
    due_date: day,
    extended_due: fc.constantFrom('2018-12-15', null),
    closed_date: day,
    status: oneOf('rectification', 'status'),
  }),
  { maxLength: 30 },
);

/** Rows of `work_record`: obligations done and not done, and plain counts. */
const works: fc.Arbitrary<Fields[]> = fc.array(
  fc.record({
    record_id: fc.constantFrom('1', '2', '3', '4', '5'),
    record_type: oneOf('work_record', 'record_type'),
    zone_id: zone,
    target_org_id: organisation,
    target_name: label(['甲党委', '乙支部']),
    target_domain: oneOf('work_record', 'target_domain'),
    letter_type: label(['党建', '廉政']),
    period: fc.constantFrom('2018', '2018Q3', '2018-09', '2018H2'),
    due_date: day,
    done_date: day,
    done: maybe,
    count: few,
    bound: oneOf('work_record', 'bound'),
  }),
  { maxLength: 30 },
);

/** Rows of `site_honour`, some no longer valid. */
const sites: fc.Arbitrary<Fields[]> = fc.array(
  fc.record({
    kind: oneOf('site_honour', 'kind'),
    level: oneOf('site_honour', 'level'),
    zone_id: zone,
    org_id: organisation,
    name: label(['甲', '乙']),
    count: few,
    valid_from: fc.constantFrom('2017-03-01', '2018-09-10'),
    valid_to: fc.constantFrom('2018-09-20', null),
  }),
  { maxLength: 20 },
);

/** Rows of `member_period`. */
const memberPeriods: fc.Arbitrary<Fields[]> = fc.array(
  fc.record({
    zone_id: zone,
    org_id: organisation,
    period: fc.constantFrom('2018-09', '2018Q3', '2018Q4', '2018'),
    members_begin: few,
    members_end: few,
    applicants: few,
    activists: few,
    dev_targets: few,
    admitted: few,
    due_confirm: few,
    confirmed_on_time: few,
    dues_due_members: few,
    dues_on_time_members: few,
    hours_base: few,
    hours_met: few,
    sec_base: few,
    sec_met: few,
    review_due: few,
    review_attended: few,
  }),
  { maxLength: 30 },
);

/** Rows of every canonical table that populations read, by table. */
export type AllRows = Readonly<Record<string, Fields[]>>;

/** Rows of all tables together; the register of zones, rules and targets stay empty. */
export const everything: fc.Arbitrary<AllRows> = fc.record({
  unit_coverage: units,
  coverage_count: counts,
  star_rating: ratings,
  star_count: starCounts,
  grade_count: gradeCounts,
  party_org: organisations,
  grading: gradings,
  org_life: meetings,
  rectification: rectifications,
  work_record: works,
  site_honour: sites,
  member_period: memberPeriods,
});

/** Nothing in any table. */
export const NO_ROWS: AllRows = Object.fromEntries(TABLES.map((table) => [table.id, []]));
