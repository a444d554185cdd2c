import type { Issue, TableSpec } from '../domain';
import type { Engine, Row } from '../engine';
import { identifier, literal } from '../sql';
import { folded, lineNumber } from './canonical/same-thing';
import { LISTED } from './canonical/staged';
import { ZONE_OF_ALIAS } from './canonical/zone-alias';
import type { Found } from './findings';

/** What lists know the zone of: party organisations, by their register; units, by lists of them. */
type Thing = 'org' | 'unit';

interface Naming {
  readonly thing: Thing;
  /** The columns that say which organisation or unit a row is of. */
  readonly code: string;
  readonly name: string;
}

const ORG: Naming = { thing: 'org', code: 'org_id', name: 'org_name' };
const UNIT: Naming = { thing: 'unit', code: 'unit_id', name: 'unit_name' };

/** The list that says which zone each is of. */
const LISTS: Readonly<Record<Thing, { readonly table: string; readonly naming: Naming }>> = {
  org: { table: 'party_org', naming: ORG },
  unit: { table: 'unit_coverage', naming: UNIT },
};

const NAMING: Readonly<Record<string, Naming>> = {
  party_org: ORG,
  org_life: ORG,
  star_rating: ORG,
  grading: ORG,
  rectification: ORG,
  member_period: ORG,
  work_record: { thing: 'org', code: 'target_org_id', name: 'target_name' },
  unit_coverage: UNIT,
};

/** Shorter codes are given by each zone for itself. */
const OWN_CODE = 9;
/** A name with the form of a body in it is written out. */
const FULL_NAME = '.{2,}(公司|集团|事务所|合作社|研究院|协会|商会|学会|医院|学校|学院|工厂)';
/** Of what a table names so much must be listed: by names and codes of units, and by what another zone may use as well. */
const LEAST_LISTED = 0.5;
const LEAST_LISTED_WEAK = 0.8;

/** How the zones of a table's rows came about that states none. */
export interface ListedZones {
  readonly thing: Thing;
  /** Rows whose zone a list says. */
  readonly rows: number;
  /** Rows of what no list has. */
  readonly unlisted: number;
  /** Rows of what lists have in several zones. */
  readonly several: number;
  /** What is meant by the first of those. */
  readonly names: readonly string[];
}

/** What was found about the rows of one table that state no zone. */
export interface PlacedByList extends Found {
  /** Null where lists decide nothing. */
  readonly listed: ListedZones | null;
}

const NOTHING: PlacedByList = { issues: [], issueCounts: {}, listed: null };

/** One table of a file whose rows state no zone. */
export interface Zoneless {
  readonly table: TableSpec;
  readonly fileId: number;
  readonly file: string;
  /** Which table of the file. */
  readonly nth: number;
  /** The last row before its own. */
  readonly since: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What the user said of rows that no list decides: a zone, or '' for none. */
  readonly unlisted?: string | undefined;
}

/** Which zone each is of: one, or none where lists have it in several; `coded` where a list gives the name a code. */
function listSql(thing: Thing): string {
  const { table, naming } = LISTS[thing];
  const code = `CASE WHEN NOT ${lineNumber(naming.code)} THEN ${naming.code} END`;
  const of = (how: 'code' | 'name', coded: string): string => `
    SELECT ${literal(thing)}, ${literal(how)}, ${how}, CASE WHEN min(zone) = max(zone) THEN min(written) END,
      CASE WHEN min(zone) <> max(zone) THEN string_agg(DISTINCT written, '、' ORDER BY written) END, ${coded}
    FROM said WHERE ${how} IS NOT NULL GROUP BY ${how}`;
  return `DELETE FROM listed_zone WHERE thing = ${literal(thing)};
    INSERT INTO listed_zone WITH said AS (
      SELECT ${code} AS code, ${folded(naming.name)} AS name, t.zone_id AS written, coalesce(a.zone, t.zone_id) AS zone
      FROM ${table} t LEFT JOIN ${ZONE_OF_ALIAS} a ON a.alias = t.zone_id
      WHERE t.zone_id IS NOT NULL AND t.file_id NOT IN (SELECT file_id FROM zoneless WHERE table_id = ${literal(table)})
    ) ${of('code', 'true')} UNION ALL ${of('name', 'count(code) > 0')}`;
}

/** What each table without zones names, with the zone that lists say of it now. */
const VERDICT = `
  WITH coded AS (
    SELECT z.*, c.ref IS NOT NULL AS by_code, c.zone AS found, c.zones, bool_or(c.ref IS NOT NULL) OVER (PARTITION BY z.file_id, z.nth) AS codes_known
    FROM zoneless z LEFT JOIN listed_zone c ON c.thing = z.thing AND c.how = 'code' AND c.ref = z.code
  ),
  named AS (
    SELECT z.file_id, z.nth, z.code, z.name, by_code OR n.ref IS NOT NULL AS listed,
      CASE WHEN by_code THEN z.found ELSE n.zone END AS found, CASE WHEN by_code THEN z.zones ELSE n.zones END AS zones,
      CASE WHEN by_code THEN strlen(z.code) >= ${OWN_CODE} ELSE regexp_matches(z.name, ${literal(FULL_NAME)}) END AS strong,
      by_code AND strlen(z.code) >= ${OWN_CODE} AND z.thing = 'org' AS alone
    FROM coded z LEFT JOIN listed_zone n ON n.thing = z.thing AND n.how = 'name' AND n.ref = z.name
      AND NOT z.by_code AND (z.code IS NULL OR NOT n.coded OR NOT z.codes_known)
  ),
  weighed AS (
    SELECT *, avg(CASE WHEN listed THEN 1 ELSE 0 END) OVER one AS share,
      min(found) OVER one <> max(found) OVER one AS apart
    FROM named WINDOW one AS (PARTITION BY file_id, nth)
  )
  SELECT file_id, nth, code, name, zones,
    CASE WHEN alone OR share >= CASE WHEN strong THEN ${LEAST_LISTED} WHEN apart THEN ${LEAST_LISTED_WEAK} ELSE 2 END THEN found END AS says
  FROM weighed`;

const SAME = `v.file_id = zoneless.file_id AND v.nth = zoneless.nth AND v.code IS NOT DISTINCT FROM zoneless.code
  AND v.name IS NOT DISTINCT FROM zoneless.name`;

/**
 * The zones of rows that state none, told by lists that say which zone their organisations and units are of. It is told as files are
 * read, before their rows are compared with others; {@link ZonesByList.isLate} says where lists that came since tell otherwise.
 */
export class ZonesByList {
  /** What is listed stays as it is while files are read again. */
  private fixed = false;

  constructor(private readonly engine: Engine) {}

  /** Begins anew; with what is listed as it was last where the same files are read again. */
  async clear(again: boolean): Promise<void> {
    this.fixed = again;
    const listed = again
      ? ''
      : `CREATE OR REPLACE TABLE listed_zone
      (thing VARCHAR, how VARCHAR, ref VARCHAR, zone VARCHAR, zones VARCHAR, coded BOOLEAN);`;
    await this.engine.run(`${listed} CREATE OR REPLACE TABLE zoneless
      (file_id INTEGER, table_id VARCHAR, nth INTEGER, thing VARCHAR, code VARCHAR, name VARCHAR, rows DOUBLE, zone VARCHAR)`);
  }

  /** Whether rows would be of another zone now than they were taken for as they were read; files may be added again from now on. */
  async isLate(): Promise<boolean> {
    this.fixed = false;
    const things = await this.engine.rows('SELECT DISTINCT thing FROM zoneless');
    if (things.length === 0) return false;
    for (const { thing } of things) await this.engine.run(listSql(thing as Thing));
    const [late] = await this.engine.rows(
      `SELECT 1 AS late FROM zoneless JOIN (${VERDICT}) v ON ${SAME} WHERE v.says IS DISTINCT FROM zoneless.zone LIMIT 1`,
    );
    return late !== undefined;
  }

  /** Whether lists may say of what zone the rows of a table are; not those of a file that is a list itself. */
  static speaksOf(table: TableSpec, stating: readonly (TableSpec | undefined)[]): boolean {
    return table.id in NAMING && !(isList(table) && stating.includes(table));
  }

  /** Says the zone of the rows that state none, where lists do. */
  async place(of: Zoneless): Promise<PlacedByList> {
    const naming = NAMING[of.table.id];
    if (!naming) return NOTHING;
    const { engine } = this;
    const target = identifier(of.table.id);
    const mine = `file_id = ${of.fileId} AND rowid > ${of.since}`;
    const code = `CASE WHEN NOT ${lineNumber(naming.code)} THEN ${naming.code} END`;
    const name = folded(naming.name);
    await engine.run(`INSERT INTO zoneless SELECT file_id, ${literal(of.table.id)}, ${of.nth}, ${literal(naming.thing)}, ${code}, ${name},
      count(*), NULL FROM ${target} WHERE ${mine} GROUP BY ALL; ${this.fixed ? '' : listSql(naming.thing)}`);
    const own = `zoneless.file_id = ${of.fileId} AND zoneless.nth = ${of.nth}`;
    await engine.run(`UPDATE zoneless SET zone = v.says FROM (${VERDICT}) v WHERE ${own} AND ${SAME}`);
    const [counted] = await engine.rows(
      `SELECT CAST(coalesce(sum(rows) FILTER (zone IS NOT NULL), 0) AS DOUBLE) AS n FROM zoneless WHERE ${own}`,
    );
    const rows = Number(counted?.n ?? 0);
    if (rows === 0) return NOTHING;
    await engine.run(`UPDATE ${target} SET zone_id = z.zone FROM zoneless z WHERE z.file_id = ${of.fileId} AND z.nth = ${of.nth}
      AND z.zone IS NOT NULL AND ${target}.file_id = ${of.fileId} AND ${target}.rowid > ${of.since} AND z.code IS NOT DISTINCT FROM (${code}) AND z.name IS NOT DISTINCT FROM (${name})`);
    const open = await engine.rows(`SELECT t.source_row, coalesce(t.${naming.code}, t.${naming.name}) AS written,
        v.zones, CAST(count(*) OVER kind AS DOUBLE) AS total
      FROM (SELECT *, ${code} AS own_code, ${name} AS own_name FROM ${target} WHERE ${mine} AND zone_id IS NULL) t
      LEFT JOIN (${VERDICT}) v ON v.file_id = t.file_id AND v.nth = ${of.nth} AND v.code IS NOT DISTINCT FROM t.own_code AND v.name IS NOT DISTINCT FROM t.own_name
      WINDOW kind AS (PARTITION BY v.zones IS NULL)
      QUALIFY row_number() OVER (PARTITION BY v.zones IS NULL ORDER BY t.source_row) <= ${LISTED} ORDER BY t.source_row`);
    if (of.unlisted !== undefined && of.unlisted !== '')
      await engine.run(`UPDATE ${target} SET zone_id = ${literal(of.unlisted)} WHERE ${mine} AND zone_id IS NULL`);
    return told(of, naming, rows, open);
  }
}

const isList = ({ id }: TableSpec): boolean => Object.values(LISTS).some(({ table }) => table === id);

const SHOWN = 3;

function told(of: Zoneless, { thing, code, name }: Naming, rows: number, open: readonly Row[]): PlacedByList {
  const [several, unlisted] = [open.filter(({ zones }) => zones !== null), open.filter(({ zones }) => zones === null)];
  const totalOf = ([first]: readonly Row[]): number => Number(first?.total ?? 0);
  const about = { file: of.file, column: of.headers[code] ?? of.headers[name] ?? null } as const;
  const issueOf = (kind: string, row: Row): Issue => ({
    ...about,
    code: kind,
    severity: of.unlisted ? 'note' : 'error',
    row: Number(row.source_row),
    value: row.written === null ? null : String(row.written),
    ...(row.zones !== null && { detail: String(row.zones) }),
  });
  const kinds = [['not-in-list', unlisted] as const, ['listed-in-several', several] as const];
  return {
    issues: [
      { ...about, code: 'zone-from-list', severity: 'note', row: null, value: null, detail: String(rows) },
      ...kinds.flatMap(([kind, all]) => all.map((row) => issueOf(kind, row))),
    ],
    issueCounts: {
      // One thing is told of the table; how many rows it is stands in it.
      'zone-from-list': 1,
      ...Object.fromEntries(kinds.flatMap(([kind, all]) => (all.length > 0 ? [[kind, totalOf(all)]] : []))),
    },
    listed: {
      thing,
      rows,
      unlisted: totalOf(unlisted),
      several: totalOf(several),
      names: [...new Set(open.flatMap(({ written }) => (written === null ? [] : [String(written)])))].slice(0, SHOWN),
    },
  };
}
