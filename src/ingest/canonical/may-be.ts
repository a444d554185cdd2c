import type { Issue } from '../../domain';
import { type Engine, isEmpty, tablesThere } from '../../engine';
import { placed } from '../../model';
import { Findings } from '../findings';
import type { FileReport } from '../report';
import { LISTED } from './staged';

const CODE = 'name-of-several';

/** Tables whose rows are of an organisation, given by code or by name. */
const NAMING = ['party_org', 'org_life', 'star_rating', 'grading', 'rectification', 'member_period'] as const;

/** Names that two organisations of their zone bear, with the first and the last of them. */
const SHARED = `SELECT zone, ref AS name, min(org_id) AS one, max(org_id) AS other FROM org_shared GROUP BY zone, ref`;

/** Rows that give no code, and a name that two organisations of their zone may go by; of whom a work record is; who is above an organisation. */
const ROWS = [
  ...NAMING.map(
    (
      table,
    ) => `SELECT '${table}' AS table_id, 'org_name' AS column_id, t.file_id, t.source_row, t.org_name AS name, m.one, m.other
    FROM ${placed(table)} t JOIN org_may_be m ON m.zone = t.zone AND m.name = t.org_name WHERE t.org_id IS NULL`,
  ),
  `SELECT 'work_record', CASE WHEN t.target_name IS NULL THEN 'committee' ELSE 'target_name' END, t.file_id, t.source_row, m.name, m.one, m.other
    FROM ${placed('work_record')} t JOIN (${SHARED}) m ON m.zone = t.zone AND m.name = coalesce(t.target_name, t.committee)
    WHERE t.target_org_id IS NULL`,
  `SELECT 'party_org', 'parent_org_name', t.file_id, t.source_row, t.parent_org_name, p.one, p.other
    FROM ${placed('party_org')} t JOIN org_link l ON l.zone = t.zone AND l.snapshot_date = t.snapshot_date
      AND l.org_id = coalesce(t.org_id, t.org_name) AND l.parent_ref = t.parent_org_name AND l.unclear
    JOIN (SELECT zone, snapshot_date, ref, min(org_id) AS one, max(org_id) AS other FROM org_called GROUP BY zone, snapshot_date, ref) p
      ON p.zone = t.zone AND p.snapshot_date = t.snapshot_date AND p.ref = t.parent_org_name
    WHERE t.parent_org_id IS NULL`,
].join(' UNION ALL ');

const FOUND = `SELECT * FROM (
    SELECT *, row_number() OVER (PARTITION BY file_id ORDER BY source_row, column_id) AS nth,
      CAST(count(*) OVER (PARTITION BY file_id) AS DOUBLE) AS total FROM (${ROWS}) named
  ) ranked WHERE nth <= ${LISTED} ORDER BY file_id, source_row, column_id`;

/** The tables that say of names what is told here. */
const TELLING = ['org_may_be', 'org_shared', 'org_link'];

/** The reports with the rows told that may be of one organisation or another, by the names the figures were counted by. */
export async function withMayBe(engine: Engine, reports: readonly FileReport[]): Promise<FileReport[]> {
  const there = await tablesThere(engine);
  const found = TELLING.every((table) => isEmpty(there, table)) ? [] : await engine.rows(FOUND);
  return reports.map((report) => {
    const own = found.filter(({ file_id }) => file_id === report.id);
    if (own.length === 0 && !(CODE in report.issueCounts)) return report;
    const findings = Findings.without(report, [CODE]);
    const headerOf = (id: string, column: string): string | null => {
      const view = report.tables.find(({ table }) => table === id)?.view;
      return view?.start.header[view.match.fields.indexOf(column)] ?? null;
    };
    const issues = own.map((row): Issue => ({
      code: CODE,
      severity: 'warning',
      file: report.path,
      row: Number(row.source_row),
      column: headerOf(String(row.table_id), String(row.column_id)),
      value: String(row.name),
      detail: `${String(row.one)} / ${String(row.other)}`,
    }));
    findings.add({ issues, issueCounts: own.length === 0 ? {} : { [CODE]: Number(own[0]?.total) } });
    return { ...report, issues: findings.issues, issueCounts: findings.counts };
  });
}
