import type { HeaderMatch } from '../match';
import type { CellCodes } from '../raw';
import { CodedRows } from './coded-rows';
import { longRows } from './long-rows';
import { plainPlaces } from './matched-columns';
import type { TextRow } from './read-cells';
import type { ReadTogether } from './read-together';

/** The rows of a table once all are there. */
interface AllRows {
  readonly coded: CodedRows;
  /** The rows themselves where they are few, none where they are many. */
  readonly few: readonly TextRow[];
  readonly isLarge: boolean;
}

/** The canonical rows of a table as they come: held while they are few, coded at once when they are many. */
export class StagedRows {
  /** Where the columns stand in a source row that is a row; null where they are put together. */
  private readonly places: readonly number[] | null;
  private coded: CodedRows | null = null;
  private few: TextRow[] = [];
  /** Characters in those, counting a cell as one more. */
  private fewSize = 0;

  constructor(
    private readonly match: HeaderMatch,
    private readonly columns: readonly string[],
    private readonly together: ReadTogether | null,
    /** Of more characters a table is large. */
    private readonly small: number,
  ) {
    this.places = plainPlaces(match, columns);
  }

  /** Learns from the first source rows how columns that say one fact are to be read. */
  learn(rows: readonly { readonly record: number; readonly cells: readonly string[] }[]): void {
    this.together?.learn(rows.flatMap(({ record, cells }) => this.rowsOf(record, cells)));
  }

  /** Takes in a source row; `codes` are the numbers of its texts in the file, where they have some. */
  take(record: number, whole: readonly string[], codes?: CellCodes): void {
    if (this.coded && this.places && !this.together) this.coded.add(record, whole, codes, this.places);
    else for (const row of this.rowsOf(record, whole, codes)) this.keep(row);
  }

  /** All rows; none may come after. */
  finish(): AllRows {
    const isLarge = this.coded !== null;
    const coded = this.coded ?? this.codedFew();
    return { coded, few: this.few, isLarge };
  }

  /** The canonical rows of a source row, as text. */
  private rowsOf(record: number, whole: readonly string[], codes?: CellCodes): TextRow[] {
    const { places, match, columns } = this;
    if (places) {
      const cells = places.map((at) => (whole[at] ?? '').trim());
      return [{ record, cells, codes: codes && places.map((at) => codes[at] ?? -1) }];
    }
    return longRows(match, whole).map((row) => ({
      record,
      cells: columns.map((column) => (row.get(column) ?? '').trim()),
    }));
  }

  private keep(row: TextRow): void {
    if (this.coded) {
      const { record, cells, codes } = this.together?.row(row) ?? row;
      this.coded.add(record, cells, codes);
      return;
    }
    this.few.push(row);
    this.fewSize += row.cells.reduce((sum, cell) => sum + cell.length + 1, 0);
    if (this.fewSize <= this.small) return;
    this.coded = this.codedFew();
    this.few = [];
  }

  /** The rows held, columns that say one fact read together. */
  private codedFew(): CodedRows {
    const { together, columns, few } = this;
    together?.learn(few);
    this.few = together ? few.map((row) => together.row(row)) : few;
    const coded = new CodedRows((together?.columns ?? columns).length);
    for (const { record, cells, codes } of this.few) coded.add(record, cells, codes);
    return coded;
  }
}
