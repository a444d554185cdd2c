import { TABLES, tableById } from '../../model';
import { headerForms, headerKey } from './header-key';
import { type Meaning, meaningsOf } from './vocabulary';

/** A header the model does not know, and the column it means. */
export interface TaughtHeader {
  readonly table: string;
  readonly header: string;
  readonly column: string;
}

/** A word of a closed list that the model does not know, and the value it means. */
export interface TaughtValue {
  readonly table: string;
  readonly column: string;
  readonly text: string;
  readonly value: string;
}

/** Words that the user explained once, for every file that uses them. */
export interface TaughtWords {
  readonly headers: readonly TaughtHeader[];
  readonly values: readonly TaughtValue[];
}

/** Columns named by the user's own words, by header key. */
export type TaughtMeanings = ReadonlyMap<string, readonly Meaning[]>;

/** What taught words decide about one table of a file, as if it had been decided there. */
export interface TaughtChoice {
  readonly table?: string;
  readonly fields?: Readonly<Record<number, string | null>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** No words. */
export const NO_WORDS: TaughtWords = { headers: [], values: [] };

/** Headers that name no column in particular (第3列) teach nothing. */
const NO_WORD = /^(?:第\d+列|\d*)$/u;

/** Whether a header is a word that a table does not have: only such a one can be taught for all files. */
export function isNewWord(table: string, header: string): boolean {
  const forms = headerForms(header);
  if (forms.length === 0 || NO_WORD.test(headerKey(header))) return false;
  return forms.every(({ key }) => meaningsOf(key).every((meaning) => meaning.table.id !== table));
}

/** Whether two texts are one word, but for marks, width and script. */
export const isSameWord = (one: string, other: string): boolean => headerKey(one) === headerKey(other);

/** Whether a header of a file is a taught word, with what brackets, years and tiers add to it. */
export function isWordOf(header: string, word: string): boolean {
  const key = headerKey(word);
  return headerForms(header).some((form) => form.key === key);
}

/** The taught headers by their keys; words for tables or columns that there are no more are left out. */
export function taughtMeanings({ headers }: TaughtWords): TaughtMeanings {
  const index = new Map<string, Meaning[]>();
  for (const { table: id, header, column: name } of headers) {
    const table = tableById(id);
    const column = table?.columns.find((known) => known.id === name);
    if (!table || !column) continue;
    const key = headerKey(header);
    index.set(key, [...(index.get(key) ?? []), { table, column, rank: 0 }]);
  }
  return index;
}

/** The taught values of one table: by column, what each text means. */
function taughtValues({ values }: TaughtWords, table: string): Record<string, Record<string, string>> {
  const known = TABLES.find(({ id }) => id === table)?.columns ?? [];
  const found: Record<string, Record<string, string>> = {};
  for (const { table: id, column, text, value } of values) {
    const there = known.find((spec) => spec.id === column)?.values?.some((one) => one.id === value) === true;
    if (id === table && there) found[column] = { ...found[column], [text]: value };
  }
  return found;
}

/** Whether taught words may tell how a table with this header is read. */
export function usesWords(words: TaughtWords, header: readonly string[]): boolean {
  const forms = header.flatMap(headerForms);
  const keys = new Set(forms.map(({ key }) => key));
  if (words.headers.some((word) => keys.has(headerKey(word.header)))) return true;
  const columns = new Set(forms.flatMap(({ key }) => meaningsOf(key).map(({ column }) => column.id)));
  return words.values.some(({ column }) => columns.has(column));
}

interface Matched {
  readonly table: string | null;
  readonly taught?: readonly number[];
  readonly fields: readonly (string | null)[];
  readonly unpivot: { readonly periodColumns: readonly { readonly column: string | null }[] } | null;
}

/** What is read by taught words in a table that was matched; null where nothing is. */
export function taughtFor(words: TaughtWords, { table, taught = [], fields, unpivot }: Matched): TaughtChoice | null {
  if (table === null) return null;
  const used = new Set([...fields, ...(unpivot?.periodColumns.map(({ column }) => column) ?? [])]);
  const values = Object.fromEntries(Object.entries(taughtValues(words, table)).filter(([column]) => used.has(column)));
  const named = Object.fromEntries(taught.map((index) => [index, fields[index] ?? null]));
  if (taught.length === 0 && Object.keys(values).length === 0) return null;
  return {
    ...(taught.length > 0 && { table, fields: named }),
    ...(Object.keys(values).length > 0 && { values }),
  };
}
