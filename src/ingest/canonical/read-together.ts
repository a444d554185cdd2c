import type { ColumnSpec, Issue, TableSpec, Told } from '../../domain';
import { type CellContext, blankReason, parseBoolean, parseCell } from '../cells';
import { headerForms, headerKey } from '../match/header-key';
import type { TextRow } from './read-cells';
import { LISTED } from './staged';
import { remembered } from '../remembered';

/** What two columns that say one fact gave together: what was doubted, naming no file yet. */
export interface ToldTogether {
  readonly issues: readonly Omit<Issue, 'file'>[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

type YesNo = 'yes' | 'no' | 'silent' | 'unreadable';

/** How the yes/no column itself is then read. */
const WRITTEN: Readonly<Record<YesNo, string>> = { yes: '是', no: '否', silent: '', unreadable: '' };

/** Whether a header is one that a column lists, as it stands or by its tiers. */
function names(spec: ColumnSpec, header: string): boolean {
  const known = new Set(spec.headers.map(headerKey));
  return headerForms(header).some(({ key }) => known.has(key));
}

/**
 * Reads a yes/no column (是否建立党组织) together with the column of the same fact beside it (组织形式), row by row: the one that
 * is silent follows the other; where the two contradict each other, what is so cannot be known and is left open.
 */
export class ReadTogether {
  /** The columns of the rows given back: those of the rows taken, and the one that is told where it was missing. */
  readonly columns: readonly string[];
  private readonly target: ColumnSpec;
  private readonly from: number;
  private readonly at: number;
  private readonly dated: number;
  private readonly issues: Omit<Issue, 'file'>[] = [];
  private readonly counts: Record<string, number> = {};
  /** What its rows said so far. */
  private readonly found = new Set<YesNo>();
  private blankIsNo = false;

  private constructor(
    private readonly spec: ColumnSpec,
    private readonly tells: NonNullable<ColumnSpec['tells']>,
    target: ColumnSpec,
    columns: readonly string[],
    private readonly headers: Readonly<Record<string, string>>,
    private readonly context: CellContext,
    /** Only blanks are read otherwise than the column by itself. */
    readonly onlyBlanks: boolean,
  ) {
    this.target = target;
    const own = columns.indexOf(spec.id);
    const there = columns.indexOf(target.id);
    this.from = own >= 0 ? own : there;
    this.at = there >= 0 ? there : columns.length;
    this.columns = there >= 0 ? columns : [...columns, target.id];
    this.dated = columns.indexOf(tells.no.dated?.column ?? '');
  }

  /** What is read together in a table with these columns, each from the header given; null where nothing is. */
  static of(
    table: TableSpec,
    columns: readonly string[],
    headers: Readonly<Record<string, string>>,
    context: CellContext,
  ): ReadTogether | null {
    for (const spec of table.columns) {
      const { tells } = spec;
      const target = table.columns.find(({ id }) => id === tells?.column);
      if (!tells || !target) continue;
      const alone = !columns.includes(spec.id) && columns.includes(target.id);
      const asks = names(spec, headers[target.id] ?? '');
      if (columns.includes(spec.id) || (alone && (asks || tells.alone === true)))
        return new ReadTogether(spec, tells, target, columns, headers, context, alone && !asks);
    }
    return null;
  }

  /** Learns from the rows how the column says no: where nothing else does, by leaving the cell blank. */
  learn(rows: readonly TextRow[]): void {
    for (const { cells } of rows) this.found.add(this.yesNo(cells[this.from] ?? ''));
    this.blankIsNo = this.found.has('yes') && !this.found.has('no') && !this.found.has('unreadable');
  }

  /** The row with what its two columns say together. */
  row(row: TextRow): TextRow {
    const cells = [...row.cells];
    const said = cells[this.from] ?? '';
    cells[this.at] = this.together(row, said, this.from === this.at ? '' : (cells[this.at] ?? ''));
    if (this.from !== this.at) cells[this.from] = WRITTEN[this.yesNo(said)];
    const { record, codes } = row;
    if (codes) codes[this.at] = codes[this.from] = -1;
    return { record, cells, codes };
  }

  /** What was doubted in the rows so far. */
  get told(): ToldTogether {
    return { issues: this.issues, issueCounts: this.counts };
  }

  private together(row: TextRow, said: string, text: string): string {
    const alone = this.from === this.at;
    // Alone, the column may hold the values themselves (单独组建) as well as yes and no.
    if (alone && this.valueOf(said) !== null) return said;
    const reading = this.yesNo(said);
    const value = this.valueOf(text);
    if (reading === 'unreadable') {
      if (alone) return said;
      this.note('unknown-value', row, this.headerOf(this.spec), said, value);
      return value === null ? '' : text;
    }
    if (reading === 'silent' && !(this.blankIsNo && value === null)) return alone ? said : text;
    const told = reading === 'yes' ? this.tells.yes : this.tells.no;
    if (reading === 'silent') this.note('blank-as-no', row, this.headerOf(this.spec), null, this.silent(told, row));
    if (value === null) {
      if (blankReason(text) === null && text !== '')
        this.note('unknown-value', row, this.headerOf(this.target), text, this.silent(told, row));
      return this.silent(told, row);
    }
    if (told.agrees.includes(value)) return text;
    this.note('columns-contradict', row, this.headerOf(this.spec), said, `${this.headerOf(this.target)}：${text}`);
    return '';
  }

  private silent({ silent, dated }: Told, { cells }: TextRow): string {
    return dated && blankReason(cells[this.dated] ?? '') === null && (cells[this.dated] ?? '') !== ''
      ? dated.value
      : silent;
  }

  /** The value of the told column that a text is; null where it is none. */
  private readonly valueOf = remembered((text: string): string | null => {
    const read = text === '' ? null : parseCell(this.target, text, this.context);
    return read?.state === 'value' && typeof read.value === 'string' ? read.value : null;
  });

  private readonly yesNo = remembered((text: string): YesNo => this.read(text));

  private read(text: string): YesNo {
    const said = parseBoolean(text, this.context);
    if (said.value !== null) return said.value ? 'yes' : 'no';
    const value = this.valueOf(text);
    if (value === this.tells.yes.silent) return 'yes';
    if (value === this.tells.no.silent) return 'no';
    // Alone, the values themselves say it.
    if (value !== null && this.from === this.at) return this.tells.yes.agrees.includes(value) ? 'yes' : 'no';
    return text.trim() === '' || blankReason(text) !== null ? 'silent' : 'unreadable';
  }

  private headerOf({ id, label }: ColumnSpec): string {
    return this.headers[id] ?? this.headers[this.target.id] ?? label.zh;
  }

  private note(code: string, { record }: TextRow, column: string, value: string | null, detail: string | null): void {
    const count = (this.counts[code] ?? 0) + 1;
    this.counts[code] = count;
    if (count > LISTED) return;
    const severity = code === 'columns-contradict' ? 'error' : code === 'blank-as-no' ? 'note' : 'warning';
    this.issues.push({ code, severity, row: record, column, value, ...(detail !== null && { detail }) });
  }
}
