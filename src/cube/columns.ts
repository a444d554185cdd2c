import { TextCodes } from '../domain';
import { CELL_TEXTS, type Cell, numeratorSaid } from './cell';

/** How finely cells are told apart: their fields too, their committees, or neither. The coarser, the fewer there are. */
export type Fineness = 'fields' | 'committees' | 'zones';

/** A column of texts: each text once, and the place in `words` of every row's. */
export interface CodedTexts {
  readonly words: readonly string[];
  readonly codes: Int32Array;
}

type TextName = (typeof CELL_TEXTS)[number];

/** What tells apart cells that are added up over their fields, and over their committees. */
const PLACES = {
  committees: ['zone', 'committee', 'period', 'category'],
  zones: ['zone', 'period', 'category'],
} as const satisfies Partial<Record<Fineness, readonly TextName[]>>;

type Numbers = Int32Array | Float64Array | Uint8Array;

/** Some rows of a column: a view where they lie together, as those of a metric do in files of ours. */
function taken<Column extends Numbers>(column: Column, rows: Int32Array): Column {
  const [first = 0, last = -1] = [rows[0], rows.at(-1)];
  if (last - first + 1 === rows.length) return column.subarray(first, last + 1) as Column;
  const found = column.slice(0, rows.length) as Column;
  rows.forEach((row, at) => (found[at] = column[row] ?? 0));
  return found;
}

/** A text of every cell as a column. */
export function textColumn(cells: readonly Cell[], name: TextName): CodedTexts {
  const coder = new TextCodes();
  const codes = Int32Array.from(cells, (cell) => coder.codeOf(cell[name]));
  return { words: coder.words, codes };
}

/** Cells as columns: of many cells those that nobody looks at one by one are never made. */
export class CellColumns {
  constructor(
    readonly texts: Readonly<Record<TextName, CodedTexts>>,
    /** NaN where what was reported does not say it. */
    readonly numerators: Float64Array,
    /** NaN for a count. */
    readonly denominators: Float64Array,
    /** 1 for what was reported as a count, with no rows behind it. */
    readonly counted: Uint8Array,
  ) {}

  static of(cells: readonly Cell[]): CellColumns {
    return new CellColumns(
      Object.fromEntries(CELL_TEXTS.map((name) => [name, textColumn(cells, name)])) as Record<TextName, CodedTexts>,
      Float64Array.from(cells, (cell) => numeratorSaid(cell) ?? Number.NaN),
      Float64Array.from(cells, ({ denominator }) => denominator ?? Number.NaN),
      Uint8Array.from(cells, (cell) => Number(cell.counted ?? false)),
    );
  }

  get length(): number {
    return this.numerators.length;
  }

  /** The texts some row has. */
  wordsOf(name: TextName): string[] {
    const { words, codes } = this.texts[name];
    const used = new Uint8Array(words.length);
    for (let row = 0; row < codes.length; row += 1) used[codes[row] ?? 0] = 1;
    return words.filter((_, code) => used[code] === 1);
  }

  /** The columns of some rows. */
  private take(rows: Int32Array): CellColumns {
    const texts = CELL_TEXTS.map((name) => {
      const { words, codes } = this.texts[name];
      return [name, { words, codes: taken(codes, rows) }] as const;
    });
    return new CellColumns(
      Object.fromEntries(texts) as Record<TextName, CodedTexts>,
      taken(this.numerators, rows),
      taken(this.denominators, rows),
      taken(this.counted, rows),
    );
  }

  /** The cells of each metric, in their order; the metrics in the order first met. */
  byMetric(): Map<string, CellColumns> {
    const { words, codes } = this.texts.metric;
    const counts = new Int32Array(words.length);
    codes.forEach((code) => (counts[code] = (counts[code] ?? 0) + 1));
    const rows = Array.from(counts, (count) => new Int32Array(count));
    const filled = new Int32Array(words.length);
    const met: number[] = [];
    codes.forEach((code, row) => {
      const at = filled[code] ?? 0;
      if (at === 0) met.push(code);
      const own = rows[code];
      if (own) own[at] = row;
      filled[code] = at + 1;
    });
    return new Map(met.map((code) => [words[code] ?? '', this.take(rows[code] ?? new Int32Array())]));
  }

  /** A cell of a row; of fields, or committees too, that are added up it names none. */
  private cell(row: number, fineness: Fineness = 'fields'): Cell {
    const text = (name: TextName): string => this.texts[name].words[this.texts[name].codes[row] ?? 0] ?? '';
    const [numerator = Number.NaN, denominator = Number.NaN] = [this.numerators[row], this.denominators[row]];
    const cell: Cell = {
      metric: text('metric'),
      zone: text('zone'),
      committee: fineness === 'zones' ? '' : text('committee'),
      domain: fineness === 'fields' ? text('domain') : '',
      period: text('period'),
      category: text('category'),
      numerator: Number.isNaN(numerator) ? 0 : numerator,
      denominator: Number.isNaN(denominator) ? null : denominator,
    };
    const counted = this.counted[row] === 1 && { counted: true as const };
    const silent = Number.isNaN(numerator) && { silent: true as const };
    return counted || silent ? { ...cell, ...counted, ...silent } : cell;
  }

  /** All of them as cells. */
  cells(): Cell[] {
    return Array.from(this.numerators, (_, row) => this.cell(row));
  }

  private whole: boolean | null = null;

  /** Whether all figures are whole numbers: sums of fractions differ in their last bits with the order they are added in. */
  private get areWhole(): boolean {
    const isWhole = (value: number): boolean => Number.isInteger(value) || Number.isNaN(value);
    return (this.whole ??= this.numerators.every(isWhole) && this.denominators.every(isWhole));
  }

  /**
   * Rows that agree in some texts, in how they were reported and in whether they say what is asked: of every row the number of those it is
   * one of, counted as they are first met, and the first row of each. Looked up in a table with open addresses, since nearly all of
   * opening a cube of many zones is spent here.
   */
  private alike(names: readonly TextName[]): { groups: Int32Array; firsts: Int32Array } {
    const columns = names.map((name) => this.texts[name].codes);
    const kinds = this.counted.map((counted, row) => 2 * counted + Number(Number.isNaN(this.numerators[row])));
    const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * this.length + 1))).fill(-1);
    const [groups, firsts] = [new Int32Array(this.length), new Int32Array(this.length)];
    let count = 0;
    const agree = (a: number, b: number): boolean => {
      if (kinds[a] !== kinds[b]) return false;
      for (const codes of columns) if (codes[a] !== codes[b]) return false;
      return true;
    };
    for (let row = 0; row < this.length; row += 1) {
      let hash = kinds[row] ?? 0;
      for (const codes of columns) hash = Math.imul(hash ^ (codes[row] ?? 0), 0x9e3779b1) >>> 1;
      let at = hash & (table.length - 1);
      let group = table[at] ?? -1;
      while (group >= 0 && !agree(firsts[group] ?? 0, row)) {
        at = (at + 1) & (table.length - 1);
        group = table[at] ?? -1;
      }
      if (group < 0) {
        group = count++;
        table[at] = group;
        firsts[group] = row;
      }
      groups[row] = group;
    }
    return { groups, firsts: firsts.subarray(0, count) };
  }

  /**
   * Cells added up over their fields, and over their committees too where none are asked for; in the order first met. Null where
   * there are fractions: figures are compared to the last bit.
   */
  coarser(fineness: keyof typeof PLACES): Cell[] | null {
    if (!this.areWhole) return null;
    const { groups, firsts } = this.alike(PLACES[fineness]);
    const cells = Array.from(firsts, (row): { -readonly [K in keyof Cell]: Cell[K] } => this.cell(row, fineness));
    for (let row = 0; row < this.length; row += 1) {
      const group = groups[row] ?? 0;
      if (firsts[group] === row) continue;
      const [numerator = Number.NaN, denominator = Number.NaN] = [this.numerators[row], this.denominators[row]];
      const whole = cells[group];
      if (!whole) continue;
      if (!Number.isNaN(numerator)) whole.numerator += numerator;
      if (!Number.isNaN(denominator)) whole.denominator = (whole.denominator ?? 0) + denominator;
    }
    return cells;
  }
}
