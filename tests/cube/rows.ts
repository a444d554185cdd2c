import fc from 'fast-check';
import type { Column, Engine } from '../../src/engine';
import { tableById } from '../../src/model';
import { createTable, identifier } from '../../src/sql';

/** A canonical row with only the columns a test cares about. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Replaces the rows of a canonical table. Columns not given are null. */
export async function fill(engine: Engine, table: string, rows: readonly Fields[]): Promise<void> {
  const spec = tableById(table);
  if (!spec) throw new RangeError(`no such table: ${table}`);
  await engine.run(createTable(spec));
  if (rows.length === 0) return;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns: Record<string, Column> = { source_row: rows.map((_, at) => at + 2) };
  for (const name of names) columns[name] = rows.map((row) => row[name] ?? null);
  await engine.insert('incoming', columns);
  const targets = [...names, 'source_row'];
  const casts = targets.map((name) => {
    const type = spec.columns.find((column) => column.id === name)?.type;
    const sql =
      type === 'date'
        ? 'DATE'
        : type === 'integer' || name === 'source_row'
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
    org_type: fc.constantFrom('党委', '支部', '党工委', null),
    parent_org_id: fc.constantFrom('1', '2', null),
    domain: fc.constantFrom('非公', null),
    founded_date: fc.constantFrom('2018-02-01', '2018-09-20', null),
    dissolved_date: fc.constantFrom('2018-09-25', null),
  }),
  { maxLength: 30 },
);
