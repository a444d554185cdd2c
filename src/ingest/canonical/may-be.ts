import type { Issue } from '../../domain';
import type { Engine } from '../../engine';
import { placed } from '../../model';
import { Findings } from '../findings';
import type { FileReport } from '../report';
import { LISTED } from './staged';

const CODE = 'name-of-several';

/** Tables whose rows are of an organisation, given by code or by name. */
const NAMING = ['party_org', 'org_life', 'star_rating', 'grading', 'rectification', 'member_period'] as const;

/** Rows that give no code, and a name that two organisations of their zone may go by. */
const ROWS = NAMING.map(
  (
    table,
  ) => `SELECT '${table}' AS table_id, t.file_id, t.source_row, t.org_name AS name, m.one, m.other FROM ${placed(table)} t
    JOIN org_may_be m ON m.zone = t.zone AND m.name = t.org_name WHERE t.org_id IS NULL`,
).join(' UNION ALL ');

const FOUND = `SELECT * FROM (
    SELECT *, row_number() OVER (PARTITION BY file_id ORDER BY source_row) AS nth,
      CAST(count(*) OVER (PARTITION BY file_id) AS DOUBLE) AS total FROM (${ROWS}) named
  ) ranked WHERE nth <= ${LISTED} ORDER BY file_id, source_row`;

/** The reports with the rows told that may be of one organisation or another, by the names the figures were counted by. */
export async function withMayBe(engine: Engine, reports: readonly FileReport[]): Promise<FileReport[]> {
  const found = await engine.rows(FOUND);
  return reports.map((report) => {
    const own = found.filter(({ file_id }) => file_id === report.id);
    if (own.length === 0 && !(CODE in report.issueCounts)) return report;
    const findings = Findings.without(report, [CODE]);
    const headerOf = (id: string): string | null => {
      const view = report.tables.find(({ table }) => table === id)?.view;
      return view?.start.header[view.match.fields.indexOf('org_name')] ?? null;
    };
    const issues = own.map((row): Issue => ({
      code: CODE,
      severity: 'warning',
      file: report.path,
      row: Number(row.source_row),
      column: headerOf(String(row.table_id)),
      value: String(row.name),
      detail: `${String(row.one)} / ${String(row.other)}`,
    }));
    findings.add({ issues, issueCounts: own.length === 0 ? {} : { [CODE]: Number(own[0]?.total) } });
    return { ...report, issues: findings.issues, issueCounts: findings.counts };
  });
}
