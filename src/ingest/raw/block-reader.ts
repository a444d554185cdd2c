import { type Block, partsBeside, rowsOfBlock, sideBySide, mayBeApart } from './blocks';
import { filledCount, isFilled } from './cell-kind';
import { isFormCard } from './form-card';
import type { Row } from './header-row';
import type { CellCodes, MergedAbove, RawTableSummary } from './reading';
import { TableReader, type TableReaderSetup } from './table-reader';

/** Rows looked at for an empty column between others, or for a form. */
const SAMPLE = 200;
/** A longer sheet is one table, whatever column of it is empty. */
const MOST_HELD = 20_000;

/** Takes the records of one sheet and gives its tables to the sink, those beside each other one after the other. */
export class BlockReader {
  readonly tables: RawTableSummary[] = [];
  /** The sheet is a form and no table; nothing was given to the sink. */
  isForm = false;
  private held: Row[] | null = [];
  private blanks = 0;
  private reader: TableReader | null = null;

  constructor(private readonly setup: TableReaderSetup) {
    if (setup.headerRows !== undefined) this.release();
  }

  get rows(): number {
    return this.reader?.rows ?? this.tables.reduce((sum, { rows }) => sum + rows, 0);
  }

  push(cells: string[], record: number, codes?: CellCodes): void {
    this.setup.onRecord?.(cells, record, this.setup.sheet);
    if (this.reader) {
      this.reader.push(cells, record, codes);
      return;
    }
    const { held } = this;
    const filled = filledCount(cells);
    if (filled === 0) {
      this.blanks += 1;
      return;
    }
    held?.push({ cells, record, filled, blanks: this.blanks });
    this.blanks = 0;
    const count = held?.length ?? 0;
    if (count >= MOST_HELD || (count === SAMPLE && held && partsBeside(held).length < 2)) this.release();
  }

  finish(): void {
    const rows = this.held;
    if (rows && isFormCard(rows, this.setup.isWord)) {
      this.isForm = true;
      const [first] = rows;
      const text = (first?.cells ?? []).filter(isFilled).join(' ');
      this.setup.log.add('form-card', 'warning', first?.record ?? null, { value: text, detail: String(rows.length) });
      return;
    }
    const beside = rows && sideBySide(rows, this.setup.isWord);
    if (!rows || !beside) {
      if (rows && mayBeApart(rows, this.setup.isWord))
        this.setup.log.add('maybe-tables-beside', 'warning', rows[0]?.record ?? null);
      this.release();
      this.end(this.reader);
      return;
    }
    const notes = beside.notes.flatMap((block) => this.note(rowsOfBlock(rows, block)));
    for (const [at, block] of beside.tables.entries()) this.read(rows, block, at === 0 ? notes : []);
    if (beside.tables.length > 1)
      this.setup.log.add('tables-beside', 'warning', rows[0]?.record ?? null, { detail: String(beside.tables.length) });
  }

  private note(rows: readonly Row[]): string[] {
    return rows.map(({ cells, record }) => {
      const text = cells.filter(isFilled).join(' ').trim();
      this.setup.log.add('side-note', 'note', record, { value: text });
      return text;
    });
  }

  private read(rows: readonly Row[], block: Block, sideNotes: readonly string[]): void {
    const { merged } = this.setup;
    const reader = new TableReader({
      ...this.setup,
      onRecord: undefined,
      index: this.setup.index + this.tables.length,
      sideNotes,
      ...(merged && { merged: shifted(merged, block) }),
    });
    for (const row of rowsOfBlock(rows, block)) {
      for (let blank = 0; blank < row.blanks; blank += 1) reader.push([], row.record);
      reader.push([...row.cells], row.record);
    }
    this.end(reader);
  }

  private end(reader: TableReader | null): void {
    reader?.finish();
    this.tables.push(...(reader?.tables ?? []));
  }

  /** What was held goes on as one table, and so does what comes. */
  private release(): void {
    if (this.reader) return;
    this.reader = new TableReader({ ...this.setup, onRecord: undefined });
    for (const { cells, record, blanks } of this.held ?? []) {
      for (let blank = 0; blank < blanks; blank += 1) this.reader.push([], record);
      this.reader.push(cells as string[], record);
    }
    for (let blank = 0; blank < this.blanks; blank += 1) this.reader.push([], 0);
    this.held = null;
  }
}

function shifted(merged: ReadonlyMap<number, MergedAbove>, { from, to }: Block): ReadonlyMap<number, MergedAbove> {
  return new Map(
    [...merged].map(([record, cells]) => [
      record,
      new Map([...cells].filter(([c]) => c >= from && c < to).map(([c, text]) => [c - from, text])),
    ]),
  );
}
