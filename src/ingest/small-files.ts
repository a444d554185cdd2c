import type { Issue } from '../domain';
import type { Engine } from '../engine';
import { type Reporter, type SmallSnapshot, settleSmall } from './canonical/small-snapshots';
import { Findings } from './findings';
import type { FileReport } from './report';

const CODES = { merge: 'small-snapshot-merged', own: 'small-snapshot-kept', out: 'small-snapshot-out' } as const;
const SEVERITIES = { merge: 'warning', own: 'note', out: 'error' } as const;

const reporterOf = ({ id, standing, tables, choices }: FileReport): Reporter => ({
  id,
  standing,
  small: (table) =>
    tables
      .map((known, at) => (known.table === table ? choices.tables?.[at]?.small : undefined))
      .find((one) => one !== undefined),
});

function issueOf(file: string, { verdict, zone, day, rows, dayBefore, rowsBefore }: SmallSnapshot): Issue {
  return {
    code: CODES[verdict],
    severity: SEVERITIES[verdict],
    file,
    row: null,
    column: null,
    value: `${zone} ${day}: ${rows}`,
    detail: `${dayBefore}: ${rowsBefore}`,
  };
}

function told(report: FileReport, small: readonly SmallSnapshot[]): FileReport {
  const codes: readonly string[] = Object.values(CODES);
  const findings = Findings.without(report, codes);
  for (const one of small) findings.addOne(issueOf(report.path, one));
  const { small: _, ...rest } = report;
  return {
    ...rest,
    issues: findings.issues,
    issueCounts: findings.counts,
    ...(small.length > 0 && { small }),
  };
}

/** The reports with the snapshots in them that are far smaller than those before; the rows are moved accordingly. */
export async function withSmallSnapshots(engine: Engine, reports: readonly FileReport[]): Promise<FileReport[]> {
  const found = await settleSmall(engine, new Map(reports.map((report) => [report.id, reporterOf(report)])));
  return reports.map((report) => {
    const small = found.get(report.id) ?? [];
    return small.length === 0 && report.small === undefined ? report : told(report, small);
  });
}
