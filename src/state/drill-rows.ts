import { type DrillQuestion, drillSql } from '../cube';
import type { Engine } from '../engine';
import type { FileReport } from '../ingest';
import type { DrillResult } from './source';

const PROVENANCE = new Set(['file_id', 'source_row', 'numerator', 'denominator', 'category']);

/** The rows behind a figure. Throws EngineError when the question cannot be answered. */
export async function drillRows(
  engine: Engine,
  files: readonly FileReport[],
  question: DrillQuestion,
  limit: number,
): Promise<DrillResult> {
  const sql = drillSql(question);
  const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM (${sql}) counted`);
  const rows = await engine.rows(`SELECT * FROM (${sql}) found ORDER BY zone, file_id, source_row LIMIT ${limit}`);
  const columns = Object.keys(rows[0] ?? {}).filter((name) => !PROVENANCE.has(name));
  const nameOf = new Map(files.map((report) => [report.id, report.path]));
  return {
    columns,
    rows: rows.map((row) => ({
      values: Object.fromEntries(columns.map((name) => [name, row[name] ?? null])),
      file: nameOf.get(Number(row.file_id)) ?? '',
      row: Number(row.source_row),
    })),
    total: Number(counted?.n ?? 0),
  };
}
