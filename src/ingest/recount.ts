import type { FileReport } from './report';

/** Rows of a table that gave way to those of another file. */
interface Lost {
  readonly table: string;
  readonly loser: number;
  readonly n: number;
}

/** A report that counts the rows a file lost to another no more. */
export function withoutLost(report: FileReport, lost: readonly Lost[]): FileReport {
  const rows = lost.filter(({ loser }) => loser === report.id);
  if (rows.length === 0) return report;
  const tables = report.tables.map((table, at, all) => {
    const first = all.findIndex((other) => other.table === table.table) === at;
    const n = first ? rows.filter((pair) => pair.table === table.table).reduce((sum, pair) => sum + pair.n, 0) : 0;
    return n === 0 ? table : { ...table, loaded: table.loaded - n };
  });
  return { ...report, tables };
}
