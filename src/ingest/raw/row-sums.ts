/** Rows summed up: enough for any table that is read by eye, and no burden for one of a million rows. */
const MOST_ROWS = 5000;
const NUMBER = /^-?\d{1,12}(?:\.\d{1,6})?$/;

/** How the figures of a row relate to those of the rows before it, in columns. */
export interface Agreement {
  /** Columns whose figure is the sum of the others, none of them 0. */
  readonly sum: number;
  /** Columns whose figure is the mean of the others. */
  readonly mean: number;
  /** Columns whose figure is neither. */
  readonly other: number;
}

/** No number begins with such a character, whatever white space stands before it. */
const isWord = (code: number): boolean => (code > 0x39 && code < 0x80) || (code > 0x3000 && code < 0xf900);

/** A cell as a plain number; NaN for anything else. */
export function figureOf(cell: string | undefined): number {
  if (cell === undefined || cell === '' || isWord(cell.charCodeAt(0))) return Number.NaN;
  const text = cell.trim().replaceAll(',', '');
  return text.length < 20 && NUMBER.test(text) ? Number(text) : Number.NaN;
}

const near = (a: number, b: number, within: number): boolean => Math.abs(a - b) <= within;

/** Half of the last place that is written: 86.33 may be 86.3333. */
function rounding(cell: string): number {
  const places = /\.(\d+)$/.exec(cell.trim())?.[1]?.length ?? 0;
  return 0.5 * 10 ** -places + 1e-9;
}

/** Sums of the columns of the rows so far, to recognise a row that adds them up whatever it is called. */
export class RowSums {
  rows = 0;
  private sums: number[] = [];
  private counts: number[] = [];

  add(cells: readonly string[]): void {
    this.rows += 1;
    if (this.rows > MOST_ROWS) return;
    for (let c = 0; c < cells.length; c += 1) {
      const value = figureOf(cells[c]);
      if (Number.isNaN(value)) continue;
      this.sums[c] = (this.sums[c] ?? 0) + value;
      this.counts[c] = (this.counts[c] ?? 0) + 1;
    }
  }

  clear(): void {
    this.rows = 0;
    this.sums = [];
    this.counts = [];
  }

  /** Compares a row with the rows so far; nothing agrees when they were too many to be summed. */
  compare(cells: readonly string[]): Agreement {
    let [sum, mean, other] = [0, 0, 0];
    if (this.rows > MOST_ROWS) return { sum, mean, other };
    for (let c = 0; c < cells.length; c += 1) {
      const stated = figureOf(cells[c]);
      const n = this.counts[c] ?? 0;
      if (Number.isNaN(stated) || n === 0) continue;
      const all = this.sums[c] ?? 0;
      if (all === 0 && stated === 0) continue;
      if (near(stated, all, 1e-6 * Math.max(1, Math.abs(all)))) sum += 1;
      else if (near(stated, all / n, rounding(cells[c] ?? ''))) mean += 1;
      else other += 1;
    }
    return { sum, mean, other };
  }
}

/** Whether the figures of a row are the sums of others: at least one is, and not fewer than are not (rates, running numbers). */
export function addsUp({ sum, mean, other }: Agreement): boolean {
  return sum > 0 && sum >= other + mean;
}
