import type { Label } from './label';

/** How the cells of a column are read. `code` is text that never becomes a number (leading zeros are kept). */
export type ColumnType = 'text' | 'code' | 'integer' | 'number' | 'date' | 'period' | 'boolean' | 'enum';

/** One allowed value of an enum column: the canonical text, its English, and what exports write for it. */
export interface EnumValue {
  /** Texts that mean it by what they are made of, where no list has them. */
  readonly made?: RegExp;
  readonly id: string;
  readonly en: string;
  readonly synonyms?: readonly string[];
  /** Says less than the other values do: not taken from a title where anything else makes one of those likely. */
  readonly broad?: true;
}

/** What yes or no in one column says of another: the value where that one is silent, and the values it goes together with. */
export interface Told {
  readonly silent: string;
  readonly agrees: readonly string[];
  /** The value where that one is silent and this column of the row is filled. */
  readonly dated?: { readonly column: string; readonly value: string };
}

/** A yes/no column that says one fact together with another column; where that one is missing it is read in its place. */
export interface Tells {
  readonly column: string;
  readonly yes: Told;
  readonly no: Told;
  /** Where the other column stands alone and only ever says yes, a blank of it says no. */
  readonly alone?: true;
}

/** What is taken where neither a column nor a text around the table states a value: told, and not asked. */
export interface Unstated {
  /** The value taken, as a cell would have it; null where none is taken. */
  readonly value: string | null;
  readonly label: Label;
}

/** A column of a canonical table. */
export interface ColumnSpec {
  readonly id: string;
  readonly type: ColumnType;
  readonly label: Label;
  /** Header texts that mean this column, most specific first; compared after NFKC, without white space, folded to simplified. */
  readonly headers: readonly string[];
  /** Headers that mean it by what they are made of, where no list of the table has them. */
  readonly made?: RegExp;
  /** `true`: every row needs it. A text: one column of the group with that name must be present. */
  readonly required?: true | string;
  readonly values?: readonly EnumValue[];
  /** May be given once for the whole file (title row, file name, or asked) instead of in a column. */
  readonly fileLevel?: boolean;
  /** Largest value that makes sense, for example a star level. */
  readonly max?: number;
  readonly note?: Label;
  /** Of a yes/no column: the column it is read together with. */
  readonly tells?: Tells;
  /** Of a yes/no column: several headers may be of it, and one that says yes is enough (工会, 团组织). */
  readonly any?: true;
  /** Of a yes/no column: words of its own that say yes, and no. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** Of a yes/no column: exports may name who it is; a name says yes and goes no further. */
  readonly named?: true;
  /** Of a choice: a longer text that holds the words of one value and of no other means it. */
  readonly within?: true;
  readonly unstated?: Unstated;
  /** Of a day: the choice that exports write in its place (立行立改 for a time limit); such a text is a value of that column. */
  readonly otherwise?: string;
  /** Of a yes/no column: those of one name stand side by side; a row that ticks one of them says no by leaving another blank, where nothing else says no. */
  readonly ticks?: string;
  /** Of a choice: the name whose ending says it where the row does not (第一党支部 is a 支部). */
  readonly endingOf?: string;
  /** Words of a header or a title that make a value likely where no column states one: taken, told, and to be changed. */
  readonly likely?: readonly { readonly words: readonly string[]; readonly value: string }[];
  /** Of whether a list names some only: what is told where its title says so. */
  readonly some?: SomeOnly;
  /** Of a limit somebody set: a header or a unit beside it that says % means hundredths. */
  readonly limit?: true;
  /** Of a bound: the one column whose numbers it bounds; absent: any number of its row. */
  readonly bounds?: string;
  /** Of the rules of a grading: the column of grades. Where all grades of a table are those of one scheme and of no other, it is taken and told. */
  readonly schemeOf?: string;
  /** Where no column states it and the largest value of another column lies from `least` to `value`, `value` is taken and told. */
  readonly topOf?: { readonly column: string; readonly least: number; readonly value: number };
}

/** What may name some organisations only: a list of them, of those honoured, or counts. Codes of what is told. */
export type SomeOnly = 'list-of-some' | 'list-of-honours' | 'counts-of-some';

/** A check over one row of a canonical table: SQL that is true when the row is right, null when it cannot be told. */
export interface Constraint {
  readonly code: string;
  readonly holds: string;
  readonly columns: readonly string[];
  readonly label: Label;
}

/** A canonical table: what it counts, its columns in order, its key. */
export interface TableSpec {
  readonly id: string;
  readonly label: Label;
  /** What one row is, in words. */
  readonly row: Label;
  readonly key: readonly string[];
  /**
   * SQL for what tells things apart where the first key column is empty or only numbers the lines: a name, or what is said
   * of the item, the first of which must be there. Absent where the first key column is no code.
   */
  readonly identity?: readonly string[];
  /** Key columns that exports leave out; two rows without them are one thing only where nothing else in a file is like them. */
  readonly optional?: readonly string[];
  /** Words one of which title, file name or header must say: without them headers as general as these (已建数) are of something else. */
  readonly mentions?: readonly string[];
  /** Where a column says the zone, rows may name no organisation: they are of the zone as a whole. */
  readonly wholeZone?: true;
  /** Exports may have its columns as rows. */
  readonly turnable?: true;
  /** Where exports have a column for each level: the columns that receive the level, how many have it, and their share. */
  readonly levelled?: { readonly level: string; readonly count: string; readonly share: string };
  /** Where exports have a column for each thing scored: the columns that receive what it is, its kind, its full marks and its score. */
  readonly itemised?: { readonly item: string; readonly kind: string; readonly full: string; readonly value: string };
  readonly columns: readonly ColumnSpec[];
  readonly constraints: readonly Constraint[];
}

/**
 * Whether a table cannot do without a column that nothing states: every row needs it; or it may be given once for all rows, and neither
 * another column of its group nor any other day says it.
 */
export function isWanting(table: TableSpec, column: ColumnSpec, stated: ReadonlySet<string>): boolean {
  const { id, required, fileLevel } = column;
  // The highest of levels that nobody gives is not needed.
  if (column.topOf !== undefined && !stated.has(column.topOf.column)) return false;
  if (stated.has(id) || required === true || required === undefined) return required === true && !stated.has(id);
  const says = (other: ColumnSpec): boolean => other.required === required || other.type === 'date';
  return fileLevel === true && !table.columns.some((other) => stated.has(other.id) && says(other));
}
