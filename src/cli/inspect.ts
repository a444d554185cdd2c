import type { Engine } from '../engine';
import { Collection, type Inspection, inspection, stageFile } from '../ingest';
import type { ReadBy } from './decided';
import { diskInput } from './files';
import { watchedStager, watching } from './watchdog';

/** What a file was taken for: its first table that the model knows, else its first table. Throws Refusal. */
export async function inspectFile(
  engine: Engine,
  path: string,
  { name, choices, matches }: ReadBy,
): Promise<Inspection> {
  const input = diskInput(path, name);
  const staged = await watching(path, input.source.size, () => stageFile(input.source, [], choices, {}, matches));
  const known = staged.tables.findIndex((table) => table.staged !== null);
  const index = Math.max(0, known);
  const found = staged.tables[index];
  const table = found ? { header: found.start.header, match: found.match } : null;
  if (known < 0) return inspection(staged.reading, index, table);
  const collection = await Collection.open(engine, watchedStager);
  const report = await collection.addStaged(input, staged, choices);
  const raw = new Set(staged.reading.issues);
  const later = report.issues.filter((issue) => !raw.has(issue));
  const counts = Object.entries(report.issueCounts).map(
    ([code, count]) => [code, count - (staged.reading.issueCounts[code] ?? 0)] as const,
  );
  const issueCounts = Object.fromEntries(counts.filter(([, count]) => count > 0));
  return inspection(staged.reading, index, table, { issues: later, issueCounts });
}
