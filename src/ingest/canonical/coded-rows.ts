/** A column of a table as its distinct texts, the empty one first, and by row which of them it has. */
export interface CodedColumn {
  readonly texts: readonly string[];
  readonly codes: Int32Array;
}

/** The rows of a table, column by column, each distinct text of a column once. */
export interface CodedTable {
  /** The record each row came from. */
  readonly records: Int32Array;
  readonly columns: readonly CodedColumn[];
}

function grown(values: Int32Array): Int32Array {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

interface Growing {
  readonly texts: string[];
  readonly places: Map<string, number>;
  codes: Int32Array;
}

const FIRST_ROWS = 256;

/** Takes rows one by one and keeps every distinct text of a column once, however many rows have it. */
export class CodedRows {
  /** How many rows were added. */
  rows = 0;
  private records: Int32Array = new Int32Array(FIRST_ROWS);
  private readonly columns: readonly Growing[];

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => ({
      texts: [''],
      places: new Map([['', 0]]),
      codes: new Int32Array(FIRST_ROWS),
    }));
  }

  add(record: number, cells: readonly string[]): void {
    const { rows } = this;
    if (rows === this.records.length) {
      this.records = grown(this.records);
      for (const column of this.columns) column.codes = grown(column.codes);
    }
    this.records[rows] = record;
    for (let at = 0; at < this.columns.length; at += 1) {
      const column = this.columns[at];
      const text = cells[at] ?? '';
      if (column && text !== '') column.codes[rows] = placeOf(column, text);
    }
    this.rows = rows + 1;
  }

  /** The rows so far. */
  get table(): CodedTable {
    const { rows } = this;
    return {
      records: this.records.slice(0, rows),
      columns: this.columns.map(({ texts, codes }) => ({ texts, codes: codes.slice(0, rows) })),
    };
  }
}

function placeOf({ texts, places }: Growing, text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  const place = texts.length;
  texts.push(text);
  places.set(text, place);
  return place;
}
