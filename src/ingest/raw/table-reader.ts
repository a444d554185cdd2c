import { filledCount, isFilled } from './cell-kind';
import { type RowKind, classifyRow, namesArea, ordinaryIn } from './classify-row';
import { type HeaderBlock, findHeader, joinTiers } from './header-block';
import type { IsHeaderWord, Row } from './header-row';
import type { IssueLog } from './issue-log';
import { countParts, isPartLabel } from './part-rows';
import { RowSums, addsUp } from './row-sums';
import { withShareUnits } from './share-units';
import type {
  CellCodes,
  ControlTotal,
  MergedAbove,
  RawOptions,
  RawTableSummary,
  SkippedRows,
  TableSink,
} from './reading';
import { type TableShape, firstSegment, learnShape, modalWidth, reach } from './table-shape';

/** Rows looked at to find a header. */
const HEAD = 200;
/** Rows looked ahead to tell a note from a heading. */
const AHEAD = 48;
const KEPT_LINES = 500;
const NOTHING_MERGED: MergedAbove = new Map();

interface OpenTable {
  readonly shape: TableShape;
  readonly isOrdinary: (row: Row) => boolean;
  /** Some cells of its rows are merged with the one above, so that other blanks are blanks. */
  readonly tellsMerged: boolean;
  readonly summary: {
    readonly index: number;
    readonly sheet: string | null;
    readonly headerRows: number;
    readonly header: readonly string[];
    rows: number;
    readonly skipped: SkippedRows;
    readonly titleLines: string[];
    readonly notes: string[];
    readonly groups: { record: number; label: string }[];
    readonly totals: ControlTotal[];
  };
}

/** How the rows of one stream become tables. */
export interface TableReaderSetup {
  readonly sink: TableSink;
  readonly log: IssueLog;
  readonly isWord: IsHeaderWord;
  readonly sheet: string | null;
  /** Index of the first table. */
  readonly index: number;
  readonly headerRows: number | undefined;
  /** By record, the cells merged with the one above. */
  readonly merged?: ReadonlyMap<number, MergedAbove>;
  /** Notes that stand beside the table. */
  readonly sideNotes?: readonly string[];
  /** Sees every record before it is judged. */
  readonly onRecord?: RawOptions['onRecord'] | undefined;
}

/** Takes records one by one and gives tables to the sink: headers found, titles, totals, notes and groups set aside. */
export class TableReader {
  readonly tables: RawTableSummary[] = [];
  rows = 0;
  private queue: Row[] = [];
  private at = 0;
  private blanks = 0;
  private open: OpenTable | null = null;
  private previous: RowKind | null = null;
  private strayBlanks = 0;
  /** Sums of the rows given: since the table began, and since the last total. */
  private readonly sums = [new RowSums(), new RowSums()] as const;
  /** The row given last, which is not in the sums yet: it may itself be the total of the others. */
  private last: Row | null = null;
  /** What parts of a row would be parts of: the last row, or total. */
  private whole: readonly string[] | null = null;
  private partsLeft = 0;

  constructor(private readonly setup: TableReaderSetup) {}

  push(cells: string[], record: number, codes?: CellCodes): void {
    this.setup.onRecord?.(cells, record, this.setup.sheet);
    const filled = filledCount(cells);
    if (filled === 0) {
      this.blanks += 1;
      return;
    }
    this.queue.push({ cells, record, filled, blanks: this.blanks, codes });
    this.blanks = 0;
    const waiting = this.queue.length - this.at;
    if (waiting > (this.open ? AHEAD : HEAD)) this.work(false);
  }

  finish(): void {
    this.work(true);
    if (this.open) this.close();
    else this.strayBlanks += this.blanks;
  }

  private work(final: boolean): void {
    for (;;) {
      const waiting = this.queue.length - this.at;
      if (waiting === 0 || (!final && waiting <= (this.open ? AHEAD : HEAD))) break;
      if (this.open) this.bodyRow(this.open, final);
      else this.start();
    }
    if (this.at > 1024 || this.at === this.queue.length) {
      this.queue = this.queue.slice(this.at);
      this.at = 0;
    }
  }

  private start(): void {
    const rows = this.queue.slice(this.at, this.at + HEAD);
    const { isWord, headerRows, index } = this.setup;
    const segment = rows.slice(0, firstSegment(rows, isWord));
    const width = modalWidth(segment);
    const fitting = segment.filter(({ cells }) => cells.length <= width);
    const used = Math.max(1, ...fitting.map(({ cells }) => reach(cells)));
    const block = findHeader(segment, used, isWord, this.tables.length === 0 ? headerRows : undefined);
    this.openTable(segment, block, block.tiers === 0 ? width : used, index + this.tables.length);
  }

  private openTable(segment: readonly Row[], block: HeaderBlock, columns: number, index: number): void {
    const tiers = segment.slice(block.from, block.from + block.tiers);
    const header =
      block.tiers === 0
        ? Array.from({ length: columns }, (_, c) => `第${c + 1}列`)
        : joinTiers(tiers, Math.max(columns, ...tiers.map(({ cells }) => reach(cells))));
    const hints = segment.slice(block.from + block.tiers, block.from + block.tiers + block.hints);
    withShareUnits(header, segment.slice(0, block.from), hints);
    const body = segment.slice(block.from + block.tiers + block.hints);
    const skipped = { title: 0, total: 0, note: 0, blank: 0, repeatedHeader: 0, hint: 0, group: 0 };
    const { sheet } = this.setup;
    const summary = { index, sheet, headerRows: block.tiers, header, rows: 0, skipped };
    const shape = learnShape(header.length, header, tiers, body);
    this.open = {
      shape,
      isOrdinary: ordinaryIn(shape),
      tellsMerged: this.hasMergedBelow(tiers.at(-1)?.record ?? 0),
      summary: { ...summary, titleLines: [], notes: [...(this.setup.sideNotes ?? [])], groups: [], totals: [] },
    };
    skipped.blank += this.strayBlanks;
    this.strayBlanks = 0;
    const above = segment.slice(0, block.from);
    for (const row of above) this.skip(this.open, row, 'title');
    for (const row of tiers) skipped.blank += row.blanks;
    for (const row of hints) this.hint(row);
    this.at += block.from + block.tiers + block.hints;
    this.previous = null;
    this.reportHeader(header, block);
    const title = this.open.summary.titleLines;
    this.setup.sink.table({
      index,
      sheet,
      title,
      header,
      headerRows: block.tiers,
      tiers: tiers.map(({ cells }) => cells),
    });
  }

  private hasMergedBelow(record: number): boolean {
    for (const at of this.setup.merged?.keys() ?? []) if (at > record) return true;
    return false;
  }

  private reportHeader(header: readonly string[], block: HeaderBlock): void {
    const { log } = this.setup;
    if (this.tables.length > 0) log.add('further-table', 'note', this.queue[this.at]?.record ?? null);
    if (block.tiers === 0) {
      log.add('no-header', 'warning', null);
      return;
    }
    const seen = new Set<string>();
    header.forEach((name, c) => {
      const plain = name.trim();
      if (plain === '') log.add('empty-header', 'note', null, { detail: String(c + 1) });
      else if (seen.has(plain)) log.add('duplicate-header', 'warning', null, { column: name, detail: String(c + 1) });
      seen.add(plain);
    });
  }

  private hint(row: Row): void {
    if (!this.open) return;
    this.open.summary.skipped.hint += 1;
    this.open.summary.skipped.blank += row.blanks;
    this.setup.log.add('hint-row', 'note', row.record, { value: line(row) });
  }

  private bodyRow(open: OpenTable, final: boolean): void {
    const row = this.queue[this.at];
    if (!row) return;
    if (this.last) for (const sums of this.sums) sums.add(this.last.cells);
    this.last = null;
    if (this.partsLeft > 0) {
      this.partsLeft -= 1;
      this.at += 1;
      this.skip(open, row, 'part');
      return;
    }
    // A row at the end may add up those above, whatever it is called.
    if (!(final && this.queue.length - this.at <= LAST) && open.isOrdinary(row)) {
      this.at += 1;
      this.previous = 'data';
      this.give(open, row);
      return;
    }
    const kind = classifyRow({
      shape: open.shape,
      isWord: this.setup.isWord,
      titles: open.summary.titleLines,
      row,
      next: this.queue[this.at + 1],
      ahead: () => this.queue.slice(this.at, this.at + AHEAD),
      complete: final && this.queue.length - this.at <= AHEAD,
      previous: this.previous,
      rows: open.summary.rows,
      whole: this.whole,
      sums: this.sums,
    });
    if (kind === 'table') {
      this.strayBlanks = row.blanks;
      this.queue[this.at] = { ...row, blanks: 0 };
      this.close();
      return;
    }
    this.at += 1;
    this.previous = kind;
    if (kind === 'data') {
      open.summary.skipped.blank += row.blanks;
      this.doubt(open, row);
      this.give(open, row);
      return;
    }
    if (kind === 'part')
      this.partsLeft = countParts(this.queue.slice(this.at - 1, this.at + AHEAD), this.whole ?? []) - 1;
    this.skip(open, row, kind);
  }

  /** What is told of a row that stays although it may not be one of the others. */
  private doubt(open: OpenTable, row: Row): void {
    const { log } = this.setup;
    if (isPartLabel(row)) log.add('part-row-kept', 'warning', row.record, { value: line(row) });
    else if (namesArea(row) && open.summary.rows > 0)
      log.add('maybe-total', 'warning', row.record, { value: line(row) });
  }

  private give(open: OpenTable, row: Row): void {
    const { columns } = open.shape;
    const cells = row.cells as string[];
    const codes = cells.length === columns ? row.codes : undefined;
    if (cells.length !== columns) this.fit(cells, row.record, open);
    open.summary.rows += 1;
    this.rows += 1;
    this.last = row;
    this.whole = row.cells;
    const merged = open.tellsMerged ? (this.setup.merged?.get(row.record) ?? NOTHING_MERGED) : undefined;
    this.setup.sink.row(cells, row.record, merged, codes);
  }

  /** Short rows get empty cells; surplus cells stay when they say something. */
  private fit(cells: string[], record: number, open: OpenTable): void {
    const { columns } = open.shape;
    const { log } = this.setup;
    if (cells.length < columns) log.add('short-row', 'note', record, { detail: `${cells.length}/${columns}` });
    while (cells.length < columns) cells.push('');
    while (cells.length > columns && !isFilled(cells.at(-1))) cells.pop();
    if (cells.length > columns)
      log.add('surplus-cells', 'warning', record, {
        value: cells.slice(columns).join('|'),
        detail: `${cells.length}/${columns}`,
      });
  }

  private skip(open: OpenTable, row: Row, kind: Exclude<RowKind, 'data' | 'table'>): void {
    const { summary } = open;
    const text = line(row);
    summary.skipped[kind === 'average' || kind === 'part' ? 'total' : kind] += 1;
    summary.skipped.blank += row.blanks;
    if (kind === 'title' && summary.titleLines.length < KEPT_LINES) summary.titleLines.push(text);
    if (kind === 'note' && summary.notes.length < KEPT_LINES) summary.notes.push(text);
    if (kind === 'group') {
      this.setup.sink.group?.(text);
      if (summary.groups.length < KEPT_LINES) summary.groups.push({ record: row.record, label: text });
    }
    if (kind === 'total') {
      this.sums[1].clear();
      this.whole = row.cells;
      if (summary.totals.length < KEPT_LINES)
        summary.totals.push({ record: row.record, label: (row.cells.find(isFilled) ?? '').trim(), cells: row.cells });
    }
    this.setup.log.add(CODES[kind], 'note', row.record, { value: text });
  }

  /** A last row whose figures are all the sums of the rows above it may be their total, whatever it is called. */
  private doubtLast(): void {
    const { last, sums } = this;
    const [all] = sums;
    if (last && !namesArea(last) && all.rows > 1) {
      const found = all.compare(last.cells);
      if (addsUp(found) && found.other + found.mean === 0 && (found.sum > 1 || all.rows > 2))
        this.setup.log.add('maybe-total', 'warning', last.record, { value: line(last) });
    }
    for (const one of sums) one.clear();
    this.last = null;
    this.whole = null;
    this.partsLeft = 0;
  }

  private close(): void {
    if (!this.open) return;
    const { summary } = this.open;
    this.doubtLast();
    if (this.at === this.queue.length) summary.skipped.blank += this.blanks;
    if (summary.skipped.blank > 0)
      this.setup.log.add('blank-rows', 'note', null, { detail: String(summary.skipped.blank) });
    this.tables.push(summary);
    this.setup.sink.end(summary);
    this.open = null;
  }
}

/** So many rows at the end of a file are looked at one by one: the last of a table, and notes. */
const LAST = 6;

const CODES = {
  title: 'title-row',
  total: 'total-row',
  average: 'average-row',
  part: 'part-row',
  note: 'note-row',
  group: 'group-row',
  repeatedHeader: 'repeated-header',
} as const;

/** A row in one line, as it is shown in the ledger. */
function line(row: Row): string {
  return row.cells
    .filter(isFilled)
    .map((cell) => cell.trim())
    .join(' ');
}
