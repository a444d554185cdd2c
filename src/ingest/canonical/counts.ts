import type { Issue } from '../../domain';
import type { Engine, Row } from '../../engine';
import { Findings } from '../findings';
import type { FileReport } from '../report';
import { LISTED } from './staged';

/** What a check of counts found: in which record and column, what stands there and what it was held against. */
interface Told extends Pick<Issue, 'code' | 'severity' | 'row' | 'value'> {
  readonly file: number;
  /** Canonical column. */
  readonly column: string;
  readonly detail?: string;
}

const CODES: readonly string[] = [
  'rate-without-counts',
  'rate-not-counts',
  'built-over-due',
  'built-read-as-due',
  'counts-beside-rows',
  'counts-not-rows',
  'counts-repeated',
];

/** Rows whose parts and rates do not agree with one another. */
const INNER = `
  SELECT file_id, source_row, 'rate-without-counts' AS code, rate AS value, NULL AS x, NULL AS n FROM coverage_counted
    WHERE rate IS NOT NULL AND (due IS NULL OR due_built IS NULL) AND (units IS NULL OR built IS NULL)
  UNION ALL SELECT file_id, source_row, 'rate-not-counts', rate, x, n FROM (
    SELECT *, CASE WHEN reading = 'due' THEN due_built ELSE built END AS x, CASE WHEN reading = 'due' THEN due ELSE units END AS n
    FROM coverage_counted) parted
    WHERE n > 0 AND abs(rate - x / n) > tolerance AND NOT coalesce(due > 0 AND abs(rate - due_built / due) <= tolerance, FALSE)
  UNION ALL SELECT file_id, source_row, 'built-over-due', due_built, due_built, due FROM coverage_counted
    WHERE reading = 'due' AND due_built > due
  UNION ALL SELECT file_id, min(source_row), 'built-read-as-due', NULL, NULL, NULL FROM coverage_counted WHERE assumed GROUP BY file_id
  UNION ALL SELECT file_id, min(source_row), 'counts-repeated', NULL, NULL, NULL FROM coverage_counted
    WHERE beside_finer AND NOT beside_rows GROUP BY file_id`;

const percent = (rate: number): string => `${Number((rate * 100).toFixed(2))}%`;

function innerOf(row: Row): Told[] {
  const [value, x, n] = [row.value, row.x, row.n].map((one) =>
    one === null || one === undefined ? null : Number(one),
  );
  const place = { file: Number(row.file_id), row: Number(row.source_row) };
  switch (row.code) {
    case 'rate-without-counts':
      return [{ ...place, code: 'rate-without-counts', severity: 'error', column: 'rate', value: percent(value ?? 0) }];
    case 'rate-not-counts': {
      const detail = `${x ?? 0}/${n ?? 0} = ${percent((x ?? 0) / (n ?? 1))}`;
      return [
        { ...place, code: 'rate-not-counts', severity: 'warning', column: 'rate', value: percent(value ?? 0), detail },
      ];
    }
    case 'built-over-due':
      return [
        { ...place, code: 'built-over-due', severity: 'error', column: 'built', value: String(x), detail: String(n) },
      ];
    case 'built-read-as-due':
      return [{ ...place, row: null, code: 'built-read-as-due', severity: 'note', column: 'built', value: null }];
    default:
      return [{ ...place, row: null, code: 'counts-repeated', severity: 'note', column: 'units', value: null }];
  }
}

const MEASURES = ['units', 'built', 'alone', 'joint', 'instructors'] as const;

/** A sum that is only one where every row states its part. */
const whole = (measure: string): string =>
  `CASE WHEN count(c.${measure}) = count(*) THEN sum(c.${measure}) END AS ${measure}`;

/** Counts that gave way to rows of units: of one committee where the rows name it, else of the whole zone. */
const BESIDE = `WITH given AS (
    SELECT c.file_id, c.zone, c.period, c.month, CASE WHEN c.same_committee THEN c.stem ELSE '' END AS stem,
      CASE WHEN c.same_committee THEN c.committee ELSE '' END AS committee, min(c.source_row) AS source_row, count(*) AS lines,
      ${MEASURES.map(whole).join(', ')}
    FROM coverage_counted c WHERE c.beside_rows AND NOT c.beside_finer GROUP BY 1, 2, 3, 4, 5, 6
  ),
  listed AS (
    SELECT zone, month, stem, sum(units) AS units, sum(built) AS built, CASE WHEN sum(formless) = 0 THEN sum(alone) END AS alone,
      CASE WHEN sum(formless) = 0 THEN sum(joint) END AS joint, CASE WHEN min(told) = 1 THEN sum(instructors) END AS instructors
    FROM (SELECT * FROM coverage_listed WHERE stem <> '' UNION ALL SELECT * REPLACE ('' AS stem) FROM coverage_listed) both_ways
    GROUP BY zone, month, stem
  )
  SELECT g.file_id, g.zone, g.period, g.committee, g.source_row, CAST(g.lines AS DOUBLE) AS lines,
    ${MEASURES.map((id) => `CAST(g.${id} AS DOUBLE) AS ${id}, CAST(l.${id} AS DOUBLE) AS listed_${id}`).join(', ')}
  FROM given g LEFT JOIN listed l ON l.zone = g.zone AND l.month = g.month AND l.stem = g.stem
  ORDER BY g.file_id, g.source_row`;

const numberOf = (value: Row[string] | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

function besideOf(row: Row): Told[] {
  const file = Number(row.file_id);
  const place = [row.zone, row.committee, row.period].map(String).filter((part) => part !== '');
  const told: Told = {
    file,
    code: 'counts-beside-rows',
    severity: 'note',
    row: null,
    column: 'units',
    value: place.join(' '),
  };
  const differing = MEASURES.flatMap((column): Told[] => {
    const [stated, listed] = [numberOf(row[column]), numberOf(row[`listed_${column}`])];
    if (stated === null || listed === null || stated === listed) return [];
    const at = row.lines === 1 ? Number(row.source_row) : null;
    const value = `${place.join(' ')}: ${stated}`;
    return [{ file, code: 'counts-not-rows', severity: 'warning', row: at, column, value, detail: String(listed) }];
  });
  return [told, ...differing];
}

/** Whether a file reports coverage in counts. */
const hasCounts = ({ tables }: FileReport): boolean => tables.some(({ table }) => table === 'coverage_count');

/** The report with what was found in its counts in the place of what was found before. */
function withTold(report: FileReport, told: readonly Told[]): FileReport {
  const table = report.tables.find((one) => one.table === 'coverage_count');
  const { fields = [] } = table?.view.match ?? {};
  const findings = Findings.without(report, CODES);
  for (const code of CODES) {
    const own = told.filter((one) => one.code === code);
    const issues = own.slice(0, LISTED).map(({ file: _, column, ...one }): Issue => {
      const at = fields.indexOf(column);
      return { ...one, file: report.path, column: at < 0 ? null : (table?.view.start.header[at] ?? null) };
    });
    if (own.length > 0) findings.add({ issues, issueCounts: { [code]: own.length } });
  }
  return { ...report, issues: findings.issues, issueCounts: findings.counts };
}

/**
 * The reports with their counts checked: parts against wholes, rates against counts, and counts against the rows of units that
 * took their place, as the tables have it that the figures were counted from.
 */
export async function withCounts(engine: Engine, reports: readonly FileReport[]): Promise<FileReport[]> {
  if (!reports.some(hasCounts)) return [...reports];
  const inner = await engine.rows(`SELECT * FROM (${INNER}) found ORDER BY file_id, source_row`);
  const told = [...inner.flatMap(innerOf), ...(await engine.rows(BESIDE)).flatMap(besideOf)];
  return reports.map((report) =>
    hasCounts(report)
      ? withTold(
          report,
          told.filter(({ file }) => file === report.id),
        )
      : report,
  );
}
