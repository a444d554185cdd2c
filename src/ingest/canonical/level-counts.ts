import type { Issue, Severity } from '../../domain';
import type { Engine, Row } from '../../engine';
import { Findings } from '../findings';
import type { FileReport } from '../report';
import { LISTED } from './staged';

type Code =
  | 'levels-incomplete'
  | 'levels-not-total'
  | 'levels-not-rated'
  | 'levels-over-due'
  | 'level-unknown'
  | 'share-not-count'
  | 'levels-beside-rows'
  | 'levels-not-rows'
  | 'levels-repeated';

const SEVERITY: Readonly<Record<Code, Severity>> = {
  'levels-incomplete': 'warning',
  'levels-not-total': 'warning',
  'levels-not-rated': 'warning',
  'levels-over-due': 'error',
  'level-unknown': 'warning',
  'share-not-count': 'warning',
  'levels-beside-rows': 'note',
  'levels-not-rows': 'warning',
  'levels-repeated': 'note',
};
const CODES = Object.keys(SEVERITY) as readonly Code[];

/** How far a share may lie from its counts: as it was written, rounded or cut. */
const TOLERANCE = `CASE WHEN abs(share * 100 - round(share * 100)) < 1e-9 THEN 0.0101
      WHEN abs(share * 1000 - round(share * 1000)) < 1e-9 THEN 0.00101 ELSE 0.000101 END`;
const near = (whole: string): string =>
  `coalesce(${whole} > 0 AND abs(share - CAST(number AS DOUBLE) / nullif(${whole}, 0)) <= ${TOLERANCE}, FALSE)`;
const wholes = ['in_levels', 'in_all', 'stated_total', 'stated_rated', 'stated_due'];

const text = (sql: string): string => `CAST(${sql} AS VARCHAR)`;
/** Of each line of a table once: the first of its levels stands for it. */
const LINE = 'GROUP BY file_id, source_row';

/** What the counts of a table show: parts against wholes, shares against counts, counts against the rows that took their place. */
const found = (table: string): string => `
  SELECT file_id, source_row, 'levels-incomplete' AS code, min(label) AS value, NULL AS detail FROM ${table}
    WHERE is_level = 1 AND number IS NULL AND NOT known AND NOT beside_rows ${LINE}
  UNION ALL SELECT file_id, source_row, 'levels-not-total', ${text('max(stated_total)')}, ${text('max(in_all)')} FROM ${table}
    WHERE any_holes = 0 AND stated_total <> in_all AND stated_total <> in_levels ${LINE}
  UNION ALL SELECT file_id, source_row, 'levels-not-rated', ${text('max(stated_rated)')}, ${text('max(in_levels)')} FROM ${table}
    WHERE any_holes = 0 AND stated_rated <> in_levels ${LINE}
  UNION ALL SELECT file_id, source_row, 'levels-over-due', ${text('max(coalesce(stated_rated, in_levels))')}, ${text('max(stated_due)')} FROM ${table}
    WHERE coalesce(stated_rated, in_levels) > stated_due ${LINE}
  UNION ALL SELECT file_id, source_row, 'level-unknown', min(label), NULL FROM ${table}
    WHERE is_level = 1 AND place IS NULL AND coalesce(number, 1) > 0 ${LINE}
  UNION ALL SELECT file_id, source_row, 'share-not-count', label || ' ' || ${text('round(share * 100, 2)')} || '%', ${text('number')} || '/' || ${text('in_levels')}
    FROM ${table} WHERE share IS NOT NULL AND number IS NOT NULL AND in_levels > 0 AND NOT (${wholes.map(near).join(' OR ')})
  UNION ALL SELECT file_id, min(source_row), 'levels-beside-rows', zone || ' ' || period, NULL FROM ${table} WHERE beside_rows GROUP BY file_id, zone, period
  UNION ALL SELECT file_id, source_row, 'levels-not-rows', label || ' ' || ${text('number')}, ${text('coalesce(listed_number, 0)')} FROM ${table}
    WHERE beside_rows AND is_level = 1 AND committee = '' AND domain = '' AND number <> coalesce(listed_number, 0)
  UNION ALL SELECT file_id, min(source_row), 'levels-repeated', zone || ' ' || period, NULL FROM ${table}
    WHERE beside_finer AND NOT beside_rows GROUP BY file_id, zone, period`;

const TABLES = [
  ['star_count', 'star_counted'],
  ['grade_count', 'grade_counted'],
] as const;

const has = ({ tables }: FileReport, id: string): boolean => tables.some(({ table }) => table === id);

function issueOf(report: FileReport, row: Row): Issue {
  const code = CODES.find((one) => one === row.code) ?? 'levels-incomplete';
  const whole = code === 'levels-beside-rows' || code === 'levels-repeated';
  return {
    code,
    severity: SEVERITY[code],
    file: report.path,
    row: whole ? null : Number(row.source_row),
    column: null,
    value: row.value === null || row.value === undefined ? null : String(row.value),
    ...(row.detail != null && { detail: String(row.detail) }),
  };
}

/** The reports with what their counts of levels show, as the tables have it that the figures were counted from. */
export async function withLevelCounts(engine: Engine, reports: readonly FileReport[]): Promise<FileReport[]> {
  const there = TABLES.filter(([table]) => reports.some((report) => has(report, table)));
  if (there.length === 0) return [...reports];
  const sql = there.map(([, counted]) => found(counted)).join(' UNION ALL ');
  const rows = await engine.rows(`SELECT * FROM (${sql}) told ORDER BY file_id, source_row, code, value`);
  return reports.map((report) => {
    if (!there.some(([table]) => has(report, table))) return report;
    const findings = Findings.without(report, CODES);
    for (const code of CODES) {
      const own = rows.filter((row) => row.file_id === report.id && row.code === code);
      const issues = own.slice(0, LISTED).map((row) => issueOf(report, row));
      if (own.length > 0) findings.add({ issues, issueCounts: { [code]: own.length } });
    }
    return { ...report, issues: findings.issues, issueCounts: findings.counts };
  });
}
