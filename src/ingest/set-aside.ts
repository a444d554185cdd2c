import type { Issue } from '../domain';
import type { Engine } from '../engine';
import { forgetSmall, restoreSmall } from './canonical/small-snapshots';
import { type UnbuiltBeside, forgetUnbuilt, restoreUnbuilt, settleUnbuilt } from './canonical/unbuilt-beside';
import { Findings } from './findings';
import type { FileReport } from './report';
import { withSmallSnapshots } from './small-files';

const CODE = 'unbuilt-beside-counts';

/** Forgets the rows that were set aside; for tables that start empty. */
export async function forgetAside(engine: Engine): Promise<void> {
  await forgetSmall(engine);
  await forgetUnbuilt(engine);
}

/** Puts every row back as it was loaded. */
export async function restoreAside(engine: Engine): Promise<void> {
  await restoreUnbuilt(engine);
  await restoreSmall(engine);
}

const isUnits = (table: string | null): boolean => table === 'unit_coverage';

/** Files of which somebody said that they are to be read as they are. */
const isWhole = ({ tables, choices }: FileReport): boolean =>
  tables.some(({ table }, at) => isUnits(table) && choices.tables?.[at]?.off === false);

function told(report: FileReport, found: readonly UnbuiltBeside[]): FileReport {
  const findings = Findings.without(report, [CODE]);
  for (const { zone, month, rows } of found) {
    const about = { file: report.path, row: null, column: null, value: `${zone} ${month}`, detail: String(rows) };
    const issue: Issue = { ...about, code: CODE, severity: 'warning' };
    findings.add({ issues: [issue], issueCounts: { [CODE]: rows } });
  }
  const tables = report.tables.map(({ beside: _, ...table }) =>
    isUnits(table.table) && found.length > 0 ? { ...table, beside: found } : table,
  );
  return { ...report, tables, issues: findings.issues, issueCounts: findings.counts };
}

/**
 * The reports with what was set aside of their rows: snapshots far smaller than those before, and lists of units without an organisation
 * beside counts that speak of some. {@link restoreAside} undoes it.
 */
export async function withSetAside(engine: Engine, reports: readonly FileReport[]): Promise<FileReport[]> {
  const small = await withSmallSnapshots(engine, reports);
  const unbuilt = await settleUnbuilt(
    engine,
    small.filter(isWhole).map(({ id }) => id),
  );
  return small.map((report) => {
    const found = unbuilt.get(report.id) ?? [];
    return found.length === 0 && !(CODE in report.issueCounts) ? report : told(report, found);
  });
}
