import type { Issue } from '../../domain';
import type { Engine } from '../../engine';
import { Findings } from '../findings';
import type { FileReport } from '../report';

const CODES: readonly string[] = ['score-not-total', 'rank-not-score'];

/** Whether a file reports what zones scored. */
const hasScores = ({ tables }: FileReport): boolean => tables.some(({ table }) => table === 'zone_score');

/** One line of a score sheet: its parts and its total, whole where no other line of the sheet has more parts. */
const LINES = `WITH line AS (
    SELECT file_id, source_row, cycle, max(zone_id) AS zone, max(rank) AS rank, count(*) AS parts,
      max(CASE WHEN item_kind = '总分' THEN score END) AS total,
      sum(CASE WHEN item_kind = '总分' THEN 0 WHEN item_kind = '扣分' THEN -abs(score) ELSE score END) AS added,
      count(CASE WHEN item_kind <> '总分' AND score IS NOT NULL THEN 1 END) AS scored
    FROM zone_score WHERE item_kind IS NOT NULL GROUP BY file_id, source_row, cycle
  ),
  sheet AS (SELECT *, max(parts) OVER (PARTITION BY file_id, cycle) AS most FROM line)`;

/** Lines whose items do not make the total, and lines whose rank is not that of the total. */
const DOUBTED = `${LINES}
  SELECT file_id, source_row, 'score-not-total' AS code, CAST(total AS VARCHAR) AS value, CAST(round(added, 2) AS VARCHAR) AS detail FROM sheet
    WHERE scored > 1 AND parts = most AND abs(total - added) > 0.005
  UNION ALL SELECT file_id, source_row, 'rank-not-score', CAST(rank AS VARCHAR), CAST(higher + 1 AS VARCHAR) FROM (
    SELECT s.*, (SELECT count(*) FROM sheet o WHERE o.file_id = s.file_id AND o.cycle = s.cycle AND o.total > s.total) AS higher,
      (SELECT count(*) FROM sheet o WHERE o.file_id = s.file_id AND o.cycle = s.cycle AND o.total = s.total) AS equal
    FROM sheet s WHERE s.rank IS NOT NULL AND s.total IS NOT NULL) ranked
    WHERE rank <= higher OR rank > higher + equal
  ORDER BY 1, 2, 3`;

/** The reports with the scores of zones checked: items against totals, ranks against totals. */
export async function withZoneScores(engine: Engine, reports: readonly FileReport[]): Promise<FileReport[]> {
  if (!reports.some(hasScores)) return [...reports];
  const rows = await engine.rows(DOUBTED);
  return reports.map((report) => {
    if (!hasScores(report)) return report;
    const table = report.tables.find((one) => one.table === 'zone_score');
    const total = table?.view.match.items?.find(({ kind }) => kind === '总分')?.index ?? -1;
    const rank = table?.view.match.fields.indexOf('rank') ?? -1;
    const findings = Findings.without(report, CODES);
    for (const row of rows.filter(({ file_id }) => file_id === report.id)) {
      const isTotal = row.code === 'score-not-total';
      const issue: Issue = {
        code: isTotal ? 'score-not-total' : 'rank-not-score',
        severity: 'warning',
        file: report.path,
        row: Number(row.source_row),
        column: table?.view.start.header[isTotal ? total : rank] ?? null,
        value: String(row.value),
        detail: String(row.detail),
      };
      findings.addOne(issue);
    }
    return { ...report, issues: findings.issues, issueCounts: findings.counts };
  });
}
