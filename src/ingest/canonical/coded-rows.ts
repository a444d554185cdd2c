import type { CellCodes } from '../raw';

/**
 * A column of a table as its texts, the empty one first, and by row which of them it has. Each text stands there once; only in a column where
 * hardly any comes back it may stand there again.
 */
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
  /** Null once hardly any text came back. */
  places: Map<string, number> | null;
  /** By the number of a text in the file, its place; 0 for none. */
  placesByCode: Int32Array;
  codes: Int32Array;
}

const FIRST_ROWS = 256;
/** How many texts there are when it is asked whether they come back; then at twice as many, and so on. */
const FIRST_LOOK = 1 << 16;

/** Takes rows one by one and keeps every text of a column once, however many rows have it, without white space around it. */
export class CodedRows {
  /** How many rows were added. */
  rows = 0;
  private records: Int32Array = new Int32Array(FIRST_ROWS);
  private readonly columns: readonly Growing[];

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => ({
      texts: [''],
      places: new Map(),
      placesByCode: new Int32Array(FIRST_ROWS),
      codes: new Int32Array(FIRST_ROWS),
    }));
  }

  /**
   * Takes in a row; `codes` are the numbers of its texts in the file, where they have some, `places` where the columns stand in it when not
   * in order.
   */
  add(record: number, cells: readonly string[], codes?: CellCodes, places?: readonly number[]): void {
    const { rows } = this;
    if (rows === this.records.length) {
      this.records = grown(this.records);
      for (const column of this.columns) column.codes = grown(column.codes);
    }
    this.records[rows] = record;
    for (let at = 0; at < this.columns.length; at += 1) {
      const column = this.columns[at];
      const from = places ? (places[at] ?? -1) : at;
      const text = cells[from] ?? '';
      if (column && text !== '') column.codes[rows] = placeByCode(column, text, codes?.[from] ?? -1, rows);
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

function placeByCode(column: Growing, text: string, code: number, rows: number): number {
  if (code < 0) return placeOf(column, text.trim(), rows);
  while (code >= column.placesByCode.length) column.placesByCode = grown(column.placesByCode);
  const place = column.placesByCode[code] || placeOf(column, text.trim(), rows);
  column.placesByCode[code] = place;
  return place;
}

function placeOf(column: Growing, text: string, rows: number): number {
  const { texts, places } = column;
  const known = text === '' ? 0 : places?.get(text);
  if (known !== undefined) return known;
  const place = texts.length;
  texts.push(text);
  places?.set(text, place);
  if (place >= FIRST_LOOK && (place & (place - 1)) === 0 && place * 2 > rows) column.places = null;
  return place;
}
