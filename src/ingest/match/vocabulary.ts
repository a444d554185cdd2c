import type { ColumnSpec, TableSpec } from '../../domain';
import { TABLES } from '../../model';
import { headerKey } from './header-key';

/** One meaning of a header: a column of a table, and the place of the synonym in its list (0 = most specific). */
export interface Meaning {
  readonly table: TableSpec;
  readonly column: ColumnSpec;
  readonly rank: number;
}

function build(): ReadonlyMap<string, readonly Meaning[]> {
  const index = new Map<string, Meaning[]>();
  for (const table of TABLES) {
    for (const column of table.columns) {
      [column.id, column.label.zh, ...column.headers].forEach((header, rank) => {
        const key = headerKey(header);
        const meanings = index.get(key) ?? [];
        if (!meanings.some((known) => known.column === column && known.table === table))
          meanings.push({ table, column, rank });
        index.set(key, meanings);
      });
    }
  }
  return index;
}

const VOCABULARY = build();

/** Every column of every table that a header key names exactly. */
export function meaningsOf(key: string): readonly Meaning[] {
  return VOCABULARY.get(key) ?? [];
}

/** Tables share the way a header is made: each is tried once. */
const MADE = new Map<RegExp, Meaning[]>();
for (const table of TABLES)
  for (const column of table.columns)
    if (column.made) MADE.set(column.made, [...(MADE.get(column.made) ?? []), { table, column, rank: 0 }]);
/** No header that is made of known words is longer. */
const LONGEST_MADE = 30;
const known = new Map<string, readonly Meaning[]>();

/** Every column of every table that a header key means by what it is made of. */
export function madeMeanings(key: string): readonly Meaning[] {
  if (key.length > LONGEST_MADE) return [];
  const before = known.get(key);
  if (before) return before;
  const found = [...MADE].flatMap(([made, meanings]) => (made.test(key) ? meanings : []));
  if (known.size < MOST_KNOWN) known.set(key, found);
  return found;
}

const MOST_KNOWN = 10_000;

/**
 * How much a header says about which table it belongs to: 1 when one table knows it, less the more tables do, 0 for none. Counts of levels have the
 * words of the rows they sum up: they make these no less telling.
 */
export function distinctiveness(key: string, taught: readonly Meaning[] = []): number {
  const all = [...meaningsOf(key), ...madeMeanings(key), ...taught].map(({ table }) => table);
  const rows = all.filter(({ levelled }) => levelled === undefined);
  const tables = new Set((rows.length > 0 ? rows : all).map(({ id }) => id));
  return tables.size === 0 ? 0 : 1 / tables.size;
}

/** Columns whose made headers no cell reads like: cells name streets and speak of members, none says 党组织组建与否. */
const NO_CELL: ReadonlySet<string> = new Set(['built', 'coverage_mode', 'rate']);

/** Whether a normalised text is a header some table knows; helps the reader to find the header row. */
export function isKnownHeader(normalised: string): boolean {
  const key = headerKey(normalised);
  return VOCABULARY.has(key) || madeMeanings(key).some(({ column }) => NO_CELL.has(column.id));
}
