import type { Issue } from '../../domain';
import { type ColumnUse, useOf } from '../match/column-use';
import { personalColumns } from '../match/personal';
import type { CellCodes, MergedAbove, RawTableSummary, TableSink, TableStart } from '../raw';
import { IssueLog } from '../raw/issue-log';
import type { ShownNames } from './shown-names';
import { type Masked, maskCells, maskText } from './mask-text';
import { type Asked, remembered } from '../remembered';
import type { PersonalKind } from './span';

/** How many rows are looked at before the personal columns of a table are known; as many as a table is matched by. */
const SAMPLE = 200;

const CODES = {
  phone: 'phone-masked',
  identity: 'identity-number-masked',
  name: 'name-masked',
  contact: 'address-masked',
} as const;

/** Keeps what was masked: where and of which kind, never what it said. */
export class MaskLog {
  private readonly log: IssueLog;

  constructor(file: string) {
    this.log = new IssueLog(file);
  }

  get issues(): readonly Issue[] {
    return this.log.issues;
  }

  get counts(): Readonly<Record<string, number>> {
    return this.log.counts;
  }

  note(kinds: readonly PersonalKind[], { row, column }: Pick<Issue, 'row' | 'column'>, sheet: string | null): void {
    this.log.sheet = sheet;
    for (const kind of kinds) this.log.add(CODES[kind], 'note', row, { column });
  }
}

interface Column {
  readonly use: ColumnUse;
  readonly header: string;
  /** Known as personal as a whole: such a column is left out of everything that is kept, and not looked at cell by cell. */
  readonly personal: boolean;
  /** Null where there is nothing to mask: of most texts nothing needs to be kept. */
  readonly mask: Asked<Masked | null>;
}

function maskedOrNull(text: string, use?: ColumnUse): Masked | null {
  const masked = maskText(text, use);
  return masked.kinds.length === 0 ? null : masked;
}

interface Held {
  readonly cells: string[];
  readonly record: number;
  readonly merged: MergedAbove | undefined;
  readonly codes: CellCodes | undefined;
}

/** Stands before a sink and masks the personal parts of headers, titles, sheets and of every cell of columns that are not personal as a whole. */
export class MaskingSink implements TableSink {
  private start: TableStart | null = null;
  private held: (Held | string)[] = [];
  private columns: readonly Column[] | null = null;
  private readonly personal = new Map<string, ReadonlySet<number>>();

  constructor(
    private readonly sink: TableSink,
    private readonly log: MaskLog,
    private readonly names: ShownNames,
  ) {}

  table(start: TableStart): void {
    const sheet = start.sheet === null ? null : this.names.of(start.sheet);
    const header = start.header.map((text) => this.text(text, { row: null, column: null }, sheet));
    // Told by the rows they stand in.
    const title = start.title.map((line) => maskText(line).text);
    this.start = { ...start, sheet, header, title, tiers: start.tiers.map(maskCells) };
    this.held = [];
    this.columns = null;
    this.sink.table(this.start);
  }

  row(cells: string[], record: number, merged?: MergedAbove, codes?: CellCodes): void {
    const held = { cells, record, merged, codes };
    if (this.columns === null) {
      this.held.push(held);
      if (this.held.length >= SAMPLE) this.settle();
    } else this.pass(this.columns, held);
  }

  group(label: string): void {
    if (this.columns === null) this.held.push(label);
    else this.sink.group?.(maskText(label).text);
  }

  end(summary: RawTableSummary): void {
    if (this.columns === null) this.settle();
    this.personal.set(`${summary.index} ${summary.sheet ?? ''}`, indexesOf(this.columns ?? []));
    this.sink.end(this.masked(summary));
  }

  /** A table's summary with what it says of titles, notes, groups and totals masked. */
  masked(summary: RawTableSummary): RawTableSummary {
    const personal = this.personal.get(`${summary.index} ${summary.sheet ?? ''}`) ?? new Set();
    return maskedSummary(summary, personal, this.names);
  }

  private settle(): void {
    const header = this.start?.header ?? [];
    const rows = this.held.flatMap((held) => (typeof held === 'string' ? [] : [held.cells]));
    const personal = new Set(personalColumns(header, rows).map(({ index }) => index));
    const columns = header.map((text, at) => {
      const use = useOf(text);
      const mask = remembered((cell: string) => maskedOrNull(cell, use));
      return { use, header: text, personal: personal.has(at), mask };
    });
    this.columns = columns;
    for (const held of this.held)
      if (typeof held === 'string') this.group(held);
      else this.pass(columns, held);
    this.held = [];
  }

  private pass(columns: readonly Column[], { cells, record, merged, codes }: Held): void {
    const sheet = this.start?.sheet ?? null;
    for (let at = 0; at < cells.length; at += 1) {
      const column = columns[at];
      const cell = cells[at] ?? '';
      if (cell.length < 4 || column?.personal === true) continue;
      const masked = column ? column.mask(cell, codes?.[at]) : maskedOrNull(cell);
      if (masked === null) continue;
      this.log.note(masked.kinds, { row: record, column: column?.header ?? null }, sheet);
      cells[at] = masked.text;
      if (codes) codes[at] = -1;
    }
    if (merged === undefined) this.sink.row(cells, record, undefined, codes);
    else
      this.sink.row(
        cells,
        record,
        new Map([...merged].map(([at, text]) => [at, maskText(text, columns[at]?.use).text])),
      );
  }

  private text(text: string, place: Pick<Issue, 'row' | 'column'>, sheet: string | null): string {
    const masked = maskText(text);
    if (masked.kinds.length > 0) this.log.note(masked.kinds, place, sheet);
    return masked.text;
  }
}

const indexesOf = (columns: readonly Column[]): ReadonlySet<number> =>
  new Set(columns.flatMap(({ personal }, at) => (personal ? [at] : [])));

function maskedSummary(summary: RawTableSummary, personal: ReadonlySet<number>, names: ShownNames): RawTableSummary {
  const text = (line: string): string => maskText(line).text;
  // A total of eleven figures is a figure.
  const cell = (content: string, at: number): string => (personal.has(at) ? '' : maskText(content, 'figure').text);
  return {
    ...summary,
    sheet: summary.sheet === null ? null : names.of(summary.sheet),
    header: summary.header.map(text),
    titleLines: summary.titleLines.map(text),
    notes: summary.notes.map(text),
    groups: summary.groups.map((group) => ({ ...group, label: text(group.label) })),
    totals: summary.totals.map((total) => ({ ...total, label: text(total.label), cells: total.cells.map(cell) })),
  };
}
