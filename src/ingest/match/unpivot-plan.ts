/** One column of a wide table that becomes a row of its own. */
export interface PeriodColumn {
  readonly index: number;
  /** What the receiving column gets: the period itself, or its last day where the table keeps dates; null where the row says it. */
  readonly written: string | null;
  /** The column the cell goes to; null when nothing tells what is measured. */
  readonly column: string | null;
  /** Columns the header fixes for the row, for example the kind of meeting. */
  readonly constants: Readonly<Record<string, string>>;
}

/** The plan of a table without periods, some columns of which become rows; the others are repeated on each. */
export function eachARow(
  header: readonly string[],
  periodColumns: readonly PeriodColumn[],
  evidence: number,
): UnpivotPlan {
  const wide = new Set(periodColumns.map(({ index }) => index));
  const idColumns = header.flatMap((_, index) => (wide.has(index) ? [] : [index]));
  return { idColumns, periodColumns, periodColumn: null, valueColumn: null, evidence };
}

/** How a wide table turns into long rows: every source row gives one row for each period (and each set of constants). */
export interface UnpivotPlan {
  /** Columns repeated on every row: all but the periods and the totals beside them. */
  readonly idColumns: readonly number[];
  readonly periodColumns: readonly PeriodColumn[];
  /** The column that receives the period; null when no table is known. */
  readonly periodColumn: string | null;
  /** The column that receives the cells, when it is one and the same for all of them. */
  readonly valueColumn: string | null;
  /** Its cells say whether it was and not how often: √ counts once. */
  readonly ticked?: true;
  /** A cell that says nothing is a row all the same: that of a level nobody says how many have. */
  readonly keepsBlank?: true;
  /** How much the values tell about the table, in whole headers: their header or their words say it, or only that they can be read so. */
  readonly evidence: number;
}
