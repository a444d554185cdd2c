import { standingOf } from './canonical/standing';
import { Findings } from './findings';
import type { FileReport } from './report';
import type { FileChoices, StagedFile } from './stage';

/** The report of a file that was read and matched but not taken in: no row of it counts. */
export function surveyed(
  file: { readonly id: number; readonly path: string; readonly size: number; readonly choices: FileChoices },
  { reading, tables }: StagedFile,
): FileReport {
  const { issues, counts } = new Findings(reading);
  return {
    ...file,
    reading,
    tables: tables.map(({ staged, ...view }) => ({
      table: null,
      view,
      fileLevel: staged?.fileLevel ?? {},
      loaded: 0,
    })),
    issues,
    issueCounts: counts,
    standing: standingOf(
      file.path,
      tables.flatMap(({ start }) => start.title),
      tables.flatMap(({ summary }) => summary.notes),
    ),
  };
}
