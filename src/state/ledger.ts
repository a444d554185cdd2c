import type { Issue, Severity } from '../domain';
import type { ControlSum, FileReport } from '../ingest';

/** One entry of the ledger with the number of its file. */
export interface LedgerEntry {
  readonly file: number;
  readonly issue: Issue;
}

/** A kind of issue and how often it occurred. */
export interface KindCount {
  readonly code: string;
  readonly count: number;
  readonly severity: Severity;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Every listed issue of the files, the gravest first; those of one severity in the order of the files. */
export function ledgerOf(files: readonly FileReport[]): LedgerEntry[] {
  const all = files.flatMap((file) => file.issues.map((issue) => ({ file: file.id, issue })));
  return all.sort((a, b) => ORDER[a.issue.severity] - ORDER[b.issue.severity]);
}

/** The kinds of issues in some files with their exact counts, the gravest and most frequent first. */
export function kindsOf(files: readonly FileReport[]): KindCount[] {
  const counts = new Map<string, number>();
  const severity = new Map<string, Severity>();
  for (const file of files) {
    for (const [code, count] of Object.entries(file.issueCounts)) counts.set(code, (counts.get(code) ?? 0) + count);
    for (const issue of file.issues) {
      const known = severity.get(issue.code);
      if (known === undefined || ORDER[issue.severity] < ORDER[known]) severity.set(issue.code, issue.severity);
    }
  }
  return [...counts]
    .map(([code, count]) => ({ code, count, severity: severity.get(code) ?? ('note' as const) }))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.count - a.count);
}

/** How many issues of each severity; counts are exact. */
export function tallyOf(files: readonly FileReport[]): Readonly<Record<Severity, number>> {
  const tally: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { count, severity } of kindsOf(files)) tally[severity] += count;
  return tally;
}

/** A totals row beside the sum of its rows, with the file and sheet it stands in. */
export interface Control extends ControlSum {
  readonly file: number;
  readonly path: string;
  readonly sheet: string | null;
}

/** Every totals row that could be compared, mismatches first. */
export function controlsOf(files: readonly FileReport[]): Control[] {
  return files
    .flatMap((file) =>
      file.tables.flatMap(({ view }) =>
        (view.controls ?? []).map((control) => ({
          ...control,
          file: file.id,
          path: file.path,
          sheet: view.start.sheet,
        })),
      ),
    )
    .sort((a, b) => Number(a.agrees) - Number(b.agrees));
}

/** Which entries are wanted; '' wants all. */
export interface LedgerFilter {
  readonly file: string;
  readonly code: string;
  readonly column: string;
  readonly severity: string;
}

/** Whether an entry is wanted. */
export function wanted({ file, issue }: LedgerEntry, filter: LedgerFilter): boolean {
  return (
    (filter.file === '' || filter.file === String(file)) &&
    (filter.code === '' || filter.code === issue.code) &&
    (filter.column === '' || filter.column === issue.column) &&
    (filter.severity === '' || filter.severity === issue.severity)
  );
}
