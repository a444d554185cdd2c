import type { ColumnSpec, TableSpec } from '../../domain';
import { type BlankReason, type CellContext, blankReason, parseBoolean, parseCell } from '../cells';
import { type Asked, remembered } from '../remembered';
import type { HeaderMatch } from '../match';
import type { CellCodes, RawTableSummary } from '../raw';

type ControlTotal = RawTableSummary['totals'][number];

/** A removed total beside the sum of the rows it is of. */
export interface ControlSum {
  readonly record: number;
  readonly column: string;
  readonly stated: string;
  readonly sum: number;
  readonly agrees: boolean;
}

const PLAIN_NUMBER = /^\d{1,12}$/u;
const SUBTOTAL = /小计|sub-?total/iu;
/** Shares beside a total are of no rows. */
const SHARE = /占比|比例|比重|百分比/u;
/** In longer tables only the grand total is compared: the rows of a subtotal would have to be held. */
const MOST_HELD = 50_000;

/** What a cell adds: its value, whether it says anything, whether it says 无. */
interface Term {
  readonly value: number;
  readonly filled: boolean;
  readonly none: boolean;
}

/** A column whose rows can be added up: counts, or how many say yes (√). */
interface Added {
  readonly at: number;
  readonly termOf: Asked<Term>;
}

function added(at: number, counts: boolean, valueOf: (text: string, reason: BlankReason | null) => number): Added {
  const termOf = remembered((raw: string): Term => {
    const text = raw.trim();
    const reason = blankReason(text);
    return { value: valueOf(text, reason), filled: reason === null, none: counts && reason === 'none' };
  });
  return { at, termOf };
}

const countIn = (text: string, reason: BlankReason | null): number =>
  reason !== null ? 0 : PLAIN_NUMBER.test(text) ? Number(text) : NaN;

/** 1 for yes, 0 for no and for nothing, NaN for what is neither; a choice that says what was built is yes. */
function yesIn(spec: ColumnSpec, yes: ReadonlySet<string>, context: CellContext): (text: string) => number {
  return (text) => {
    const said = parseBoolean(text, context);
    if (said.value !== null) return Number(said.value);
    if (blankReason(text) !== null || text === '') return 0;
    const value = spec.type === 'enum' ? parseCell(spec, text, context).value : null;
    return typeof value === 'string' ? Number(yes.has(value)) : Number.NaN;
  };
}

function addedColumns({ fields }: HeaderMatch, table: TableSpec | null, context: CellContext): Added[] {
  const told = new Map(table?.columns.flatMap(({ tells }) => (tells ? [[tells.column, tells] as const] : [])));
  return fields.flatMap((id, at): Added[] => {
    const spec = table?.columns.find((column) => column.id === id);
    if (spec?.type === 'integer') return [added(at, true, countIn)];
    const tells = told.get(id ?? '');
    const sure = tells?.yes.agrees.filter((value) => !tells.no.agrees.includes(value)) ?? [];
    const asks = spec?.type === 'boolean' || tells !== undefined;
    return spec && asks ? [added(at, false, yesIn(spec, new Set(sure), context))] : [];
  });
}

interface Sum {
  value: number;
  filled: boolean;
}

const none = (): Sum => ({ value: 0, filled: false });

/** Adds up the rows of a table, to be held against the totals that stood among them. */
export class ControlSums {
  /** Cells of count columns that say 无, which is 0 only when the user says so. */
  nones = 0;
  private readonly added: readonly Added[];
  private readonly all: Sum[];
  private held: { readonly record: number; readonly values: readonly number[] }[] | null = [];

  constructor(match: HeaderMatch, table: TableSpec | null, context: CellContext) {
    this.added = addedColumns(match, table, context);
    this.all = this.added.map(none);
  }

  /** Takes in a row. */
  add(cells: readonly string[], record: number, codes?: CellCodes): void {
    if (this.added.length === 0) return;
    if (this.held && this.held.length >= MOST_HELD) this.held = null;
    const values: number[] | null = this.held ? [] : null;
    for (let nth = 0; nth < this.added.length; nth += 1) {
      const [column, sum] = [this.added[nth], this.all[nth]];
      if (!column || !sum) continue;
      const { value, filled, none } = column.termOf(cells[column.at] ?? '', codes?.[column.at]);
      if (none) this.nones += 1;
      sum.value += value;
      sum.filled ||= filled;
      values?.push(value);
    }
    if (values) this.held?.push({ record, values });
  }

  /** Every total that can be compared: the only grand total with all rows, a subtotal with those above it or below. */
  compared({ totals }: RawTableSummary, header: readonly string[]): ControlSum[] {
    const subtotals = totals.filter(({ label }) => SUBTOTAL.test(label));
    const [grand, ...more] = totals.filter(({ label }) => !SUBTOTAL.test(label) && !SHARE.test(label));
    return [
      ...(grand && more.length === 0 ? this.against(grand, this.all, header) : []),
      ...this.parts(subtotals).flatMap(({ total, sums }) => this.against(total, sums, header)),
    ];
  }

  private against(total: ControlTotal, sums: readonly Sum[], header: readonly string[]): ControlSum[] {
    return this.added.flatMap(({ at }, nth) => {
      const stated = (total.cells[at] ?? '').trim();
      const { value: sum, filled } = sums[nth] ?? none();
      if (!filled || !PLAIN_NUMBER.test(stated) || Number.isNaN(sum)) return [];
      return [{ record: total.record, column: header[at] ?? '', stated, sum, agrees: Number(stated) === sum }];
    });
  }

  /** The rows of each subtotal: those since the one before, or those up to the next where all stand above their rows. */
  private parts(subtotals: readonly ControlTotal[]): { total: ControlTotal; sums: Sum[] }[] {
    const { held } = this;
    const [first, last] = [subtotals[0]?.record ?? 0, subtotals.at(-1)?.record ?? 0];
    if (!held || subtotals.length === 0) return [];
    const isBelow = held.every(({ record }) => record < last);
    const isAbove = held.every(({ record }) => record > first);
    if (isBelow === isAbove) return [];
    return subtotals.map((total, nth) => {
      const before = subtotals[nth - 1]?.record ?? -Infinity;
      const after = subtotals[nth + 1]?.record ?? Infinity;
      const [from, to] = isBelow ? [before, total.record] : [total.record, after];
      const sums = this.added.map(none);
      for (const { record, values } of held)
        if (record > from && record < to)
          sums.forEach((sum, at) => {
            sum.value += values[at] ?? 0;
            sum.filled = true;
          });
      return { total, sums };
    });
  }
}
