import type { Issue } from '../../domain';
import type { Engine, Row } from '../../engine';
import { literals } from '../../sql';
import { Findings } from '../findings';
import type { FileReport } from '../report';
import { folded } from './same-thing';
import { LISTED } from './staged';
import { ZONE_OF_ALIAS } from './zone-alias';

/** The registers (zone and day) some files have rows of, and who is above whom in them, whichever file says it. */
const registersOf = (files: readonly number[]): string => `
  placed AS (
    SELECT coalesce(z.zone, o.zone_id, '') AS zone, o.snapshot_date, o.file_id, o.source_row, CAST(o.org_type AS VARCHAR) AS org_type,
      coalesce(o.org_id, o.org_name) AS id, coalesce(o.org_name, o.org_id) AS name,
      coalesce(o.parent_org_id, o.parent_org_name) AS parent
    FROM party_org o LEFT JOIN ${ZONE_OF_ALIAS} z ON z.alias = o.zone_id
  ),
  register AS (SELECT DISTINCT zone, snapshot_date FROM placed WHERE file_id IN ${literals(files)}),
  node AS (SELECT p.* FROM placed p JOIN register r ON r.zone = p.zone AND r.snapshot_date = p.snapshot_date),
  known AS (
    SELECT zone, snapshot_date, ref, min(id) AS id FROM (
      SELECT zone, snapshot_date, ${folded('id')} AS ref, id FROM node
      UNION ALL SELECT zone, snapshot_date, ${folded('name')}, id FROM node
    ) named GROUP BY zone, snapshot_date, ref
  ),
  link AS (
    SELECT n.*, k.id AS above FROM node n
    LEFT JOIN known k ON k.zone = n.zone AND k.snapshot_date = n.snapshot_date AND k.ref = ${folded('n.parent')}
  )`;

const doubled = (steps: string): string => `SELECT a.zone, a.snapshot_date, a.id, b.above
    FROM ${steps} a JOIN ${steps} b ON b.zone = a.zone AND b.snapshot_date = a.snapshot_date AND b.id = a.above`;

/** What lies 64 steps above anything lies on a circle: no chain is that long. */
const CIRCLE = `
  step1 AS (SELECT zone, snapshot_date, id, min(above) AS above FROM link WHERE above IS NOT NULL GROUP BY zone, snapshot_date, id),
  step2 AS (${doubled('step1')}),
  step4 AS (${doubled('step2')}),
  step8 AS (${doubled('step4')}),
  step16 AS (${doubled('step8')}),
  step32 AS (${doubled('step16')}),
  circle AS (SELECT DISTINCT zone, snapshot_date, above AS id FROM (${doubled('step32')}) steps)`;

/** The first of the rows found in each file, and how many there are in it. */
const listing = (found: string): string => `
  SELECT file_id, source_row, parent, name, total FROM (
    SELECT *, row_number() OVER (PARTITION BY file_id ORDER BY source_row) AS nth,
      CAST(count(*) OVER (PARTITION BY file_id) AS DOUBLE) AS total FROM (${found}) found
  ) ranked WHERE nth <= ${LISTED} ORDER BY file_id, source_row`;

/**
 * Rows of some files whose organisation above is in no row of its register. A work committee's superior lies outside every
 * register and is none.
 */
const orphansSql = (files: readonly number[]): string => `WITH ${registersOf(files)}
  ${listing(`SELECT file_id, source_row, parent, name FROM link WHERE file_id IN ${literals(files)}
    AND parent IS NOT NULL AND above IS NULL AND coalesce(org_type, '') <> '党工委'`)}`;

/** Rows of some files whose organisation is above itself, directly or through others. */
const circlesSql = (files: readonly number[]): string => `WITH ${registersOf(files)},${CIRCLE}
  ${listing(`SELECT l.file_id, l.source_row, l.parent, l.name FROM link l
    JOIN circle c ON c.zone = l.zone AND c.snapshot_date = l.snapshot_date AND c.id = l.id
    WHERE l.file_id IN ${literals(files)}`)}`;

interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly column: string | null;
}

/** The header the organisations above were read from; the code where a file has both. */
function placeOf({ path, tables }: FileReport): Place {
  const [table, ...more] = tables.filter((one) => one.table === 'party_org');
  const { fields = [] } = table?.view.match ?? {};
  const at = ['parent_org_id', 'parent_org_name'].map((id) => fields.indexOf(id)).find((index) => index >= 0);
  const sheet = more.length === 0 ? table?.view.start.sheet : null;
  return {
    file: path,
    column: at === undefined ? null : (table?.view.start.header[at] ?? null),
    ...(sheet ? { sheet } : {}),
  };
}

const toldIn = (place: Place, row: Row): Omit<Issue, 'code'> => ({
  ...place,
  severity: 'warning',
  row: Number(row.source_row),
  value: row.parent === null || row.parent === undefined ? null : String(row.parent),
  detail: String(row.name),
});

const CODES: readonly string[] = ['parent-not-found', 'parent-circle'];

/** Whether rows of a file say who is above whom. */
export const hasOrganisations = ({ tables }: FileReport): boolean => tables.some(({ table }) => table === 'party_org');

/** The report with what was found in its file in the place of what was found before. */
function told(report: FileReport, place: Place, found: ReadonlyMap<string, readonly Row[]>): FileReport {
  const findings = Findings.without(report, CODES);
  for (const [code, all] of found) {
    const rows = all.filter(({ file_id }) => file_id === report.id);
    const [first] = rows;
    if (first)
      findings.add({
        issues: rows.map((row) => ({ ...toldIn(place, row), code })),
        issueCounts: { [code]: Number(first.total) },
      });
  }
  return { ...report, issues: findings.issues, issueCounts: findings.counts };
}

/** Those files, and the others that have rows of the same registers of organisations. */
async function sharingRegisters(engine: Engine, files: readonly number[]): Promise<Set<number>> {
  const rows = await engine.rows(`WITH ${registersOf(files)} SELECT DISTINCT file_id FROM node`);
  return new Set([...files, ...rows.map(({ file_id }) => Number(file_id))]);
}

/**
 * The reports with what their rows say about who is above whom checked against all rows of the same registers: of the
 * changed files and those that share a register with them, or of all.
 */
export async function withHierarchy(
  engine: Engine,
  reports: readonly FileReport[],
  changed: ReadonlySet<number> | 'all',
): Promise<FileReport[]> {
  const own = reports.filter(hasOrganisations).map(({ id }) => id);
  const anew = own.filter((id) => changed === 'all' || changed.has(id));
  if (anew.length === 0) return [...reports];
  const affected = anew.length === own.length ? new Set(own) : await sharingRegisters(engine, anew);
  const places = new Map(reports.filter(({ id }) => affected.has(id)).map((report) => [report.id, placeOf(report)]));
  const named = [...places].flatMap(([id, { column }]) => (column === null ? [] : [id]));
  const found = new Map<string, readonly Row[]>();
  if (named.length > 0) {
    found.set('parent-not-found', await engine.rows(orphansSql(named)));
    found.set('parent-circle', await engine.rows(circlesSql(named)));
  }
  return reports.map((report) => {
    const place = places.get(report.id);
    return place ? told(report, place, found) : report;
  });
}
