import { Refusal } from '../../src/domain';
import {
  ColumnSurvey,
  DownFill,
  type FileChoices,
  type TableSink,
  bytesSource,
  readTables,
  repeatingHeaders,
  stageFile,
  typedCell,
  typingContext,
} from '../../src/ingest';

/** One table as `convert --as raw` and `--as typed` write it. */
export interface ReadTable {
  readonly sheet: string | null;
  readonly title: readonly string[];
  readonly header: readonly string[];
  readonly headerRows: number;
  readonly rows: string[][];
  readonly records: number[];
  readonly typed: readonly (readonly string[])[];
}

/** What the product makes of one file. */
export interface ReadCase {
  readonly refused: Refusal | null;
  readonly tables: readonly ReadTable[];
  /** The canonical table `inspect` names. */
  readonly table: string | null;
  readonly skipped: Readonly<Record<string, number>>;
  /** Ledger: code and what was said. */
  readonly issues: readonly { readonly code: string; readonly row: number | null; readonly value: string | null }[];
  readonly codes: Readonly<Record<string, number>>;
}

type Collected = { -readonly [K in keyof ReadTable]: ReadTable[K] } & { surveys: ColumnSurvey[]; whole: string[][] };

function collector(name: string): { sink: TableSink; tables: () => ReadTable[] } {
  const found: Collected[] = [];
  let fill = new DownFill(repeatingHeaders([]));
  const sink: TableSink = {
    table: ({ sheet, title, header, headerRows }) => {
      fill = new DownFill(repeatingHeaders(header));
      const surveys = header.map(() => new ColumnSurvey());
      found.push({ sheet, title, header, headerRows, rows: [], records: [], typed: [], surveys, whole: [] });
    },
    row: (cells, record, merged) => {
      const table = found.at(-1);
      if (!table) return;
      table.rows.push([...cells]);
      table.records.push(record);
      const whole = [...fill.row(cells, record, merged)];
      table.whole.push(whole);
      table.surveys.forEach((survey, at) => survey.add(whole[at] ?? ''));
    },
    end: () => undefined,
  };
  const tables = (): ReadTable[] =>
    found.map(({ surveys, whole, ...table }) => {
      const context = typingContext([...table.title, name]);
      const readings = table.header.map((text, at) => (surveys[at] ?? new ColumnSurvey()).reading(text, context));
      const typed = whole.map((row) => readings.map((reading, at) => typedCell(reading, row[at] ?? '').text));
      return { ...table, typed };
    });
  return { sink, tables };
}

/** Reads a file as the command line does: raw, typed and matched. Throws what is no refusal. */
export async function readCase(name: string, bytes: Uint8Array, choices: FileChoices = {}): Promise<ReadCase> {
  const { sink, tables } = collector(name);
  try {
    await readTables(bytesSource(name, bytes), choices, sink);
    const staged = await stageFile(bytesSource(name, bytes), [], choices);
    const known = Math.max(
      0,
      staged.tables.findIndex((table) => table.staged !== null),
    );
    const { issues, issueCounts } = staged.reading;
    return {
      refused: null,
      tables: tables(),
      table: staged.tables[known]?.match.table ?? null,
      skipped: { ...staged.tables[known]?.summary.skipped },
      issues: issues.map(({ code, row, value }) => ({ code, row, value })),
      codes: issueCounts,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error, tables: [], table: null, skipped: {}, issues: [], codes: {} };
  }
}
