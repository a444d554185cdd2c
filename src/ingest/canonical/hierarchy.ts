import type { Issue } from '../../domain';
import type { Engine, Row } from '../../engine';
import { Findings } from '../findings';
import type { FileReport } from '../report';
import { LISTED } from './staged';

/** The registers (zone and day) a file has rows of, and who is above whom in them, whichever file says it. */
const registersOf = (fileId: number): string => `
  placed AS (
    SELECT coalesce(z.zone_id, o.zone_id, '') AS zone, o.snapshot_date, o.file_id, o.source_row, CAST(o.org_type AS VARCHAR) AS org_type,
      coalesce(o.org_id, o.org_name) AS id, coalesce(o.org_name, o.org_id) AS name,
      coalesce(o.parent_org_id, o.parent_org_name) AS parent
    FROM party_org o LEFT JOIN (SELECT zone_name, min(zone_id) AS zone_id FROM zone GROUP BY zone_name) z ON z.zone_name = o.zone_id
  ),
  register AS (SELECT DISTINCT zone, snapshot_date FROM placed WHERE file_id = ${fileId}),
  node AS (SELECT p.* FROM placed p JOIN register r ON r.zone = p.zone AND r.snapshot_date = p.snapshot_date),
  known AS (
    SELECT zone, snapshot_date, ref, min(id) AS id FROM (
      SELECT zone, snapshot_date, id AS ref, id FROM node UNION ALL SELECT zone, snapshot_date, name, id FROM node
    ) named GROUP BY zone, snapshot_date, ref
  ),
  link AS (
    SELECT n.*, k.id AS above FROM node n
    LEFT JOIN known k ON k.zone = n.zone AND k.snapshot_date = n.snapshot_date AND k.ref = n.parent
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

const LISTING = `source_row, parent, name, CAST(count(*) OVER () AS DOUBLE) AS total`;

/**
 * Rows of a file whose organisation above is in no row of its register. A work committee's superior lies outside every
 * register and is none.
 */
const orphansSql = (fileId: number): string => `WITH ${registersOf(fileId)}
  SELECT ${LISTING} FROM link WHERE file_id = ${fileId} AND parent IS NOT NULL AND above IS NULL AND coalesce(org_type, '') <> '党工委'
  ORDER BY source_row LIMIT ${LISTED}`;

/** Rows of a file whose organisation is above itself, directly or through others. */
const circlesSql = (fileId: number): string => `WITH ${registersOf(fileId)},${CIRCLE}
  SELECT ${LISTING} FROM (
    SELECT l.source_row, l.parent, l.name FROM link l
    JOIN circle c ON c.zone = l.zone AND c.snapshot_date = l.snapshot_date AND c.id = l.id WHERE l.file_id = ${fileId}
  ) found ORDER BY source_row LIMIT ${LISTED}`;

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

/** The report of a file with what its rows say about who is above whom checked against all rows of the same registers. */
export async function withHierarchy(engine: Engine, report: FileReport): Promise<FileReport> {
  if (!report.tables.some(({ table }) => table === 'party_org')) return report;
  const place = placeOf(report);
  const kept = Object.entries(report.issueCounts).filter(([code]) => !CODES.includes(code));
  const findings = new Findings({
    issues: report.issues.filter(({ code }) => !CODES.includes(code)),
    issueCounts: Object.fromEntries(kept),
  });
  const add = (rows: readonly Row[], told: (row: Row) => Issue): void => {
    const [first] = rows;
    if (!first) return;
    const issues = rows.map(told);
    findings.add({ issues, issueCounts: { [issues[0]?.code ?? '']: Number(first.total) } });
  };
  if (place.column !== null) {
    add(await engine.rows(orphansSql(report.id)), (row) => ({ ...toldIn(place, row), code: 'parent-not-found' }));
    add(await engine.rows(circlesSql(report.id)), (row) => ({ ...toldIn(place, row), code: 'parent-circle' }));
  }
  return { ...report, issues: findings.issues, issueCounts: findings.counts };
}

/** Numbers of the other files that have rows of the same registers of organisations as a file. */
export async function sharingRegisters(engine: Engine, fileId: number): Promise<number[]> {
  const rows = await engine.rows(
    `WITH ${registersOf(fileId)} SELECT DISTINCT file_id FROM node WHERE file_id <> ${fileId}`,
  );
  return rows.map(({ file_id }) => Number(file_id));
}
