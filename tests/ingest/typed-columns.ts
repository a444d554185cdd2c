import type { CellContext, ColumnKind } from '../../src/ingest/cells';
import { ColumnSurvey, type TypedCell, typedCell } from '../../src/ingest/typed';

/** A table as `convert --as typed` writes it: what each column was taken for, its cells, and those doubted or refused. */
export interface TypedColumns {
  readonly kinds: readonly ColumnKind[];
  readonly rows: readonly (readonly string[])[];
  readonly doubts: readonly (TypedCell & { readonly row: number; readonly column: string; readonly raw: string })[];
}

/** Decides the kind of every column by all of its cells and reads every cell. */
export function typedColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  context: CellContext = {},
): TypedColumns {
  const readings = header.map((name, at) => {
    const survey = new ColumnSurvey();
    for (const row of rows) survey.add(row[at] ?? '');
    return survey.reading(name, context);
  });
  const cells = rows.map((row) => readings.map((reading, at) => typedCell(reading, row[at] ?? '')));
  return {
    kinds: readings.map(({ kind }) => kind),
    rows: cells.map((row) => row.map(({ text }) => text)),
    doubts: cells.flatMap((row, nth) =>
      row.flatMap((cell, at) =>
        cell.code === null ? [] : [{ ...cell, row: nth, column: header[at] ?? '', raw: rows[nth]?.[at] ?? '' }],
      ),
    ),
  };
}
